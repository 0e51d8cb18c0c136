import Indicators

/// Digits with an optional sign and point, read from bytes without a string. Nearly all values have this form.
struct PlainNumber {
    let significand: Int64
    let scale: Int

    /// Nil for any other form and for more than 18 digits; the caller then reads the cell as a string.
    @inline(__always)
    init?(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, point: UInt8) {
        var index = range.lowerBound
        let end = range.upperBound
        guard index < end, end - index <= 20 else { return nil }
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var value: UInt64 = 0, pointPlace = -1
        while index < end {
            let digit = bytes[index] &- 0x30
            if digit < 10 {
                value = value &* 10 &+ UInt64(digit)
            } else if bytes[index] == point, pointPlace < 0, index > first, index + 1 < end {
                pointPlace = index
            } else {
                return nil
            }
            index += 1
        }
        let digits = end - first - (pointPlace < 0 ? 0 : 1)
        guard digits > 0, digits <= 18 else { return nil }
        significand = isNegative ? -Int64(value) : Int64(value)
        scale = pointPlace < 0 ? 0 : end - pointPlace - 1
    }
}
