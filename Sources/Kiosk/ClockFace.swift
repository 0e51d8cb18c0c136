import Indicators

/// What a wall clock shows, to the minute, in local time.
public struct ClockFace: Hashable, Sendable {
    /// The local date.
    public let day: CalendarDay
    /// The hour, from 0 to 23.
    public let hour: Int
    /// The minute, from 0 to 59.
    public let minute: Int

    /// Nil for a day or a time of day that does not exist, and for a year before 2020, which means that the clock was
    /// never set.
    public init?(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        guard year >= 2020, let day = CalendarDay(checkedYear: year, month: month, day: day), (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// 09:05
    var time: String { (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }

    /// Monday is 0 (Zeller's congruence, from January and February as months 13 and 14 of the year before).
    var weekday: Int {
        let month = day.month < 3 ? day.month + 12 : day.month, year = day.month < 3 ? day.year - 1 : day.year
        let fromSaturday = (day.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
        return (fromSaturday + 5) % 7
    }
}
