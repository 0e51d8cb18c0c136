import CFuzzDriver

@testable import Tables

/// `datapackage.json`: as JSON, as a description of our own, and as a package of others with one table.
private func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let table = Array("code,Year,Value\nA,2021,1\nB,2022,x\n".utf8)
    let reading = DataReader.read(.folder(MemoryFolder(["datapackage.json": bytes, "t.csv": table, "u.csv": table])))
    precondition(reading.catalogue != nil || !reading.problems.isEmpty, "neither a catalogue nor a problem")
    _ = CatalogueReader.read(MemoryFolder(["datapackage.json": bytes]))
    return 0
}

@_cdecl("FuzzJSON_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count, arguments = arguments
    return LLVMFuzzerRunDriver(&count, &arguments) { fuzzJSON($0, $1) }
}
