/// The filled cells of one sheet. Texts are ranges of one array, so that a text used in many cells is kept once.
package struct SheetGrid: Sendable {
    package enum Kind: UInt8, Sendable { case text, number, date, error }

    package struct Cell: Sendable {
        package var row: Int32
        fileprivate var start: UInt32
        fileprivate var length: UInt32
        package var column: UInt16
        package var kind: Kind
    }

    /// A text of the grid.
    struct Text { fileprivate var start: UInt32, length: UInt32 }

    /// In the order of rows and columns.
    package private(set) var cells: [Cell] = []
    var merges: [CellRange] = []
    /// Formulas without a value, as programs leave them that cannot compute.
    package private(set) var uncomputed: (count: Int, row: Int, column: Int)?
    private var texts: [UInt8] = []
    private let limits: WorkbookLimits
    private var isSorted = true

    static let mostMerges = 1 << 17

    init(_ limits: WorkbookLimits) { self.limits = limits }

    /// Keeps a text that several cells may use.
    mutating func keep(_ bytes: some Collection<UInt8>) throws(WorkbookFault) -> Text {
        guard texts.count + bytes.count <= limits.text else { throw .tooLarge(limits.text) }
        let start = texts.count
        texts += bytes
        return Text(start: UInt32(start), length: UInt32(texts.count - start))
    }

    mutating func put(_ text: Text, _ kind: Kind, row: Int, column: Int) throws(WorkbookFault) {
        guard text.length > 0, (0...CellPlace.lastRow).contains(row), (0...CellPlace.lastColumn).contains(column) else {
            return
        }
        guard cells.count < limits.cells else { throw .tooManyCells(limits.cells) }
        if let last = cells.last, (last.row, Int(last.column)) >= (Int32(row), column) { isSorted = false }
        cells.append(
            Cell(row: Int32(row), start: text.start, length: text.length, column: UInt16(column), kind: kind))
    }

    mutating func put(_ bytes: some Collection<UInt8>, _ kind: Kind, row: Int, column: Int) throws(WorkbookFault) {
        guard !bytes.isEmpty else { return }
        try put(try keep(bytes), kind, row: row, column: column)
    }

    mutating func putUncomputed(row: Int, column: Int) {
        uncomputed = uncomputed.map { ($0.count + 1, $0.row, $0.column) } ?? (1, row, column)
    }

    /// Begins another sheet of the same workbook. Texts kept before the first cell stay.
    mutating func clear(keeping texts: Int) {
        cells.removeAll(keepingCapacity: true)
        merges.removeAll()
        self.texts.removeLast(self.texts.count - texts)
        (uncomputed, isSorted) = (nil, true)
    }

    var textCount: Int { texts.count }

    /// Brings the cells into order, where a file has them in another; of two in one place the first is kept.
    mutating func sort() {
        guard !isSorted else { return }
        let order = cells.indices.sorted {
            (cells[$0].row, cells[$0].column, $0) < (cells[$1].row, cells[$1].column, $1)
        }
        var sorted: [Cell] = []
        for index in order {
            let cell = cells[index]
            if let last = sorted.last, last.row == cell.row, last.column == cell.column { continue }
            sorted.append(cell)
        }
        (cells, isSorted) = (sorted, true)
    }

    /// Lends the bytes of a cell.
    package func withBytes<Result>(_ cell: Cell, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try texts.withUnsafeBytes {
            try body(UnsafeRawBufferPointer(rebasing: $0[Int(cell.start)..<Int(cell.start) + Int(cell.length)]))
        }
    }

    package func text(_ cell: Cell) -> String { withBytes(cell) { String(decoding: $0, as: UTF8.self) } }

    func append(_ cell: Cell, to bytes: inout [UInt8]) {
        bytes += texts[Int(cell.start)..<Int(cell.start) + Int(cell.length)]
    }

    /// The index of the first cell at a place or behind it.
    func index(row: Int, column: Int) -> Int {
        var low = 0, high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if (Int(cells[middle].row), Int(cells[middle].column)) < (row, column) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    func cell(row: Int, column: Int) -> Cell? {
        let index = index(row: row, column: column)
        guard cells.indices.contains(index), Int(cells[index].row) == row, Int(cells[index].column) == column else {
            return nil
        }
        return cells[index]
    }

    /// The same cell in other places.
    mutating func fill(_ copies: [Cell]) throws(WorkbookFault) {
        guard !copies.isEmpty else { return }
        guard cells.count + copies.count <= limits.cells else { throw .tooManyCells(limits.cells) }
        cells += copies
        isSorted = false
        sort()
    }
}
