/// A moment in time, in seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted; negative before that.
    public let seconds: Int

    /// The moment this number of seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int) { self.seconds = seconds }

    /// Before every other moment: no embargo has expired.
    public static let distantPast = Instant(seconds: .min)

    /// Reads a date, a time and a zone in the form of RFC 3339, section 5.6; nil for any other text. A leap second
    /// counts as the second before it.
    public init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        func digits(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[start..<start + count] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        func has(_ characters: String, at index: Int) -> Bool {
            index < bytes.count && characters.utf8.contains(bytes[index])
        }
        guard let year = digits(0, 4), has("-", at: 4), let month = digits(5, 2), has("-", at: 7),
            let day = digits(8, 2),
            let date = CalendarDay(checkedYear: year, month: month, day: day), has("Tt", at: 10),
            let hour = digits(11, 2), hour < 24,
            has(":", at: 13), let minute = digits(14, 2), minute < 60, has(":", at: 16), let second = digits(17, 2),
            second <= 60
        else { return nil }
        var position = 19
        if has(".", at: position) {
            position += 1
            let first = position
            while has("0123456789", at: position) { position += 1 }
            guard position > first else { return nil }
        }
        var offset = 0
        if has("Zz", at: position) {
            position += 1
        } else {
            guard has("+-", at: position), let hours = digits(position + 1, 2), hours < 24, has(":", at: position + 3),
                let minutes = digits(position + 4, 2), minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * 60 * (has("-", at: position) ? -1 : 1)
            position += 6
        }
        guard position == bytes.count else { return nil }
        let epoch = CalendarDay(year: 1970, month: 1, day: 1).ordinal
        seconds = (date.ordinal - epoch) * 86_400 + hour * 3_600 + minute * 60 + min(second, 59) - offset
    }

    /// The day in UTC; nil for a moment without one.
    package var day: CalendarDay? {
        guard self != .distantPast, (-62_000_000_000...250_000_000_000).contains(seconds) else { return nil }
        // Rounded down, also before 1970.
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return CalendarDay(year: 1970, month: 1, day: 1).adding(days: days)
    }

    /// Whether one moment is earlier than another.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
