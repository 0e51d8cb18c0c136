import Indicators
import Tables
import TestSupport
import Testing

@testable import Wording

/// 环比, 改善 and 变差 in words.
@Suite struct OnPeriodTextTests {
    private func figure(_ code: String, _ period: String, _ area: String = "990100") throws -> (Indicator, Observation)
    {
        let catalogue = Sample.example
        let observation = try #require(
            catalogue.observations(of: code, in: area).first { $0.period.text == period && $0.value != nil })
        return (try #require(catalogue.indicator(code)), observation)
    }

    private func wording(_ language: Language) -> Wording {
        Wording(Sample.example, WordingOptions(language: language))
    }

    /// 5.0 in the third quarter after 5.0 or another value in the second, read from the table.
    @Test func aQuarterIsComparedWithTheQuarterBefore() throws {
        let (indicator, now) = try figure("urban-unemployment-rate", "2026-Q3")
        let before = try figure("urban-unemployment-rate", "2026-Q2").1
        let phrases = try #require(OnPeriodText.phrases(now, indicator, wording(.zh)))
        let rows = try BundledTable.rows("observations.csv", of: "example-city")
        func value(_ period: String) throws -> Double {
            let row = try #require(
                rows.last {
                    $0["INDICATOR"] == indicator.code && $0["REF_AREA"] == "990100" && $0["TIME_PERIOD"] == period
                })
            return try #require(row["OBS_VALUE"].flatMap(Double.init))
        }
        #expect(before.value != nil)
        let difference = try value("2026-Q3") - value("2026-Q2")
        #expect(phrases.text.contains("▲") == (difference > 0) && phrases.text.contains("▼") == (difference < 0))
    }

    @Test func whatAddsUpHasNoneAndSaysWhy() throws {
        let (indicator, now) = try figure("reemployed", "2026-01-01/P11M")
        #expect(OnPeriodText.phrases(now, indicator, wording(.zh)) == nil)
        #expect(OnPeriodText.refusal(now, wording(.zh)) == "不作环比：是年初以来的累计，已含上一期")
        #expect(
            OnPeriodText.refusal(now, wording(.en))
                == "Not compared with the period before: it adds up since January and contains the period before")
    }

    @Test func inPlaceOfTheYearItHasItsName() throws {
        let (indicator, now) = try figure("urban-unemployment-rate", "2026-Q3")
        #expect(OnPeriodText.inPlaceOfYear(now, indicator, wording(.zh)) == nil, "it has a year before")
        #expect(OnPeriodText.label(now, wording(.zh)) == "环比" && OnPeriodText.label(now, wording(.en)) == "on Q2")
    }

    /// February after January, with no year before: 环比 takes the place of 同比.
    @Test func whereTheYearBeforeIsMissingItStandsInItsPlace() throws {
        let table = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nA,x,2023-01,100\nA,x,2023-02,110\n"
        let reading = DataReader.read(.file(FileBytes(copying: table.utf8), ForeignFile(path: "table.csv")))
        let catalogue = try #require(reading.catalogue), indicator = try #require(catalogue.indicators.first)
        let now = try #require(catalogue.headlineObservation(of: indicator.code))
        for (language, expected) in [(Language.zh, "环比 ▲ +10.0%"), (.en, "on Jan ▲ +10.0%")] {
            let wording = Wording(catalogue, WordingOptions(language: language))
            #expect(OnPeriodText.inPlaceOfYear(now, indicator, wording, short: true)?.text == expected)
        }
    }

    /// 118.43万 after 117.45万 is 0.8%, below the 1% that the indicator states.
    @Test func theCriterionStandsBehindTheWord() throws {
        let (indicator, now) = try figure("medical-insured", "2026-11")
        #expect(TendencyText.line(indicator, now, wording(.zh)) == "持平（变化达到 1% 才算改善或变差）")
        #expect(
            TendencyText.line(indicator, now, wording(.en))
                == "The same (a change counts as better or worse from 1%)")
        let (roads, share) = try figure("good-road-share", "2026-11")
        #expect(TendencyText.line(roads, share, wording(.zh)) == "改善（变化达到 1 个百分点 才算改善或变差）")
        let (jobs, one) = try figure("reemployed", "2026-01-01/P11M")
        #expect(TendencyText.line(jobs, one, wording(.zh)) == nil, "it has a target and no criterion")
    }
}
