extension CellGrid {
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
        /// Marks without width, and the characters that they join: rare, and so done last.
        var marks: [(cell: Int, scalar: Unicode.Scalar)] = []
        let start = point.row * size.columns, columns = size.columns
        cells.withUnsafeMutableBufferPointer { cells in
            let row = UnsafeMutableBufferPointer(rebasing: cells[start..<start + columns])
            column = Self.write(text, from: column, style, in: row, bounds.column..<bounds.right) {
                marks.append((start + $0, $1))
            }
        }
        for mark in marks { join(mark.scalar, to: mark.cell) }
        return max(0, min(column, bounds.right) - max(point.column, bounds.column))
    }

    /// Writes into a row between two columns; only blanks where a wide character is cut.
    ///
    /// - Returns: the column after the last character.
    private static func write(
        _ text: String, from first: Int, _ style: Style, in row: UnsafeMutableBufferPointer<Cell>, _ bounds: Range<Int>,
        _ mark: (Int, Unicode.Scalar) -> Void
    ) -> Int {
        var column = first, last: Int?, isMended = false
        for scalar in text.unicodeScalars {
            let width = DisplayWidth.of(scalar), value = DisplayWidth.isUnsafe(scalar) ? 0xFFFD : scalar.value
            if width == 0 {
                if let last { mark(last, scalar) }
                continue
            }
            if column >= bounds.upperBound { break }
            let left = max(column, bounds.lowerBound), right = min(column + width, bounds.upperBound)
            if left < right {
                // What this text cuts off to the left is seen at its first cell, to the right at its last.
                if !isMended { mendLeft(row, left) }
                isMended = true
                if right - left == width {
                    row[column] = Cell(content: value, style: style, width: UInt8(truncatingIfNeeded: width))
                    if width == 2 { row[column + 1] = Cell(content: 0x20, style: style, width: 0) }
                    last = column
                } else {
                    row[left] = .blank(style)
                    last = nil
                }
            } else {
                last = nil
            }
            column += width
        }
        if isMended { mendRight(row, min(column, bounds.upperBound)) }
        return column
    }

    /// Blanks the first half of a wide character whose second half a write from this column on covers.
    private static func mendLeft(_ row: UnsafeMutableBufferPointer<Cell>, _ column: Int) {
        if column > 0, row[column].isContinuation { row[column - 1] = .blank(row[column - 1].style) }
    }

    /// Blanks the second half of a wide character whose first half a write up to this column has covered.
    private static func mendRight(_ row: UnsafeMutableBufferPointer<Cell>, _ end: Int) {
        if end < row.count, row[end].isContinuation { row[end] = .blank(row[end].style) }
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
        forEachRow(of: rect) { row, columns in
            Self.mendLeft(row, columns.lowerBound)
            for column in columns { row[column] = .blank(style) }
            Self.mendRight(row, columns.upperBound)
        }
    }

    /// Writes a sign of one column again and again: rules and frames.
    ///
    /// - Parameter rect: what it fills.
    public mutating func fill(_ rect: Rect, with sign: String, style: Style) {
        guard let scalar = sign.unicodeScalars.first, DisplayWidth.of(sign) == 1, !DisplayWidth.isUnsafe(scalar) else {
            return fill(rect, style: style)
        }
        let cell = Cell(content: scalar.value, style: style, width: 1)
        forEachRow(of: rect) { row, columns in
            Self.mendLeft(row, columns.lowerBound)
            for column in columns { row[column] = cell }
            Self.mendRight(row, columns.upperBound)
        }
    }

    /// Changes how the cells of a rectangle look, not what they hold.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        forEachRow(of: rect) { row, columns in for column in columns { row[column].style = change(row[column].style) } }
    }

    @inline(__always)
    private mutating func forEachRow(of rect: Rect, _ body: (UnsafeMutableBufferPointer<Cell>, Range<Int>) -> Void) {
        let area = rect.intersection(Rect(size)), columns = size.columns
        guard !area.isEmpty else { return }
        cells.withUnsafeMutableBufferPointer { cells in
            for row in area.row..<area.bottom {
                body(
                    UnsafeMutableBufferPointer(rebasing: cells[row * columns..<(row + 1) * columns]),
                    area.column..<area.right)
            }
        }
    }
}
