/// Years in a title that are not those of the figures: of the yearbook, of prices, of a standard, of a document.
enum TitleYear {
    /// - Parameters:
    ///   - before: the text before the four digits, in half width.
    ///   - after: the text behind them.
    static func isOther(_ before: String, _ after: String) -> Bool {
        let behind = String(after.drop { "年度 ".contains($0) })
        return isEdition(before, after, behind) || isBase(before, behind) || isDocument(before, after)
            || isCriterion(before, behind)
    }

    /// 2024年盘山统计年鉴, Statistical Yearbook 2024, 2024年版: the figures are mostly of the year before.
    private static func isEdition(_ before: String, _ after: String, _ behind: String) -> Bool {
        if ["版", "年鉴", "修订", "修正"].contains(where: { behind.hasPrefix($0) }) { return true }
        let name = after.prefix(16).prefix { !",，。;；:()《》".contains($0) }
        if name.contains("年鉴") { return true }
        let books = ["yearbook", "year book", "statistical abstract", "almanac"]
        func has(_ text: String) -> Bool { books.contains { text.lowercased().contains($0) } }
        func hasNumber(_ text: some StringProtocol) -> Bool { text.contains { $0.isASCII && $0.isNumber } }
        if has(String(after.prefix(40).prefix { !",.;:(".contains($0) && !$0.isNumber })) { return true }
        let marks = " -–—·(《》「」[_,，"
        let book = String(before.reversed().drop { marks.contains($0) }.reversed())
        if book.hasSuffix("年鉴"), !hasNumber(book.suffix(16)) { return true }
        let tail = before.suffix(40)
        return has(String(tail)) && !hasNumber(tail)
    }

    /// 2020年=100, 按2020年价格计算, 2015年不变价.
    private static func isBase(_ before: String, _ behind: String) -> Bool {
        let words = ["=100", "= 100", "为100", "为基", "不变价", "可比价", "价格计算", "价计算", "价)", "价格)", "基期", "为快报", "为初步"]
        return words.contains { behind.hasPrefix($0) }
    }

    /// 〔2023〕15号, 附件：2023-15.
    private static func isDocument(_ before: String, _ after: String) -> Bool {
        if let open = before.last, "〔[(【".contains(open), let close = after.first, "〕])】".contains(close) {
            let rest = after.dropFirst().drop { "第 ".contains($0) }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if !digits.isEmpty, rest.dropFirst(digits.count).hasPrefix("号") { return true }
        }
        let label = String(before.reversed().drop { " :：".contains($0) }.reversed())
        return ["附件", "附表", "文号", "编号", "表号", "批准文号", "字第"].contains { label.hasSuffix($0) }
    }

    /// 按2017年国民经济行业分类标准, 2023年比2022年增长.
    private static func isCriterion(_ before: String, _ behind: String) -> Bool {
        let words = ["按", "按照", "根据", "依据", "执行", "采用", "参照", "依照", "对照", "遵照"]
        if words.contains(where: { before.hasSuffix($0) }) { return true }
        if before.hasSuffix("比") || before.hasSuffix("较") {
            return !["对比", "占比", "环比", "同比", "比较"].contains { before.hasSuffix($0) }
        }
        return behind.hasPrefix("标准") && !behind.hasPrefix("标准化")
    }

    /// 2020年以来, since 2020: the year bounds a period that is not stated.
    static func isBound(_ before: String, _ after: String) -> Bool {
        let behind = String(after.drop { "年度末底初 ".contains($0) })
        if Heading.isBound(behind) { return true }
        if before.hasSuffix("自"), behind.hasPrefix("起") { return true }
        return ["since", "before", "after", "until"].contains(NameHint.tokens(before).last ?? "")
    }

    /// Whether a text goes on with what belongs to the period: 2023-15, 2023年11月上旬, 2023年6月5周.
    static func continues(_ after: String) -> Bool {
        if let sign = after.first, "-./~".contains(sign), let digit = after.dropFirst().first, digit.isASCII,
            digit.isNumber
        {
            return true
        }
        let rest = after.drop { "年度月份 ".contains($0) }
        return ["上旬", "中旬", "下旬"].contains { rest.hasPrefix($0) } || Heading.numbersWeek(String(rest.prefix(5)))
    }
}
