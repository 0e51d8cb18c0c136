import Cells
import Indicators

/// Figures in a table and measures below: a topic, or what an area reports.
struct FigureListView {
    let ink: Ink
    let items: [Item]
    /// Whether a figure of another area than the whole names it.
    let namesAreas: Bool
    private var state: DashboardState { ink.state }

    private var figures: [Item] { items.filter(\.isFigure) }

    private var briefs: [Brief] {
        items.compactMap { if case .brief(let brief) = $0 { brief } else { nil } }
    }

    func draw(in grid: inout CellGrid) {
        let figures = figures, briefs = briefs
        let selection = state.session.current.selection
        let layout = ListLayout(
            body: Frame(size: state.size).body, figureCount: figures.count, briefCount: briefs.count, selection: selection,
            hasDetail: true)
        if layout.isBoxed {
            _ = ink.panel(ink.words.indicators, "\(figures.count) \(ink.words.items)", in: &grid, layout.list, isFocused: true)
        }
        drawFigures(figures, layout, selection, in: &grid)
        drawBriefs(briefs, layout, selection - figures.count, in: &grid)
        if items.isEmpty { ink.put(ink.words.nothingReported, .quiet, in: &grid, layout.list) }
        if let detail = layout.detail, let item = state.selectedItem {
            DetailPanel(ink: ink, item: item).draw(in: &grid, detail)
        }
    }

    private func drawFigures(
        _ figures: [Item], _ layout: ListLayout, _ selection: Int, in grid: inout CellGrid
    ) {
        guard !layout.figures.isEmpty else { return }
        let words = ink.words
        let named = layout.hasHeader
        let nameColumns = layout.figures.columns < 50 ? 6 : ink.language == .zh ? 14 : 26
        func title(_ text: String) -> String { named ? text : "" }
        var columns = [
            TableColumn(title: title(words.indicator), alignment: .leading, minimum: nameColumns, weight: 1),
            TableColumn(title: title(words.value), alignment: .trailing, minimum: 3, gap: 1),
            TableColumn(title: "", alignment: .leading, minimum: 1, dropOrder: 3, gap: 1),
            TableColumn(title: title(words.period), alignment: .leading, minimum: 4, dropOrder: 2, gap: 2),
        ]
        let known = figures.compactMap { if case .figure(let indicator, let observation) = $0 { (indicator, observation) } else { nil } }
        let siblings = SiblingBars(known.map(\.0), observations: known.map(\.1))
        let barColumns = min(16, max(8, layout.figures.columns / 6))
        let showsBars = layout.figures.columns >= 56
        let judges = known.contains { ink.judgement(of: $0.0, $0.1) != .noTarget || yearChange($0.0, $0.1) != nil }
        columns.append(TableColumn(title: title(showsBars && !judges ? words.inGroup : words.state), alignment: .leading, minimum: 4, dropOrder: 1, gap: 2))
        let sparkColumns = layout.figures.columns >= 96 ? 14 : 10
        let showsTrend = layout.figures.columns >= 60 && known.contains { ink.sparkline($0.1, columns: 1) != nil }
        if showsTrend { columns.append(TableColumn(title: title(words.trend), alignment: .leading, minimum: 4, dropOrder: 0, gap: 2)) }
        // Computed figures come after all others, so that the places of these are those of the bars.
        let rows = figures.enumerated().map { index, item -> [[TextRun]] in
            switch item {
            case .figure(let indicator, let observation):
                row(indicator, observation, bar: showsBars ? siblings.fraction(index) : nil, barColumns: barColumns)
                    + [showsTrend ? ink.sparkline(observation, columns: sparkColumns) ?? [] : []]
            case .derived(let derived): row(derived, saysHow: layout.figures.columns >= 96)
            case .brief, .area, .topic: []
            }
        }
        let top = selection < figures.count
            ? state.session.current.top
            : ScrollWindow.top(selected: figures.count - 1, count: figures.count, visible: layout.visibleFigures, top: 0)
        TableView(
            columns: columns, rows: rows, selected: selection < figures.count ? selection : nil, top: top,
            style: ink.tableStyle
        ).draw(in: &grid, layout.figures)
    }

    private func row(_ indicator: Indicator, _ observation: Observation?, bar: Double?, barColumns: Int) -> [[TextRun]] {
        let long = indicator.name[ink.language]
        let isTooLong = state.size.columns < 70 || (state.size.columns < 160 && DisplayWidth.of(long) > (ink.language == .zh ? 18 : 30))
        var name = [ink.run(isTooLong ? indicator.shortName[ink.language] : long, .text)]
        if namesAreas, let area = ink.foreignArea(observation) {
            name.append(ink.run(" \(ink.glyphs.separator) \(area)", .quiet))
        }
        var last: [TextRun] = []
        let judgement = ink.judgement(of: indicator, observation)
        if judgement != .noTarget {
            last = JudgementText.runs(judgement, ink, short: barColumns < 12)
        } else if let change = yearChange(indicator, observation) {
            last = [ink.run(ink.words.judging.onYear + " ", .quiet)] + ChangeText.runs(change, indicator, ink, short: true)
        } else if let bar {
            last = ThinBar.runs(
                fraction: bar, columns: barColumns, glyphs: ink.glyphs, filled: ink.theme[.bar], empty: ink.theme[.frame])
        }
        return [
            name, FigureRuns.value(observation, ink), FigureRuns.unit(observation, ink), FigureRuns.period(observation, ink), last,
        ]
    }

    private func yearChange(_ indicator: Indicator, _ observation: Observation?) -> ChangeOnYear? {
        observation.flatMap { try? ink.catalogue.changeOnYear(of: $0).get() }
    }

    /// A computed figure: its name marked 推算, then the value, or that there is none and why.
    private func row(_ derived: DerivedIndicator, saysHow: Bool) -> [[TextRun]] {
        let name = [ink.run(derived.name[ink.language], .text), ink.run(" \(ink.glyphs.separator) \(ink.words.judging.derived)", .quiet)]
        switch ink.catalogue.derivation(of: derived) {
        case .failure(let refusal):
            return [name, [ink.run(ink.words.judging.notDerived, .quiet)], [], [], saysHow ? [ink.run(DerivedText.refusal(refusal, ink), .quiet)] : []]
        case .success(let derivation):
            guard let parts = DerivedText.parts(derived, ink) else { return [name] }
            let formula = DerivedText.formula(derived, derivation.numerator, derivation.denominator, ink)
            return [
                name, [ink.run(parts.value, .value)], [ink.run(parts.unit, .quiet)], FigureRuns.period(derivation, ink),
                saysHow ? [ink.run("= " + formula, .quiet)] : [],
            ]
        }
    }

    private func drawBriefs(_ briefs: [Brief], _ layout: ListLayout, _ selection: Int, in grid: inout CellGrid) {
        var rect = layout.briefs
        guard !rect.isEmpty, !briefs.isEmpty else { return }
        let heading = rect.takeTop(1)
        let used = grid.put(
            ink.words.measures + " ", at: Point(column: heading.column, row: heading.row), style: ink.theme[.heading],
            within: heading)
        let rule = String(repeating: ink.glyphs.horizontal, count: max(0, heading.columns - used))
        grid.put(rule, at: Point(column: heading.column + used, row: heading.row), style: ink.theme[.frame], within: heading)
        let top = selection >= 0 ? state.session.current.top : 0
        TableView(
            columns: [TableColumn(title: "", alignment: .leading, minimum: 8, weight: 1)],
            rows: briefs.map { [BriefText.line($0, ink)] }, selected: selection >= 0 ? selection : nil, top: top,
            style: ink.tableStyle
        ).draw(in: &grid, rect)
    }
}

extension Ink {
    /// The styles of every table.
    var tableStyle: TableStyle {
        TableStyle(
            header: theme[.quiet], selection: theme[.selection], marker: glyphs.selectionBar, markerStyle: theme[.selection],
            scroll: theme[.quiet], glyphs: glyphs)
    }
}
