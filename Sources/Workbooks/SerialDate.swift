/// Days and times that a workbook counts from a day of 1900 or 1904.
enum SerialDate {
    /// What of a date is shown.
    enum Precision: Hashable, Sendable {
        case year, month, day, instant
        /// A time without a day.
        case time
    }

    /// ISO text; nil for a number that is no date.
    static func text(_ number: DecimalText, _ precision: Precision, is1904: Bool) -> String? {
        guard !number.isNegative, var days = number.whole, days <= 2_958_465 else { return nil }
        // Rounded to the second; a fraction of a day is a sum of binary fractions.
        var seconds = (number.fraction * 86_400 + 500_000_000_000) / 1_000_000_000_000
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        let time = "\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
        if precision == .time || (days == 0 && !is1904) {
            return days == 0 ? time : "\(days * 24 + seconds / 3_600)\(time.dropFirst(2))"
        }
        let (year, month, day) = date(days, is1904: is1904)
        switch precision {
        case .year: return "\(year)"
        case .month: return "\(year)-\(padded(month))"
        case .instant where seconds != 0: return "\(year)-\(padded(month))-\(padded(day)) \(time)"
        default: return "\(year)-\(padded(month))-\(padded(day))"
        }
    }

    private static func date(_ days: Int, is1904: Bool) -> (Int, Int, Int) {
        if is1904 { return civil(days + 1_462) }
        // Spreadsheets count a 29 February 1900, which there was not.
        if days == 60 { return (1900, 2, 29) }
        return civil(days < 60 ? days + 1 : days)
    }

    /// Of days from 30 December 1899 (Howard Hinnant, chrono-compatible low-level date algorithms).
    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 693_899
        let era = shifted / 146_097, ofEra = shifted % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * ofYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
