import Indicators

/// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7).
enum UTF8Check {
    /// The first invalid byte.
    ///
    /// - Parameter turning: the first mark that changes the direction of writing (U+202A–202E, U+2066–2069) or control
    ///   of the range C1.
    static func firstFault(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ turning: inout Int?) -> Int? {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            if index + 8 <= end,
                UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
                continue
            }
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = sequenceLength(bytes, index, end)
            if length == 0 { return index }
            if bytes[index] == 0xC2 || bytes[index] == 0xE2, turning == nil, isTurning(bytes + index) {
                turning = index
            }
            index += length
        }
        return nil
    }

    /// Whether a well-formed sequence that begins with C2 or E2 is such a mark or control.
    static func isTurning(_ place: UnsafePointer<UInt8>) -> Bool {
        if place[0] == 0xC2 { return place[1] < 0xA0 }
        return place[1] == 0x80 && (0xAA...0xAE).contains(place[2])
            || place[1] == 0x81 && (0xA6...0xA9).contains(place[2])
    }

    /// The length of a valid sequence of more than one byte; 0 for an invalid one.
    @inline(__always)
    static func sequenceLength(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Int {
        let first = bytes[index]
        let length: Int
        var low: UInt8 = 0x80, high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, low) = (3, 0xA0)
        case 0xED: (length, high) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, low) = (4, 0x90)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, high) = (4, 0x8F)
        default: return 0
        }
        guard index + length <= end, bytes[index + 1] >= low, bytes[index + 1] <= high else { return 0 }
        if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
        if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
