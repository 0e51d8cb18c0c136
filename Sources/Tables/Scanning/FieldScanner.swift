import Indicators

/// Finds the ends of fields, eight bytes at a time (comparisons of several bytes in one word: Lamport 1975).
struct FieldScanner {
    let bytes: UnsafePointer<UInt8>
    let end: Int
    private let separatorWord: UInt64

    init(_ bytes: UnsafePointer<UInt8>, end: Int, separator: UInt8) {
        self.bytes = bytes
        self.end = end
        separatorWord = Self.ones &* UInt64(separator)
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101, tops: UInt64 = 0x8080_8080_8080_8080

    /// The first byte from an offset on that ends a field or needs attention: the separator, a quote, a control or DEL.
    ///
    /// - Parameter seen: collects the bits of the bytes before it, so that its highest bits tell whether all were
    ///   ASCII.
    @inline(__always)
    func fieldEnd(from start: Int, _ seen: inout UInt64) -> Int {
        var index = start
        while index &+ 8 <= end {
            let word = ByteText.word(bytes + index).littleEndian
            let stops = Self.stops(word, separatorWord)
            if stops == 0 {
                seen |= word
                index &+= 8
                continue
            }
            let count = stops.trailingZeroBitCount &>> 3
            seen |= word & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
            return index &+ count
        }
        while index < end {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x7F || UInt64(byte) == separatorWord & 0xFF { return index }
            seen |= UInt64(byte)
            index &+= 1
        }
        return index
    }

    /// The same inside quotes, where the separator is part of the text.
    @inline(__always)
    func quotedEnd(from start: Int, _ seen: inout UInt64) -> Int {
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x7F { return index }
            seen |= UInt64(byte)
            index &+= 1
        }
        return index
    }

    /// The highest bit of each byte that stops a field. A borrow may set further bits above the first correct one,
    /// never below it.
    @inline(__always)
    private static func stops(_ word: UInt64, _ separators: UInt64) -> UInt64 {
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        let controls = (word &- ones &* 0x20) & ~word
        return (controls | zeros(word ^ (ones &* 0x22)) | zeros(word ^ separators) | zeros(word ^ (ones &* 0x7F)))
            & tops
    }
}
