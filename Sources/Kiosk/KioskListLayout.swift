import Cells

/// The position of every part of a page that is a list, shared by drawing and touches: a heading, at most six rows, and
/// the buttons back and language below them.
struct KioskListLayout: Hashable {
    private static let footRows = 3, mostRowsOfRow = 5

    /// Title, date and time; empty on a low screen.
    let title: Rect
    /// What the list is of.
    let heading: Rect
    /// One for each row of the list.
    let rows: [Rect]
    /// What has to be said, and how to use the page.
    let notice: Rect
    let ask: Rect
    let back: Rect
    let language: Rect

    init(size: Size, rows count: Int, heading headingRows: Int = 1) {
        var rest = Rect(size)
        let margin = KioskLayout.margin(size), inset = size.columns >= 60 ? 4 : size.columns >= 30 ? 1 : 0
        // A row of the list needs one row of the screen, with the title and the foot three each.
        let spare = size.rows - count - headingRows
        let foot = spare >= Self.footRows ? Self.footRows : 1
        var bottom = rest.takeBottom(foot).inset(columns: margin, rows: 0)
        language = bottom.takeRight(KioskLayout.languageColumns(size))
        _ = bottom.takeRight(1)
        back = bottom.takeRight(KioskLayout.languageColumns(size))
        _ = bottom.takeRight(1)
        // 7 问谁·在做什么 needs a column at either side.
        ask = bottom.takeRight(size.columns >= 100 ? 20 : KioskLayout.languageColumns(size))
        _ = bottom.takeRight(1)
        if size.columns >= 78 {
            notice = bottom.inset(columns: max(0, inset - margin), rows: 0)
        } else {
            notice = rest.takeBottom(spare > foot ? 1 : 0).inset(columns: inset, rows: 0)
        }
        title = rest.takeTop(size.rows >= 18 ? 1 : 0).inset(columns: inset, rows: 0)
        if rest.rows > 3 * count + headingRows, size.rows >= 18 { _ = rest.takeTop(1) }
        heading = rest.takeTop(headingRows).inset(columns: inset, rows: 0)
        let height = count == 0 ? 0 : min(Self.mostRowsOfRow, max(1, rest.rows / count))
        // What is left parts them from the heading; the rows stay together.
        _ = rest.takeTop(min(1, max(0, rest.rows - height * count)))
        rows = (0..<count).map { _ in rest.takeTop(height).inset(columns: margin, rows: 0) }
    }
}
