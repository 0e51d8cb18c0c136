/// A day of the Gregorian calendar, in exact integers.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// The year of the Gregorian calendar.
    public let year: Int
    /// From 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// No clock that is right shows an earlier day: this program was not yet written. Machines without a battery start
    /// in 1970 or at a date of their maker.
    package static let firstPossible = CalendarDay(year: 2020, month: 1, day: 1)

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Nil for a day that does not exist.
    public init?(checkedYear year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// YYYY-MM-DD (ISO 8601).
    public var text: String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// How many days a month has.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }

    /// Whether one day is earlier than another.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 0000-03-01, by the civil-calendar arithmetic of Howard Hinnant's "chrono-compatible algorithms".
    package var ordinal: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    package init(ordinal: Int) {
        let era = (ordinal >= 0 ? ordinal : ordinal - 146_096) / 146_097
        let dayOfEra = ordinal - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * part + 2) / 5 + 1)
    }

    package func adding(days: Int) -> CalendarDay { CalendarDay(ordinal: ordinal + days) }

    /// The same day a number of months later, or the last day of that month where it has no such day.
    package func adding(months: Int) -> CalendarDay {
        let total = year * 12 + month - 1 + months
        let year = total / 12, month = total % 12 + 1
        return CalendarDay(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
    }

    /// The Monday of the week with the year's first Thursday (ISO 8601).
    package static func mondayOfFirstWeek(of year: Int) -> CalendarDay {
        let fourth = CalendarDay(year: year, month: 1, day: 4).ordinal
        // Ordinal 0, 0000-03-01, was a Wednesday.
        let weekday = (fourth + 2) % 7
        return CalendarDay(ordinal: fourth - weekday)
    }
}
