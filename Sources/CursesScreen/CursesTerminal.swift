import CNcurses
import Cells
import Glibc

/// A terminal driven by ncurses. curses finds the difference between frames; this puts the rows that changed.
@MainActor
public final class CursesTerminal: Terminal {
    /// The kind of terminal used instead of an unknown `TERM`; nil where `TERM` was known.
    public let substitute: String?
    private var colourPairs: ColorPairs
    private var shown: CellGrid?
    private var row: [cn_cell] = []
    private var isLost = false
    private var decoder = InputDecoder()
    private var input = [UInt8](repeating: 0, count: 4_096)

    /// Kinds that most terminals understand, for a `TERM` that the data base does not know.
    private static let substitutes = ["xterm-256color", "ansi"]
    /// So many milliseconds an ESC waits for the rest of a sequence.
    private static let escapeDelay = 25

    /// Opens the screen.
    ///
    /// - Throws: `CursesFault`.
    public init() throws(CursesFault) {
        guard cn_choose_locale() != 0 else { throw .noLocale }
        var opening = cn_open(nil)
        var used: String?
        if opening == CN_UNKNOWN_TERMINAL.rawValue {
            for kind in Self.substitutes {
                opening = cn_open(kind)
                if opening == CN_OPENED.rawValue {
                    used = kind
                    break
                }
            }
        }
        switch UInt32(opening) {
        case CN_OPENED.rawValue: break
        case CN_NO_TERMINAL.rawValue: throw .noTerminal
        case CN_UNKNOWN_TERMINAL.rawValue: throw .unknownTerminal(getenv("TERM").map { String(cString: $0) } ?? "")
        default: throw .noMemory
        }
        substitute = used
        colourPairs = ColorPairs(colours: Int(cn_colours()), pairs: Int(cn_pairs()))
    }

    public var size: Size {
        var columns: Int32 = 0, rows: Int32 = 0
        cn_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    public func show(_ grid: CellGrid) {
        guard !isLost else { return }
        for index in 0..<grid.size.rows {
            if let shown, grid.row(index, equals: shown) { continue }
            put(index, of: grid)
        }
        shown = grid
        if let caret = grid.caret {
            cn_refresh(Int32(caret.row), Int32(caret.column))
        } else {
            cn_refresh(-1, 0)
        }
    }

    private func put(_ index: Int, of grid: CellGrid) {
        row.removeAll(keepingCapacity: true)
        grid.withRow(index) { cells in
            var style: Style?
            var look = (pair: 0, attributes: UInt8(0))
            for cell in cells where !cell.isContinuation {
                if cell.style != style {
                    style = cell.style
                    look = resolve(cell.style)
                }
                var target = cn_cell()
                if let scalar = grid.singleScalar(of: cell) {
                    target.scalars.0 = scalar
                    target.count = 1
                } else {
                    let scalars = grid.scalars(of: cell).prefix(5).map(\.value)
                    withUnsafeMutableBytes(of: &target.scalars) { $0.copyBytes(from: scalars.withUnsafeBytes(Array.init)) }
                    target.count = UInt8(scalars.count)
                }
                target.pair = Int32(look.pair)
                target.attributes = look.attributes
                row.append(target)
            }
        }
        row.withUnsafeBufferPointer { cells in
            if let base = cells.baseAddress { cn_put_row(Int32(index), base, Int32(cells.count)) }
        }
    }

    private func resolve(_ style: Style) -> (pair: Int, attributes: UInt8) {
        let look = colourPairs.look(of: style)
        if let pair = look.definition { cn_define_pair(Int32(pair.pair), Int32(pair.foreground), Int32(pair.background)) }
        // The bits of Attributes are those of enum cn_attribute.
        return (look.pair, look.attributes.rawValue)
    }

    public func events(within milliseconds: Int?) -> [TerminalEvent] {
        var limit = milliseconds ?? -1
        if decoder.awaitsMore, limit < 0 || limit > Self.escapeDelay { limit = Self.escapeDelay }
        let pending = UInt32(bitPattern: cn_wait(Int32(limit)))
        func has(_ bit: cn_pending) -> Bool { pending & UInt32(bit.rawValue) != 0 }
        if has(CN_LOST) { return [lose()] }
        if has(CN_TERMINATE) { return [.terminate] }
        var events: [TerminalEvent] = []
        if has(CN_STOP) {
            suspend()
            events += [.resumed, .resize(size)]
        } else if has(CN_CONTINUED) {
            cn_take_over()
            shown = nil
            events += [.resumed, .resize(size)]
        } else if has(CN_RESIZED) {
            cn_adopt_size()
            forget()
            events.append(.resize(size))
        }
        if has(CN_INPUT) {
            guard let keys = readKeys() else { return [lose()] }
            events += keys.map(TerminalEvent.key)
        } else if decoder.awaitsMore {
            events += decoder.giveUpWaiting().map(TerminalEvent.key)
        }
        return events
    }

    private func lose() -> TerminalEvent {
        isLost = true
        return .lost
    }

    /// The keys of one read, which takes all that a line of the terminal can hold; nil where the terminal has gone.
    private func readKeys() -> [Key]? {
        let count = input.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { Int(cn_read($0, Int32(buffer.count))) } ?? -1
        }
        return count < 0 ? nil : decoder.decode(input[..<count])
    }

    private func forget() {
        shown = nil
        cn_forget()
    }

    public func suspend() {
        cn_suspend()
        forget()
    }

    public func close() { cn_close() }
}
