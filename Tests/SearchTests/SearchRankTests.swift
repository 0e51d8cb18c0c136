import Indicators
import TestSupport
import Testing

@testable import Search

/// The rank of names against a plain reading of the rules.
@Suite struct SearchRankTests {
    /// The ways in which a word may be typed: as it is written, by its syllables, or by an initial of these.
    private func ways(_ text: FoldedText, _ place: Int) -> [[UInt8]] {
        let end = place + 1 < text.words.count ? text.words[place + 1].start : text.bytes.count
        var whole = [Array(text.bytes[text.words[place].start..<end])]
        for syllable in text.words[place].character.flatMap({ PinyinTable.spelling(of: $0) })?.split(separator: "/")
            ?? []
        {
            whole.append(Array(syllable.utf8))
            if syllable.hasSuffix("ve") { whole.append(Array("\(syllable.prefix(1))ue".utf8)) }
        }
        let initials = whole.filter { $0[0] < 0x80 }.map { [$0[0]] }
        let pairs = whole.map { Array($0.prefix(2)) }.filter {
            ["zh", "ch", "sh"].contains(String(decoding: $0, as: UTF8.self))
        }
        return whole + initials + pairs
    }

    /// Whether words from one on begin with the query, the last of them perhaps unfinished; whether they may be no more
    /// than that.
    private func reads(_ text: FoldedText, from first: Int, _ query: SearchQuery) -> (begins: Bool, isAll: Bool) {
        var found = (begins: false, isAll: false), typed: Set = [0]
        for place in first..<text.words.count {
            var next: Set<Int> = []
            for way in ways(text, place).map({ $0.map { query.keys[Int($0)] } }) {
                for start in typed {
                    let rest = query.bytes[start...]
                    if way.starts(with: rest) {
                        found.begins = true
                        if way.count == rest.count, place == text.words.count - 1 { found.isAll = true }
                    } else if rest.starts(with: way) {
                        next.insert(start + way.count)
                    }
                }
            }
            typed = next
        }
        return found
    }

    private func rank(_ text: FoldedText, _ query: SearchQuery) -> SearchRank? {
        if text.bytes == query.bytes { return .name }
        if text.bytes.starts(with: query.bytes) { return .beginningOfName }
        let isRead = query.canBeReading && text.words.contains { $0.character != nil }
        let readings = isRead ? text.words.indices.map { reads(text, from: $0, query) } : []
        if let first = readings.first, first.begins { return first.isAll ? .reading : .beginningOfReading }
        let written = text.bytes.indices.filter { text.bytes[$0...].starts(with: query.bytes) }
        if readings.contains(where: \.begins) || text.words.contains(where: { written.contains($0.start) }) {
            return .inside
        }
        return written.isEmpty ? nil : .insideWord
    }

    private func expectRanks(_ texts: [String], _ queries: [String]) {
        var names = SearchNames()
        for text in texts { names.append(FoldedText(text)) }
        for query in queries where !SearchQuery(query).isEmpty {
            let scan = NameScan(names, SearchQuery(query))
            let expected = texts.map { rank(FoldedText($0), SearchQuery(query)) }
            #expect(texts.indices.map { scan.rank(of: $0) } == expected, "\(query): \(texts)")
        }
    }

    @Test(arguments: [8, 2022, 20_261_125] as [UInt64]) func everyRankIsThatOfThePlainRules(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let pieces = [
            "城", "镇", "长", "重", "行", "略", "沙", "中", "了", "a", "ab", "12", "zh ", " ", "x2", "参", "校", "，", "É", "㎡",
        ]
        let typed = [
            "c", "ch", "cheng", "zh", "z", "h", "chang", "zhang", "g", "n", "s", "sha", "1", "2", "9", "4", "24", "城",
            "镇", "a", "x", "lve", "lue", "l", "can", "xing", "hang", "e",
        ]
        func text(_ parts: [String], _ most: Int) -> String {
            (0..<Int.random(in: 1...most, using: &chance)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &chance)]
            }.joined()
        }
        for _ in 0..<8 { expectRanks((0..<30).map { _ in text(pieces, 7) }, (0..<40).map { _ in text(typed, 4) }) }
    }

    /// Words that may be typed in many ways, and as much of them as is looked for as a reading.
    @Test func aLongQueryIsReadInAllWays() {
        var chance = SeededGenerator(seed: 64)
        func text(_ parts: [String], _ count: Int) -> String {
            (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &chance)] }.joined()
        }
        let texts = (1...60).map { text(["啊", "爸", "a ", "b ", "ab ", "ba ", "aab ", "bba ", "abab "], $0) }
        expectRanks(texts, (0..<30).map { _ in String(text(["a", "b", "ab", "bba", "aba"], 40).prefix(64)) })
        expectRanks(
            [String(repeating: "啊", count: 64), String(repeating: "啊a ", count: 40)],
            [63, 64, 65].map { String(repeating: "a", count: $0) })
    }
}
