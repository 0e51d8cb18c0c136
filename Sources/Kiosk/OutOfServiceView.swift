import Cells
import Themes

/// The screen while there are no good data: in both languages, since nobody can choose one.
struct OutOfServiceView {
    let state: KioskState

    func draw() -> CellGrid {
        let theme = Theme(.contrast), size = state.size
        var grid = CellGrid(size: size, style: theme[.background])
        let words =
            state.settings.language == .zh
            ? [KioskWords.chinese, .english] : [KioskWords.english, .chinese]
        var lines: [(text: String, style: Style)] = []
        for word in words {
            for line in [word.outOfService, word.toTheDesk] {
                lines += TextLayout.wrap(line, to: max(2, size.columns - 2)).map { ($0, theme[.value]) }
            }
            lines.append(("", theme[.text]))
        }
        lines.removeLast()
        let notice: String? =
            switch state.gate.notice(at: state.now) {
            case .listens?: words[0].operatorListens.last
            case .waits(let seconds)?: words[0].operatorWaits(seconds).last
            case nil: nil
            }
        if let notice { lines += [("", theme[.text]), (notice, theme[.notice])] }
        let step = size.rows >= 2 * lines.count ? 2 : 1
        let top = max(0, (size.rows - step * (lines.count - 1) - 1) / 2)
        for (number, line) in lines.enumerated() {
            let column = max(0, (size.columns - DisplayWidth.of(line.text)) / 2)
            grid.put(line.text, at: Point(column: column, row: top + number * step), style: line.style)
        }
        if let face = state.clock {
            let text = words[0].date(face, withWeekday: true, state.settings.language) + "  " + face.time
            let column = max(0, size.columns - DisplayWidth.of(text) - 1)
            if top > 1 { grid.put(text, at: Point(column: column, row: 0), style: theme[.text]) }
        }
        return grid
    }
}
