import FoundationEssentials
import Indicators
import Tables
import TestSupport
import Testing

@testable import Search

/// The table of readings, and the column of the data set.
@Suite struct PinyinTests {
    @Test func everyCharacterOfBothDataSetsIsInTheTable() {
        for catalogue in [Sample.catalogue, Sample.example] {
            var texts = catalogue.topics.flatMap { [$0.title.zh, $0.shortTitle.zh] }
            texts += catalogue.areas.flatMap { [$0.name.zh, $0.shortName.zh] + $0.formerNames }
            texts += catalogue.indicators.flatMap { [$0.name.zh, $0.shortName.zh, $0.unit.name.zh, $0.department.zh] }
            texts += catalogue.derived.flatMap { [$0.name.zh, $0.unit.name.zh] }
            texts += catalogue.briefs.flatMap { [$0.title.zh, $0.detail.zh] }
            for character in Set(texts.joined().unicodeScalars) where character.isChineseCharacter {
                #expect(PinyinTable.spelling(of: character) != nil, "\(character)")
            }
        }
    }

    @Test func theTableIsInOrderAndEveryEntryIsFound() {
        let characters = PinyinLines.text.unicodeScalars.filter { !$0.isASCII }
        #expect(characters.count >= 6_500)
        #expect(zip(characters, characters.dropFirst()).allSatisfy(<))
        for character in characters {
            let readings =
                PinyinTable.spelling(of: character)?.split(separator: "/", omittingEmptySubsequences: false) ?? []
            #expect(
                !readings.isEmpty
                    && readings.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (97...122).contains($0) } },
                "\(character)")
        }
        for (character, readings) in [("重", "zhong/chong"), ("长", "zhang/chang"), ("就", "jiu"), ("〇", "ling")]
            as [(Unicode.Scalar, String)]
        {
            #expect(PinyinTable.spelling(of: character) == readings)
        }
        for character in ["龘", "a", "。", "あ", "\u{10FFFF}", "\u{0}"] as [Unicode.Scalar] {
            #expect(PinyinTable.spelling(of: character) == nil)
        }
    }

    /// A data set without pinyin is searched by the table.
    @Test func aDataSetWithoutPinyinIsFoundByTheTable() throws {
        let reading = CatalogueReader.read(try panjin { $0.pinyin = "" })
        let catalogue = try #require(reading.catalogue)
        #expect(
            reading.problems.count == catalogue.indicators.count
                && reading.problems.allSatisfy { $0.code == "pinyin-missing" && $0.severity == .warning })
        let index = SearchIndex(catalogue)
        for indicator in Sample.catalogue.indicators {
            let initials = indicator.pinyin.split(separator: " ").map {
                $0.contains { $0.isNumber } ? $0 : $0.prefix(1)
            }.joined()
            let isFound = index.matches(initials).prefix(8).contains {
                if case .indicator(let found) = $0 { found.code == indicator.code } else { false }
            }
            #expect(isFound, "\(indicator.name.zh) \(initials)")
        }
    }

    /// What the column has is in force, right or wrong: the table adds nothing to it.
    @Test func theColumnDecides() throws {
        let folder = try panjin { if $0.name == "改造楼房" { $0.pinyin = "gai zao lou pang" } }
        let catalogue = try #require(CatalogueReader.read(folder).catalogue)
        func finds(_ query: String) -> Bool {
            SearchIndex.matches(query, in: catalogue).contains {
                if case .indicator(let found) = $0 { found.name.zh == "改造楼房" } else { false }
            }
        }
        #expect(finds("loupang") && finds("gzlp") && !finds("loufang") && !finds("gzlf"))
    }

    @Test(
        arguments: [
            ("改造楼房", "gai zao lou fang", nil), ("改造楼房", "Gai Zao Lou FANG", nil), ("改造楼房", "gai  zao lou fang ", nil),
            ("改造楼房", "", "pinyin-missing"), ("改造楼房", "  ", "pinyin-missing"),
            ("改造楼房", "gaizao loufang", "pinyin-syllables"),
            ("改造楼房", "gai zao lou", "pinyin-syllables"), ("改造楼房", "gǎi zào lóu fáng", "pinyin-syllables"),
            ("改造楼房", "gai zao lou fang/", "pinyin-syllables"),
            ("改造楼房", "gai4 zao4 lou2 fang2", "pinyin-syllables"), ("改造率", "gai zao lü", nil),
            ("改造率", "gai zao lv/shuai", nil),
            ("PM2.5浓度", "pm2.5 nong du", nil), ("PM2.5浓度", "nong du", nil),
            ("PM2.5浓度", "pm 2.5 nong du", "pinyin-syllables"),
            ("人口(常住)", "ren kou chang zhu", nil), ("5G+医疗", "5g yi liao", nil), ("Roads", "", nil),
            ("Roads", "lu", "pinyin-syllables"),
        ] as [(String, String, String?)])
    func pinyinIsCheckedAgainstTheName(_ name: String, _ pinyin: String, _ code: String?) throws {
        let reading = CatalogueReader.read(
            try panjin { if $0.name == "改造楼房" { ($0.name, $0.pinyin) = (name, pinyin) } })
        // A name without Chinese characters needs none and is not held to any.
        let wanted = name == "Roads" ? nil : code
        #expect(reading.problems.map(\.code) == (wanted.map { [$0] } ?? []))
        if let problem = reading.problems.first {
            #expect(
                problem.field == "pinyin" && problem.location.hasPrefix("indicators.csv:")
                    && problem.severity == .warning)
            #expect(problem.text(.zh).contains("[提醒]"))
        }
        #expect(reading.catalogue != nil)
    }

    /// Panjin with the names and pinyin of its indicators changed.
    private func panjin(_ change: (inout (name: String, pinyin: String)) -> Void) throws -> MemoryFolder {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(root)/Data/panjin-2022") {
            files[name] = Array(try #require(FileManager.default.contents(atPath: "\(root)/Data/panjin-2022/\(name)")))
        }
        let lines = String(decoding: try #require(files["indicators.csv"]), as: UTF8.self).split(separator: "\n")
        files["indicators.csv"] = Array(
            lines.map { line -> String in
                guard let indicator = Sample.catalogue.indicators.first(where: { line.hasPrefix($0.code + ",") }) else {
                    return String(line)
                }
                var row = (name: indicator.name.zh, pinyin: indicator.pinyin)
                change(&row)
                return Self.replacing(
                    ",\(indicator.pinyin),", ",\(row.pinyin),",
                    Self.replacing(",\(indicator.name.zh),", ",\(row.name),", String(line)))
            }.joined(separator: "\n").utf8)
        return MemoryFolder(files)
    }

    private static func replacing(_ old: String, _ new: String, _ text: String) -> String {
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? parts[0] + new + parts[1] : text
    }
}
