extension Qualifier {
    /// The qualifier of a sum. A sum with an approximate part is approximate. It is known to be below (近) or above (余)
    /// only where all inexact parts are on that side.
    func combined(with other: Qualifier) -> Qualifier {
        switch (self, other) {
        case (.exact, let one), (let one, .exact): one
        case let (left, right) where left == right: left
        default: .approx
        }
    }

    /// The qualifier of a negated value, or of a quotient by the value.
    var turned: Qualifier {
        switch self {
        case .approxBelow: .approxAbove
        case .approxAbove: .approxBelow
        case .exact, .approx, .range: self
        }
    }
}

/// A value in plain units with its qualifier. Values computed from qualified values are qualified too.
public struct QualifiedValue: Hashable, Sendable {
    /// The value, or the lower end of a range.
    public let low: ExactRatio
    /// The upper end of a range; nil where there is only one number. With another qualifier than `range` both ends are
    /// approximate.
    public let high: ExactRatio?
    /// How exact the value is.
    public let qualifier: Qualifier

    /// Makes a value from numbers in plain units. `high` is the upper end of a range; nil where there is only one
    /// number.
    public init(low: ExactRatio, high: ExactRatio? = nil, qualifier: Qualifier) {
        self.low = low
        self.high = high
        self.qualifier = qualifier
    }

    /// The value of an observation or a target with its power of ten; nil where there is none.
    package init?(_ value: DecimalNumber?, _ high: DecimalNumber? = nil, multiplier: Int, qualifier: Qualifier) {
        func plain(_ number: DecimalNumber) -> ExactRatio? { ExactRatio(number)?.multiplied(byPowerOfTen: multiplier) }
        guard let value, let low = plain(value) else { return nil }
        self.init(low: low, high: high.flatMap(plain), qualifier: qualifier)
    }

    private var top: ExactRatio { high ?? low }
    private func joined(_ other: QualifiedValue) -> Bool { high != nil || other.high != nil }

    /// The sum, with the qualifiers of both combined; nil where it is too large.
    public func adding(_ other: QualifiedValue) -> QualifiedValue? {
        guard let low = low.adding(other.low), let high = top.adding(other.top) else { return nil }
        return QualifiedValue(
            low: low, high: joined(other) ? high : nil, qualifier: qualifier.combined(with: other.qualifier))
    }

    /// The difference. A range is subtracted by its opposite ends; nil where the result is too large.
    public func subtracting(_ other: QualifiedValue) -> QualifiedValue? {
        guard let low = low.subtracting(other.top), let high = top.subtracting(other.low) else { return nil }
        return QualifiedValue(
            low: low, high: joined(other) ? high : nil, qualifier: qualifier.combined(with: other.qualifier.turned))
    }

    /// The quotient; nil for a divisor that is or may be zero.
    public func divided(by other: QualifiedValue) -> QualifiedValue? {
        guard !other.low.isZero, !other.top.isZero, other.low.isNegative == other.top.isNegative else { return nil }
        let ends = [low, top].flatMap { mine in [other.low, other.top].compactMap { mine.divided(by: $0) } }
        guard ends.count == 4, let least = ends.min(), let most = ends.max() else { return nil }
        // A negative sign reverses below and above. Where one value is negative only "about" is certain.
        let isPositive = !low.isNegative && !other.low.isNegative
        let both = qualifier.combined(with: other.qualifier.turned)
        return QualifiedValue(
            low: least, high: joined(other) ? most : nil,
            qualifier: isPositive || both == .exact || both == .range ? both : .approx)
    }

    /// The product with an exact number above zero; nil where it is too large.
    public func scaled(by factor: ExactRatio) -> QualifiedValue? {
        guard let low = low.multiplied(by: factor) else { return nil }
        return QualifiedValue(low: low, high: high.flatMap { $0.multiplied(by: factor) }, qualifier: qualifier)
    }

    /// Compares the lower ends. A list sorted in this way must say so where it has ranges.
    public static func sortsBefore(_ left: QualifiedValue, _ right: QualifiedValue) -> Bool { left.low < right.low }
}

extension Observation {
    /// The value in plain units with its qualifier; nil where there is none.
    public var qualifiedValue: QualifiedValue? {
        QualifiedValue(value, valueHigh, multiplier: unitMultiplier, qualifier: qualifier)
    }
}
