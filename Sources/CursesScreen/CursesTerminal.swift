import CNcurses
import Cells
import Glibc

/// A terminal opened, known and given back by ncurses. Frames for a terminal of ECMA-48 are written by `FramePainter`; for any other curses
/// finds the difference, and this puts the parts of rows that changed.
@MainActor
public final class CursesTerminal: Terminal {
    /// The kind of terminal used instead of an unknown `TERM`; nil where `TERM` was known.
    public let substitute: String?
    private var sent: SentCells
    /// Nil where the terminal has codes of its own, which only ncurses knows.
    private var painter: FramePainter?
    private var shown: CellGrid?
    private var isLost = false
    private var decoder = InputDecoder()
    private var standIns = StandIns()
    private let questions: Questions
    private var hasAsked = false
    private var hasAskedForWidths = false
    private var hasShown = false
    private var input = [UInt8](repeating: 0, count: 4_096)
    private var watched: [Int32] = []
    /// What came before anybody waited for it.
    private var early: [TerminalEvent] = []

    /// Kinds that most terminals understand, for a `TERM` that the data base does not know.
    private static let substitutes = ["xterm-256color", "ansi"]
    /// So many milliseconds an ESC waits for the rest of a sequence.
    private static let escapeDelay = 25

    /// What is asked of the terminal before the first frame, whose drawing covers the questions; the answers come when they come.
    public struct Questions: Sendable {
        /// Whether presses and the wheel are wanted.
        public var mouse: Bool
        /// Whether the background is to be known.
        public var background: Bool
        /// Whether the widths of doubtful signs are to be measured.
        public var widths: Bool

        public init(mouse: Bool = true, background: Bool = false, widths: Bool = true) {
            self.mouse = mouse
            self.background = background
            self.widths = widths
        }
    }

    /// Opens the screen.
    ///
    /// - Throws: `CursesFault`.
    public init(_ questions: Questions = Questions()) throws(CursesFault) {
        self.questions = questions
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
        sent = SentCells(ColorPairs(colours: Int(cn_colours()), pairs: Int(cn_pairs())))
        var abilities = cn_abilities()
        if cn_is_plain(&abilities) != 0 { painter = FramePainter(FramePainter.Abilities(abilities), colours: Int(cn_colours())) }
    }

    public var size: Size {
        var columns: Int32 = 0, rows: Int32 = 0
        cn_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    public func show(_ grid: CellGrid) {
        guard !isLost else { return }
        if !hasShown {
            ask()
            if painter == nil { cn_hold_output() }
        }
        if painter != nil { paint(grid) } else { put(grid) }
        if !hasShown {
            hasShown = true
            if questions.mouse, cn_has_mouse() != 0 { cn_listen_to_mouse() }
        }
    }

    private func paint(_ grid: CellGrid) {
        let standIns = standIns
        painter?.paint(grid, over: shown) { standIns.sent($0) }
        shown = grid
        if let output = painter?.output, !output.isEmpty { send(output) }
    }

    private func put(_ grid: CellGrid) {
        for index in 0..<grid.size.rows {
            guard let shown, shown.size == grid.size else {
                put(index, 0..<grid.size.columns, of: grid)
                continue
            }
            if let change = grid.change(ofRow: index, since: shown) { put(index, change, of: grid) }
        }
        shown = grid
        if let caret = grid.caret {
            cn_refresh(Int32(caret.row), Int32(caret.column))
        } else {
            cn_refresh(-1, 0)
        }
    }

    /// Asks the terminal what is to be known of it; else the first frame does. The earlier, the sooner the answers are there.
    public func ask() {
        guard !hasAsked else { return }
        hasAsked = true
        guard cn_has_mouse() != 0 else { return }
        var text = questions.background ? Array("\u{1B}]11;?\u{7}".utf8) : []
        if questions.widths {
            hasAskedForWidths = true
            text += standIns.question(row: 1, columns: size.columns)
        }
        if !text.isEmpty { send(text) }
    }

    /// Sends bytes past curses, for the terminal itself.
    public func send(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { cn_send(base, Int32($0.count)) } }
    }

    private func redrawRow(_ row: Int) {
        guard let shown else { return }
        if painter != nil {
            painter?.forget(row: row)
            paint(shown)
            return
        }
        cn_forget_row(Int32(row))
        put(row, 0..<shown.size.columns, of: shown)
        if let caret = shown.caret { cn_refresh(Int32(caret.row), Int32(caret.column)) } else { cn_refresh(-1, 0) }
    }

    private func put(_ row: Int, _ columns: Range<Int>, of grid: CellGrid) { sent.put(row, columns, of: grid, standIns) }

    /// Whether the background is light, where the terminal has said so by now: the first frame can then have the right colours. Whatever
    /// has come is kept for `events`.
    public func backgroundIsLight() -> Bool? {
        let come = events(within: 0)
        early += come
        for case .background(let isLight) in early.reversed() { return isLight }
        return nil
    }

    public func events(within milliseconds: Int?) -> [TerminalEvent] {
        if !early.isEmpty {
            defer { early = [] }
            return early
        }
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
            forget()
            events += [.resumed, .resize(size)]
        } else if has(CN_RESIZED) {
            cn_adopt_size()
            forget()
            events.append(.resize(size))
        }
        if has(CN_INPUT) {
            guard let inputs = readInputs() else { return [lose()] }
            for input in inputs { take(input, &events) }
        } else if decoder.awaitsMore, !has(CN_READY) {
            events += decoder.giveUpWaiting().map(TerminalEvent.key)
        }
        if has(CN_READY) { events += watched.filter { cn_is_ready($0) != 0 }.map { .ready(descriptor: $0) } }
        return events
    }

    public func watch(_ descriptor: Int32) {
        if cn_also_wait(descriptor) != 0 { watched.append(descriptor) }
    }

    public func stopWatching(_ descriptor: Int32) {
        cn_wait_no_more(descriptor)
        watched.removeAll { $0 == descriptor }
    }

    /// Lets no signal of a person at the terminal stop or end the program: it cannot be suspended, interrupted or quit any more.
    ///
    /// - Returns: a descriptor that can be read once SIGUSR1 has come; nil where there is none.
    public func lock() -> Int32? {
        let descriptor = cn_lock()
        return descriptor >= 0 ? descriptor : nil
    }

    private func lose() -> TerminalEvent {
        isLost = true
        return .lost
    }

    private func take(_ input: TerminalInput, _ events: inout [TerminalEvent]) {
        switch input {
        case .key(let key): events.append(.key(key))
        case .pointer(let event): events.append(.pointer(event))
        case .reply(.background(let brightness)): events.append(.background(isLight: brightness > 0.5))
        case .reply(.cursor(_, let column)):
            guard hasAskedForWidths else { return }
            switch standIns.take(column: column, row: size.rows) {
            case .nothing: break
            case .askMore(let text):
                send(Array("\u{1B}7".utf8) + text + Array("\u{1B}8".utf8))
                redrawRow(size.rows - 1)
            case .foundWide:
                // What was drawn too wide is drawn anew with what stands in for it.
                forget()
                events.append(.resumed)
            }
        }
    }

    /// What one read gives, which takes all that a line of the terminal can hold; nil where the terminal has gone.
    private func readInputs() -> [TerminalInput]? {
        let count = input.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { Int(cn_read($0, Int32(buffer.count))) } ?? -1
        }
        return count < 0 ? nil : decoder.decode(input[..<count])
    }

    private func forget() {
        shown = nil
        if painter != nil { painter?.forget() } else { cn_forget() }
    }

    public func suspend() {
        layDownPen()
        cn_suspend()
        forget()
    }

    public func close() {
        layDownPen()
        cn_close()
    }

    /// ncurses does not know of the colours that the painter has left in force.
    private func layDownPen() { if painter != nil, hasShown, !isLost { send(Array("\u{1B}[m".utf8)) } }
}

extension FramePainter.Abilities {
    init(_ found: cn_abilities) {
        func text(_ bytes: some Any) -> [UInt8] { withUnsafeBytes(of: bytes) { Array($0.prefix { $0 != 0 }) } }
        self.init(
            erasesInColour: found.erases_in_colour != 0, erasesCells: found.erases_cells != 0, holdsAtMargin: found.holds_at_margin != 0,
            attributesWithoutColour: Attributes(rawValue: found.without_colour), hideCursor: text(found.hide_cursor), showCursor: text(found.show_cursor))
    }
}
