/// A frame with a title in its upper edge: `╭─ 标题 ───── 尾注 ─╮`.
public enum Box {
    /// Draws the frame. If the upper edge is too short, the trailing text is left out first, then the title is
    /// truncated.
    ///
    /// - Returns: the rectangle inside the frame. If `rect` is smaller than 2x2, nothing is drawn and `rect` is
    ///   returned.
    @discardableResult
    public static func draw(
        in grid: inout CellGrid, _ rect: Rect, title: String, trailing: String = "", glyphs: Glyphs, frame: Style,
        titleStyle: Style, trailingStyle: Style
    ) -> Rect {
        guard rect.columns >= 2, rect.rows >= 2 else { return rect }
        let left = rect.column, right = rect.right - 1, bottom = rect.bottom - 1
        func edge(_ row: Int, _ first: String, _ last: String) {
            grid.put(first, at: Point(column: left, row: row), style: frame)
            grid.fill(
                Rect(column: left + 1, row: row, columns: rect.columns - 2, rows: 1), with: glyphs.horizontal,
                style: frame)
            grid.put(last, at: Point(column: right, row: row), style: frame)
        }
        edge(rect.row, glyphs.topLeft, glyphs.topRight)
        edge(bottom, glyphs.bottomLeft, glyphs.bottomRight)
        for column in [left, right] {
            grid.fill(
                Rect(column: column, row: rect.row + 1, columns: 1, rows: rect.rows - 2), with: glyphs.vertical,
                style: frame)
        }
        let room = rect.columns - 4
        guard room >= 4 else { return rect.inset(columns: 1, rows: 1) }
        let aside = DisplayWidth.of(trailing)
        let showsAside = !trailing.isEmpty && DisplayWidth.of(title) + aside + 5 <= room
        if !title.isEmpty {
            let shown = TextLayout.truncate(title, to: room - 2 - (showsAside ? aside + 3 : 0), sign: glyphs.ellipsis)
            grid.put(" \(shown) ", at: Point(column: left + 2, row: rect.row), style: titleStyle, within: rect)
        }
        if showsAside {
            grid.put(
                " \(trailing) ", at: Point(column: right - aside - 3, row: rect.row), style: trailingStyle, within: rect
            )
        }
        return rect.inset(columns: 1, rows: 1)
    }
}
