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

    var context: KeyContext { .attention }
    var name: String? { attention.short }
    var fileName: String { "attention" }
    var nearest: Screen? { .attention(grouping) }
    var items: [Item] { rows.items.indices.compactMap(item) }
    var count: Int { rows.items.count }
    func item(_ place: Int) -> Item? {
        guard rows.items.indices.contains(place), let indicator = catalogue.indicator(rows.items[place].indicator)
        else { return nil }
        return .figure(indicator, rows.items[place].observation)
    }
    var sideways: Sideways { .tabs }
    var list: ListGeometry? {
        ListGeometry(count: rows.lines.count, visible: layout.visibleFigures, lines: rows.places)
    }
    var opening: Opening? {
        guard rows.items.indices.contains(visit.selection) else { return nil }
        let item = rows.items[visit.selection]
        let isHeadline = item.area == state.shownObservation(of: item.indicator)?.area
        return .visit(.indicator(item.indicator, area: isHeadline ? nil : item.area))
    }

    var sourceSubject: SourceSubject? {
        guard rows.items.indices.contains(visit.selection) else { return nil }
        return rows.items[visit.selection].observation.map { .figure($0.key) }
    }
    var comparable: String? {
        rows.items.indices.contains(visit.selection) ? rows.items[visit.selection].indicator : nil
    }
    var copied: CopiedItem? { selected.flatMap(CopiedContents(ink: ink).item) }
    var copiedTable: [CopiedItem] { items.compactMap(CopiedContents(ink: ink).item) }
    var sources: [String] { items.flatMap(PaperSources(ink: ink).codes) }

    var targets: [ClickMap.Target] {
        let layout = layout, opensAtOnce = layout.detail == nil
        let targets = layout.detail.map { [ClickMap.Target(rect: $0, action: .open)] } ?? []
        var rect = layout.figures
        if layout.hasHeader { _ = rect.takeTop(1) }
        let top = list?.top(of: visit) ?? 0
        return targets
            + rows.places.enumerated().filter { (top..<top + rect.rows).contains($0.element) }.map { place, line in
                ClickMap.Target(
                    rect: Rect(column: rect.column, row: rect.row + line - top, columns: rect.columns, rows: 1),
                    action: .choose(place, opens: opensAtOnce))
            }
    }

    private var layout: ListLayout {
        ListLayout(
            body: body, figureCount: rows.lines.count, briefCount: 0, selection: 0, hasDetail: true,
            isWordy: ink.language == .en)
    }

    // MARK: Drawing

    func draw(in grid: inout CellGrid) {
        let layout = layout
        if layout.isBoxed {
            _ = ink.panel(
                attention.title, attention.all(rows.items.count), in: &grid, layout.list, isFocused: true)
        }
        guard !rows.items.isEmpty else {
            let inner = layout.isBoxed ? layout.list.inset(columns: 2, rows: 1) : layout.list
            return ink.put(attention.nothing, .text, in: &grid, inner)
        }
        drawRows(in: &grid, layout)
        if let detail = layout.detail, let item = selected {
            DetailPanel(ink: ink, item: item, isAttention: true).draw(in: &grid, detail)
        }
    }

    private func drawRows(in grid: inout CellGrid, _ layout: ListLayout) {
        var rect = layout.figures
        let table = AttentionTable(ink: ink, columns: rect.columns, items: rows.items)
        if layout.hasHeader { table.drawHeader(in: &grid, rect.takeTop(1)) }
        let top = list?.top(of: visit) ?? 0
        for row in 0..<max(0, min(rect.rows, rows.lines.count - top)) {
            let line = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
            switch rows.lines[top + row] {
            case .gap: break
            case .heading(let group): drawHeading(rows.groups[group], in: &grid, line)
            case .item(let place):
                table.draw(rows.items[place], in: &grid, line, isSelected: place == visit.selection)
            }
        }
        let edge = rect.right - 1
        if top > 0 { ink.put(ink.glyphs.moreAbove, .accent, in: &grid, mark(edge, rect.row)) }
        if top + rect.rows < rows.lines.count {
            ink.put(ink.glyphs.moreBelow, .accent, in: &grid, mark(edge, rect.bottom - 1))
        }
        drawOrder(in: &grid, layout)
    }

    private func mark(_ column: Int, _ row: Int) -> Rect { Rect(column: column, row: row, columns: 1, rows: 1) }

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

    private func drawHeading(_ group: AttentionList.Group, in grid: inout CellGrid, _ rect: Rect) {
        var rest = rect
        let title = AttentionText.title(group.key, ink.wording)
        let used = ink.draw(
            [ink.run(title, .heading), ink.run(" \(group.items.count) ", .quiet)], in: &grid,
            at: Point(column: rest.column, row: rest.row), within: rest)
        _ = rest.takeLeft(used)
        _ = rest.takeRight(1)
        grid.fill(rest, with: ink.glyphs.horizontal, style: ink.theme[.frame])
    }
}
