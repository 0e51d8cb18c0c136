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
    private var writer = ControlWriter()
    private var pens: PenBox
    private var showsCursor = false
    private var forgotten: [Int] = []
    private var runs: [Run] = []
    /// Of each cell of a row whether it shows what it is to show.
    private var isRight: [Bool] = []

    /// What the last painting has to send.
    var output: [UInt8] { writer.bytes }

    init(_ abilities: Abilities, colours: Int) {
        self.abilities = abilities
        pens = PenBox(colours: colours, without: abilities.attributesWithoutColour)
    }

    /// What is written next is written without believing anything of the terminal.
    mutating func forget() {
        (writer.pen, writer.cursor, showsCursor) = (nil, nil, false)
        forgotten = []
    }

    /// Somebody else has written over a row.
    mutating func forget(row: Int) {
        forgotten.append(row)
        (writer.pen, writer.cursor) = (nil, nil)
    }

    /// Puts into `output` what changes the terminal from one frame to another.
    ///
    /// - Parameters:
    ///   - shown: what it shows; nil where nothing is known of it.
    ///   - sent: gives what is sent for a scalar.
    mutating func paint(_ grid: CellGrid, over shown: CellGrid?, sent: (UInt32) -> UInt32) {
        writer.begin()
        runs.removeAll(keepingCapacity: true)
        if showsCursor, grid.caret == nil { writer.append(abilities.hideCursor) }
        if let shown, shown.size == grid.size {
            for row in 0..<grid.size.rows where !grid.row(row, equals: shown) || forgotten.contains(row) {
                if forgotten.contains(row) {
                    clear(row)
                    collect(row, of: grid, shown, nil, base: .plain)
                } else {
                    shown.withRow(row) { old in collect(row, of: grid, shown, old, base: .plain) }
                }
            }
            for run in RunOrder.shortest(runs, from: writer.pen, writer.cursor) { write(run, of: grid, sent) }
        } else {
            let base = abilities.erasesInColour ? grid.commonestPaper : .plain
            writer.pen = nil
            writer.use(pens.pen(of: base))
            writer.append(Array("\u{1B}[H\u{1B}[2J".utf8))
            writer.cursor = Point(column: 0, row: 0)
            for row in 0..<grid.size.rows { collect(row, of: grid, nil, nil, base: base) }
            // Row by row: a slow line shows a page that is written as people read.
            for run in runs { write(run, of: grid, sent) }
        }
        forgotten = []
        if let caret = grid.caret {
            writer.move(to: caret)
            if !showsCursor { writer.append(abilities.showCursor) }
        }
        showsCursor = grid.caret != nil
    }

    private mutating func clear(_ row: Int) {
        writer.move(to: Point(column: 0, row: row))
        writer.use(Pen())
        writer.append(Array("\u{1B}[K".utf8))
    }

    // MARK: What is to be sent

    /// Adds the runs of a row.
    ///
    /// - Parameters:
    ///   - old: what the row shows; nil where all of it is blank in the base style.
    private mutating func collect(_ row: Int, of grid: CellGrid, _ shown: CellGrid?, _ old: UnsafeBufferPointer<Cell>?, base: Style) {
        grid.withRow(row) { new in
            compare(new, old, grid, shown, base)
            let firstOfRow = runs.count
            let end = row == grid.size.rows - 1 && !abilities.holdsAtMargin ? new.count - 1 : new.count
            var column = 0, open: Run?
            func close() {
                if let open { runs.append(open) }
                open = nil
            }
            while column < end {
                if isRight[column] {
                    if let run = open, let behind = bridge(new, from: column, to: end, run) {
                        column = behind
                        open?.end = behind
                    } else {
                        close()
                        column += 1
                    }
                    continue
                }
                // The first half is sent for both.
                if new[column].isContinuation, column > 0 {
                    close()
                    column -= 1
                }
                let cell = new[column], pen = pens.pen(of: cell.style)
                if cell.isBlank, let run = erased(new, column, to: end, row, pen) {
                    close()
                    runs.append(run)
                    column = run.end
                    continue
                }
                let behind = column + max(1, Int(cell.width))
                guard behind <= end else { break }
                if var run = open, cell.isBlank ? pen.isAlikeWhenBlank(as: run.pen) : run.fits(pen) {
                    if !cell.isBlank { (run.kind, run.pen) = (.text, pen) }
                    run.end = behind
                    open = run
                } else {
                    close()
                    open = Run(kind: cell.isBlank ? .blanks : .text, row: row, first: column, end: behind, pen: pen)
                }
                column = behind
            }
            close()
            if runs[firstOfRow...].count(where: { $0.kind == .erased }) > 1 { eraseAtOnce(from: firstOfRow, new) }
        }
    }

    /// Erases what several runs of a row would erase in one stretch, and what is written there afterwards.
    ///
    /// - Parameter first: the first run of the row.
    private mutating func eraseAtOnce(from first: Int, _ new: UnsafeBufferPointer<Cell>) {
        var begin = first
        while begin < runs.count {
            let pen = runs[begin].pen
            // Runs on one paper with nothing but that paper between them.
            var end = begin
            repeat { end += 1 } while end < runs.count && runs[end].kind != .erasedToEnd && runs[end].pen.isAlikeWhenBlank(as: pen)
                && new[runs[end - 1].end..<runs[end].first].allSatisfy { $0.isBlank && pens.pen(of: $0.style).isAlikeWhenBlank(as: pen) }
            defer { begin = end }
            let group = begin..<end
            guard runs[group].count(where: { $0.kind == .erased }) > 1, let last = runs[group].lastIndex(where: { $0.kind == .erased }) else { continue }
            let texts = runs[begin...last].filter { $0.kind == .text }
            if texts.allSatisfy({ $0.pen == texts[0].pen }) {
                var run = runs[begin]
                run.erasedFirst = runs[last].end - run.first
                if let text = texts.last {
                    (run.kind, run.pen, run.end) = (.text, text.pen, text.end)
                } else {
                    (run.kind, run.end) = (.erased, runs[last].end)
                }
                runs.replaceSubrange(begin...last, with: [run])
                end -= last - begin
            } else if let erased = runs[group].firstIndex(where: { $0.kind == .erased }) {
                var ground = runs[erased]
                (ground.end, ground.isGround) = (runs[last].end, true)
                let after = runs[erased...last].filter { $0.kind == .text }
                runs.replaceSubrange(erased...last, with: [ground] + after)
                end -= last - erased - after.count
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

    /// Blanks of one look that are shorter to erase than to write; nil where they are to be written.
    private mutating func erased(_ new: UnsafeBufferPointer<Cell>, _ column: Int, to end: Int, _ row: Int, _ pen: Pen) -> Run? {
        guard pen.canErase, abilities.erasesInColour || pen.background < 0 else { return nil }
        var behind = column + 1
        while behind < end, new[behind].isBlank, pens.isAlikeWhenBlank(new[behind].style, new[column].style) { behind += 1 }
        let isToEnd = behind == new.count
        // What is right behind the last wrong blank need not be touched.
        while behind > column + 1, isRight[behind - 1] { behind -= 1 }
        if isToEnd, behind - column > 3 { return Run(kind: .erasedToEnd, row: row, first: column, end: new.count, pen: pen) }
        guard abilities.erasesCells, behind - column > 8 else { return nil }
        return Run(kind: .erased, row: row, first: column, end: behind, pen: pen)
    }

    /// The column behind cells that are right already, where sending them with the run around them takes fewer bytes than moving over them.
    private mutating func bridge(_ new: UnsafeBufferPointer<Cell>, from column: Int, to end: Int, _ run: Run) -> Int? {
        var bytes = 0, behind = column
        func joins(_ cell: Cell) -> Bool {
            let pen = pens.pen(of: cell.style)
            return cell.isBlank ? pen.isAlikeWhenBlank(as: run.pen) : run.kind == .text && pen == run.pen
        }
        while behind < end, isRight[behind] {
            let cell = new[behind], width = max(1, Int(cell.width))
            bytes += cell.isBlank ? 1 : cell.utf8Count
            guard bytes <= 4, !cell.isContinuation, behind + width <= end, width == 1 || isRight[behind + 1], joins(cell) else { return nil }
            behind += width
        }
        // Nothing wrong follows, or nothing of this run.
        guard behind < end, !new[behind].isContinuation, joins(new[behind]) else { return nil }
        return bytes <= (behind - column == 1 ? 3 : 4) ? behind : nil
    }

    // MARK: Sending it

    private mutating func write(_ run: Run, of grid: CellGrid, _ sent: (UInt32) -> UInt32) {
        writer.move(to: run.start)
        switch run.kind {
        case .erased, .erasedToEnd:
            writer.use(writer.pen.map { run.pen.keepingInk(of: $0) } ?? run.pen)
            if run.kind == .erased { writer.control(run.end - run.first, "X") } else { writer.append(Array("\u{1B}[K".utf8)) }
            return
        case .text: writer.use(run.pen)
        case .blanks: if writer.pen.map(run.fits) != true { writer.use(run.pen) }
        }
        if run.erasedFirst > 0 { writer.control(run.erasedFirst, "X") }
        grid.withRow(run.row) { cells in
            for column in run.first..<run.end where !cells[column].isContinuation {
                let cell = cells[column]
                if run.erasedFirst > 0 {
                    if cell.isBlank { continue }
                    pass(to: Point(column: column, row: run.row))
                    writer.cursor?.column = column + Int(cell.width)
                }
                if let scalar = cell.singleScalar {
                    writer.append(sent(scalar))
                } else {
                    for scalar in grid.scalars(of: cell) { writer.append(scalar.value) }
                }
            }
        }
        // Behind the last column some terminals stand on it still and others on the next row.
        writer.cursor = run.end < grid.size.columns ? run.stop : nil
    }
}

extension FramePainter {
    /// Moves over blanks that are there already, or writes them where that is as short.
    private mutating func pass(to point: Point) {
        guard let cursor = writer.cursor, cursor != point else { return }
        if point.column - cursor.column <= ControlWriter.cost(from: cursor, to: point) {
            for _ in cursor.column..<point.column { writer.append(0x20) }
        } else {
            writer.move(to: point)
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
