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
    fuzzHeadings(text)
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

/// Headings and columns of periods: each line of the input is a text of its own.
private func fuzzHeadings(_ text: String) {
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    precondition(DayOrder.resolved(texts).count == texts.count)
    for isQuarterly in [false, true] {
        let resolved = PeriodColumn.resolve(texts, isQuarterly: isQuarterly, years: PeriodReading.years)
        precondition(resolved.periods.count == texts.count && resolved.statuses.count == texts.count)
    }
    if let spread = PartSpread(texts) { precondition(spread.kinds.count == texts.count) }
    precondition(PeriodFlags.columns(texts).allSatisfy { texts.indices.contains($0) && texts.indices.contains($1) })
    for one in texts {
        if let period = YearPart(one)?.period(of: 2020) { precondition(!(period.end < period.start)) }
        if let named = Heading.namedPeriod(one) { precondition(Period(sdmx: named.reading.period.text) != nil) }
        if let above = Period(sdmx: "2020-11") { _ = TitlePeriod.period(one, above) }
        _ = PeriodParts.joined([one, texts[0]])
        _ = NameHint(one)
        _ = OwnUnit.of(one)
        _ = PeriodFlags.status(one)
    }
}

@_cdecl("FuzzCells_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count, arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzCells($0, $1) }
}
