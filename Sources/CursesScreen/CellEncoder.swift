import CNcurses
import Cells

/// Passes the cells of a grid to ncurses. Styles become colour pairs and attributes; signs that the terminal draws wide
/// are replaced.
struct CellEncoder {
    private var pairs: ColorPairs
    private var cells: [cn_cell] = []
    private var marks: [UInt32] = []

    init(_ pairs: ColorPairs) { self.pairs = pairs }

    /// Writes columns of a row into the window of ncurses, which sets the second half of a wide character itself.
    mutating func put(_ row: Int, _ columns: Range<Int>, of grid: CellGrid, _ standIns: StandIns) {
        cells.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        grid.withRow(row) { row in
            var style = Style.plain, look = look(of: style)
            for cell in row[columns] where !cell.isContinuation {
                // A blank keeps the style before it if it looks the same: a third fewer bytes for a frame.
                if cell.style != style, !(cell.isBlank && style.looksAlikeWhenBlank(as: cell.style)) {
                    style = cell.style
                    look = self.look(of: style)
                }
                var encoded = look
                if let scalar = cell.singleScalar {
                    encoded.scalar = standIns.sent(scalar)
                } else {
                    let scalars = grid.scalars(of: cell).prefix(1 + Int(CN_MOST_MARKS)).map(\.value)
                    encoded.scalar = scalars[0]
                    encoded.marks = UInt8(scalars.count - 1)
                    marks += scalars.dropFirst()
                }
                cells.append(encoded)
            }
        }
        cn_put_row(Int32(row), Int32(columns.lowerBound), cells, Int32(cells.count), marks)
    }

    /// A blank cell in a style. Defines the colour pair in ncurses when it is used for the first time.
    private mutating func look(of style: Style) -> cn_cell {
        let look = pairs.look(of: style)
        if let pair = look.definition {
            cn_define_pair(Int32(pair.pair), Int32(pair.foreground), Int32(pair.background))
        }
        // The bits of Attributes are those of enum cn_attribute.
        return cn_cell(
            scalar: 0x20, pair: UInt16(truncatingIfNeeded: look.pair), attributes: look.attributes.rawValue, marks: 0)
    }
}
