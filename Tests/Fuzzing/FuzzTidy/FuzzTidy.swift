import CFuzzDriver
import Indicators

@testable import Tables

/// Tidy tables, by one worker and by three: both must come to the same, and nothing may crash.
private func fuzzTidy(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let file = FileBytes(copying: UnsafeBufferPointer(start: start, count: count))
    let reading = DataReader.read(.file(file, ForeignFile(path: "t.csv")))
    if let catalogue = reading.catalogue {
        for row in 0..<min(50, catalogue.observations.count) { _ = catalogue.observations[row] }
        for indicator in catalogue.indicators.prefix(5) { _ = catalogue.observations(of: indicator.code) }
    } else {
        precondition(!reading.problems.isEmpty, "neither a catalogue nor a problem")
    }
    compareWorkers(file)
    return 0
}

private func compareWorkers(_ file: FileBytes) {
    let decided = file.withBytes { bytes -> (plan: ColumnPlan, data: Range<Int>)? in
        let head = TableHead(bytes, from: 0)
        guard let table = TableDecision(bytes, head), table.roles.form == .tidy else { return nil }
        return (table.plan(separator: head.separator).plan, table.data)
    }
    guard let (plan, data) = decided else { return }
    let one = rows(
        TidyReading.read(file, from: data.lowerBound, to: data.upperBound, plan, now: .distantPast, workers: 1), file,
        plan)
    let three = rows(
        TidyReading.read(file, from: data.lowerBound, to: data.upperBound, plan, now: .distantPast, workers: 3), file,
        plan)
    precondition(one == three, "one worker and three differ")
}

private func rows(_ reading: TidyReading, _ file: FileBytes, _ plan: ColumnPlan) -> [String] {
    if let fault = reading.textFault { return ["\(fault.rule.code) \(fault.offset)"] }
    var scanned = ScannedObservations(file: file, plan: plan, segments: reading.segments, firstLine: 0) {
        PeriodColumn.resolve($0)
    }
    scanned.indicatorCodes = (0..<scanned.indicatorKeys.count).map {
        scanned.key(ofIndicator: $0).joined(separator: "\u{1}")
    }
    // What is counted is told once for each part and joined later.
    let counted: Set<String> = ["unknown-status", "number-doubt", "exponent"]
    let problems = reading.segments.flatMap(\.problems).filter { !counted.contains($0.rule.code) }
    let table = ObservationTable(scanned)
    return (0..<table.count).map { row in
        let one = table[row]
        return "\(one.key) \(String(describing: one.value)) \(one.unitMultiplier) \(one.qualifier) \(one.status) "
            + "\(String(describing: one.valueHigh)) \(one.line) \(one.printed) \(one.note)"
    }
        + problems.map { "\($0.rule.code) \($0.offset) \($0.found)" }
}

@_cdecl("FuzzTidy_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count, arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzTidy($0, $1) }
}
