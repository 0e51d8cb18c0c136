/// A table on a sheet: the rows and columns that it takes.
package struct SheetTable: Hashable, Sendable {
    package var rows: ClosedRange<Int>
    /// The columns with any cell, so that columns left empty between others are no part of it.
    package var columns: [Int]

    /// `A3:F20`.
    package var range: String {
        CellPlace.text(row: rows.lowerBound, column: columns.first ?? 0) + ":"
            + CellPlace.text(row: rows.upperBound, column: columns.last ?? 0)
    }
}

extension SheetGrid {
    /// The tables of a sheet from above. Empty rows part them only where the rows behind begin with headings of their
    /// own: titles, notes and groups of rows are parted by empty rows too.
    package func tables() -> [SheetTable] {
        var tables: [SheetTable] = [], current: [SheetBlock] = [], pending: [SheetBlock] = []
        func close(_ blocks: [SheetBlock]) {
            guard let first = blocks.first, let last = blocks.last, blocks.contains(where: \.hasFigures) else { return }
            let cells = first.cells.lowerBound..<last.cells.upperBound
            tables += beside(table(cells), cells)
        }
        for block in blocks() {
            if block.isAside {
                pending.append(block)
                continue
            }
            if block.hasFigures, current.contains(where: \.hasFigures), let heading = block.heading,
                !current.contains(where: { $0.heading == heading })
            {
                // Notes belong to the table above, titles to the one below.
                let notes = pending.prefix { isNote($0) }
                close(current + notes)
                current = Array(pending.dropFirst(notes.count))
            } else {
                current += pending
            }
            pending = []
            current.append(block)
        }
        close(current + pending)
        if tables.isEmpty, cells.count(where: isWordedFigure) > 1 {
            let blocks = blocks()
            if let first = blocks.first, let last = blocks.last, blocks.contains(where: { !$0.isAside }) {
                let all = first.cells.lowerBound..<last.cells.upperBound
                tables = [table(all)]
            }
        }
        return tables
    }

    private func table(_ range: Range<Int>) -> SheetTable {
        var isUsed: Set<UInt16> = []
        for cell in cells[range] { isUsed.insert(cell.column) }
        return SheetTable(
            rows: Int(cells[range.lowerBound].row)...Int(cells[range.upperBound - 1].row),
            columns: isUsed.sorted().map(Int.init))
    }

    /// A number with a unit or a currency sign: 3.2亿元, $1,234.
    private func isWordedFigure(_ cell: Cell) -> Bool {
        guard cell.kind == .text else { return false }
        return withBytes(cell) { bytes in
            guard bytes.count <= 40, let first = bytes.first, !isNumbered(bytes) else { return false }
            let isSigned = "-+$".utf8.contains(first) || first == 0xC2 || first == 0xE2 || first == 0xEF
            return (0x30...0x39).contains(first)
                || isSigned && bytes.dropFirst().prefix(3).contains { (0x30...0x39).contains($0) }
        }
    }

    /// Whether a text begins with its number in a list: 1、填报单位, （1）说明, 2. 备注.
    private func isNumbered(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix("（") { return true }
        let rest = text.drop { $0.isASCII && $0.isNumber }
        guard rest.startIndex > text.startIndex, let sign = rest.first else { return false }
        if "、）)．：:".contains(sign) { return true }
        return sign == "." && !(rest.dropFirst().first.map { $0.isASCII && $0.isNumber } ?? false)
    }

    /// Rows without an empty row between them.
    private func blocks() -> [SheetBlock] {
        var blocks: [SheetBlock] = [], start = 0
        for index in cells.indices.dropFirst() where cells[index].row > cells[index - 1].row + 1 {
            blocks.append(block(start..<index))
            start = index
        }
        if start < cells.count { blocks.append(block(start..<cells.count)) }
        return blocks
    }

    private func block(_ range: Range<Int>) -> SheetBlock {
        var block = SheetBlock(cells: range), index = range.lowerBound
        var rows = 0
        while index < range.upperBound {
            let row = cells[index].row
            let end = cells[index..<range.upperBound].firstIndex { $0.row != row } ?? range.upperBound
            let filled = cells[index..<end]
            rows += 1
            if filled.count > 1 {
                block.isAside = false
                if block.heading == nil, !block.hasFigures, isHeading(filled) {
                    block.heading = filled.map { text($0) }
                }
            }
            if !block.hasFigures {
                block.hasFigures = filled.contains { isFigure($0) }
            }
            // The rest of a long block tells nothing more.
            if rows >= 40, block.hasFigures { break }
            index = end
        }
        return block
    }

    /// A number that is not a year, also one that was typed as text.
    func isFigure(_ cell: Cell) -> Bool {
        switch cell.kind {
        case .number: !isYear(cell)
        case .date, .error: false
        case .text:
            withBytes(cell) { bytes in
                bytes.count <= 24 && bytes.contains { (0x30...0x39).contains($0) }
                    && bytes.indices.allSatisfy { index in
                        (0x30...0x39).contains(bytes[index]) || ".,% ".utf8.contains(bytes[index])
                            || index == 0 && "-+".utf8.contains(bytes[index])
                    } && !isYear(cell)
            }
        }
    }

    /// Headings are words and periods.
    private func isHeading(_ cells: ArraySlice<Cell>) -> Bool {
        cells.allSatisfy { cell in
            switch cell.kind {
            case .error: false
            case .number: isYear(cell)
            case .date: true
            case .text: !isFigure(cell) && !isAbsence(cell)
            }
        }
    }

    /// A sign that stands for a missing figure.
    private func isAbsence(_ cell: Cell) -> Bool {
        withBytes(cell) { bytes in
            let text = String(decoding: bytes.prefix(12), as: UTF8.self)
            return text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
                || ["N/A", "NA", "n/a"].contains(text)
        }
    }

    private func isNote(_ block: SheetBlock) -> Bool {
        let text = text(cells[block.cells.lowerBound])
        return ["注", "数据来源", "资料来源", "来源", "说明", "备注", "Note", "Source", "*", "＊", "（注", "(注"].contains {
            text.hasPrefix($0)
        }
    }
}

/// Rows of a sheet without an empty row between them.
struct SheetBlock {
    /// The range of its cells.
    var cells: Range<Int>
    /// Whether no row has more than one cell: a title or a note.
    var isAside = true
    var hasFigures = false
    /// The first row of several cells above any figure, where it holds headings.
    var heading: [String]?
}
