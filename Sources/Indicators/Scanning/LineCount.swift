/// Counts line breaks: LF, CRLF and CR.
enum LineCount {
    /// The breaks that stand in a range of a text, CRLF where its LF does.
    ///
    /// - Parameter end: how long the text is: what follows the range decides whether a CR at its end is a break of its
    ///   own.
    static func breaks(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, end: Int) -> Int {
        var count = 0, place = range.lowerBound
        while place &+ 8 <= range.upperBound {
            let block = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
            if marks(block, 0x0D) == 0 {
                // The sum of all bytes comes to stand in the highest one.
                count &+= Int(((marks(block, 0x0A) >> 7) &* 0x0101_0101_0101_0101) >> 56)
            } else {
                for offset in place..<place &+ 8 where isBreak(bytes, offset, end: end) { count &+= 1 }
            }
            place &+= 8
        }
        while place < range.upperBound {
            if isBreak(bytes, place, end: end) { count &+= 1 }
            place &+= 1
        }
        return count
    }

    /// The high bit of each of eight bytes that is a certain one: its bits are cleared, and the high bit set where any
    /// other bit is.
    @inline(__always)
    private static func marks(_ block: UInt64, _ byte: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F, different = block ^ (byte &* 0x0101_0101_0101_0101)
        return ~(((different & low) &+ low) | different | low)
    }

    @inline(__always)
    static func isBreak(_ bytes: UnsafePointer<UInt8>, _ place: Int, end: Int) -> Bool {
        bytes[place] == 0x0A || (bytes[place] == 0x0D && !(place + 1 < end && bytes[place + 1] == 0x0A))
    }
}
