/// A frame with a title in its upper edge: `╭─ 标题 ───── 尾注 ─╮`.
public enum Box {
    /// Draws the frame. Where the edge is too short the trailing text gives way first, then the title is cut with a sign.
    ///
    /// - Returns: what is inside; the rectangle itself, undrawn, where it is smaller than 2x2.
    @discardableResult
    public static func draw(
        in grid: inout CellGrid, _ rect: Rect, title: String, trailing: String = "", glyphs: Glyphs, frame: Style,
        titleStyle: Style, trailingStyle: Style
    ) -> Rect {
        guard rect.columns >= 2, rect.rows >= 2 else { return rect }
        let bar = String(repeating: glyphs.horizontal, count: rect.columns - 2)
        let left = rect.column, right = rect.right - 1, bottom = rect.bottom - 1
        grid.put(glyphs.topLeft + bar + glyphs.topRight, at: Point(column: left, row: rect.row), style: frame, within: rect)
        grid.put(glyphs.bottomLeft + bar + glyphs.bottomRight, at: Point(column: left, row: bottom), style: frame, within: rect)
        for row in rect.row + 1..<bottom {
            grid.put(glyphs.vertical, at: Point(column: left, row: row), style: frame)
            grid.put(glyphs.vertical, at: Point(column: right, row: row), style: frame)
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
            grid.put(" \(trailing) ", at: Point(column: right - aside - 3, row: rect.row), style: trailingStyle, within: rect)
        }
        return rect.inset(columns: 1, rows: 1)
    }
}
