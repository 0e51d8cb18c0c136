import Indicators
import TestSupport
import Testing

@testable import Tables

private typealias Book = SmallWorkbook

/// Workbooks and other files that hold tables, read as `--data` reads them.
@Suite struct WorkbookReadingTests {
    private func row(_ cells: String...) -> String {
        cells.map { cell in
            cell.isEmpty
                ? "<c/>" : cell.hasPrefix("<") ? cell : DecimalNumber(cell) == nil ? Book.text(cell) : Book.number(cell)
        }.joined()
    }

    private func read(_ bytes: [UInt8], path: String = "b.xlsx", sheet: String? = nil) -> CatalogueReading {
        keepSeed("books", bytes)
        return DataReader.read(.file(FileBytes(copying: bytes), ForeignFile(path: path, sheet: sheet)))
    }

    private func wide(_ values: String...) -> [String] {
        ["<c/>"] + [row("地区", "2021年", "2022年"), row("甲区", values[0], values[1])]
    }

    @Test func aSheetIsATable() throws {
        let reading = read(Book(row("地区", "2021年", "2022年"), row("甲区", "5", "6.50"), name: "Sheet1").bytes)
        let catalogue = try catalogue(reading)
        #expect(catalogue.lines == ["甲区 b 2021 5", "甲区 b 2022 6.50"])
        #expect((0..<2).map { catalogue.observations[$0].place } == ["Sheet1!B2", "Sheet1!C2"])
        #expect(reading.files.map(\.path) == ["b.xlsx:Sheet1"])
        #expect(catalogue.package.title.zh == "b")
    }

    @Test func sheetsAreTopics() throws {
        var book = Book()
        book.add("就业", [row("地区", "2021年", "2022年"), row("甲区", "5", "6")])
        book.add("养老 床位", ["<c/>", row("年份", "床位(张)"), row("2021", "7"), row("2022", "8")])
        let catalogue = try catalogue(read(book.bytes))
        #expect(catalogue.topicNames == ["就业=就业", "养老 床位=养老 床位"])
        #expect(catalogue.package.title.zh == "b")
        #expect(catalogue.lines.suffix(2) == ["_ALL 床位 2021 7", "_ALL 床位 2022 8"])
        let last = catalogue.observations[catalogue.observations.count - 1]
        #expect(last.place == "'养老 床位'!B4" && last.line == 4)
    }

    /// `#,##0,` shows 133456 as 133: the heading says which of them is meant.
    @Test(arguments: [
        ("2023年(人)", "133.456e3", "人"), ("2023年(千人)", "133.456", "千人"), ("2023年(万人)", "13.3456", "万人"),
        ("2023年", "133.456e3", ""),
    ])
    func numbersThatAreShownInThousands(_ heading: String, _ value: String, _ unit: String) throws {
        var book = Book(row("地区", heading), Book.text("甲区") + Book.number("133456", style: 1))
        book.formats = ["#,##0,"]
        let catalogue = try catalogue(read(book.bytes))
        #expect(catalogue.lines == ["甲区 就业 2023 \(value)"])
        #expect(catalogue.indicators.map(\.unit.name.zh) == [unit])
    }

    @Test func aShareBesidePercentages() throws {
        var book = Book(
            row("地区", "2022年"), Book.text("甲区") + Book.number("0.052", style: 1), row("乙区", "0.061"))
        book.formats = ["0.0%"]
        let reading = read(book.bytes)
        #expect(reading.catalogue?.lines == ["甲区 就业 2022 5.2"])
        #expect(reading.problems.map { "\($0.cell) \($0.code)" } == ["B3 unit-doubt"])
    }

    @Test func whatAFormatSaysOfAFigure() throws {
        var book = Book(
            row("地区", "2022年", "2023年"),
            Book.text("甲区") + Book.number("12", style: 1) + Book.number("13", style: 2))
        book.formats = ["0\"人(快报)\"", "\"约\"0\"人\""]
        #expect(try catalogue(read(book.bytes)).lines == ["甲区 就业 2022 12 P", "甲区 就业 2023 13 approx"])
    }

    @Test func footnotesOfAWorkbook() throws {
        func noted(_ text: String) -> String {
            "<c t=\"inlineStr\"><is><r><t>\(text)</t></r>"
                + "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>"
        }
        let book = Book(
            Book.text("地区") + noted("2022") + Book.text("2023"), noted("甲区") + noted("12") + Book.number("13"))
        #expect(try catalogue(read(book.bytes)).lines == ["甲区 就业 2022 12", "甲区 就业 2023 13"])
        let page = "<table><tr><th>地区<th>2023年</tr><tr><td>甲区<sup>1</sup><td>12<sup>1</sup></tr></table>"
        #expect(try catalogue(read(Array(page.utf8), path: "p.html")).lines.map { $0.suffix(7) } == ["2023 12"])
    }

    @Test func oneSheetByItsName() throws {
        var book = Book(row("地区", "2021年"), row("甲区", "5"))
        book.add("乙", [row("地区", "2021年"), row("甲区", "9")])
        #expect(try catalogue(read(book.bytes, sheet: "乙")).lines == ["甲区 乙 2021 9"])
        let none = read(book.bytes, sheet: "丙")
        #expect(none.catalogue == nil && none.problems.map(\.code) == ["no-such-sheet"])
        #expect(none.problems.first?.expected.zh == "就业、乙")
        #expect(readTable("年份,人\n2021,5\n").catalogue != nil)
        #expect(read(Array("年份,人\n2021,5\n".utf8), path: "t.csv", sheet: "乙").problems.map(\.code) == ["no-such-sheet"])
    }

    @Test func tidySheetsKeepTheirCells() throws {
        let header = row("REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE")
        let reading = read(Book("", header, row("A", "X", "2021", "5"), row("A", "X", "2022", "约莫")).bytes)
        #expect(reading.problems.map(\.location) == ["b.xlsx:就业!D4"])
        #expect(reading.problems.map(\.line) == [4] && reading.problems.map(\.column) == [4])
        #expect(reading.catalogue?.observations[0].place == "就业!D3")
        #expect(reading.catalogue?.lines == ["A X 2021 5"])
    }

    @Test func problemsNameTheirCell() {
        let reading = read(
            Book(
                row("表"), "", row("", "地区", "2021年", "2022年"), row("", "甲区", "x1x", "6"),
                row("", "乙区", "<c t=\"e\"><v>#REF!</v></c>", "<c t=\"e\"><v>#N/A</v></c>"), name: "A b"
            ).bytes)
        #expect(reading.problems.map(\.code) == ["error-cell", "value-not-a-number"])
        #expect(reading.problems.map(\.location) == ["b.xlsx:A b!C5", "b.xlsx:A b!C4"])
        #expect(reading.catalogue?.lines.contains { $0.hasPrefix("乙区") && !$0.contains("–") } == false)
    }

    @Test func percentagesAndMonths() throws {
        var book = Book()
        book.formats = ["0.0%", "yyyy\"年\"m\"月\""]
        book.add(
            "甲", [row("月份", "增速"), Book.number("44866", style: 2) + Book.number("0.071", style: 1)])
        let catalogue = try catalogue(read(book.bytes))
        #expect(catalogue.lines == ["_ALL 增速 2022-11 7.1"])
    }

    @Test func twoTablesOnASheet() throws {
        let reading = read(
            Book(row("地区", "2021年"), row("甲区", "5"), "", row("床位"), row("年份", "床位(张)"), row("2022", "7")).bytes)
        #expect(reading.files.map(\.range) == ["A1:B2", "A4:B6"])
        let catalogue = try catalogue(reading)
        #expect(catalogue.topicNames == ["就业=就业 1", "就业-2=床位"] || catalogue.topics.count == 2)
        #expect(catalogue.observations.count == 2)
    }

    @Test func hiddenSheetsAndSheetsWithoutFiguresAreSaid() {
        var book = Book(row("地区", "2021年"), row("甲区", "5"))
        book.add("底稿", [row("x", "1")], state: "hidden")
        book.add("说明", [row("填表说明", "见附件")])
        book.add("空", [])
        let reading = read(book.bytes)
        #expect(reading.problems.map(\.short) == ["- hidden-sheet 底稿", "- sheet-without-figures 说明"])
        #expect(reading.problems.allSatisfy { $0.severity == .warning })
        #expect(read(Book(name: "空").bytes).problems.map(\.short) == ["- no-table"])
    }

    @Test func textThatBeginsLikeOtherFiles() {
        #expect(read(Book(row("[2] {", "2021年"), row("&lt;html>", "5")).bytes).catalogue != nil)
        #expect(readTable("[注]地区,2021年\n甲区,5\n").catalogue != nil)
    }

    // MARK: Other files

    @Test func aCompressedTable() throws {
        let bytes = compressedTable
        #expect(try catalogue(read(bytes, path: "d/t.csv.gz")).lines == ["_ALL 人 2021 5", "_ALL 人 2022 6"])
        #expect(read(bytes, path: "d/t.csv.gz").catalogue?.package.title.zh == "t")
        #expect(read(Array(bytes.dropLast(9)), path: "t.csv.gz").problems.map(\.short) == ["- damaged-file"])
    }

    @Test func aWebPage() throws {
        let page =
            "<html><table><tr><td>年份<td>人<tr><td>2021<td>5,000<tr><td>2022<td>6</table><table><tr><td>页脚</table></html>"
        #expect(try catalogue(read(Array(page.utf8), path: "t.xls")).lines == ["_ALL 人 2021 5000", "_ALL 人 2022 6"])
        #expect(try catalogue(read(inGB18030(page), path: "t.xls")).lines.count == 2)
        #expect(
            read(Array("<html><table><tr><td>没有数</table>".utf8), path: "t.xls").problems.map(\.short) == [
                "- not-a-table"
            ])
    }

    @Test(arguments: [
        "[{\"年份\": 2021, \"人\": 5.50, \"地区\": \"甲区\"}, {\"年份\": 2022, \"人\": null, \"地区\": \"甲区\"}]",
        "{\"meta\": {\"n\": 2}, \"data\": [{\"年份\": 2021, \"人\": 5.50, \"地区\": \"甲区\"}, {\"年份\": 2022, \"地区\": "
            + "\"甲区\"}]}",
        "{\"年份\": 2021, \"人\": 5.50, \"地区\": \"甲区\"}\n{\"年份\": 2022, \"人\": \"\", \"地区\": \"甲区\"}\n",
        "{\"columns\": [\"年份\", \"人\", \"地区\"], \"data\": [[2021, 5.50, \"甲区\"], [2022, null, \"甲区\"]]}",
        "[[\"年份\", \"人\", \"地区\"], [2021, 5.50, \"甲区\"], [2022, null, \"甲区\"]]",
        "{\"年份\": [2021, 2022], \"人\": [5.50, null], \"地区\": [\"甲区\", \"甲区\"]}",
        "[{\"page\": 1}, [{\"年份\": \"2021\", \"人\": 5.50, \"地区\": \"甲区\"}, {\"年份\": \"2022\", \"人\": null, \"地区\": "
            + "\"甲区\"}]]",
    ])
    func recordsOfJSON(_ text: String) throws {
        let catalogue = try catalogue(read(Array(text.utf8), path: "t.json"))
        #expect(catalogue.lines == ["甲区 人 2021 5.50", "甲区 人 2022 – O"])
    }

    @Test func placesInJSON() {
        let first = "{\"年份\": 2021, \"properties\": {\"数值\": 5}}"
        let second = "{\"年份\": 2022, \"properties\": {\"数值\": \"x1x\"}}"
        let reading = read(Array("{\"data\": [\(first), \(second)]}".utf8), path: "t.json")
        #expect(reading.problems.map(\.location) == ["t.json:$.data[1].properties.数值"])
        #expect(reading.catalogue?.observations[0].place == "$.data[0].properties.数值")
        #expect(read(Array("{\"data\": [1, 2]}".utf8), path: "t.json").problems.map(\.short) == ["- not-a-table"])
        #expect(read(Array("[{\"a\": 1,}]".utf8), path: "t.json").problems.map(\.code) == ["json-syntax"])
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>", "workbook", "Excel 2003"),
        ("<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"x\">", "workbook", ".fods"),
        (
            "\u{FEFF}<?xml version='1.0'?><mes:StructureSpecificData xmlns:mes=\"http://www.sdmx.org/r\">",
            "not-a-table", "SDMX-ML"
        ),
        ("<?xml version='1.0'?><rows><row/></rows>", "not-a-table", "XML"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related", "workbook", "网页归档"),
        ("CHARSET=\"ANSI\";\nAXIS-VERSION=\"2000\";\nMATRIX=\"x\";", "not-a-table", "PC-Axis"),
    ])
    func whatIsRecognised(_ text: String, _ code: String, _ word: String) {
        for bytes in [Array(text.utf8), encoded(text, .utf16LittleEndian)] {
            let reading = read(bytes, path: "t.xls")
            #expect(reading.problems.map(\.code) == [code])
            #expect(reading.problems.first?.message.zh.contains(word) == true)
            #expect(reading.problems.first.map { !$0.mend.zh.isEmpty && !$0.mend.en.isEmpty } == true)
        }
    }

    @Test func binaryFilesThatAreRecognised() {
        var table = [UInt8](repeating: 0x20, count: 100)
        table.replaceSubrange(0..<12, with: [3, 122, 11, 28, 1, 0, 0, 0, 65, 0, 10, 0])
        table[64] = 0x0D
        #expect(read(table, path: "t.dbf").problems.first?.message.zh.contains("dBase") == true)
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(read(compound + Array("Workbook".utf8)).problems.map(\.code) == ["workbook"])
        #expect(
            read(compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }).problems.map(\.code) == ["encrypted-workbook"])
        #expect(read(compound + "WordDocument".utf8.flatMap { [$0, 0] }).problems.map(\.code) == ["not-a-table"])
        let archive = StoredZip.bytes([("t.csv", Array("a,b".utf8))])
        #expect(read(archive, path: "t.zip").problems.map(\.code) == ["not-a-table"])
        #expect(read(Array(archive.prefix(50)), path: "t.zip").problems.map(\.code) == ["not-a-table"])
        #expect(read(Array(archive.prefix(50)), path: "t.xlsx").problems.map(\.code) == ["damaged-workbook"])
        #expect(
            read(
                StoredZip.bytes([("[Content_Types].xml", Array("<a/>".utf8)), ("xl/workbook.bin", [])]), path: "t.xlsb"
            ).problems.count == 1)
    }
}

/// `printf '年份,人\n2021,5\n2022,6\n' | gzip -n9`
private let compressedTable: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x7B, 0xBA, 0x73, 0xCB, 0x93, 0xDD, 0x7B, 0x75,
    0x9E, 0xEC, 0xDA, 0xC5, 0x65, 0x64, 0x60, 0x64, 0xA8, 0x63, 0x0A, 0xA2, 0x8C, 0x74, 0xCC, 0xB8, 0x00, 0x29,
    0x30, 0x72, 0x55, 0x19, 0x00, 0x00, 0x00,
]
