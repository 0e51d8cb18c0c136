import Indicators

/// One figure as the kiosk shows it.
struct KioskFigure: Hashable {
    let indicator: Indicator
    let observation: Observation?
}

/// Which figure: an indicator, and an area where the whole does not report it.
struct FigureKey: Hashable, Sendable {
    let indicator: String
    /// Nil for the headline observation.
    let area: String?

    /// For each topic its figures, the headline first. Figures without a value are left out, except the headline. An
    /// indicator that the whole does not report has a figure for each area that does.
    static func all(of catalogue: Catalogue) -> [[FigureKey]] {
        catalogue.topics.map { topic in
            var keys: [FigureKey] = []
            if catalogue.indicator(topic.headline) != nil {
                keys = figures(of: topic.headline, catalogue)
                if keys.first?.area != nil || keys.isEmpty {
                    keys.insert(FigureKey(indicator: topic.headline, area: nil), at: 0)
                    // The headline is that of the first area.
                    let first = catalogue.headlineObservation(of: topic.headline)?.area
                    keys.removeAll { $0.area != nil && $0.area == first }
                }
            }
            for indicator in catalogue.indicators(ofTopic: topic.code) where indicator.code != topic.headline {
                keys += figures(of: indicator.code, catalogue)
            }
            return keys
        }
    }

    private static func figures(of indicator: String, _ catalogue: Catalogue) -> [FigureKey] {
        let areas = catalogue.areas(reporting: indicator)
        if areas.first == catalogue.package.rootArea || areas.count == 1 {
            return hasValue(catalogue.headlineObservation(of: indicator))
                ? [FigureKey(indicator: indicator, area: nil)] : []
        }
        return areas.filter { hasValue(catalogue.headlineObservation(of: indicator, area: $0)) }.map {
            FigureKey(indicator: indicator, area: $0)
        }
    }

    private static func hasValue(_ observation: Observation?) -> Bool {
        observation.map { $0.value != nil && !$0.isWithheld } ?? false
    }
}
