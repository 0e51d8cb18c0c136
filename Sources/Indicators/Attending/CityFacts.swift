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
    /// How many figures are owed and not reported.
    public let unreported: Int
    /// How many figures were revised lately.
    public let revised: Int
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
        unreported = own.count { $0.kind == .unreported }
        revised = own.count { $0.kind == .revised }
        emptyPeriod = catalogue.emptyPeriod
        table = catalogue.package.isForeign ? TableFacts(catalogue, area: area) : nil
        for indicator in Self.counted(indicators, catalogue) {
            add(indicator, catalogue.headlineObservation(of: indicator.code, area: area), catalogue, area)
        }
    }

    /// Whether an indicator is behind or broken.
    public func isBad(_ indicator: String) -> Bool { badCodes.contains(indicator) }

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
            add(catalogue.judgement(of: indicator, figure, in: area), indicator.code)
        }
        guard let figure, figure.value != nil else { return }
        if case .success(let change) = catalogue.changeOnYear(of: figure) {
            onYear.count(change.sign)
        }
        if indicator.criterion != nil, case .success(let tendency) = catalogue.tendency(of: figure) {
            tendencies.count(tendency.direction == .better ? 1 : tendency.direction == .worse ? -1 : 0)
        }
    }

    private mutating func add(_ judgement: Judgement, _ code: String) {
        switch judgement {
        case .zeroKept: zeroGoals.kept += 1
        case .zeroBroken: zeroGoals.broken += 1
        case .zeroUnknown: zeroGoals.unknown += 1
        case .paced(let pace):
            guard pace.standing.light == .good, !pace.standing.isFinal, !pace.lessIsBetter else { return }
            if leader.map({ $0.pace.gap < pace.gap }) ?? true { leader = Leader(indicator: code, pace: pace) }
        case .level, .noTarget, .unjudged: break
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
