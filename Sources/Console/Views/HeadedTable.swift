import Cells

/// The columns of a list with headings between its rows. The rows are drawn one by one and share their widths.
struct HeadedTable {
    private let table: TableView
    private let widths: [Int?]

    /// At most this number of rows is measured, so that a long list is drawn in time.
    static let mostMeasured = 500

    /// - Parameters:
    ///   - columns: the columns from left to right.
    ///   - rows: the cells of the rows to measure.
    ///   - width: the width of the list.
    init(ink: Ink, columns: [TableColumn], rows: [[[TextRun]]], in width: Int) {
        table = TableView(columns: columns, rows: rows, selected: nil, top: 0, style: ink.tableStyle)
        widths = table.widths(in: width)
    }

    /// Whether there is room for a column.
    func shows(_ column: Int) -> Bool { widths.indices.contains(column) && widths[column] != nil }

    /// Draws the headings of the columns.
    func drawHeader(in grid: inout CellGrid, _ rect: Rect) {
        TableView(columns: table.columns, rows: [], selected: nil, top: 0, style: table.style)
            .draw(in: &grid, rect, widths: widths)
    }

    /// Draws the cells of one row.
    func draw(_ cells: [[TextRun]], in grid: inout CellGrid, _ rect: Rect, isSelected: Bool) {
        var columns = table.columns
        for index in columns.indices { columns[index].title = "" }
        TableView(
            columns: columns, rows: [cells], selected: isSelected ? 0 : nil, top: 0, style: table.style
        ).draw(in: &grid, rect, widths: widths)
    }
}
