import Indicators

/// Digits with an optional sign and point, read from bytes without a string. Nearly all values have this form.
struct PlainNumber {
    let significand: Int64
    let scale: Int

    /// Nil for any other form and for more than 18 digits; the caller then reads the cell as a string.
    @inline(__always)
    init?(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, point: UInt8) {
        var place = range.lowerBound
        let end = range.upperBound
        guard place < end, end - place <= 20 else { return nil }
        let isNegative = bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let first = place
        var value: UInt64 = 0, pointPlace = -1
        while place < end {
            let digit = bytes[place] &- 0x30
            if digit < 10 {
                value = value &* 10 &+ UInt64(digit)
            } else if bytes[place] == point, pointPlace < 0, place > first, place + 1 < end {
                pointPlace = place
            } else {
                return nil
            }
            place += 1
        }
        let digits = end - first - (pointPlace < 0 ? 0 : 1)
        guard digits > 0, digits <= 18 else { return nil }
        significand = isNegative ? -Int64(value) : Int64(value)
        scale = pointPlace < 0 ? 0 : end - pointPlace - 1
    }
}
