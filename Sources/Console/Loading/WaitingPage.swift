import Cells
import Indicators
import Wording

extension DashboardState {
    /// What is shown while the figures of a page are read: no figure, count or light, since any could be wrong.
    func drawWaiting() -> CellGrid {
        let ink = Ink(self), words = ink.words
        var grid = CellGrid(size: size, style: ink.theme[.background])
        let frame = Frame(size: size)
        // What must never give way comes first; the name is cut instead.
        var title: [TextRun] = []
        if !problems.isEmpty {
            title.append(ink.run(words.live.mark(of: problems, areOfShownData: problemsAreOfShownData), .notice))
        }
        if catalogue.package.isFictional { title.append(ink.run(words.fictionalShort, .notice)) }
        let marks = Array(title.map { [$0] }.joined(separator: [ink.run("  ", .quiet)]))
        var rest = frame.title.columns >= 60 ? frame.title.inset(columns: 1, rows: 0) : frame.title
        let aside = rest.takeRight(min(rest.columns, marks.width))
        ink.draw(marks, in: &grid, at: Point(column: aside.column, row: aside.row), within: aside)
        _ = rest.takeRight(2)
        ink.put(
            TextLayout.truncate(catalogue.package.title[ink.language], to: rest.columns, sign: ink.glyphs.ellipsis),
            .title, in: &grid, rest)
        let text = words.live.readingFigures
        let width = min(DisplayWidth.of(text), frame.body.columns)
        let slot = Rect(
            column: frame.body.column + (frame.body.columns - width) / 2, row: frame.body.row + frame.body.rows / 2,
            columns: width, rows: 1)
        ink.put(text, .text, in: &grid, slot.intersection(frame.body))
        let footer = frame.footer.columns >= 60 ? frame.footer.inset(columns: 1, rows: 0) : frame.footer
        ink.put(words.live.keysOfWaiting, .quiet, in: &grid, footer)
        return grid
    }
}
