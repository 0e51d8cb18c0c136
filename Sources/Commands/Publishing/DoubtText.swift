import Cells
import Indicators
import Reports
import Tables

/// What a person is told of doubts: each with its cell, the old and the new value, and what would make it right.
enum DoubtText {
    /// How many doubts of a kind are written out in any case.
    static let most = 5
    /// How many doubts are written out in all, besides those that are often right.
    private static let mostInAll = 20
    /// What is often right and comes in large numbers.
    private static let oftenRight: Set<Suspicion> = [.same, .removed, .definition]

    /// How many doubts of each kind are written out: five of a kind, and of what is seldom right as many more as there
    /// is room for, in the order of the doubts.
    static func limits(_ doubts: [Doubt]) -> [String: Int] {
        let counts = Dictionary(grouping: doubts, by: \.kind).mapValues(\.count)
        var limits = counts.mapValues { min($0, most) }
        let others = doubts.filter { doubt in doubt.suspicion.map { !oftenRight.contains($0) } ?? true }.map(\.kind)
        var room = mostInAll - Set(others).reduce(0) { $0 + (limits[$1] ?? 0) }
        for kind in others where room > 0 {
            let more = min(room, (counts[kind] ?? 0) - (limits[kind] ?? 0))
            limits[kind, default: 0] += more
            room -= more
        }
        return limits
    }

    /// The doubts in their order as far as `limits` lets them be written out, then how many more there are of a kind.
    ///
    /// - Parameter all: the command that shows all of them.
    static func lines(
        _ doubts: [Doubt], _ publication: Publication, own: MemoryFolder, all command: String, _ language: Language
    ) -> [String] {
        let words = PublishingWords.in(language)
        var places = DoubtPlaces(own: own, published: publication.files), lines: [String] = []
        let counts = Dictionary(grouping: doubts, by: \.kind).mapValues(\.count)
        let limits = limits(doubts)
        var seen: [String: Int] = [:]
        for doubt in doubts {
            let number = (seen[doubt.kind] ?? 0) + 1
            seen[doubt.kind] = number
            let most = limits[doubt.kind] ?? most
            guard number <= most else { continue }
            let text = text(doubt, publication, words, language)
            lines.append([places.place(of: doubt), text].compactMap { $0 }.joined(separator: "  ").harmless())
            if number == most, let all = counts[doubt.kind], all > most {
                lines.append("  " + words.moreOfKind(all - most, command))
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
