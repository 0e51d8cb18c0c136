/// Dots finer than cells, for curves: 2x4 in a cell of braille, 1x2 in blocks and in ASCII.
public struct DotCanvas: Sendable {
    /// The width in cells.
    public let columns: Int
    /// The height in cells.
    public let rows: Int
    /// How many dots a cell has side by side.
    public let across: Int
    /// How many dots a cell has one above the other.
    public let down: Int
    private let set: Glyphs.Name
    /// One bit for every dot of a cell: row by row, `across` bits a row.
    private var cells: [UInt8]

    /// An empty canvas, its size in cells; a negative size counts as 0. The glyph set decides the dots of a cell.
    public init(columns: Int, rows: Int, glyphs: Glyphs) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        set = glyphs.name
        (across, down) = set == .braille ? (2, 4) : (1, 2)
        cells = Array(repeating: 0, count: self.columns * self.rows)
    }

    /// The width in dots.
    public var width: Int { columns * across }
    /// The height in dots.
    public var height: Int { rows * down }

    /// Sets a dot; outside the canvas nothing happens.
    public mutating func set(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        cells[y / down * columns + x / across] |= bit(x, y)
    }

    /// Whether a dot is set.
    public func isSet(_ x: Int, _ y: Int) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return false }
        return cells[y / down * columns + x / across] & bit(x, y) != 0
    }

    private func bit(_ x: Int, _ y: Int) -> UInt8 { 1 << UInt8(y % down * across + x % across) }

    /// Sets the dots of a straight line (Bresenham 1965), or only each `every`-th of them. A line longer than 100,000
    /// dots is not drawn.
    public mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), every: Int = 1) {
        let dx = abs(end.x - start.x), dy = -abs(end.y - start.y)
        let stepX = start.x < end.x ? 1 : -1, stepY = start.y < end.y ? 1 : -1
        var (x, y) = start, error = dx + dy, count = 0
        // Each dot is visited, also outside the canvas, so the length is limited.
        guard dx <= 100_000, dy >= -100_000 else { return }
        while true {
            if count % max(1, every) == 0 { set(x, y) }
            count += 1
            if x == end.x && y == end.y { return }
            let doubled = 2 * error
            if doubled >= dy {
                error += dy
                x += stepX
            }
            if doubled <= dx {
                error += dx
                y += stepY
            }
        }
    }

    /// The character of a cell; nil where no dot is set.
    public func text(column: Int, row: Int) -> String? {
        let dots = cells[row * columns + column]
        guard dots != 0 else { return nil }
        switch set {
        case .braille: return String(Self.braille(dots))
        case .block: return dots == 3 ? "█" : dots == 1 ? "▀" : "▄"
        case .ascii: return dots == 3 ? ":" : dots == 1 ? "'" : "."
        }
    }

    /// The braille pattern (U+2800) of the dots of a cell. Unicode numbers the upper three dots of the left column
    /// first, then those of the right column, then the lowest row.
    private static func braille(_ dots: UInt8) -> Character {
        let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
        var pattern: UInt32 = 0x2800
        for (index, value) in order.enumerated() where dots & (1 << UInt8(index)) != 0 { pattern |= value }
        return Character(Unicode.Scalar(pattern) ?? " ")
    }

    /// Draws the cells that have dots, with the upper left corner at `point`. Other cells of the grid stay unchanged.
    public func draw(in grid: inout CellGrid, at point: Point, style: Style, within clip: Rect? = nil) {
        for row in 0..<rows {
            for column in 0..<columns {
                guard let text = text(column: column, row: row) else { continue }
                grid.put(
                    text, at: Point(column: point.column + column, row: point.row + row), style: style, within: clip)
            }
        }
    }
}
