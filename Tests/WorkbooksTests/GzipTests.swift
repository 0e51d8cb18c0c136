import Testing

@testable import Workbooks

@Suite struct GzipTests {
    /// `printf 'a,b\n' | gzip -n9`
    static let file: [UInt8] = [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0x4B, 0xD4, 0x49, 0xE2, 2, 0, 0xC5, 0x10, 0x97, 0x24, 4, 0, 0, 0,
    ]

    private func expanded(_ bytes: [UInt8], limit: Int = 1_000) throws -> String {
        String(decoding: try bytes.withUnsafeBytes { try Gzip.expanded($0, atMost: limit) }, as: UTF8.self)
    }

    @Test func filesAndParts() throws {
        #expect(try expanded(Self.file) == "a,b\n")
        #expect(try expanded(Self.file + Self.file) == "a,b\na,b\n")
        // Tapes and some servers pad with zeros.
        #expect(try expanded(Self.file + [0, 0, 0]) == "a,b\n")
    }

    @Test func faults() {
        #expect(throws: WorkbookFault.tooLarge(3)) { try expanded(Self.file, limit: 3) }
        for count in 0..<Self.file.count {
            #expect(throws: WorkbookFault.damagedPart("")) { try expanded(Array(Self.file.prefix(count))) }
        }
        var changed = Self.file
        changed[17] ^= 1
        #expect(throws: WorkbookFault.damagedPart("")) { try expanded(changed) }
    }
}
