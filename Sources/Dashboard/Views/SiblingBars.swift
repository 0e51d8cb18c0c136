import Indicators

/// How figures stand to those beside them that have the same unit, the same printed period and the same area.
///
/// A bar compares only what may be compared: exact values of periods printed as such. A share is drawn against 100.
struct SiblingBars {
    private let fractions: [Double?]

    init(_ indicators: [Indicator], observations: [Observation?]) {
        struct Group: Hashable {
            let unit: String
            let period: Period
            let area: String
        }
        func group(_ indicator: Indicator, _ observation: Observation?) -> Group? {
            guard let observation, observation.basis == .printed, observation.qualifier == .exact, observation.value != nil,
                !observation.status.isAbsence, !indicator.unit.name.zh.isEmpty, !indicator.unit.isPercent
            else { return nil }
            return Group(unit: indicator.unit.name.zh, period: observation.period, area: observation.area)
        }
        func plain(_ observation: Observation?) -> Double? {
            guard let observation, let value = observation.value else { return nil }
            return value.multiplied(byPowerOfTen: observation.unitMultiplier)?.doubleValue
        }
        var largest: [Group: Double] = [:]
        var count: [Group: Int] = [:]
        for (indicator, observation) in zip(indicators, observations) {
            guard let group = group(indicator, observation), let value = plain(observation), value > 0 else { continue }
            largest[group] = max(largest[group] ?? 0, value)
            count[group, default: 0] += 1
        }
        fractions = zip(indicators, observations).map { indicator, observation in
            if indicator.display == .share, indicator.unit.isPercent, let observation, observation.qualifier == .exact,
                let value = observation.value {
                return value.doubleValue / 100
            }
            guard let group = group(indicator, observation), count[group, default: 0] >= 2, let top = largest[group],
                let value = plain(observation)
            else { return nil }
            return value / top
        }
    }

    /// The length of the bar at a place, 0…1; nil where there is nothing to compare with.
    func fraction(_ index: Int) -> Double? { fractions[index] }
}
