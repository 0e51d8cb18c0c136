import Indicators

extension DashboardState {
    var scope: Scope { Scope(catalogue: catalogue, area: session.area, filter: session.filter) }
}

extension Scope {
    /// The rows of a topic.
    func rows(ofTopic code: String) -> FigureRows {
        FigureRows(
            catalogue, indicators: indicators(ofTopic: code), area: area, derived: derived(ofTopic: code),
            briefs: briefs(ofTopic: code))
    }

    /// The rows of what an area reports.
    func rows(ofArea code: String) -> FigureRows {
        FigureRows(
            catalogue, indicators: indicators(ofArea: code), area: code, derived: derived(ofArea: code),
            briefs: briefs(ofArea: code))
    }
}
