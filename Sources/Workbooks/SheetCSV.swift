extension SheetGrid {
    /// A table as CSV in UTF-8. A row of the sheet is a line of the text, line 7 is row 7: line breaks in cells become
    /// blanks, between Chinese characters nothing. Cells with errors are left empty.
    ///
    /// - Returns: the text, and the offset of each line from the first row of the table on.
    package func csv(_ table: SheetTable, atMost limit: Int) throws(WorkbookFault) -> (text: [UInt8], lines: [UInt32]) {
        var text = [UInt8](repeating: 0x0A, count: table.rows.lowerBound), lines: [UInt32] = []
        var places = [Int](repeating: -1, count: (table.columns.last ?? 0) + 1)
        for (position, column) in table.columns.enumerated() { places[column] = position }
        var index = index(row: table.rows.lowerBound, column: 0)
        for row in table.rows {
            lines.append(UInt32(text.count))
            var written = 0
            while index < cells.count, Int(cells[index].row) == row {
                let cell = cells[index]
                index += 1
                guard Int(cell.column) < places.count, places[Int(cell.column)] >= 0 else { continue }
                while written < places[Int(cell.column)] {
                    text.append(UInt8(ascii: ","))
                    written += 1
                }
                if cell.kind != .error { write(cell, &text) }
            }
            // An empty row stays an empty line.
            if written > 0 || index > 0 && Int(cells[index - 1].row) == row {
                while written < table.columns.count - 1 {
                    text.append(UInt8(ascii: ","))
                    written += 1
                }
            }
            text.append(0x0A)
            guard text.count <= limit else { throw .tooLarge(limit) }
        }
        return (text, lines)
    }

    private func write(_ cell: Cell, _ text: inout [UInt8]) {
        if cell.kind == .number { return append(cell, to: &text) }
        withBytes(cell) { bytes in
            let isPlain = bytes.allSatisfy {
                $0 >= 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ";")
            }
            if isPlain { return text += bytes }
            text.append(UInt8(ascii: "\""))
            for index in bytes.indices {
                switch bytes[index] {
                case UInt8(ascii: "\""): text += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
                case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: break
                case 0x0A, 0x0D:
                    let isBetween = text.last.map { $0 >= 0x80 } ?? false
                    if !isBetween || (index + 1 < bytes.count && bytes[index + 1] < 0x80) { text.append(0x20) }
                case 0: text += Array("\u{FFFD}".utf8)
                default: text.append(bytes[index])
                }
            }
            text.append(UInt8(ascii: "\""))
        }
    }
}
