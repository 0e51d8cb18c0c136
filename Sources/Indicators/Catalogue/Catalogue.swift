import Synchronization

/// A whole data set, read and checked.
///
/// It is immutable and passed by reference, so that its thirty properties are not copied.
public final class Catalogue: Sendable {
    /// What `datapackage.json` says of the data set.
    public let package: PackageDescription
    /// Sorted by `order`.
    public let topics: [Topic]
    /// Sorted by topic, then by `order`.
    public let indicators: [Indicator]
    /// Sorted by `order`, in which the root area usually comes first.
    public let areas: [Area]
    /// In the order of the table.
    public let sources: [Source]
    /// Sorted by topic, then by `order`.
    public let briefs: [Brief]
    /// In the order of the table.
    public let links: [Link]
    /// Computed figures, sorted by topic, then by `order`.
    public let derived: [DerivedIndicator]
    /// In the order of the table.
    public let targets: [Target]
    /// In the order of the table.
    public let formerValues: [FormerValue]
    /// What was asked about figures; in the order of the table.
    public let followUps: [FollowUp]
    /// Whom the public may ask, sorted by topic, then by `order`.
    public let contacts: [Contact]
    /// Why figures moved; in the order of the table, for checks. `shownNotes`, for display, leaves out those on figures
    /// under embargo.
    package let notes: [FigureNote]
    /// The schematic map; nil where the data set has none.
    public let map: AreaMap?
    /// Whether any figure can be judged. Where none can, a screen says nothing of judging. Every row of a list asks for
    /// it, so it is found once.
    public let judgesAnything: Bool
    /// The observations of all indicators and areas.
    public let observations: ObservationTable
    /// The dimensions of the series besides area, indicator and period; empty for a package of ours.
    public let dimensions: [Dimension]
    /// For each indicator the index of its code in each dimension.
    package let breakdowns: [String: [Int]]

    private let topicPlaces: [String: Int]
    private let indicatorPlaces: [String: Int]
    private let areaPlaces: [String: Int]
    private let sourcePlaces: [String: Int]
    private let briefPlaces: [String: Int]
    /// For each topic the indices of its indicators.
    private let indicatorsByTopic: [String: Stretch]
    private let briefsByTopic: [String: [Brief]]
    private let targetsByIndicator: [String: [Target]]
    private let derivedByInput: [String: [DerivedIndicator]]
    private let linksByIndicator: [String: [Link]]
    let followUpsByIndicator: [String: [FollowUp]]
    let notesByIndicator: [String: [FigureNote]]
    /// For each indicator the row of its headline observation.
    private let headlineRows: [String: Int]
    /// For each area the indices of the indicators that it reports.
    private let indicatorsByArea: [String: [Int32]]
    private let derivedByTopic: [String: [DerivedIndicator]]

    private struct Stretch { var first: Int, end: Int }

    /// The oldest period that any observation has, by its start; nil where no observation has a period.
    public let oldestPeriod: Period?
    /// The newest period that any observation has, by its end; nil where no observation has a period.
    public let newestPeriod: Period?
    /// The year that the data set states; otherwise that of most observations. A narrow column need not repeat it.
    public let mainYear: Int?
    /// How many indicators can be judged, and with what result.
    public var tally: Tally {
        countedTally.withLock { counted in
            if let counted { return counted }
            let tally = tally(of: indicators)
            counted = tally
            return tally
        }
    }
    /// Counted when first asked for, then kept.
    private let countedTally = Mutex<Tally?>(nil)
    /// The lists of attention of a few days; found when first asked for, then kept.
    let keptAttention = Mutex<[AttentionList]>([])
    /// What can be said of each area by its code; the whole has none.
    let keptFacts = Mutex<[String: CityFacts]>([:])

    /// The tables as they were read, in the order of their rows.
    package struct Tables {
        package var topics: [Topic] = []
        package var indicators: [Indicator] = []
        package var areas: [Area] = []
        package var sources: [Source] = []
        package var briefs: [Brief] = []
        package var links: [Link] = []
        package var derived: [DerivedIndicator] = []
        package var targets: [Target] = []
        package var formerValues: [FormerValue] = []
        package var followUps: [FollowUp] = []
        package var notes: [FigureNote] = []
        package var contacts: [Contact] = []
        package var map: AreaMap?
        package var observations: ObservationTable
        package var dimensions: [Dimension] = []
        package var breakdowns: [String: [Int]] = [:]

        package init(
            topics: [Topic] = [], indicators: [Indicator] = [], areas: [Area] = [], sources: [Source] = [],
            briefs: [Brief] = [], links: [Link] = [], derived: [DerivedIndicator] = [], targets: [Target] = [],
            formerValues: [FormerValue] = [], followUps: [FollowUp] = [], notes: [FigureNote] = [],
            map: AreaMap? = nil, observations: ObservationTable, dimensions: [Dimension] = [],
            breakdowns: [String: [Int]] = [:]
        ) {
            self.topics = topics
            self.indicators = indicators
            self.areas = areas
            self.sources = sources
            self.briefs = briefs
            self.links = links
            self.derived = derived
            self.targets = targets
            self.formerValues = formerValues
            self.followUps = followUps
            self.notes = notes
            self.map = map
            self.observations = observations
            self.dimensions = dimensions
            self.breakdowns = breakdowns
        }
    }

    package init(package: PackageDescription, _ tables: Tables) {
        func places(_ codes: [String]) -> [String: Int] {
            Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        self.package = package
        topics = Self.inOrder(tables.topics) { (0, $0.order) }
        let topicPlaces = places(topics.map(\.code))
        let topicCount = topics.count
        func topicPlace(_ code: String) -> Int { topicPlaces[code] ?? topicCount }
        self.topicPlaces = topicPlaces
        indicators = Self.inOrder(tables.indicators) { (topicPlace($0.topic), $0.order) }
        areas = Self.inOrder(tables.areas) { (0, $0.order) }
        sources = tables.sources
        briefs = Self.inOrder(tables.briefs) { (topicPlace($0.topic), $0.order) }
        links = tables.links
        derived = Self.inOrder(tables.derived) { (topicPlace($0.topic), $0.order) }
        targets = tables.targets
        formerValues = tables.formerValues
        followUps = tables.followUps
        notes = tables.notes
        contacts = Self.inOrder(tables.contacts) { (topicPlace($0.topic), $0.order) }
        map = tables.map
        judgesAnything =
            !tables.targets.isEmpty || !package.isForeign && tables.indicators.contains { $0.direction == .zero }
        dimensions = tables.dimensions
        breakdowns = tables.breakdowns
        let observations = tables.observations
        self.observations = observations
        indicatorPlaces = places(indicators.map(\.code))
        let areaPlaces = places(areas.map(\.code)), areaCount = areas.count
        self.areaPlaces = areaPlaces
        /// The root area comes before all others.
        func areaPlace(_ code: String) -> Int { code == package.rootArea ? -1 : areaPlaces[code] ?? areaCount }
        sourcePlaces = places(sources.map(\.code))
        briefPlaces = places(briefs.map(\.code))
        indicatorsByTopic = Self.stretches(indicators)
        briefsByTopic = Dictionary(grouping: briefs, by: \.topic)
        targetsByIndicator = Dictionary(grouping: targets, by: \.indicator)
        derivedByInput = Self.grouped(derived) { [$0.numerator, $0.denominator] }
        linksByIndicator = Self.grouped(links) { $0.members.map(\.indicator) }
        followUpsByIndicator = Dictionary(grouping: followUps, by: \.indicator)
        notesByIndicator = Dictionary(grouping: notes, by: \.indicator)
        let periods = observations.periods
        oldestPeriod = periods.min { $0.start < $1.start }
        newestPeriod = periods.max()
        mainYear = package.statedYear ?? observations.commonestYear
        derivedByTopic = Dictionary(grouping: derived, by: \.topic)
        var rows: [String: Int] = [:]
        var indicatorsByArea: [String: [Int32]] = [:]
        for number in indicators.indices {
            let code = indicators[number].code, areas = observations.areas(reporting: code)
            for area in areas { indicatorsByArea[area, default: []].append(Int32(number)) }
            let first = areas.count < 2 ? areas.first : areas.map { (areaPlace($0), $0) }.min { $0.0 < $1.0 }?.1
            if let first, let row = observations.headlineRow(indicator: code, area: first) { rows[code] = row }
        }
        headlineRows = rows
        self.indicatorsByArea = indicatorsByArea
    }

    /// The same data set with other observations, among which the same stand for their series in the same rows.
    init(_ other: Catalogue, with observations: ObservationTable) {
        package = other.package
        topics = other.topics
        indicators = other.indicators
        areas = other.areas
        sources = other.sources
        briefs = other.briefs
        links = other.links
        derived = other.derived
        targets = other.targets
        formerValues = other.formerValues
        followUps = other.followUps
        notes = other.notes
        contacts = other.contacts
        map = other.map
        judgesAnything = other.judgesAnything
        self.observations = observations
        dimensions = other.dimensions
        breakdowns = other.breakdowns
        (topicPlaces, indicatorPlaces, areaPlaces) = (other.topicPlaces, other.indicatorPlaces, other.areaPlaces)
        (sourcePlaces, briefPlaces) = (other.sourcePlaces, other.briefPlaces)
        (indicatorsByTopic, briefsByTopic) = (other.indicatorsByTopic, other.briefsByTopic)
        (targetsByIndicator, derivedByInput) = (other.targetsByIndicator, other.derivedByInput)
        (linksByIndicator, followUpsByIndicator) = (other.linksByIndicator, other.followUpsByIndicator)
        (notesByIndicator, headlineRows) = (other.notesByIndicator, other.headlineRows)
        (indicatorsByArea, derivedByTopic) = (other.indicatorsByArea, other.derivedByTopic)
        (oldestPeriod, newestPeriod, mainYear) = (other.oldestPeriod, other.newestPeriod, other.mainYear)
    }

    /// For each topic the indices of its indicators, which are sorted by topic.
    private static func stretches(_ indicators: [Indicator]) -> [String: Stretch] {
        var stretches: [String: Stretch] = [:], last = 0
        for index in indicators.indices
        where index + 1 == indicators.count || indicators[index + 1].topic != indicators[index].topic {
            stretches[indicators[index].topic] = Stretch(first: last, end: index + 1)
            last = index + 1
        }
        return stretches
    }

    /// For each code the rows that name it, each row once.
    private static func grouped<Row>(_ rows: [Row], by codes: (Row) -> [String]) -> [String: [Row]] {
        var groups: [String: [Row]] = [:]
        for row in rows { for code in Set(codes(row)) { groups[code, default: []].append(row) } }
        return groups
    }

    /// Rows sorted by their group and then their `order`; most tables are already sorted.
    private static func inOrder<Row>(_ rows: [Row], by key: (Row) -> (place: Int, order: Int)) -> [Row] {
        let keys = rows.map(key)
        guard zip(keys, keys.dropFirst()).contains(where: { $1 < $0 }) else { return rows }
        return rows.indices.sorted { (keys[$0].place, keys[$0].order, $0) < (keys[$1].place, keys[$1].order, $1) }.map {
            rows[$0]
        }
    }

    /// For each dimension the index of the indicator's code; empty where the data set has no dimensions.
    public func breakdown(of indicator: String) -> [Int] { breakdowns[indicator] ?? [] }

    /// The topic with a code; nil for an unknown code.
    public func topic(_ code: String) -> Topic? { topicPlaces[code].map { topics[$0] } }
    /// The indicator with a code; nil for an unknown code.
    public func indicator(_ code: String) -> Indicator? { indicatorPlaces[code].map { indicators[$0] } }
    /// The area with a code; nil for an unknown code.
    public func area(_ code: String) -> Area? { areaPlaces[code].map { areas[$0] } }
    /// The source with a code; nil for an unknown code.
    public func source(_ code: String) -> Source? { sourcePlaces[code].map { sources[$0] } }
    /// The measure with a code; nil for an unknown code.
    public func brief(_ code: String) -> Brief? { briefPlaces[code].map { briefs[$0] } }

    /// The indicators of a topic in their order.
    public func indicators(ofTopic code: String) -> [Indicator] {
        indicatorsByTopic[code].map { Array(indicators[$0.first..<$0.end]) } ?? []
    }
    /// The indicators that an area itself reports, in their order.
    public func indicators(reportedBy area: String) -> [Indicator] {
        (indicatorsByArea[area] ?? []).map { indicators[Int($0)] }
    }
    /// The indices of these indicators in `indicators`.
    public func indices(reportedBy area: String) -> [Int32] { indicatorsByArea[area] ?? [] }
    /// The formulas of a topic in their order.
    public func derived(ofTopic code: String) -> [DerivedIndicator] { derivedByTopic[code] ?? [] }
    /// The measures of a topic in their order.
    public func briefs(ofTopic code: String) -> [Brief] { briefsByTopic[code] ?? [] }

    /// Whom the public may ask about a topic, in their order.
    public func contacts(ofTopic code: String) -> [Contact] { contacts.filter { $0.topic == code } }

    /// The area that the whole data set is about.
    public var rootArea: Area { area(package.rootArea) ?? areas[0] }

    /// The index of an area for sorting: -1 for the root area, the number of areas for an unknown code.
    func index(ofArea code: String) -> Int { code == package.rootArea ? -1 : areaPlaces[code] ?? areas.count }

    /// The index of an indicator for sorting; the number of indicators for an unknown code.
    func index(ofIndicator code: String) -> Int { indicatorPlaces[code] ?? indicators.count }

    /// The observation that represents an indicator: the newest of an area that has a value. Without an area it is that
    /// of the root area, or of the first area that reports the indicator. What is newer and has no value is said beside
    /// it (`absence(since:)`). An observation under embargo is chosen only where there is no older one, and a forecast
    /// only where nothing else is on record.
    public func headlineObservation(of indicator: String, area: String? = nil) -> Observation? {
        guard let area else { return headlineRows[indicator].map { observations[$0] } }
        return observations.headlineRow(indicator: indicator, area: area).map { observations[$0] }
    }

    /// The links that an observation is a member of.
    public func links(of observation: Observation) -> [Link] {
        let key = observation.key
        return (linksByIndicator[observation.indicator] ?? []).filter { link in
            link.members.contains { $0.matches(key) }
        }
    }

    /// The targets of an indicator in an area.
    public func targets(of indicator: String, in area: String) -> [Target] {
        (targetsByIndicator[indicator] ?? []).filter { $0.area == area }
    }

    /// The targets of an indicator in all areas, in the order of the table.
    func targets(of indicator: String) -> [Target] { targetsByIndicator[indicator] ?? [] }

    /// Whether an indicator has a target in any area.
    package func hasTargets(of indicator: String) -> Bool { targetsByIndicator[indicator] != nil }

    /// The computed figures that have an indicator as a term.
    public func derived(from indicator: String) -> [DerivedIndicator] { derivedByInput[indicator] ?? [] }
}
