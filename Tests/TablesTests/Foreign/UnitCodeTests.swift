import Indicators
import Testing

@testable import Tables

/// Units of SDMX in words, where the code lists give them.
@Suite struct UnitCodeTests {
    private func units(_ code: String) throws -> Unit {
        let table =
            "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nF,ALB,2020,8.5,\(code)\nF,ALB,2021,8.2,\(code)\n"
        let reading = DataReader.read(.file(FileBytes(copying: table.utf8), ForeignFile(path: "unit.csv")))
        return try #require(catalogue(reading).indicators.first).unit
    }

    @Test(arguments: [
        ("PC", "%", "%"), ("PT_B1GQ", "% GDP", "% of GDP"), ("EUR_HAB", "欧元/人", "euros per inhabitant"),
        ("PER_1000_LIVEBIRTHS", "‰ 活产", "per 1,000 live births"), ("NR", "", ""),
        // A code that no list knows, or that lists give different meanings, stays as written.
        ("XQ_7", "XQ_7", "XQ_7"), ("T", "T", "T"), ("MT", "MT", "MT"), ("人", "人", "人"), ("km", "km", "km"),
        ("jobs", "jobs", "jobs"),
    ])
    func areWords(_ code: String, _ chinese: String, _ english: String) throws {
        let unit = try units(code)
        #expect(unit.name.zh == chinese && unit.name.en == english)
    }

    @Test func sharesOfAnythingChangeByPoints() throws {
        #expect(try units("PT_B1GQ").isPercent && !units("EUR").isPercent)
    }
}
