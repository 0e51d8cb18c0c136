import Indicators
import Wording

/// The order of the figures in a list. `o` goes to the next.
public enum ListOrder: CaseIterable, Hashable, Sendable {
    /// The order of the tables; figures of other years than the main year come last.
    case table
    /// What is furthest behind its target first; what is not judged last.
    case gap
    /// The largest change on the year first, rises before falls.
    case change
    /// The largest value first, unit by unit: values in different units are not compared.
    case value
    /// The newest period first.
    case date

    var next: ListOrder { Self.allCases[(Self.allCases.firstIndex(of: self)! + 1) % Self.allCases.count] }

    /// What the title says of the order; nil for the order of the tables.
    var name: LocalizedText? {
        switch self {
        case .table: nil
        case .gap: LocalizedText(zh: "按差距", en: "by gap")
        case .change: LocalizedText(zh: "按同比", en: "by change")
        case .value: LocalizedText(zh: "按数值", en: "by value")
        case .date: LocalizedText(zh: "按时期", en: "by date")
        }
    }

    /// The message of the key.
    var notice: LocalizedText {
        switch self {
        case .table: LocalizedText(zh: "按表中次序", en: "in the order of the tables")
        case .gap: LocalizedText(zh: "按与目标的差距，落后最多的在前", en: "by the gap to the target, furthest behind first")
        case .change: LocalizedText(zh: "按同比，上升最多的在前", en: "by change on the year, largest rise first")
        case .value: LocalizedText(zh: "按数值，同一单位从大到小", en: "by value, largest first within a unit")
        case .date: LocalizedText(zh: "按时期，最新的在前", en: "by date, newest first")
        }
    }

    /// The indicators in this order. Equal ones keep their order.
    ///
    /// - Parameter area: the area of the figures; nil for the headline figure of each indicator.
    func sorted(_ indicators: [Indicator], in area: String?, of catalogue: Catalogue) -> [Indicator] {
        func observation(_ indicator: Indicator) -> Observation? {
            catalogue.headlineObservation(of: indicator.code, area: area)
        }
        switch self {
        case .table:
            let current = indicators.filter { observation($0).map { $0.period.year == catalogue.mainYear } ?? true }
            if current.count == indicators.count || current.isEmpty { return indicators }
            let codes = Set(current.map(\.code))
            return current + indicators.filter { !codes.contains($0.code) }
        case .gap:
            return Self.byKey(indicators, isBefore: <) { indicator in
                catalogue.judgement(of: indicator, observation(indicator), in: area).distance
            }
        case .change:
            return Self.byKey(indicators, isBefore: >) { indicator in
                observation(indicator).flatMap { try? catalogue.changeOnYear(of: $0).get() }
                    .map { ($0.relative ?? $0.difference).low }
            }
        case .value:
            var units: [String] = []
            for indicator in indicators where !units.contains(indicator.unit.name.zh) {
                units.append(indicator.unit.name.zh)
            }
            return units.flatMap { unit in
                Self.byKey(indicators.filter { $0.unit.name.zh == unit }, isBefore: >) {
                    observation($0)?.qualifiedValue?.low
                }
            }
        case .date: return Self.byKey(indicators, isBefore: >) { observation($0)?.period }
        }
    }

    /// Sorted by a key; what has none comes last.
    private static func byKey<Key>(
        _ indicators: [Indicator], isBefore: (Key, Key) -> Bool, _ key: (Indicator) -> Key?
    ) -> [Indicator] {
        let keyed = indicators.map { ($0, key($0)) }
        var known: [(indicator: Indicator, key: Key, index: Int)] = []
        for (index, one) in keyed.enumerated() { if let key = one.1 { known.append((one.0, key, index)) } }
        known.sort { one, other in
            if isBefore(one.key, other.key) { return true }
            return isBefore(other.key, one.key) ? false : one.index < other.index
        }
        return known.map(\.indicator) + keyed.filter { $0.1 == nil }.map(\.0)
    }
}

extension Judgement {
    /// How far a figure is from where it should be, in hundredths of its target: below zero behind, above zero ahead;
    /// nil where it is not judged. A broken zero-goal is furthest behind.
    var distance: ExactRatio? {
        switch self {
        case .paced(let pace): pace.lessIsBetter ? pace.gap.negated : pace.gap
        case .level(let level):
            level.completion.flatMap { completion in
                let over = completion.low.subtracting(.one)
                return level.lessIsBetter ? over?.negated : over
            }
        case .zeroBroken: ExactRatio.one.negated
        case .zeroKept: .zero
        case .zeroUnknown, .noTarget, .unjudged: nil
        }
    }
}

/// Which figures a list shows by their period. `b` goes to the next.
public enum ListSpan: CaseIterable, Hashable, Sendable {
    case all
    /// Figures of the main year of the data set, and what is not reported.
    case thisPeriod
    /// Figures of other years.
    case background

    var next: ListSpan { Self.allCases[(Self.allCases.firstIndex(of: self)! + 1) % Self.allCases.count] }

    /// What the title says; nil where everything is shown.
    var name: LocalizedText? {
        switch self {
        case .all: nil
        case .thisPeriod: LocalizedText(zh: "本期", en: "this period")
        case .background: LocalizedText(zh: "背景", en: "background")
        }
    }

    /// Whether a figure or measure is shown.
    ///
    /// - Parameter year: the year of its period; nil where nothing is reported or no time is stated.
    func contains(_ year: Int?, mainYear: Int?) -> Bool {
        switch self {
        case .all: true
        case .thisPeriod: year == nil || year == mainYear
        case .background: year != nil && year != mainYear
        }
    }
}
