import CNcurses
import Cells
import Glibc

/// A terminal on which ncurses paints. What is written to it beside ncurses stands in `ControlSequences`; its input is read by `InputDecoder`.
@MainActor
public final class CursesTerminal: Terminal {
    /// The kind of terminal used instead of an unknown `TERM`; nil where `TERM` was known.
    public let substitute: String?
    private var encoder: CellEncoder
    private var caret: Point?
    private var isLost = false
    private var decoder = InputDecoder()
    private var standIns = StandIns()
    private let questions: Questions
    /// Questions without an answer, and until when answers are expected.
    private var unanswered = 0
    private var answersExpectedUntil = 0
    private var hasAsked = false
    private var hasShown = false
    private var input = [UInt8](repeating: 0, count: 4_096)
    private var watched: [Int32] = []
    /// What came before anybody waited for it.
    private var early: [TerminalEvent] = []

    /// Kinds that most terminals understand, for a `TERM` that the data base does not know.
    private static let substitutes = ["xterm-256color", "ansi"]
    /// So many milliseconds after a question an answer is still expected.
    private static let answerDelay = 1_000
    /// So many milliseconds the end of the program waits for answers, so that the shell does not take them for typing.
    private static let farewellDelay = 200

    /// What the terminal is asked before the first frame. The answers are events, whenever they come.
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
        let colours = cn_has_direct_colour() != 0 ? ColorPairs.Colours.direct : .palette(Int(cn_colours()))
        encoder = CellEncoder(ColorPairs(colours: colours, pairs: Int(cn_pairs())))
    }

    public var size: Size {
        var columns: Int32 = 0, rows: Int32 = 0
        cn_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    public func show(_ grid: CellGrid) {
        guard !isLost else { return }
        ask()
        for row in 0..<grid.size.rows { encoder.put(row, of: grid, standIns) }
        caret = grid.caret
        refresh()
        guard !hasShown else { return }
        hasShown = true
        guard cn_claims_mouse() != 0 else { return }
        let mouse = questions.mouse
        cn_set_modes(
            (mouse ? ControlSequences.mouseOn : "") + ControlSequences.pasteOn,
            ControlSequences.pasteOff + (mouse ? ControlSequences.mouseOff : ""))
    }

    private func refresh() {
        if let caret { cn_refresh(Int32(caret.row), Int32(caret.column)) } else { cn_refresh(-1, 0) }
    }

    /// Asks the terminal what is to be known of it, once; else the first frame does. The earlier, the sooner the answers are there.
    public func ask() {
        // Only a terminal with a mouse is asked: others may show the question.
        guard !hasAsked else { return }
        hasAsked = true
        guard cn_claims_mouse() != 0 else { return }
        if questions.background {
            unanswered += 1
            send(Array(ControlSequences.backgroundQuestion.utf8))
        }
        if questions.widths {
            sendQuestion(standIns.question(row: 1, columns: size.columns))
            // The signs stand in the first row now.
            cn_redraw_row(0)
        }
        answersExpectedUntil = Self.now + Self.answerDelay
    }

    /// Asks with the cursor back where ncurses believes it to be afterwards.
    private func sendQuestion(_ question: StandIns.Question) {
        unanswered += question.count
        send(Array((ControlSequences.saveCursor + question.text + ControlSequences.restoreCursor).utf8))
    }

    /// Sends bytes past ncurses, for the terminal itself.
    public func send(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { cn_send(base, Int32($0.count)) } }
    }

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
        if let delay = decoder.delay, limit < 0 || limit > delay { limit = delay }
        let pending = UInt32(bitPattern: cn_wait(Int32(limit)))
        func has(_ bit: cn_pending) -> Bool { pending & UInt32(bit.rawValue) != 0 }
        if has(CN_LOST) { return [lose()] }
        if has(CN_TERMINATE) { return [.terminate] }
        var events: [TerminalEvent] = []
        if has(CN_STOP) {
            suspend()
            events += [.resumed, .resize(size)]
        } else if has(CN_CONTINUED) {
            cn_resume()
            events += [.resumed, .resize(size)]
        } else if has(CN_RESIZED) {
            cn_adopt_size()
            cn_redraw()
            events.append(.resize(size))
        }
        if has(CN_INPUT) {
            guard let inputs = readInputs() else { return [lose()] }
            for input in inputs { take(input, &events) }
        } else if !has(CN_READY) {
            for input in decoder.giveUpWaiting() { take(input, &events) }
        }
        if has(CN_READY) { events += watched.filter { cn_is_ready($0) != 0 }.map { .ready(descriptor: $0) } }
        return events
    }

    public func watch(_ descriptor: Int32) {
        if cn_watch(descriptor) != 0 { watched.append(descriptor) }
    }

    public func stopWatching(_ descriptor: Int32) {
        cn_stop_watching(descriptor)
        watched.removeAll { $0 == descriptor }
    }

    /// Lets no signal of a person at the terminal stop or end the program: it cannot be suspended, interrupted or quit any more.
    ///
    /// - Returns: a descriptor that becomes readable after SIGUSR1; nil where there is none.
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
            guard questions.widths, hasAsked else { return }
            unanswered -= 1
            switch standIns.take(column: column, row: size.rows) {
            case .nothing: break
            case .askMore(let question):
                sendQuestion(question)
                cn_redraw_row(Int32(size.rows - 1))
                refresh()
            case .foundWide:
                // What was drawn too wide is drawn anew with what stands in for it.
                cn_redraw()
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

    public func redraw() { cn_redraw() }

    public func suspend() { cn_suspend() }

    public func close() {
        discardAnswers()
        cn_close()
    }

    /// Waits a moment for answers that are on their way, and reads them.
    private func discardAnswers() {
        let end = min(answersExpectedUntil, Self.now + Self.farewellDelay)
        while !isLost, unanswered > 0, Self.now < end { _ = events(within: end - Self.now) }
    }

    /// Milliseconds of a clock that only goes forward.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
