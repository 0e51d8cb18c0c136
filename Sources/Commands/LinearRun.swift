import Console
import Glibc
import Indicators
import Linear
import Wording

/// Linear mode on a terminal: a page, a prompt, a line, the next page. Only the reading and writing; what is said comes
/// from `LinearDialogue`.
///
/// The terminal stays as it is: it echoes and edits the line itself, and nothing but text is sent to it. Where it goes
/// away, SIGHUP ends the program, or else the next read or write does.
enum LinearRun {
    /// Whether there is somebody to talk to: input and output are terminals.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && StandardStreams.outputIsTerminal }

    /// - Parameters:
    ///   - first: the screen whose page is read first.
    ///   - area: the area that every page is about; nil for the whole.
    ///   - data: is looked at whenever a line was typed: nobody is spoken to unasked.
    static func run(
        _ catalogue: Catalogue, _ options: WordingOptions, _ first: Screen = .overview, area: String? = nil,
        _ data: LiveData
    ) -> ExitStatus {
        var dialogue = LinearDialogue(catalogue: catalogue, options)
        dialogue.open(LinearPage(first, area: area) ?? .overview, area: area)
        var input = LineInput()
        var text = dialogue.page
        var embargo = EmbargoClock()
        while true {
            let status = StandardStreams.write(text + "> ")
            guard status == .well else { return status }
            switch input.next() {
            case .lost: return .cannotGoOn
            case .end: return StandardStreams.write("\n")
            case .line(let line):
                var news = ""
                if case .some(let now) = embargo.change(dialogue.catalogue) { news += dialogue.setClock(now) }
                news += data.watch.map { $0.differs() } ?? false ? dialogue.take(data.read(), byHand: false) : ""
                let answer = dialogue.answer(line)
                if answer.ends { return .well }
                text = news + (answer.reloads ? dialogue.take(data.read(byHand: true), byHand: true) : answer.text)
            }
        }
    }
}

extension LinearDialogue {
    /// Takes over the outcome of reading the data again and says so in a line.
    fileprivate mutating func take(_ outcome: Outcome, byHand: Bool) -> String {
        switch outcome {
        case .nothing, .formerVersions: ""
        case .notice(let notice): say(notice)
        case .reading(let reading): take(reading, byHand: byHand)
        }
    }
}

extension LinearPage {
    /// The page for a screen; nil for one that linear mode does not have.
    fileprivate init?(_ screen: Screen, area: String?) {
        switch screen {
        case .overview: self = .overview
        case .topic(let code): self = .topic(code)
        case .indicator(let code, let own): self = .indicator(code, area: own ?? area)
        case .districts: self = .districts
        case .area(let code): self = .area(code)
        default: return nil
        }
    }
}

/// Lines of standard input, as a terminal hands them over: usually one a read.
private struct LineInput {
    enum Event {
        case line(String)
        /// Nothing more comes: Ctrl-D, or a terminal that was closed.
        case end
        /// The terminal cannot be read.
        case lost
    }

    /// What was read and not yet handed on.
    private var rest: ArraySlice<UInt8> = []
    /// A longer line says nothing that a shorter one does not; the bytes behind are dropped.
    private static let mostBytes = 4_096

    mutating func next() -> Event {
        var line: [UInt8] = []
        while true {
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "\n") { return .line(String(decoding: line, as: UTF8.self)) }
                if line.count < Self.mostBytes { line.append(byte) }
            }
            var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            if count > 0 {
                rest = bytes[..<count]
            } else if count == 0 {
                return .end
            } else if errno == EAGAIN {
                // Somebody else who has this terminal open does not want to wait for it; we do.
                var wish = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
                _ = poll(&wish, 1, -1)
            } else if errno != EINTR {
                return .lost
            }
        }
    }
}
