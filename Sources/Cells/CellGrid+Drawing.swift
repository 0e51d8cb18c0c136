extension CellGrid {
    /// Writes a text from a point to the right. Parts outside the grid or the clip are left out.
    ///
    /// Scalars for which `DisplayWidth.isUnsafe` is true become U+FFFD: text from a file cannot control the terminal.
    ///
    /// - Returns: how many columns inside the grid and the clip the text takes.
    @discardableResult
    public mutating func put(_ text: String, at point: Point, style: Style, within clip: Rect? = nil) -> Int {
        let bounds = clip.map { $0.intersection(Rect(size)) } ?? Rect(size)
        guard !bounds.isEmpty, point.row >= bounds.row, point.row < bounds.bottom else { return 0 }
        var column = point.column
        /// Scalars without width, each with the cell that it joins. They are rare and are added at the end.
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

    /// Writes into a row between two columns. A wide character that crosses one of them becomes blank.
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
                // Only the first cell can cover the second half of a character to its left.
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

    /// Blanks the first half of a wide character if `column` is its second half, which is about to be overwritten.
    private static func mendLeft(_ row: UnsafeMutableBufferPointer<Cell>, _ column: Int) {
        if column > 0, row[column].isContinuation { row[column - 1] = .blank(row[column - 1].style) }
    }

    /// Blanks the second half of a wide character at `end` if its first half, one column before, was overwritten.
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

    /// Fills a rectangle with a sign, for rules and frames. Fills it with blanks if the sign is not one column wide.
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
