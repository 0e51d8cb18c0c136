import Glibc
import Indicators

/// The time of day, asked once where it is needed and handed on as a value.
enum WallClock {
    static var now: Instant {
        var time = timespec()
        guard clock_gettime(CLOCK_REALTIME, &time) == 0 else { return .distantPast }
        return Instant(seconds: time.tv_sec)
    }

    /// The same in milliseconds, and those of a clock that nobody sets and that goes on while the machine sleeps.
    static var both: (wall: Int, steady: Int) {
        func read(_ clock: clockid_t) -> Int {
            var time = timespec()
            clock_gettime(clock, &time)
            return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
        }
        return (read(CLOCK_REALTIME), read(CLOCK_BOOTTIME))
    }
}
