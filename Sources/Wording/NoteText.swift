import Indicators

/// Notes on a single figure.
package enum NoteText {
    /// The notes of the tables on this figure, other statements of the same fact, and what other sources state instead:
    /// one paragraph each.
    ///
    /// - Parameter said: text that is shown beside the notes and is not repeated.
    package static func paragraphs(_ observation: Observation, _ wording: Wording, besides said: String = "")
        -> [Phrase]
    {
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

    /// What other sources state instead; all values are kept.
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
