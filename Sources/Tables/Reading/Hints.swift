import Indicators

/// Advice on a cell in a notation of people or spreadsheets.
enum Hints {
    static func forNumber(_ text: String) -> LocalizedText {
        let scalars = text.unicodeScalars
        func has(_ marks: String) -> Bool { scalars.contains { marks.unicodeScalars.contains($0) } }
        if scalars.contains(where: { $0.value >= 0xFF10 && $0.value <= 0xFF19 }) {
            return LocalizedText(zh: "把全角数字改成半角", en: "write the digits in half width")
        }
        if has("近约余多") {
            return LocalizedText(
                zh: "近、约、余、多写在 QUALIFIER(approx_below、approx、approx_above)，这里只写数字",
                en: "put 近, 约, 余, 多 into QUALIFIER (approx_below, approx, approx_above) and only the number here")
        }
        if has("万亿") {
            return LocalizedText(
                zh: "万、亿写在 UNIT_MULT(4 或 8)，这里只写数字", en: "put 万 or 亿 into UNIT_MULT (4 or 8) and only the number here")
        }
        if has("–~～至") {
            return LocalizedText(
                zh: "区间：下限写这里，上限写 VALUE_HIGH，QUALIFIER 写 range",
                en: "a range: the lower end here, the upper in VALUE_HIGH, QUALIFIER range")
        }
        if has(",，") { return LocalizedText(zh: "删去千位分隔的逗号", en: "delete the thousands separators") }
        if text == "-" || text == "—" || text == "/" || text == "…" {
            return LocalizedText(
                zh: "没有数据时留空，并在 OBS_STATUS 写 O、M、Q 或 L",
                en: "leave it empty where there is none, with O, M, Q or L in OBS_STATUS")
        }
        if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
            return LocalizedText(zh: "删去前后的空格", en: "delete the blanks around it")
        }
        if has("eE") { return LocalizedText(zh: "不用科学记数法，写出全部数字", en: "write all the digits instead of an exponent") }
        return LocalizedText(zh: "只写数字和小数点，最多 18 位", en: "only digits and a point, at most 18 digits")
    }

    static func forPeriod(_ text: String) -> LocalizedText {
        let letters = text.unicodeScalars
        if letters.contains("年") {
            return LocalizedText(
                zh: "2022年11月写作 2022-11;2022年1至11月写作 2022-01-01/P11M",
                en: "write 2022年11月 as 2022-11, January to November as 2022-01-01/P11M")
        }
        let parts = text.split(separator: "/"), pair = text.split { $0 == "/" || $0 == "-" }
        if pair.count == 2, pair[0].utf8.count == 4, pair[1].utf8.count == 2, let year = Int(pair[0]),
            let second = Int(pair[1]), text.contains("/") || second == (year + 1) % 100
        {
            return LocalizedText(
                zh: "是月份就写 \(year)-\(pair[1])，是跨年度就写 \(year)/\(year + 1)",
                en: "write \(year)-\(pair[1]) for the month, \(year)/\(year + 1) for a year that spans two")
        }
        if parts.count == 3 || text.split(separator: "-").first.map({ $0.count <= 2 }) == true
            || text.unicodeScalars.contains(where: { $0.properties.isAlphabetic && $0.isASCII }) && text.contains("-")
        {
            return LocalizedText(
                zh: "像是电子表格改写过的日期；把这一列设为文本，再写 2022-11",
                en: "a spreadsheet seems to have rewritten it; make the column text and write 2022-11")
        }
        return LocalizedText(zh: "照上面的形式改写", en: "write it in one of these forms")
    }

    /// The known code nearest to an unknown one; nil where none is near enough for a slip. A code that lost its leading
    /// zeros in a spreadsheet is found first.
    static func nearest(to text: String, among codes: some Sequence<String>) -> String? {
        if !text.isEmpty, let whole = codes.first(where: { $0.hasPrefix("0") && $0.drop(while: { $0 == "0" }) == text })
        {
            return whole
        }
        let limit = max(1, text.count / 3)
        let ranked = codes.map { ($0, distance(text, $0)) }.filter { $0.1 <= limit }
        return ranked.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// The number of characters to add, remove or replace (Levenshtein 1966).
    private static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.unicodeScalars.prefix(80)), b = Array(right.unicodeScalars.prefix(80))
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                current.append(min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
            }
            previous = current
        }
        return previous[b.count]
    }
}
