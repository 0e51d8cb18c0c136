/// The change of a figure from the period directly before (环比): a month on the month before, a quarter on the quarter.
public struct ChangeOnPeriod: Hashable, Sendable {
    /// The observation of the period before.
    public let earlier: Observation
    /// The size of the change.
    public let change: FigureChange
}

/// The difference of two comparable values.
public struct FigureChange: Hashable, Sendable {
    /// In plain units; for a share in percentage points (百分点).
    public let difference: QualifiedValue
    /// The difference as a part of the earlier value; nil for a share, and where the earlier value is not above zero.
    public let relative: QualifiedValue?
    /// Whether the figure is a share, which changes by percentage points.
    public let isInPoints: Bool

    /// Nil where a value is missing or too large.
    package init?(from earlier: Observation, to now: Observation, isShare: Bool) {
        guard let after = now.qualifiedValue, let before = earlier.qualifiedValue,
            let difference = after.subtracting(before)
        else { return nil }
        self.difference = difference
        isInPoints = isShare
        relative =
            isShare || before.low.isZero || before.low.isNegative
            ? nil
            : after.divided(by: before).flatMap { $0.subtracting(QualifiedValue(low: .one, qualifier: .exact)) }
    }

    /// The direction of the change: -1, 0 or 1.
    public var sign: Int { difference.low.isZero && difference.high == nil ? 0 : difference.low.isNegative ? -1 : 1 }

    /// Whether the change is good by the direction of the indicator; nil where there is no change or no direction.
    public func isGood(_ direction: Direction) -> Bool? {
        switch direction {
        case .none: nil
        case .up: sign == 0 ? nil : sign > 0
        case .down, .zero: sign == 0 ? nil : sign < 0
        }
    }
}

extension Catalogue {
    /// The change on the period directly before, or the reason why there is none.
    ///
    /// Only printed periods of the same kind and length are compared. A figure that adds up since January has no 环比,
    /// because it contains the period before.
    public func changeOnPeriod(of observation: Observation) -> Result<ChangeOnPeriod, Incomparability> {
        if let reason = observation.incomparability { return .failure(reason) }
        let period = observation.period
        if period.kind == .range, period.startMonth == 1 { return .failure(.addsUp) }
        if observation.status == .breakInSeries { return .failure(.breakInSeries) }
        guard period.kind != .none else { return .failure(.nothingBefore) }
        let dayBefore = period.start.adding(days: -1)
        // It is as long as this one and ends the day before.
        let since = period.start.year - (period.end.year - period.start.year) - 1
        let before = observations.rows(ofSeriesOf: observation, since: since).lazy
            .filter {
                let other = self.observations.period(ofRow: Int($0))
                return other.kind == period.kind && other.end == dayBefore && other.months == period.months
            }
            .map { self.observations[Int($0)] }
            .first { $0.basis == .printed }
        guard let before else { return .failure(.nothingBefore) }
        if let reason = before.incomparability { return .failure(reason) }
        let isShare = indicator(observation.indicator)?.unit.isPercent ?? false
        guard let change = FigureChange(from: before, to: observation, isShare: isShare) else {
            return .failure(.nothingBefore)
        }
        return .success(ChangeOnPeriod(earlier: before, change: change))
    }
}
