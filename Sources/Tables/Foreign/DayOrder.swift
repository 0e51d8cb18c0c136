/// Dates that end in their year: 10/31/2026 in America, 31/10/2026 elsewhere, 31 October 2026. Which number is the day
/// follows from a whole column or a whole line of headings, where one of them is above 12.
enum DayOrder {
    /// The texts with dates as 2026-10-31; unchanged where none proves the order, or where two contradict each other.
    static func resolved(_ written: [String]) -> [String] {
        let texts = written.map { named($0) ?? $0 }
        let dates = texts.map(parts)
        let known = dates.compactMap { $0 }
        guard !known.isEmpty else { return texts }
        let isDayFirst = known.contains { $0.first > 12 }, isMonthFirst = known.contains { $0.second > 12 }
        guard isDayFirst != isMonthFirst else { return texts }
        return zip(texts, dates).map { text, date in
            guard let date else { return text }
            let (month, day) = isDayFirst ? (date.second, date.first) : (date.first, date.second)
            return "\(date.year)-\(padded(month))-\(padded(day))"
        }
    }

    /// 31 October 2026, October 31, 2026 and 31-Oct-2026 as 2026-10-31.
    private static func named(_ text: String) -> String? {
        guard (10...18).contains(text.utf8.count), text.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) })
        else { return nil }
        let parts = text.split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
        guard parts.count == 3, let year = parts.first(where: { $0.utf8.count == 4 && Int($0) != nil }),
            let day = parts.lazy.compactMap({ $0.utf8.count <= 2 ? Int($0) : nil }).first, (1...31).contains(day),
            let month = parts.lazy.compactMap({ MonthName.number($0) }).first
        else { return nil }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    private static func parts(_ text: String) -> (first: Int, second: Int, year: Int)? {
        guard text.utf8.last.map({ (0x30...0x39).contains($0) }) == true, text.utf8.contains(UInt8(ascii: "/")) else {
            return nil
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
            let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2]),
            PeriodReading.years.contains(year), (1...31).contains(first), (1...31).contains(second)
        else { return nil }
        return (first, second, year)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
