import Indicators

/// Units as people write them.
enum UnitText {
    /// The name of a unit: `%` for PT, the words of `PT: Percentage`.
    static func readable(_ code: String) -> String {
        var name = code
        if let colon = code.firstIndex(of: ":") { name = TableHead.trimmed(String(code[code.index(after: colon)...])) }
        switch name.uppercased() {
        case "PT", "PCT", "PC", "PERCENT", "PERCENTAGE", "PERCENTAGE (%)", "PER CENT": return "%"
        default: return name
        }
    }

    /// Words that are units and seldom anything else.
    private static let known: Set<String> = [
        "%", "‰", "元", "美元", "人", "户", "人次", "人年", "个", "家", "所", "张", "件", "台", "辆", "套", "座", "处", "名", "次", "册",
        "吨", "克", "克拉", "斤", "公斤", "亩", "公顷", "平方米", "平方公里", "立方米", "米", "公里", "千米", "升", "度", "瓦", "瓦时", "千瓦时",
        "百分点", "个百分点", "岁", "天", "小时", "分钟", "头", "只", "株", "条", "项", "期", "间", "床", "例", "元/人", "人/户", "平方米/人",
        "元/平方米", "元/吨", "吨标准煤", "公里/小时", "毫米", "℃", "℃·天", "宗", "起", "篇", "部", "本", "栋", "艘", "架", "匹", "双",
    ]

    /// Whether a text is a unit and nothing else: 万元, 元/人, %.
    static func isUnit(_ text: String) -> Bool {
        let scaled = ScaledUnit(text)
        return !text.isEmpty && (known.contains(text) || known.contains(scaled.base))
    }

    /// The unit of a line such as 单位：万元; empty for a list of several, which is that of no figure.
    static func single(_ text: String) -> String {
        let parts = text.split { "、，,；;".contains($0) }.map { TableHead.trimmed(String($0)) }
        return parts.count == 1 ? TableHead.trimmed(text) : ""
    }

    /// The unit that a line states among other words: `编制单位：甲局  2023年6月  单位：万元`, `财政收支（单位：万元）`. What
    /// 编制单位 names is an office.
    static func stated(_ line: String) -> String? {
        var rest = Substring(line)
        while let range = rest.firstRange(of: "单位") {
            let before = rest[..<range.lowerBound].last, after = rest[range.upperBound...]
            rest = after
            guard let sign = after.first, "：:为".contains(sign) || after.hasPrefix("均为"),
                before.map({ !isChinese($0) }) ?? true
                    || ["计量", "金额", "数据"].contains(where: {
                        line[..<range.lowerBound].hasSuffix($0)
                    })
            else { continue }
            let value = after.dropFirst(after.hasPrefix("均为") ? 2 : 1).drop {
                $0 == " " || $0 == "\u{3000}" || $0 == "："
            }
            let unit = value.prefix { !" \u{3000})）]】。；;".contains($0) }
            if !unit.isEmpty { return String(unit) }
        }
        return nil
    }

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.isChineseCharacter }
    }
}
