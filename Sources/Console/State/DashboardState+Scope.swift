import Indicators

extension DashboardState {
    var scope: Scope { Scope(catalogue: catalogue, area: session.area, filter: session.filter) }
}

extension Scope {
    /// The rows of a topic.
    func rows(ofTopic code: String, _ order: ListOrder, _ span: ListSpan) -> FigureRows {
        rows(
            indicators(ofTopic: code), derived(ofTopic: code), briefs(ofTopic: code), in: area, order, span)
    }

    /// The rows of what an area reports.
    func rows(ofArea code: String, _ order: ListOrder, _ span: ListSpan) -> FigureRows {
        rows(indicators(ofArea: code), derived(ofArea: code), briefs(ofArea: code), in: code, order, span)
    }

    private func rows(
        _ indicators: [Indicator], _ derived: [DerivedIndicator], _ briefs: [Brief], in area: String?,
        _ order: ListOrder, _ span: ListSpan
    ) -> FigureRows {
        let shown =
            span == .all
            ? indicators
            : indicators.filter {
                span.contains(
                    catalogue.headlineObservation(of: $0.code, area: area)?.period.year, mainYear: catalogue.mainYear)
            }
        // The rows of a foreign table keep the order of its file.
        let keepsOrder = order == .table && catalogue.package.isForeign
        return FigureRows(
            catalogue, indicators: keepsOrder ? shown : order.sorted(shown, in: area, of: catalogue), area: area,
            derived: span == .all
                ? derived
                : derived.filter { span.contains(catalogue.year(of: $0), mainYear: catalogue.mainYear) },
            briefs: briefs.filter { span.contains($0.period.year, mainYear: catalogue.mainYear) })
    }
}
