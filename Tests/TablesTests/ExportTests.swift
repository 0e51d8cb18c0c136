import Indicators
import TestSupport
import Testing

@testable import Tables

@Suite struct ExportTests {
    private func city(_ rows: [String], now: Instant = .distantPast) throws -> (MemoryFolder, Catalogue) {
        var city = SmallCity()
        city.observations = rows
        city.now = now
        return (try city.folder(), try city.catalogue())
    }

    private let rows = [
        "1,jobs,2022-01-01/P11M,printed,3.85,8,,exact,A,,", "11,jobs,2022,printed,1.10,0,,approx_below,P,revised,",
        "12,jobs,2022,printed,,0,,exact,O,,",
        "13,jobs,,unspecified,500,0,600,range,A,,",
    ]

    private func spreadsheet(_ catalogue: Catalogue) -> String {
        var text = ""
        SpreadsheetCSV.write(catalogue, FigureSelection()) { text += $0 }
        return text
    }

    private func statistical(_ catalogue: Catalogue) -> String {
        var text = ""
        StatisticalCSV.write(catalogue, FigureSelection()) { text += $0 }
        return text
    }

    /// Every fact of every observation, whatever row it stands in.
    private func facts(_ catalogue: Catalogue) -> Set<[String]> {
        Set((0..<catalogue.observations.count).map { CatalogueCSV.cells(catalogue.observations[$0]) })
    }

    @Test(arguments: [true, false])
    func whatIsExportedReadsBackAsItWas(_ isSpreadsheet: Bool) throws {
        var (folder, catalogue) = try city(rows)
        folder.files["observations.csv"] = Array((isSpreadsheet ? spreadsheet(catalogue) : statistical(catalogue)).utf8)
        let reading = CatalogueReader.read(folder)
        let again = try #require(reading.catalogue, "\(reading.problems.map { $0.text(.en) })")
        #expect(facts(again) == facts(catalogue) && again.observations.count == 4)
    }

    @Test func aSpreadsheetSeesTextInChineseAndPlainValues() throws {
        let text = spreadsheet(try city(rows).1)
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 5 && !text.replacing("\r\n", with: "").contains("\n"))
        #expect(lines[1].contains(",385000000,") && lines[1].hasSuffix("虚构示例数据 · fictional example data"))
    }

    @Test func nothingIsTakenForAFormulaAndNumbersStayNumbers() {
        for (text, expected) in [
            ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"), ("-5", "-5"), ("-0.5", "-0.5"),
            ("\t=1", "'\t=1"), ("  =1", "'  =1"), ("＝1+1", "'＝1+1"), ("\r=1", "'\r=1"), ("24002", "24002"),
            ("近500人", "近500人"), ("", ""), ("a=b", "a=b"),
        ] { #expect(SpreadsheetCSV.defused(text) == expected, "\(text)") }
    }

    @Test func statisticalFormHasItsStructureActionAndKeyFirst() throws {
        let lines = statistical(try city(rows).1).split(separator: "\n")
        #expect(
            lines[0].hasPrefix(
                "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,PERIOD_BASIS,SOURCE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,")
        )
        #expect(
            lines[1].hasPrefix("dataflow,MINSHENG:PANJIN-2022(1.1.0),I,1,jobs,printed,paper,2022-01-01/P11M,3.85,8,"))
        #expect(StatisticalCSV.withoutTime(try city(rows).1, FigureSelection()) == 1)
    }

    @Test func whatIsUnderEmbargoIsInNoExportUntilItsInstant() throws {
        let embargo = "2023-01-01T08:00:00+08:00", rows = ["1,jobs,2022,printed,98765,0,,exact,A,,\(embargo)"]
        let instant = try #require(Instant(rfc3339: embargo))
        for (seconds, isShown) in [(-1, false), (0, true), (1, true)] {
            let catalogue = try city(rows, now: Instant(seconds: instant.seconds + seconds)).1
            for text in [
                spreadsheet(catalogue), statistical(catalogue), CatalogueJSON.write(catalogue, FigureSelection()),
                CatalogueCSV.write(catalogue, FigureSelection()),
            ] {
                #expect(text.contains("98765") == isShown)
            }
        }
    }
}
