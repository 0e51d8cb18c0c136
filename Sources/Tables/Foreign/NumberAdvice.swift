import Indicators

/// What to do with a cell of a foreign table that cannot be read as a number.
enum NumberAdvice {
    static func of(_ text: String) -> LocalizedText {
        let narrow = NarrowText.of(text, dashes: false)
        func has(_ words: [String]) -> Bool { words.contains { narrow.contains($0) } }
        return ofMeaning(text) ?? ofSigns(narrow, narrow.contains { $0.isASCII && $0.isNumber }, has)
    }

    /// Where the digits alone would say something else than the cell; nil for any other cell.
    static func ofMeaning(_ text: String) -> LocalizedText? {
        let narrow = NarrowText.of(text, dashes: false)
        func has(_ words: [String]) -> Bool { words.contains { narrow.contains($0) } }
        let hasDigits = narrow.contains { $0.isASCII && $0.isNumber }
        if hasDigits, isDay(narrow) {
            return advice(
                "像是电子表格把 3-5 一类的内容改成了日期；对照来源重写，并把这一列设为文本",
                "a spreadsheet seems to have made a date of something like 3-5: write what the source has, as text")
        }
        if has(["百分点"]) {
            return advice(
                "百分点与 % 不是一个单位：放在单独的一行或一列，单位写“百分点”，上升写 1.1，下降写 -1.1",
                "percentage points are not %: give them a row or a column of their own, 1.1 for up and -1.1 for down")
        }
        if narrow.hasPrefix("("), narrow.hasSuffix(")") {
            return advice("括号表示负数时，写成 -123；是注释就删去括号", "where brackets mean a negative number write -123")
        }
        if has(["▲", "△", "▼", "▽", "↑", "↓"]) {
            return advice(
                "三角和箭头可能表示升降，也可能表示负数：上升写 2.1，下降写 -2.1",
                "triangles and arrows may mean up and down, or a negative number: write 2.1 or -2.1")
        }
        if has(["增长", "提高", "上升", "增加", "下降", "降低", "减少", "回落", "持平"]) {
            return advice(
                "升降写成正负号：增长写 2.1，下降写 -2.1，持平写 0；列名本身是降幅时，下降写 2.1",
                "write up as 2.1, down as -2.1, unchanged as 0; where the heading itself says decrease, down is 2.1")
        }
        if hasDigits, narrow.hasSuffix("-"), !narrow.dropLast().contains("-") {
            return advice("负数的负号写在前面：-123；多出来的就删去", "the minus of a negative number comes first: -123; else delete it")
        }
        return nil
    }

    private static func ofSigns(_ text: String, _ hasDigits: Bool, _ has: ([String]) -> Bool) -> LocalizedText {
        if has([","]), !has(["~", "至"]) {
            return advice("千位逗号隔开三位：12,900；或不写逗号", "thousands separators part three digits: 12,900; or write none")
        }
        if hasDigits, has(["-", "~", "至", "—", "–"]) {
            return advice(
                "区间写成 12-15，下限在前，单位只写一次；这里不是区间就改正", "write a range as 12-15, the lower end first, the unit once")
        }
        if has(["½", "⅓", "¼", "¾"]) || hasDigits && has([":"]) || isFraction(text) {
            return advice("写成小数：比例写明单位，时长换算成小时或分钟", "write it as a decimal number; a time in hours or minutes")
        }
        if hasDigits, has(["e", "E"]), text.allSatisfy({ $0.isASCII && !$0.isLetter || "eE".contains($0) }) {
            return advice("不用科学记数法，写出全部数字", "write all the digits instead of an exponent")
        }
        let letters = text.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }
        if hasDigits, !letters.isEmpty, letters.allSatisfy({ "lIoOzZ".unicodeScalars.contains($0) }) {
            return advice("数字里混进了字母(l、O)，照原文重写", "a letter (l, O) stands among the digits; write it again")
        }
        if hasDigits, text.contains(where: { $0.isLetter }) || has(["(", "【", "["]) {
            return advice(
                "这一格只写数(最多 18 位)；单位写在列名或“单位”列，说明写在“备注”列",
                "only the number here, at most 18 digits: the unit into the heading, remarks into a column of their own"
            )
        }
        if !hasDigits, text.contains(where: { "零一二三四五六七八九十百千万亿两".contains($0) }) {
            return advice("用阿拉伯数字写", "write it in digits")
        }
        return advice(
            "只写数字和小数点，最多 18 位；没有数就留空", "only digits and a point, at most 18 digits; leave it empty where there is none")
    }

    private static func advice(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }

    /// 3月5日, and 5月3 of a cell that is cut.
    private static func isDay(_ text: String) -> Bool {
        guard let month = text.firstIndex(of: "月") else { return false }
        let before = text[..<month]
        return before.last.map { $0.isASCII && $0.isNumber } ?? false
    }

    private static func isFraction(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
