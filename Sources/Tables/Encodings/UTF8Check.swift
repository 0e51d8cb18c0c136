import Indicators

/// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7).
enum UTF8Check {
    /// The first invalid byte.
    ///
    /// - Parameter turning: the first mark that changes the direction of writing (U+202A–202E, U+2066–2069) or control
    ///   of the range C1.
    static func firstFault(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ turning: inout Int?) -> Int? {
        var place = range.lowerBound
        let end = range.upperBound
        while place < end {
            if place + 8 <= end,
                UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                place += 8
                continue
            }
            if bytes[place] < 0x80 {
                place += 1
                continue
            }
            let length = sequenceLength(bytes, place, end)
            if length == 0 { return place }
            if bytes[place] == 0xC2 || bytes[place] == 0xE2, turning == nil, isTurning(bytes + place) {
                turning = place
            }
            place += length
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
    static func sequenceLength(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Int {
        let first = bytes[place]
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
        guard place + length <= end, bytes[place + 1] >= low, bytes[place + 1] <= high else { return 0 }
        if length > 2, bytes[place + 2] & 0xC0 != 0x80 { return 0 }
        if length > 3, bytes[place + 3] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
