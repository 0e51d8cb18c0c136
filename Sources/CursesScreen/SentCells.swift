import CNcurses
import Cells

/// Cells of a grid on their way to curses: styles as pairs and attributes, doubtful signs as their stand-ins.
struct SentCells {
    private var pairs: ColorPairs
    private var cells: [cn_cell] = []
    private var marks: [UInt32] = []
    private var style: Style?
    private var look = (pair: UInt16(0), attributes: UInt8(0))

    init(_ pairs: ColorPairs) { self.pairs = pairs }

    /// Puts columns of a row that do not begin or end within a character.
    mutating func put(_ row: Int, _ columns: Range<Int>, of grid: CellGrid, _ standIns: StandIns) {
        cells.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        style = nil
        grid.withRow(row) { row in
            // A blank follows what stands before it, wherever the part begins.
            if let first = columns.first, first > 0, row[first].isBlank {
                var before = first - 1
                while before > 0, row[before].isBlank || row[before].isContinuation { before -= 1 }
                for cell in row[before..<first] where !cell.isContinuation { follow(cell) }
            }
            for column in columns {
                let cell = row[column]
                if cell.isContinuation { continue }
                follow(cell)
                if let scalar = cell.singleScalar {
                    append(standIns.sent(scalar), marks: 0)
                } else {
                    let scalars = grid.scalars(of: cell).prefix(1 + Int(CN_MOST_MARKS)).map(\.value)
                    append(scalars[0], marks: UInt8(scalars.count - 1))
                    marks += scalars.dropFirst()
                }
            }
        }
        cells.withUnsafeBufferPointer { cells in
            marks.withUnsafeBufferPointer { marks in
                if let base = cells.baseAddress { cn_put(Int32(row), Int32(columns.lowerBound), base, Int32(cells.count), marks.baseAddress) }
            }
        }
    }

    private mutating func append(_ scalar: UInt32, marks: UInt8) {
        cells.append(cn_cell(scalar: scalar, pair: look.pair, attributes: look.attributes, marks: marks))
    }

    /// Takes the style of a cell; a blank of which only the background is seen keeps the one before it.
    @inline(__always)
    private mutating func follow(_ cell: Cell) {
        if cell.style == style { return }
        if cell.isBlank, let style, style.looksAlikeWhenBlank(as: cell.style) { return }
        style = cell.style
        let known = pairs.look(of: cell.style)
        if let pair = known.definition { cn_define_pair(Int32(pair.pair), Int32(pair.foreground), Int32(pair.background)) }
        // The bits of Attributes are those of enum cn_attribute.
        look = (UInt16(truncatingIfNeeded: known.pair), known.attributes.rawValue)
    }
}
