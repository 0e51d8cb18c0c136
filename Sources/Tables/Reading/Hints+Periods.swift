import Indicators

/// Advice on periods in a notation of people or spreadsheets.
extension Hints {
    static func forPeriod(_ text: String) -> LocalizedText {
        if let formula = forFormula(text) { return formula }
        let narrow = NarrowText.of(text, dashes: true)
        if let hint = forHalf(narrow) ?? forEnglishMonth(narrow) { return hint }
        if narrow.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(narrow) {
            return forDigits(narrow, number)
        }
        if let year = Int(narrow.prefix(4)), narrow.dropFirst(4).hasPrefix("-") {
            return forDashed(String(narrow.dropFirst(5)), year)
        }
        if let hint = PeriodHint.of(narrow) { return hint }
        if narrow.contains("年") || narrow.contains("月") || narrow.contains("季") {
            return LocalizedText(
                zh: "写出年份：2022年11月写作 2022-11，1至11月写作 2022-01-01/P11M，三季度写作 2022-Q3",
                en: "with the year: 2022年11月 is 2022-11, January to November 2022-01-01/P11M, the third quarter 2022-Q3"
            )
        }
        let parts = narrow.split(separator: "/")
        if parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]) {
            return LocalizedText(
                zh: "是月份就写 \(year)-\(parts[1])，是跨年度就写 \(year)/\(year + 1)",
                en: "write \(year)-\(parts[1]) for the month, \(year)/\(year + 1) for a year that spans two")
        }
        if parts.count == 3, let day = LenientCell.day(narrow) {
            return LocalizedText(
                zh: "电子表格会把月份改成某月 1 日：是月份就写 \(day.prefix(7))，是这一天就写 \(day)",
                en:
                    "spreadsheets turn a month into its first day: \(day.prefix(7)) for the month, \(day) for the day"
            )
        }
        let hasLetters = narrow.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
        if hasLetters && narrow.contains("-") && !narrow.contains("/P") || parts.count == 3 {
            return LocalizedText(
                zh: "像是电子表格改写过的日期；把这一列的格式设为自定义 yyyy-mm，或直接写 2022-11",
                en: "a spreadsheet seems to have rewritten it; give the column the format yyyy-mm, or type 2022-11")
        }
        return LocalizedText(zh: "照上面的形式改写", en: "write it in one of these forms")
    }

    /// 2026-H1, 2026上半年: half a year begins in January or July.
    private static func forHalf(_ text: String) -> LocalizedText? {
        guard let year = Int(text.prefix(4)), text.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let rest = text.dropFirst(4).lowercased().drop { "-/ 年".contains($0) }
        let first = ["h1", "1h", "上半年", "s1"].contains(String(rest))
        guard first || ["h2", "2h", "下半年", "s2"].contains(String(rest)) else { return nil }
        let written = "\(year)-0\(first ? 1 : 7)-01/P6M"
        return LocalizedText(zh: "半年写作 \(written)", en: "half a year is \(written)")
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Jan-22, 1-Jan-22: how spreadsheets show a month in English. Formatted as text such a cell becomes a number.
    private static func forEnglishMonth(_ text: String) -> LocalizedText? {
        let parts = text.lowercased().split { "-/ ".contains($0) }.map(String.init)
        guard let name = parts.firstIndex(where: { part in months.contains { part.hasPrefix($0) } }),
            let month = months.firstIndex(where: { parts[name].hasPrefix($0) }),
            let written = parts.last(where: { Int($0) != nil }), let number = Int(written),
            parts.count == 2 || parts.count == 3, [2, 4].contains(written.utf8.count)
        else { return nil }
        let year = written.utf8.count == 4 ? number : 2_000 + number
        let period = "\(year)-" + (month < 9 ? "0" : "") + String(month + 1)
        return LocalizedText(
            zh: "电子表格改写过的月份，即 \(period)：直接写 \(period)，或把这一列的格式设为自定义 yyyy-mm(不要设为文本，那会变成日期序号)",
            en:
                "a month as a spreadsheet shows it, \(period): type \(period), or give the column the format yyyy-mm "
                + "(not text, which makes it the number of a date)")
    }

    /// The day for which spreadsheets keep a number; nil for any other number.
    static func serialDay(_ text: String, _ number: Int) -> String? {
        guard text.utf8.count == 5, (36_526...73_050).contains(number) else { return nil }
        return CalendarDay(year: 1899, month: 12, day: 30).adding(days: number).text
    }

    /// Digits alone: a month without its hyphen, or the number that spreadsheets keep for a date.
    private static func forDigits(_ text: String, _ number: Int) -> LocalizedText {
        if text.utf8.count == 6, let month = Period(sdmx: "\(text.prefix(4))-\(text.suffix(2))") {
            return LocalizedText(zh: "年月之间加连字符：\(month.text)", en: "with a hyphen: \(month.text)")
        }
        if let day = serialDay(text, number) {
            return LocalizedText(
                zh: "像是电子表格的日期序号，即 \(day)：是月份就写 \(day.prefix(7))；不要把这一列设为文本，格式设为自定义 yyyy-mm",
                en:
                    "a spreadsheet's number for \(day)? Write \(day.prefix(7)) for the month; give the column the "
                    + "format yyyy-mm, not text"
            )
        }
        return LocalizedText(zh: "年份写四位数，月份写作 2022-11", en: "a year has four digits, a month is like 2022-11")
    }

    /// A year, a hyphen and something that is no month.
    private static func forDashed(_ rest: String, _ year: Int) -> LocalizedText {
        if rest.hasPrefix("Q") {
            return LocalizedText(zh: "季度是 Q1 至 Q4，如 \(year)-Q3", en: "quarters are Q1 to Q4, like \(year)-Q3")
        }
        if let month = Int(rest.prefix(2)), !(1...12).contains(month) {
            return LocalizedText(zh: "月份是 01 至 12，如 \(year)-11", en: "months are 01 to 12, like \(year)-11")
        }
        if rest.contains("/P") {
            return LocalizedText(
                zh: "从 1 月累计：\(year)-01-01/P11M，P 后面是月数",
                en: "from January: \(year)-01-01/P11M, with the number of months after P")
        }
        return LocalizedText(zh: "没有这一天；月份写作 \(year)-11", en: "there is no such day; a month is like \(year)-11")
    }
}
