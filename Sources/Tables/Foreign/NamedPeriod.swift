import Indicators

extension Heading {
    /// The period of a heading that names an indicator too, and the name: `2021年人口`, `2021年上半年就业`, `POP2021`.
    static func namedPeriod(_ text: String) -> (reading: PeriodReading.Reading, name: String)? {
        var cleaned = cleaned(text)
        for beginning in ["截至", "截止"] where cleaned.hasPrefix(beginning) { cleaned.removeFirst(2) }
        guard let digits = onlyYear(cleaned), !isBase(cleaned, digits), let (reading, end) = period(cleaned, digits)
        else { return nil }
        var before = cleaned[..<digits.lowerBound], after = cleaned[end...]
        let isMarked = end > digits.upperBound
        if before.allSatisfy(isSign), isMarked || after.first.map(isSign) ?? true {
            // 1500米 and 2000元以下 are no years.
            before = ""
            while let first = after.first, "_- :：".contains(first) { after.removeFirst() }
        } else if after.allSatisfy(isSign) || parted("x" + after).name == "x" {
            if after.allSatisfy(isSign) { after = "" }
            while let last = before.last, isSign(last) { before.removeLast() }
        } else {
            return nil
        }
        // 2022/1-13: what follows belongs to the period.
        if let sign = cleaned[end...].first, "-–—~～./".contains(sign), let next = cleaned[end...].dropFirst().first,
            isDigit(next)
        {
            return nil
        }
        guard let name = name(String(before) + String(after), cleaned[digits.upperBound..<end], reading.period)
        else { return nil }
        guard ![.remark, .status].contains(NameHint(name).family) else { return nil }
        if name.count > 4 || !name.allSatisfy(\.isASCII), let status = StatusReading.status(name) {
            return (PeriodReading.Reading(period: reading.period, status: status), "")
        }
        return spanned(name, reading.period).map { (PeriodReading.Reading(period: $0, status: reading.status), name) }
    }

    /// The period of a name behind a month: 累计就业 has run up since January.
    private static func spanned(_ name: String, _ period: Period) -> Period? {
        if name.contains("累计") { return period.kind == .year ? period : PeriodSpan.sum(period) }
        // 2022年(上年)决算数 says which year is meant; 2022年上年决算数 may be of another.
        guard TitlePeriod.isLength(name), !name.hasPrefix("("), !name.hasPrefix("（") else { return period }
        return TitlePeriod.period(name, period).flatMap { $0.year == period.year ? $0 : nil }
    }

    private static func isSign(_ character: Character) -> Bool { "_- ()（）:：".contains(character) }
    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    private static func isWord(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || character.isLetter)
    }

    /// The only four digits that stand together; 65 in 2021年65岁以上人口 is no year.
    private static func onlyYear(_ text: String) -> Range<String.Index>? {
        var found: Range<String.Index>?, start = text.startIndex
        while let first = text[start...].firstIndex(where: isDigit) {
            let end = text[first...].firstIndex { !isDigit($0) } ?? text.endIndex
            if text.distance(from: first, to: end) == 4 {
                guard found == nil else { return nil }
                found = first..<end
            }
            start = end
        }
        // 31.12.2021 and 12/2021 end in a year.
        if let found, let sign = text[..<found.lowerBound].last, "./-–".contains(sign),
            let digit = text[..<found.lowerBound].dropLast().last, isDigit(digit)
        {
            return nil
        }
        return found
    }

    /// Words that begin like a mark of a year.
    private static let words = ["度假", "底层", "底薪", "底商", "底价", "末端", "末位", "末梢", "末班", "终端", "终止", "终身", "终结"]

    /// The longest period that begins with the year: 2021年, 2021年末, 2021年上半年, 2021 Q1.
    private static func period(
        _ text: String, _ year: Range<String.Index>
    ) -> (reading: PeriodReading.Reading, end: String.Index)? {
        let rest = text[year.upperBound...]
        var end = text.index(year.upperBound, offsetBy: 20, limitedBy: text.endIndex) ?? text.endIndex
        while end > year.upperBound {
            defer { end = text.index(before: end) }
            let last = text[text.index(before: end)]
            guard !isSign(last), end == text.endIndex || !(isWord(last) && isWord(text[end])),
                !words.contains(where: { text[text.index(before: end)...].hasPrefix($0) })
            else { continue }
            let part = String(text[year.lowerBound..<end])
            guard let reading = PeriodReading.read(part, years: 1900...2100), reading.status == nil,
                reading.period.kind != .year || part.contains("年")
            else { continue }
            return (reading, end)
        }
        // 2021-22 is a year of two.
        if let sign = rest.first, "./-–".contains(sign), let digit = rest.dropFirst().first, isDigit(digit) {
            return nil
        }
        return PeriodReading.read(String(text[year]), years: 1900...2100).map { ($0, year.upperBound) }
    }

    /// What is left of a heading behind its period; nil where it says more of the period than was understood.
    private static func name(_ left: String, _ mark: Substring, _ period: Period) -> String? {
        var name = left
        for ending in ["末", "底", "终", "内"] where !mark.isEmpty && name.hasPrefix(ending) && name != ending {
            if !words.contains(where: { name.hasPrefix($0) }) { name.removeFirst() }
            break
        }
        // 初人口 is that of the day before; 年均 belongs to the name.
        if mark == "年", name.hasPrefix("均") { name = "年" + name }
        if mark.hasPrefix("年"), name == "数" { name = mark + name }
        let beginnings = ["初中", "初级", "初等", "初婚", "初次", "初生", "初始", "初一", "初二", "初三"]
        if !mark.isEmpty, name.hasPrefix("初"), !beginnings.contains(where: { name.hasPrefix($0) }) { return nil }
        let tokens = NameHint.tokens(name)
        // A financial year is not the year of its name.
        guard !name.isEmpty, !tokens.contains("fy") else { return nil }
        return statesPart(name, tokens) || isBound(name) ? nil : name
    }

    /// 第三季, 上半年, 3月, 9M, YTD: the figure is not of the period that was read.
    private static func statesPart(_ name: String, _ tokens: [String]) -> Bool {
        if ["季度", "半年", "学期", "上旬", "中旬", "下旬"].contains(where: { name.contains($0) }) { return true }
        let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        return numbersPart(name) || (tokens + words).contains { YearPart($0)?.isShort == true || isPart($0) }
    }

    /// 9m, ytd.
    static func isPart(_ token: String) -> Bool {
        if ["ytd", "ltm", "ttm"].contains(token) { return true }
        return token.hasSuffix("m") && Int(token.dropLast()).map { (1...12).contains($0) } == true
    }

    /// 以来, 以前, 起: the year bounds a period that is not stated.
    static func isBound(_ text: String) -> Bool {
        let words = ["以来", "以前", "之前", "以后", "之后", "至今", "起至", "起累", "前"]
        return words.contains { text.hasPrefix($0) } && !["前列", "前端"].contains { text.hasPrefix($0) }
    }

    /// Whether a text numbers a month, a quarter or a week: 3月, 第三季, 第5周.
    static func numbersPart(_ text: String) -> Bool {
        let isPart = zip(text, text.dropFirst()).contains { first, second in
            "0123456789一二三四五六七八九十".contains(first) && "月季".contains(second)
        }
        return isPart || numbersWeek(text)
    }

    /// 第5周, and not 60周岁 or 70周年.
    static func numbersWeek(_ text: String) -> Bool {
        var rest = text[...]
        while let week = rest.firstIndex(of: "周") {
            let after = rest[rest.index(after: week)...]
            if let digit = rest[..<week].last, "0123456789一二三四五六七八九十".contains(digit),
                !["岁", "年", "长", "期"].contains(where: { after.hasPrefix($0) })
            {
                return true
            }
            rest = after
        }
        return false
    }

    /// Whether the year is that of prices or of an index: 2015年不变价, 2015 prices, 1978=100.
    static func isBase(_ text: String, _ year: Range<String.Index>) -> Bool {
        let lower = text.lowercased()
        let words = ["=100", "= 100", "基期", "定基", "不变价", "可比价", "base year", "base period", "constant", "chained"]
        if words.contains(where: { lower.contains($0) }) { return true }
        let before = NameHint.tokens(String(text[..<year.lowerBound]))
        let after = NameHint.tokens(String(text[year.upperBound...]))
        if before.last == "base" || after.first == "base" { return true }
        let prices: Set<String> = ["price", "prices"]
        if let first = after.first, ["us", "usd", "dollars"].contains(first) { return true }
        if let first = after.first, prices.contains(first),
            !["index", "indices"].contains(after.dropFirst().first ?? "")
        {
            return true
        }
        if ["of", "in", "at"].contains(before.last ?? ""), !prices.isDisjoint(with: before) { return true }
        let behind = text[year.upperBound...].drop { "年度 ".contains($0) }
        return behind.hasPrefix("价") && !behind.hasPrefix("价格指数")
    }

    /// Whether all periods of a line are ranges of years and each begins where the one before ends: classes of incomes
    /// or of prices. Short ranges, such as school years, are certain.
    static func areClasses(_ cells: [String]) -> Bool {
        let periods = cells.filter { period($0) != nil }
        let ranges = periods.compactMap(years)
        guard ranges.count > 1, ranges.count == periods.count else { return false }
        return zip(ranges, ranges.dropFirst()).allSatisfy { $0.last == $1.first }
            && ranges.contains { $0.last - $0.first > 10 }
    }

    /// The years of 2010-2015.
    private static func years(_ text: String) -> (first: Int, last: Int)? {
        let parts = NarrowText.of(parted(cleaned(text)).name, dashes: true).split(separator: "-")
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }), let first = Int(parts[0]),
            let last = Int(parts[1])
        else { return nil }
        return (first, last)
    }
}
