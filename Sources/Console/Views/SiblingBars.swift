import Indicators

/// Bars that compare figures in a list that have the same unit, printed period and area.
///
/// Only exact values of printed periods are compared. A share is drawn against 100.
struct SiblingBars {
    private var fractions: [Double?] = []
    /// For each figure the index of its group; -1 where it is not compared.
    private var groups: [Int32] = []

    /// Figures that are compared: the largest value, and the number of values above zero.
    private struct Group {
        var largest = 0.0
        var count = 0
    }

    init(_ rows: FigureRows) {
        self.init(rows.indicatorCount) { (rows.indicator($0), rows.observation($0)) }
    }

    /// The same with another figure of one indicator.
    init(_ rows: FigureRows, replacing index: Int, by observation: Observation) {
        self.init(rows.indicatorCount) { (rows.indicator($0), $0 == index ? observation : rows.observation($0)) }
    }

    private init(_ count: Int, _ figure: (Int) -> (Indicator, Observation?)) {
        var all: [Group] = [], places: [String: Int] = [:]
        var values: [Double] = []
        fractions.reserveCapacity(count)
        groups.reserveCapacity(count)
        values.reserveCapacity(count)
        for index in 0..<count {
            let (indicator, observation) = figure(index)
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
        for index in 0..<count where groups[index] >= 0 && fractions[index] == nil {
            let group = all[Int(groups[index])]
            if group.count >= 2 { fractions[index] = values[index] / group.largest }
        }
    }

    /// The value that a bar shows: a share as a part of one, any other value in plain units; nil where it must not be
    /// compared.
    private static func value(_ indicator: Indicator, _ observation: Observation) -> Double? {
        guard observation.qualifier == .exact, let value = observation.value else { return nil }
        if indicator.unit.isPercent { return indicator.display == .share ? value.doubleValue / 100 : nil }
        guard observation.basis == .printed, !observation.status.isAbsence, !indicator.unit.name.zh.isEmpty else {
            return nil
        }
        return value.multiplied(byPowerOfTen: observation.unitMultiplier)?.doubleValue
    }

    /// The figures that a figure is compared with, including itself; at most this many.
    func members(_ index: Int, most: Int = .max) -> [Int] {
        guard fractions[index] != nil else { return [] }
        let group = groups[index]
        var members: [Int] = []
        for (position, other) in groups.enumerated() where other == group && fractions[position] != nil {
            members.append(position)
            if members.count == most { break }
        }
        return members
    }

    /// The length of the bar of a figure, 0…1; nil where there is nothing to compare with.
    func fraction(_ index: Int) -> Double? { fractions[index] }
}
