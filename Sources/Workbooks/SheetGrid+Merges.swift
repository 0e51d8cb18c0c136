extension SheetGrid {
    /// Writes the name or heading of a merged cell into each row that it spans. Numbers are left alone: a figure that
    /// is printed once for several rows is not the figure of each. Of several columns only the first is filled: a
    /// heading over several columns is followed by empty cells in every table, and the reader of tables knows it by
    /// them.
    mutating func fillMerged() throws(WorkbookFault) {
        guard !merges.isEmpty, let last = cells.last, let firstNumber = cells.first(where: { isFigure($0) })
        else { return }
        var copies: [Cell] = []
        for merge in merges where merge.rows.count > 1 {
            // A title over several rows stands alone in them.
            if merge.rows.lowerBound < Int(firstNumber.row), isAlone(merge) { continue }
            guard let cell = cell(row: merge.rows.lowerBound, column: merge.columns.lowerBound), cell.kind != .error,
                !isFigure(cell), !isYear(cell) || isYears(column: Int(cell.column), around: merge)
            else { continue }
            for row in merge.rows.dropFirst() where row <= Int(last.row) {
                guard self.cell(row: row, column: Int(cell.column)) == nil else { continue }
                var copy = cell
                copy.row = Int32(row)
                copies.append(copy)
                guard copies.count < Self.mostMerges * 8 else { return try fill(copies) }
            }
        }
        try fill(copies)
    }

    /// Whether nothing else stands in the first row of a merged cell.
    private func isAlone(_ merge: CellRange) -> Bool {
        let second = index(row: merge.rows.lowerBound, column: 0) + 1
        return second >= cells.count || Int(cells[second].row) != merge.rows.lowerBound
    }

    /// Whether a number may be a year.
    func isYear(_ cell: Cell) -> Bool {
        withBytes(cell) { bytes in
            bytes.count == 4 && bytes.allSatisfy { (0x30...0x39).contains($0) }
                && ((bytes[0] == 0x31 && bytes[1] >= 0x38) || (bytes[0] == 0x32 && bytes[1] <= 0x31))
        }
    }

    /// Whether the numbers of a column, some rows above and below a merged cell, are all years.
    private func isYears(column: Int, around merge: CellRange) -> Bool {
        let first = index(row: max(0, merge.rows.lowerBound - 50), column: 0)
        // A sheet may hold many merged cells in wide rows.
        return cells[first...].prefix(2_000).prefix { Int($0.row) <= merge.rows.upperBound + 50 }
            .allSatisfy { Int($0.column) != column || !isFigure($0) }
    }
}
