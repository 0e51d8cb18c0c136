import FoundationEssentials

/// Keeps what a test reads as a beginning for the fuzzers, where `MINSHENG_SEEDS` names a folder (`make fuzz`).
func keepSeed(_ kind: String, _ bytes: [UInt8]) {
    guard let root = ProcessInfo.processInfo.environment["MINSHENG_SEEDS"], bytes.count < 4_096 else { return }
    // FNV-1a: the same text has the same name.
    let name = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let folder = "\(root)/\(kind)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(filePath: "\(folder)/\(String(name, radix: 16))"))
}
