/// The figure of an area beside the figure of the whole for the same period.
public struct AreaAgainstWhole: Hashable, Sendable {
    /// The observation of the whole.
    public let whole: Observation
    /// The area's part of the whole, a fraction of one; nil for figures that do not add up over areas.
    public let part: QualifiedValue?
    /// How far the area is above the whole in percentage points, negative below; nil for figures that are not shares.
    public let points: QualifiedValue?
}

extension Catalogue {
    /// The figure of the whole for the period of an area's observation, and what the area is of it.
    ///
    /// Only printed periods of the same days are compared. Parts are computed only of what is summed over a period,
    /// because a level or an average of areas need not add up to that of the whole.
    ///
    /// - Returns: nil for an observation of the whole, and where nothing can be compared.
    public func againstWhole(_ observation: Observation) -> AreaAgainstWhole? {
        guard observation.area != rootArea.code, observation.incomparability == nil,
            let indicator = indicator(observation.indicator),
            let whole = observations(of: indicator.code, in: rootArea.code)
                .first(where: { $0.basis == .printed && $0.period.coversSameDays(as: observation.period) }),
            whole.incomparability == nil, let value = observation.qualifiedValue, let all = whole.qualifiedValue
        else { return nil }
        let isRatio = indicator.unit.name.zh.contains("/")
        let addsUp = indicator.collection == .summed && !indicator.unit.isPercent && !isRatio
        return AreaAgainstWhole(
            whole: whole, part: addsUp && !all.low.isZero ? value.divided(by: all) : nil,
            points: indicator.unit.isPercent ? value.subtracting(all) : nil)
    }
}
