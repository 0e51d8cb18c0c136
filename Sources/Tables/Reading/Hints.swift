import Indicators

/// Advice on a cell in a notation of people or spreadsheets.
enum Hints {
    static func forNumber(_ text: String) -> LocalizedText {
        let scalars = text.unicodeScalars
        func has(_ marks: String) -> Bool { scalars.contains { marks.unicodeScalars.contains($0) } }
        if let formula = forFormula(text) { return formula }
        if !isAbsence(text), let advice = NumberAdvice.ofMeaning(text) { return advice }
        if let words = wordsBeside(text, has) { return words }
        // A number that is right but for the word behind it.
        if let unit = unitBehind(text) {
            return LocalizedText(
                zh: "只写数字，“\(unit)”已在指标的 unit 里", en: "only the number: the unit is that of the indicator")
        }
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
            if scalars.contains(where: \.isChineseCharacter) {
                return LocalizedText(
                    zh: "只写数字，单位已在指标的 unit 里，别的话写在 NOTE",
                    en: "only the number: the unit is that of the indicator, other words go into NOTE")
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
        let bounds = ["不低于", "不少于", "不超过", "不高于", "以上", "以下", "以内", "超过", "不足", "至少", "低于", "高于"]
        if bounds.contains(where: { text.contains($0) }), has("0123456789") {
            return LocalizedText(
                zh: "以上、不低于写在 QUALIFIER(approx_above)，以内、不超过写 approx_below，这里只写数字",
                en: "put 以上, 不低于 into QUALIFIER as approx_above, 以内, 不超过 as approx_below, and only the number here")
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

    /// The Chinese word behind a number that is read, whole; nil where there is none.
    private static func unitBehind(_ text: String) -> String? {
        let word = String.UnicodeScalarView(
            text.unicodeScalars.reversed().prefix(while: \.isChineseCharacter).reversed())
        guard !word.isEmpty, LenientCell.number(String(text.unicodeScalars.dropLast(word.count))) != nil else {
            return nil
        }
        return String(word)
    }

    private static func isAbsence(_ text: String) -> Bool {
        ["-", "—", "——", "/", "…", "未报", "暂缺", "缺", "无", "保密", "不适用", "空", "n/a", "na"].contains(
            NarrowText.of(text, dashes: false).lowercased())
    }

    /// The trace of a spreadsheet's formula: its error or its text.
    static func forFormula(_ text: String) -> LocalizedText? {
        guard text.hasPrefix("#") || text.hasPrefix("=") else { return nil }
        return LocalizedText(
            zh: "电子表格的公式出了错，或没有算成数；在表里改好公式，再存为 CSV",
            en: "a formula of the spreadsheet failed or was not computed; mend it there and save as CSV again")
    }

    static func forDay(_ text: String) -> LocalizedText {
        if let formula = forFormula(text) { return formula }
        let narrow = NarrowText.of(text, dashes: true)
        if let day = Int(narrow).flatMap({ serialDay(narrow, $0) }) {
            return LocalizedText(
                zh: "像是电子表格的日期序号，即 \(day)：照此改写，或把这一列的格式设为自定义 yyyy-mm-dd",
                en: "a spreadsheet's number for \(day)? Write it like this, or give the column the format yyyy-mm-dd")
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
