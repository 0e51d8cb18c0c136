import Cells
import Indicators

/// Where the parts of an indicator's screen stand.
struct IndicatorLayout {
    /// The figure itself.
    var figure: Rect
    /// Every area and period; nil where the text holds them.
    var table: Rect?
    /// The text that scrolls.
    var text: Rect
    var figureBox: Rect?
    var tableBox: Rect?
    var textBox: Rect?

    init(body: Rect) {
        var rest = body
        if body.columns >= ListLayout.wide && body.rows >= ListLayout.tall {
            var left = rest.takeLeft(body.columns * 2 / 5)
            _ = rest.takeLeft(1)
            textBox = rest
            text = rest.inset(columns: 2, rows: 1)
            let box = left.takeTop(min(left.rows, max(9, min(13, left.rows / 2))))
            figureBox = box
            figure = box.inset(columns: 2, rows: 1)
            if left.rows >= 5 {
                tableBox = left
                table = left.inset(columns: 2, rows: 1)
            }
        } else {
            let height = body.rows >= 16 ? 6 : (body.rows >= 7 ? 3 : 1)
            figure = rest.takeTop(height)
            if body.rows >= 10 { _ = rest.takeTop(1) }
            text = rest
        }
    }
}

/// One indicator: the figure large, every area and period, what it means and where it comes from.
struct IndicatorView {
    let ink: Ink
    private let indicator: Indicator?
    private let observation: Observation?

    init(_ ink: Ink) {
        self.ink = ink
        if case .indicator(let code, let area) = ink.state.screen {
            indicator = ink.catalogue.indicator(code)
            observation = ink.catalogue.headlineObservation(of: code, area: area)
        } else {
            indicator = nil
            observation = nil
        }
    }

    /// The text that scrolls, at a width.
    func lines(columns: Int) -> [StyledLine] {
        guard let indicator else { return [] }
        let layout = IndicatorLayout(body: Frame(size: ink.state.size).body)
        // What the table beside has no room for stands at the end of the text, where it can be scrolled to.
        let shown = layout.table.map { $0.rows - 1 } ?? 0
        let all = ink.catalogue.observations(of: indicator.code).count
        return DetailLines(ink: ink, columns: columns).figure(indicator, observation, withTable: shown < all)
    }

    func draw(in grid: inout CellGrid) {
        guard let indicator else { return }
        let layout = IndicatorLayout(body: Frame(size: ink.state.size).body)
        let words = ink.words
        if let box = layout.figureBox {
            _ = ink.panel(
                indicator.name[ink.language], StatusText.collection(indicator.collection, words), in: &grid, box,
                isFocused: true)
        }
        drawFigure(indicator, in: &grid, layout.figure)
        if let box = layout.tableBox, let table = layout.table {
            _ = ink.panel(words.allObservations, "", in: &grid, box)
            drawTable(indicator, in: &grid, table)
        }
        if let box = layout.textBox { _ = ink.panel(words.meaning, "s \(words.source)", in: &grid, box) }
        TextPanel(ink: ink).draw(
            lines(columns: TextGeometry.textColumns(layout.text)), top: ink.state.session.current.top, in: &grid, layout.text)
    }

    private func drawFigure(_ indicator: Indicator, in grid: inout CellGrid, _ rect: Rect) {
        var rest = rect
        guard let observation else {
            ink.put(ink.words.notOnRecord, .quiet, in: &grid, rest)
            return
        }
        let summary = DetailLines(ink: ink, columns: max(2, rest.columns)).summary(indicator, observation)
        let below = max(0, min(summary.count + 1, rest.rows - 3))
        if rest.rows >= 9 { _ = rest.takeTop(1) }
        let height = max(1, rest.rows - below)
        if height >= 3 {
            LargeFigure(ink: ink).draw(observation, in: &grid, rest.takeTop(height >= 6 ? 5 : 3))
            if rest.rows > summary.count { _ = rest.takeTop(1) }
        } else {
            let line = rest.takeTop(1)
            var runs = FigureRuns.inline(observation, ink)
            if rest.isEmpty { runs += [ink.run(" ", .quiet)] + FigureRuns.period(observation, ink) }
            ink.draw(runs, in: &grid, at: Point(column: line.column, row: line.row), within: line)
        }
        for (row, line) in summary.prefix(max(0, rest.rows)).enumerated() {
            ink.draw(line, in: &grid, at: Point(column: rest.column, row: rest.row + row), within: rest)
        }
    }

    private func drawTable(_ indicator: Indicator, in grid: inout CellGrid, _ rect: Rect) {
        let rows = ink.catalogue.observations(of: indicator.code).map { row -> [[TextRun]] in
            [
                [ink.run(ink.catalogue.area(row.area)?.shortName[ink.language] ?? row.area, .text)],
                [ink.run(PeriodText.full(row, ink), .quiet)], FigureRuns.value(row, ink), FigureRuns.unit(row, ink),
                [ink.run(StatusText.short(row, ink.words), .quiet)],
            ]
        }
        TableView(
            columns: [
                TableColumn(title: ink.words.area, alignment: .leading, minimum: 4),
                TableColumn(title: ink.words.period, alignment: .leading, minimum: 4, weight: 1, gap: 2),
                TableColumn(title: ink.words.value, alignment: .trailing, minimum: 3, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 2, dropOrder: 0, gap: 1),
            ],
            rows: rows, selected: nil, top: 0, style: ink.tableStyle
        ).draw(in: &grid, rect)
    }
}
