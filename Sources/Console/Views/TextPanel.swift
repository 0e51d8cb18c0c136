import Cells

/// Lines of text in a rectangle, from a first line on, with a sign at the edge where there is more above or below.
struct TextPanel {
    let ink: Ink

    func draw(_ lines: [StyledLine], top: Int, in grid: inout CellGrid, _ rect: Rect) {
        draw(TextLines(lines), top: top, in: &grid, rect)
    }

    func draw(_ lines: TextLines, top: Int, in grid: inout CellGrid, _ rect: Rect) {
        for (row, number) in (top..<max(top, min(lines.count, top + rect.rows))).enumerated() {
            let line = lines[number]
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

/// Lines of text that end with a table whose rows are written when they are visible.
struct TextLines {
    private let lines: [StyledLine]
    private let rows: Int
    private let row: (Int) -> StyledLine

    init(_ lines: [StyledLine], rows: Int = 0, row: @escaping (Int) -> StyledLine = { _ in [] }) {
        (self.lines, self.rows, self.row) = (lines, rows, row)
    }

    var count: Int { lines.count + rows }

    subscript(_ number: Int) -> StyledLine { number < lines.count ? lines[number] : row(number - lines.count) }
}

/// The text of a screen that scrolls, and its rectangle.
struct TextGeometry {
    let lines: TextLines
    let rect: Rect
    var visible: Int { rect.rows }

    init(_ lines: TextLines, _ rect: Rect) { (self.lines, self.rect) = (lines, rect) }

    /// Text leaves the column of the scroll signs free.
    static func textColumns(_ rect: Rect) -> Int { max(2, rect.columns - 2) }

    /// The rectangle of a page of text: inside a box on a large screen, limited to a readable width.
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
