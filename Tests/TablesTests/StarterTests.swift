import Indicators
import TestSupport
import Testing

@testable import Tables

@Suite struct StarterTests {
    @Test func theStarterOpensAndHasEveryTable() throws {
        let files = try #require(Starter.files(name: "我的 City-2!", like: try panjin()))
        let reading = CatalogueReader.read(MemoryFolder(files))
        #expect(reading.problems.isEmpty, "\(reading.problems.map { $0.text(.en) })")
        for form in TableForm.all {
            let name = form.resource + ".csv"
            func head(_ bytes: [UInt8]?) -> ArraySlice<UInt8>? { bytes?.prefix { $0 != 0x0A && $0 != 0x0D } }
            #expect(head(files[name]) == head(try panjin().files[name]), "the columns in the order of the schema")
        }
        #expect(reading.files.count == TableForm.all.count && reading.catalogue?.package.name == "city-2")
        #expect(Starter.files(name: "x", like: MemoryFolder(["datapackage.json": Array("{}".utf8)])) == nil)
    }
}

@Suite struct MonthTemplateTests {
    private func city(_ rows: String...) throws -> (MemoryFolder, Catalogue) {
        var city = SmallCity()
        city.observations = rows
        return (try city.folder(), try city.catalogue())
    }

    private func row(_ area: String, _ period: String, _ value: String = "5") -> String {
        "\(area),jobs,\(period),printed,\(value),4,,approx,A,,"
    }

    @Test func hasARowForWhateverIsReportedByMonths() throws {
        let (folder, catalogue) = try city(
            row("1", "2022-01-01/P11M"), row("11", "2022-01-01/P11M"), row("12", "2022-11"),
            row("13", "2022-01-01/P10M"), row("11", "2021"))
        let template = try #require(MonthTemplate(nil, of: catalogue))
        #expect(template.month.text == "2022-12")
        #expect(
            template.rows.map { [$0["REF_AREA"], $0["TIME_PERIOD"]] } == [
                ["1", "2022-01-01/P12M"], ["11", "2022-01-01/P12M"], ["12", "2022-12"], ["13", "2022-01-01/P12M"],
            ])
        #expect(
            template.rows.allSatisfy { $0["OBS_STATUS"] == "O" && $0["OBS_VALUE"] == nil && $0["UNIT_MULT"] == "4" })
        var filled = folder
        filled.files["observations.csv"] = template.appended(to: folder.files["observations.csv"] ?? [])
        let reading = CatalogueReader.read(filled)
        #expect(reading.catalogue?.observations.count == 9, "\(reading.problems.map { $0.text(.en) })")
        // Again: nothing is asked for twice.
        #expect(MonthTemplate(Period(sdmx: "2022-12"), of: try #require(reading.catalogue))?.rows.isEmpty == true)
    }

    @Test func anyLaterMonthCanBeAskedForAndANewYearBeginsAnew() throws {
        let catalogue = try city(row("1", "2022-01-01/P12M"), row("12", "2022-12")).1
        #expect(MonthTemplate(nil, of: catalogue)?.rows.map { $0["TIME_PERIOD"] } == ["2023-01-01/P1M", "2023-01"])
        #expect(
            MonthTemplate(Period(sdmx: "2023-02"), of: catalogue)?.rows.map { $0["TIME_PERIOD"] } == [
                "2023-01-01/P2M", "2023-02",
            ])
    }

    @Test func nothingByMonthsNoTemplate() throws {
        #expect(MonthTemplate(nil, of: try city(row("1", "2022"), row("11", "2022-Q3")).1) == nil)
        #expect(MonthTemplate(Period(sdmx: "2022"), of: try city(row("1", "2022-11")).1) == nil)
    }
}
