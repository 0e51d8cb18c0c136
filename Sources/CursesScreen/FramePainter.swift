import Cells

/// Turns frames into the bytes that a terminal of ECMA-48 (control functions for coded character sets) needs to show them: the difference
/// to the frame before, in one piece. Pure: it knows what the terminal holds because it wrote it.
///
/// ncurses could do this too, but resets all attributes and names both colours at every change of style, which is most of what a move in a
/// list sends, and moves its cursor one write at a time.
struct FramePainter {
    /// What a terminal can do beside the functions that all of them have.
    struct Abilities: Hashable {
        /// Erased cells take the background in force.
        var erasesInColour = true
        /// Knows ECH, which erases cells and leaves the cursor.
        var erasesCells = true
        /// The last cell of the last row can be written without scrolling the screen.
        var holdsAtMargin = true
        /// What it does not show together with colours.
        var attributesWithoutColour: Attributes = []
        var hideCursor: [UInt8] = Array("\u{1B}[?25l".utf8)
        var showCursor: [UInt8] = Array("\u{1B}[?25h".utf8)
    }

    let abilities: Abilities
    private(set) var output: [UInt8] = []
    private var pens: PenBox
    /// What is in force on the terminal; nil where that is not known.
    private var pen: Pen?
    /// Where its cursor stands; nil where that is not known.
    private var cursor: Point?
    private var showsCursor = false
    private var forgotten: [Int] = []
    /// Of each cell of a row whether it shows what it is to show.
    private var isRight: [Bool] = []

    init(_ abilities: Abilities, colours: Int) {
        self.abilities = abilities
        pens = PenBox(colours: colours, without: abilities.attributesWithoutColour)
    }

    /// What is written next is written without believing anything of the terminal.
    mutating func forget() {
        (pen, cursor, showsCursor) = (nil, nil, false)
        forgotten = []
    }

    /// Somebody else has written over a row.
    mutating func forget(row: Int) {
        forgotten.append(row)
        (pen, cursor) = (nil, nil)
    }

    /// Puts into `output` what changes the terminal from one frame to another.
    ///
    /// - Parameters:
    ///   - shown: what it shows; nil where nothing is known of it.
    ///   - sent: gives what is sent for a scalar.
    mutating func paint(_ grid: CellGrid, over shown: CellGrid?, sent: (UInt32) -> UInt32) {
        output.removeAll(keepingCapacity: true)
        let hidden = showsCursor && grid.caret == nil
        if hidden { output += abilities.hideCursor }
        if let shown, shown.size == grid.size {
            for row in 0..<grid.size.rows where !grid.row(row, equals: shown) || forgotten.contains(row) {
                shown.withRow(row) { old in
                    paint(row, of: grid, shown, forgotten.contains(row) ? nil : old, base: .plain, sent)
                }
            }
        } else {
            let base = abilities.erasesInColour ? grid.commonestPaper : .plain
            pen = nil
            use(pens.pen(of: base))
            output += Array("\u{1B}[H\u{1B}[2J".utf8)
            cursor = Point(column: 0, row: 0)
            for row in 0..<grid.size.rows { paint(row, of: grid, nil, nil, base: base, sent) }
        }
        forgotten = []
        if let caret = grid.caret {
            move(to: caret)
            if !showsCursor { output += abilities.showCursor }
        }
        showsCursor = grid.caret != nil
    }

    // MARK: Rows

    /// - Parameters:
    ///   - old: what the row shows; nil where all of it is blank in the base style, or nothing is known of it.
    private mutating func paint(
        _ row: Int, of grid: CellGrid, _ shown: CellGrid?, _ old: UnsafeBufferPointer<Cell>?, base: Style, _ sent: (UInt32) -> UInt32
    ) {
        grid.withRow(row) { new in
            if shown != nil, old == nil {
                move(to: Point(column: 0, row: row))
                use(Pen())
                output += Array("\u{1B}[K".utf8)
            }
            compare(new, old, grid, shown, base)
            let end = row == grid.size.rows - 1 && !abilities.holdsAtMargin ? new.count - 1 : new.count
            var column = 0
            while column < end {
                if isRight[column] {
                    column += 1
                    continue
                }
                // The first half is sent for both.
                if new[column].isContinuation, column > 0 { column -= 1 }
                column = write(new, from: column, to: end, row, grid, sent)
            }
        }
    }

    /// Notes which cells show already what they are to show.
    private mutating func compare(
        _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>?, _ grid: CellGrid, _ shown: CellGrid?, _ base: Style
    ) {
        if isRight.count != new.count { isRight = [Bool](repeating: false, count: new.count) }
        guard let old else {
            // Blanks beside each other mostly have one style.
            var style = base, isAlike = true
            for column in new.indices {
                let cell = new[column]
                if cell.isBlank, cell.style != style {
                    style = cell.style
                    isAlike = pens.isAlikeWhenBlank(style, base)
                }
                isRight[column] = cell.isBlank && isAlike
            }
            return
        }
        for column in new.indices {
            let cell = new[column], was = old[column]
            if cell == was, cell.singleScalar != nil {
                isRight[column] = true
            } else if cell.style == was.style, cell.width == was.width, let shown, grid.isSame(cell, as: was, of: shown) {
                isRight[column] = true
            } else {
                isRight[column] = cell.isBlank && was.isBlank && pens.isAlikeWhenBlank(cell.style, was.style)
            }
        }
    }

    /// Writes cells from a column on until what follows is right already; gives the column behind them.
    private mutating func write(
        _ new: UnsafeBufferPointer<Cell>, from start: Int, to end: Int, _ row: Int, _ grid: CellGrid, _ sent: (UInt32) -> UInt32
    ) -> Int {
        var column = start
        while column < end {
            if column > start, isRight[column], !isWorthWriting(new, column, end) { break }
            let cell = new[column]
            if cell.isBlank, let behind = erase(new, column, blanks(new, from: column, to: end), row) {
                column = behind
                continue
            }
            let width = max(1, Int(cell.width))
            guard column + width <= end else { return end }
            move(to: Point(column: column, row: row))
            let wanted = pens.pen(of: cell.style)
            if !(cell.isBlank && pen.map { wanted.isAlikeWhenBlank(as: $0) } == true) { use(wanted) }
            if let scalar = cell.singleScalar {
                append(sent(scalar))
            } else {
                for scalar in grid.scalars(of: cell) { append(scalar.value) }
            }
            column += width
            // Behind the last column some terminals stand on it still and others on the next row.
            cursor = column < new.count ? Point(column: column, row: row) : nil
        }
        return max(column, start + 1)
    }

    /// How many blanks of one look follow.
    private mutating func blanks(_ new: UnsafeBufferPointer<Cell>, from column: Int, to end: Int) -> Int {
        var behind = column + 1
        while behind < end, new[behind].isBlank, pens.isAlikeWhenBlank(new[behind].style, new[column].style) { behind += 1 }
        return behind - column
    }

    /// Erases blanks where that is shorter than writing them; gives the column behind them, nil where they are to be written.
    private mutating func erase(
        _ new: UnsafeBufferPointer<Cell>, _ column: Int, _ length: Int, _ row: Int
    ) -> Int? {
        let wanted = pens.pen(of: new[column].style)
        guard wanted.canErase, abilities.erasesInColour || wanted.background < 0 else { return nil }
        // What is right behind the last wrong blank need not be touched.
        var needed = length
        while needed > 1, isRight[column + needed - 1] { needed -= 1 }
        if column + length == new.count, needed > 3 {
            move(to: Point(column: column, row: row))
            use(pen.map { wanted.keepingInk(of: $0) } ?? wanted)
            output += Array("\u{1B}[K".utf8)
            return column + length
        }
        guard abilities.erasesCells, needed > 8 else { return nil }
        move(to: Point(column: column, row: row))
        use(pen.map { wanted.keepingInk(of: $0) } ?? wanted)
        control(needed, "X")
        return column + needed
    }

    /// Whether cells that are right already are written once more, since moving over them takes more bytes.
    private mutating func isWorthWriting(_ new: UnsafeBufferPointer<Cell>, _ column: Int, _ end: Int) -> Bool {
        var bytes = 0, behind = column
        while behind < end, isRight[behind] {
            let cell = new[behind]
            if !cell.isContinuation {
                bytes += cell.isBlank ? 1 : cell.utf8Count
                let wanted = pens.pen(of: cell.style)
                guard bytes <= 4, let pen, pen == wanted || (cell.isBlank && wanted.isAlikeWhenBlank(as: pen)) else { return false }
            }
            behind += 1
        }
        // Nothing wrong follows.
        guard behind < end else { return false }
        return bytes <= (behind - column == 1 ? 3 : 4)
    }

    // MARK: Bytes

    private mutating func move(to point: Point) {
        if cursor == point { return }
        defer { cursor = point }
        guard let cursor else { return place(point) }
        if cursor.row == point.row {
            if point.column > cursor.column {
                control(point.column - cursor.column, "C")
            } else if point.column == 0 {
                output.append(0x0D)
            } else {
                control(point.column + 1, "G")
            }
        } else if point.row == cursor.row + 1, point.column == 0 {
            output += [0x0D, 0x0A]
        } else {
            place(point)
        }
    }

    private mutating func place(_ point: Point) {
        output += [0x1B, 0x5B]
        if point.row > 0 || point.column > 0 { number(point.row + 1) }
        if point.column > 0 {
            output.append(0x3B)
            number(point.column + 1)
        }
        output.append(UInt8(ascii: "H"))
    }

    /// A control sequence with one number, left out where it is one.
    private mutating func control(_ value: Int, _ final: Unicode.Scalar) {
        output += [0x1B, 0x5B]
        if value != 1 { number(value) }
        output.append(UInt8(ascii: final))
    }

    private mutating func number(_ value: Int) {
        if value >= 10 { number(value / 10) }
        output.append(0x30 + UInt8(value % 10))
    }

    private mutating func append(_ scalar: UInt32) {
        switch scalar {
        case ..<0x80: output.append(UInt8(scalar))
        case ..<0x800:
            output.append(0xC0 | UInt8(scalar >> 6))
            output.append(0x80 | UInt8(scalar & 0x3F))
        case ..<0x10000:
            output.append(0xE0 | UInt8(scalar >> 12))
            output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            output.append(0x80 | UInt8(scalar & 0x3F))
        default:
            output.append(0xF0 | UInt8(scalar >> 18 & 7))
            output.append(0x80 | UInt8(scalar >> 12 & 0x3F))
            output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            output.append(0x80 | UInt8(scalar & 0x3F))
        }
    }

    /// Puts a pen in force: only what changes is said (SGR, ECMA-48 section 8.3.117).
    private mutating func use(_ wanted: Pen) {
        if pen == wanted { return }
        defer { pen = wanted }
        output += [0x1B, 0x5B]
        let first = output.count
        var from = Pen()
        if wanted == Pen() {
            // Nothing at all is the shortest way to say it.
        } else if let pen {
            from = pen
            let gone = from.attributes.subtracting(wanted.attributes)
            if !gone.isDisjoint(with: [.bold, .dim]) {
                number(22)
                from.attributes.subtract([.bold, .dim])
            }
            if gone.contains(.underline) {
                separate(from: first)
                number(24)
            }
            if gone.contains(.reverse) {
                separate(from: first)
                number(27)
            }
        } else {
            number(0)
        }
        if wanted != Pen() {
            let come = wanted.attributes.subtracting(from.attributes)
            for (attribute, code) in Pen.codes where come.contains(attribute) {
                separate(from: first)
                number(code)
            }
            if wanted.foreground != from.foreground {
                separate(from: first)
                colour(Int(wanted.foreground), 30)
            }
            if wanted.background != from.background {
                separate(from: first)
                colour(Int(wanted.background), 40)
            }
        }
        output.append(UInt8(ascii: "m"))
    }

    private mutating func separate(from first: Int) { if output.count > first { output.append(0x3B) } }

    /// - Parameter base: 30 for the ink, 40 for the paper.
    private mutating func colour(_ index: Int, _ base: Int) {
        switch index {
        case ..<0: number(base + 9)
        case ..<8: number(base + index)
        case ..<16: number(base + 60 + index - 8)
        default:
            number(base + 8)
            output += Array(";5;".utf8)
            number(index)
        }
    }
}

extension CellGrid {
    /// The background of most blanks: what a terminal is best filled with before anything is written.
    fileprivate var commonestPaper: Style {
        // Boyer and Moore's vote: a style that more than half of them have is left over.
        var style = Style.plain, votes = 0
        for row in 0..<size.rows {
            withRow(row) { cells in
                for cell in cells where cell.isBlank {
                    if votes == 0 { style = cell.style }
                    votes += cell.style == style ? 1 : -1
                }
            }
        }
        return Style(background: style.background)
    }
}
