import CNcurses
import Cells
import Glibc

/// The terminal of the process, drawn by ncurses. `ControlSequences` are sent without ncurses, and `InputDecoder` reads
/// the input.
@MainActor
public final class CursesTerminal: Terminal {
    /// The kind of terminal that replaces an unknown `TERM`; nil if `TERM` is known.
    public let substitute: String?
    private var encoder: CellEncoder
    /// What ncurses has been given; nil where it has to be given anew.
    private var shown: CellGrid?
    private var isLost = false
    private var decoder = InputDecoder()
    private var standIns = StandIns()
    private let questions: Questions
    private let claimsMouse: Bool
    /// How many questions have no answer yet.
    private var unanswered = 0
    /// Until when answers are expected, in milliseconds as `now`.
    private var answersExpectedUntil = 0
    private var hasAsked = false, hasShown = false
    /// When the last input was read, in milliseconds as `now`.
    private var lastInput = 0
    private var input = [UInt8](repeating: 0, count: 4_096)
    private var watched: [Int32] = []
    /// Events read by `backgroundIsLight`, for the next call of `events`.
    private var early: [TerminalEvent] = []

    /// Kinds to try if terminfo does not know `TERM`; most terminals understand them.
    private static let substitutes = ["xterm-256color", "ansi"]
    /// How long after a question an answer is expected, in milliseconds.
    private static let answerDelay = 1_000
    /// How long `close` waits for answers, in milliseconds. Otherwise the shell would take them for typing.
    private static let farewellDelay = 200

    /// What the terminal is asked before the first frame. Replies are asynchronous; they arrive as events.
    public struct Questions: OptionSet, Sendable {
        /// A bit for each question.
        public let rawValue: Int
        /// Questions by their bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// A request to report presses and the wheel.
        public static let mouse = Questions(rawValue: 1)
        /// The background colour.
        public static let background = Questions(rawValue: 2)
        /// The widths of the signs in `StandIns`.
        public static let widths = Questions(rawValue: 4)
    }

    /// Opens the screen. The process may have only one at a time.
    ///
    /// - Throws: `CursesFault`.
    public init(_ questions: Questions = [.mouse, .widths]) throws(CursesFault) {
        self.questions = questions
        guard cn_choose_locale() != 0 else { throw .noLocale }
        var description = cn_description(), used: String?
        var opening = cn_open(nil, &description)
        for kind in Self.substitutes where opening == CN_UNKNOWN_TERMINAL.rawValue {
            opening = cn_open(kind, &description)
            used = kind
        }
        switch UInt32(opening) {
        case CN_OPENED.rawValue: break
        case CN_NO_TERMINAL.rawValue: throw .noTerminal
        case CN_UNKNOWN_TERMINAL.rawValue: throw .unknownTerminal(getenv("TERM").map { String(cString: $0) } ?? "")
        default: throw .noMemory
        }
        (substitute, claimsMouse) = (used, description.claims_mouse != 0)
        let colours = description.is_direct != 0 ? ColorPairs.Colours.direct : .palette(Int(description.colours))
        encoder = CellEncoder(ColorPairs(colours: colours, pairs: Int(description.pairs)))
    }

    /// The size that ncurses has adopted.
    public var size: Size {
        var columns: Int32 = 0, rows: Int32 = 0
        cn_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// Draws a grid; nothing once the terminal is lost. The first call also asks the questions and turns the mouse on.
    public func show(_ grid: CellGrid) {
        guard !isLost else { return }
        ask()
        // Cells that ncurses already has are skipped. This saves a tenth of the time of a key.
        for row in 0..<grid.size.rows {
            guard let columns = grid.columnsThatDiffer(inRow: row, from: shown) else { continue }
            encoder.put(row, columns, of: grid, standIns)
        }
        shown = grid
        if let caret = grid.caret { cn_refresh(Int32(caret.row), Int32(caret.column)) } else { cn_refresh(-1, 0) }
        guard !hasShown else { return }
        hasShown = true
        guard claimsMouse else { return }
        let (on, off) = questions.contains(.mouse) ? (ControlSequences.mouseOn, ControlSequences.mouseOff) : ("", "")
        cn_set_modes(on + ControlSequences.pasteOn, ControlSequences.pasteOff + off)
    }

    /// Sends the questions, once. Without this call the first `show` sends them; an early call gets early answers.
    public func ask() {
        // A terminal without a mouse may show the question instead of answering it.
        guard !hasAsked else { return }
        hasAsked = true
        guard claimsMouse else { return }
        if questions.contains(.background) {
            unanswered += 1
            send(Array(ControlSequences.backgroundQuestion.utf8))
        }
        if questions.contains(.widths) {
            unanswered += StandIns.table.count
            // The row and the cursor are left as ncurses knows them.
            let question =
                ControlSequences.saveCursor + standIns.question(row: 1) + ControlSequences.moveTo(row: 1)
                + ControlSequences.eraseLine + ControlSequences.restoreCursor
            send(Array(question.utf8))
        }
        answersExpectedUntil = Self.now + Self.answerDelay
    }

    /// Writes bytes to the terminal without ncurses. They must not move the cursor or change the screen.
    public func send(_ bytes: [UInt8]) { cn_send(bytes, Int32(bytes.count)) }

    /// Whether the background is light; nil if the answer has not arrived yet. Reads pending input without waiting and
    /// keeps it for `events`. Called before the first frame, so that it has the right colours.
    public func backgroundIsLight() -> Bool? {
        early += events(within: 0)
        for case .background(let isLight) in early.reversed() { return isLight }
        return nil
    }

    /// All pending events; see `Terminal`. Also carries out suspension, continuation and changes of size.
    public func events(within milliseconds: Int?) -> [TerminalEvent] {
        if !early.isEmpty {
            defer { early = [] }
            return early
        }
        var limit = milliseconds ?? -1
        if let delay = decoder.delay {
            let left = max(0, lastInput + delay - Self.now)
            limit = limit < 0 ? left : min(limit, left)
        }
        var ready = [UInt8](repeating: 0, count: watched.count)
        let pending = UInt32(bitPattern: cn_wait(Int32(limit), watched, &ready, Int32(watched.count)))
        func has(_ bit: cn_pending) -> Bool { pending & UInt32(bit.rawValue) != 0 }
        if has(CN_LOST) { return [lose()] }
        if has(CN_TERMINATE) { return [.terminate] }
        var events: [TerminalEvent] = []
        if has(CN_STOP) || has(CN_CONTINUED) {
            shown = nil
            if has(CN_STOP) { cn_suspend() } else { cn_resume() }
            events += [.resumed, .resize(size)]
        } else if has(CN_RESIZED) {
            // A smaller size cuts off ncurses' window, so all of it is written again.
            cn_adopt_size()
            redraw()
            events.append(.resize(size))
        }
        if has(CN_INPUT) {
            guard let inputs = readInputs() else { return [lose()] }
            for input in inputs { take(input, &events) }
        } else if let delay = decoder.delay, Self.now - lastInput >= delay {
            for input in decoder.giveUpWaiting() { take(input, &events) }
        }
        return events + zip(watched, ready).filter { $0.1 != 0 }.map { .ready(descriptor: $0.0) }
    }

    /// Watches a descriptor; ignored if four are watched already.
    public func watch(_ descriptor: Int32) { if watched.count < Int(CN_MOST_WATCHED) { watched.append(descriptor) } }

    /// Ends watching a descriptor; ignored if it is not watched.
    public func stopWatching(_ descriptor: Int32) { watched.removeAll { $0 == descriptor } }

    /// Makes the process ignore the signals that keys send (interrupt, quit, suspend), for the kiosk.
    ///
    /// - Returns: a descriptor that becomes readable after SIGUSR1; nil if it could not be made.
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
        case .paste(let text): events.append(.paste(text))
        case .reply(.background(let brightness)):
            unanswered -= 1
            events.append(.background(isLight: brightness > 0.5))
        case .reply(.cursor(_, let column)):
            guard questions.contains(.widths), hasAsked else { return }
            unanswered -= 1
            if standIns.take(column: column) {
                // Signs that were drawn too wide are replaced in the next frame.
                redraw()
                events.append(.resumed)
            }
        }
    }

    /// The inputs of one read, which takes all that a terminal's queue holds; nil if the terminal is gone.
    private func readInputs() -> [TerminalInput]? {
        let count = Int(cn_read(&input, Int32(input.count)))
        lastInput = Self.now
        return count < 0 ? nil : decoder.decode(input[..<count])
    }

    /// Makes the next frame send every cell.
    public func redraw() {
        shown = nil
        cn_redraw()
    }

    /// Restores the terminal and stops the process until it is continued.
    public func suspend() {
        shown = nil
        cn_suspend()
    }

    /// Reads answers that are still due for at most 200 ms, then restores the terminal.
    public func close() {
        discardAnswers()
        cn_close()
    }

    /// Reads outstanding answers until `farewellDelay` is over or they are no longer expected.
    private func discardAnswers() {
        let end = min(answersExpectedUntil, Self.now + Self.farewellDelay)
        while !isLost, unanswered > 0, Self.now < end { _ = events(within: end - Self.now) }
    }

    /// The monotonic clock in milliseconds.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
