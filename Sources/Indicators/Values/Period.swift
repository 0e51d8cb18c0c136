/// A period of time in SDMX notation (SDMX 2.1, section 6); ISO 8601 start/end is read too.
///
/// The period keeps its text as written. Start and end are Gregorian days, both inside the period.
public struct Period: Hashable, Sendable {
    /// The form in which a period is written. `range` is a start with a duration or an end, `reportingDay` a day
    /// counted from the start of the year (2022-D032), `none` no period at all.
    public enum Kind: Hashable, Sendable {
        case none, year, halfYear, trimester, quarter, month, week, day, range, reportingDay
    }

    /// As written in the table.
    public let text: String
    /// The form in which the period is written.
    public let kind: Kind
    /// The first day. It means nothing where there is no period.
    public let start: CalendarDay
    /// The last day, which belongs to the period. It means nothing where there is no period.
    public let end: CalendarDay

    /// No period.
    public static let none = Period(
        text: "", kind: .none, start: CalendarDay(year: 0, month: 1, day: 1),
        end: CalendarDay(year: 0, month: 1, day: 1))

    package init(text: String, kind: Kind, start: CalendarDay, end: CalendarDay) {
        self.text = text
        self.kind = kind
        self.start = start
        self.end = end
    }

    /// The year of the first day.
    public var startYear: Int { start.year }
    /// The month of the first day, from 1 to 12.
    public var startMonth: Int { start.month }
    /// The day of the month on which the period begins, from 1.
    public var startDay: Int { start.day }

    /// The year of the period; nil where it extends over several.
    public var year: Int? { kind != .none && start.year == end.year ? start.year : nil }

    /// The length in whole months; nil where it does not begin and end with a month.
    public var months: Int? {
        guard kind != .none, start.day == 1, end.day == CalendarDay.days(inMonth: end.month, of: end.year) else {
            return nil
        }
        return (end.year - start.year) * 12 + end.month - start.month + 1
    }

    /// Whether both cover the same part of their years: January to November and January to November (同期).
    public func sameSpan(as other: Period) -> Bool {
        kind != .none && other.kind != .none && start.month == other.start.month && start.day == other.start.day
            && end.month == other.end.month && (end.day == other.end.day || (months != nil && months == other.months))
            && end.year - start.year == other.end.year - other.start.year
    }

    /// Reads 2022, 2022-11, 2022-11-30, 2022-Q3, 2022-S1, 2022-T2, 2022-M11, 2022-W05, 2022-D032, 2022-A1,
    /// 2022-01-01/P11M and 2022-01/2022-11. Nil for anything else and for days that do not exist.
    public init?(sdmx text: String) {
        var written = text
        if let usual = written.withUTF8({ Period.usual(text, $0) }) {
            self = usual
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let range = Period.range(text, parts[0], parts[1]) else { return nil }
            self = range
        } else if parts.count == 1, let single = Period.single(text, parts[0]) {
            self = single
        } else {
            return nil
        }
    }

    /// The most frequent notations, read without splitting the text: 2022, 2022-11, 2022-11-30 and 2022-01-01/P11M.
    private static func usual(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
        func number(_ first: Int, _ count: Int) -> Int? {
            var value = 0
            for byte in bytes[first..<first + count] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        let count = bytes.count
        guard count >= 4, let year = number(0, 4), year >= 1 else { return nil }
        if count == 4 { return span(text, .year, year, firstMonth: 1, months: 12) }
        guard count >= 7, bytes[4] == UInt8(ascii: "-"), let month = number(5, 2), month >= 1, month <= 12 else {
            return nil
        }
        if count == 7 { return span(text, .month, year, firstMonth: month, months: 1) }
        guard count >= 10, bytes[7] == UInt8(ascii: "-"), let day = number(8, 2),
            let start = CalendarDay(checkedYear: year, month: month, day: day)
        else { return nil }
        if count == 10 { return Period(text: text, kind: .day, start: start, end: start) }
        guard count >= 14, count <= 15, bytes[10] == UInt8(ascii: "/"), bytes[11] == UInt8(ascii: "P"),
            bytes[count - 1] == UInt8(ascii: "M"),
            let months = number(12, count - 13), months > 0
        else { return nil }
        return Period(text: text, kind: .range, start: start, end: start.adding(months: months).adding(days: -1))
    }

    private static func digits(_ text: Substring, _ count: Int) -> Int? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }

    private static func span(_ text: String, _ kind: Kind, _ year: Int, firstMonth: Int, months: Int) -> Period {
        let last = firstMonth + months - 1
        return Period(
            text: text, kind: kind, start: CalendarDay(year: year, month: firstMonth, day: 1),
            end: CalendarDay(year: year, month: last, day: CalendarDay.days(inMonth: last, of: year)))
    }

    private static func single(_ text: String, _ body: Substring) -> Period? {
        let fields = body.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = fields.first, let year = digits(first, 4), year >= 1 else { return nil }
        switch fields.count {
        case 1: return span(text, .year, year, firstMonth: 1, months: 12)
        case 2:
            if let month = digits(fields[1], 2) {
                return (1...12).contains(month) ? span(text, .month, year, firstMonth: month, months: 1) : nil
            }
            return reporting(text, year, fields[1])
        case 3:
            guard let month = digits(fields[1], 2), let day = digits(fields[2], 2),
                let date = CalendarDay(checkedYear: year, month: month, day: day)
            else { return nil }
            return Period(text: text, kind: .day, start: date, end: date)
        default: return nil
        }
    }

    private static func reporting(_ text: String, _ year: Int, _ field: Substring) -> Period? {
        guard let letter = field.first else { return nil }
        let rest = field.dropFirst()
        func number(_ digitCount: Int, _ range: ClosedRange<Int>) -> Int? {
            digits(rest, digitCount).flatMap { range.contains($0) ? $0 : nil }
        }
        switch letter {
        case "A": return number(1, 1...1).map { _ in span(text, .year, year, firstMonth: 1, months: 12) }
        case "S": return number(1, 1...2).map { span(text, .halfYear, year, firstMonth: ($0 - 1) * 6 + 1, months: 6) }
        case "T": return number(1, 1...3).map { span(text, .trimester, year, firstMonth: ($0 - 1) * 4 + 1, months: 4) }
        case "Q": return number(1, 1...4).map { span(text, .quarter, year, firstMonth: ($0 - 1) * 3 + 1, months: 3) }
        case "M": return number(2, 1...12).map { span(text, .month, year, firstMonth: $0, months: 1) }
        case "W":
            return number(2, 1...53).flatMap { week in
                let monday = CalendarDay.mondayOfFirstWeek(of: year).adding(days: (week - 1) * 7)
                // A year has 53 weeks only where its 53rd week has a Thursday in it.
                guard monday.adding(days: 3).year == year else { return nil }
                return Period(text: text, kind: .week, start: monday, end: monday.adding(days: 6))
            }
        case "D":
            return number(3, 1...366).flatMap { day in
                let date = CalendarDay(year: year, month: 1, day: 1).adding(days: day - 1)
                guard date.year == year else { return nil }
                return Period(text: text, kind: .reportingDay, start: date, end: date)
            }
        default: return nil
        }
    }

    private static func range(_ text: String, _ first: Substring, _ second: Substring) -> Period? {
        guard let start = single(text, first) else { return nil }
        if second.first == "P" {
            guard start.kind == .day, let unit = second.last, let count = Int(second.dropFirst().dropLast()), count > 0,
                count <= 100_000
            else { return nil }
            let end: CalendarDay
            switch unit {
            case "Y": end = start.start.adding(months: count * 12).adding(days: -1)
            case "M": end = start.start.adding(months: count).adding(days: -1)
            case "W": end = start.start.adding(days: count * 7 - 1)
            case "D": end = start.start.adding(days: count - 1)
            default: return nil
            }
            return Period(text: text, kind: .range, start: start.start, end: end)
        }
        guard let last = single(text, second), !(last.end < start.start), last.kind == start.kind else { return nil }
        return Period(text: text, kind: .range, start: start.start, end: last.end)
    }
}

extension Period: Comparable {
    /// Compares by end, then by start, then by text. A period that ends later is newer.
    public static func < (left: Period, right: Period) -> Bool {
        if left.end != right.end { return left.end < right.end }
        if left.start != right.start { return left.start < right.start }
        return left.text < right.text
    }
}
