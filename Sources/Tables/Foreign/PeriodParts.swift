import Indicators

/// A year with its month, quarter or day from other columns.
enum PeriodParts {
    /// What the heading of a column says of the numbers in it.
    enum Sort: Hashable, Sendable {
        case quarter, week, other
    }

    /// A cell as `joined` takes it: 3 is Q3 in a column of quarters and W03 in one of weeks.
    static func written(_ text: String, _ sort: Sort) -> String {
        switch sort {
        case .quarter: quarter(text, isNamed: true).map { "Q\($0)" } ?? text
        case .week: week(text).map { "W" + padded($0) } ?? text
        case .other: text
        }
    }

    /// 5, W05, 第5周.
    static func week(_ text: String) -> Int? {
        var text = NarrowText.of(text, dashes: true).uppercased()
        for ending in ["周", ".0"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
        for beginning in ["第", "WEEK ", "W"] where text.hasPrefix(beginning) { text.removeFirst(beginning.count) }
        return Int(text).flatMap { (1...53).contains($0) ? $0 : nil }
    }

    /// The SDMX text of a year and its parts; nil where a part is not understood.
    static func joined(_ parts: [String]) -> String? {
        if parts.count == 2, let range = range(parts[0], parts[1]) { return range }
        guard let first = parts.first, let reading = PeriodReading.read(first), reading.period.kind == .year else {
            return nil
        }
        let year = String(reading.period.text.prefix(4))
        let rest = parts.dropFirst().map { NarrowText.of($0, dashes: true) }
        guard let second = rest.first, !rest.allSatisfy(\.isEmpty) else { return year }
        let behind = rest.dropFirst().filter { !$0.isEmpty }
        if behind.isEmpty {
            if let number = Int(year), let part = coded(second) { return part.period(of: number)?.text }
            if let quarter = quarter(second, isNamed: false) { return "\(year)-Q\(quarter)" }
            if let number = Int(year), let period = YearPart(second)?.period(of: number) { return period.text }
            if second.hasPrefix("W"), let week = week(second) { return "\(year)-W" + padded(week) }
        }
        guard let month = month(second) else { return nil }
        let text = year + "-" + padded(month)
        guard let last = behind.first else { return text }
        guard behind.count == 1, let day = day(last) else { return nil }
        return text + "-" + padded(day)
    }

    /// M01 to M12, Q01 to Q04 and S01 to S02 of the American office, with M13, Q05, S03 and A01 for the mean of the
    /// year.
    static func coded(_ text: String) -> YearPart? {
        guard text.utf8.count == 3, let letter = text.first, let number = Int(text.dropFirst()), number >= 1 else {
            return nil
        }
        let count = ["M": 12, "Q": 4, "S": 2, "A": 0][letter]
        guard let count, number <= count + 1 else { return nil }
        if number > count { return .whole }
        return letter == "M" ? .month(number) : letter == "Q" ? .quarter(number) : .half(number)
    }

    /// The day of a month that a cell states: 5日, 5.
    static func day(_ text: String) -> Int? {
        var text = NarrowText.of(text, dashes: true)
        for ending in ["日", "号", "號", ".0"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
        guard text.utf8.count <= 2 else { return nil }
        return Int(text).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    /// The first and the last day, or year, of a period in two columns.
    private static func range(_ first: String, _ last: String) -> String? {
        guard let start = PeriodReading.read(first)?.period, let end = PeriodReading.read(last)?.period,
            start.kind == end.kind, [.day, .year].contains(start.kind), !(end.end < start.start)
        else { return nil }
        return start == end ? start.text : "\(start.text)/\(end.text)"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

    /// 11, 11月, 十一月, M11, Nov, November.
    static func month(_ text: String) -> Int? {
        var text = NarrowText.of(text, dashes: true)
        for ending in ["月份", "月", ".0"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
        if text.hasPrefix("M") || text.hasPrefix("m"), text.dropFirst().allSatisfy(\.isNumber) { text.removeFirst() }
        if let number = Int(text) { return (1...12).contains(number) && text.utf8.count <= 2 ? number : nil }
        if let index = chinese.firstIndex(of: text) { return index + 1 }
        return MonthName.number(text)
    }

    /// Q3, 3Q, 第三季度, 三季度, and 3 where the heading says that it is a quarter.
    static func quarter(_ text: String, isNamed: Bool) -> Int? {
        var text = NarrowText.of(text, dashes: true).uppercased()
        var isQuarter = isNamed
        for ending in ["季度", "季", "Q"] where text.hasSuffix(ending) {
            text.removeLast(ending.count)
            isQuarter = true
        }
        for beginning in ["第", "Q"] where text.hasPrefix(beginning) {
            text.removeFirst(beginning.count)
            isQuarter = isQuarter || beginning == "Q"
        }
        guard isQuarter else { return nil }
        let number = Int(text) ?? chinese.firstIndex(of: text).map { $0 + 1 }
        return number.flatMap { (1...4).contains($0) ? $0 : nil }
    }
}
