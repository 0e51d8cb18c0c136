/// A place on the screen: columns and rows count from 0, the origin is the upper left corner.
public struct Point: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// How large something is, in columns and rows.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A rectangle of cells; `right` and `bottom` are just outside it.
public struct Rect: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var columns: Int
    public var rows: Int

    /// A negative width or height counts as none.
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

    public var right: Int { column + columns }
    public var bottom: Int { row + rows }
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// What remains when so much is taken off on each side.
    public func inset(columns dx: Int, rows dy: Int) -> Rect {
        Rect(
            column: column + min(dx, columns / 2), row: row + min(dy, rows / 2), columns: columns - 2 * dx,
            rows: rows - 2 * dy)
    }

    /// What lies in both.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column), top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
    }

    public func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < right && point.row >= row && point.row < bottom
    }

    /// Cuts off the top rows, at most what is there, and returns them.
    public mutating func takeTop(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        defer {
            row += taken
            rows -= taken
        }
        return Rect(column: column, row: row, columns: columns, rows: taken)
    }

    /// Cuts off the bottom rows, at most what is there, and returns them.
    public mutating func takeBottom(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        rows -= taken
        return Rect(column: column, row: row + rows, columns: columns, rows: taken)
    }

    /// Cuts off the left columns, at most what is there, and returns them.
    public mutating func takeLeft(_ count: Int) -> Rect {
        let taken = min(max(0, count), columns)
        defer {
            column += taken
            columns -= taken
        }
        return Rect(column: column, row: row, columns: taken, rows: rows)
    }

    /// Cuts off the right columns, at most what is there, and returns them.
    public mutating func takeRight(_ count: Int) -> Rect {
        let taken = min(max(0, count), columns)
        columns -= taken
        return Rect(column: column + columns, row: row, columns: taken, rows: rows)
    }
}
