import Cells
import Indicators
import Wording

/// A list with headings between its rows: the window of lines that is seen, the signs for more, and what can be
/// pressed.
struct HeadedListView {
    let ink: Ink
    let headed: HeadedLines
    /// The room of the lines, without the headings of columns.
    let rect: Rect
    /// The first line that is seen.
    let top: Int

    private var shown: Range<Int> { top..<min(headed.lines.count, top + max(0, rect.rows)) }

    /// - Parameters:
    ///   - title: the words of a group's heading and how many rows it has.
    ///   - row: draws a row.
    func draw(
        in grid: inout CellGrid, title: (_ group: Int) -> (String, Int),
        row: (_ index: Int, _ grid: inout CellGrid, _ rect: Rect) -> Void
    ) {
        guard top < headed.lines.count else { return }
        for number in shown {
            let line = Rect(column: rect.column, row: rect.row + number - top, columns: rect.columns, rows: 1)
            switch headed.lines[number] {
            case .gap: break
            case .heading(let group): drawHeading(title(group), in: &grid, line)
            case .row(let index): row(index, &grid, line)
            }
        }
        let edge = rect.right - 1
        if top > 0 { ink.put(ink.glyphs.moreAbove, .accent, in: &grid, mark(edge, rect.row)) }
        if top + rect.rows < headed.lines.count {
            ink.put(ink.glyphs.moreBelow, .accent, in: &grid, mark(edge, rect.bottom - 1))
        }
    }

    /// The rows that are seen, each with what a press on it does.
    func targets(opensAtOnce: Bool) -> [ClickMap.Target] {
        headed.lineIndices.enumerated().filter { (top..<top + rect.rows).contains($0.element) }.map { index, line in
            ClickMap.Target(
                rect: Rect(column: rect.column, row: rect.row + line - top, columns: rect.columns, rows: 1),
                action: .choose(index, opens: opensAtOnce))
        }
    }

    private func mark(_ column: Int, _ row: Int) -> Rect { Rect(column: column, row: row, columns: 1, rows: 1) }

    private func drawHeading(_ title: (String, Int), in grid: inout CellGrid, _ rect: Rect) {
        var rest = rect
        let used = ink.draw(
            [ink.run(title.0, .heading), ink.run(" \(title.1) ", .quiet)], in: &grid,
            at: Point(column: rest.column, row: rest.row), within: rest)
        _ = rest.takeLeft(used)
        _ = rest.takeRight(1)
        grid.fill(rest, with: ink.glyphs.horizontal, style: ink.theme[.frame])
    }
}
