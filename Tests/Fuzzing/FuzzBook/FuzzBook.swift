import CFuzzDriver
import Indicators
import TestSupport

@testable import Tables

/// Workbooks, web pages and records of JSON: as whole files, and as parts of a workbook, which a fuzzer does not get to
/// through the checksums of an archive.
private func fuzzBook(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    read(bytes)
    guard let first = bytes.first else { return 0 }
    let rest = String(decoding: bytes.dropFirst(), as: UTF8.self)
    var book = SmallWorkbook()
    switch first % 8 {
    case 0:
        book.sheets = [("甲", "visible", rest)]
        book.shared = ["<t>年份</t>", "<t>数</t>"]
        book.formats = ["0.0%", "yyyy-mm"]
    case 1: book.parts = [("xl/sharedStrings.xml", rest)]
    case 2: book.parts = [("xl/styles.xml", rest)]
    case 3: book.parts = [("xl/workbook.xml", rest)]
    case 4:
        book.add("甲", ["<c><v>2021</v></c><c s=\"1\"><v>0.5</v></c>"])
        book.formats = [rest.filter { !"<&".contains($0) }]
    case 5: return read(Array("<html>".utf8) + bytes.dropFirst())
    case 6: return read(Array("[{".utf8) + bytes.dropFirst())
    default:
        return read(StoredZip.bytes([("content.xml", Array(bytes.dropFirst()))]))
    }
    if book.sheets.isEmpty { book.add("甲", ["<c t=\"s\"><v>0</v></c><c s=\"1\"><v>0.5</v></c>"]) }
    return read(book.bytes)
}

@discardableResult
private func read(_ bytes: [UInt8]) -> CInt {
    let reading = DataReader.read(.file(FileBytes(copying: bytes), ForeignFile(path: "t.xlsx")))
    precondition(reading.catalogue != nil || !reading.problems.isEmpty, "neither a catalogue nor a problem")
    if let catalogue = reading.catalogue {
        for row in 0..<min(50, catalogue.observations.count) { _ = catalogue.observations[row].place }
    }
    for problem in reading.problems.prefix(20) {
        precondition(
            !problem.text(.zh).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "a control reaches the screen"
        )
    }
    return 0
}

@_cdecl("FuzzBook_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count, arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzBook($0, $1) }
}
