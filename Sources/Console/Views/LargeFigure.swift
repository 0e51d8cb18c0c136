import Cells
import Indicators
import Wording

/// A figure in large digits. Its qualifier stands before and its unit behind them, on the last row of the digits.
struct LargeFigure {
    let ink: Ink

    /// Draws the figure as large as the room allows.
    ///
    /// - Parameter heights: the sizes that are tried, the largest first, before a single line. Half blocks in three
    ///   rows are not readable in ASCII and not tried there.
    /// - Returns: the columns used.
    @discardableResult
    func draw(
        _ observation: Observation, in grid: inout CellGrid, _ rect: Rect,
        heights: [LargeDigits.Height] = [.five, .three]
    ) -> Int {
        guard var parts = ink.wording.parts(observation) else {
            ink.put(ink.words.absence(observation), .quiet, in: &grid, middle(of: rect))
            return DisplayWidth.of(ink.words.absence(observation))
        }
        if parts.suffix.isEmpty, parts.unit == "%" {
            parts.number += parts.unit
            parts.unit = ""
        }
        let tail = parts.suffix + (parts.unitStandsApart && !parts.suffix.isEmpty ? " " : "") + parts.unit
        let status = StatusText.standing(observation, ink.wording)
        let around = DisplayWidth.of(parts.prefix) + DisplayWidth.of(tail) + DisplayWidth.of(status) + 3
        let tailWidth = DisplayWidth.of(tail) + DisplayWidth.of(status) + 1
        for height in heights where !parts.isGrade && (height != .three || ink.glyphs.name != .ascii) {
            let size = LargeDigits.size(of: parts.number, height)
            guard size.rows <= rect.rows else { continue }
            if size.columns + around <= rect.columns { return draw(parts, tail, status, height, in: &grid, rect) }
            // A long unit stands below the digits.
            guard size.rows < rect.rows, size.columns + around - tailWidth <= rect.columns, tailWidth <= rect.columns
            else { continue }
            return draw(parts, tail, status, height, isBelow: true, in: &grid, rect)
        }
        let line = middle(of: rect)
        return ink.draw(
            [
                ink.run(parts.value, .value),
                ink.run(parts.unit.isEmpty ? "" : (parts.standsClose ? "" : " ") + parts.unit, .quiet),
                ink.run(status.isEmpty ? "" : " " + status, .quiet),
            ],
            in: &grid, at: Point(column: line.column, row: line.row), within: line)
    }

    private func draw(
        _ parts: FigureParts, _ tail: String, _ status: String, _ height: LargeDigits.Height, isBelow: Bool = false,
        in grid: inout CellGrid, _ rect: Rect
    ) -> Int {
        var column = rect.column
        let baseline = rect.row + height.rows - 1
        if !parts.prefix.isEmpty {
            column += grid.put(
                parts.prefix, at: Point(column: column, row: baseline), style: ink.theme[.value], within: rect)
            column += parts.prefix.hasSuffix(" ") ? 0 : 1
        }
        column +=
            LargeDigits.draw(
                parts.number, at: Point(column: column, row: rect.row), in: &grid, height: height, glyphs: ink.glyphs,
                style: ink.theme[.value]
            ).columns
        column = isBelow ? rect.column : column + 1
        column += ink.draw(
            [ink.run(tail, .quiet), ink.run(status.isEmpty ? "" : " " + status, .quiet)],
            in: &grid, at: Point(column: column, row: baseline + (isBelow ? 1 : 0)), within: rect)
        return column - rect.column
    }

    private func middle(of rect: Rect) -> Rect {
        Rect(
            column: rect.column, row: rect.row + max(0, (rect.rows - 1) / 2), columns: rect.columns,
            rows: min(1, rect.rows))
    }
}
