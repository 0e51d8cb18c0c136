import Cells
import Indicators
import Reports
import Wording

/// 关注: all that needs attention, the worst first, put together by kind, department or area; beside it, where there is
/// room, the selected figure with what was asked and why it moved.
struct AttentionScreen: ScreenContent {
    let ink: Ink
    let grouping: AttentionList.Grouping
    private let rows: AttentionRows

    init(ink: Ink, grouping: AttentionList.Grouping) {
        (self.ink, self.grouping) = (ink, grouping)
        rows = ink.state.attentionRows(grouping)
    }

    private var attention: AttentionWords { words.attention }
    private var facts: CityFacts { catalogue.facts(in: state.session.area) }

    var context: KeyContext { .attention }
    var name: String? { attention.short }
    var fileName: String { "attention" }
    var nearest: Screen? { .attention(grouping) }
    var items: [Item] { rows.indices.compactMap(item) }
    var count: Int { rows.count }
    func item(_ index: Int) -> Item? {
        guard rows.indices.contains(index), let indicator = catalogue.indicator(rows[index].indicator)
        else { return nil }
        return .figure(indicator, rows[index].observation)
    }
    var sideways: Sideways { .tabs }
    var list: ListGeometry? {
        ListGeometry(
            count: rows.headed.lines.count, visible: layout.visibleFigures, lines: rows.headed.lineIndices)
    }
    var opening: Opening? {
        guard rows.indices.contains(visit.selection) else { return nil }
        let item = rows[visit.selection]
        let isHeadline = item.area == state.shownObservation(of: item.indicator)?.area
        return .visit(.indicator(item.indicator, area: isHeadline ? nil : item.area))
    }

    var sourceSubject: SourceSubject? {
        guard rows.indices.contains(visit.selection) else { return nil }
        return rows[visit.selection].observation.map { .figure($0.key) }
    }
    var comparable: String? {
        rows.indices.contains(visit.selection) ? rows[visit.selection].indicator : nil
    }
    var copied: CopiedItem? { selected.flatMap(CopiedContents(ink: ink).item) }
    var copiedTable: [CopiedItem] { items.compactMap(CopiedContents(ink: ink).item) }
    var sources: [String] { items.flatMap(PaperSources(ink: ink).codes) }

    var targets: [ClickMap.Target] {
        let layout = layout
        let detail = layout.detail.map { [ClickMap.Target(rect: $0, action: .open)] } ?? []
        return detail + listView(layout).targets(opensAtOnce: layout.detail == nil)
    }

    private func listView(_ layout: ListLayout) -> HeadedListView {
        var rect = layout.figures
        if layout.hasHeader { _ = rect.takeTop(1) }
        return HeadedListView(ink: ink, headed: rows.headed, rect: rect, top: list?.top(of: visit) ?? 0)
    }

    private var layout: ListLayout {
        ListLayout(
            body: body, figureCount: rows.headed.lines.count, briefCount: 0, selection: 0, hasDetail: true)
    }

    // MARK: Drawing

    func draw(in grid: inout CellGrid) {
        guard rows.count > 0 else { return drawNothing(in: &grid) }
        let layout = layout
        if layout.isBoxed {
            _ = ink.panel(
                attention.title, attention.all(rows.count, facts.allBad), in: &grid,
                layout.list, isFocused: true)
        }
        drawRows(in: &grid, layout)
        if let detail = layout.detail, let item = selected {
            DetailPanel(ink: ink, item: item, isAttention: true, about: rows[visit.selection]).draw(in: &grid, detail)
        }
    }

    /// That nothing needs attention, how much could be judged at all, and what is judged.
    private func drawNothing(in grid: inout CellGrid) {
        let rect = body.columns >= 60 ? body.inset(columns: 2, rows: 0) : body, columns = max(2, rect.columns)
        let sentence = CitySentence(ink.wording)
        let paragraphs = [[Phrase(attention.nothing, .text)], sentence.first, sentence.second].filter { !$0.isEmpty }
        let lines = paragraphs.enumerated().flatMap { index, phrases in
            (index == 1 ? [[]] : []) + ink.wrapped(phrases, to: columns)
        }
        var rest = rect
        TextPanel(ink: ink).draw(Array(lines.prefix(rect.rows)), top: 0, in: &grid, rest.takeTop(lines.count))
        drawJudged(in: &grid, rest)
    }

    /// The judged figures with their judgements, as many as there is room for.
    private func drawJudged(in grid: inout CellGrid, _ rect: Rect) {
        guard rect.rows >= 3 else { return }
        let indicators = state.session.area.map { catalogue.indicators(reportedBy: $0) } ?? catalogue.indicators
        var rows: [[[TextRun]]] = []
        for indicator in indicators where catalogue.mayBeJudged(indicator) && rows.count < rect.rows - 1 {
            let figure = state.shownObservation(of: indicator.code)
            let judgement = ink.wording.judgement(of: indicator, figure)
            guard judgement.isJudged else { continue }
            rows.append([
                [ink.run(indicator.shortName[ink.language], .text)], FigureRuns.value(figure, ink),
                FigureRuns.unit(figure, ink), FigureRuns.period(figure, ink),
                [ink.run(JudgementText.phrase(judgement, ink.wording))],
            ])
        }
        let columns: [Alignment] = [.leading, .trailing, .leading, .leading, .leading]
        var table = rect
        _ = table.takeTop(1)
        TableView(
            columns: columns.enumerated().map {
                TableColumn(title: "", alignment: $1, minimum: $0 == 0 ? 8 : 3, gap: $0 == 0 ? 0 : $0 == 2 ? 1 : 2)
            },
            rows: rows, selected: nil, top: 0, style: ink.tableStyle
        ).draw(in: &grid, table)
    }

    private func drawRows(in grid: inout CellGrid, _ layout: ListLayout) {
        let table = AttentionTable(ink: ink, columns: layout.figures.columns, rows: rows)
        if layout.hasHeader {
            var rect = layout.figures
            table.drawHeader(in: &grid, rect.takeTop(1))
        }
        listView(layout).draw(in: &grid) { group in
            (AttentionText.title(rows.groups[group].key, ink.wording), rows.groups[group].indices.count)
        } row: { index, grid, line in
            table.draw(rows[index], in: &grid, line, isSelected: index == visit.selection)
        }
        drawOrder(in: &grid, layout)
    }

    /// The rule of the order, where the list leaves room for it.
    private func drawOrder(in grid: inout CellGrid, _ layout: ListLayout) {
        let room = layout.isBoxed ? layout.list.inset(columns: 2, rows: 1) : layout.list
        let lines = TextLayout.wrap(attention.order, to: max(2, room.columns - 2))
        guard room.bottom - layout.figures.bottom >= lines.count + 1 else { return }
        for (row, line) in lines.enumerated() {
            ink.put(
                line, .quiet, in: &grid,
                Rect(
                    column: room.column + 1, row: room.bottom - lines.count + row, columns: room.columns - 1, rows: 1))
        }
    }
}
