import Indicators

/// Periods of several months, quarters or days that a text states by both of their ends, or that have run up since
/// January: 2023.1-6, 2023年1月1日至6月30日, 2023Q1-Q3, 2023年前11个月, 2023年6月累计.
struct PeriodSpan {
    private var rest: Substring.UnicodeScalarView

    private init(_ text: some StringProtocol) { rest = Substring(text).unicodeScalars }

    /// - Parameter text: a text in half width, with hyphens for dashes.
    static func read(_ text: String) -> Period? {
        guard text.utf8.count > 5, text.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let marks = text.utf8.dropFirst(4)
        guard marks.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "-") }) else { return nil }
        var plain = text
        for word in ["至", "到", " - ", "--"] where plain.contains(word) { plain = plain.replacing(word, with: "-") }
        if plain.utf8.contains(where: { $0 >= 0x80 }) { plain.removeAll { $0 == " " } }
        if let period = running(plain) { return period }
        var span = PeriodSpan(plain)
        return span.period()
    }

    // MARK: Words of the length

    private static let sums = ["(累计)", "(累计数)", "止累计", "末累计", "底累计", "累计数", "累计值", "累计"]
    private static let single = ["(当月)", "(本月)", "份当月", "当月", "本月"]

    /// 2023年6月累计 is from January to June, 2023年6月当月 is June alone.
    private static func running(_ text: String) -> Period? {
        if let word = sums.first(where: { text.hasSuffix($0) }) {
            let period = PeriodReading.read(String(text.dropLast(word.count)))?.period
            return period.flatMap { sum($0) }
        }
        guard let word = single.first(where: { text.hasSuffix($0) }) else { return nil }
        let period = PeriodReading.read(String(text.dropLast(word.count)))?.period
        return period?.kind == .month ? period : nil
    }

    /// What has run up since January at the end of a period; nil where that is not known.
    static func sum(_ period: Period) -> Period? {
        guard period.kind != .day, let months = period.months, let year = period.year else { return nil }
        if period.start.month == 1, months > 1 { return period }
        guard [.month, .quarter, .halfYear].contains(period.kind) else { return nil }
        return self.months(year, 1, year, period.end.month)
    }

    // MARK: Both ends

    private mutating func number(_ most: Int = 2) -> Int? {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard (1...most).contains(digits.count), let value = Int(String(digits)) else { return nil }
        rest = rest.dropFirst(digits.count)
        return value
    }

    /// 3, 三, 十一.
    private mutating func numeral() -> Int? {
        if let value = number() { return value }
        let sign = rest.prefix { "一二三四五六七八九十两".unicodeScalars.contains($0) }
        guard let value = PeriodParts.month(String(sign) == "两" ? "二" : String(sign)) else { return nil }
        rest = rest.dropFirst(sign.count)
        return value
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private mutating func take(any words: [String]) -> Bool {
        for word in words where take(word) { return true }
        return false
    }

    private mutating func period() -> Period? {
        guard let year = number(4) else { return nil }
        if take(any: [" Q", "-Q", "Q", "q"]) { return quarters(year) }
        guard let sign = rest.first, "年./-".unicodeScalars.contains(sign) else { return nil }
        rest = rest.dropFirst()
        if sign == "年" {
            _ = take("度")
            if take("前") { return beginning(year) }
            _ = take("第")
        }
        guard let first = numeral() else { return nil }
        if sign == "年", take(any: ["季度", "季"]) || rest.first == "-", let period = quartersInWords(year, first) {
            return period
        }
        let hasMonth = take("月份") || take("月")
        if take("-") { return months(year, first, sign) }
        if hasMonth, rest.isEmpty, sign != "年" { return Self.months(year, first, year, first) }
        guard hasMonth || take(String(sign)) else { return nil }
        return days(year, first, sign)
    }

    /// 2023年前11个月, 2023年前两季度.
    private mutating func beginning(_ year: Int) -> Period? {
        guard let count = numeral() else { return nil }
        if take("个月"), rest.isEmpty { return Self.months(year, 1, year, count) }
        guard take("季度") || take("个季度"), rest.isEmpty else { return nil }
        return Self.months(year, 1, year, count * 3)
    }

    /// 2023Q1-3, 2023-Q1-Q3, 2023Q1-2023Q3.
    private mutating func quarters(_ year: Int) -> Period? {
        guard let first = number(1), take("-") else { return nil }
        if rest.count > 3, take("\(year)") { _ = take("-") || take(" ") }
        _ = take("Q") || take("q")
        guard let last = number(1), rest.isEmpty else { return nil }
        return Self.quarters(year, first, last)
    }

    /// 2023年1-3季度, 2023年一季度至三季度; leaves the text as it is where it states none.
    private mutating func quartersInWords(_ year: Int, _ first: Int) -> Period? {
        let kept = rest
        if take("-") {
            _ = take("第")
            if let last = numeral(), take(any: ["季度", "季"]), rest.isEmpty { return Self.quarters(year, first, last) }
        }
        rest = kept
        return nil
    }

    private static func quarters(_ year: Int, _ first: Int, _ last: Int) -> Period? {
        guard first >= 1, first < last, last <= 4 else { return nil }
        return months(year, first * 3 - 2, year, last * 3)
    }

    /// The end of 2023.1-6, 2023-1-2月, 2022.10-2023.9. 2023-1-6 is a day.
    private mutating func months(_ year: Int, _ first: Int, _ sign: Unicode.Scalar) -> Period? {
        var end = year, isWhole = false
        if rest.prefix(4).allSatisfy({ ("0"..."9").contains($0) }), rest.count > 4 {
            guard sign != "-", let last = number(4), take(String(sign)) else { return nil }
            (end, isWhole) = (last, true)
        }
        guard let month = numeral() else { return nil }
        let isMonth = take("月份") || take("月")
        guard rest.isEmpty, isMonth || sign != "-" else { return nil }
        // 2010/11-2011/12 are years that do not begin in January, 2010/11-12 may begin with one.
        if sign == "/", !isMonth, first == (year + 1) % 100, !isWhole || month == (end + 1) % 100 { return nil }
        return Self.months(year, first, end, month)
    }

    /// The end of 2023.1.1-6.30, 2023年1月1日-2023年6月30日, 2023年6月1日-5日.
    private mutating func days(_ year: Int, _ month: Int, _ sign: Unicode.Scalar) -> Period? {
        guard let day = number() else { return nil }
        _ = take("日") || take("号")
        guard take("-") else { return nil }
        var end = (year: year, month: month), isWhole = false
        if rest.prefix(4).allSatisfy({ ("0"..."9").contains($0) }), rest.count > 4 {
            guard let last = number(4), take(String(sign)) else { return nil }
            (end.year, isWhole) = (last, true)
        }
        // 2023-1-1-6-30 has one sign for everything.
        guard isWhole || sign != "-", var last = number() else { return nil }
        if take(sign == "年" ? "月" : String(sign)) {
            end.month = last
            guard let day = number() else { return nil }
            last = day
        } else if isWhole {
            return nil
        }
        _ = take("日") || take("号")
        guard rest.isEmpty else { return nil }
        return Self.days((year, month, day), (end.year, end.month, last))
    }

    // MARK: Results

    private static func padded(_ number: Int, _ count: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    private static func months(_ year: Int, _ first: Int, _ end: Int, _ last: Int) -> Period? {
        guard (1...12).contains(first), (1...12).contains(last) else { return nil }
        let count = (end - year) * 12 + last - first + 1
        if count == 1 { return Period(sdmx: "\(padded(year, 4))-\(padded(first))") }
        guard (2...120).contains(count) else { return nil }
        return Period(sdmx: "\(padded(year, 4))-\(padded(first))-01/P\(count)M")
    }

    /// Whole months where the days are the first and the last of them.
    private static func days(_ first: (year: Int, month: Int, day: Int), _ last: (year: Int, month: Int, day: Int))
        -> Period?
    {
        let texts = [first, last].map { "\(padded($0.year, 4))-\(padded($0.month))-\(padded($0.day))" }
        guard let start = Period(sdmx: texts[0]), let end = Period(sdmx: texts[1]), start.end < end.start else {
            return nil
        }
        guard let period = Period(sdmx: texts[0] + "/" + texts[1]) else { return nil }
        guard period.months != nil else { return period }
        let isYear = first.month == 1 && last.month == 12 && first.year == last.year
        let isMonth = first.month == last.month && first.year == last.year
        if isYear { return Period(sdmx: padded(first.year, 4)) }
        return isMonth
            ? Period(sdmx: String(texts[0].prefix(7)))
            : months(first.year, first.month, last.year, last.month) ?? period
    }
}
