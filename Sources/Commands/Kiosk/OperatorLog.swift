import Glibc
import Indicators
import Kiosk

/// Lines for the operator on standard error, at most so many a minute; nothing of a visitor. Where standard error is a
/// terminal nothing is written: it is most likely the screen itself.
final class OperatorLog {
    private static let mostInAMinute = 10
    private let isOpen = isatty(STDERR_FILENO) == 0
    private var minuteBegan: KioskInstant?
    private var count = 0

    func say(_ text: LocalizedText, at now: KioskInstant) {
        guard isOpen else { return }
        if let began = minuteBegan, now - began < 60_000 {
            count += 1
        } else {
            let left = count - Self.mostInAMinute
            if left > 0 {
                write("minsheng kiosk: 上一分钟另有 \(left) 条未记录 / \(left) more in the last minute were left out\n")
            }
            minuteBegan = now
            count = 1
        }
        if count <= Self.mostInAMinute { write("minsheng kiosk: \(text.zh) / \(text.en)\n") }
    }

    /// Never waits: a reader that has stopped reading must not stop the kiosk.
    private func write(_ line: String) {
        var ready = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        guard poll(&ready, 1, 0) == 1, Int32(ready.revents) & POLLOUT != 0 else { return }
        StandardStreams.complain(line)
    }
}
