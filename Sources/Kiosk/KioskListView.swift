import Cells
import Indicators

/// The list of a topic's figures, or of the parts of a long list.
struct KioskListView {
    let kiosk: KioskInk
    let layout: KioskListLayout

    func draw(in grid: inout CellGrid) {
        drawHeading(in: &grid)
        for (button, rect) in zip(kiosk.buttons, layout.rows) { drawRow(button, rect, in: &grid) }
        let notice = kiosk.notice(columns: layout.notice.columns)
        let text = notice ?? howTo
        let row = Rect(
            column: layout.notice.column, row: layout.notice.row + layout.notice.rows / 2,
            columns: layout.notice.columns, rows: min(1, layout.notice.rows))
        kiosk.put(text, notice == nil ? .text : .notice, in: &grid, row)
    }

    /// How to use the page; on a question of a low screen, which has no title, after the mark of invented data.
    private var howTo: String {
        let isMarked =
            kiosk.state.catalogue.package.isFictional && layout.title.isEmpty && kiosk.state.surveyQuestion != nil
        let mark = isMarked ? kiosk.words.fictionalShort : ""
        return fitting([mark + (isMarked ? "  " : "") + kiosk.words.howTo, mark], layout.notice.columns)
    }

    /// The topic, how many figures it has and which of them stand here.
    private func drawHeading(in grid: inout CellGrid) {
        for (number, line) in kiosk.state.headingLines.enumerated() where number < layout.heading.rows {
            var row = layout.heading
            (row.row, row.rows) = (row.row + number, 1)
            kiosk.put(line, .value, in: &grid, row)
        }
        guard let topic = kiosk.state.topic, case .index(let range) = kiosk.state.visit.page else { return }
        let all = kiosk.state.figureKeys.count
        let isPart = range.count < all
        let count =
            isPart
            ? kiosk.words.part(range.start + 1, range.start + range.count, all) : kiosk.words.figures(all)
        let mark = kiosk.state.catalogue.package.isFictional && layout.title.isEmpty ? kiosk.words.fictionalShort : ""
        var texts: [String] = []
        for title in [topic.title[kiosk.language], topic.shortTitle[kiosk.language]] {
            texts.append([title, count, mark].filter { !$0.isEmpty }.joined(separator: "  "))
        }
        texts.append([topic.shortTitle[kiosk.language], mark].filter { !$0.isEmpty }.joined(separator: "  "))
        kiosk.put(fitting(texts, layout.heading.columns), .value, in: &grid, layout.heading)
    }

    /// A row of one or two screen rows is text with its number on a coloured field; a higher one is a band. Half rows
    /// keep bands apart.
    private func drawRow(_ button: KioskButton, _ rect: Rect, in grid: inout CellGrid) {
        if rect.rows >= KioskListLayout.fewestRowsForDigits { return drawHighRow(button, rect, in: &grid) }
        let style = kiosk.style(of: button), isBand = rect.rows > 2
        let side = rect.columns >= 60 ? 2 : 1
        var inner = Rect(
            column: rect.column + (isBand ? side : 0), row: rect.row, columns: rect.columns - (isBand ? 2 * side : 1),
            rows: isBand ? rect.rows - 1 : rect.rows)
        let key = inner.takeLeft(isBand ? side + 2 : 3)
        if !isBand { _ = inner.takeLeft(1) }
        let lines = text(button.choice, columns: inner.columns, rows: inner.rows)
        inner.row = rect.row
        if isBand {
            inner.row = drawBand(rect, lines.count, style, in: &grid)
        } else {
            grid.fill(Rect(column: key.column, row: rect.row, columns: key.columns, rows: 1), style: style)
        }
        grid.put(
            isBand ? String(button.key) : " \(button.key)", at: Point(column: key.column, row: inner.row), style: style,
            within: Rect(column: key.column, row: inner.row, columns: key.columns, rows: 1))
        put(lines, inner, isBand ? style : kiosk.theme[.value], in: &grid)
    }

    /// Lines from the top, their values at the right.
    private func put(_ lines: [Line], _ rect: Rect, _ style: Style, in grid: inout CellGrid) {
        for (number, line) in lines.enumerated() {
            let row = Rect(column: rect.column, row: rect.row + number, columns: rect.columns, rows: 1)
            grid.put(line.text, at: Point(column: row.column, row: row.row), style: style, within: row)
            let value = Point(column: row.right - DisplayWidth.of(line.value), row: row.row)
            grid.put(line.value, at: value, style: style, within: row)
        }
    }

    /// A band whose number and value are in large digits; a value that has no room beside its name stays in one row.
    private func drawHighRow(_ button: KioskButton, _ rect: Rect, in grid: inout CellGrid) {
        let style = kiosk.style(of: button)
        var inner = rect.inset(columns: 2, rows: 0)
        inner.rows -= 1
        let height = LargeDigits.Height.five
        let key = inner.takeLeft(Self.columnsOfLargeKey)
        var lines = text(button.choice, columns: inner.columns, rows: inner.rows)
        let middle = drawBand(rect, lines.count, style, in: &grid)
        // A comma hangs below them; a row of the band stays free above and below.
        let top = key.row + (key.rows - height.rows) / 2
        LargeDigits.draw(
            String(button.key), at: Point(column: key.column, row: top), in: &grid, height: height,
            glyphs: kiosk.glyphs, style: style)
        if lines.count == 1, let digits = value(button.choice) {
            let name = DisplayWidth.of(lines[0].text) + 2
            let room = Size(columns: inner.columns - name, rows: height.rows + 1)
            if let arrangement = digits.arrangement(in: room, kiosk.glyphs), !arrangement.lacksUnit {
                lines[0].value = ""
                let columns = digits.columns(arrangement)
                let slot = Rect(column: inner.right - columns, row: top, columns: columns, rows: height.rows)
                digits.draw(arrangement, kiosk, in: &grid, slot, style: style)
            }
        }
        inner.row = middle
        put(lines, inner, style, in: &grid)
    }

    private static let columnsOfLargeKey = 9

    /// The value of a row of one figure.
    private func value(_ choice: KioskChoice) -> KioskDigits? {
        guard case .figure(let index) = choice, kiosk.state.figureKeys.indices.contains(index) else { return nil }
        return kiosk.state.figure(kiosk.state.figureKeys[index]).flatMap { KioskDigits($0, kiosk.wording) }
    }

    /// - Returns: the row of the first line of text.
    private func drawBand(_ rect: Rect, _ lines: Int, _ style: Style, in grid: inout CellGrid) -> Int {
        var filled = rect
        let edge = Style(foreground: style.background, background: kiosk.theme[.background].background)
        let hasHalves = kiosk.glyphs.name != .ascii
        let bottom = filled.takeBottom(1)
        if hasHalves { grid.fill(bottom, with: kiosk.glyphs.upperHalf, style: edge) }
        if rect.rows == 3, lines == 1, hasHalves {
            grid.fill(filled.takeTop(1), with: kiosk.glyphs.lowerHalf, style: edge)
        }
        grid.fill(filled, style: style)
        return filled.row + (filled.rows - lines) / 2
    }

    private struct Line {
        var text: String
        var value = ""
    }

    /// A name with its value at the right or below; of a part, the names in it.
    private func text(_ choice: KioskChoice, columns: Int, rows: Int) -> [Line] {
        switch choice {
        case .figure(let position):
            let keys = kiosk.state.figureKeys
            guard keys.indices.contains(position), let figure = kiosk.state.figure(keys[position]) else { return [] }
            let names = [kiosk.name(figure, short: false), kiosk.name(figure, short: true)]
            let value = kiosk.wording.figure(figure.observation)
            let room = columns - DisplayWidth.of(value) - 2
            if let name = names.first(where: { DisplayWidth.of($0) <= room }) {
                return [Line(text: name, value: value)]
            }
            let name = fitting(names, columns)
            // A number is shown whole or not at all.
            return rows >= 2 && DisplayWidth.of(value) <= columns
                ? [Line(text: name), Line(text: "", value: value)] : [Line(text: name)]
        case .index(let range): return names(range, columns: columns, rows: rows).map { Line(text: $0) }
        case .answer(let position):
            guard let question = kiosk.state.surveyQuestion, case .survey(let sheet) = kiosk.state.visit.page else {
                return []
            }
            let mark = sheet.marked.contains(position) ? kiosk.glyphs.point : kiosk.glyphs.pointHollow
            let text = question.choices[position].text[kiosk.language]
            return [Line(text: question.kind == .several ? "\(mark) \(text)" : text)]
        case .confirm: return [Line(text: kiosk.words.confirm)]
        default: return []
        }
    }

    /// As many short names as fit, and how many there are in all where not all fit.
    private func names(_ range: FigureRange, columns: Int, rows: Int) -> [String] {
        let keys = kiosk.state.figureKeys[range.start..<min(kiosk.state.figureKeys.count, range.start + range.count)]
        var seen: Set<String> = []
        let names = keys.compactMap { kiosk.state.figure($0) }.map { kiosk.name($0, short: true) }.filter {
            seen.insert($0).inserted
        }
        let words = kiosk.words
        for count in stride(from: names.count, through: 1, by: -1) {
            let isAll = count == names.count
            var lines = [""]
            for (index, name) in names.prefix(count).enumerated() {
                let last = index == count - 1
                let end = last ? (isAll ? "" : words.amongOthers(range.count)) : words.comma
                if DisplayWidth.of(lines[lines.count - 1] + name + end) > columns, !lines[lines.count - 1].isEmpty {
                    lines.append("")
                }
                lines[lines.count - 1] += name + end + (last || kiosk.language == .zh ? "" : " ")
            }
            if lines.count <= rows, lines.allSatisfy({ DisplayWidth.of($0) <= columns + 1 }) { return lines }
        }
        return [fitting([names.first ?? ""], columns)]
    }

    /// The first text that fits; the last one, cut, where none does.
    private func fitting(_ texts: [String], _ columns: Int) -> String {
        texts.first { DisplayWidth.of($0) <= columns }
            ?? TextLayout.truncate(texts.last ?? "", to: columns, sign: kiosk.glyphs.ellipsis)
    }
}
