/// Looks whether a file is text in UTF-8, before anything of it is read.
enum TextCheck {
    /// Line and column, in scalars and from 1, of a place in a file. Lines end with LF, CRLF or CR; a byte order mark is no character.
    static func position(of offset: Int, in bytes: UnsafeRawBufferPointer) -> (line: Int, column: Int) {
        var line = 1, lineStart = startAfterMark(bytes)
        let end = min(offset, bytes.count)
        for index in 0..<end {
            guard bytes[index] == UInt8(ascii: "\n") || (bytes[index] == UInt8(ascii: "\r") && !(index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"))) else { continue }
            line += 1
            lineStart = index + 1
        }
        return (line, 1 + (lineStart..<max(lineStart, end)).count { bytes[$0] & 0xC0 != 0x80 })
    }

    /// The first byte that is not UTF-8 (The Unicode Standard, table 3-7) or is NUL.
    static func firstFault(in bytes: UnsafeRawBufferPointer) -> (rule: Rule, place: (line: Int, column: Int), found: String)? {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0 { return (.nulByte, position(of: index, in: bytes), "0x00") }
            if byte < 0x80 {
                index += 1
                continue
            }
            let length = sequenceLength(bytes, index)
            if length == 0 { return (.notUTF8, position(of: index, in: bytes), hexadecimal(byte)) }
            index += length
        }
        return nil
    }

    /// A byte as people write it: 0x0A.
    static func hexadecimal(_ byte: UInt8) -> String { "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

    /// How many bytes a well-formed sequence here has; 0 for one that is not.
    private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let first = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// The first character that a terminal would obey instead of showing: a control (C0, DEL, C1) or a mark that turns the
    /// direction of writing (U+202A–202E, U+2066–2069). The text is UTF-8.
    static func firstUnsafe(in bytes: UnsafeRawBufferPointer) -> Int? {
        for index in 0..<bytes.count {
            let byte = bytes[index]
            if byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xE2 { continue }
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): continue
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: break
            case 0xC2: continue
            case 0xE2:
                guard index + 2 < bytes.count else { continue }
                let (second, third) = (bytes[index + 1], bytes[index + 2])
                guard second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third) else { continue }
            default: break
            }
            return index
        }
        return nil
    }

    /// The problem of a character that a terminal would obey.
    static func unsafeCharacter(at offset: Int, in bytes: UnsafeRawBufferPointer, file: String) -> DataProblem {
        let place = position(of: offset, in: bytes)
        let character = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.prefix(1)
        return DataProblem(.unsafeCharacter, file: file, line: place.line, column: place.column, found: String(character))
    }

    /// The bytes after a byte order mark.
    static func startAfterMark(_ bytes: UnsafeRawBufferPointer) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }
}
