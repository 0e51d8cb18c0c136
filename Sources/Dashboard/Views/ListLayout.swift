import Cells
import Indicators

/// Where the parts of a screen with figures and measures stand: the figures' table, the measures below it and, on a
/// wide screen, the selected one in detail beside them.
struct ListLayout {
    /// Above this width there is room for a second panel.
    static let wide = 100
    /// Fewer rows than this leave no room for boxes.
    static let tall = 12

    var list: Rect
    var detail: Rect?
    var isBoxed: Bool
    var figures: Rect
    /// The heading of the measures and their rows; empty where they are not shown.
    var briefs: Rect

    /// - Parameters:
    ///   - figureCount: rows of the figures' table.
    ///   - briefCount: rows of measures.
    ///   - isWordy: whether the language needs more room for the same, as English does beside Chinese.
    ///   - selection: decides which part remains where there is no room for both.
    init(body: Rect, figureCount: Int, briefCount: Int, selection: Int, hasDetail: Bool, isWordy: Bool) {
        isBoxed = body.columns >= Self.wide && body.rows >= Self.tall
        var rest = body
        if isBoxed && hasDetail {
            list = rest.takeLeft(rest.columns * (isWordy ? 63 : 57) / 100)
            _ = rest.takeLeft(1)
            detail = rest
        } else {
            list = rest
            detail = nil
        }
        var inner = isBoxed ? list.inset(columns: 2, rows: 1) : list
        let header = inner.rows >= 6 && figureCount > 0 ? 1 : 0
        hasHeader = header == 1
        let wantedFigures = figureCount + (figureCount > 0 ? header : 0)
        let wantedBriefs = briefCount == 0 ? 0 : briefCount + 1
        let gap = briefCount > 0 && figureCount > 0 && wantedFigures + wantedBriefs + 1 <= inner.rows ? 1 : 0
        if wantedFigures + wantedBriefs + gap <= inner.rows {
            figures = inner.takeTop(wantedFigures)
            _ = inner.takeTop(gap)
            briefs = inner.takeTop(wantedBriefs)
        } else if briefCount > 0, figureCount > 0, wantedFigures + 2 <= inner.rows {
            figures = inner.takeTop(wantedFigures)
            briefs = inner
        } else if inner.rows < 10 || briefCount == 0 || figureCount == 0 {
            let showsFigures = selection < figureCount
            figures = showsFigures ? inner : Rect(column: inner.column, row: inner.row, columns: 0, rows: 0)
            briefs = showsFigures ? Rect(column: inner.column, row: inner.bottom, columns: 0, rows: 0) : inner
        } else {
            briefs = inner.takeBottom(min(wantedBriefs, max(4, inner.rows / 3)))
            figures = inner
        }
    }

    /// How many rows of figures are visible below the header.
    var visibleFigures: Int { max(0, figures.rows - (hasHeader ? 1 : 0)) }
    /// How many measures are visible below their heading.
    var visibleBriefs: Int { max(0, briefs.rows - 1) }
    /// Whether the columns are named.
    var hasHeader: Bool
}

/// The scrolling of the list on a screen, for `update` and for the view alike.
struct ListGeometry {
    let count: Int
    let visible: Int
    let offset: Int

    /// Nil for screens without a list.
    init?(_ state: DashboardState) {
        let body = Frame(size: state.size).body
        let screen = state.screen
        switch screen {
        case .topic, .area:
            let (figures, briefs) = state.counts(of: screen)
            let selection = state.session.current.selection
            let layout = ListLayout(
                body: body, figureCount: figures, briefCount: briefs, selection: selection,
                hasDetail: true, isWordy: state.settings.language == .en)
            if selection < figures {
                (count, visible, offset) = (figures, layout.visibleFigures, 0)
            } else {
                (count, visible, offset) = (briefs, layout.visibleBriefs, figures)
            }
        case .districts:
            (count, visible, offset) = (state.districts.count, DistrictsLayout(body: body).visibleAreas, 0)
        case .search:
            (count, visible, offset) = (state.found.count, SearchLayout(body: body).results.rows, 0)
        case .overview:
            let layout = OverviewLayout(state)
            guard layout.isTable else { return nil }
            count = state.tabCount - 1
            visible = max(1, body.rows / OverviewTable.rowsPerEntry(in: body, entries: count))
            offset = 0
        case .areas, .filter:
            (count, visible, offset) = (state.items(of: screen).count, ChoiceView.list(body: body).rows, 0)
        case .compare:
            (count, visible, offset) = (state.items(of: screen).count, CompareView.visible(body: body), 0)
        case .indicator, .source, .help, .problems:
            return nil
        }
    }

    /// The first row to show so that the selection is seen.
    func top(of visit: Visit) -> Int {
        ScrollWindow.top(selected: visit.selection - offset, count: count, visible: visible, top: visit.top)
    }
}
