/// What can be said in one sentence of another publisher's table, which has no targets: how many series it has, how far
/// they reach, and which of them changed most on a year earlier.
public struct TableFacts: Hashable, Sendable {
    /// One series: an indicator in an area.
    public struct Mover: Hashable, Sendable {
        /// The newest figure.
        public let figure: Observation
        /// Its change on a year earlier.
        public let change: ChangeOnYear
    }

    /// How many indicators the table has, or the chosen area.
    public let indicators: Int
    /// How many areas below the whole report the only indicator; 0 where there are several indicators, which are then
    /// the series.
    public let areas: Int
    /// The newest period with a value.
    public private(set) var newest: Period?
    /// How many series have a value for it.
    public private(set) var withNewest = 0
    /// The newest period of most series, which are compared: where one figure of this year is out, twenty of the year
    /// before are what there is to see.
    public private(set) var common: Period?
    /// How many series have it as their newest period.
    public private(set) var withCommon = 0
    /// How many of those changed which way on a year earlier.
    public private(set) var onYear = CityFacts.Directions()
    /// The series that rose most in proportion; nil where none rose, or one that did cannot be put in proportion.
    public private(set) var rise: Mover?
    /// The series that fell most in proportion.
    public private(set) var fall: Mover?

    /// A table with more series than this is only counted: a screen does not wait for a hundred thousand comparisons.
    static let mostCompared = 2_000

    init(_ catalogue: Catalogue, area: String?) {
        let all = area.map { catalogue.indicators(reportedBy: $0) } ?? catalogue.indicators
        let below = catalogue.areas.filter { $0.code != catalogue.rootArea.code }
        indicators = all.count
        areas = all.count == 1 && area == nil && below.count > 1 ? below.count : 0
        guard max(all.count, areas) <= Self.mostCompared else { return }
        let newest =
            areas > 0
            ? below.map { catalogue.headlineObservation(of: all[0].code, area: $0.code) }
            : all.map { catalogue.headlineObservation(of: $0.code, area: area) }
        let figures = newest.compactMap { $0 }.filter { $0.value != nil && $0.status != .forecast }
        guard let last = figures.map(\.period).max() else { return }
        self.newest = last
        let counts = Dictionary(grouping: figures, by: \.period).mapValues(\.count)
        withNewest = counts[last] ?? 0
        common = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        withCommon = common.flatMap { counts[$0] } ?? 0
        for figure in figures where figure.period == common { count(figure, catalogue) }
    }

    private mutating func count(_ figure: Observation, _ catalogue: Catalogue) {
        guard case .success(let change) = catalogue.changeOnYear(of: figure) else { return }
        onYear.count(change.sign)
        let mover = Mover(figure: figure, change: change)
        if change.sign > 0, rise.map({ $0.isBelow(mover) }) ?? true { rise = mover }
        if change.sign < 0, fall.map({ mover.isBelow($0) }) ?? true { fall = mover }
    }
}

extension TableFacts.Mover {
    /// Whether its change is the smaller one. Only proportions are compared, so a change without one, of percentage
    /// points or from zero, gives way to any other.
    fileprivate func isBelow(_ other: TableFacts.Mover) -> Bool {
        switch (change.relative, other.change.relative) {
        case (let own?, let other?): own.low < other.low
        case (nil, nil): change.difference.low < other.change.difference.low
        case (nil, _?): change.sign > 0
        case (_?, nil): change.sign < 0
        }
    }
}
