import CFuzzDriver

@testable import Tables

/// Tables with periods in their header and tables of records, in any encoding.
private func fuzzWide(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    read(bytes)
    // Most inputs get no further than to a line of periods.
    read(Array("地区,2021,2022年\n".utf8) + bytes)
    return 0
}

private func read(_ bytes: [UInt8]) {
    let reading = DataReader.read(.file(FileBytes(copying: bytes), ForeignFile(path: "t.csv")))
    precondition(reading.catalogue != nil || !reading.problems.isEmpty, "neither a catalogue nor a problem")
    if let catalogue = reading.catalogue {
        for indicator in catalogue.indicators.prefix(5) { _ = catalogue.observations(of: indicator.code) }
    }
    for problem in reading.problems.prefix(20) {
        precondition(
            !problem.text(.zh).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "a control reaches the screen"
        )
    }
}

@_cdecl("FuzzWide_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count, arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzWide($0, $1) }
}
