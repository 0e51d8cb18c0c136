/// An exact quotient of two whole numbers. Completion, pace and formulas are computed in it, so that nothing is rounded
/// before it is shown.
///
/// Operations return nil where the result does not fit in 127 bits, which printed figures never reach.
public struct ExactRatio: Hashable, Sendable {
    /// With the sign; in lowest terms.
    let numerator: Int128
    /// Above zero.
    let denominator: Int128

    /// The number 0.
    public static let zero = ExactRatio(whole: 0)
    /// The number 1.
    public static let one = ExactRatio(whole: 1)

    /// Nil for a denominator of zero.
    init?(_ numerator: Int128, _ denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let divisor = Self.greatestDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    init(whole: Int) {
        numerator = Int128(whole)
        denominator = 1
    }

    /// The exact value of a decimal number; nil only beyond 36 digits behind the point.
    public init?(_ number: DecimalNumber) {
        guard let power = Self.power(of: number.scale) else { return nil }
        self.init(Int128(number.significand), power)
    }

    private static func greatestDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return max(1, a)
    }

    /// Ten to a power from 0 to 36.
    private static func power(of exponent: Int) -> Int128? {
        guard (0...36).contains(exponent) else { return nil }
        return (0..<exponent).reduce(Int128(1)) { value, _ in value * 10 }
    }

    /// Whether the value is zero.
    public var isZero: Bool { numerator == 0 }
    /// Whether the value is below zero.
    public var isNegative: Bool { numerator < 0 }
    /// The value with its sign turned.
    public var negated: ExactRatio { ExactRatio(unchecked: -numerator, denominator) }

    private init(unchecked numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    private static func product(_ left: Int128, _ right: Int128) -> Int128? {
        let (value, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : value
    }

    /// The exact sum; nil where it is too large.
    public func adding(_ other: ExactRatio) -> ExactRatio? {
        guard let left = Self.product(numerator, other.denominator),
            let right = Self.product(other.numerator, denominator),
            let bottom = Self.product(denominator, other.denominator)
        else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactRatio(sum, bottom)
    }

    /// The exact difference; nil where it is too large.
    public func subtracting(_ other: ExactRatio) -> ExactRatio? { adding(other.negated) }

    /// The exact product; nil where it is too large.
    public func multiplied(by other: ExactRatio) -> ExactRatio? {
        guard let top = Self.product(numerator, other.numerator),
            let bottom = Self.product(denominator, other.denominator)
        else { return nil }
        return ExactRatio(top, bottom)
    }

    /// The exact quotient; nil for a divisor of zero and where it is too large.
    public func divided(by other: ExactRatio) -> ExactRatio? {
        guard let top = Self.product(numerator, other.denominator),
            let bottom = Self.product(denominator, other.numerator)
        else { return nil }
        return ExactRatio(top, bottom)
    }

    /// The exact product with a power of ten from -36 to 36; nil beyond these and where it is too large.
    public func multiplied(byPowerOfTen exponent: Int) -> ExactRatio? {
        guard let power = Self.power(of: abs(exponent)) else { return nil }
        return exponent >= 0
            ? Self.product(numerator, power).flatMap { ExactRatio($0, denominator) }
            : Self.product(denominator, power).flatMap { ExactRatio(numerator, $0) }
    }

    /// The value rounded half away from zero (四舍五入), with exactly this many digits behind the point; nil beyond 18
    /// digits.
    public func rounded(to decimals: Int) -> DecimalNumber? {
        guard let power = Self.power(of: decimals), let scaled = Self.product(numerator, power) else { return nil }
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
        let away: Int128 =
            remainder.magnitude >= denominator.magnitude - remainder.magnitude ? (scaled < 0 ? -1 : 1) : 0
        guard let value = Int64(exactly: quotient + away) else { return nil }
        return DecimalNumber(significand: value, scale: decimals)
    }

    /// Whether the value has no more than this many digits behind the point.
    public func isExact(to decimals: Int) -> Bool {
        Self.power(of: decimals).flatMap { Self.product(numerator, $0) }.map { $0 % denominator == 0 } ?? false
    }

    /// The nearest binary floating-point value; for drawing only.
    public var doubleValue: Double { Self.double(numerator) / Self.double(denominator) }

    /// Converting 128 bits takes far longer than 64, which most values fit in.
    private static func double(_ value: Int128) -> Double { Int64(exactly: value).map(Double.init) ?? Double(value) }
}

extension ExactRatio: Comparable {
    /// Compares values. Exact, unless the difference is too large; then binary floating point decides.
    public static func < (left: ExactRatio, right: ExactRatio) -> Bool {
        if let difference = left.subtracting(right) { return difference.isNegative }
        return left.doubleValue < right.doubleValue
    }
}
