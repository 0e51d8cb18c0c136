/// A selection of figures by topic, indicator and area; nil selects all.
public struct FigureSelection: Hashable, Sendable {
    /// The code of a topic; nil for all topics.
    public var topic: String?
    /// The code of an indicator; nil for all indicators.
    public var indicator: String?
    /// The code of an area; nil for all areas.
    public var area: String?
    /// Whether only the newest of each indicator and area is selected.
    public var latest: Bool

    /// Selects figures that satisfy every given condition; without any, all figures.
    public init(topic: String? = nil, indicator: String? = nil, area: String? = nil, latest: Bool = false) {
        self.topic = topic
        self.indicator = indicator
        self.area = area
        self.latest = latest
    }

    /// The observations in the order of the dashboard.
    public func observations(in catalogue: Catalogue) -> [Observation] {
        catalogue.indicators.flatMap { observations(of: $0, in: catalogue) }
    }

    /// The observations that may be shown, one indicator at a time, so that a large data set is never in memory at
    /// once.
    package func eachIndicator(in catalogue: Catalogue, _ body: (Indicator, [Observation]) throws -> Void) rethrows {
        for indicator in catalogue.indicators {
            var all = self
            all.latest = false
            var shown = all.observations(of: indicator, in: catalogue).filter { !$0.isWithheld }, seen: Set<String> = []
            if latest { shown.removeAll { !seen.insert($0.area).inserted } }
            if !shown.isEmpty { try body(indicator, shown) }
        }
    }

    private func observations(of one: Indicator, in catalogue: Catalogue) -> [Observation] {
        guard topic == nil || one.topic == topic, indicator == nil || one.code == indicator else { return [] }
        let areas = area.map { [$0] } ?? catalogue.areas(reporting: one.code)
        return areas.flatMap { area in
            latest
                ? catalogue.newestObservation(of: one.code, in: area).map { [$0] } ?? []
                : catalogue.observations(of: one.code, in: area)
        }
    }

    /// The observations of one indicator. A single nil stands for an indicator without observations that has a selected
    /// target.
    public func figures(of one: Indicator, in catalogue: Catalogue) -> [Observation?] {
        let found = observations(of: one, in: catalogue)
        if !found.isEmpty { return found }
        let isPromised = targets(in: catalogue).contains { $0.indicator == one.code }
        return isPromised && catalogue.observations(of: one.code).isEmpty ? [nil] : []
    }

    /// The computed figures of the selection; for a single indicator, those that have it as a term.
    public func derived(in catalogue: Catalogue) -> [DerivedIndicator] {
        catalogue.derived.filter { one in
            (topic == nil || one.topic == topic) && (area == nil || (one.area ?? catalogue.package.rootArea) == area)
                && (indicator == nil || one.numerator == indicator || one.denominator == indicator)
        }
    }

    /// The targets that belong to the selection.
    public func targets(in catalogue: Catalogue) -> [Target] {
        catalogue.targets.filter { includes($0.indicator, $0.area, catalogue) }
    }

    /// The follow-ups that belong to the selection.
    public func followUps(in catalogue: Catalogue) -> [FollowUp] {
        catalogue.followUps.filter { includes($0.indicator, $0.area, catalogue) }
    }

    /// The notes that belong to the selection; none on figures under embargo.
    public func notes(in catalogue: Catalogue) -> [FigureNote] {
        catalogue.shownNotes.filter { includes($0.indicator, $0.area, catalogue) }
    }

    private func includes(_ code: String, _ area: String, _ catalogue: Catalogue) -> Bool {
        (topic == nil || catalogue.indicator(code)?.topic == topic) && (self.area == nil || self.area == area)
            && (indicator == nil || indicator == code)
    }

    /// The measures of the selection; none for a single indicator.
    public func briefs(in catalogue: Catalogue) -> [Brief] {
        guard indicator == nil else { return [] }
        return catalogue.briefs.filter { (topic == nil || $0.topic == topic) && (area == nil || $0.area == area) }
    }

    /// The sources of these observations and measures, in the order of the tables.
    public func sources(in catalogue: Catalogue) -> [Source] {
        let used = Set(
            observations(in: catalogue).map(\.source) + briefs(in: catalogue).map(\.source)
                + targets(in: catalogue).map(\.source))
        return catalogue.sources.filter { used.contains($0.code) }
    }
}
