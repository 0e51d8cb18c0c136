import Indicators
import TestSupport
import Testing

@testable import Tables

struct TextCheckTests {
    /// Byte by byte, as the rules say it; the reader goes eight at a time.
    private func careful(_ bytes: [UInt8]) -> (fault: Int?, unsafe: Int?) {
        var place = 0, unsafe: Int?
        while place < bytes.count {
            if bytes[place] == 0 { return (place, unsafe) }
            let length = bytes.withUnsafeBufferPointer { buffer in
                bytes[place] < 0x80 ? 1 : UTF8Check.sequenceLength(buffer.baseAddress!, place, bytes.count)
            }
            guard length > 0,
                let scalar = String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars.first
            else { return (place, unsafe) }
            let isControl =
                scalar.value < 0x20 && !"\n\r\t".unicodeScalars.contains(scalar) || (0x7F..<0xA0).contains(scalar.value)
            let isTurning = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            if unsafe == nil, isControl || isTurning { unsafe = place }
            place += length
        }
        return (nil, unsafe)
    }

    @Test func oneLookFindsWhatACarefulOneFinds() {
        var random = SeededGenerator(seed: 8)
        let pieces: [[UInt8]] = [
            Array("a".utf8), Array("0123456789".utf8), Array("民生".utf8), [0x0A], [0x0D], [0x09], [0x00], [0x1B], [0x7F],
            [0xC2, 0x85], [0xC2, 0xA0], [0xE2, 0x80, 0xAE],
            [0xE2, 0x81, 0xA6], [0xE2, 0x80, 0x94], [0xFF], [0xE4, 0xB8], [0xF0, 0x9F, 0x8C, 0x8A], [0xED, 0xA0, 0x80],
            Array("plain text of some length, ".utf8),
        ]
        for _ in 0..<3_000 {
            var bytes: [UInt8] = []
            // Mostly harmless, so that a fault stands at any distance from the beginning.
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                bytes +=
                    Int.random(in: 0..<4, using: &random) > 0
                    ? pieces[Int.random(in: 0..<3, using: &random)] : pieces.randomElement(using: &random)!
            }
            let found = bytes.withUnsafeBytes { TextCheck.findings(in: $0) }, expected = careful(bytes)
            #expect(found.fault == expected.fault && found.unsafe == expected.unsafe, "\(bytes)")
        }
    }

    @Test func everyByteAloneIsJudged() {
        for byte in UInt8.min...UInt8.max {
            for count in [1, 8, 9, 17] {
                var bytes = [UInt8](repeating: 0x61, count: count)
                bytes[count - 1] = byte
                let found = bytes.withUnsafeBytes { TextCheck.findings(in: $0) }, expected = careful(bytes)
                #expect(found.fault == expected.fault && found.unsafe == expected.unsafe, "\(byte) of \(count)")
            }
        }
    }

    @Test func columnsAreNumberedInTheirOrder() {
        #expect(ColumnName.allCases.map(\.index) == Array(ColumnName.allCases.indices))
        #expect(Set(TableForm.all.flatMap(\.columns)) == Set(ColumnName.allCases))
    }
}
