import Cells

/// The positions of the overview's tiles, or the decision for the table form.
///
/// A tile holds a headline in large digits with its name, period, unit, supporting figures and status, so it needs 34
/// columns and 9 rows. Where tiles of that size do not fit, every topic is one or two rows of a table.
struct OverviewLayout {
    static let smallestTile = Size(columns: 34, rows: 9)

    /// A rectangle for each tab but the overview; empty in the table form.
    let tiles: [Rect]
    /// The body.
    let body: Rect
    private let count: Int

    init(_ state: DashboardState) {
        body = Frame(size: state.size).body
        count = state.tabCount - 1
        tiles = Self.tiles(in: body, count: count)
    }

    var isTable: Bool { tiles.isEmpty }

    private static func tiles(in body: Rect, count: Int) -> [Rect] {
        guard count > 0 else { return [] }
        var best: (columns: Int, score: Double)?
        for columns in 2...6 where columns <= count {
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
