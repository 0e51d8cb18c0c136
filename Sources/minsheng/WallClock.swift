import Glibc
import Indicators

/// The time of day, asked once where it is needed and handed on as a value.
enum WallClock {
    static var now: Instant {
        var time = timespec()
        guard clock_gettime(CLOCK_REALTIME, &time) == 0 else { return .distantPast }
        return Instant(seconds: time.tv_sec)
    }
}
