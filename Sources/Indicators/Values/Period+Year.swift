/// How the share of a year that has gone by is measured.
public enum YearMeasure: String, Coded { case months, days }

extension Period {
    /// The number of days in the period; 0 for no period.
    public var days: Int { kind == .none ? 0 : end.ordinal - start.ordinal + 1 }

    /// Whether both begin and end on the same days.
    public func coversSameDays(as other: Period) -> Bool {
        kind != .none && other.kind != .none && start == other.start && end == other.end
    }

    /// Whether another period lies entirely within this one.
    public func contains(_ other: Period) -> Bool {
        kind != .none && other.kind != .none && start <= other.start && other.end <= end
    }

    /// The fraction of this period that has gone by at the end of a day: 11/12 of a year at the end of November.
    ///
    /// By months, each month counts equally whatever its length, and a day counts as a fraction of its month. Nil for a
    /// day outside the period; by months also for a period that is not made of whole months.
    public func share(goneAt day: CalendarDay, by measure: YearMeasure) -> ExactRatio? {
        guard kind != .none, start <= day, day <= end else { return nil }
        switch measure {
        case .days:
            return ExactRatio(Int128(day.ordinal - start.ordinal + 1), Int128(days))
        case .months:
            guard let months else { return nil }
            let whole = (day.year - start.year) * 12 + day.month - start.month
            let length = CalendarDay.days(inMonth: day.month, of: day.year)
            return ExactRatio(Int128(whole * length + day.day), Int128(length * months))
        }
    }

    /// The month in which it ends; nil for no period.
    public var lastMonth: Period? {
        kind == .none ? nil : Period.months(from: CalendarDay(year: end.year, month: end.month, day: 1), count: 1)
    }

    /// The same part of the year before; nil where there is no period.
    public var yearBefore: Period? { inYear(start.year - 1) }

    /// Whether this is the same part of the year before another's (上年同期).
    public func isYearBefore(_ other: Period) -> Bool { sameSpan(as: other) && start.year == other.start.year - 1 }
}

extension Period {
    /// The same part of another year; nil where its notation does not allow that.
    package func inYear(_ year: Int) -> Period? {
        guard kind != .none, (1...9_999).contains(year),
            !text.contains("/") || text.split(separator: "/")[1].first == "P"
        else { return nil }
        let digits = String(year)
        return Period(sdmx: String(repeating: "0", count: 4 - digits.utf8.count) + digits + text.dropFirst(4))
    }

    /// A period of whole months from the first day of a month on, in SDMX notation.
    package static func months(from start: CalendarDay, count: Int) -> Period {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let text =
            switch count {
            case 1: "\(start.year)-\(two(start.month))"
            case 3 where start.month % 3 == 1: "\(start.year)-Q\((start.month + 2) / 3)"
            case 6 where start.month % 6 == 1: "\(start.year)-S\((start.month + 5) / 6)"
            case 12 where start.month == 1: "\(start.year)"
            default: "\(start.year)-\(two(start.month))-01/P\(count)M"
            }
        return Period(sdmx: text) ?? .none
    }
}
