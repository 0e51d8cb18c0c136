import Indicators
import Testing

@testable import Tables

/// Units that stand behind the number in a cell of a tidy table.
@Suite struct TypedUnitTests {
    private func read(_ text: String) -> CatalogueReading {
        DataReader.read(.file(FileBytes(copying: text.utf8), ForeignFile(path: "t.csv")))
    }

    @Test func areTheUnitWhereNoColumnNamesOne() throws {
        let reading = read("年份,指标,数值\n2021,拨付资金,3.85亿元\n2022,拨付资金,4.1亿元\n")
        let catalogue = try #require(reading.catalogue)
        #expect(reading.problems.isEmpty)
        #expect(catalogue.indicators[0].unit.name.zh == "元")
        #expect(catalogue.observations(of: "拨付资金").map(\.unitMultiplier) == [8, 8])
    }

    @Test func thatDifferInASeriesAreSaid() {
        #expect(read("年份,指标,数值\n2021,面积,3亩\n2022,面积,4公顷\n").problems.map(\.code) == ["units-mixed"])
    }

    @Test func mustAgreeWithTheColumnOfUnits() {
        let agreeing = read("年份,指标,单位,数值\n2021,资金,亿元,3亿元\n")
        #expect(agreeing.problems.isEmpty)
        let differing = read("年份,指标,单位,数值\n2021,资金,元,3元\n2022,资金,元,4人\n")
        #expect(differing.problems.map { "\($0.location) \($0.code)" } == ["t.csv:3:11 units-mixed"])
    }

    @Test func aHeaderMayBeEmptyOverThePeriods() throws {
        let catalogue = try #require(read(",就业(人),床位(张)\n2021,100,20\n2022,110,22\n").catalogue)
        #expect(catalogue.indicators.map(\.name.zh) == ["就业", "床位"])
    }
}
