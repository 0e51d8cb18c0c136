import Indicators

/// Counts line breaks: LF, CRLF and CR.
enum LineCount {
    /// The number of line breaks in a range of a text. CRLF counts in the range that contains its LF.
    ///
    /// - Parameter end: the length of the text. The byte after the range decides whether a CR at its end is a break of
    ///   its own.
    static func breaks(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, end: Int) -> Int {
        var count = 0, index = range.lowerBound
        while index &+ 8 <= range.upperBound {
            let block = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
            if marks(block, 0x0D) == 0 {
                // The multiplication adds all bytes into the highest one.
                count &+= Int(((marks(block, 0x0A) >> 7) &* 0x0101_0101_0101_0101) >> 56)
            } else {
                for offset in index..<index &+ 8 where isBreak(bytes, offset, end: end) { count &+= 1 }
            }
            index &+= 8
        }
        while index < range.upperBound {
            if isBreak(bytes, index, end: end) { count &+= 1 }
            index &+= 1
        }
        return count
    }

    /// The high bit of each of eight bytes that equals a given byte.
    @inline(__always)
    private static func marks(_ block: UInt64, _ byte: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F, different = block ^ (byte &* 0x0101_0101_0101_0101)
        return ~(((different & low) &+ low) | different | low)
    }

    @inline(__always)
    static func isBreak(_ bytes: UnsafePointer<UInt8>, _ index: Int, end: Int) -> Bool {
        bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < end && bytes[index + 1] == 0x0A))
    }
}
