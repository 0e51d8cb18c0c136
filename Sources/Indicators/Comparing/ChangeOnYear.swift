/// The change of a figure from the same part of the year before (同比).
public struct ChangeOnYear: Hashable, Sendable {
    /// The observation of the same part of the year before.
    public let earlier: Observation
    /// The size of the change.
    public let change: FigureChange

    /// In plain units; for a share in percentage points (百分点).
    public var difference: QualifiedValue { change.difference }
    /// The difference as a part of the earlier value; nil for a share, and where the earlier value is not above zero.
    public var relative: QualifiedValue? { change.relative }
    /// Whether the figure is a share, which changes by percentage points.
    public var isInPoints: Bool { change.isInPoints }
    /// The direction of the change: -1, 0 or 1.
    public var sign: Int { change.sign }

    /// Whether the change is good by the direction of the indicator; nil where there is no change or no direction.
    public func isGood(_ direction: Direction) -> Bool? { change.isGood(direction) }
}

extension Catalogue {
    /// The change on a year earlier, or the reason why there is none. Only printed periods of the same span are
    /// compared.
    public func changeOnYear(of observation: Observation) -> Result<ChangeOnYear, Incomparability> {
        if let reason = observation.incomparability { return .failure(reason) }
        // Rows are filtered by period before an observation is made of any.
        let table = observations
        let earlier = table.rows(ofSeriesOf: observation, since: observation.period.startYear - 1).lazy
            .filter { table.period(ofRow: Int($0)).isYearBefore(observation.period) }.map { table[Int($0)] }
        guard let before = earlier.first(where: { $0.basis == .printed }) else { return .failure(.nothingEarlier) }
        if let reason = before.incomparability { return .failure(reason) }
        if observation.status == .breakInSeries { return .failure(.breakInSeries) }
        let isShare = indicator(observation.indicator)?.unit.isPercent ?? false
        guard let change = FigureChange(from: before, to: observation, isShare: isShare) else {
            return .failure(.nothingEarlier)
        }
        return .success(ChangeOnYear(earlier: before, change: change))
    }
}
