import Indicators

/// Checks whether a file is text in UTF-8 before it is read.
enum TextCheck {
    /// Line and column, in scalars and from 1, of an offset in a file. Lines end with LF, CRLF or CR; a byte order mark
    /// does not count.
    static func position(of offset: Int, in bytes: UnsafeRawBufferPointer) -> (line: Int, column: Int) {
        var line = 1, lineStart = startAfterMark(bytes)
        let end = min(offset, bytes.count)
        for index in 0..<end {
            guard
                bytes[index] == UInt8(ascii: "\n")
                    || (bytes[index] == UInt8(ascii: "\r")
                        && !(index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")))
            else { continue }
            line += 1
            lineStart = index + 1
        }
        return (line, 1 + (lineStart..<max(lineStart, end)).count { bytes[$0] & 0xC0 != 0x80 })
    }

    /// The results of one pass over all bytes.
    struct Findings {
        /// The offset of the first byte that is not valid UTF-8 (The Unicode Standard, table 3-7) or is NUL.
        var fault: Int?
        /// The offset of the first character before that which a terminal would interpret: a control (C0, DEL, C1) or a
        /// mark that changes the direction of writing (U+202A–202E, U+2066–2069).
        var unsafe: Int?
    }

    /// Checks the bytes in one pass, eight at a time where they are ASCII.
    static func findings(in bytes: UnsafeRawBufferPointer) -> Findings {
        var findings = Findings()
        guard let start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress else { return findings }
        var index = 0
        let end = bytes.count
        while index < end {
            if index + 8 <= end, isPlain(UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)) {
                index += 8
                continue
            }
            let byte = start[index]
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F {
                    if byte == 0 {
                        findings.fault = index
                        return findings
                    }
                    let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
                    if !isBreak, findings.unsafe == nil { findings.unsafe = index }
                }
                index += 1
                continue
            }
            // Chinese characters: lead bytes that any continuation bytes may follow (The Unicode Standard, table 3-7).
            // None of them is unsafe.
            if byte >= 0xE3, byte <= 0xEC, index + 3 <= end,
                UnsafeRawPointer(start + index + 1).loadUnaligned(as: UInt16.self) & 0xC0C0 == 0x8080
            {
                index += 3
                continue
            }
            let length = UTF8Check.sequenceLength(start, index, end)
            if length == 0 {
                findings.fault = index
                return findings
            }
            if byte == 0xC2 || byte == 0xE2, findings.unsafe == nil, UTF8Check.isTurning(start + index) {
                findings.unsafe = index
            }
            index += length
        }
        return findings
    }

    /// Whether eight bytes are all from U+0020 to U+007E.
    @inline(__always)
    private static func isPlain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101, tops = ones << 7, deletes = word ^ (ones * 0x7F)
        return (word | (word &- ones * 0x20) | ((deletes &- ones) & ~deletes)) & tops == 0
    }

    /// The first byte that is not valid UTF-8 or is NUL.
    static func firstFault(in bytes: UnsafeRawBufferPointer) -> (
        rule: Rule, place: (line: Int, column: Int), found: String
    )? {
        findings(in: bytes).fault.map { fault(at: $0, in: bytes) }
    }

    /// The problem of an invalid byte.
    static func fault(at offset: Int, in bytes: UnsafeRawBufferPointer) -> (
        rule: Rule, place: (line: Int, column: Int), found: String
    ) {
        let byte = bytes[offset]
        return (byte == 0 ? .nulByte : .notUTF8, position(of: offset, in: bytes), hexadecimal(byte))
    }

    /// A byte in hexadecimal notation: 0x0A.
    static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    /// The first character that a terminal would interpret, in text that is valid UTF-8.
    static func firstUnsafe(in bytes: UnsafeRawBufferPointer) -> Int? { findings(in: bytes).unsafe }

    /// The problem of a character that a terminal would interpret.
    static func unsafeCharacter(at offset: Int, in bytes: UnsafeRawBufferPointer, file: String) -> DataProblem {
        let place = position(of: offset, in: bytes)
        let character = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars
            .prefix(1)
        return DataProblem(
            .unsafeCharacter, file: file, line: place.line, column: place.column, found: String(character))
    }

    /// The bytes after a byte order mark.
    static func startAfterMark(_ bytes: UnsafeRawBufferPointer) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }
}
