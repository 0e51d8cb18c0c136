import Testing
import TestSupport

@testable import Workbooks

private typealias Book = SmallWorkbook

/// The sheets of a workbook and the tables on them.
@Suite struct SheetTests {
    /// Each table as its range and its lines.
    private func tables(_ book: SmallWorkbook, sheet: String? = nil) throws -> [String] {
        var found: [String] = []
        try book.bytes.withUnsafeBytes { bytes in
            try WorkbookReader.read(bytes, WorkbookOptions(sheet: sheet)) { sheet in
                if sheet.isHidden { found.append("hidden \(sheet.name)") }
                for table in sheet.grid.tables() {
                    let csv = try sheet.grid.csv(table, atMost: 1 << 20)
                    let lines = String(decoding: csv.text, as: UTF8.self).split(
                        separator: "\n", omittingEmptySubsequences: false)
                    #expect(lines.count == table.rows.upperBound + 2)
                    found.append(
                        "\(sheet.name)!\(table.range) "
                            + lines[table.rows.lowerBound...].dropLast().joined(separator: "|"))
                }
            }
        }
        return found
    }

    private func row(_ cells: String...) -> String {
        cells.map {
            $0.first.map { $0.isNumber || $0 == "-" } ?? true ? ($0.isEmpty ? "<c/>" : Book.number($0)) : Book.text($0)
        }.joined()
    }

    @Test func textsOfEveryKind() throws {
        var book = Book(
            "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>9</v></c>" + Book.text("a, \"b\""),
            "<c t=\"str\"><f>A1</f><v>公式</v></c><c><f>1+1</f><v>2</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>"
                + "#REF!</v></c>",
            "<c t=\"d\"><v>2022-11-01T08:00:00</v></c><c t=\"n\"><v>3.50</v></c>")
        book.shared = [
            "<r><rPr><b/></rPr><t>城镇</t></r><r><t>就业</t></r><rPh sb=\"0\" eb=\"1\"><t>jiuye</t></rPh>",
            "<t xml:space=\"preserve\"> 两行_x000D_\n标题 </t>",
        ]
        #expect(
            try tables(book) == ["就业!A1:D3 城镇就业,\" 两行标题 \",,\"a, \"\"b\"\"\"|公式,2,TRUE,|2022-11-01 08:00:00,3.50,,"])
    }

    @Test func raisedAndLoweredText() throws {
        func run(_ text: String, _ place: String = "") -> String {
            "<r><rPr>\(place.isEmpty ? "<b/>" : "<vertAlign val=\"\(place)\"/>")</rPr><t>\(text)</t></r>"
        }
        var book = Book(
            "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>",
            "<c t=\"inlineStr\"><is>\(run("甲区") + run("1", "superscript") + run("镇"))</is></c><c><v>5</v></c>")
        book.shared = [
            run("2022") + run("1", "superscript"), "<r><t>CO</t></r>" + run("2", "subscript") + run("量", "baseline"),
        ]
        #expect(try tables(book) == ["就业!A1:B2 2022¹,CO2量|甲区¹镇,5"])
    }

    @Test func cellsStandWhereTheySay() throws {
        var book = Book()
        book.sheets = [
            (
                "甲", "visible",
                "<sheetData><row r=\"5\"><c r=\"C5\"><v>1</v></c><c><v>2</v></c></row><row><c r=\"F6\"><v>3</v></c>"
                    + "<c r=\"C6\"><v>4</v></c></row></sheetData>"
            )
        ]
        // Out of order, with an empty column between.
        #expect(try tables(book) == ["甲!C5:F6 1,2,|4,,3"])
    }

    @Test func prefixesAreNoMatter() throws {
        var book = Book()
        book.sheets = [("甲", "visible", "")]
        book.parts = [
            (
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x=\"urn:y\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>"
                    + "</x:worksheet>"
            )
        ]
        #expect(try tables(book) == ["甲!A1:A1 7"])
    }

    @Test func hiddenSheetsAreNamedAndReadWhereTheyAreAskedFor() throws {
        var book = Book(row("年份", "人数"), row("2021", "5"))
        book.add("底稿", [row("年份", "人数"), row("2022", "6")], state: "veryHidden")
        #expect(try tables(book) == ["就业!A1:B2 年份,人数|2021,5", "hidden 底稿"])
        #expect(try tables(book, sheet: "底稿") == ["底稿!A1:B2 年份,人数|2022,6"])
        #expect(throws: WorkbookFault.noSuchSheet("无", ["就业", "底稿"])) { try tables(book, sheet: "无") }
    }

    @Test func formulasThatWereNeverComputedAreCounted() throws {
        let book = Book("<c><f>1+1</f></c><c><v>1</v></c><c><f>2+2</f><v></v></c><c t=\"str\"><f>\"\"</f><v></v></c>")
        try book.bytes.withUnsafeBytes { bytes in
            try WorkbookReader.read(bytes, WorkbookOptions()) { sheet in
                let uncomputed = try #require(sheet.grid.uncomputed)
                #expect(uncomputed == (2, 0, 0))
            }
        }
    }

    // MARK: Merged cells

    @Test func aNameOverSeveralRowsStandsInEach() throws {
        var book = Book()
        book.add(
            "甲",
            [
                row("地区", "年份", "人数"), row("甲区", "2020", "5"), row("", "2021", "6"), row("乙区", "2020", "7"),
                row("", "", "8"),
            ],
            behind:
                "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"B4:B5\"/>"
                + "</mergeCells>"
        )
        #expect(try tables(book) == ["甲!A1:C5 地区,年份,人数|甲区,2020,5|甲区,2021,6|乙区,2020,7|乙区,2020,8"])
    }

    @Test func aHeadingOverSeveralRowsStandsInEachAndATitleOnce() throws {
        var book = Book()
        book.add(
            "甲", [row("表"), "", row("地区", "就业", ""), row("", "2021", "2022"), row("甲区", "5", "6")],
            behind:
                "<mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:C3\"/>"
                + "</mergeCells>"
        )
        #expect(try tables(book) == ["甲!A1:C5 表,,||地区,就业,|地区,2021,2022|甲区,5,6"])
    }

    @Test func aFigureOverSeveralRowsIsNotThatOfEach() throws {
        var book = Book()
        book.add(
            "甲", [row("地区", "人数"), row("甲区", "12.5"), row("乙区", ""), row("丙区", "2010"), row("丁区", "")],
            behind:
                "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"B4:B5\"/><mergeCell ref=\"A1:XFD1048576\"/>"
                + "</mergeCells>"
        )
        #expect(try tables(book) == ["甲!A1:B5 地区,人数|甲区,12.5|乙区,|丙区,2010|丁区,"])
    }

    // MARK: Several tables

    @Test func tablesBelowOneAnother() throws {
        var book = Book()
        book.add(
            "甲",
            [
                row("表一"), "", row("地区", "2020", "2021"), row("甲区", "5", "6"), row("注：一"), "", row("表二"),
                row("年份", "床位"), row("2020", "9"), "", row("数据来源：某局"),
            ])
        #expect(
            try tables(book) == [
                "甲!A1:C5 表一,,||地区,2020,2021|甲区,5,6|注：一,,", "甲!A7:B11 表二,|年份,床位|2020,9||数据来源：某局,",
            ])
    }

    @Test func tablesBesideOneAnother() throws {
        var book = Book()
        book.add(
            "甲",
            [
                row("表一", "", "", "", "表二"), row("地区", "2020", "2021", "", "街道", "2020"),
                row("甲区", "5", "6", "", "一街", "8"), row("乙区", "7", "9", "", "二街", "3"),
            ])
        let tables = try tables(book)
        #expect(tables == ["甲!A1:C4 表一,,|地区,2020,2021|甲区,5,6|乙区,7,9", "甲!E1:F4 表二,|街道,2020|一街,8|二街,3"])
    }

    @Test func anEmptyColumnForLooksIsNoBorder() throws {
        var book = Book()
        book.add(
            "甲",
            [
                row("地区", "", "2020", "", "2021", "", "备注"), row("甲区", "", "5", "", "6", "", "a"),
                row("乙区", "", "7", "", "9", "", ""),
            ])
        #expect(try tables(book) == ["甲!A1:G3 地区,2020,2021,备注|甲区,5,6,a|乙区,7,9,"])
    }

    @Test func emptyRowsWithinATableDoNotPartIt() throws {
        var book = Book()
        book.add(
            "甲",
            [
                row("地区", "2020", "2021"), "", row("甲区", "5", "6"), "", row("乙区", "7", "—"), "",
                row("地区", "2020", "2021"),
                row("丙区", "8", "9"), "", row("备注", "见说明"),
            ])
        #expect(
            try tables(book) == [
                "甲!A1:C10 地区,2020,2021||甲区,5,6||乙区,7,—||地区,2020,2021|丙区,8,9||备注,见说明,"
            ])
    }

    @Test func numberedLinesAreNoFigures() throws {
        var book = Book()
        book.add(
            "说明",
            [
                Book.text("1、填报单位") + Book.text("某局"), Book.text("2. 报送时间") + Book.text("每月"),
                Book.text("（1）说明") + Book.text("见下"), Book.text("3）口径") + Book.text("同上"),
            ])
        #expect(try tables(book) == [])
        book.sheets = []
        book.add(
            "数", [row("地区", "产值"), row("甲区", "") + Book.text("3.2亿元"), row("乙区", "") + Book.text("￥1,234")])
        #expect(try tables(book).count == 1)
    }

    @Test func linesOfMetadataAreNoTable() throws {
        var book = Book()
        book.add(
            "甲", [row("Data Source", "WDI"), "", row("Last Updated", "x"), "", row("Country", "2020"), row("N", "5.5")])
        #expect(try tables(book) == ["甲!A1:B6 Data Source,WDI||Last Updated,x||Country,2020|N,5.5"])
        book.sheets = []
        book.add("说明", [row("填表说明"), row("一", "二"), row("2022", "年")])
        #expect(try tables(book) == [])
    }
}
