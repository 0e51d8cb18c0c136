import Indicators
import TestSupport
import Testing
import Wording

@testable import Reports

/// The list as text and Markdown has every item that the tables have.
@Suite struct AttentionReportTests {
    private func report(_ language: Language) -> AttentionReport {
        AttentionReport(
            Sample.example, Sample.example.attention, area: nil, unit: nil, since: nil,
            WordingOptions(language: language))
    }

    @Test(arguments: Language.allCases)
    func everyItemIsALineAndARow(_ language: Language) throws {
        let expected = try ExpectedAttention(), report = report(language)
        let text = report.text.split(separator: "\n"), rows = report.markdown.split(separator: "\n")
        for item in expected.items {
            let name = try #require(expected.indicators[item.indicator]?["name_\(language.rawValue)"])
            let digits = item.value.filter(\.isNumber)
            func says(_ line: Substring) -> Bool {
                line.contains(name) && (digits.isEmpty || line.filter { $0 != "," }.contains(digits))
            }
            #expect(text.contains { !$0.hasPrefix(" ") && says($0) }, "\(item.line)")
            #expect(rows.contains { $0.hasPrefix("| ") && says($0) }, "\(item.line)")
        }
        let heads = rows.count { $0.hasPrefix("| ---") }
        #expect(rows.count { $0.hasPrefix("|") } == expected.items.count + 2 * heads)
        let mark = language == .zh ? "虚构示例数据" : "Fictional example data"
        #expect(text[1] == mark && rows.contains { $0 == mark })
    }

    /// The sentence about the city counts what other departments answer for.
    @Test func theListOfADepartmentCountsItsOwn() {
        let list = Sample.example.attention.of(unit: "人社局")
        let text = AttentionReport(
            Sample.example, list, area: nil, unit: "人社局", since: nil, WordingOptions(language: .zh)
        ).text
        #expect(text.contains("不好 \(list.bad.count)，共 \(list.items.count) 条") && !text.contains("可评"))
        #expect(report(.zh).text.contains("29 项中 15 项可评"))
    }

    /// The good, those on the way, the bad and the unknown are all that are judged.
    @Test func theCountsOfTheHeadAddUp() {
        let tally = Sample.example.tally
        #expect(tally.unknown == 1 && tally.good + tally.between + tally.bad + tally.unknown == tally.judged)
        let options = WordingOptions(language: .zh)
        #expect(TextReport.overview(Sample.example, options).contains("○ 3 不好  ◇ 1 未知"))
        #expect(Briefing(Sample.example, printed: "", options).text.contains("未知 1 项"))
    }

    @Test func isRecorded() throws {
        for language in Language.allCases {
            try assertSnapshot(
                report(language).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
                named: "attention-\(language.rawValue)-text")
        }
    }
}
