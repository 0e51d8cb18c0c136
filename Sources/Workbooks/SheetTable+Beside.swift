extension SheetGrid {
    /// The tables beside one another within some rows: parted by an empty column, each with names in its first column,
    /// figures behind, and a heading above both. Any other empty column is only for looks.
    func beside(_ table: SheetTable, _ cells: Range<Int>) -> [SheetTable] {
        var parts: [[Int]] = [[]]
        for column in table.columns {
            if let last = parts[parts.count - 1].last, column > last + 1 { parts.append([]) }
            parts[parts.count - 1].append(column)
        }
        guard parts.count > 1 else { return [table] }
        let first = firstFigures(cells)
        var groups: [[Int]] = []
        for part in parts {
            if groups.isEmpty || isTable(part, first) { groups.append(part) } else { groups[groups.count - 1] += part }
        }
        // What stands left of the first table belongs to it.
        guard groups.count > 1, isTable(groups[0], first) else { return [table] }
        return groups.map { SheetTable(rows: table.rows, columns: $0) }
    }

    /// For each column its kind: whether names stand in it, whether figures do, and the first row with several cells.
    private struct ColumnKinds {
        var names: Set<Int> = []
        var figures: Set<Int> = []
        var headings: Set<Int> = []
    }

    private func firstFigures(_ range: Range<Int>) -> ColumnKinds {
        var kinds = ColumnKinds(), index = range.lowerBound, rows = 0, hasHeading = false
        while index < range.upperBound, rows < 60 {
            let row = cells[index].row
            let end = cells[index..<range.upperBound].firstIndex { $0.row != row } ?? range.upperBound
            let filled = cells[index..<end]
            if !hasHeading, filled.count > 2 {
                hasHeading = true
                kinds.headings = Set(
                    filled.filter { $0.kind == .text && !isFigure($0) && !isYear($0) }.map { Int($0.column) })
            } else if hasHeading {
                for cell in filled {
                    if isFigure(cell) {
                        kinds.figures.insert(Int(cell.column))
                    } else {
                        kinds.names.insert(Int(cell.column))
                    }
                }
            }
            rows += 1
            index = end
        }
        return kinds
    }

    private func isTable(_ columns: [Int], _ kinds: ColumnKinds) -> Bool {
        guard columns.count > 1, let first = columns.first else { return false }
        return kinds.headings.contains(first) && kinds.names.contains(first) && !kinds.figures.contains(first)
            && columns.dropFirst().contains { kinds.figures.contains($0) }
    }
}
