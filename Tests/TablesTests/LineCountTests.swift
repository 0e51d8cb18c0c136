import TestSupport
import Testing

@testable import Tables

@Suite struct LineCountTests {
    /// One byte after the other, as the rule says it.
    private func counted(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        range.count { bytes[$0] == 0x0A || bytes[$0] == 0x0D && ($0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A) }
    }

    private func breaks(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes.withUnsafeBufferPointer { $0.baseAddress.map { LineCount.breaks($0, range, end: bytes.count) } ?? 0 }
    }

    @Test(arguments: [
        ("", 0), ("a", 0), ("\n", 1), ("\r", 1), ("\r\n", 1), ("\n\r", 2), ("1234567\r\n9", 1), ("12345678\n", 1),
        ("\n\n\n\n\n\n\n\n\n", 9), ("\u{8A}\u{8D}äčĊ1234567", 0),
        ("1234567\r", 1), ("123456789012345\r\n", 1),
    ])
    func countsEachBreakOnce(_ text: String, _ wanted: Int) {
        let bytes = Array(text.utf8)
        #expect(breaks(bytes, 0..<bytes.count) == wanted)
    }

    @Test func anyBytesInAnyRangeAreCountedAsOneByOne() {
        var chance = SeededGenerator(seed: 20_261_125)
        let signs: [UInt8] = [0x0A, 0x0D, 0x0D, 0x0B, 0x09, 0x0C, 0x8A, 0x8D, 0x2C, 0x00, 0xFF, 0x61]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 1...80, using: &chance)).map { _ in
                signs[Int.random(in: 0..<signs.count, using: &chance)]
            }
            let start = Int.random(in: 0...bytes.count, using: &chance),
                range = start..<Int.random(in: start...bytes.count, using: &chance)
            #expect(breaks(bytes, range) == counted(bytes, range), "\(bytes) \(range)")
        }
    }
}
