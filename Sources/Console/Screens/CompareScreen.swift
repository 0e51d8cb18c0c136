import Cells
import Indicators
import Reports
import Wording

/// One indicator across areas and periods: columns of the same span, ranks where all report it, the reason where not.
struct CompareScreen: ScreenContent {
    let ink: Ink
    let code: String
    var context: KeyContext { .districts }
    var name: String? { words.pictures.compare }
    var fileName: String { "compare-" + code }
    var nearest: Screen? { catalogue.indicator(code).map { _ in .compare(code) } }
    var items: [Item] { comparison?.rows.map { .area($0.area) } ?? [] }
    var list: ListGeometry? { ListGeometry(count: items.count, visible: Self.visible(body: body)) }
    var targets: [ClickMap.Target] {
        var rect = Self.list(body: body)
        _ = rect.takeTop(1)
        return rowTargets(rect, count: items.count, top: visit.top)
    }
    func opening(_ item: Item) -> Opening? {
        guard case .area(let area) = item else { return nil }
        return .visit(.indicator(code, area: area.code == catalogue.rootArea.code ? nil : area.code))
    }
    var copied: CopiedItem? {
        guard let comparison, comparison.rows.indices.contains(visit.selection) else { return nil }
        let row = comparison.rows[visit.selection]
        return catalogue.indicator(code).map {
            .figure($0, row.values.last { $0 != nil } ?? row.unlike, area: row.area.code)
        }
    }
    /// One line for each period. A figure of an area for another period is listed with that period.
    var copiedTable: [CopiedItem] {
        guard let indicator = catalogue.indicator(code), let comparison else { return [] }
        return comparison.rows.flatMap { row -> [CopiedItem] in
            if let unlike = row.unlike { return [.figure(indicator, unlike, area: row.area.code)] }
            return zip(comparison.periods, row.values).map { period, value in
                value.map { .figure(indicator, $0, area: row.area.code) }
                    ?? .gap(indicator, area: row.area.code, period)
            }
        }
    }
    var sources: [String] {
        guard let comparison, let indicator = catalogue.indicator(code) else { return [] }
        let own = comparison.rows.flatMap { ($0.values + [$0.unlike]).compactMap { $0?.source } }
        return comparison.rows.count > 1
            ? own : own + PaperSources(ink: ink).group(indicator, catalogue.headlineObservation(of: code))
    }

    private var indicator: Indicator? { catalogue.indicator(code) }
    private var comparison: AreaComparison? { Self.comparison(state, code) }

    /// The rows that can be selected.
    static func comparison(_ state: DashboardState, _ code: String) -> AreaComparison? {
        let most = max(1, min(8, (Frame(size: state.size).body.columns - 40) / 12))
        return state.catalogue.headlineObservation(of: code).flatMap {
            state.catalogue.comparison(around: $0, most: most)
        }
    }

    /// The rectangle of the rows, below a line or two of explanation.
    static func list(body: Rect) -> Rect {
        var rest = TextGeometry.isBoxed(body) ? body.inset(columns: 2, rows: 1) : body
        _ = rest.takeTop(rest.rows >= 8 ? 2 : 0)
        return rest
    }

    /// How many areas are seen at once, the header taken off.
    static func visible(body: Rect) -> Int { max(0, list(body: body).rows - 1) }

    func draw(in grid: inout CellGrid) {
        guard let indicator = catalogue.indicator(code), let comparison else {
            ink.put(words.notOnRecord, .quiet, in: &grid, body)
            return
        }
        if TextGeometry.isBoxed(body) {
            _ = ink.panel(
                "\(words.pictures.compare) \(ink.signs.separator) \(indicator.name[ink.language])",
                words.pictures.compareHow, in: &grid, body, isFocused: true)
        }
        let list = Self.list(body: body)
        if list.row > body.row + 1 {
            let line = Rect(column: list.column, row: list.row - 2, columns: list.columns, rows: 1)
            ink.put(explanation(indicator, comparison), .quiet, in: &grid, line)
        }
        TableView(
            columns: columns(comparison), rows: comparison.rows.map { row($0, comparison, list.columns) },
            selected: state.session.current.selection, top: state.session.current.top, style: ink.tableStyle
        ).draw(in: &grid, list)
        drawGroup(indicator, comparison, in: &grid, list)
    }

    /// Figures of the same unit and period, below a table of one row.
    private func drawGroup(
        _ indicator: Indicator, _ comparison: AreaComparison, in grid: inout CellGrid, _ list: Rect
    ) {
        var rest = list
        _ = rest.takeTop(comparison.rows.count + 2)
        guard comparison.rows.count == 1, rest.rows >= 3 else { return }
        let detail = DetailLines(ink: ink, columns: min(96, rest.columns - 2))
        let lines = detail.siblings(indicator, catalogue.headlineObservation(of: code), rest.rows)
        guard !lines.isEmpty else { return }
        ink.put(words.inGroup, .heading, in: &grid, rest.takeTop(1).inset(columns: 1, rows: 0))
        TextPanel(ink: ink).draw(lines, top: 0, in: &grid, rest.inset(columns: 1, rows: 0))
    }

    private func explanation(_ indicator: Indicator, _ comparison: AreaComparison) -> String {
        let unit = indicator.unit.name[ink.language]
        let head = unit.isEmpty ? "" : (ink.language == .zh ? "单位" : "Unit") + words.colon + unit + "   "
        guard let refusal = comparison.refusal else { return head + words.pictures.sameSpanByValue }
        return head + words.pictures.notRanked + words.colon + ReasonText.text(refusal, ink.wording)
    }

    private func columns(_ comparison: AreaComparison) -> [TableColumn] {
        [
            TableColumn(title: "", alignment: .trailing, minimum: 2),
            TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
            TableColumn(title: words.area, alignment: .leading, minimum: 6, gap: 1),
        ]
            + comparison.periods.enumerated().map { index, period in
                TableColumn(
                    title: PeriodText.span(of: period, ink.wording, withYear: true), alignment: .trailing, minimum: 3,
                    dropOrder: index == comparison.periods.count - 1 ? nil : index, gap: 2)
            } + [TableColumn(title: "", alignment: .leading, minimum: 6, weight: 1, dropOrder: 90, gap: 2)]
    }

    private func row(_ row: AreaComparison.Row, _ comparison: AreaComparison, _ width: Int) -> [[TextRun]] {
        let isWhole = row.area.code == ink.catalogue.rootArea.code
        let name =
            (isWhole ? "" : row.area.parent == ink.catalogue.rootArea.code ? "" : " ")
            + row.area.shortName[ink.language]
        let power = ink.wording.commonPower(comparison.rows.flatMap { $0.values.compactMap { $0 } })
        let newest = row.unlike ?? row.values.last ?? nil
        let isBad = indicator.map { ink.wording.judgement(of: $0, newest).light == .bad && newest != nil } ?? false
        var cells = [
            [ink.run(row.rank.map(String.init) ?? "", .quiet)], isBad ? [ink.run(ink.signs.bad, .bad)] : [],
            [ink.run(name, isWhole ? .title : .text)],
        ]
        cells += row.values.map { value in
            value.map { FigureRuns.value($0, ink, power: power) }
                ?? (row.unlike == nil ? [ink.run(words.notOnRecord, .quiet)] : [])
        }
        if let unlike = row.unlike {
            // Where one area alone has a figure there is no other period that this one could differ from.
            let reason = comparison.rows.count > 1 ? words.pictures.notComparable : ""
            let about = [PeriodText.full(unlike, ink.wording), reason].filter { !$0.isEmpty }
            cells.append(FigureRuns.inline(unlike, ink) + [ink.run("  " + about.inOne(with: "  "), .quiet)])
        } else if !isWhole, let value = row.values.last ?? nil, value.value != nil {
            let largest =
                comparison.rows.filter { $0.area.code != ink.catalogue.rootArea.code }
                .compactMap { ($0.values.last ?? nil)?.qualifiedValue?.low.doubleValue }.max() ?? 0
            let share = (value.qualifiedValue?.low.doubleValue ?? 0) / max(largest, .leastNonzeroMagnitude)
            cells.append(
                ThinBar.runs(
                    fraction: share, columns: max(6, min(40, width / 4)), glyphs: ink.glyphs, filled: ink.theme[.bar],
                    empty: ink.theme[.frame]))
        }
        return cells
    }
}
