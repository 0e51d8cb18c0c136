/// 改善, 持平 or 变差: what became of a figure that has no target, by the criterion that its indicator states. It is no
/// status, and has no light.
public struct Tendency: Hashable, Sendable {
    /// The direction, in the sense of the indicator.
    public enum Direction: Hashable, Sendable, CaseIterable { case better, same, worse }

    /// Whether the change counts, and which way.
    public let direction: Tendency.Direction
    /// The change on a year earlier.
    public let change: ChangeOnYear
    /// Which change counts.
    public let criterion: ChangeCriterion
}

extension Catalogue {
    /// The tendency of a figure: of two printed periods of the same span, a year apart. A change of exactly the
    /// criterion counts.
    ///
    /// It is refused for the reasons of `changeOnYear`, and where the indicator has no direction or states no
    /// criterion.
    /// An approximate value counts as it is printed.
    public func tendency(of observation: Observation) -> Result<Tendency, Incomparability> {
        guard let indicator = indicator(observation.indicator), indicator.direction != .none else {
            return .failure(.noDirection)
        }
        guard let criterion = indicator.criterion, let threshold = criterion.threshold else {
            return .failure(.noCriterion)
        }
        switch changeOnYear(of: observation) {
        case .failure(let reason): return .failure(reason)
        case .success(let change):
            let size = criterion.isInPoints ? change.difference : change.relative
            // From zero there is no percentage; any change counts.
            let counts =
                size.map { !($0.low.magnitude < threshold) && !$0.low.isZero } ?? (change.sign != 0)
            let isGood = change.isGood(indicator.direction)
            let direction: Tendency.Direction = counts ? isGood.map { $0 ? .better : .worse } ?? .same : .same
            return .success(Tendency(direction: direction, change: change, criterion: criterion))
        }
    }
}

extension ExactRatio {
    /// The value without its sign.
    package var magnitude: ExactRatio { isNegative ? negated : self }
}
