import Testing
import TestSupport

@testable import Workbooks

/// Workbooks that are damaged, or made to harm.
@Suite struct HostileBookTests {
    private func fault(_ bytes: [UInt8], _ limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
        do {
            try bytes.withUnsafeBytes { try WorkbookReader.read($0, WorkbookOptions(limits: limits)) { _ in } }
            return nil
        } catch { return error as? WorkbookFault }
    }

    private func book(_ sheet: String, _ parts: [(String, String)] = []) -> [UInt8] {
        var book = SmallWorkbook()
        book.sheets = [("甲", "visible", sheet)]
        book.parts = parts.map { (name: $0.0, content: $0.1) }
        return book.bytes
    }

    private let part = "xl/worksheets/sheet1.xml"

    @Test func damagedFiles() {
        let whole = book("<sheetData/>")
        #expect(fault(whole) == nil)
        #expect(fault([]) == .cutShort)
        #expect(fault(Array(whole.dropLast(30))) == .cutShort)
        #expect(fault(Array(whole.prefix(40))) == .cutShort)
        #expect(fault(book("<sheetData>")) == .badXML(part: part, line: 1))
        #expect(fault(book("<sheetData/>", [("xl/workbook.xml", "")])) == .badXML(part: "xl/workbook.xml", line: 1))
        var changed = whole
        if let place = changed.indices.first(where: { changed[$0...].starts(with: Array("<sheetData/>".utf8)) }) {
            changed[place + 1] = UInt8(ascii: "S")
        }
        #expect(fault(changed) == .badXML(part: part, line: 1) || fault(changed) == .damagedPart(part))
        #expect(fault(StoredZip.bytes([("a.txt", [1])])) == .notAWorkbook)
        #expect(
            fault(StoredZip.bytes([("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", [])])) != nil)
    }

    @Test func everyPrefixAndEveryChangedByteEndsWell() {
        let whole = book("<sheetData><row><c t=\"s\"><v>0</v></c><c><v>1.5</v></c></row></sheetData>")
        for count in stride(from: 0, to: whole.count - 22, by: 37) { #expect(fault(Array(whole.prefix(count))) != nil) }
        for place in stride(from: 0, to: whole.count, by: 11) {
            var changed = whole
            changed[place] ^= 0x55
            _ = fault(changed)
        }
    }

    @Test func documentTypesWithEntities() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>"
        #expect(fault(book("", [(part, bomb)])) == .documentType(part))
    }

    @Test func depthAndLength() {
        let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        #expect(fault(book(deep)) == .nestedTooDeep(part))
        let long = "<a b=\"" + String(repeating: "x", count: 3 << 20) + "\"/>"
        #expect(fault(book(long)) == .nestedTooDeep(part))
    }

    @Test func totals() {
        var limits = WorkbookLimits()
        limits.bytes = 2_000
        #expect(fault(book("<!--" + String(repeating: "x", count: 3_000) + "-->"), limits) == .tooLarge(2_000))
        limits = WorkbookLimits()
        limits.cells = 3
        let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 4) + "</row>"
        #expect(fault(book("<sheetData>\(row)</sheetData>"), limits) == .tooManyCells(3))
        limits = WorkbookLimits()
        limits.parts = 3
        #expect(fault(book("<sheetData/>"), limits) == .tooManyParts(3))
        limits = WorkbookLimits()
        limits.text = 4
        #expect(fault(book("<sheetData><row><c t=\"str\"><v>12345</v></c></row></sheetData>"), limits) == .tooLarge(4))
    }

    @Test func placesOutsideEverySheet() {
        #expect(
            fault(
                book(
                    "<sheetData><row r=\"99999999999\"><c><v>1</v></c></row><row r=\"-5\"><c r=\"ZZZZ1\"><v>1</v></c>"
                        + "</row></sheetData>"
                )) == nil)
        #expect(
            fault(
                book(
                    "<sheetData><row><c s=\"-1\"><v>1</v></c><c t=\"s\"><v>-1</v></c></row></sheetData><mergeCells>"
                        + "<mergeCell ref=\"B2:A1\"/></mergeCells>"
                )) == nil)
    }
}
