import Indicators

/// What is said of a single figure besides its value.
enum NoteText {
    /// What the tables note about this very figure, that another place states the same, and what other sources state
    /// instead: a paragraph each.
    ///
    /// - Parameter said: what stands beside it and need not be said twice.
    static func paragraphs(_ observation: Observation, _ wording: Wording, besides said: String = "") -> [Phrase] {
        let note = observation.note[wording.language]
        var paragraphs = note == said ? [] : [Phrase(note, .text)]
        for link in wording.catalogue.links(of: observation) {
            switch link.kind {
            case .same: paragraphs.append(Phrase(wording.words.sameFactElsewhere, .quiet))
            case .parts: paragraphs.append(Phrase(wording.judging.partsAgree, .quiet))
            case .share: paragraphs.append(Phrase(wording.judging.shareAgrees, .quiet))
            case .disagree: paragraphs += disagreement(link, observation, wording)
            }
        }
        return paragraphs
    }

    /// What other sources state instead; both are kept.
    private static func disagreement(_ link: Link, _ observation: Observation, _ wording: Wording) -> [Phrase] {
        let catalogue = wording.catalogue, words = wording.words
        var paragraphs: [Phrase] = []
        for member in link.members {
            guard let other = catalogue.observation(of: member), other.key != observation.key else { continue }
            let source = catalogue.source(other.source)?.title[wording.language] ?? other.source
            let text = "\(words.judging.otherSourceSays) \(wording.figure(other))\(words.colon)\(source)"
            paragraphs.append(Phrase(text, .text))
        }
        return paragraphs + [Phrase(words.judging.sourcesDisagree, .quiet)]
    }
}
