import TestSupport
import Testing

@testable import Dashboard

/// The search through names against a plain reading of its rules.
@Suite struct NameScanTests {
    /// The ways in which a word may be typed: what stands in the table, or an initial of it.
    private func ways(_ names: SearchNames, _ number: Int32) -> [[UInt8]] {
        let word = names.word(number)
        var ways: [[UInt8]] = [], place = Int(word.ways.lowerBound)
        while place < Int(word.ways.upperBound) {
            let way = Array(names.ways[place + 1..<place + 1 + Int(names.ways[place])])
            ways.append(way)
            if way[0] < 0x80 { ways.append([way[0]]) }
            if way.count > 1, ["zh", "ch", "sh"].contains(String(decoding: way[..<2], as: UTF8.self)) { ways.append(Array(way[..<2])) }
            place += 1 + way.count
        }
        return ways
    }

    /// Whether words begin with the query, the last of them perhaps unfinished; whether they may be no more than that.
    private func reads(_ words: ArraySlice<Int32>, _ names: SearchNames, _ query: SearchQuery) -> (begins: Bool, isAll: Bool) {
        var found = (begins: false, isAll: false), typed: Set = [0]
        for place in words.indices {
            var next: Set<Int> = []
            for way in ways(names, words[place]).map({ $0.map { query.keys[Int($0)] } }) {
                for start in typed {
                    let rest = query.bytes[start...]
                    if way.starts(with: rest) {
                        found.begins = true
                        if way.count == rest.count, place == words.endIndex - 1 { found.isAll = true }
                    } else if rest.starts(with: way) {
                        next.insert(start + way.count)
                    }
                }
            }
            typed = next
        }
        return found
    }

    private func rank(_ names: SearchNames, _ query: SearchQuery, _ index: Int) -> SearchRank? {
        let text = Array(names.bytes[Int(names.texts[index].byte)..<Int(names.texts[index + 1].byte)])
        let starts = names.isWordStart[Int(names.texts[index].byte)..<Int(names.texts[index + 1].byte)]
        if text == query.bytes { return .name }
        if text.starts(with: query.bytes) { return .beginningOfName }
        let words = names.words[Int(names.texts[index].word)..<Int(names.texts[index + 1].word)]
        let readings = words.indices.map { reads(words[$0...], names, query) }
        if query.canBeReading, let first = readings.first, first.begins { return first.isAll ? .reading : .beginningOfReading }
        let written = text.indices.filter { text[$0...].starts(with: query.bytes) }
        if written.contains(where: { starts[starts.startIndex + $0] }) || query.canBeReading && readings.contains(where: \.begins) { return .inside }
        return written.isEmpty ? nil : .insideWord
    }

    @Test(arguments: [8, 2022, 20_261_125] as [UInt64]) func everyRankIsThatOfThePlainRules(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let pieces = ["城", "镇", "长", "重", "行", "略", "沙", "中", "了", "a", "ab", "12", "zh ", " ", "x2", "参", "校", "，", "É", "㎡"]
        let typed = ["c", "ch", "cheng", "zh", "z", "h", "chang", "zhang", "g", "n", "s", "sha", "1", "2", "9", "4", "24", "城", "镇", "a", "x", "lve", "lue", "l", "can", "xing", "hang", "e"]
        func text(_ parts: [String], _ most: Int) -> String { (0..<Int.random(in: 1...most, using: &chance)).map { _ in parts[Int.random(in: 0..<parts.count, using: &chance)] }.joined() }
        for _ in 0..<12 {
            var names = SearchNames()
            for _ in 0..<30 { names.append(FoldedText(text(pieces, 7))) }
            for _ in 0..<40 {
                let query = SearchQuery(text(typed, 4))
                guard !query.isEmpty else { continue }
                var scan = NameScan(names, query)
                for index in 0..<names.count {
                    let name = String(decoding: names.bytes[Int(names.texts[index].byte)..<Int(names.texts[index + 1].byte)], as: UTF8.self)
                    #expect(scan.rank(of: index) == rank(names, query, index), "\(name) \(String(decoding: query.bytes, as: UTF8.self))")
                }
            }
        }
    }

    /// More states than an automaton keeps, none of them met by a person.
    @Test func aQueryOfManyStatesIsReadAsWell() {
        var chance = SeededGenerator(seed: 64)
        func text(_ parts: [String], _ count: Int) -> String { (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &chance)] }.joined() }
        var names = SearchNames()
        for length in 1...60 { names.append(FoldedText(text(["啊", "爸", "a ", "b ", "ab ", "ba ", "aab ", "bba ", "abab "], length))) }
        for _ in 0..<30 {
            let query = SearchQuery(String(text(["a", "b", "ab", "bba", "aba"], 40).prefix(64)))
            var scan = NameScan(names, query)
            for index in 0..<names.count { #expect(scan.rank(of: index) == rank(names, query, index)) }
        }
    }
}
