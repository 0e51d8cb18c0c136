import Glibc
import Kiosk
import Tables

/// The two clocks of a kiosk.
protocol KioskClock: AnyObject {
    /// Only goes forward, and is never set.
    var now: KioskInstant { get }
    /// Seconds since 1970 and the milliseconds of the second.
    var wall: (seconds: Int, milliseconds: Int) { get }
}

final class MachineClock: KioskClock {
    var now: KioskInstant { KioskInstant(milliseconds: MonotonicClock.milliseconds) }

    var wall: (seconds: Int, milliseconds: Int) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return (time.tv_sec, time.tv_nsec / 1_000_000)
    }
}

extension KioskClock {
    /// What the wall clock shows here, and when it shows another minute.
    var face: (face: ClockFace?, changesIn: Int) {
        let (seconds, milliseconds) = wall
        var time = time_t(seconds), local = tm()
        guard localtime_r(&time, &local) != nil else { return (nil, 60_000) }
        let face = ClockFace(
            year: Int(local.tm_year) + 1_900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday),
            hour: Int(local.tm_hour),
            minute: Int(local.tm_min))
        return (face, max(1, (60 - Int(local.tm_sec)) * 1_000 - milliseconds))
    }
}
