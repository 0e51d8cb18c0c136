/// A position on the screen, in cells from the upper left corner, which is (0, 0).
public struct Point: Hashable, Sendable {
    /// Cells from the left edge.
    public var column: Int
    /// Cells from the upper edge.
    public var row: Int

    /// A position; negative values lie outside the screen.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A width and a height in cells.
public struct Size: Hashable, Sendable {
    /// The width in cells.
    public var columns: Int
    /// The height in cells.
    public var rows: Int

    /// A negative width or height counts as 0.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
    /// The leftmost column.
    public var column: Int
    /// The uppermost row.
    public var row: Int
    /// The width in cells.
    public var columns: Int
    /// The height in cells.
    public var rows: Int

    /// A negative width or height counts as 0.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The rectangle of a whole screen.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// The first column to the right of the rectangle.
    public var right: Int { column + columns }
    /// The first row below the rectangle.
    public var bottom: Int { row + rows }
    /// Whether it contains no cell.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// The rectangle without `dx` columns at the left and right and `dy` rows at the top and bottom; empty if they are
    /// too many.
    public func inset(columns dx: Int, rows dy: Int) -> Rect {
        Rect(
            column: column + min(dx, columns / 2), row: row + min(dy, rows / 2), columns: columns - 2 * dx,
            rows: rows - 2 * dy)
    }

    /// The cells that lie in both; empty if there are none.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column), top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
    }

    /// Whether the cell at a point belongs to the rectangle.
    public func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < right && point.row >= row && point.row < bottom
    }

    /// Removes `count` rows at the top, or all if there are fewer, and returns them.
    public mutating func takeTop(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        defer {
            row += taken
            rows -= taken
        }
        return Rect(column: column, row: row, columns: columns, rows: taken)
    }

    /// Removes `count` rows at the bottom, or all if there are fewer, and returns them.
    public mutating func takeBottom(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        rows -= taken
        return Rect(column: column, row: row + rows, columns: columns, rows: taken)
    }

    /// Removes `count` columns at the left, or all if there are fewer, and returns them.
    public mutating func takeLeft(_ count: Int) -> Rect {
        let taken = min(max(0, count), columns)
        defer {
            column += taken
            columns -= taken
        }
        return Rect(column: column, row: row, columns: taken, rows: rows)
    }

    /// Removes `count` columns at the right, or all if there are fewer, and returns them.
    public mutating func takeRight(_ count: Int) -> Rect {
        let taken = min(max(0, count), columns)
        columns -= taken
        return Rect(column: column + columns, row: row, columns: taken, rows: rows)
    }
}
