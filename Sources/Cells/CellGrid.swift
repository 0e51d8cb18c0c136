/// A whole screen as a value: what every cell holds, and where the cursor stands.
///
/// No character is ever halved: a wide one that does not fit becomes blanks, and whatever overwrites one half of a wide
/// character blanks the other.
public struct CellGrid: Equatable, Sendable {
    public let size: Size
    /// Where the terminal's own cursor is to stand; nil hides it.
    public var caret: Point?
    private var cells: [Cell]
    /// Characters of more than one scalar.
    private var clusters: [[Unicode.Scalar]] = []

    /// A blank screen.
    public init(size: Size, style: Style = .plain) {
        self.size = size
        cells = Array(repeating: .blank(style), count: size.columns * size.rows)
    }

    /// What stands in a cell; a blank outside the grid.
    public subscript(_ point: Point) -> Cell {
        contains(point) ? cells[point.row * size.columns + point.column] : .blank(.plain)
    }

    /// The character of a cell; empty for the second half of a wide one and outside the grid.
    public func text(at point: Point) -> String {
        guard contains(point) else { return "" }
        let cell = self[point]
        if cell.isContinuation { return "" }
        var text = ""
        for scalar in scalars(of: cell) { text.unicodeScalars.append(scalar) }
        return text
    }

    /// The scalars of a lead cell, the base first.
    public func scalars(of cell: Cell) -> [Unicode.Scalar] {
        if cell.content & Cell.clusterBit != 0 { return clusters[Int(cell.content & ~Cell.clusterBit)] }
        return [Unicode.Scalar(cell.content) ?? " "]
    }

    /// The only scalar of a cell without an array for it; nil for a character of several.
    public func singleScalar(of cell: Cell) -> UInt32? {
        cell.content & Cell.clusterBit == 0 ? cell.content : nil
    }

    /// Gives all the cells of a row at once, for a driver.
    public func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
        cells.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[row * size.columns..<(row + 1) * size.columns])) }
    }

    /// Whether a cell holds the same character as one of another grid; a character of several scalars is looked at in both.
    public func isSame(_ cell: Cell, as other: Cell, of grid: CellGrid) -> Bool {
        if cell.content & other.content & Cell.clusterBit == 0 { return cell.content == other.content }
        return scalars(of: cell) == grid.scalars(of: other)
    }

    /// Whether a row is the same here as in another grid of the same size.
    public func row(_ row: Int, equals other: CellGrid) -> Bool {
        guard size == other.size else { return false }
        let range = row * size.columns..<(row + 1) * size.columns
        return cells.withUnsafeBufferPointer { mine in
            other.cells.withUnsafeBufferPointer { theirs in
                for index in range {
                    if mine[index] == theirs[index], mine[index].content & Cell.clusterBit == 0 { continue }
                    // The place in the table of clusters is no part of what is shown.
                    guard mine[index].style == theirs[index].style, mine[index].width == theirs[index].width,
                        scalars(of: mine[index]) == other.scalars(of: theirs[index])
                    else { return false }
                }
                return true
            }
        }
    }

    private func contains(_ point: Point) -> Bool {
        point.column >= 0 && point.row >= 0 && point.column < size.columns && point.row < size.rows
    }

    /// Whether a cell holds nothing but a blank.
    public func isBlank(_ point: Point) -> Bool {
        let cell = self[point]
        return cell.content == 0x20 && !cell.isContinuation
    }

    /// A row as runs of equal style, from a column on, blanks at the end left out.
    public func runs(ofRow row: Int) -> [TextRun] {
        var runs: [TextRun] = []
        for column in 0..<size.columns {
            let cell = self[Point(column: column, row: row)]
            if cell.isContinuation { continue }
            let text = text(at: Point(column: column, row: row))
            if let last = runs.last, last.style == cell.style {
                runs[runs.count - 1].text += text
            } else {
                runs.append(TextRun(text, cell.style))
            }
        }
        while let last = runs.last, last.text.allSatisfy({ $0 == " " }), last.style.background == runs.first?.style.background { runs.removeLast() }
        return runs
    }

    // MARK: Drawing

    /// Writes a text from a place to the right, never outside the grid or the clip.
    ///
    /// Controls, escapes, bidi marks and other unsafe characters become U+FFFD, so that text from a file stays data.
    ///
    /// - Returns: how many columns the text takes, those outside the clip not counted.
    @discardableResult
    public mutating func put(_ text: String, at point: Point, style: Style, within clip: Rect? = nil) -> Int {
        let bounds = clip.map { $0.intersection(Rect(size)) } ?? Rect(size)
        guard !bounds.isEmpty, point.row >= bounds.row, point.row < bounds.bottom else { return 0 }
        var column = point.column
        var last: Int?
        for scalar in text.unicodeScalars {
            let isUnsafe = DisplayWidth.isUnsafe(scalar)
            let width = isUnsafe ? 1 : DisplayWidth.of(scalar)
            if width == 0 {
                if let last { join(scalar, to: last) }
                continue
            }
            if column >= bounds.right { break }
            last = place(isUnsafe ? 0xFFFD : scalar.value, width, column, point.row, style, bounds)
            column += width
        }
        return max(0, min(column, bounds.right) - max(point.column, bounds.column))
    }

    /// Writes one character and returns where it stands, or nil where only blanks could be written.
    private mutating func place(
        _ value: UInt32, _ width: Int, _ column: Int, _ row: Int, _ style: Style, _ bounds: Rect
    ) -> Int? {
        let first = max(column, bounds.column), end = min(column + width, bounds.right)
        guard first < end else { return nil }
        mend(row, first, end)
        let start = row * size.columns
        if first == column && end == column + width {
            cells[start + column] = Cell(content: value, style: style, width: UInt8(width))
            if width == 2 { cells[start + column + 1] = Cell(content: 0x20, style: style, width: 0) }
            return start + column
        }
        for place in first..<end { cells[start + place] = .blank(style) }
        return nil
    }

    /// Blanks the other halves of wide characters that a write to these columns would cut.
    private mutating func mend(_ row: Int, _ first: Int, _ end: Int) {
        let start = row * size.columns
        if first > 0, cells[start + first].isContinuation {
            cells[start + first - 1] = .blank(cells[start + first - 1].style)
        }
        if end < size.columns, cells[start + end].isContinuation {
            cells[start + end] = .blank(cells[start + end].style)
        }
    }

    /// How many scalars ncurses keeps in one cell (CCHARW_MAX).
    private static let longestCluster = 5

    private mutating func join(_ scalar: Unicode.Scalar, to index: Int) {
        var cluster = scalars(of: cells[index])
        guard cluster.count < Self.longestCluster else { return }
        cluster.append(scalar)
        cells[index].content = Cell.clusterBit | UInt32(clusters.count)
        clusters.append(cluster)
    }

    /// Fills a rectangle with blanks in a style.
    public mutating func fill(_ rect: Rect, style: Style) {
        let area = rect.intersection(Rect(size))
        guard !area.isEmpty else { return }
        for row in area.row..<area.bottom {
            mend(row, area.column, area.right)
            for column in area.column..<area.right { cells[row * size.columns + column] = .blank(style) }
        }
    }

    /// Changes how the cells of a rectangle look, not what they hold.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = rect.intersection(Rect(size))
        guard !area.isEmpty else { return }
        for row in area.row..<area.bottom {
            for column in area.column..<area.right {
                let index = row * size.columns + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    // MARK: Reading

    /// The text of every row, trailing blanks cut.
    public func lines() -> [String] {
        (0..<size.rows).map { row in
            var line = ""
            for column in 0..<size.columns { line += text(at: Point(column: column, row: row)) }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// One letter for the style of every column of every row.
    public func styleLines(_ letter: (Style) -> Character) -> [String] {
        (0..<size.rows).map { row in
            String((0..<size.columns).map { letter(self[Point(column: $0, row: row)].style) })
        }
    }

    /// Equal where every cell shows the same; how a character of several scalars is stored does not matter.
    public static func == (left: CellGrid, right: CellGrid) -> Bool {
        left.size == right.size && left.caret == right.caret
            && (0..<left.size.rows).allSatisfy { left.row($0, equals: right) }
    }
}
