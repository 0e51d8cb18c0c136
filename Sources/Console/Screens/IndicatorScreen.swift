import Cells
import Indicators
import Reports
import Wording

/// The positions of the parts of an indicator's screen. A wide screen has the figure, the areas and the table on the
/// left, the charts and the text on the right; a narrow one has the figure above a text with everything else.
struct IndicatorLayout {
    var figure: Rect
    /// The areas in order of their values.
    var ranking: Rect?
    /// Every area and period, where there are several.
    var table: Rect?
    /// Figures of the same unit and period, where there is no table.
    var group: Rect?
    /// The chart over time, and the increments of each month.
    var trend: Rect?
    var increments: Rect?
    /// The text that scrolls.
    var text: Rect
    /// Whether the rectangles are framed by boxes of one cell.
    var isBoxed: Bool

    /// The parts that have content, which decides on their room.
    struct Contents {
        var summaryRows = 2
        var rankingRows = 0
        var tableRows = 0
        var groupRows = 0
        var hasTrend = false
        var hasIncrements = false
    }

    init(body: Rect, _ contents: Contents) {
        var rest = body
        isBoxed = Self.isBoxed(body)
        guard isBoxed else {
            let height = body.rows >= 16 ? min(4 + contents.summaryRows, body.rows / 2) : body.rows >= 7 ? 3 : 1
            figure = rest.takeTop(height)
            if body.rows >= 10 { _ = rest.takeTop(1) }
            text = rest
            return
        }
        func inside(_ box: Rect) -> Rect { box.inset(columns: 2, rows: 1) }
        let isAlone = contents.rankingRows == 0 && contents.tableRows <= 1
        guard !isAlone || contents.hasTrend || contents.groupRows > 0 else {
            // Nothing stands below the figure.
            figure = inside(rest.takeTop(min(rest.rows / 2, 9 + contents.summaryRows)))
            text = inside(rest)
            return
        }
        var left = rest.takeLeft(body.columns * 2 / 5)
        _ = rest.takeLeft(1)
        figure = inside(left.takeTop(min(left.rows, max(9, min(9 + contents.summaryRows, left.rows * 3 / 5)))))
        if contents.rankingRows > 0, left.rows >= contents.rankingRows + 2 || left.rows >= 10 {
            let wanted = contents.rankingRows + 2
            let keepsTable = left.rows - wanted >= min(contents.tableRows, 5) + 3
            ranking = inside(left.takeTop(keepsTable ? wanted : left.rows))
        }
        if left.rows >= 5, contents.tableRows > 1 {
            table = inside(left)
        } else if left.rows >= 5, isAlone, contents.groupRows > 0 {
            group = inside(left)
        } else if let last = ranking {
            ranking = Rect(column: last.column, row: last.row, columns: last.columns, rows: last.rows + left.rows)
        } else {
            figure.rows += left.rows
        }
        if contents.hasTrend {
            trend = inside(rest.takeTop(min(20, max(11, rest.rows * 11 / 20))))
            if contents.hasIncrements, rest.rows >= 26 { increments = inside(rest.takeTop(14)) }
        }
        text = inside(rest)
    }

    /// Whether there is room for panels side by side.
    static func isBoxed(_ body: Rect) -> Bool { body.columns >= ListLayout.wide && body.rows >= ListLayout.tall }

    /// The box around a rectangle.
    static func box(_ inside: Rect) -> Rect {
        Rect(column: inside.column - 2, row: inside.row - 1, columns: inside.columns + 4, rows: inside.rows + 2)
    }
}

/// One indicator: the figure large, its pictures, every area and period, what it means and where it comes from.
struct IndicatorScreen: ScreenContent {
    let ink: Ink
    let code: String
    /// The area whose figure is shown; nil for the chosen one, or the first that reports it.
    let area: String?
    private let indicator: Indicator?
    private let observation: Observation?

    init(ink: Ink, code: String, area: String?) {
        (self.ink, self.code, self.area) = (ink, code, area)
        indicator = ink.catalogue.indicator(code)
        observation = ink.state.shownObservation(of: code, area: area)
    }

    var context: KeyContext { .indicator }
    var name: String? {
        [indicator?.name[ink.language], area.flatMap { catalogue.area($0)?.shortName[ink.language] }]
            .compactMap { $0 }.inOne(with: " \(ink.signs.separator) ")
    }
    var fileName: String { code + (area.map { "-" + $0 } ?? "") }
    var nearest: Screen? { indicator.map { _ in .indicator(code, area: area.flatMap { catalogue.area($0)?.code }) } }
    var topic: String? { indicator?.topic }
    var ownArea: String? { area }
    var sideways: Sideways { .indicators }
    var sourceSubject: SourceSubject? { observation.map { .figure($0.key) } }
    var comparable: String? { code }
    var text: TextGeometry? {
        let layout = layout
        return TextGeometry(lines(columns: TextGeometry.textColumns(layout.text), layout), layout.text)
    }
    var copied: CopiedItem? {
        let shown = area ?? state.session.area ?? catalogue.rootArea.code
        return indicator.map { .figure($0, observation, area: shown) }
    }
    var copiedTable: [CopiedItem] {
        let all = catalogue.observations(of: code)
        guard let indicator, !all.isEmpty else { return [copied].compactMap { $0 } }
        return all.map { .figure(indicator, $0, area: $0.area) }
    }
    /// The sources of every area and period, of the targets, of the computed figures, and of figures with the same unit
    /// and period.
    var sources: [String] {
        guard let indicator else { return [] }
        let sources = PaperSources(ink: ink)
        return sources.codes(of: .figure(indicator, observation)) + catalogue.observations(of: code).map(\.source)
            + (observation.map(sources.linked) ?? [])
            + catalogue.derived(from: code).flatMap { sources.codes(of: .derived($0)) }
            + sources.group(indicator, observation)
    }

    private var layout: IndicatorLayout {
        var contents = IndicatorLayout.Contents()
        if let indicator, let observation {
            let columns = IndicatorLayout.isBoxed(body) ? max(2, body.columns * 2 / 5 - 4) : body.columns
            contents.summaryRows = SummaryLines(ink: ink, columns: columns).lines(indicator, observation).count
            contents.rankingRows = RankingLines(ink: ink, columns: 40).lines(indicator, observation)?.count ?? 0
            contents.tableRows = ink.catalogue.observations(of: indicator.code).count
            contents.groupRows =
                contents.tableRows > 1 ? 0 : group(indicator, columns, body.rows).count
            contents.hasTrend = ink.catalogue.trend(through: observation) != nil
            contents.hasIncrements = contents.hasTrend && indicator.collection == .summed
        }
        return IndicatorLayout(body: body, contents)
    }

    /// The text that scrolls, at a width.
    func lines(columns: Int, _ layout: IndicatorLayout) -> TextLines {
        guard let indicator else { return TextLines([]) }
        var beside: [DetailLines.Part] = []
        if layout.trend != nil { beside.append(.trend) }
        if layout.ranking != nil { beside.append(.ranking) }
        // What does not fit in the table beside stands at the end of the text, where it can be scrolled to.
        let detail = DetailLines(ink: ink, columns: columns), all = ink.catalogue.observations(of: indicator.code)
        if layout.group != nil { beside.append(.group) }
        let isBeside = (layout.table?.rows ?? 0) > all.count
        if isBeside || all.count > DetailLines.mostMeasured { beside.append(.table) }
        let lines = detail.figure(indicator, observation, without: beside)
        if isBeside || !beside.contains(.table) { return TextLines(lines) }
        // Of a very long table only the visible rows are written, one line each.
        return TextLines(lines + [[], [ink.run(ink.words.allObservations, .heading)]], rows: all.count) {
            detail.tableRow(all[$0]).reduce([], +)
        }
    }

    func draw(in grid: inout CellGrid) {
        guard let indicator else { return }
        let layout = layout, words = ink.words
        if layout.isBoxed {
            panel(
                indicator.name[ink.language], StatusText.collection(indicator.collection, words), layout.figure,
                in: &grid, isFocused: true)
        }
        drawFigure(indicator, in: &grid, layout.figure, isBoxed: layout.isBoxed)
        if let rect = layout.ranking,
            let lines = RankingLines(ink: ink, columns: rect.columns).lines(indicator, observation)
        {
            panel(words.districts, words.pictures.sameSpanByValue, rect, in: &grid)
            TextPanel(ink: ink).draw(lines, top: 0, in: &grid, rect)
        }
        if let table = layout.table {
            panel(words.allObservations, "", table, in: &grid)
            drawTable(indicator, in: &grid, table)
        }
        if let rect = layout.group {
            panel(words.inGroup, "", rect, in: &grid)
            TextPanel(ink: ink).draw(group(indicator, rect.columns, rect.rows), top: 0, in: &grid, rect)
        }
        drawPictures(indicator, layout, in: &grid)
        if layout.isBoxed {
            panel(words.pictures.sourceAndDefinition, "s \(words.source)", layout.text, in: &grid)
        }
        TextPanel(ink: ink).draw(
            lines(columns: TextGeometry.textColumns(layout.text), layout), top: ink.state.session.current.top,
            in: &grid, layout.text)
    }

    private func group(_ indicator: Indicator, _ columns: Int, _ most: Int) -> [StyledLine] {
        DetailLines(ink: ink, columns: columns).siblings(indicator, observation, most)
    }

    private func panel(
        _ title: String, _ trailing: String, _ inside: Rect, in grid: inout CellGrid, isFocused: Bool = false
    ) {
        _ = ink.panel(title, trailing, in: &grid, IndicatorLayout.box(inside), isFocused: isFocused)
    }

    private func drawPictures(_ indicator: Indicator, _ layout: IndicatorLayout, in grid: inout CellGrid) {
        guard let observation, let rect = layout.trend, let trend = ink.catalogue.trend(through: observation) else {
            return
        }
        if indicator.direction == .zero {
            panel(ink.pictures.zeroRecord, "", rect, in: &grid)
            TextPanel(ink: ink).draw(ZeroRecord(ink: ink, trend: trend).lines(), top: 0, in: &grid, rect)
        } else {
            let target = ink.wording.target(of: indicator, observation)
            draw(TrendChart(ink: ink, indicator: indicator, trend: trend, target: target), rect, in: &grid)
        }
        guard let rect = layout.increments else { return }
        if let trend = ink.catalogue.increments(through: observation, most: max(13, rect.columns / 5)) {
            draw(TrendChart(ink: ink, indicator: indicator, trend: trend, target: nil), rect, in: &grid)
        }
    }

    private func draw(_ chart: TrendChart, _ rect: Rect, in grid: inout CellGrid) {
        panel(chart.title, chart.trend.kind == .sameSpan ? ink.judging.sameSpan : "", rect, in: &grid)
        var plot = rect
        let caption = DetailLines(ink: ink, columns: rect.columns).wrapped(chart.caption, .quiet)
        let below = plot.takeBottom(min(caption.count, 2))
        chart.chart(rows: plot.rows).draw(in: &grid, plot)
        TextPanel(ink: ink).draw(Array(caption.prefix(below.rows)), top: 0, in: &grid, below)
    }

    private func drawFigure(_ indicator: Indicator, in grid: inout CellGrid, _ rect: Rect, isBoxed: Bool) {
        var rest = rect
        guard let observation else {
            ink.put(ink.wording.missing, .quiet, in: &grid, rest)
            let judgement = ink.wording.judgement(of: indicator, nil)
            _ = rest.takeTop(2)
            TextPanel(ink: ink).draw(
                [[ink.run(JudgementText.phrase(judgement, ink.wording))]]
                    + JudgementText.figures(judgement, indicator, ink.wording).map(ink.runs), top: 0,
                in: &grid, rest)
            return
        }
        let summary = SummaryLines(ink: ink, columns: max(2, rest.columns)).lines(indicator, observation)
        let height = rest.rows >= summary.count + 7 ? 6 : rest.rows >= summary.count + 3 || rest.rows >= 8 ? 3 : 1
        if height > 1 {
            if rest.rows > summary.count + height { _ = rest.takeTop(isBoxed ? 1 : 0) }
            LargeFigure(ink: ink).draw(observation, in: &grid, rest.takeTop(height))
            if rest.rows > summary.count { _ = rest.takeTop(1) }
        } else {
            let line = rest.takeTop(1)
            var runs = FigureRuns.inline(observation, ink)
            if rest.isEmpty { runs += [ink.run(" ", .quiet)] + FigureRuns.period(observation, ink) }
            ink.draw(
                ink.fitting(runs, line.columns), in: &grid, at: Point(column: line.column, row: line.row), within: line)
        }
        TextPanel(ink: ink).draw(Array(summary.prefix(max(0, rest.rows))), top: 0, in: &grid, rest)
    }

    private func drawTable(_ indicator: Indicator, in grid: inout CellGrid, _ rect: Rect) {
        // In a very long table only the visible rows decide on the widths.
        let all = ink.catalogue.observations(of: indicator.code)
        let shown = all.count > DetailLines.mostMeasured ? all.prefix(rect.rows) : all[...]
        let power = ink.wording.commonPower(Array(shown))
        let rows = shown.map { row -> [[TextRun]] in
            [
                [ink.run(ink.catalogue.area(row.area)?.shortName[ink.language] ?? row.area, .text)],
                [ink.run(PeriodText.full(row, ink.wording), .quiet)], FigureRuns.value(row, ink, power: power),
                FigureRuns.unit(row, ink),
                [ink.run(StatusText.short(row, ink.words), .quiet)],
            ]
        }
        TableView(
            columns: [
                TableColumn(title: ink.words.area, alignment: .leading, minimum: 4),
                TableColumn(title: ink.words.period, alignment: .leading, minimum: 4, weight: 1, gap: 2),
                TableColumn(title: ink.words.value, alignment: .trailing, minimum: 3, gap: 1, isWhole: true),
                TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 2, dropOrder: 0, gap: 1),
            ],
            rows: rows, selected: nil, top: 0, style: ink.tableStyle
        ).draw(in: &grid, rect)
    }
}
