import Cells
import Indicators

/// The selected figure or measure beside a list.
struct DetailPanel {
    let ink: Ink
    let item: Item
    /// Whether it stands beside what needs attention, so that what was asked comes before charts and rankings.
    var isAttention = false
    /// The item that it is about; nil where it stands beside another list.
    var about: AttentionItem?

    func draw(in grid: inout CellGrid, _ rect: Rect) {
        switch item {
        case .figure(let indicator, let observation):
            var inner = ink.panel(indicator.name[ink.language], "s \(ink.words.source)", in: &grid, rect)
            let detail = DetailLines(ink: ink, columns: TextGeometry.textColumns(inner))
            if let observation {
                if inner.rows >= 12 {
                    if inner.rows >= 16 { _ = inner.takeTop(1) }
                    LargeFigure(ink: ink).draw(observation, in: &grid, inner.takeTop(4))
                } else {
                    ink.draw(
                        FigureRuns.inline(observation, ink), in: &grid, at: Point(column: inner.column, row: inner.row),
                        within: inner.takeTop(1))
                }
                let summary = SummaryLines(ink: ink, columns: TextGeometry.textColumns(inner)).lines(
                    indicator, observation)
                TextPanel(ink: ink).draw(summary, top: 0, in: &grid, inner.takeTop(summary.count + 1))
            }
            TextPanel(ink: ink).draw(
                detail.figure(indicator, observation, without: beside(indicator), about: about, most: inner.rows),
                top: 0, in: &grid, inner)
        case .derived(let derived):
            let inner = ink.panel(ink.judging.derived, "s \(ink.words.source)", in: &grid, rect)
            let detail = DetailLines(ink: ink, columns: TextGeometry.textColumns(inner))
            TextPanel(ink: ink).draw(detail.derived(derived), top: 0, in: &grid, inner)
        case .brief(let brief):
            let inner = ink.panel(ink.words.measure, "s \(ink.words.source)", in: &grid, rect)
            let detail = DetailLines(ink: ink, columns: TextGeometry.textColumns(inner))
            TextPanel(ink: ink).draw(detail.brief(brief), top: 0, in: &grid, inner)
        case .area, .topic, .choice:
            break
        }
    }

    private func beside(_ indicator: Indicator) -> [DetailLines.Part] {
        if isAttention { return [.trend, .ranking, .table] }
        return hasSeveral(indicator) ? [] : [.table]
    }

    private func hasSeveral(_ indicator: Indicator) -> Bool {
        ink.catalogue.observations(of: indicator.code, most: 2).count > 1
    }
}
