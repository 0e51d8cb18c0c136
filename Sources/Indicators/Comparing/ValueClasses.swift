/// Areas in up to five classes by their values, for a map coloured by value.
public struct ValueClasses: Hashable, Sendable {
    /// Areas with values near each other.
    public struct Class: Hashable, Sendable {
        /// The observations with the lowest and the highest value.
        public let lowest: Observation, highest: Observation
        /// The codes of the areas, by value.
        public let areas: [String]
    }

    /// The class with the lowest values first.
    public let classes: [Class]
    private let indices: [String: Int]

    fileprivate init(_ classes: [Class]) {
        self.classes = classes
        var indices: [String: Int] = [:]
        for (index, one) in classes.enumerated() { for area in one.areas { indices[area] = index } }
        self.indices = indices
    }

    /// The index of the class of an area; nil where it has no value that could be compared.
    public func index(of area: String) -> Int? { indices[area] }
}

extension Catalogue {
    /// The most classes that people tell apart on a map.
    public static let mostClasses = 5

    /// Puts the areas directly below an area into classes of about equal numbers by their values in one period.
    ///
    /// Only printed periods of the same span are compared; an area without such a value is in no class. Equal values
    /// share a class. Ranges and approximate values are placed by their lower end.
    public func valueClasses(of indicator: String, below parent: String, in period: Period) -> Result<
        ValueClasses, Incomparability
    > {
        let all = areas.filter { $0.parent == parent }.compactMap { area in
            observations(of: indicator, in: area.code).first { $0.period.coversSameDays(as: period) }
        }
        let compared = all.filter { $0.incomparability == nil && $0.qualifiedValue != nil }
        guard compared.count > 1 else { return .failure(all.compactMap(\.incomparability).first ?? .notAllReport) }
        func low(_ observation: Observation) -> ExactRatio { observation.qualifiedValue?.low ?? .zero }
        let sorted = compared.enumerated().sorted { one, other in
            low(one.element) == low(other.element)
                ? one.offset < other.offset : low(one.element) < low(other.element)
        }.map(\.element)
        let distinct = zip(sorted, sorted.dropFirst()).count { low($0) != low($1) } + 1
        let count = min(Self.mostClasses, distinct)
        var groups: [[Observation]] = []
        for (index, observation) in sorted.enumerated() {
            let isEqual = groups.last?.last.map { low($0) == low(observation) } ?? false
            // A new class begins where its share of the areas begins, unless the value is that of the area before.
            let isDue = index * count >= groups.count * sorted.count
            if groups.isEmpty || isDue && !isEqual {
                groups.append([observation])
            } else {
                groups[groups.count - 1].append(observation)
            }
        }
        return .success(
            ValueClasses(
                groups.map { ValueClasses.Class(lowest: $0[0], highest: $0[$0.count - 1], areas: $0.map(\.area)) }))
    }

    /// The indicators that several areas directly below the whole report for one printed period, with that period:
    /// those of most areas in the order of the table, then the others, those of more areas first.
    public var classedIndicators: [(indicator: Indicator, period: Period)] {
        let below = areas.filter { $0.parent == package.rootArea }.map(\.code)
        guard below.count > 1 else { return [] }
        var counts: [String: [Period: Int]] = [:]
        for area in below {
            for indicator in indicators(reportedBy: area) {
                guard let observation = headlineObservation(of: indicator.code, area: area),
                    observation.incomparability == nil, observation.qualifiedValue != nil
                else { continue }
                counts[indicator.code, default: [:]][observation.period, default: 0] += 1
            }
        }
        let found = indicators.enumerated().compactMap { index, indicator -> (Int, Indicator, Period, Int)? in
            guard let best = counts[indicator.code]?.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
                best.value > 1
            else { return nil }
            return (index, indicator, best.key, best.value)
        }
        func isOfMost(_ count: Int) -> Bool { count * 2 > below.count }
        return found.filter { isOfMost($0.3) }.map { ($0.1, $0.2) }
            + found.filter { !isOfMost($0.3) }.sorted { ($1.3, $0.0) < ($0.3, $1.0) }.map { ($0.1, $0.2) }
    }
}
