import Cells
import Indicators

/// What can be pressed on a screen, and where: rectangles with what a press asks for. What is drawn and what answers
/// come from the same layouts.
struct ClickMap {
    struct Target: Hashable {
        let rect: Rect
        let action: Action
    }

    /// Later ones lie above earlier ones.
    private(set) var targets: [Target] = []

    init(_ state: DashboardState) {
        let frame = Frame(size: state.size), view = FrameView(ink: Ink(state))
        addBody(state, frame.body)
        if !frame.title.isEmpty {
            let name = Rect(
                column: 0, row: frame.title.row,
                columns: 1 + DisplayWidth.of(state.catalogue.package.title[state.settings.language]), rows: 1)
            add(name.intersection(frame.title), .openTab(0))
        }
        for (tab, rect) in view.tabPlaces(frame.tabs) { add(rect, .openTab(tab.number)) }
        for (binding, rect) in view.footerPlaces(frame.footer) {
            if let action = view.action(of: binding) { add(rect, action) }
        }
    }

    /// What a press at a place asks for; nil where nothing looks as if it could be pressed.
    func action(at point: Point) -> Action? { targets.last { $0.rect.contains(point) }?.action }

    private mutating func add(_ rect: Rect, _ action: Action) {
        if !rect.isEmpty { targets.append(Target(rect: rect, action: action)) }
    }

    private mutating func addBody(_ state: DashboardState, _ body: Rect) {
        let visit = state.session.current
        switch state.screen {
        case .overview:
            let layout = OverviewLayout(state)
            if layout.isTable {
                let count = state.tabCount - 1, each = OverviewTable.rowsPerEntry(in: body, entries: count)
                let visible = max(1, body.rows / each)
                let top = ScrollWindow.top(selected: visit.selection, count: count, visible: visible, top: visit.top)
                for (place, index) in (top..<min(count, top + visible)).enumerated() {
                    add(
                        Rect(column: body.column, row: body.row + place * each, columns: body.columns, rows: each)
                            .intersection(body), .choose(index, opens: true))
                }
            } else {
                for (index, rect) in layout.tiles.enumerated() { add(rect, .choose(index, opens: true)) }
            }
        case .topic, .area: addFigures(state, body, visit)
        case .districts: addDistricts(state, body, visit)
        case .search: addRows(SearchLayout(body: body).results, count: state.found.count, top: visit.top)
        case .areas, .filter:
            addRows(ChoiceView.list(body: body), count: state.items(of: state.screen).count, top: visit.top)
        case .compare:
            var list = CompareView.list(body: body)
            _ = list.takeTop(1)
            addRows(list, count: state.items(of: state.screen).count, top: visit.top)
        case .indicator, .source, .help, .problems: break
        }
    }

    private mutating func addRows(_ rect: Rect, count: Int, top: Int, first: Int = 0, opensAtOnce: Bool = true) {
        for row in 0..<max(0, min(rect.rows, count - top)) {
            add(
                Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1),
                .choose(first + top + row, opens: opensAtOnce))
        }
    }

    /// Rows of figures and measures; where the selected one stands beside them in detail, the first press only selects.
    private mutating func addFigures(_ state: DashboardState, _ body: Rect, _ visit: Visit) {
        let (figures, measures) = state.counts(of: state.screen)
        let layout = ListLayout(
            body: body, figureCount: figures, briefCount: measures, selection: visit.selection, hasDetail: true,
            isWordy: state.settings.language == .en)
        if let detail = layout.detail { add(detail, .open) }
        let isInFigures = visit.selection < figures, opensAtOnce = layout.detail == nil
        var rows = layout.figures
        if layout.hasHeader { _ = rows.takeTop(1) }
        rows.columns = min(rows.columns, FigureListView.widest)
        let top =
            isInFigures
            ? visit.top
            : ScrollWindow.top(selected: figures - 1, count: figures, visible: layout.visibleFigures, top: 0)
        addRows(rows, count: figures, top: top, opensAtOnce: opensAtOnce)
        var briefs = layout.briefs
        _ = briefs.takeTop(1)
        addRows(briefs, count: measures, top: isInFigures ? 0 : visit.top, first: figures, opensAtOnce: opensAtOnce)
    }

    private mutating func addDistricts(_ state: DashboardState, _ body: Rect, _ visit: Visit) {
        var layout = DistrictsLayout(body: body)
        addRows(layout.areas, count: state.districts.count, top: visit.top, opensAtOnce: layout.preview == nil)
        guard let map = state.catalogue.map else { return }
        let view = MapView(ink: Ink(state), map: map, selected: nil)
        guard let rect = layout.takeMap(view) else { return }
        // Stretches of one area in one row, cell by cell as they are drawn.
        for row in rect.row..<rect.bottom {
            var column = rect.column
            while column < rect.right {
                let area = view.area(at: Point(column: column, row: row), in: rect)
                var end = column + 1
                while end < rect.right, view.area(at: Point(column: end, row: row), in: rect) == area { end += 1 }
                if let area, let index = state.districts.firstIndex(where: { $0.code == area }) {
                    add(Rect(column: column, row: row, columns: end - column, rows: 1), .choose(index, opens: false))
                }
                column = end
            }
        }
    }
}
