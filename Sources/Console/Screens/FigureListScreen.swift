import Cells
import Indicators
import Reports
import Wording

/// Figures in a table and measures below: a topic, or what an area reports.
struct FigureListScreen: ScreenContent {
    /// The topic or the area whose figures the list shows, by its code.
    enum Owner {
        case topic(String), area(String)

        var screen: Screen {
            switch self {
            case .topic(let code): .topic(code)
            case .area(let code): .area(code)
            }
        }
    }

    let ink: Ink
    let owner: Owner
    let rows: FigureRows

    init(ink: Ink, owner: Owner) {
        (self.ink, self.owner) = (ink, owner)
        rows = ink.state.figureRows(of: owner.screen)
    }

    /// Whether a figure names its area where that is not the whole.
    private var namesAreas: Bool { if case .topic = owner { true } else { false } }

    var context: KeyContext { .figures }
    /// The topic or area, then the order and the choice where they are not the usual ones.
    var name: String? {
        let name =
            switch owner {
            case .topic(let code): catalogue.topic(code)?.title[ink.language]
            case .area(let code): catalogue.area(code)?.name[ink.language]
            }
        let choices = [state.session.order.name, state.session.span.name].compactMap { $0?[ink.language] }
        return name.map { ([$0] + choices).joined(separator: " \(ink.signs.separator) ") }
    }
    /// Whether there are figures or measures of the main year and of others.
    var hasBothSpans: Bool { state.session.span != .all || rows.hasSeveralYears }
    var fileName: String {
        switch owner {
        case .topic(let code): code
        case .area(let code): "area-" + code
        }
    }
    var nearest: Screen? {
        switch owner {
        case .topic(let code): catalogue.topic(code).map { _ in owner.screen }
        case .area(let code): catalogue.area(code).map { _ in owner.screen }
        }
    }
    var topic: String? { if case .topic(let code) = owner { code } else { nil } }
    var ownArea: String? { if case .area(let code) = owner { code } else { nil } }

    var items: [Item] { rows.indices.map { rows[$0] } }
    var count: Int { rows.count }
    func item(_ index: Int) -> Item? { rows.indices.contains(index) ? rows[index] : nil }
    var sideways: Sideways { .tabs }
    var list: ListGeometry? {
        visit.selection < rows.figureCount
            ? ListGeometry(count: rows.figureCount, visible: layout.visibleFigures)
            : ListGeometry(count: rows.briefCount, visible: layout.visibleBriefs, offset: rows.figureCount)
    }

    var sourceSubject: SourceSubject? {
        switch selected {
        case .figure(_, let observation?): .figure(observation.key)
        case .derived(let derived): .derived(derived.code)
        case .brief(let brief): .brief(brief.code)
        case .figure(_, nil), .area, .topic, .choice, nil: nil
        }
    }
    var comparable: String? { if case .figure(let indicator, _)? = selected { indicator.code } else { nil } }
    var copied: CopiedItem? { selected.flatMap(CopiedContents(ink: ink).item) }
    var copiedTable: [CopiedItem] { items.compactMap(CopiedContents(ink: ink).item) }
    var sources: [String] { items.flatMap(PaperSources(ink: ink).codes) }

    /// Where the details of the selected row are shown beside the list, the first press selects and does not open.
    var targets: [ClickMap.Target] {
        let layout = layout, count = rows.figureCount, opensAtOnce = layout.detail == nil
        var targets = layout.detail.map { [ClickMap.Target(rect: $0, action: .open)] } ?? []
        let isInFigures = visit.selection < count
        var rect = layout.figures
        if layout.hasHeader { _ = rect.takeTop(1) }
        rect.columns = min(rect.columns, Self.widest)
        let top =
            isInFigures
            ? visit.top : ScrollWindow.top(selected: count - 1, count: count, visible: layout.visibleFigures, top: 0)
        targets += rowTargets(rect, count: count, top: top, opensAtOnce: opensAtOnce)
        var briefs = layout.briefs
        _ = briefs.takeTop(1)
        return targets
            + rowTargets(
                briefs, count: rows.briefCount, top: isInFigures ? 0 : visit.top, first: count,
                opensAtOnce: opensAtOnce)
    }

    private var layout: ListLayout {
        ListLayout(
            body: body, figureCount: rows.figureCount, briefCount: rows.briefCount, selection: visit.selection,
            hasDetail: rows.count > 0, fillsBelow: catalogue.package.isForeign)
    }

    /// A table is no wider than this.
    static let widest = 130
    /// Up to this width a table fills its room; a wider one has so many columns more than its texts need.
    private static let roomy = 80, spare = 12

    func draw(in grid: inout CellGrid) {
        let selection = visit.selection, layout = layout
        if layout.isBoxed {
            // The count that the overview has, then what is computed from it.
            let computed = rows.figureCount - rows.indicatorCount
            let count =
                "\(rows.indicatorCount) \(words.items(rows.indicatorCount))"
                + (computed > 0 ? " \(ink.signs.separator) \(ink.judging.derivedCount(computed))" : "")
            _ = ink.panel(
                words.indicators, count, in: &grid, layout.list, isFocused: true)
        }
        drawFigures(layout, selection, in: &grid)
        drawBriefs(layout, selection - rows.figureCount, in: &grid)
        if rows.count == 0 { drawNothing(in: &grid, layout) }
        if let detail = layout.detail, rows.indices.contains(selection) {
            DetailPanel(ink: ink, item: rows[selection]).draw(in: &grid, detail)
        }
    }

    /// That the chosen area reports nothing in this topic, where the figures would stand.
    private func drawNothing(in grid: inout CellGrid, _ layout: ListLayout) {
        let room = layout.isBoxed ? layout.list.inset(columns: 2, rows: 1) : layout.list
        var text = words.nothingReported
        if case .topic(let code) = owner, state.session.span == .all, state.session.filter.isEmpty,
            let area = state.session.area.flatMap({ catalogue.area($0) }), let topic = catalogue.topic(code)
        {
            text = words.nothingInTopic(area.name[ink.language], topic.title[ink.language])
        }
        TextPanel(ink: ink).draw(
            Array(ink.wrapped([Phrase(text, .quiet)], to: max(2, room.columns)).prefix(room.rows)), top: 0, in: &grid,
            room)
    }

    private func drawFigures(_ layout: ListLayout, _ selection: Int, in grid: inout CellGrid) {
        guard !layout.figures.isEmpty else { return }
        let count = rows.figureCount
        let top =
            selection < count
            ? state.session.current.top
            : ScrollWindow.top(selected: count - 1, count: count, visible: layout.visibleFigures, top: 0)
        var rect = layout.figures
        rect.columns = min(rect.columns, Self.widest)
        let table = FigureTable(
            ink: ink, rows: rows, namesAreas: namesAreas, hasHeader: layout.hasHeader, columns: rect.columns
        ).table(selected: selection < count ? selection : nil, top: top, visible: rect.rows)
        // A value far from its name is hard to follow across the screen.
        rect.columns = min(rect.columns, max(Self.roomy, table.naturalWidth + Self.spare))
        table.draw(in: &grid, rect)
    }

    private func drawBriefs(_ layout: ListLayout, _ selection: Int, in grid: inout CellGrid) {
        var rect = layout.briefs
        guard !rect.isEmpty, rows.briefCount > 0 else { return }
        var heading = rect.takeTop(1)
        let used = grid.put(
            ink.words.measures + " ", at: Point(column: heading.column, row: heading.row), style: ink.theme[.heading],
            within: heading)
        _ = heading.takeLeft(used)
        grid.fill(heading, with: ink.glyphs.horizontal, style: ink.theme[.frame])
        let top = selection >= 0 ? state.session.current.top : 0
        TableView(
            columns: [TableColumn(title: "", alignment: .leading, minimum: 8, weight: 1)],
            rows: (0..<rows.briefCount).map { [ink.brief(rows.brief($0), columns: rect.columns - 2)] },
            selected: selection >= 0 ? selection : nil, top: top,
            style: ink.tableStyle
        ).draw(in: &grid, rect)
    }
}

extension Ink {
    /// The styles of every table.
    var tableStyle: TableStyle {
        TableStyle(
            header: theme[.quiet], selection: theme[.selection], marker: glyphs.selectionBar,
            markerStyle: theme[.selection],
            scroll: theme[.quiet], glyphs: glyphs)
    }
}
