import Indicators

/// The different texts of a column of periods, read together, because the meaning of one can depend on the others.
enum PeriodColumn {
    /// What has to be said of a column.
    enum Finding: Hashable, Sendable {
        /// So many days with slashes, all the first of a month, are read as months.
        case slashedDays(Int)
        /// 2022.1 is read as October.
        case october(String)
        /// A text that may be a month or a year that spans two.
        case doubtful(String)
    }

    struct Resolved: Sendable {
        /// For each text its period; nil where it is not a period.
        var periods: [Period?]
        var findings: [Finding] = []
        /// The status that a letter behind a year states, for each text.
        var statuses: [ObservationStatus?] = []

        var slashedDays: Int? {
            for case .slashedDays(let count) in findings { return count }
            return nil
        }
    }

    /// The sign between a year and its month or quarter from another column.
    static let joint: Character = "\u{1F}"

    /// What the heading of a column says of its periods.
    struct Name {
        /// Whether it holds quarters, so that 2020-1 is one.
        var isQuarterly = false
        /// Whether it holds years.
        var isOfYears = false
        /// The month with which its years end: Year ended 31 March.
        var lastMonth: Int?

        init(_ name: String) {
            let hint = NameHint(name), words = hint.tokens
            isQuarterly = hint.family == .quarter
            isOfYears =
                ["年份", "年度", "年"].contains { name.hasSuffix($0) } || words.last == "year" || words.first == "year"
            let end = words.firstIndex { ["ended", "ending", "end"].contains($0) } ?? words.count
            if words.contains("year") { lastMonth = words[end...].lazy.compactMap { MonthName.number($0) }.first }
        }
    }

    /// - Parameters:
    ///   - isStandard: whether the column is TIME_PERIOD of SDMX-CSV, where 2009-10 is always a month.
    ///   - name: the heading of the column.
    ///   - years: the numbers that count as years.
    static func resolve(
        _ texts: [String], isStandard: Bool = false, name: String = "", years: ClosedRange<Int> = 1...9999
    ) -> Resolved {
        let heading = Name(name)
        var resolved = resolved(texts, isStandard, heading.isQuarterly, years)
        if isStandard { return resolved }
        if heading.isOfYears, let found = yearsOfSerials(resolved.periods) { resolved.periods = found }
        if let month = heading.lastMonth, month < 12 {
            resolved.periods = resolved.periods.map { $0.flatMap { yearEnding($0, month) } }
        }
        return resolved
    }

    /// The numbers of years that a spreadsheet showed as days of 1905; nil for any other days.
    private static func yearsOfSerials(_ days: [Period?]) -> [Period?]? {
        let first = CalendarDay(year: 1899, month: 12, day: 30)
        let known = days.compactMap { $0 }
        let numbers = known.map { $0.kind == .day ? $0.start.ordinal - first.ordinal : 0 }
        guard !numbers.isEmpty, numbers.allSatisfy({ (1900...2100).contains($0) }) else { return nil }
        return days.map { $0.flatMap { Period(sdmx: String($0.start.ordinal - first.ordinal)) } }
    }

    /// The twelve months up to a month of a year; of 2020/21 that of the second year.
    private static func yearEnding(_ period: Period, _ month: Int) -> Period? {
        guard period.months == 12 || period.months == 24, period.start.month == 1 else { return period }
        let start = "\(period.end.year - 1)-" + (month < 9 ? "0\(month + 1)" : "\(month + 1)")
        return Period(sdmx: start + "-01/P12M")
    }

    private static func resolved(
        _ texts: [String], _ isStandard: Bool, _ isQuarterly: Bool, _ years: ClosedRange<Int>
    ) -> Resolved {
        var bare = DayOrder.resolved(texts.map { isStandard ? withoutLabel($0) : $0 })
        var resolved = Resolved(periods: [])
        if !isStandard, let spans = yearSpans(bare) { return spans }
        if !isStandard, let quarters = shortQuarters(bare) {
            guard isQuarterly else { return doubtful(texts, bare.first { !$0.isEmpty } ?? "") }
            bare = quarters
        }
        if !isStandard, areWeeks(bare) {
            return Resolved(periods: texts.map { _ in nil }, statuses: texts.map { _ in nil })
        }
        let october = octobers(bare), isDigits = areYearMonths(bare)
        var readings = bare.map { reading($0, years, isDigits: isDigits) }
        for (index, meaning) in october {
            readings[index] = meaning ? PeriodReading.read(bare[index] + "0", years: years) : nil
            resolved.findings.append(meaning ? .october(texts[index]) : .doubtful(texts[index]))
        }
        let known = readings.compactMap { $0 }
        let isSlashed =
            !known.isEmpty && known.count == readings.count
            && known.allSatisfy { $0.isSlashedDay && $0.period.startDay == 1 }
        let isMidnight = known.count > 1 && known.allSatisfy { $0.isMidnight && $0.period.startDay == 1 }
        if isSlashed { resolved.findings.append(.slashedDays(Set(known.map(\.period)).count)) }
        let days = isStandard || isSlashed || isMidnight ? nil : spacing(known.map(\.period), of: readings.count)
        resolved.periods = readings.map { reading -> Period? in
            guard let period = reading?.period else { return nil }
            if let days { return days.period(of: period) }
            return isSlashed || isMidnight ? Period(sdmx: String(period.text.prefix(7))) : period
        }
        resolved.statuses = readings.map { $0?.status }
        return resolved
    }

    /// `2020: 2020` of labels=both.
    private static func withoutLabel(_ text: String) -> String {
        KeyCodes.split(text, hasLabel: true).code
    }

    private static func reading(_ text: String, _ years: ClosedRange<Int>, isDigits: Bool) -> PeriodReading.Reading? {
        if text.contains(joint) {
            let parts = text.split(separator: joint, omittingEmptySubsequences: false).map(String.init)
            return PeriodParts.joined(parts).flatMap { Period(sdmx: $0) }.map { PeriodReading.Reading(period: $0) }
        }
        if isDigits {
            let digits = NarrowText.of(text, dashes: true)
            let dashed =
                digits.prefix(4) + "-" + digits.dropFirst(4).prefix(2)
                + (digits.count == 8 ? "-" + digits.suffix(2) : "")
            return PeriodReading.read(String(dashed), years: years)
        }
        return PeriodReading.read(text, years: years)
    }

    /// Whether all are 202211, or all 20221130.
    static func areYearMonths(_ texts: [String]) -> Bool {
        let filled = texts.map { NarrowText.of($0, dashes: true) }.filter { !$0.isEmpty }
        guard let length = filled.first?.utf8.count, length == 6 || length == 8 else { return false }
        return filled.allSatisfy { text in
            let digits = Array(text.utf8)
            guard digits.count == length, digits.allSatisfy({ (0x30...0x39).contains($0) }),
                let year = Int(text.prefix(4)), let month = Int(text.dropFirst(4).prefix(2))
            else { return false }
            let day = length == 8 ? Int(text.suffix(2)) ?? 0 : 1
            return (1800...2199).contains(year) && (1...12).contains(month) && (1...31).contains(day)
        }
    }

    // MARK: Days that stand for months

    /// How often a table is made.
    enum Spacing {
        case month, quarter

        /// The month or quarter of a day; any other period as it is.
        func period(of period: Period) -> Period? {
            guard period.kind == .day else { return period }
            let year = String(period.text.prefix(4)), month = period.start.month
            switch self {
            case .month: return Period(sdmx: String(period.text.prefix(7)))
            case .quarter: return Period(sdmx: "\(year)-Q\((month + 2) / 3)")
            }
        }
    }

    /// Days that are all the first of a month, or all the last, and follow each other by a month or by a quarter.
    private static func spacing(_ days: [Period], of count: Int) -> Spacing? {
        guard days.count == count, count > 2, days.allSatisfy({ $0.kind == .day }) else { return nil }
        let isFirst = days.allSatisfy { $0.start.day == 1 }
        let isLast = days.allSatisfy { day in Period(sdmx: String(day.text.prefix(7)))?.end == day.end }
        guard isFirst || isLast else { return nil }
        let months = Set(days.map { $0.start.year * 12 + $0.start.month }).sorted()
        let gaps = Set(zip(months, months.dropFirst()).map { $1 - $0 })
        if gaps.contains(1) { return .month }
        let isQuarterly = gaps.contains(3) && gaps.allSatisfy { $0 % 3 == 0 }
        return isQuarterly && days.allSatisfy { ($0.start.month - 1) % 3 == (isFirst ? 0 : 2) } ? .quarter : nil
    }

    // MARK: Years that do not begin in January

    /// The two numbers of 2009-10 and 2009/10; nil for any other form.
    private static func span(_ text: String) -> (year: Int, second: Int)? {
        let text = NarrowText.of(text, dashes: true)
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "/" })
        guard parts.count == 2, text.utf8.count == 7, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = Int(parts[0]), let second = Int(parts[1])
        else { return nil }
        return (year, second)
    }

    /// Years such as 2009-10 where each second number is that of the next year, and means over several years such as
    /// 2006-08, 2007-09; nil where they may be months. One such text alone may mean either.
    private static func yearSpans(_ texts: [String]) -> Resolved? {
        let filled = Array(Set(texts.map { NarrowText.of($0, dashes: true) }.filter { !$0.isEmpty }))
        let spans = filled.compactMap(span)
        guard let first = spans.first, spans.count == filled.count else { return nil }
        func length(_ one: (year: Int, second: Int)) -> Int { (one.second - one.year % 100 + 100) % 100 }
        let steps = length(first)
        guard (1...9).contains(steps), spans.allSatisfy({ length($0) == steps }) else { return nil }
        guard spans.count > 1 || spans.contains(where: { !(1...12).contains($0.second) }) else {
            return steps == 1 ? doubtful(texts, texts.first { span($0) != nil } ?? "") : nil
        }
        return Resolved(
            periods: texts.map { text in
                span(text).flatMap { Period(sdmx: "\(padded($0.year))/\(padded($0.year + steps))") }
            }, statuses: texts.map { _ in nil })
    }

    private static func doubtful(_ texts: [String], _ one: String) -> Resolved {
        Resolved(
            periods: texts.map { _ in nil }, findings: [.doubtful(one)], statuses: texts.map { _ in nil })
    }

    // MARK: Quarters and weeks

    /// The year and the number of 2020-1.
    private static func numbered(_ text: String) -> (year: Substring, number: Int, digits: Int)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count), Int(parts[0]) != nil,
            let number = Int(parts[1])
        else { return nil }
        return (parts[0], number, parts[1].utf8.count)
    }

    /// 2020-1 … 2020-4, 2021-1 … as quarters, where no number is above four though there are several years; nil where
    /// they are months.
    private static func shortQuarters(_ texts: [String]) -> [String]? {
        let numbers = texts.filter { !$0.isEmpty }.map(numbered)
        let known = numbers.compactMap { $0 }
        guard known.count == numbers.count, known.contains(where: { $0.number == 4 }),
            known.allSatisfy({ $0.digits == 1 && (1...4).contains($0.number) }), Set(known.map(\.year)).count > 1
        else { return nil }
        return texts.map { text in numbered(text).map { "\($0.year)-Q\($0.number)" } ?? text }
    }

    /// Whether numbers behind years are those of weeks: 2020-01 … 2020-52 are no months.
    private static func areWeeks(_ texts: [String]) -> Bool {
        texts.contains { text in numbered(text).map { $0.digits == 2 && (13...53).contains($0.number) } ?? false }
            && texts.allSatisfy { $0.isEmpty || numbered($0)?.digits == 2 }
    }

    private static func padded(_ year: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    }

    // MARK: October that lost its zero

    /// The indices of texts like 2022.1, with whether they are October; false where it cannot be known. Absent where
    /// they are January.
    private static func octobers(_ texts: [String]) -> [(index: Int, isOctober: Bool)] {
        let dotted = texts.map { text -> (year: Substring, month: Substring)? in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
                parts[0].allSatisfy(\.isNumber), parts[1].allSatisfy(\.isNumber)
            else { return nil }
            return (parts[0], parts[1])
        }
        let months = dotted.compactMap { $0 }
        // A year with .0, such as 2020.0 beside 2021.0, is no month.
        guard !months.isEmpty, !months.contains(where: { $0.month == "0" }) else { return [] }
        let hasZeros = months.contains { $0.month.count == 2 && $0.month.hasPrefix("0") }
        return dotted.enumerated().compactMap { index, one in
            guard let one, one.month == "1" else { return nil }
            func has(_ month: String) -> Bool { months.contains { $0.year == one.year && $0.month == month } }
            if has("10") { return nil }
            if hasZeros { return (index, true) }
            let isBehindNine = has("9") && has("11")
            let isAloneBeforeEleven = has("11") && !has("2")
            if isBehindNine || isAloneBeforeEleven { return (index, has("2") ? false : true) }
            return has("11") || has("12") ? (index, false) : nil
        }
    }
}
