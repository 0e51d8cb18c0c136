import Cells
import Indicators

/// Figures in a table and measures below: a topic, or what an area reports.
struct FigureListView {
    let ink: Ink
    let rows: FigureRows
    /// Whether a figure of another area than the whole names it.
    let namesAreas: Bool
    private var state: DashboardState { ink.state }

    /// A table is no wider than this.
    static let widest = 130

    func draw(in grid: inout CellGrid) {
        let selection = state.session.current.selection
        let layout = ListLayout(
            body: Frame(size: state.size).body, figureCount: rows.figureCount, briefCount: rows.briefCount,
            selection: selection,
            hasDetail: true, isWordy: ink.language == .en)
        if layout.isBoxed {
            _ = ink.panel(
                ink.words.indicators, "\(rows.figureCount) \(ink.words.items)", in: &grid, layout.list, isFocused: true)
        }
        drawFigures(layout, selection, in: &grid)
        drawBriefs(layout, selection - rows.figureCount, in: &grid)
        if rows.count == 0 { ink.put(ink.words.nothingReported, .quiet, in: &grid, layout.list) }
        if let detail = layout.detail, rows.indices.contains(selection) {
            DetailPanel(ink: ink, item: rows[selection]).draw(in: &grid, detail)
        }
    }

    private func drawFigures(_ layout: ListLayout, _ selection: Int, in grid: inout CellGrid) {
        guard !layout.figures.isEmpty else { return }
        let count = rows.figureCount
        let top =
            selection < count
            ? state.session.current.top
            : ScrollWindow.top(selected: count - 1, count: count, visible: layout.visibleFigures, top: 0)
        // A value far from its name is hard to follow with the eye.
        var rect = layout.figures
        rect.columns = min(rect.columns, Self.widest)
        FigureTable(ink: ink, rows: rows, namesAreas: namesAreas, hasHeader: layout.hasHeader, columns: rect.columns)
            .table(selected: selection < count ? selection : nil, top: top, visible: rect.rows).draw(in: &grid, rect)
    }

    private func drawBriefs(_ layout: ListLayout, _ selection: Int, in grid: inout CellGrid) {
        var rect = layout.briefs
        guard !rect.isEmpty, rows.briefCount > 0 else { return }
        var heading = rect.takeTop(1)
        let used = grid.put(
            ink.words.measures + " ", at: Point(column: heading.column, row: heading.row), style: ink.theme[.heading],
            within: heading)
        _ = heading.takeLeft(used)
        grid.fill(heading, with: ink.glyphs.horizontal, style: ink.theme[.frame])
        let top = selection >= 0 ? state.session.current.top : 0
        TableView(
            columns: [TableColumn(title: "", alignment: .leading, minimum: 8, weight: 1)],
            rows: (0..<rows.briefCount).map { [ink.runs(BriefText.line(rows.brief($0), ink.wording))] },
            selected: selection >= 0 ? selection : nil, top: top,
            style: ink.tableStyle
        ).draw(in: &grid, rect)
    }
}

extension Ink {
    /// The styles of every table.
    var tableStyle: TableStyle {
        TableStyle(
            header: theme[.quiet], selection: theme[.selection], marker: glyphs.selectionBar,
            markerStyle: theme[.selection],
            scroll: theme[.quiet], glyphs: glyphs)
    }
}
