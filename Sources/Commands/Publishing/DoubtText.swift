import Cells
import Indicators
import Reports
import Tables

/// What a person is told of doubts: each with its cell, the old and the new value, and what would make it right.
enum DoubtText {
    /// How many doubts of a kind are written out.
    static let most = 5

    /// The doubts in their order, at most five of a kind, then how many more there are of it.
    static func lines(_ doubts: [Doubt], _ publication: Publication, own: MemoryFolder, _ language: Language)
        -> [String]
    {
        let words = PublishingWords.in(language)
        var places = DoubtPlaces(own: own, published: publication.files), lines: [String] = []
        let counts = Dictionary(grouping: doubts, by: \.kind).mapValues(\.count)
        var seen: [String: Int] = [:]
        for doubt in doubts {
            let number = (seen[doubt.kind] ?? 0) + 1
            seen[doubt.kind] = number
            guard number <= most else { continue }
            let text = text(doubt, publication, words, language)
            lines.append([places.place(of: doubt), text].compactMap { $0 }.joined(separator: "  ").harmless())
            if number == most, let all = counts[doubt.kind], all > most {
                lines.append("  " + words.moreOfKind(all - most))
            }
        }
        return lines
    }

    private static func text(
        _ doubt: Doubt, _ publication: Publication, _ words: PublishingWords, _ language: Language
    ) -> String {
        switch doubt {
        case .figure(let figure):
            DifferenceText.suspicious(figure, from: publication.former, to: publication.catalogue, language)
        case .row(let row): DifferenceText.suspicious(row, language)
        case .clock, .aheadOfClock, .unknownBase, .draft: words.doubt(doubt) ?? ""
        }
    }
}
