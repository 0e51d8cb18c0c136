import Cells
import Indicators

/// A page of text about a topic, with a heading above and its number below.
struct KioskTextView {
    let kiosk: KioskInk

    func draw(in grid: inout CellGrid) {
        guard case .text(let kind, let number, _) = kiosk.state.visit.page else { return }
        let pages = kiosk.state.textPages
        let isMarked = kiosk.state.catalogue.package.isFictional && kiosk.layout.title.isEmpty
        let mark = isMarked ? kiosk.words.fictionalShort : ""
        let kindText = kind == .ask ? kiosk.words.whomToAsk : kiosk.words.whatIsDone
        // The name of the topic gives way, then that of the page; the mark of invented data never.
        let topics = kiosk.state.topic.map { [$0.title[kiosk.language], $0.shortTitle[kiosk.language]] } ?? []
        let short = kind == .ask ? kiosk.words.ask : kiosk.words.measures
        let headings = (topics.map { [kindText, $0, mark] } + [[kindText, mark], [short, mark]]).map {
            $0.filter { !$0.isEmpty }.joined(separator: "  ")
        }
        let heading = headings.first { DisplayWidth.of($0) <= kiosk.layout.name.columns } ?? mark
        kiosk.put(heading, .heading, in: &grid, kiosk.layout.name)
        let body = kiosk.state.textBody
        var row = body.row
        for line in pages.indices.contains(number) ? pages[number] : [] {
            let rect = Rect(column: body.column, row: row, columns: body.columns, rows: 1)
            if line.isLarge, let height = KioskText.height(of: line.text, body) {
                LargeDigits.draw(
                    line.text, at: Point(column: body.column, row: row), in: &grid, height: height,
                    glyphs: kiosk.glyphs, style: kiosk.theme[line.role])
            } else {
                kiosk.put(line.text, line.role, in: &grid, rect)
            }
            row += line.rows
        }
        drawFoot(in: &grid, number, pages.count)
    }

    private func drawFoot(in grid: inout CellGrid, _ number: Int, _ count: Int) {
        let layout = kiosk.layout
        let rect =
            layout.age.isEmpty
            ? Rect(
                column: layout.sentence.column, row: (layout.bands.first?.row ?? 1) - 1,
                columns: layout.sentence.columns, rows: 1) : layout.status
        let notice = kiosk.notice(columns: rect.columns)
        let page = count > 1 ? kiosk.words.page(number + 1, count) : ""
        let howTo = count > 1 || DisplayWidth.of(kiosk.words.howTo) > rect.columns ? page : kiosk.words.howTo
        kiosk.put(notice ?? howTo, notice == nil ? .text : .notice, in: &grid, rect)
    }
}
