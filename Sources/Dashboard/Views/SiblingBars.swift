import Indicators

/// How figures stand to those beside them that have the same unit, the same printed period and the same area.
///
/// A bar compares only what may be compared: exact values of periods printed as such. A share is drawn against 100.
struct SiblingBars {
    private var fractions: [Double?] = []
    /// Of each figure those of its unit, period and area; -1 where it is not compared.
    private var groups: [Int32] = []

    /// Figures that may be compared: the largest, and how many are above nothing.
    private struct Group {
        var largest = 0.0
        var count = 0
    }

    init(_ rows: FigureRows) {
        self.init(rows.indicatorCount) { (rows.indicator($0), rows.observation($0)) }
    }

    /// The same with another figure of one indicator.
    init(_ rows: FigureRows, replacing place: Int, by observation: Observation) {
        self.init(rows.indicatorCount) { (rows.indicator($0), $0 == place ? observation : rows.observation($0)) }
    }

    private init(_ count: Int, _ figure: (Int) -> (Indicator, Observation?)) {
        var all: [Group] = [], places: [String: Int] = [:]
        var values: [Double] = []
        fractions.reserveCapacity(count)
        groups.reserveCapacity(count)
        values.reserveCapacity(count)
        for place in 0..<count {
            let (indicator, observation) = figure(place)
            let value = observation.flatMap { Self.value(indicator, $0) }
            guard let observation, let value else {
                fractions.append(nil)
                groups.append(-1)
                values.append(0)
                continue
            }
            let key = "\(indicator.unit.name.zh)\n\(observation.period.text)\n\(observation.basis)\n\(observation.area)"
            let group = places[key] ?? all.count
            if group == all.count {
                places[key] = group
                all.append(Group())
            }
            if value > 0 {
                all[group].largest = max(all[group].largest, value)
                all[group].count += 1
            }
            fractions.append(indicator.unit.isPercent ? value : nil)
            groups.append(Int32(group))
            values.append(value)
        }
        for place in 0..<count where groups[place] >= 0 && fractions[place] == nil {
            let group = all[Int(groups[place])]
            if group.count >= 2 { fractions[place] = values[place] / group.largest }
        }
    }

    /// What a bar would show: of a share a part of one, else the plain value; nil where nothing may be compared.
    private static func value(_ indicator: Indicator, _ observation: Observation) -> Double? {
        guard observation.qualifier == .exact, let value = observation.value else { return nil }
        if indicator.unit.isPercent { return indicator.display == .share ? value.doubleValue / 100 : nil }
        guard observation.basis == .printed, !observation.status.isAbsence, !indicator.unit.name.zh.isEmpty else {
            return nil
        }
        return value.multiplied(byPowerOfTen: observation.unitMultiplier)?.doubleValue
    }

    /// The figures that a figure is compared with, itself among them; of more than so many the first.
    func members(_ index: Int, most: Int = .max) -> [Int] {
        guard fractions[index] != nil else { return [] }
        let group = groups[index]
        var members: [Int] = []
        for (place, other) in groups.enumerated() where other == group && fractions[place] != nil {
            members.append(place)
            if members.count == most { break }
        }
        return members
    }

    /// The length of the bar at a place, 0…1; nil where there is nothing to compare with.
    func fraction(_ index: Int) -> Double? { fractions[index] }
}
