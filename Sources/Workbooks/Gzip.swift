import CWorkbook

/// Files compressed by gzip.
package enum Gzip {
    /// The bytes that a compressed file holds.
    ///
    /// - Throws: `WorkbookFault`: `.tooLarge`, or `.damagedPart` where it is damaged or cut short.
    package static func expanded(_ bytes: UnsafeRawBufferPointer, atMost limit: Int) throws(WorkbookFault) -> [UInt8] {
        guard let start = bytes.baseAddress, let reader = gzip_reader_open(start, bytes.count) else {
            throw .damagedPart("")
        }
        defer { gzip_reader_close(reader) }
        var result: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { gzip_reader_read(reader, $0, bytes.count) } ?? -1
            }
            guard count >= 0 else { throw .damagedPart("") }
            if count == 0 { return result }
            guard result.count + count <= limit else { throw .tooLarge(limit) }
            result += buffer[..<count]
        }
    }
}
