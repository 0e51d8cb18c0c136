import CursesScreen
import Glibc
import Tables

/// Says on standard error how far a long work has come: at once to a person at a terminal, elsewhere only what takes
/// long.
final class Progress {
    private let start = MonotonicClock.milliseconds
    private var last = -1_000
    private let isWatched = isatty(STDERR_FILENO) == 1
    /// Work that is over sooner needs no words.
    private static let patience = 400
    private static let pause = 200

    func step(_ text: String) {
        let now = MonotonicClock.milliseconds
        guard isWatched || now - start >= Self.patience, now - last >= Self.pause else { return }
        last = now
        StandardStreams.complain(isWatched ? "\r\(ControlSequences.eraseLine)\(text)" : text + "\n")
    }

    /// Takes the line away again, before anything else is said.
    func clear() {
        if isWatched, last >= 0 { StandardStreams.complain("\r" + ControlSequences.eraseLine) }
        last = -1_000
    }

    deinit { clear() }
}
