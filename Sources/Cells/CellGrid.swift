/// A whole screen as a value: its cells, row by row, and the position of the cursor.
///
/// It never contains half a character: a wide one that does not fit becomes blanks, and overwriting one half of a wide
/// character blanks the other half.
public struct CellGrid: Equatable, Sendable {
    /// Columns and rows; fixed for the life of the grid.
    public let size: Size
    /// The position of the terminal's cursor; nil hides it.
    public var caret: Point?
    @usableFromInline var cells: [Cell]
    /// The scalars of characters of more than one scalar; cells refer to them by index.
    var clusters: [[Unicode.Scalar]] = []

    /// A grid of blanks in one style.
    public init(size: Size, style: Style = .plain) {
        self.size = size
        cells = Array(repeating: .blank(style), count: size.columns * size.rows)
    }

    /// The cell at a point; a blank outside the grid.
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

    /// The scalars of the character in a cell of this grid, the base first.
    public func scalars(of cell: Cell) -> [Unicode.Scalar] {
        if cell.content & Cell.clusterBit != 0 { return clusters[Int(cell.content & ~Cell.clusterBit)] }
        return [Unicode.Scalar(cell.content) ?? " "]
    }

    /// Calls `body` with all cells of a row, without copying them.
    ///
    /// - Parameter row: must be inside the grid.
    @inlinable
    public func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
        cells.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[row * size.columns..<(row + 1) * size.columns]))
        }
    }

    /// The columns of a row, whole characters, outside which it is the same as in another grid; nil where all of it is.
    ///
    /// - Parameter other: nil for a grid of which nothing is known.
    public func columnsThatDiffer(inRow row: Int, from other: CellGrid?) -> Range<Int>? {
        // Cells of several scalars are indices into `clusters`, which cannot be compared.
        guard let other, size == other.size, clusters.isEmpty, other.clusters.isEmpty else { return 0..<size.columns }
        return withRow(row) { own in
            other.withRow(row) { theirs in
                guard var first = own.indices.first(where: { own[$0] != theirs[$0] }),
                    var last = own.indices.last(where: { own[$0] != theirs[$0] })
                else { return nil }
                while own[first].isContinuation { first -= 1 }
                while last + 1 < own.count, own[last + 1].isContinuation { last += 1 }
                return first..<last + 1
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

    /// A row as runs of equal style. Blank runs at its end are left out if their background is that of the first run.
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
        while let last = runs.last, last.text.allSatisfy({ $0 == " " }),
            last.style.background == runs.first?.style.background
        { runs.removeLast() }
        return runs
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
            && zip(left.cells, right.cells).allSatisfy { one, two in
                (one.content | two.content) & Cell.clusterBit == 0
                    ? one == two : one.look == two.look && left.scalars(of: one) == right.scalars(of: two)
            }
    }
}
