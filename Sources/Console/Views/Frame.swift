import Cells

/// The positions of title, tabs, body and footer. Where rows are few, these are dropped in this order: the blank lines,
/// the tabs, the footer, the title. The body always remains.
struct Frame: Hashable {
    var title = Rect(column: 0, row: 0, columns: 0, rows: 0)
    var tabs = Rect(column: 0, row: 0, columns: 0, rows: 0)
    var body: Rect
    var footer = Rect(column: 0, row: 0, columns: 0, rows: 0)

    init(size: Size) {
        var rest = Rect(size)
        if size.rows >= 3 { title = rest.takeTop(1) }
        if size.rows >= 8 { tabs = rest.takeTop(1) }
        if size.rows >= 4 { footer = rest.takeBottom(1) }
        if size.rows >= 18 { _ = rest.takeTop(1) }
        if size.rows >= 22 { _ = rest.takeBottom(1) }
        body = size.columns >= 60 ? rest.inset(columns: 1, rows: 0) : rest
    }
}
