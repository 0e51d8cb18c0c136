import Cells
import Indicators
import Tables
import TestSupport
import Testing
import Wording

@testable import Reports

/// The briefing on one page.
@Suite struct OnePageTests {
    @Test(arguments: Language.allCases)
    func textNeverHasMoreLinesOrColumnsThanAPage(_ language: Language) {
        for catalogue in [Sample.catalogue, Sample.example] {
            for area in [nil] + catalogue.areas.map(\.code) as [String?] {
                let page = OnePage(
                    catalogue, area: area, printed: "2026-12-01 09:00", WordingOptions(language: language))
                let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                #expect(lines.count <= OnePage.mostLines, "\(area ?? "whole")")
                for line in lines { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
            }
        }
    }

    /// All that is behind or broken has a row, in the order of the list, with its target and department.
    @Test func everythingBadHasARowAndTheThreeSentencesSayIt() throws {
        let expected = try ExpectedAttention()
        let page = OnePage(Sample.example, printed: "", WordingOptions(language: .zh))
        #expect(page.sentences.count == 3)
        for item in expected.bad {
            let name = try #require(expected.indicators[item.indicator]?["short_zh"])
            #expect(page.sentences[0].contains(name))
        }
        let rows = try #require(page.tables.first?.rows)
        #expect(
            Array(rows.prefix(6).map { $0[0] + $0[1] }) == [
                "卫生死角全市", "欠薪案件全市", "新增学位全市", "城镇新增就业子区", "失业再就业壬区", "失业再就业丑县",
            ])
        #expect(rows.count == Sample.example.attention.items.count)
        // Three asked, one answered and closed; of two open ones one was due in October.
        #expect(page.sentences[2] == "督办 3 件：2 件尚未答复，其中 1 件逾期，1 件已办结而数字仍不好。")
    }

    @Test func everyTopicHasItsHeadline() throws {
        for (catalogue, city) in [(Sample.catalogue, "panjin-2022"), (Sample.example, "example-city")] {
            let table = try #require(OnePage(catalogue, printed: "", WordingOptions(language: .zh)).tables.last)
            let topics = try BundledTable.rows("topics.csv", of: city)
            let shown = table.rows.map { $0[0] }.filter { !$0.isEmpty }
            #expect(shown == topics.map { $0["short_zh"] ?? "" })
        }
    }

    @Test func theFictionalMarkStandsInEveryForm() {
        let page = OnePage(Sample.example, printed: "", WordingOptions(language: .zh))
        #expect(page.text.contains("虚构") && page.markdown.contains("**虚构") && page.html.contains("class=\"fictional\""))
        let real = OnePage(Sample.catalogue, printed: "", WordingOptions(language: .zh))
        #expect(!real.text.contains("虚构") && !real.html.contains("class=\"fictional\""))
    }

    @Test func aListThatIsTooLongSaysHowManyRowsAreLeft() throws {
        let content = OnePageContent(Wording(Sample.example, WordingOptions(language: .zh)))
        let table = try #require(content.attention(most: 4))
        #expect(table.rows.count == 4 && table.rest == "另有 \(Sample.example.attention.items.count - 4) 项，见关注清单。")
    }

    @Test func theHTMLNeedsNoOtherFileAndHoldsTheSameRows() {
        let page = OnePage(Sample.example, printed: "", WordingOptions(language: .en))
        #expect(!page.html.contains("<script") && !page.html.contains("http"))
        let rows = page.html.components(separatedBy: "<tr>").count - 1
        #expect(rows == page.tables.reduce(0) { $0 + $1.rows.count + 1 })
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
