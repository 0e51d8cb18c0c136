import Testing
import TestSupport

@testable import Workbooks

/// Sheets in the form of OpenDocument.
@Suite struct OpenDocumentTests {
    private func tables(_ sheets: String, styles: String = "", sheet: String? = nil, extra: [(String, String)] = [])
        throws
        -> [String]
    {
        let oasis = "urn:oasis:names:tc:opendocument:xmlns:"
        let spaces = ["office", "table", "text", "style"].map { "xmlns:\($0)=\"\(oasis)\($0):1.0\"" }.joined(
            separator: " ")
        let content =
            "<office:document-content \(spaces) xmlns:number=\"\(oasis)datastyle:1.0\"><office:automatic-styles>"
            + "\(styles)</office:automatic-styles><office:body><office:spreadsheet>\(sheets)</office:spreadsheet>"
            + "</office:body></office:document-content>"
        let files = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)] + extra
        var found: [String] = []
        try StoredZip.bytes(files.map { ($0.0, Array($0.1.utf8)) }).withUnsafeBytes { bytes in
            try WorkbookReader.read(bytes, WorkbookOptions(sheet: sheet)) { sheet in
                if sheet.isHidden { found.append("hidden \(sheet.name)") }
                for table in sheet.grid.tables() {
                    let csv = try sheet.grid.csv(table, atMost: 1 << 20)
                    found.append(
                        "\(sheet.name)!\(table.range) "
                            + String(decoding: csv.text, as: UTF8.self).split(separator: "\n").joined(separator: "|"))
                }
            }
        }
        return found
    }

    private func number(_ value: String, style: String = "", more: String = "") -> String {
        "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\" table:style-name=\"\(style)\" "
            + "\(more)><text:p>x</text:p></table:table-cell>"
    }

    private func text(_ text: String, more: String = "") -> String {
        "<table:table-cell office:value-type=\"string\" \(more)><text:p>\(text)</text:p></table:table-cell>"
    }

    private func table(_ rows: String..., style: String = "", name: String = "甲") -> String {
        "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\">"
            + rows.map { $0.hasPrefix("<table:table-row") ? $0 : "<table:table-row>\($0)</table:table-row>" }.joined()
            + "</table:table>"
    }

    @Test func valuesOfEveryKind() throws {
        let percent =
            "<table:table-cell office:value-type=\"percentage\" office:value=\"0.1234\"><text:p>12%</text:p>"
            + "</table:table-cell>"
        let date =
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-11-01\"><text:p>11/22</text:p>"
            + "</table:table-cell>"
        let instant = "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-11-01T08:30:00\"/>"
        let broken =
            "<table:table-cell table:formula=\"of:=[.A1]/0\" office:value-type=\"string\" office:string-value=\"\">"
            + "<text:p>#DIV/0!</text:p></table:table-cell>"
        let note =
            "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>批注</text:p>"
            + "</office:annotation><text:p>一<text:s text:c=\"2\"/>二</text:p><text:p>三</text:p></table:table-cell>"
        #expect(
            try tables(table(note + percent + date + instant + broken + number("1.1000000000000001")))
                == ["甲!A1:F1 \"一  二三\",12.34%,2022-11-01,2022-11-01 08:30:00,,1.1"])
    }

    @Test func repeatedCellsAndRows() throws {
        let rows = [
            text("a") + number("1", more: "table:number-columns-repeated=\"3\"")
                + "<table:table-cell table:number-columns-repeated=\"16380\"/>",
            "<table:table-row table:number-rows-repeated=\"2\">\(text("b"))\(number("2"))</table:table-row>",
            "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell "
                + "table:number-columns-repeated=\"16384\"/></table:table-row>",
        ]
        #expect(try tables(table(rows[0], rows[1], rows[2])) == ["甲!A1:D3 a,1,1,1|b,2,,|b,2,,"])
    }

    @Test func stylesSayWhatIsMeant() throws {
        let styles = """
            <number:date-style style:name="N1"><number:year/><number:text>年</number:text><number:month/>\
            </number:date-style>
            <number:number-style style:name="N2"><number:number number:display-factor="1000"/></number:number-style>
            <number:number-style style:name="N3"><number:number/><number:text>亿元</number:text></number:number-style>
            <style:style style:name="ce1" style:data-style-name="N1"/><style:style style:name="ce2" \
            style:data-style-name="N2"/>
            <style:style style:name="ce3" style:data-style-name="N3"/>
            <style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>
            <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
            """
        let date =
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-11-01\"><text:p>x</text:p>"
            + "</table:table-cell>"
        let first =
            "<table:table table:name=\"甲\" table:style-name=\"ta1\"><table:table-column "
            + "table:default-cell-style-name=\"ce1\"/><table:table-row>"
            + "\(date)\(number("12345", style: "ce2"))\(number("3.85", style: "ce3"))</table:table-row>"
            + "</table:table>"
        let second = table(number("5"), style: "ta2", name: "底稿")
        #expect(try tables(first + second, styles: styles) == ["甲!A1:C1 2022-11,12.345千,3.85亿元", "hidden 底稿"])
        #expect(try tables(first + second, styles: styles, sheet: "底稿") == ["底稿!A1:A1 5"])
        #expect(throws: WorkbookFault.noSuchSheet("无", ["甲", "底稿"])) {
            try tables(first + second, styles: styles, sheet: "无")
        }
    }

    @Test func raisedAndLoweredText() throws {
        let styles = """
            <style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>
            <style:style style:name="T2"><style:text-properties style:text-position="-33% 58%"/></style:style>
            """
        func span(_ text: String, _ style: String) -> String {
            "<text:span text:style-name=\"\(style)\">\(text)</text:span>"
        }
        let cells = [
            "甲区" + span("1", "T1"), "12" + span("1", "T1"), "CO" + span("2", "T2"),
            "5" + span("6" + span("2", "T1"), ""),
        ]
        #expect(try tables(table(cells.map { text($0) }.joined()), styles: styles) == ["甲!A1:D1 甲区¹,12¹,CO2,56²"])
    }

    @Test func mergedNames() throws {
        let covered = "<table:covered-table-cell/>"
        #expect(
            try tables(
                table(
                    text("地区") + text("人数"), text("甲区", more: "table:number-rows-spanned=\"2\"") + number("5.5"),
                    covered + number("6.5")))
                == ["甲!A1:B3 地区,人数|甲区,5.5|甲区,6.5"])
    }

    @Test func encryptedFiles() {
        let manifest = "<m:manifest xmlns:m=\"urn:x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
        #expect(throws: WorkbookFault.encrypted) { try tables("", extra: [("META-INF/manifest.xml", manifest)]) }
    }

    @Test func aDocumentOfTextIsNone() {
        #expect(throws: WorkbookFault.notAWorkbook) {
            try StoredZip.bytes([("content.xml", Array("<a><table><table-row/></table></a>".utf8))]).withUnsafeBytes {
                try WorkbookReader.read($0, WorkbookOptions()) { _ in }
            }
        }
    }
}
