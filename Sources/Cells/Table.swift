/// A column of a table.
public struct TableColumn: Sendable {
    public var title: String
    public var alignment: Alignment
    /// The least width with which the column still says something.
    public var minimum: Int
    /// 0: as wide as its content. More: takes that share of what is left over.
    public var weight: Int
    /// The smallest gives way first where there is no room; nil never does.
    public var dropOrder: Int?
    /// Blanks before the column.
    public var gap: Int
    /// Whether a cell is shown whole or not at all: a part of a number is another number.
    public var isWhole: Bool
    /// Whether of two runs the first is cut where there is no room: an area's name after an indicator's says whose it
    /// is.
    public var keepsLastRun: Bool

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

/// How the parts of a table look.
public struct TableStyle: Sendable {
    public var header: Style
    /// Background and foreground of the selected row.
    public var selection: Style
    /// The sign before the selected row.
    public var marker: String
    public var markerStyle: Style
    /// The signs that rows are hidden.
    public var scroll: Style
    public var glyphs: Glyphs

    public init(header: Style, selection: Style, marker: String, markerStyle: Style, scroll: Style, glyphs: Glyphs) {
        self.header = header
        self.selection = selection
        self.marker = marker
        self.markerStyle = markerStyle
        self.scroll = scroll
        self.glyphs = glyphs
    }
}

/// Rows and columns with a scrolling window. The first column of the rectangle is kept for the selection's marker, the
/// last for the signs that there is more above or below.
public struct TableView: Sendable {
    public var columns: [TableColumn]
    /// Row, column, runs.
    public var rows: [[[TextRun]]]
    public var selected: Int?
    /// The first row shown.
    public var top: Int
    public var style: TableStyle
    /// How wide the content of each column is, headings included, where that is known; else it is measured.
    private let measured: [Int]?
    private let part: Written?
    private var written: Written { part ?? Written(first: 0, count: rows.count) }

    /// Which rows of how many are there, where not all are: those that are seen.
    public struct Written: Sendable {
        public var first: Int
        public var count: Int

        public init(first: Int, count: Int) {
            self.first = first
            self.count = count
        }
    }

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

    /// The width at which nothing is cut and no column gives way.
    public var naturalWidth: Int { Self.naturalWidth(of: columns, contentWidths) }

    /// The same where the widths of the content are known.
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

    /// The width of each column in a rectangle so wide; nil for a column that gave way.
    ///
    /// Content counts over all rows, so that scrolling does not shake the columns.
    public func widths(in total: Int) -> [Int?] {
        let room = max(0, total - 2)
        let content = contentWidths
        func needed(_ index: Int) -> Int {
            let column = columns[index]
            return column.gap + (column.weight > 0 ? min(content[index], column.minimum) : content[index])
        }
        // A column without content takes no room and no gap.
        var kept = columns.indices.filter { content[$0] > 0 || columns[$0].weight > 0 }
        while kept.reduce(0, { $0 + needed($1) }) > room,
            let victim = kept.filter({ columns[$0].dropOrder != nil }).min(by: {
                (columns[$0].dropOrder ?? 0) < (columns[$1].dropOrder ?? 0)
            })
        {
            kept.removeAll { $0 == victim }
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
        // What got nothing takes no gap either.
        return widths.map { $0 == 0 ? nil : $0 }
    }

    private static func width(_ runs: [TextRun]) -> Int {
        var width = 0
        for run in runs { width += DisplayWidth.of(run.text) }
        return width
    }

    /// Draws header and rows; with widths of a larger table, to stay in its columns.
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
        forEachColumn(rect, widths) { index, place in
            if !columns[index].title.isEmpty {
                put(
                    [TextRun(columns[index].title, style.header)],
                    TableColumn(title: "", alignment: columns[index].alignment, minimum: 0), in: &grid, place)
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
        forEachColumn(rect, widths) { index, place in
            guard row.indices.contains(index) else { return }
            put(row[index], columns[index], in: &grid, place, as: isSelected ? style.selection : nil)
        }
    }

    private func forEachColumn(_ rect: Rect, _ widths: [Int?], _ body: (Int, Rect) -> Void) {
        var column = rect.column + 1
        for (index, width) in widths.enumerated() {
            guard let width else { continue }
            column += columns[index].gap
            let place = Rect(column: column, row: rect.row, columns: width, rows: 1)
            if width > 0 { body(index, place) }
            column += width
        }
    }

    /// Puts runs on their side of a place, the last that does not fit cut with a sign; all in one style where one is
    /// given.
    private func put(
        _ given: [TextRun], _ column: TableColumn, in grid: inout CellGrid, _ place: Rect, as selection: Style? = nil
    ) {
        guard !given.isEmpty else { return }
        var runs = given, total = Self.width(runs)
        if total > place.columns {
            if column.keepsLastRun, runs.count == 2 {
                let room = place.columns - DisplayWidth.of(runs[1].text)
                if room >= 4 { runs[0].text = TextLayout.truncate(runs[0].text, to: room, sign: style.glyphs.ellipsis) }
            } else if column.isWhole {
                runs = [TextRun(style.glyphs.ellipsis, runs[0].style)]
            }
            total = Self.width(runs)
        }
        var left = place.column
        if total < place.columns {
            switch column.alignment {
            case .leading: break
            case .trailing: left += place.columns - total
            case .centre: left += (place.columns - total) / 2
            }
        }
        func draw(_ text: String, _ style: Style) {
            left += grid.put(text, at: Point(column: left, row: place.row), style: selection ?? style, within: place)
        }
        if total <= place.columns {
            for run in runs { draw(run.text, run.style) }
            return
        }
        let sign = style.glyphs.ellipsis
        let end = place.right - DisplayWidth.of(sign)
        for run in runs {
            let shown = TextLayout.prefix(of: run.text, columns: end - left)
            draw(shown, run.style)
            if shown.utf8.count < run.text.utf8.count || left >= end {
                draw(sign, run.style)
                return
            }
        }
    }

    /// The row that stands at a place; nil outside the rows.
    public func row(at point: Point, in rect: Rect) -> Int? {
        guard rect.contains(point) else { return nil }
        let index = point.row - rect.row - (hasHeader ? 1 : 0) + top
        return point.row - rect.row >= (hasHeader ? 1 : 0) && (0..<written.count).contains(index) ? index : nil
    }
}
