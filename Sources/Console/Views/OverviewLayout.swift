import Cells

/// The positions of the overview's tiles, or the decision for the table form.
///
/// A tile holds a headline in large digits with its name, period, unit, supporting figures and status, so it needs 34
/// columns and 9 rows. Where tiles of that size do not fit, every topic is one or two rows of a table.
struct OverviewLayout {
    static let smallestTile = Size(columns: 34, rows: 9)

    /// A rectangle for each tab but the overview; empty in the table form.
    let tiles: [Rect]
    /// The sentence for the whole.
    let sentence: [StyledLine]
    /// The rectangle of the sentence.
    let head: Rect
    /// The body below the sentence.
    let body: Rect
    private let count: Int

    init(_ ink: Ink) {
        let whole = Frame(size: ink.state.size).body
        count = ink.state.tabCount - 1
        var rest = whole
        let lines = SentenceLines(ink: ink, columns: whole.columns - (whole.columns >= 60 ? 4 : 0))
            .lines(most: Self.mostLines(in: whole, count: count), limit: max(1, whole.rows / 3))
        head = rest.takeTop(lines.count)
        // A blank line parts it from what is below, where no topic loses a row by it.
        if !lines.isEmpty, rest.rows > Self.rowsWanted(in: whole, count: count) { _ = rest.takeTop(1) }
        sentence = lines
        body = rest
        tiles = Self.tiles(in: rest, count: count)
    }

    /// How many rows the topics want below the sentence: those of the smallest tiles, or two for each in the table
    /// form.
    private static func rowsWanted(in body: Rect, count: Int) -> Int {
        let rows = Set(tiles(in: body, count: count).map(\.row)).count
        return rows == 0 ? 2 * count : rows * smallestTile.rows
    }

    /// How many lines the sentence may take: what the topics leave, at most four or an eighth; where they leave
    /// nothing, an eighth of the body, at least one line.
    private static func mostLines(in body: Rect, count: Int) -> Int {
        let left = body.rows - rowsWanted(in: body, count: count), eighth = max(1, body.rows / 8)
        return left < 1 ? eighth : min(left, max(4, eighth))
    }

    var isTable: Bool { tiles.isEmpty }

    private static func tiles(in body: Rect, count: Int) -> [Rect] {
        guard count > 0 else { return [] }
        var best: (columns: Int, score: Double)?
        for columns in min(2, count)...6 where columns <= count {
            let rows = (count + columns - 1) / columns
            let width = (body.columns - (columns - 1)) / columns
            let height = body.rows / rows
            guard width >= smallestTile.columns, height >= smallestTile.rows else { continue }
            let shape = Double(width) / Double(height)
            let score = abs(shape - 3.6)
            if best.map({ score < $0.score }) ?? true { best = (columns, score) }
        }
        guard let columns = best?.columns else { return [] }
        let rows = (count + columns - 1) / columns
        let heights = shares(of: body.rows, among: rows)
        let widths = shares(of: body.columns - (columns - 1), among: columns)
        var tiles: [Rect] = []
        var top = body.row
        for row in 0..<rows {
            var left = body.column
            for column in 0..<columns where tiles.count < count {
                let isLast = tiles.count == count - 1
                let width = isLast ? body.right - left : widths[column]
                tiles.append(Rect(column: left, row: top, columns: width, rows: heights[row]))
                left += width + 1
            }
            top += heights[row]
        }
        return tiles
    }

    /// Parts that differ by at most one, the larger ones first.
    private static func shares(of total: Int, among count: Int) -> [Int] {
        (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
    }

    /// The next tile in a direction; the same tile where there is none.
    func neighbour(of selection: Int, _ way: Way) -> Int {
        guard !isTable else {
            switch way {
            case .up, .left: return max(0, selection - 1)
            case .down, .right: return min(count - 1, selection + 1)
            }
        }
        guard tiles.indices.contains(selection) else { return 0 }
        let from = tiles[selection]
        let candidates = tiles.indices.filter { index in
            let to = tiles[index]
            switch way {
            case .up: return to.bottom <= from.row
            case .down: return to.row >= from.bottom
            case .left: return to.right <= from.column && to.row == from.row
            case .right: return to.column >= from.right && to.row == from.row
            }
        }
        func distance(_ index: Int) -> Int {
            let to = tiles[index]
            let across = max(0, max(to.column - from.right, from.column - to.right) + 1)
            let down = abs(to.row - from.row)
            let sideways = abs(to.column - from.column)
            return down * 1_000 + across * 10 + sideways
        }
        return candidates.min { distance($0) < distance($1) } ?? selection
    }
}
