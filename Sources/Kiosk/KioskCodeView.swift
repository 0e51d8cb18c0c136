import Cells

/// A code to take home, with what it holds beside it.
struct KioskCodeView {
    let kiosk: KioskInk

    /// Where back and language stand: at the lower right, beside the code.
    static func buttons(_ size: Size) -> (back: Rect, language: Rect) {
        let columns = KioskLayout.bandColumns
        let language = Rect(column: size.columns - columns - 2, row: size.rows - 3, columns: columns, rows: 3)
        var back = language
        back.row -= 4
        return (back, language)
    }

    func draw(in grid: inout CellGrid) {
        guard let code = kiosk.state.code else { return }
        let size = kiosk.state.size
        let top = max(0, (size.rows - code.size.rows) / 2)
        code.draw(at: Point(column: 2, row: top), in: &grid, glyphs: kiosk.glyphs)
        let left = code.size.columns + 4
        var rest = Rect(column: left, row: 1, columns: size.columns - left - 2, rows: max(0, size.rows - 9))
        let text = kiosk.figure.flatMap { kiosk.state.takeHomeText($0) } ?? ""
        for (paragraph, style) in [
            (kiosk.words.takeHome, kiosk.theme[.heading]), (kiosk.words.howToScan, kiosk.theme[.text]),
            (text, kiosk.theme[.value]), (kiosk.notice(columns: rest.columns) ?? "", kiosk.theme[.notice]),
        ] where !paragraph.isEmpty {
            for line in TextLayout.wrap(paragraph, to: max(2, rest.columns)) {
                let row = rest.takeTop(1)
                if !row.isEmpty {
                    grid.put(line, at: Point(column: row.column, row: row.row), style: style, within: row)
                }
            }
            _ = rest.takeTop(1)
        }
    }
}
