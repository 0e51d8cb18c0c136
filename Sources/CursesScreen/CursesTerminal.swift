import CNcurses
import Cells
import Glibc

/// A terminal on which ncurses paints. What is written to it beside ncurses stands in `ControlSequences`; its input is
/// read by `InputDecoder`.
@MainActor
public final class CursesTerminal: Terminal {
    /// The kind of terminal used instead of an unknown `TERM`; nil where `TERM` was known.
    public let substitute: String?
    private var encoder: CellEncoder
    /// What ncurses has been given; nil where it has to be given anew.
    private var shown: CellGrid?
    private var isLost = false
    private var decoder = InputDecoder()
    private var standIns = StandIns()
    private let questions: Set<Question>
    private let claimsMouse: Bool
    /// Questions without an answer, and until when answers are expected.
    private var unanswered = 0
    private var answersExpectedUntil = 0
    private var hasAsked = false
    private var hasShown = false
    /// When the last input came.
    private var lastInput = 0
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
    public enum Question: Hashable, Sendable {
        /// To report presses and the wheel.
        case mouse
        /// Whether its background is light.
        case background
        /// How wide it draws doubtful signs.
        case widths
    }

    /// Opens the screen.
    ///
    /// - Throws: `CursesFault`.
    public init(_ questions: Set<Question> = [.mouse, .widths]) throws(CursesFault) {
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
        substitute = used
        claimsMouse = description.claims_mouse != 0
        let colours = description.is_direct != 0 ? ColorPairs.Colours.direct : .palette(Int(description.colours))
        encoder = CellEncoder(ColorPairs(colours: colours, pairs: Int(description.pairs)))
    }

    public var size: Size {
        var columns: Int32 = 0, rows: Int32 = 0
        cn_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    public func show(_ grid: CellGrid) {
        guard !isLost else { return }
        ask()
        // Rows that ncurses has already are not handed over again: a tenth of a key.
        for row in 0..<grid.size.rows where shown.map({ !grid.hasSameCells(inRow: row, as: $0) }) ?? true {
            encoder.put(row, of: grid, standIns)
        }
        shown = grid
        if let caret = grid.caret { cn_refresh(Int32(caret.row), Int32(caret.column)) } else { cn_refresh(-1, 0) }
        guard !hasShown else { return }
        hasShown = true
        guard claimsMouse else { return }
        let mouse = questions.contains(.mouse)
        cn_set_modes(
            (mouse ? ControlSequences.mouseOn : "") + ControlSequences.pasteOn,
            ControlSequences.pasteOff + (mouse ? ControlSequences.mouseOff : ""))
    }

    /// Asks the terminal what is to be known of it, once; else the first frame does. The earlier, the sooner the
    /// answers are there.
    public func ask() {
        // Only a terminal with a mouse is asked: others may show the question.
        guard !hasAsked else { return }
        hasAsked = true
        guard claimsMouse else { return }
        if questions.contains(.background) {
            unanswered += 1
            send(Array(ControlSequences.backgroundQuestion.utf8))
        }
        if questions.contains(.widths) {
            unanswered += StandIns.table.count
            // With the cursor back where ncurses believes it to be. The signs stand in the first row until it is drawn.
            let question = ControlSequences.saveCursor + standIns.question(row: 1) + ControlSequences.restoreCursor
            send(Array(question.utf8))
            cn_redraw()
        }
        answersExpectedUntil = Self.now + Self.answerDelay
    }

    /// Sends bytes past ncurses, for the terminal itself.
    public func send(_ bytes: [UInt8]) {
        cn_send(bytes, Int32(bytes.count))
    }

    /// Whether the background is light, where the terminal has said so by now: the first frame can then have the right
    /// colours. Whatever has come is kept for `events`.
    public func backgroundIsLight() -> Bool? {
        early += events(within: 0)
        for case .background(let isLight) in early.reversed() { return isLight }
        return nil
    }

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
            if has(CN_STOP) { cn_suspend() } else { cn_resume() }
            events += [.resumed, .resize(size)]
        } else if has(CN_RESIZED) {
            cn_adopt_size()
            cn_redraw()
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

    public func watch(_ descriptor: Int32) { if watched.count < Int(CN_MOST_WATCHED) { watched.append(descriptor) } }

    public func stopWatching(_ descriptor: Int32) { watched.removeAll { $0 == descriptor } }

    /// Lets no signal of a person at the terminal stop or end the program: it cannot be suspended, interrupted or quit
    /// any more.
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
            guard questions.contains(.widths), hasAsked else { return }
            unanswered -= 1
            if standIns.take(column: column) {
                // What was drawn too wide is drawn anew with what stands in for it.
                shown = nil
                cn_redraw()
                events.append(.resumed)
            }
        }
    }

    /// What one read gives, which takes all that a line of the terminal can hold; nil where the terminal has gone.
    private func readInputs() -> [TerminalInput]? {
        let count = Int(cn_read(&input, Int32(input.count)))
        lastInput = Self.now
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
