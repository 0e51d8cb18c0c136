import Cells

/// The position of every part of a page that is a list, shared by drawing and touches: a heading, at most six rows, and
/// the buttons back and language below them.
struct KioskListLayout: Hashable {
    private static let footRows = 3, mostRowsOfRow = 5, mostRowsWithDigits = 9
    /// A row of at least this many screen rows has its number and its value in large digits.
    static let fewestRowsForDigits = 8
    /// The title has a row of its own on screens of at least this many rows.
    private static let fewestRowsWithTitle = 18
    /// The notice stands beside the buttons on screens of at least this many columns, and above them on others.
    private static let fewestColumnsWithNoticeBeside = 78
    /// The button `ask` has its long name, 7 问谁·在做什么 with a column at either side, on screens of at least this many
    /// columns.
    private static let fewestColumnsWithLongAsk = 100
    private static let longAskColumns = 20

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
        let margin = KioskLayout.margin(size), inset = KioskLayout.textInset(size)
        let hasTitle = size.rows >= Self.fewestRowsWithTitle
        // The foot has its three rows where a row of the screen is left for each row of the list.
        let spare = size.rows - count - headingRows
        let foot = spare >= Self.footRows ? Self.footRows : 1
        var bottom = rest.takeBottom(foot).inset(columns: margin, rows: 0)
        language = bottom.takeRight(KioskLayout.languageColumns(size))
        _ = bottom.takeRight(1)
        back = bottom.takeRight(KioskLayout.languageColumns(size))
        _ = bottom.takeRight(1)
        let isLong = size.columns >= Self.fewestColumnsWithLongAsk
        ask = bottom.takeRight(isLong ? Self.longAskColumns : KioskLayout.languageColumns(size))
        _ = bottom.takeRight(1)
        if size.columns >= Self.fewestColumnsWithNoticeBeside {
            notice = bottom.inset(columns: max(0, inset - margin), rows: 0)
        } else {
            notice = rest.takeBottom(spare > foot ? 1 : 0).inset(columns: inset, rows: 0)
        }
        title = rest.takeTop(hasTitle ? 1 : 0).inset(columns: inset, rows: 0)
        // A blank row below the title, if the rows of the list are still high enough for bands.
        if hasTitle, rest.rows > KioskLayout.bandRows * count + headingRows { _ = rest.takeTop(1) }
        heading = rest.takeTop(headingRows).inset(columns: inset, rows: 0)
        let share = count == 0 ? 0 : max(1, rest.rows / count)
        let height = min(share, share >= Self.fewestRowsForDigits ? Self.mostRowsWithDigits : Self.mostRowsOfRow)
        // What is left parts them from the heading; the rows stay together.
        _ = rest.takeTop(min(1, max(0, rest.rows - height * count)))
        rows = (0..<count).map { _ in rest.takeTop(height).inset(columns: margin, rows: 0) }
    }
}
