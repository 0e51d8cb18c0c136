import Indicators
import TestSupport
import Testing

@testable import Wording

@Suite struct WholeTextTests {
    private func line(_ code: String, _ area: String, _ language: Language, _ period: String) throws -> String? {
        let catalogue = Sample.example
        let observation = try #require(
            catalogue.observations(of: code, in: area).first { $0.basis == .printed && $0.period.text == period })
        return WholeText.line(observation, Wording(catalogue, WordingOptions(language: language)))
    }

    @Test func whatIsSummedIsAPartOfTheWhole() throws {
        // 8120 / 24002 = 0.33830…
        #expect(try line("new-urban-jobs", "990101", .zh, "2026-01-01/P11M") == "全市 24,002人 · 占 33.8%")
        #expect(
            try line("new-urban-jobs", "990101", .en, "2026-01-01/P11M") == "Whole city 24,002 people · 33.8% of it")
    }

    @Test func aShareIsPointsAboveOrBelow() throws {
        // 92.2 - 88.6
        #expect(try line("inclusive-kindergartens", "990101", .zh, "2026-Q3") == "全市 88.6% · 高 3.6 个百分点")
        #expect(
            try line("inclusive-kindergartens", "990101", .en, "2026-Q3") == "Whole city 88.6% · 3.6 points above")
    }

    @Test func aLevelIsShownBesideTheWholeWithoutAPart() throws {
        #expect(try line("care-beds", "990101", .zh, "2026-11") == "全市 12,180张")
    }

    @Test func theWholeAndOtherSpansHaveNone() throws {
        #expect(try line("new-urban-jobs", "990100", .zh, "2026-01-01/P11M") == nil)
        for observation in Sample.catalogue.observations(of: "district-education-spending") {
            #expect(WholeText.line(observation, Wording(Sample.catalogue, WordingOptions(language: .zh))) == nil)
        }
    }
}
