import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

@Suite struct DetailLinesTests {
    private static func headings(_ indicator: Indicator, most: Int, _ catalogue: Catalogue, _ language: Language) -> [(
        title: String, row: Int
    )] {
        let state = DashboardState(
            catalogue: catalogue, settings: Settings(language: language), size: Size(columns: 120, rows: 40))
        let ink = Ink(state), observation = catalogue.observations(of: indicator.code).last
        let lines = DetailLines(ink: ink, columns: 46).figure(indicator, observation, without: [.table], most: most)
        let title = ink.theme[.heading]
        return lines.enumerated().compactMap { row, line in
            line.count == 1 && line[0].style == title ? (line[0].text, row) : nil
        }
    }

    /// The eye finds the source where it was, though one figure has a caveat and the other has none.
    @Test func theSourceKeepsItsPlaceInAGroup() throws {
        let rows = try ["startup-leaders", "jobs-by-startup-leaders"].map { code in
            let indicator = try #require(Sample.catalogue.indicator(code))
            return Self.headings(indicator, most: 27, Sample.catalogue, .zh)
        }
        #expect(rows[0].map(\.title) != rows[1].map(\.title))
        let sources = rows.map { $0.first { $0.title == "来源" }?.row }
        #expect(sources[0] != nil)
        #expect(sources[0] == sources[1])
    }

    /// 同比, then 环比 or why there is none, then whether it is better by the criterion.
    @Test func theChangesAreSaidWithTheirRefusals() throws {
        let ink = Ink(DashboardState(catalogue: Sample.example, size: Size(columns: 120, rows: 40)))
        func said(_ code: String) throws -> [String] {
            let indicator = try #require(Sample.example.indicator(code))
            return DetailLines(ink: ink, columns: 60)
                .changes(indicator, Sample.example.headlineObservation(of: code))
                .map { $0.map(\.text).joined() }
        }
        #expect(try said("reemployed").last == "不作环比：是年初以来的累计，已含上一期")
        let rate = try said("urban-unemployment-rate")
        #expect(
            rate[1] == "同比" && rate.contains { $0.hasPrefix("环比 ") } && rate.last?.hasPrefix("上一期 2026年第2季度") == true)
        let insured = try said("medical-insured")
        #expect(insured.contains("持平（变化达到 1% 才算改善或变差）"))
        for line in DetailLines(ink: ink, columns: 60).changes(
            try #require(Sample.example.indicator("medical-insured")),
            Sample.example.headlineObservation(of: "medical-insured"))
        where line.contains(where: { $0.text.hasPrefix("持平") }) {
            #expect(line.allSatisfy { $0.style == ink.theme[.text] }, "a direction has no colour of a status")
        }
    }

    /// Where all can be seen, what every figure has stands before what only some have.
    @Test func whatEveryFigureHasComesFirst() throws {
        let indicator = try #require(Sample.catalogue.indicator("startup-leaders"))
        let all = Self.headings(indicator, most: .max, Sample.catalogue, .zh)
        #expect(all.map(\.title).suffix(5) == ["推算", "来源", "说明", "责任单位", "评价"])
        let panel = Self.headings(indicator, most: try #require(all.last).row + 2, Sample.catalogue, .zh)
        #expect(panel.map(\.title).suffix(5) == ["来源", "责任单位", "评价", "说明", "推算"])
    }

    /// What the definition says already is not said again as a note.
    @Test func theSameIsNotSaidTwice() throws {
        let indicator = try #require(Sample.catalogue.indicator("county-road-projects"))
        let observation = try #require(Sample.catalogue.observations(of: indicator.code).last)
        #expect(observation.note.zh == indicator.note.zh && !indicator.note.zh.isEmpty)
        let titles = Self.headings(indicator, most: .max, Sample.catalogue, .zh).map(\.title)
        #expect(titles.contains("口径") && !titles.contains("数据说明"))
    }

    /// A caveat is never pushed out of sight by the source.
    @Test(arguments: [Language.zh, .en]) func caveatsAreSeenBeforeTheSource(_ language: Language) throws {
        var seen = 0
        for catalogue in [Sample.catalogue, Sample.example] {
            let words = language == .zh ? ("口径", "来源") : ("Definition", "Source")
            for indicator in catalogue.indicators.prefix(60) where !indicator.note[language].isEmpty {
                let page = Self.headings(indicator, most: .max, catalogue, language)
                let caveat = try #require(page.first { $0.title == words.0 })
                #expect(page.first { $0.title == words.1 }.map { $0.row > caveat.row } ?? true)
                for most in 1...40 {
                    let panel = Self.headings(indicator, most: most, catalogue, language)
                    if caveat.row < most {
                        seen += 1
                        #expect(
                            panel.contains { $0.title == words.0 && $0.row < most },
                            "\(indicator.code) in \(most) lines")
                    }
                }
            }
        }
        #expect(seen > 100)
    }
}
