import CFuzzDriver
import Indicators

@testable import Tables

/// Single cells: numbers, periods, statuses, names of columns.
private func fuzzCells(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let text = String(decoding: bytes, as: UTF8.self)
    for hasDecimalComma in [false, true] {
        if case .number(let number) = CellNumber.read(text, hasDecimalComma: hasDecimalComma) {
            precondition((0...36).contains(number.value.scale) && (0...12).contains(number.multiplier))
            // What is written out is read back.
            precondition(
                number.value.scale > 18 || DecimalNumber(number.value.description) == number.value,
                "\(number.value) does not come back")
        }
    }
    if let plain = PlainNumber(start, 0..<count, point: UInt8(ascii: ".")) {
        precondition(
            DecimalNumber(text) == DecimalNumber(significand: plain.significand, scale: plain.scale),
            "the quick reading differs")
    }
    if let reading = PeriodReading.read(text) {
        precondition(!(reading.period.end < reading.period.start))
        precondition(
            Period(sdmx: reading.period.text)?.end == reading.period.end, "\(reading.period.text) does not come back")
    }
    _ = StatusReading.status(text)
    _ = StatusReading.multiplier(text)
    _ = ColumnNames.meaning(text)
    _ = ColumnNames.labelled(text)
    _ = Heading.parted(text)
    _ = Instant(rfc3339: text)
    var turning: Int?
    precondition(
        (UTF8Check.firstFault(start, 0..<count, &turning) == nil)
            == (String(validating: bytes, as: Unicode.UTF8.self) != nil))
    return 0
}

@_cdecl("FuzzCells_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count, arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzCells($0, $1) }
}
