import Cells
import Indicators
import Reports
import Wording

/// 变动: what changed since this person looked last, since the version before, or on the year.
struct ChangesScreen: ScreenContent {
    let ink: Ink
    let base: ChangeBase
    private let rows: ChangeRows

    init(ink: Ink, base: ChangeBase) {
        (self.ink, self.base) = (ink, base)
        rows = ink.state.changeRows(base)
    }

    private var changes: ChangeWords { words.changes }
    private var former: FormerVersion? { state.formers?.versions[base] }

    var context: KeyContext { .changes }
    var name: String? { changes.title }
    var fileName: String { "changes" }
    var nearest: Screen? { .changes(base) }
    var items: [Item] { rows.rows.map { .figure($0.indicator, $0.figure) } }
    var count: Int { rows.rows.count }
    var showsFigures: Bool { count > 0 }
    var sideways: Sideways { .tabs }
    var list: ListGeometry? {
        ListGeometry(count: rows.headed.lines.count, visible: layout.visibleFigures, lines: rows.headed.lineIndices)
    }

    private var row: ChangeRows.Row? {
        rows.rows.indices.contains(visit.selection) ? rows.rows[visit.selection] : nil
    }
    /// The figure among those that are shown now; nil where it is gone.
    private var current: Observation? { row.flatMap { $0.isGone ? nil : $0.figure } }
    var opening: Opening? {
        guard let row, !row.isGone || catalogue.indicator(row.indicator.code) != nil else { return nil }
        let isHeadline = row.figure.area == state.shownObservation(of: row.indicator.code)?.area
        return .visit(.indicator(row.indicator.code, area: isHeadline ? nil : row.figure.area))
    }
    var sourceSubject: SourceSubject? { current.map { .figure($0.key) } }
    var comparable: String? { current?.indicator }
    var copied: CopiedItem? { current == nil ? nil : selected.flatMap(CopiedContents(ink: ink).item) }
    var copiedTable: [CopiedItem] { items.compactMap(CopiedContents(ink: ink).item) }
    var sources: [String] { items.flatMap(PaperSources(ink: ink).codes) }

    var targets: [ClickMap.Target] {
        let layout = layout
        let detail = layout.detail.map { [ClickMap.Target(rect: $0, action: .open)] } ?? []
        return detail + listView(layout).targets(opensAtOnce: layout.detail == nil)
    }

    /// What the figures are compared with, and what else is to be said, above the list.
    private var head: [StyledLine] {
        let columns = max(2, body.columns - (body.columns >= 60 ? 4 : 0))
        var text = changes.against(former?.name[ink.language] ?? changes.base(base))
        if rows.otherTables > 0 { text += changes.pause + changes.otherTables(rows.otherTables) }
        let other = changes.other(changes.base(base.next))
        return ink.wrapped([Phrase(text, .text), Phrase("  d " + other, .quiet)], to: columns)
    }
    private var room: (head: Rect, list: Rect) {
        var rest = body
        let head = rest.takeTop(min(head.count, max(0, body.rows - 4)))
        if rest.rows > 12 { _ = rest.takeTop(1) }
        return (head, rest)
    }
    private var layout: ListLayout {
        ListLayout(
            body: room.list, figureCount: rows.headed.lines.count, briefCount: 0, selection: 0, hasDetail: count > 0)
    }
    private func listView(_ layout: ListLayout) -> HeadedListView {
        var rect = layout.figures
        if layout.hasHeader { _ = rect.takeTop(1) }
        return HeadedListView(ink: ink, headed: rows.headed, rect: rect, top: list?.top(of: visit) ?? 0)
    }

    /// The heading that an indicator's first row stands below; nil where it has no row.
    func heading(of indicator: String) -> ChangeRows.Heading? {
        rows.groups.first { $0.rows.contains { $0.indicator.code == indicator } }?.heading
    }

    // MARK: Drawing

    func draw(in grid: inout CellGrid) {
        let layout = layout, top = room.head
        TextPanel(ink: ink).draw(head, top: 0, in: &grid, top.columns >= 60 ? top.inset(columns: 2, rows: 0) : top)
        if layout.isBoxed, count > 0 {
            _ = ink.panel(changes.title, changes.count(count), in: &grid, layout.list, isFocused: true)
        }
        guard count > 0 else {
            let room = room.list, rect = room.columns >= 60 ? room.inset(columns: 2, rows: 0) : room
            let lines = ink.wrapped([Phrase(nothing, .text)], to: max(2, rect.columns))
            return TextPanel(ink: ink).draw(Array(lines.prefix(rect.rows)), top: 0, in: &grid, rect)
        }
        let table = ChangesTable(ink: ink, columns: layout.figures.columns, rows: rows.rows)
        if layout.hasHeader {
            var rect = layout.figures
            table.drawHeader(in: &grid, rect.takeTop(1))
        }
        listView(layout).draw(in: &grid) { group in
            (changes.heading(rows.groups[group].heading), rows.groups[group].rows.count)
        } row: { index, grid, line in
            table.draw(rows.rows[index], in: &grid, line, isSelected: index == visit.selection)
        }
        if let detail = layout.detail, let item = selected {
            DetailPanel(ink: ink, item: item, isAttention: true).draw(in: &grid, detail)
        }
    }

    /// Why there is no row.
    private var nothing: String {
        if former != nil { return changes.nothing }
        switch base {
        case .lastLook: return changes.noLastLook
        case .version: return catalogue.isPartial ? changes.notReadWhole : changes.noVersion
        case .year: return changes.noYear
        }
    }
}

extension ChangeWords {
    /// What the figures are compared with, where it has no name of its own.
    func base(_ base: ChangeBase) -> String {
        switch base {
        case .lastLook: lastLook
        case .version: version
        case .year: year
        }
    }

    func heading(_ heading: ChangeRows.Heading) -> String {
        switch heading {
        case .worse: worse
        case .better: better
        case .moved: moved
        case .same: same
        case .corrected: corrected
        case .added: added
        case .removed: removed
        case .described: described
        }
    }
}
