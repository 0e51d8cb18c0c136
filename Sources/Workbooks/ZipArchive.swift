import CWorkbook

/// The parts of a zip archive in memory. The bytes must stay for as long as it lives.
final class ZipArchive {
    private let reader: OpaquePointer
    private let limits: WorkbookLimits
    private var entries: [String: zip_entry] = [:]
    /// The bytes decompressed so far.
    private var total = 0

    /// - Throws: `WorkbookFault`.
    init(_ bytes: UnsafeRawBufferPointer, _ limits: WorkbookLimits) throws(WorkbookFault) {
        guard let start = bytes.baseAddress, let reader = zip_reader_open(start, bytes.count) else { throw .cutShort }
        self.reader = reader
        self.limits = limits
        try list()
    }

    deinit { zip_reader_close(reader) }

    private func list() throws(WorkbookFault) {
        var entry = zip_entry(), name = [CChar](repeating: 0, count: 1_024), count = 0
        while true {
            let state = zip_reader_next(reader, &entry, &name, name.count)
            if state == 0 { return }
            guard state > 0 else { throw .cutShort }
            count += 1
            guard count <= limits.parts else { throw .tooManyParts(limits.parts) }
            let length = name.firstIndex(of: 0) ?? name.count
            let text = name[..<length].withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
            let key = Self.key(text)
            if entries[key] == nil { entries[key] = entry }
        }
    }

    /// Some programs write names with backslashes or in other letter case.
    private static func key(_ name: String) -> String {
        String(name.lowercased().map { $0 == "\\" ? "/" : $0 }.drop { $0 == "/" })
    }

    func holds(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// Whether it has a part below a folder.
    func holdsPart(below folder: String) -> Bool { entries.keys.contains { $0.hasPrefix(folder) } }

    /// Decompresses a part piece by piece. The body says whether it needs more.
    func read(_ name: String, _ body: (UnsafeRawBufferPointer, _ isLast: Bool) throws -> Bool) throws {
        guard var entry = entries[Self.key(name)] else { throw WorkbookFault.missingPart(name) }
        guard entry.is_encrypted == 0 else { throw WorkbookFault.encrypted }
        guard zip_reader_begin(reader, &entry) != 0 else { throw WorkbookFault.damagedPart(name) }
        var isOpen = true
        defer { if isOpen { _ = zip_reader_end(reader) } }
        var buffer = [UInt8](repeating: 0, count: 1 << 16), size = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { zip_reader_read(reader, $0, bytes.count) } ?? -1
            }
            guard count >= 0 else { throw WorkbookFault.damagedPart(name) }
            if count == 0 { break }
            size += count
            total += count
            guard total <= limits.bytes else { throw WorkbookFault.tooLarge(limits.bytes) }
            if size > limits.smallestBomb, size / limits.ratio > Int(clamping: entry.compressed) {
                throw WorkbookFault.bomb(name)
            }
            if try !buffer.withUnsafeBytes({ try body(UnsafeRawBufferPointer(rebasing: $0[..<count]), false) }) {
                return
            }
        }
        isOpen = false
        guard zip_reader_end(reader) != 0 else { throw WorkbookFault.damagedPart(name) }
        _ = try body(UnsafeRawBufferPointer(start: nil, count: 0), true)
    }

    /// The first bytes of a part.
    func beginning(of name: String, count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try read(name) { piece, _ in
            bytes += piece.prefix(count - bytes.count)
            return bytes.count < count
        }
        return bytes
    }
}
