/// The heading and the layout of a column.
public struct TableColumn: Sendable {
    /// The heading; empty for none.
    public var title: String
    /// On which side of the column the cells stand.
    public var alignment: Alignment
    /// The least width of a column with a weight, in cells of the screen.
    public var minimum: Int
    /// 0: the column is as wide as its content. Otherwise its share of the width that remains.
    public var weight: Int
    /// If the table is too wide, the column with the smallest number is left out first; nil is never left out.
    public var dropOrder: Int?
    /// How many blank columns come before it.
    public var gap: Int
    /// Whether content that does not fit is replaced by an ellipsis: a part of a number is another number.
    public var isWhole: Bool
    /// Whether the first of two runs is truncated and the second kept, for example an area after an indicator's name.
    public var keepsLastRun: Bool

    /// A column that by default is as wide as its content and is never left out.
    public init(
        title: String, alignment: Alignment, minimum: Int, weight: Int = 0, dropOrder: Int? = nil, gap: Int = 0,
        isWhole: Bool = false,
        keepsLastRun: Bool = false
    ) {
        self.title = title
        self.alignment = alignment
        self.minimum = minimum
        self.weight = weight
        self.dropOrder = dropOrder
        self.gap = gap
        self.isWhole = isWhole
        self.keepsLastRun = keepsLastRun
    }
}

/// The styles of the parts of a table.
public struct TableStyle: Sendable {
    /// The headings.
    public var header: Style
    /// All of the selected row.
    public var selection: Style
    /// The sign before the selected row.
    public var marker: String
    /// The style of that sign.
    public var markerStyle: Style
    /// The signs for hidden rows.
    public var scroll: Style
    /// The glyph set of the ellipsis and of the signs for hidden rows.
    public var glyphs: Glyphs

    /// One style for each part.
    public init(header: Style, selection: Style, marker: String, markerStyle: Style, scroll: Style, glyphs: Glyphs) {
        self.header = header
        self.selection = selection
        self.marker = marker
        self.markerStyle = markerStyle
        self.scroll = scroll
        self.glyphs = glyphs
    }
}

/// A table of which a window of rows is visible. The first column of its rectangle is reserved for the marker of the
/// selected row, the last one for the signs for hidden rows.
public struct TableView: Sendable {
    /// The columns from left to right.
    public var columns: [TableColumn]
    /// The content by row and column, each cell as runs.
    public var rows: [[[TextRun]]]
    /// The number of the selected row; nil for none.
    public var selected: Int?
    /// The number of the first visible row.
    public var top: Int
    /// The styles of its parts.
    public var style: TableStyle
    /// The width of the content of each column, headings included; nil if `rows` are to be measured.
    private let measured: [Int]?
    private let part: Written?
    private var written: Written { part ?? Written(first: 0, count: rows.count) }

    /// Which part of a long list `rows` holds. Row numbers count in the whole list.
    public struct Written: Sendable {
        /// The number of the first row in `rows`.
        public var first: Int
        /// How many rows the whole list has.
        public var count: Int

        /// The rows from `first` on, of `count` in all.
        public init(first: Int, count: Int) {
            self.first = first
            self.count = count
        }
    }

    /// A table of which all rows are given, or with `written` a part of them.
    ///
    /// - Parameters:
    ///   - contentWidths: the width of the content of each column, headings included; nil measures `rows`.
    ///   - written: which part of the list `rows` is; nil for the whole.
    public init(
        columns: [TableColumn], rows: [[[TextRun]]], selected: Int?, top: Int, style: TableStyle,
        contentWidths: [Int]? = nil, written: Written? = nil
    ) {
        self.columns = columns
        self.rows = rows
        self.selected = selected
        self.top = top
        self.style = style
        measured = contentWidths
        part = written
    }

    /// The width of the rectangle in which nothing is truncated and no column is left out.
    public var naturalWidth: Int { Self.naturalWidth(of: columns, contentWidths) }

    /// The same for given widths of the content, one for each column.
    public static func naturalWidth(of columns: [TableColumn], _ content: [Int]) -> Int {
        var width = 2
        for (index, column) in columns.enumerated() where content[index] > 0 { width += content[index] + column.gap }
        return width
    }

    private var contentWidths: [Int] {
        if let measured { return measured }
        var widths = columns.map { DisplayWidth.of($0.title) }
        for row in rows {
            for index in 0..<min(row.count, widths.count) { widths[index] = max(widths[index], Self.width(row[index])) }
        }
        return widths
    }

    private var hasHeader: Bool { columns.contains { !$0.title.isEmpty } }

    /// The width of each column in a rectangle that is `total` wide; nil for a column that is left out.
    ///
    /// All of `rows` are measured, not only the visible ones, so that the columns keep their places while scrolling.
    public func widths(in total: Int) -> [Int?] {
        let room = max(0, total - 2)
        let content = contentWidths
        func needed(_ index: Int) -> Int {
            let column = columns[index]
            return column.gap + (column.weight > 0 ? min(content[index], column.minimum) : content[index])
        }
        // A column without content takes neither width nor gap.
        var kept = columns.indices.filter { content[$0] > 0 || columns[$0].weight > 0 }
        while kept.reduce(0, { $0 + needed($1) }) > room,
            let victim = kept.filter({ columns[$0].dropOrder != nil }).min(by: {
                (columns[$0].dropOrder ?? 0) < (columns[$1].dropOrder ?? 0)
            })
        {
            kept.removeAll { $0 == victim }
        }
        // A dropped column comes back if it fits after a wider one was dropped too. Columns that are dropped last are
        // tried first.
        let dropped = columns.indices.filter { content[$0] > 0 && !kept.contains($0) }
        for index in dropped.sorted(by: { (columns[$0].dropOrder ?? 0) > (columns[$1].dropOrder ?? 0) })
        where kept.reduce(needed(index), { $0 + needed($1) }) <= room {
            kept = (kept + [index]).sorted()
        }
        var widths = [Int?](repeating: nil, count: columns.count)
        var left = room
        for index in kept where columns[index].weight == 0 {
            widths[index] = max(0, min(content[index], left - columns[index].gap))
            left -= columns[index].gap + (widths[index] ?? 0)
        }
        let flexible = kept.filter { columns[$0].weight > 0 }
        for index in flexible {
            let base = max(0, min(content[index], columns[index].minimum, left - columns[index].gap))
            widths[index] = base
            left -= columns[index].gap + base
        }
        var weights = flexible.reduce(0) { $0 + columns[$1].weight }
        for index in flexible {
            let share = max(0, left) * columns[index].weight / weights
            widths[index] = (widths[index] ?? 0) + share
            left -= share
            weights -= columns[index].weight
        }
        // A column of width 0 takes no gap either.
        return widths.map { $0 == 0 ? nil : $0 }
    }

    private static func width(_ runs: [TextRun]) -> Int {
        var width = 0
        for run in runs { width += DisplayWidth.of(run.text) }
        return width
    }

    /// Draws headings and visible rows.
    ///
    /// - Parameter given: the widths of another table, to align with its columns; nil computes them.
    public func draw(in grid: inout CellGrid, _ rect: Rect, widths given: [Int?]? = nil) {
        guard !rect.isEmpty else { return }
        let widths = given ?? widths(in: rect.columns)
        var rest = rect
        if hasHeader { drawHeader(in: &grid, rest.takeTop(1), widths) }
        for offset in 0..<max(0, min(rest.rows, written.count - top))
        where rows.indices.contains(top + offset - written.first) {
            let line = Rect(column: rest.column, row: rest.row + offset, columns: rest.columns, rows: 1)
            drawRow(rows[top + offset - written.first], top + offset == selected, in: &grid, line, widths)
        }
        guard !rest.isEmpty else { return }
        let edge = rest.right - 1
        let isMoreBelow = top + rest.rows < written.count
        if top > 0, isMoreBelow, rest.rows == 1 {
            grid.put(style.glyphs.moreOnBothSides, at: Point(column: edge, row: rest.row), style: style.scroll)
            return
        }
        if top > 0 { grid.put(style.glyphs.moreAbove, at: Point(column: edge, row: rest.row), style: style.scroll) }
        if isMoreBelow {
            grid.put(style.glyphs.moreBelow, at: Point(column: edge, row: rest.bottom - 1), style: style.scroll)
        }
    }

    private func drawHeader(in grid: inout CellGrid, _ rect: Rect, _ widths: [Int?]) {
        for (index, cell) in cells(rect, widths) {
            if !columns[index].title.isEmpty {
                put(
                    [TextRun(columns[index].title, style.header)],
                    TableColumn(title: "", alignment: columns[index].alignment, minimum: 0), in: &grid, cell)
            }
        }
    }

    private func drawRow(
        _ row: [[TextRun]], _ isSelected: Bool, in grid: inout CellGrid, _ rect: Rect, _ widths: [Int?]
    ) {
        if isSelected {
            grid.fill(rect, style: style.selection)
            grid.put(
                style.marker, at: Point(column: rect.column, row: rect.row), style: style.markerStyle, within: rect)
        }
        let cells = cells(rect, widths)
        for (number, (index, cell)) in cells.enumerated() where row.indices.contains(index) {
            var room = cell
            if columns[index].alignment == .leading, Self.width(row[index]) > cell.columns {
                room.columns = max(cell.columns, blank(after: number, cells, row, rect) - cell.column)
            }
            put(row[index], columns[index], in: &grid, room, as: isSelected ? style.selection : nil)
        }
    }

    /// The screen column up to which a row is blank after a cell, one blank before the next text left out. A long text
    /// uses blanks of its neighbours before it is cut.
    private func blank(
        after number: Int, _ cells: [(index: Int, cell: Rect)], _ row: [[TextRun]], _ rect: Rect
    ) -> Int {
        for (index, cell) in cells[(number + 1)...] where row.indices.contains(index) {
            let width = Self.width(row[index])
            guard width > 0 else { continue }
            let isTrailing = columns[index].alignment == .trailing
            return (isTrailing ? max(cell.column, cell.right - width) : cell.column) - min(1, columns[index].gap)
        }
        return rect.right - 1
    }

    /// The cells of the shown columns in a row.
    private func cells(_ rect: Rect, _ widths: [Int?]) -> [(index: Int, cell: Rect)] {
        var column = rect.column + 1
        return widths.enumerated().compactMap { index, width in
            guard let width, width > 0 else { return nil }
            column += columns[index].gap
            defer { column += width }
            return (index, Rect(column: column, row: rect.row, columns: width, rows: 1))
        }
    }

    /// Draws runs in a cell by the alignment and the rules of the column; what does not fit is truncated.
    ///
    /// - Parameter selection: replaces the style of all runs.
    private func put(
        _ given: [TextRun], _ column: TableColumn, in grid: inout CellGrid, _ cell: Rect, as selection: Style? = nil
    ) {
        guard !given.isEmpty else { return }
        var runs = given, total = Self.width(runs)
        if total > cell.columns {
            if column.keepsLastRun, runs.count == 2 {
                let room = cell.columns - DisplayWidth.of(runs[1].text)
                if room >= 4 { runs[0].text = TextLayout.truncate(runs[0].text, to: room, sign: style.glyphs.ellipsis) }
            } else if column.isWhole {
                runs = [TextRun(style.glyphs.ellipsis, runs[0].style)]
            }
            total = Self.width(runs)
        }
        var left = cell.column
        if total < cell.columns {
            switch column.alignment {
            case .leading: break
            case .trailing: left += cell.columns - total
            case .centre: left += (cell.columns - total) / 2
            }
        }
        func draw(_ text: String, _ style: Style) {
            left += grid.put(text, at: Point(column: left, row: cell.row), style: selection ?? style, within: cell)
        }
        if total <= cell.columns {
            for run in runs { draw(run.text, run.style) }
            return
        }
        let sign = style.glyphs.ellipsis
        let end = cell.right - DisplayWidth.of(sign)
        for run in runs {
            let shown = TextLayout.prefix(of: run.text, columns: end - left)
            draw(shown, run.style)
            if shown.utf8.count < run.text.utf8.count || left >= end {
                draw(sign, run.style)
                return
            }
        }
    }

    /// The number of the row drawn at a point; nil for the headings and outside the rows.
    public func row(at point: Point, in rect: Rect) -> Int? {
        guard rect.contains(point) else { return nil }
        let index = point.row - rect.row - (hasHeader ? 1 : 0) + top
        return point.row - rect.row >= (hasHeader ? 1 : 0) && (0..<written.count).contains(index) ? index : nil
    }
}
