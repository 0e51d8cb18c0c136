/// A schematic map 示意图: a grid of cells, each of which belongs to one area or to none. It shows which areas are
/// neighbours, not their sizes.
public struct AreaMap: Hashable, Sendable {
    /// A cell of the map; columns and rows count from 0, the origin is the upper left corner.
    public struct Position: Hashable, Sendable {
        /// The column, from 0 at the left.
        public let column: Int
        /// The row, from 0 at the top.
        public let row: Int

        /// Names a cell; it need not lie on any map.
        public init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    /// The number of columns; 0 for a map without cells.
    public let columns: Int
    /// The number of rows; 0 for a map without cells.
    public let rows: Int
    /// The codes of the areas that have a cell, in the order of their keys.
    public let areas: [String]
    private let letters: [Character]
    /// For each cell, row by row, the index of its area in `areas`; nil outside.
    private let cells: [Int?]
    private let labels: [Position]
    private let shades: [Int]

    /// A map from rows of letters. Any other character is outside all areas, and so are the missing cells of a short
    /// row. The reader of `map.txt` is stricter.
    public init(keys: [(letter: Character, area: String)], rows: [String]) {
        var kept: [(letter: Character, area: String)] = []
        // The letters are few: looking through them is faster than hashing characters.
        for key in keys
        where rows.contains(where: { $0.contains(key.letter) }) && !kept.contains(where: { $0.letter == key.letter }) {
            kept.append(key)
        }
        let letters = kept.map { $0.letter }
        let columns = rows.reduce(0) { max($0, $1.count) }
        let cells = rows.flatMap { row in
            row.map { letters.firstIndex(of: $0) } + Array(repeating: nil, count: columns - row.count)
        }
        self.init(keys: kept, columns: columns, cells: cells)
    }

    /// - Parameters:
    ///   - keys: each letter and area once; each occurs on the map.
    ///   - cells: for each cell, row by row, the index of its key; nil outside.
    package init(keys: [(letter: Character, area: String)], columns: Int, cells: [Int?]) {
        let rows = columns == 0 ? 0 : cells.count / columns
        let field = AreaField(columns: columns, rows: rows, cells: cells, areaCount: keys.count)
        self.columns = columns
        self.rows = rows
        areas = keys.map { $0.area }
        letters = keys.map { $0.letter }
        self.cells = cells
        labels = field.labels
        shades = AreaShades.assign(to: field.neighbours)
    }

    /// The code of the area that a cell belongs to; nil outside all areas and outside the map.
    public subscript(_ column: Int, _ row: Int) -> String? {
        guard column >= 0, row >= 0, column < columns, row < rows else { return nil }
        return cells[row * columns + column].map { areas[$0] }
    }

    /// The letter that stands for an area on the map; nil for one that is not on it.
    public func letter(of code: String) -> Character? { areas.firstIndex(of: code).map { letters[$0] } }

    /// The area that a letter stands for.
    public func area(withLetter letter: Character) -> String? { letters.firstIndex(of: letter).map { areas[$0] } }

    /// The cell in which the letter of an area is drawn: the one farthest from the border. Of several it is the middle
    /// of the longest stretch, which leaves room for a name.
    public func labelCell(of code: String) -> Position? { areas.firstIndex(of: code).map { labels[$0] } }

    /// 0 to 3. Areas that share a border differ wherever four shades suffice, as they do for areas in one piece (Appel
    /// and Haken 1976).
    public func shade(of code: String) -> Int { areas.firstIndex(of: code).map { shades[$0] } ?? 0 }

    /// The columns of the uninterrupted cells of the same area to the left and right of a cell, including its own.
    public func stretch(around position: Position) -> Range<Int> {
        guard let code = self[position.column, position.row] else { return position.column..<position.column }
        var first = position.column, end = position.column + 1
        while self[first - 1, position.row] == code { first -= 1 }
        while self[end, position.row] == code { end += 1 }
        return first..<end
    }
}

/// The cells by the index of their area, and values derived from them.
private struct AreaField {
    let columns: Int
    let rows: Int
    let cells: [Int?]
    let areaCount: Int

    /// The distance of each cell to the nearest cell of another area or outside, in horizontal and vertical steps
    /// (Rosenfeld and Pfaltz 1966).
    private var depths: [Int] {
        var depths = Array(repeating: 1, count: cells.count)
        func depth(_ index: Int, _ other: Int, _ isInside: Bool) -> Int {
            isInside && cells[index] == cells[other] ? depths[other] : 0
        }
        for index in cells.indices {
            let left = depth(index, index - 1, index % columns > 0),
                above = depth(index, index - columns, index >= columns)
            depths[index] = 1 + min(left, above)
        }
        for index in cells.indices.reversed() {
            let right = depth(index, index + 1, index % columns < columns - 1)
            let below = depth(index, index + columns, index + columns < cells.count)
            depths[index] = min(depths[index], 1 + min(right, below))
        }
        return depths
    }

    /// For each area the cell of its letter.
    var labels: [AreaMap.Position] {
        let depths = depths
        var best = Array(repeating: (depth: 0, length: 0, offset: 0, index: 0), count: areaCount)
        for row in 0..<rows {
            var first = row * columns
            let rowEnd = first + columns
            while first < rowEnd {
                let end = cells[first..<rowEnd].firstIndex { $0 != cells[first] } ?? rowEnd
                if let area = cells[first] {
                    for index in first..<end {
                        let offset = -abs(2 * index - (first + end - 1))
                        let (depth, length, old, _) = best[area]
                        if (depths[index], end - first, offset) > (depth, length, old) {
                            best[area] = (depths[index], end - first, offset, index)
                        }
                    }
                }
                first = end
            }
        }
        return best.map { AreaMap.Position(column: $0.index % columns, row: $0.index / columns) }
    }

    /// For each area the areas that it shares an edge with; a common corner does not count.
    var neighbours: [[Int]] {
        var meets = [Bool](repeating: false, count: areaCount * areaCount)
        func meet(_ one: Int?, _ other: Int?) {
            guard let one, let other, one != other else { return }
            meets[one * areaCount + other] = true
            meets[other * areaCount + one] = true
        }
        for index in cells.indices {
            if index % columns > 0 { meet(cells[index - 1], cells[index]) }
            if index >= columns { meet(cells[index - columns], cells[index]) }
        }
        return (0..<areaCount).map { one in (0..<areaCount).filter { meets[one * areaCount + $0] } }
    }
}

/// Assigns four shades so that neighbours differ. The next area is always the one with the fewest shades left (Brélaz
/// 1979); the search backtracks where none is left.
private struct AreaShades {
    static let count = 4
    /// The search gives up after this many steps; a map of areas in several pieces may need a fifth shade.
    private static let mostSteps = 2_000

    private let neighbours: [[Int]]
    private var shades: [Int?]
    private var steps = 0

    static func assign(to neighbours: [[Int]]) -> [Int] {
        var shading = AreaShades(neighbours: neighbours, shades: Array(repeating: nil, count: neighbours.count))
        if shading.fill() { return shading.shades.map { $0 ?? 0 } }
        return shading.nearly()
    }

    private func uses(of shade: Int, around area: Int) -> Int { neighbours[area].count { shades[$0] == shade } }

    /// The area without a shade that has the fewest to choose from; of several, the one with the most neighbours.
    private var next: Int? {
        shades.indices.filter { shades[$0] == nil }.max { left, right in
            func urgency(_ area: Int) -> (Int, Int, Int) {
                (
                    neighbours[area].reduce(into: 0) { used, other in used |= shades[other].map { 1 << $0 } ?? 0 }
                        .nonzeroBitCount, neighbours[area].count, -area
                )
            }
            return urgency(left) < urgency(right)
        }
    }

    private mutating func fill() -> Bool {
        guard let area = next else { return true }
        for shade in 0..<Self.count where uses(of: shade, around: area) == 0 {
            steps += 1
            guard steps <= Self.mostSteps else { break }
            shades[area] = shade
            if fill() { return true }
        }
        shades[area] = nil
        return false
    }

    /// The fallback: each area in turn gets the shade that the fewest of its neighbours have.
    private mutating func nearly() -> [Int] {
        while let area = next {
            shades[area] = (0..<Self.count).min { uses(of: $0, around: area) < uses(of: $1, around: area) }
        }
        return shades.map { $0 ?? 0 }
    }
}
