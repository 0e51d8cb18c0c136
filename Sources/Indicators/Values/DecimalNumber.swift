/// A decimal number with its digits as written: 1.10 stays 1.10. Sums are exact.
///
/// At most 18 significant digits, which is more than any printed figure has. Binary floating point is used for drawing
/// only.
public struct DecimalNumber: Hashable, Sendable {
    /// All digits as one integer, with the sign.
    public let significand: Int64
    /// The number of digits behind the point.
    public let scale: Int

    /// The largest scale that is read; zeros count too.
    package static let largestScale = 36

    /// Zero without digits behind the point.
    public static let zero = DecimalNumber(significand: 0, scale: 0)

    /// The number `significand` / 10^`scale`. Neither the scale nor the number of digits is checked.
    public init(significand: Int64, scale: Int) {
        self.significand = significand
        self.scale = scale
    }

    /// Reads an optional sign, digits with at most one point, and an optional exponent (xs:decimal and xs:double of XML
    /// Schema part 2, as SDMX-CSV uses them). Nil for anything else, for NaN and infinities, and beyond 18 digits.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let number = text.withUTF8({ Self.read($0) }) else { return nil }
        self = number
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalNumber? {
        var index = 0
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index = 1
        }
        var value: Int64 = 0, digits = 0, significant = 0, scale = 0
        var seenPoint = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ".") {
                guard !seenPoint else { return nil }
                seenPoint = true
            } else if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
                digits += 1
                if significant > 0 || byte != UInt8(ascii: "0") { significant += 1 }
                guard significant <= 18, digits <= 64 else { return nil }
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
                if seenPoint { scale += 1 }
            } else {
                break
            }
            index += 1
        }
        guard digits > 0, scale <= largestScale else { return nil }
        if seenPoint && scale == 0 { return nil }
        if index < bytes.count {
            guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E"),
                let exponent = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)), abs(exponent) <= 40,
                let moved = DecimalNumber(significand: value, scale: scale).multiplied(byPowerOfTen: exponent)
            else { return nil }
            (value, scale) = (moved.significand, moved.scale)
        }
        return DecimalNumber(significand: isNegative ? -value : value, scale: scale)
    }

    /// Whether the value is zero, however many digits it is written with.
    public var isZero: Bool { significand == 0 }
    /// Whether the value is below zero.
    public var isNegative: Bool { significand < 0 }

    /// The nearest binary floating-point value; for drawing only.
    public var doubleValue: Double {
        var divisor = 1.0
        for _ in 0..<scale { divisor *= 10 }
        return Double(significand) / divisor
    }

    /// The exact product with a power of ten; nil beyond 18 digits.
    public func multiplied(byPowerOfTen power: Int) -> DecimalNumber? {
        let newScale = scale - power
        if newScale >= 0 {
            return newScale <= Self.largestScale ? DecimalNumber(significand: significand, scale: newScale) : nil
        }
        guard let value = Self.scaled(significand, up: -newScale), value.magnitude < 1_000_000_000_000_000_000 else {
            return nil
        }
        return DecimalNumber(significand: value, scale: 0)
    }

    private static func scaled(_ value: Int64, up count: Int) -> Int64? {
        if value == 0 { return 0 }
        guard count <= 18 else { return nil }
        var value = value
        for _ in 0..<count {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }

    /// The exact sum; nil where it has too many digits.
    public func adding(_ other: DecimalNumber) -> DecimalNumber? {
        let scale = max(scale, other.scale)
        guard let left = Self.scaled(significand, up: scale - self.scale),
            let right = Self.scaled(other.significand, up: scale - other.scale)
        else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : DecimalNumber(significand: sum, scale: scale)
    }

    /// The exact difference; nil where it has too many digits.
    public func subtracting(_ other: DecimalNumber) -> DecimalNumber? {
        adding(DecimalNumber(significand: -other.significand, scale: other.scale))
    }

    /// The same value without trailing zeros in its fraction.
    package var shortened: DecimalNumber {
        var result = self
        while result.scale > 0, result.significand.isMultiple(of: 10) {
            result = DecimalNumber(significand: result.significand / 10, scale: result.scale - 1)
        }
        return result
    }

    /// Whether both have the same value, such as 1.1 and 1.10.
    public func isEqualInValue(to other: DecimalNumber) -> Bool { !(self < other) && !(other < self) }
}

extension DecimalNumber: Comparable {
    /// Compares values, not ways of writing. Exact, unless a common scale needs more than 64 bits; then binary floating
    /// point decides.
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if let difference = left.subtracting(right) { return difference.isNegative }
        return left.doubleValue < right.doubleValue
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// The number as written, without exponent.
    public var description: String {
        let digits = String(significand.magnitude)
        guard scale > 0 else { return significand < 0 ? "-" + digits : digits }
        var bytes: [UInt8] = significand < 0 ? [UInt8(ascii: "-")] : []
        bytes.reserveCapacity(digits.utf8.count + scale + 3)
        let whole = max(1, digits.utf8.count - scale)
        let padded = repeatElement(UInt8(ascii: "0"), count: max(0, scale + 1 - digits.utf8.count))
        for (index, byte) in [Array(padded), Array(digits.utf8)].joined().enumerated() {
            if index == whole { bytes.append(UInt8(ascii: ".")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
