import Cells
import Indicators

/// Figures in a table and measures below: a topic, or what an area reports.
struct FigureListView {
    let ink: Ink
    let items: [Item]
    /// Whether a figure of another area than the whole names it.
    let namesAreas: Bool
    private var state: DashboardState { ink.state }

    /// A table is no wider than this.
    static let widest = 130

    private var figures: [Item] { items.filter(\.isFigure) }

    private var briefs: [Brief] {
        items.compactMap { if case .brief(let brief) = $0 { brief } else { nil } }
    }

    func draw(in grid: inout CellGrid) {
        let figures = figures, briefs = briefs
        let selection = state.session.current.selection
        let layout = ListLayout(
            body: Frame(size: state.size).body, figureCount: figures.count, briefCount: briefs.count, selection: selection,
            hasDetail: true, isWordy: ink.language == .en)
        if layout.isBoxed {
            _ = ink.panel(ink.words.indicators, "\(figures.count) \(ink.words.items)", in: &grid, layout.list, isFocused: true)
        }
        drawFigures(figures, layout, selection, in: &grid)
        drawBriefs(briefs, layout, selection - figures.count, in: &grid)
        if items.isEmpty { ink.put(ink.words.nothingReported, .quiet, in: &grid, layout.list) }
        if let detail = layout.detail, let item = state.selectedItem {
            DetailPanel(ink: ink, item: item).draw(in: &grid, detail)
        }
    }

    private func drawFigures(
        _ figures: [Item], _ layout: ListLayout, _ selection: Int, in grid: inout CellGrid
    ) {
        guard !layout.figures.isEmpty else { return }
        let top = selection < figures.count
            ? state.session.current.top
            : ScrollWindow.top(selected: figures.count - 1, count: figures.count, visible: layout.visibleFigures, top: 0)
        // A value far from its name is hard to follow with the eye.
        var rect = layout.figures
        rect.columns = min(rect.columns, Self.widest)
        FigureTable(ink: ink, items: figures, namesAreas: namesAreas, hasHeader: layout.hasHeader, columns: rect.columns)
            .table(selected: selection < figures.count ? selection : nil, top: top, visible: rect.rows).draw(in: &grid, rect)
    }

    private func drawBriefs(_ briefs: [Brief], _ layout: ListLayout, _ selection: Int, in grid: inout CellGrid) {
        var rect = layout.briefs
        guard !rect.isEmpty, !briefs.isEmpty else { return }
        let heading = rect.takeTop(1)
        let used = grid.put(
            ink.words.measures + " ", at: Point(column: heading.column, row: heading.row), style: ink.theme[.heading],
            within: heading)
        let rule = String(repeating: ink.glyphs.horizontal, count: max(0, heading.columns - used))
        grid.put(rule, at: Point(column: heading.column + used, row: heading.row), style: ink.theme[.frame], within: heading)
        let top = selection >= 0 ? state.session.current.top : 0
        TableView(
            columns: [TableColumn(title: "", alignment: .leading, minimum: 8, weight: 1)],
            rows: briefs.map { [BriefText.line($0, ink)] }, selected: selection >= 0 ? selection : nil, top: top,
            style: ink.tableStyle
        ).draw(in: &grid, rect)
    }
}

extension Ink {
    /// The styles of every table.
    var tableStyle: TableStyle {
        TableStyle(
            header: theme[.quiet], selection: theme[.selection], marker: glyphs.selectionBar, markerStyle: theme[.selection],
            scroll: theme[.quiet], glyphs: glyphs)
    }
}
