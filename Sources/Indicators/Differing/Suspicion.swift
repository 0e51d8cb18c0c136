/// A reason to check a figure again before it is published. It points to a probable slip and does not judge the figure.
public enum Suspicion: String, CaseIterable, Sendable {
    /// Ten times as large or as small as before: a digit, 万 or the unit of counting.
    case tenfold
    /// The same against the year before.
    case tenfoldOnYear = "tenfold-on-year"
    /// More than half of the former value above or below it.
    case half
    /// Above zero before and below now, or the reverse.
    case sign
    /// A value was reported and now is not.
    case gone
    /// The figure itself is no longer there.
    case removed
    /// A total that grows through the year has fallen.
    case falls
    /// The same value as for the period before: perhaps not yet filled in.
    case same
    /// The value was final and is provisional again, or a forecast.
    case less
    /// A share above a hundred per cent.
    case aboveHundred = "above-hundred"
    /// A zero-goal is no longer kept.
    case brokenZero = "broken-zero"

    /// The reasons to check a figure that replaces another.
    static func of(_ old: Observation, _ new: Observation, _ catalogue: Catalogue) -> [Suspicion] {
        var found: [Suspicion] = []
        if old.value != nil, new.value == nil { found.append(.gone) }
        if let before = old.qualifiedValue?.low, let after = new.qualifiedValue?.low, before != after {
            if before.isNegative != after.isNegative, !before.isZero, !after.isZero {
                found.append(.sign)
            } else if isTenfold(before, after) {
                found.append(.tenfold)
            } else if !before.isZero, let ratio = after.divided(by: before), let change = ratio.subtracting(.one),
                oneHalf < magnitude(change)
            {
                found.append(.half)
            }
            found += itself(new, catalogue)
        }
        let isUncertain: (ObservationStatus) -> Bool = { [.provisional, .forecast, .estimated].contains($0) }
        if old.value != nil, new.value != nil, !isUncertain(old.status), isUncertain(new.status) { found.append(.less) }
        return found
    }

    /// The reasons to check a figure that was not there before.
    static func of(_ new: Observation, _ catalogue: Catalogue) -> [Suspicion] {
        guard let value = new.qualifiedValue?.low else { return [] }
        var found = itself(new, catalogue)
        if new.basis == .printed {
            let earlier = catalogue.observations(of: new.indicator, in: new.area).first {
                $0.basis == .printed && $0.period.isYearBefore(new.period)
            }
            if let before = earlier?.qualifiedValue?.low, isTenfold(before, value) { found.append(.tenfoldOnYear) }
            if let last = predecessor(of: new, catalogue), last.qualifiedValue == new.qualifiedValue, !value.isZero,
                catalogue.indicator(new.indicator)?.display == .count
            {
                found.append(.same)
            }
        }
        return found
    }

    private static func itself(_ new: Observation, _ catalogue: Catalogue) -> [Suspicion] {
        guard let value = new.qualifiedValue?.low, let indicator = catalogue.indicator(new.indicator) else { return [] }
        var found: [Suspicion] = []
        if indicator.display == .share, indicator.unit.isPercent, ExactRatio(whole: 100) < value {
            found.append(.aboveHundred)
        }
        if indicator.direction == .zero, !value.isZero { found.append(.brokenZero) }
        if indicator.collection == .summed, let last = predecessor(of: new, catalogue),
            last.period.start == new.period.start,
            let before = last.qualifiedValue?.low, value < before
        {
            found.append(.falls)
        }
        return found
    }

    /// The latest earlier figure of the same area and year.
    private static func predecessor(of new: Observation, _ catalogue: Catalogue) -> Observation? {
        guard new.basis == .printed, let year = new.period.year else { return nil }
        // Rows are looked at one by one, because a figure may have thousands of periods.
        let rows = catalogue.observations.rows(indicator: new.indicator, area: new.area)
        return rows.lazy.map { catalogue.observations[Int($0)] }.first {
            $0.basis == .printed && $0.period.year == year && $0.period.end < new.period.end
                && $0.period.kind == new.period.kind && $0.value != nil
        }
    }

    private static let oneHalf = ExactRatio(1, 2) ?? .one
    private static let ten = ExactRatio(whole: 10)

    private static func magnitude(_ value: ExactRatio) -> ExactRatio { value.isNegative ? value.negated : value }

    private static func isTenfold(_ before: ExactRatio, _ after: ExactRatio) -> Bool {
        guard !before.isZero, !after.isZero, let ratio = after.divided(by: before).map(magnitude),
            let inverse = ExactRatio.one.divided(by: ratio)
        else { return false }
        return !(ratio < ten) || !(inverse < ten)
    }
}
