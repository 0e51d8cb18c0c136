import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Reports

/// What people read in reports: whole names, titles of sources, one and many.
@Suite struct ReadableReportTests {
    @Test(arguments: Language.allCases)
    func thePageForAMeetingHasWholeNames(_ language: Language) throws {
        for catalogue in [Sample.catalogue, Sample.example] {
            let page = OnePage(catalogue, printed: "", WordingOptions(language: language)), text = page.text
            for row in try #require(page.tables.last).rows { #expect(text.contains(row[1]), "\(row[1])") }
        }
    }

    /// People read titles, not codes; what is bad in areas is named too.
    @Test(arguments: Language.allCases)
    func aListOfFiguresHasNoCodesOfSources(_ language: Language) throws {
        let selection = FigureSelection(), options = WordingOptions(language: language)
        for catalogue in [Sample.catalogue, Sample.example] {
            for text in [
                TextReport.figures(catalogue, selection, options), MarkdownText.figures(catalogue, selection, options),
            ] {
                for source in catalogue.sources {
                    #expect(!text.contains("[\(source.code)") && !text.contains("`\(source.code)`"), "\(source.code)")
                }
            }
        }
        let overview = TextReport.overview(Sample.example, options)
        for name in language == .zh ? ["（子区）", "（壬区）", "（丑县）"] : ["(Zi)", "(Ren)", "(Chou)"] {
            #expect(overview.contains(name))
        }
    }

    @Test func oneMoreOrLessIsSingular() throws {
        let text = TextReport.figures(
            Sample.example, FigureSelection(indicator: "communities-renovated"), WordingOptions(language: .en))
        #expect(text.contains("+1 community") && text.contains("−1 community"))
        #expect(!text.contains("+1 communities") && !text.contains("−1 communities"))
    }
}
