import Cells

/// The positions of the parts of a screen with figures and measures: the table of figures, the measures below it and,
/// on a wide screen, the details of the selected row beside them.
struct ListLayout {
    /// From this width on there is room for a second panel.
    static let wide = 100
    /// With fewer rows there are no boxes.
    static let tall = 12

    var list: Rect
    var detail: Rect?
    var isBoxed: Bool
    var figures: Rect
    /// The heading of the measures and their rows; empty where they are not shown.
    var briefs: Rect

    /// - Parameters:
    ///   - figureCount: rows of the table of figures.
    ///   - briefCount: rows of measures.
    ///   - selection: decides which part remains where there is no room for both.
    ///   - fillsBelow: whether the details stand below a short list where there is no room beside it.
    init(
        body: Rect, figureCount: Int, briefCount: Int, selection: Int, hasDetail: Bool,
        fillsBelow: Bool = false
    ) {
        isBoxed = body.columns >= Self.wide && body.rows >= Self.tall
        var rest = body
        if isBoxed && hasDetail {
            list = rest.takeLeft(rest.columns * 63 / 100)
            _ = rest.takeLeft(1)
            detail = rest
        } else {
            // The heading, the rows and a blank line.
            let wanted = figureCount + 2 + (briefCount > 0 ? briefCount + 2 : 0)
            if hasDetail, fillsBelow, body.rows - wanted >= Self.tall {
                list = rest.takeTop(wanted)
                detail = rest
            } else {
                list = rest
                detail = nil
            }
        }
        var inner = isBoxed ? list.inset(columns: 2, rows: 1) : list
        let header = (inner.rows >= 6 || detail != nil) && figureCount > 0 ? 1 : 0
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
    /// Whether the columns have headings.
    var hasHeader: Bool
}

/// The scrolling of the list on a screen.
struct ListGeometry {
    /// The number of rows, and the number of visible rows.
    let count: Int
    let visible: Int
    /// The index of the first row among all that can be selected.
    var offset = 0
    /// The line of each row that can be selected, where headings stand between them.
    var lines: [Int]?

    /// The first row to show so that the selection is visible, and the heading directly above it.
    func top(of visit: Visit) -> Int {
        guard let lines else {
            return ScrollWindow.top(
                selected: visit.selection - offset, count: count, visible: visible, top: visit.top)
        }
        guard lines.indices.contains(visit.selection) else { return 0 }
        let line = lines[visit.selection]
        let top = ScrollWindow.top(selected: line, count: count, visible: visible, top: visit.top)
        let isFirst = visit.selection == 0 || lines[visit.selection - 1] < line - 1
        return isFirst && top == line && visible > 1 ? line - 1 : top
    }
}
