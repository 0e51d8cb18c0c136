import Cells

/// A screen drawn for paper: as wide as fits across A4, and so long that nothing has to be scrolled.
struct PaperSheet {
    /// What was drawn, at the size that it took.
    let state: DashboardState
    /// The body without the blank rows at its end.
    let grid: CellGrid
    /// Whether a sign on the screen says that there is more.
    private let isCut: Bool
    /// The number of unused rows of the body.
    private let spare: Int

    static let columns = 96
    /// The heights that are tried, in this order: one sheet or two, then more than any list needs.
    private static let heights = Array(stride(from: 36, through: 120, by: 6)) + [240, 480, 960, 1_920, 3_840]

    /// The shortest sheet that holds the whole screen, with nothing selected.
    ///
    /// Two unused rows prove that nothing is missing; one may be the blank row before a part that found no room. Only
    /// the tiles of the overview fill all the room there is.
    static func fitting(_ state: DashboardState) -> PaperSheet {
        let sheets = heights.lazy.map { PaperSheet(state, rows: $0) }
        let isFilled = state.screen == .overview
        return sheets.first { !$0.isCut && (isFilled || $0.spare >= 2) } ?? sheets.first { !$0.isCut }
            ?? PaperSheet(state, rows: heights[heights.count - 1])
    }

    private init(_ screen: DashboardState, rows: Int) {
        var state = screen
        state.size = Size(columns: Self.columns, rows: rows)
        state.notice = nil
        // Paper has no backgrounds. Without colours the map is hatched, and nothing else on that screen is coloured.
        state.settings.theme = screen.screen == .districts ? .mono : .light
        // Printing fonts lack braille and do not need ASCII.
        state.settings.glyphs = .block
        state.session.current.top = 0
        // The screen of districts needs a selection to show anything.
        state.session.current.selection = screen.screen == .districts ? 0 : -1
        state.isOnPaper = true
        self.state = state
        var drawn = state.draw()
        let body = Frame(size: state.size).body
        drawn.unmark(Ink(state))
        let used = drawn.usedRows(of: body)
        spare = body.rows - used
        var sheet = CellGrid(size: Size(columns: body.columns, rows: used), style: state.theme[.background])
        sheet.put(body, of: drawn, at: Point(column: 0, row: 0))
        grid = sheet
        let signs = [state.settings.glyphs.moreBelow, state.settings.glyphs.moreOnBothSides]
        isCut = grid.lines().contains { line in signs.contains { line.contains($0) } }
    }
}

extension CellGrid {
    /// The number of rows of a part up to the last one that is not blank.
    fileprivate func usedRows(of part: Rect) -> Int {
        let last = (part.row..<part.bottom).last { row in
            (part.column..<part.right).contains { !["", " "].contains(text(at: Point(column: $0, row: row))) }
        }
        return last.map { $0 + 1 - part.row } ?? 0
    }

    /// Copies a part of another grid to a position, as far as there is room.
    fileprivate mutating func put(_ part: Rect, of other: CellGrid, at point: Point) {
        for row in part.row..<part.bottom {
            for column in part.column..<part.right {
                let from = Point(column: column, row: row), cell = other[from]
                let to = Point(column: point.column + column - part.column, row: point.row + row - part.row)
                if !cell.isContinuation { put(other.text(at: from), at: to, style: cell.style) }
            }
        }
    }

    /// Removes the sign and the style of the selection.
    fileprivate mutating func unmark(_ ink: Ink) {
        let selection = ink.theme[.selection]
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let point = Point(column: column, row: row)
                if self[point].style == selection, text(at: point) == ink.glyphs.selectionBar {
                    put(" ", at: point, style: selection)
                }
            }
        }
        restyle(Rect(size)) { $0 == selection ? ink.theme[.text] : $0 }
    }
}
