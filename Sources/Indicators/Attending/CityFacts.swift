/// What can be said in one sentence of the whole or of an area: how many figures are judged, what is behind, and how
/// figures have changed on a year earlier.
public struct CityFacts: Hashable, Sendable {
    /// How many figures went which way.
    public struct Directions: Hashable, Sendable {
        /// Figures that rose, or became better.
        public internal(set) var up = 0
        /// Figures that fell, or became worse.
        public internal(set) var down = 0
        /// Figures that did not change, or not by what counts.
        public internal(set) var same = 0
        /// How many figures could be compared.
        public var all: Int { up + down + same }
    }

    /// How many zero-goals (动态清零) stand how.
    public struct ZeroGoals: Hashable, Sendable {
        /// Zero-goals with a value of zero.
        public internal(set) var kept = 0
        /// Zero-goals with a value above zero.
        public internal(set) var broken = 0
        /// Zero-goals without a value.
        public internal(set) var unknown = 0
        /// All of them.
        public var all: Int { kept + broken + unknown }
    }

    /// A figure that is ahead of the time gone by.
    public struct Leader: Hashable, Sendable {
        /// The code of the indicator.
        public let indicator: String
        /// The pace it has.
        public let pace: Pace
        /// The period that the pace is of, where a later one has no value yet; nil where it is of the newest.
        public let olderPeriod: Period?
    }

    /// How many figures are judged, and with what result.
    public let tally: Catalogue.Tally
    /// What is behind or broken, one for each indicator, the worst first; as many as the tally counts.
    public let bad: [AttentionItem]
    /// How many figures of each area are behind or broken, by the code of the area; empty where this is about one area.
    public let badCounts: [String: Int]
    /// How many more figures of areas are behind or broken, where this is about the whole.
    public var badElsewhere: Int { max(0, badCounts.values.reduce(0, +) - bad.count) }
    /// How many figures are behind or broken in all: for the whole those of its areas too.
    public var allBad: Int { bad.count + badElsewhere }
    /// The codes of the indicators of `bad`.
    private let badCodes: Set<String>
    /// The indices in `bad` by the code of the topic.
    private let badPlaces: [String: [Int]]
    /// For each indicator the codes of the areas below the whole whose figures are behind or broken, in the order of
    /// the list; empty where this is about one area.
    private let badAreas: [String: [String]]
    /// How many figures are owed and not reported; for the whole without those of its areas.
    public let unreported: Int
    /// How many more of areas, where this is about the whole.
    public let unreportedElsewhere: Int
    /// How many figures have a target, but cannot be judged by it.
    public private(set) var unjudged = 0
    /// How many figures were revised lately.
    public let revised: Int
    /// The period of the figures that begins first, and the newest: of an area, those of the figures that stand for its
    /// indicators, since of a large set no more is at hand.
    public let oldestPeriod: Period?, newestPeriod: Period?
    /// The newest period, where every figure of it is still empty; nil where it holds a value.
    public let emptyPeriod: Period?
    /// The figure that is furthest ahead of the time gone by; nil where none is ahead.
    public private(set) var leader: Leader?
    /// The zero-goals.
    public private(set) var zeroGoals = ZeroGoals()
    /// The change on a year earlier.
    public private(set) var onYear = Directions()
    /// Better or worse by the criterion of each indicator, of those that have no target.
    public private(set) var tendencies = Directions()
    /// What can be said of another publisher's table; nil for one of the format.
    public let table: TableFacts?

    init(_ catalogue: Catalogue, area: String?) {
        let list = catalogue.attention
        let indicators = area.map { catalogue.indicators(reportedBy: $0) } ?? catalogue.indicators
        tally = area.map { catalogue.tally(of: indicators, in: $0) } ?? catalogue.tally
        bad = area.map { list.of(area: $0).bad } ?? list.badHeadlines(catalogue)
        badCounts = area == nil ? list.badCounts : [:]
        badCodes = Set(bad.map(\.indicator))
        badPlaces = Dictionary(grouping: bad.indices) { [bad] in catalogue.indicator(bad[$0].indicator)?.topic ?? "" }
        let own = list.of(area: area).items
        let root = catalogue.rootArea.code
        let owed = own.filter { $0.kind == .unreported }
        unreported = owed.count { $0.area == area ?? root }
        unreportedElsewhere = owed.count - unreported
        badAreas =
            area == nil
            ? Dictionary(grouping: list.items.filter { $0.isBad && $0.area != root }, by: \.indicator)
                .mapValues { $0.map(\.area) } : [:]
        revised = own.count { $0.kind == .revised }
        emptyPeriod = catalogue.emptyPeriod
        (oldestPeriod, newestPeriod) =
            area.flatMap { Self.span(of: $0, indicators, catalogue) }
            ?? (catalogue.oldestPeriod, catalogue.newestPeriod)
        table = catalogue.package.isForeign ? TableFacts(catalogue, area: area) : nil
        for indicator in Self.counted(indicators, catalogue) {
            add(indicator, catalogue.headlineObservation(of: indicator.code, area: area), catalogue, area)
        }
    }

    /// Whether an indicator is behind or broken.
    public func isBad(_ indicator: String) -> Bool { badCodes.contains(indicator) }

    /// The codes of the areas below the whole whose figure of an indicator is behind or broken.
    ///
    /// - Parameter area: an area that is left out, whose figure is shown.
    public func badAreas(of indicator: String, besides area: String?) -> [String] {
        badAreas[indicator]?.filter { $0 != area } ?? []
    }

    /// What is behind or broken in a topic, the worst first.
    ///
    /// - Parameters:
    ///   - indicator: the code of an indicator that is left out; nil for none.
    ///   - most: how many are wanted. A province may have thousands.
    public func bad(ofTopic code: String, besides indicator: String?, most: Int) -> [AttentionItem] {
        var found: [AttentionItem] = []
        for index in badPlaces[code] ?? [] where found.count < most && bad[index].indicator != indicator {
            found.append(bad[index])
        }
        return found
    }

    /// From the first to the last period of the figures that stand for the indicators of an area.
    private static func span(
        of area: String, _ indicators: [Indicator], _ catalogue: Catalogue
    ) -> (oldest: Period, newest: Period)? {
        let periods = indicators.compactMap { catalogue.headlineObservation(of: $0.code, area: area)?.period }
            .filter { $0 != .none }
        guard let oldest = periods.min(by: { $0.start < $1.start }), let newest = periods.max() else { return nil }
        return (oldest, newest)
    }

    /// Of a table of another publisher only the figures of the overview: it may have a hundred thousand, without
    /// targets.
    private static func counted(_ indicators: [Indicator], _ catalogue: Catalogue) -> [Indicator] {
        guard catalogue.package.isForeign else { return indicators }
        return catalogue.topics.flatMap { [$0.headline] + $0.supports }.compactMap { catalogue.indicator($0) }
    }

    private mutating func add(
        _ indicator: Indicator, _ figure: Observation?, _ catalogue: Catalogue, _ area: String?
    ) {
        if catalogue.mayBeJudged(indicator) {
            add(catalogue.judgement(of: indicator, figure, in: area), indicator.code, figure, catalogue)
        }
        guard let figure, figure.value != nil else { return }
        if case .success(let change) = catalogue.changeOnYear(of: figure) {
            onYear.count(change.sign)
        }
        if indicator.criterion != nil, case .success(let tendency) = catalogue.tendency(of: figure) {
            tendencies.count(tendency.direction == .better ? 1 : tendency.direction == .worse ? -1 : 0)
        }
    }

    private mutating func add(
        _ judgement: Judgement, _ code: String, _ figure: Observation?, _ catalogue: Catalogue
    ) {
        switch judgement {
        case .zeroKept: zeroGoals.kept += 1
        case .zeroBroken: zeroGoals.broken += 1
        case .zeroUnknown: zeroGoals.unknown += 1
        case .paced(let pace):
            guard pace.standing.light == .good, !pace.standing.isFinal, !pace.lessIsBetter else { return }
            guard leader.map({ $0.pace.gap < pace.gap }) ?? true else { return }
            let isOlder = figure.flatMap { catalogue.absence(since: $0) } != nil
            leader = Leader(indicator: code, pace: pace, olderPeriod: isOlder ? figure?.period : nil)
        case .unjudged: unjudged += 1
        case .level, .noTarget: break
        }
    }
}

extension CityFacts.Directions {
    /// Counts one figure by the sign of its change.
    mutating func count(_ sign: Int) {
        if sign > 0 { up += 1 } else if sign < 0 { down += 1 } else { same += 1 }
    }
}

extension Catalogue {
    /// What can be said of the whole, or of an area, in one sentence. It is found once and kept.
    public func facts(in area: String? = nil) -> CityFacts {
        if let kept = keptFacts.withLock({ $0[area ?? ""] }) { return kept }
        let facts = CityFacts(self, area: area)
        keptFacts.withLock { $0[area ?? ""] = facts }
        return facts
    }
}
