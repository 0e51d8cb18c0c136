/// A whole data set, read and checked: what the dashboard shows.
public struct Catalogue: Sendable {
    public let package: PackageDescription
    /// In their order.
    public let topics: [Topic]
    /// By topic, then by their order.
    public let indicators: [Indicator]
    /// In their order, the whole first.
    public let areas: [Area]
    public let sources: [Source]
    /// By topic, then by their order.
    public let briefs: [Brief]
    public let links: [Link]
    public let observations: ObservationTable

    private let topicPlaces: [String: Int]
    private let indicatorPlaces: [String: Int]
    private let areaPlaces: [String: Int]
    private let sourcePlaces: [String: Int]
    private let briefPlaces: [String: Int]
    private let indicatorsByTopic: [String: [Indicator]]
    private let briefsByTopic: [String: [Brief]]

    /// The oldest and the newest period that any observation has.
    public let oldestPeriod: Period?
    public let newestPeriod: Period?
    /// The year most observations are about, which a narrow column need not repeat.
    public let mainYear: Int?

    init(
        package: PackageDescription, topics: [Topic], indicators: [Indicator], areas: [Area], sources: [Source],
        briefs: [Brief], links: [Link], observations: ObservationTable
    ) {
        func places(_ codes: [String]) -> [String: Int] {
            Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        self.package = package
        let orderedTopics = topics.sorted { $0.order < $1.order }
        self.topics = orderedTopics
        let topicPlaces = places(orderedTopics.map(\.code))
        func topicPlace(_ code: String) -> Int { topicPlaces[code] ?? topics.count }
        self.topicPlaces = topicPlaces
        self.indicators = indicators.sorted { (topicPlace($0.topic), $0.order) < (topicPlace($1.topic), $1.order) }
        self.areas = areas.sorted { $0.order < $1.order }
        self.sources = sources
        self.briefs = briefs.sorted { (topicPlace($0.topic), $0.order) < (topicPlace($1.topic), $1.order) }
        self.links = links
        self.observations = observations
        indicatorPlaces = places(self.indicators.map(\.code))
        areaPlaces = places(self.areas.map(\.code))
        sourcePlaces = places(sources.map(\.code))
        briefPlaces = places(self.briefs.map(\.code))
        indicatorsByTopic = Dictionary(grouping: self.indicators, by: \.topic)
        briefsByTopic = Dictionary(grouping: self.briefs, by: \.topic)
        let periods = observations.periods
        oldestPeriod = periods.min { $0.start < $1.start }
        newestPeriod = periods.max()
        var years: [Int: Int] = [:]
        for index in 0..<observations.count {
            if let year = observations[index].period.year { years[year, default: 0] += 1 }
        }
        mainYear = years.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    public func topic(_ code: String) -> Topic? { topicPlaces[code].map { topics[$0] } }
    public func indicator(_ code: String) -> Indicator? { indicatorPlaces[code].map { indicators[$0] } }
    public func area(_ code: String) -> Area? { areaPlaces[code].map { areas[$0] } }
    public func source(_ code: String) -> Source? { sourcePlaces[code].map { sources[$0] } }
    public func brief(_ code: String) -> Brief? { briefPlaces[code].map { briefs[$0] } }

    /// The indicators of a topic in their order.
    public func indicators(ofTopic code: String) -> [Indicator] { indicatorsByTopic[code] ?? [] }
    /// The measures of a topic in their order.
    public func briefs(ofTopic code: String) -> [Brief] { briefsByTopic[code] ?? [] }

    /// The area that is the whole.
    public var rootArea: Area { area(package.rootArea) ?? areas[0] }

    /// The place of an area in the order of areas, the whole before all.
    private func place(ofArea code: String) -> Int { code == package.rootArea ? -1 : areaPlaces[code] ?? areas.count }

    /// An indicator's observations: the whole first, then areas in order; the newest first, of these those printed as
    /// such before others.
    public func observations(of indicator: String) -> [Observation] {
        observations.areas(reporting: indicator).sorted { place(ofArea: $0) < place(ofArea: $1) }
            .flatMap { observations(of: indicator, in: $0) }
    }

    /// An indicator's observations in one area, the newest first.
    public func observations(of indicator: String, in area: String) -> [Observation] {
        observations.rows(indicator: indicator, area: area).map { observations[Int($0)] }.sorted { left, right in
            if left.period.end != right.period.end { return right.period.end < left.period.end }
            return (left.basis.standing, left.index) < (right.basis.standing, right.index)
        }
    }

    /// The observation that stands for an indicator: the newest of an area, or where none is named of the whole, or of
    /// the first area that reports it.
    public func headlineObservation(of indicator: String, area: String? = nil) -> Observation? {
        if let area { return observations(of: indicator, in: area).first }
        return observations(of: indicator).first
    }

    /// The links that an observation is a member of.
    public func links(of observation: Observation) -> [Link] {
        let key = observation.key
        return links.filter { link in link.members.contains { $0.key == key } }
    }
}

extension PeriodBasis {
    /// Which of several observations of the same year stands for it: the better the period is known, the sooner.
    fileprivate var standing: Int {
        switch self {
        case .printed: 0
        case .toDate: 1
        case .asReported: 2
        case .sinceUnknown: 3
        case .usualYear: 4
        case .unspecified: 5
        }
    }
}
