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

    @Test func isRecorded() throws {
        for language in Language.allCases {
            try assertSnapshot(
                report(language).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
                named: "attention-\(language.rawValue)-text")
        }
    }
}
