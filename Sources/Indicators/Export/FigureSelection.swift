/// Which figures are wanted; nothing means all.
public struct FigureSelection: Hashable, Sendable {
    public var topic: String?
    public var indicator: String?
    public var area: String?
    /// Only the newest of each indicator and area.
    public var latest: Bool

    public init(topic: String? = nil, indicator: String? = nil, area: String? = nil, latest: Bool = false) {
        self.topic = topic
        self.indicator = indicator
        self.area = area
        self.latest = latest
    }

    /// The observations in the order of the dashboard.
    public func observations(in catalogue: Catalogue) -> [Observation] {
        catalogue.indicators.filter { (topic == nil || $0.topic == topic) && (indicator == nil || $0.code == indicator) }
            .flatMap { indicator -> [Observation] in
                let all = catalogue.observations(of: indicator.code).filter { area == nil || $0.area == area }
                guard latest else { return all }
                var seen: Set<String> = []
                return all.filter { seen.insert($0.area).inserted }
            }
    }

    /// The measures that belong to the selection; none where one indicator is wanted.
    public func briefs(in catalogue: Catalogue) -> [Brief] {
        guard indicator == nil else { return [] }
        return catalogue.briefs.filter { (topic == nil || $0.topic == topic) && (area == nil || $0.area == area) }
    }

    /// The sources of these observations and measures, in the order of the tables.
    public func sources(in catalogue: Catalogue) -> [Source] {
        let used = Set(observations(in: catalogue).map(\.source) + briefs(in: catalogue).map(\.source))
        return catalogue.sources.filter { used.contains($0.code) }
    }
}
