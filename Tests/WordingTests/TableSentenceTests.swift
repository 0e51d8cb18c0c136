import Indicators
import Tables
import TestSupport
import Testing

@testable import Wording

/// The sentence above the figures of another publisher's table.
@Suite struct TableSentenceTests {
    private func sentence(_ table: String, _ language: Language = .zh, area: String? = nil) throws -> TableSentence {
        let reading = DataReader.read(.file(FileBytes(copying: table.utf8), ForeignFile(path: "office.csv")))
        let catalogue = try #require(reading.catalogue)
        return try #require(TableSentence(Wording(catalogue, WordingOptions(language: language), area: area)))
    }

    static let several = """
        指标,2023年,2022年,2021年
        水井（口）,52,50,49
        路灯（盏）,90,100,80
        书屋（间）,30,10,8
        展馆（座）,,4,4

        """

    @Test func saysHowFarItReachesAndWhatChangedMost() throws {
        #expect(
            try sentence(Self.several).text
                == "4 项指标，最新2023年（3 项有数）；同比升 2 项、降 1 项；升得最多的是 书屋 ▲ +200.0%，降得最多的是 路灯 ▼ −10.0%。")
        #expect(
            try sentence(Self.several, .en).text
                == "4 indicators, newest 2023 (3 of them); on the year 2 up, 1 down; "
                + "the largest rise is 书屋 ▲ +200.0%, the largest fall is 路灯 ▼ −10.0%.")
    }

    @Test func ofOneIndicatorTheAreasAreCompared() throws {
        let table = "县区,年份,水井\n东乡,2021,40\n东乡,2022,44\n西乡,2021,50\n西乡,2022,45\n"
        #expect(try sentence(table).text == "2 个地区，最新2022年；同比升 1 项、降 1 项；升得最多的是 东乡 ▲ +10.0%，降得最多的是 西乡 ▼ −10.0%。")
        #expect(try sentence(table, area: "东乡").text == "1 项指标，最新2022年；同比 ▲ +10.0%。")
    }

    @Test func ofOneSeriesItsChange() throws {
        #expect(
            try sentence("Year,Wells\n2020,40\n2021,41\n", .en).text
                == "1 indicator, newest 2021; on a year earlier ▲ +2.5%.")
        #expect(try sentence("Year,Wells\n2018,40\n2021,41\n").text == "1 项指标，最新2021年。")
    }

    @Test func whatMostReachIsCompared() throws {
        let table = "指标,2023年,2022年,2021年\n水井（口）,52,50,49\n路灯（盏）,,100,80\n书屋（间）,,10,8\n"
        #expect(
            try sentence(table).text
                == "3 项指标，最新2023年（1 项有数），2 项到2022年；同比升 2 项；升得最多的是 路灯 ▲ +25.0%。")
    }

    @Test func shortensToTheCount() throws {
        let forms = try sentence(Self.several).forms.map { $0.map(\.text).joined() }
        #expect(forms.count == 3 && forms[2] == "4 项指标，最新2023年（3 项有数）。")
    }

    @Test func aForecastIsNotTheNewest() throws {
        let table = "DATAFLOW,AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nA,X,2020,4,A\nA,X,2021,5,A\nA,X,2050,9,F\n"
        #expect(try sentence(table).text.contains("最新2021年"))
    }

    @Test func dataOfTheFormatHaveTheirOwn() {
        #expect(TableSentence(Wording(Sample.example, WordingOptions())) == nil)
    }
}
