import Cells

/// Lines of text in a rectangle, from a first line on; a sign at the edge where there is more above or below.
struct TextPanel {
    let ink: Ink

    func draw(_ lines: [StyledLine], top: Int, in grid: inout CellGrid, _ rect: Rect) {
        for (row, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
            let room = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
            ink.draw(
                ink.fitting(line, room.columns), in: &grid, at: Point(column: room.column, row: room.row), within: room)
        }
        guard !rect.isEmpty else { return }
        let edge = rect.right - 1
        if top > 0 { mark(ink.glyphs.moreAbove, at: Point(column: edge, row: rect.row), in: &grid) }
        if lines.count - top > rect.rows {
            mark(ink.glyphs.moreBelow, at: Point(column: edge, row: rect.bottom - 1), in: &grid)
        }
    }

    private func mark(_ sign: String, at point: Point, in grid: inout CellGrid) {
        grid.put(sign, at: point, style: ink.theme[.accent])
    }
}

/// The text of a screen that scrolls, for `update` and for the view alike.
struct TextGeometry {
    let lines: [StyledLine]
    let rect: Rect
    var visible: Int { rect.rows }

    init(_ state: DashboardState) {
        let ink = Ink(state)
        let body = Frame(size: state.size).body
        switch state.screen {
        case .indicator:
            let view = IndicatorView(ink), layout = view.layout
            rect = layout.text
            lines = view.lines(columns: Self.textColumns(rect), layout)
        case .source(let subject):
            rect = Self.page(body)
            lines = SourceView(ink: ink, subject: subject).lines(columns: Self.textColumns(rect))
        case .help:
            rect = Self.page(body)
            lines = HelpView(ink: ink).lines(columns: Self.textColumns(rect))
        case .problems:
            rect = Self.page(body)
            lines = ProblemsView(ink: ink).lines(columns: Self.textColumns(rect))
        case .overview, .topic, .districts, .area, .search, .areas, .filter, .compare:
            rect = body
            lines = []
        }
    }

    /// Text keeps clear of the column where the scroll signs stand.
    static func textColumns(_ rect: Rect) -> Int { max(2, rect.columns - 2) }

    /// Where a page of text stands: inside a box on a large screen, no wider than is good to read.
    static func page(_ body: Rect) -> Rect {
        isBoxed(body) ? box(body).inset(columns: 2, rows: 1) : body
    }

    static func isBoxed(_ body: Rect) -> Bool { body.columns >= ListLayout.wide && body.rows >= ListLayout.tall }

    static func box(_ body: Rect) -> Rect {
        var box = body
        box.columns = min(body.columns, 120)
        return box
    }
}
