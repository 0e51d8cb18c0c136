import Indicators

/// Converts common notations of periods to those of SDMX: 2024年, 2022年1-11月, 2000 Q1, 2020/21, 2022/11/1.
enum PeriodReading {
    /// The period that a cell states.
    struct Reading: Hashable {
        var period: Period
        /// Whether it is a day with slashes, which spreadsheets make of 2022-11.
        var isSlashedDay = false
        /// Whether it is a day with the time of midnight, as databases write months too.
        var isMidnight = false
        /// The status that a letter behind a year states.
        var status: ObservationStatus?
    }

    /// The numbers that count as years where a heading or a column of unknown name holds them.
    static let years = 1500...2199

    /// - Parameter years: the numbers that count as years where nothing else distinguishes them from other numbers.
    static func read(_ text: String, years: ClosedRange<Int> = 1...9999) -> Reading? {
        let marks = PeriodMarks(text)
        var scanner = Scanner(marks.text)
        let usual = (Period(sdmx: marks.text) ?? PeriodSpan.read(marks.text)).map { Reading(period: $0) }
        guard var reading = usual ?? scanner.reading(), years.contains(reading.period.startYear) else { return nil }
        if reading.period.kind == .range, !years.contains(reading.period.end.year) { return nil }
        reading.status = marks.status
        reading.isMidnight = marks.isMidnight && reading.period.kind == .day
        return reading
    }

    private struct Scanner {
        private var rest: Substring.UnicodeScalarView

        init(_ text: String) { rest = Substring(text).unicodeScalars }

        private mutating func number() -> (value: Int, digits: Int)? {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            guard (1...4).contains(digits.count), let value = Int(String(digits)) else { return nil }
            rest = rest.dropFirst(digits.count)
            return (value, digits.count)
        }

        private mutating func take(_ text: String) -> Bool {
            guard rest.starts(with: text.unicodeScalars) else { return false }
            rest = rest.dropFirst(text.unicodeScalars.count)
            return true
        }

        private var isAtEnd: Bool { rest.isEmpty }

        /// Whether nothing follows but the word for years that do not begin in January.
        private var isEndOfYears: Bool {
            mutating get { isAtEnd || (take("学年度") || take("学年") || take("年度") || take("年")) && isAtEnd }
        }

        mutating func reading() -> Reading? {
            guard let year = number(), year.digits == 4 else { return nil }
            if take("年") || take("年度") { return chinese(year.value) }
            if take(" Q") || take("Q") || take("q") || take(" q") { return quarter(year.value) }
            if take("/") { return slashed(year.value) }
            let isDashed = take("-")
            if isDashed || take(".") {
                // 2022.11, 2022.11.30, and 2022-1 without a leading zero.
                guard let month = number() else { return nil }
                // 1981-1985; 1500-2000 is a class of incomes or of prices.
                if isDashed, month.digits == 4, month.value > year.value, month.value - year.value < 100 {
                    return isEndOfYears ? years(year.value, month.value) : nil
                }
                guard month.digits <= 2 else { return nil }
                if isAtEnd { return reading(year.value, month: month.value) }
                if month.digits == 1, take("/4"), isAtEnd {
                    return reading("\(Self.padded(year.value, 4))-Q\(month.value)")
                }
                // A day has one sign twice: 2023.1-2 are months.
                guard take(isDashed ? "-" : "."), let day = number(), isAtEnd else { return nil }
                return reading(year.value, month: month.value, day: day.value)
            }
            if take("M") || take("m"), let month = number(), isAtEnd { return reading(year.value, month: month.value) }
            return nil
        }

        private func reading(_ text: String) -> Reading? { Period(sdmx: text).map { Reading(period: $0) } }
        private func reading(_ year: Int, month: Int) -> Reading? {
            reading("\(Self.padded(year, 4))-\(Self.padded(month, 2))")
        }
        private func reading(_ year: Int, month: Int, day: Int) -> Reading? {
            reading("\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))")
        }

        private static func padded(_ number: Int, _ count: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }

        /// The text after 2022年: nothing, 11月, 11月30日, 1-11月, 第三季度, 前三季度, 上半年.
        private mutating func chinese(_ year: Int) -> Reading? {
            let text = Self.padded(year, 4)
            _ = take("度")
            if isAtEnd || take("全年") || take("末") || take("底") { return isAtEnd ? reading(text) : nil }
            if take("上半年") { return isAtEnd ? reading("\(text)-S1") : nil }
            if take("下半年") { return isAtEnd ? reading("\(text)-S2") : nil }
            if take("前三季度") || take("前3季度") { return isAtEnd ? reading("\(text)-01-01/P9M") : nil }
            _ = take("第")
            for (index, words) in [["一季度", "1季度"], ["二季度", "2季度"], ["三季度", "3季度"], ["四季度", "4季度"]].enumerated()
            where words.contains(where: { take($0) }) {
                _ = take("末") || take("底")
                return isAtEnd ? reading("\(text)-Q\(index + 1)") : nil
            }
            guard let first = number(), first.digits <= 2 else { return nil }
            if take("月") {
                if isAtEnd || ((take("份") || take("末") || take("底")) && isAtEnd) {
                    return reading(year, month: first.value)
                }
                if take("-") || take("至"), let last = number(), take("月"), isAtEnd {
                    return months(year, first.value, last.value)
                }
                guard let day = number(), take("日"), isAtEnd else { return nil }
                return reading(year, month: first.value, day: day.value)
            }
            if take("-") || take("至"), let last = number(), take("月"), isAtEnd {
                return months(year, first.value, last.value)
            }
            return nil
        }

        private func months(_ year: Int, _ first: Int, _ last: Int) -> Reading? {
            guard first >= 1, last > first, last <= 12 else { return nil }
            return reading("\(Self.padded(year, 4))-\(Self.padded(first, 2))-01/P\(last - first + 1)M")
        }

        private mutating func quarter(_ year: Int) -> Reading? {
            guard let quarter = number(), isAtEnd else { return nil }
            return reading("\(Self.padded(year, 4))-Q\(quarter.value)")
        }

        /// 2020/21 and 2020/2021 are years that do not begin in January. Their months are not stated, so both whole
        /// years are meant. 2002/03-2007/08 is a range of such years. 2022/11 and 2022/11/1 are a month and a day.
        private mutating func slashed(_ year: Int) -> Reading? {
            guard let second = number() else { return nil }
            if take("/") {
                guard let day = number(), isAtEnd, second.digits <= 2, day.digits <= 2 else { return nil }
                return reading(year, month: second.value, day: day.value).map {
                    Reading(period: $0.period, isSlashedDay: true)
                }
            }
            let isNextYear =
                second.digits == 4 ? second.value == year + 1 : second.digits == 2 && second.value == (year + 1) % 100
            if isNextYear {
                // 2008/09 may also be a month, so it is ambiguous.
                if isAtEnd {
                    return second.digits == 2 && (1...12).contains(second.value) ? nil : years(year, year + 1)
                }
                if isEndOfYears { return years(year, year + 1) }
                guard take("-"), let last = number(), last.digits == 4, take("/"), let end = number(), isAtEnd else {
                    return nil
                }
                guard end.value == (end.digits == 4 ? last.value + 1 : (last.value + 1) % 100), last.value >= year
                else { return nil }
                return years(year, last.value + 1)
            }
            guard isAtEnd, second.digits <= 2 else { return nil }
            return reading(year, month: second.value)
        }

        private func years(_ first: Int, _ last: Int) -> Reading? {
            reading("\(Self.padded(first, 4))/\(Self.padded(last, 4))")
        }
    }
}
