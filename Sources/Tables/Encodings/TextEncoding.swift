import Glibc
import Indicators

extension TextEncoding {
    /// The name of the encoding in the C library.
    var libraryName: String {
        switch self {
        case .utf8, .utf8Marked: "UTF-8"
        case .gb18030, .utf16LittleEndian, .utf16BigEndian, .cp949: rawValue
        case .windows1252: "CP1252"
        case .big5: "BIG5-HKSCS"
        case .shiftJIS: "CP932"
        }
    }

    /// The length of the byte order mark in bytes.
    var markLength: Int {
        switch self {
        case .utf8, .gb18030, .windows1252, .big5, .shiftJIS, .cp949: 0
        case .utf8Marked: 3
        case .utf16LittleEndian, .utf16BigEndian: 2
        }
    }

    /// The encoding that a byte order mark states; nil without a mark.
    static func marked(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return .utf8Marked }
        if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return .utf16LittleEndian }
        if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return .utf16BigEndian }
        return nil
    }

    /// Whether bytes that are not valid UTF-8 are meant as GB18030. Faults must be frequent, because damaged UTF-8 text
    /// has few of them among many valid sequences.
    static func looksLikeGB18030(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let counts = sequences(bytes)
        return counts.faults * 4 > counts.whole
    }

    /// In the beginning of a file, the number of valid UTF-8 sequences of more than one byte, and of bytes outside any.
    static func sequences(_ bytes: UnsafeRawBufferPointer) -> (whole: Int, faults: Int) {
        guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return (0, 0) }
        var index = 0, whole = 0, faults = 0
        while index < bytes.count, whole + faults < 1 << 16 {
            if start[index] < 0x80 {
                index += 1
                continue
            }
            let length = UTF8Check.sequenceLength(start, index, bytes.count)
            // An incomplete sequence at the end of the file counts as a fault.
            if length == 0, bytes.count - index < 4, isBegun(start, index, bytes.count) { break }
            if length == 0 { faults += 1 } else { whole += 1 }
            index += max(1, length)
        }
        return (whole, faults)
    }

    /// Whether the last bytes are an incomplete sequence.
    private static func isBegun(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        let wanted = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : bytes[index] >= 0xC2 ? 2 : 0
        return end - index < wanted && (index + 1..<end).allSatisfy { bytes[$0] & 0xC0 == 0x80 }
    }
}

/// Turns other encodings into UTF-8 with the C library's iconv.
enum Transcoding {
    /// Larger files are refused, because the converted text needs memory of its own.
    static let largestFile = 512 << 20

    /// - Throws: the offset of the first invalid byte.
    static func utf8(_ bytes: UnsafeRawBufferPointer, from encoding: TextEncoding) throws(TranscodingFault) -> [UInt8] {
        guard let converter = iconv_open("UTF-8", encoding.libraryName), converter != iconv_t(bitPattern: -1) else {
            throw TranscodingFault(offset: nil)
        }
        defer { iconv_close(converter) }
        let mark = encoding.markLength
        // Two bytes become at most three, and four at most four; Western letters and half-width kana have one byte.
        let isOneByte = encoding == .windows1252 || encoding == .shiftJIS
        let room = (bytes.count - mark) * (isOneByte ? 3 : 2) + 16
        var read = 0, isWhole = true
        let text = [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
            guard let source = bytes.baseAddress, let target = buffer.baseAddress else { return }
            var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: source + mark)
                .assumingMemoryBound(to: CChar.self)
            var left = bytes.count - mark
            target.withMemoryRebound(to: CChar.self, capacity: room) { start in
                var output: UnsafeMutablePointer<CChar>? = start
                var free = room
                isWhole = iconv(converter, &input, &left, &output, &free) != size_t.max && left == 0
                written = room - free
            }
            read = bytes.count - left
        }
        guard isWhole else { throw TranscodingFault(offset: read) }
        return text
    }
}

/// Why a text could not be turned into UTF-8.
struct TranscodingFault: Error {
    /// The first invalid byte; nil where the system does not know the encoding.
    let offset: Int?
}

extension Transcoding {
    /// A character in another encoding; nil where it has none.
    static func bytes(of scalar: Unicode.Scalar, in encoding: TextEncoding) -> [UInt8]? {
        guard let converter = iconv_open(encoding.libraryName, "UTF-8"), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var source = Array(String(scalar).utf8).map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: 8)
        let written = source.withUnsafeMutableBufferPointer { input in
            target.withUnsafeMutableBufferPointer { output -> Int in
                var from = input.baseAddress, left = input.count, to = output.baseAddress, free = output.count
                guard iconv(converter, &from, &left, &to, &free) != size_t.max else { return 0 }
                return output.count - free
            }
        }
        return written == 0 ? nil : target.prefix(written).map { UInt8(bitPattern: $0) }
    }
}
