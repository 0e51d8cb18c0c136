import Indicators

/// Advice on a cell in a notation of people or spreadsheets.
enum Hints {
    static func forNumber(_ text: String) -> LocalizedText {
        let scalars = text.unicodeScalars
        func has(_ marks: String) -> Bool { scalars.contains { marks.unicodeScalars.contains($0) } }
        if let formula = forFormula(text) { return formula }
        if let words = wordsBeside(text, has) { return words }
        if has(",，") {
            return LocalizedText(
                zh: "千位逗号隔开三位：12,900；或不写逗号", en: "thousands separators part three digits: 12,900; or write none")
        }
        if isAbsence(text) {
            return LocalizedText(
                zh: "没有数据时留空，并在 OBS_STATUS 写 O、M、Q 或 L",
                en: "leave it empty where there is none, with O, M, Q or L in OBS_STATUS")
        }
        if has("0123456789") {
            if has("eE") {
                return LocalizedText(zh: "不用科学记数法，写出全部数字", en: "write all the digits instead of an exponent")
            }
            let letters = scalars.filter { $0.isASCII && $0.properties.isAlphabetic }
            if !letters.isEmpty, letters.allSatisfy({ "lIoOzZ".unicodeScalars.contains($0) }) {
                return LocalizedText(
                    zh: "数字里混进了字母(l、O)，照原文重写", en: "a letter (l, O) stands among the digits; write it again")
            }
            if has("%％") {
                return LocalizedText(zh: "只写数字，% 已在指标的 unit 里", en: "only the number: % is the indicator's unit")
            }
            if let word = scalars.first(where: \.isChineseCharacter) {
                return LocalizedText(
                    zh: "只写数字，“\(word)”等单位已在指标的 unit 里", en: "only the number: the unit is that of the indicator")
            }
        }
        return LocalizedText(zh: "只写数字和小数点，最多 18 位", en: "only digits and a point, at most 18 digits")
    }

    /// 近, 万, 至 beside a number have columns of their own.
    private static func wordsBeside(_ text: String, _ has: (String) -> Bool) -> LocalizedText? {
        if has("近约余多") {
            return LocalizedText(
                zh: "近、约、余、多写在 QUALIFIER(approx_below、approx、approx_above)，这里只写数字",
                en: "put 近, 约, 余, 多 into QUALIFIER (approx_below, approx, approx_above) and only the number here")
        }
        if has("万亿萬億") {
            return LocalizedText(
                zh: "万、亿写在 UNIT_MULT(4 或 8)，这里只写数字", en: "put 万 or 亿 into UNIT_MULT (4 or 8) and only the number here")
        }
        let isJoined = has("–~～至") || text.dropFirst().contains("-")
        guard isJoined, has("0123456789") else { return nil }
        return LocalizedText(
            zh: "区间：下限写这里，上限写 VALUE_HIGH，QUALIFIER 写 range",
            en: "a range: the lower end here, the upper in VALUE_HIGH, QUALIFIER range")
    }

    private static func isAbsence(_ text: String) -> Bool {
        ["-", "—", "——", "/", "…", "未报", "暂缺", "缺", "无", "保密", "不适用", "空", "n/a", "na"].contains(
            NarrowText.of(text, dashes: false).lowercased())
    }

    /// The trace of a spreadsheet's formula: its error or its text.
    private static func forFormula(_ text: String) -> LocalizedText? {
        guard text.hasPrefix("#") || text.hasPrefix("=") else { return nil }
        return LocalizedText(
            zh: "电子表格的公式出了错，或没有算成数；在表里改好公式，再存为 CSV",
            en: "a formula of the spreadsheet failed or was not computed; mend it there and save as CSV again")
    }

    static func forPeriod(_ text: String) -> LocalizedText {
        if let formula = forFormula(text) { return formula }
        let narrow = NarrowText.of(text, dashes: true)
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
                zh: "像是电子表格改写过的日期；把这一列设为文本，再写 2022-11",
                en: "a spreadsheet seems to have rewritten it; make the column text and write 2022-11")
        }
        return LocalizedText(zh: "照上面的形式改写", en: "write it in one of these forms")
    }

    static func forDay(_ text: String) -> LocalizedText {
        if let formula = forFormula(text) { return formula }
        let narrow = NarrowText.of(text, dashes: true)
        if let day = Int(narrow).flatMap({ serialDay(narrow, $0) }) {
            return LocalizedText(
                zh: "像是电子表格的日期序号，即 \(day)；把这一列设为文本，再照此改写",
                en: "a spreadsheet's number for \(day)? Make the column text and write it like this")
        }
        if narrow.contains("月"), !narrow.contains("年") {
            return LocalizedText(zh: "写出年份，照此改写", en: "write it like this, with the year")
        }
        if let period = Period(sdmx: narrow) ?? LenientCell.period(narrow).flatMap({ Period(sdmx: $0) }),
            period.kind != .day
        {
            return LocalizedText(zh: "写到哪一天，照此改写", en: "write it like this, with the day")
        }
        return LocalizedText(zh: "照此改写", en: "write it like this")
    }

    /// The day for which spreadsheets keep a number; nil for any other number.
    private static func serialDay(_ text: String, _ number: Int) -> String? {
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
                zh: "像是电子表格的日期序号，即 \(day)：是月份就写 \(day.prefix(7))；把这一列设为文本",
                en:
                    "a spreadsheet's number for \(day)? Write \(day.prefix(7)) for the month; make the column text"
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

    /// The known code nearest to an unknown one; nil where none is near enough for a slip, or several are as near.
    static func nearest(to text: String, among codes: some Sequence<String>) -> String? {
        let limit = max(1, text.count / 3), bare = stripped(text)
        let ranked = codes.map { ($0, stripped($0) == bare ? 0 : distance(text, $0)) }.filter { $0.1 <= limit }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        guard let first = ranked.first else {
            // Cut off: elder for elderly.
            let longer = codes.filter { text.count >= 4 && $0.hasPrefix(text) }
            return longer.count == 1 ? longer[0] : nil
        }
        return ranked.count > 1 && ranked[1].1 == first.1 ? nil : first.0
    }

    /// Letters and digits only, in lower case.
    static func stripped(_ text: String) -> String {
        String(NarrowText.of(text, dashes: true).lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The number of characters to add, remove or replace, two that change places counting as one (Damerau 1964).
    static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.unicodeScalars.prefix(80)), b = Array(right.unicodeScalars.prefix(80))
        var before: [Int] = [], previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var least = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
                current.append(least)
            }
            (before, previous) = (previous, current)
        }
        return previous[b.count]
    }
}
