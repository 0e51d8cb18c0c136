import Glibc
import Indicators
import Kiosk

/// Lines for the operator on standard error, at most so many a minute; nothing of a visitor. Where standard error is a
/// terminal nothing is written: it is most likely the screen itself.
final class OperatorLog {
    private let isOpen = isatty(STDERR_FILENO) == 0
    private var bound = LogBound()

    func say(_ text: LocalizedText, at now: KioskInstant) {
        guard isOpen else { return }
        for line in bound.take("\(text.zh) / \(text.en)", at: now.milliseconds) { write(line) }
    }

    /// Writes what was held back because there was too much of it, once that is due.
    func flush(at now: KioskInstant) { for line in bound.flush(at: now.milliseconds) { write(line) } }

    /// When `flush` has something to do.
    var dueAt: KioskInstant? { bound.dueAt.map { KioskInstant(milliseconds: $0) } }

    /// Never waits: a reader that has stopped reading must not stop the kiosk.
    private func write(_ line: String) {
        var ready = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        guard poll(&ready, 1, 0) == 1, Int32(ready.revents) & POLLOUT != 0 else { return }
        StandardStreams.complain("minsheng kiosk: \(line)\n")
    }
}
