/// Running text with its numbers in words, for reading aloud.
enum SpokenNumbers {
    /// A run of digits in a text and what stands around it.
    private struct Number {
        /// The digits with at most one point, without the commas between thousands.
        var digits = ""
        /// Whether commas stand between its thousands, as in no year.
        var hasCommas = false
        /// What stands before it; a blank is looked through.
        var before: Character?
        /// What stands behind it.
        var after: Substring
        /// Whether it is the second of two that a dash joins.
        var isSecond = false

        /// A hotline of five digits, such as 12345.
        var isHotline: Bool { digits.count == 5 && digits.hasPrefix("12") && !hasCommas }

        /// A year of a date, of a document, or of a span of years. Other numbers of four digits are counts.
        var isYear: Bool {
            guard digits.count == 4, !hasCommas, let value = Int(digits), (1900...2100).contains(value) else {
                return false
            }
            let rest = after.drop { $0 == " " }
            if rest.first == "年" || isSecond { return true }
            if let before, let next = after.first, "〔（(".contains(before), "〕）)".contains(next) { return true }
            let second = after.drop { "—–-到 ".contains($0) }
            return after.first.map { "—–-到".contains($0) } ?? false && second.prefix(4).allSatisfy(\.isNumber)
                && (Int(second.prefix(4)).map { (1900...2100).contains($0) } ?? false)
        }
    }

    // MARK: Chinese

    /// 比 2025 年同期多 8,179件（+9.1%） is 比二零二五年同期多八千一百七十九件（增长百分之九点一）.
    static func chinese(_ text: String) -> String {
        var result = "", rest = Substring(text), wasNumber = false, wasYear = false
        while let first = rest.first {
            guard first.isASCII, first.isNumber else {
                take(first, &rest, &result, wasNumber: wasNumber)
                if !"—–-到".contains(first) { wasYear = false }
                wasNumber = false
                continue
            }
            var number = take(&rest, before: result.last { $0 != " " })
            number.isSecond = wasYear
            // A blank beside a number is no pause.
            if result.last == " ", result.dropLast().last.map(isChinese) ?? false { result.removeLast() }
            let isShare = number.after.first == "%"
            if isShare { rest = rest.dropFirst() }
            let sign = isShare ? takeSign(&result) : ""
            result += sign + words(number, isShare: isShare)
            wasYear = number.isYear
            wasNumber = true
        }
        return result
    }

    private static func take(_ first: Character, _ rest: inout Substring, _ result: inout String, wasNumber: Bool) {
        rest = rest.dropFirst()
        let next = rest.first
        switch first {
        case "—", "–": result += "到"
        case " " where wasNumber && next.map(isChinese) ?? false: break
        case "/" where result.last.map(isChinese) ?? false && units.contains { rest.hasPrefix($0) }: result += "每"
        case "A" where next == "A":
            let count = 1 + rest.prefix { $0 == "A" }.count
            rest = rest.drop { $0 == "A" }
            result += (Numerals.chinese("\(count)") ?? "") + "A"
        default: result.append(first)
        }
    }

    private static func words(_ number: Number, isShare: Bool) -> String {
        if number.isYear { return Numerals.spelled(number.digits.compactMap(\.wholeNumberValue)) }
        if number.isHotline { return SpokenText.telephone(number.digits, .zh) }
        let words = Numerals.chinese(number.digits) ?? number.digits
        if isShare { return "百分之" + (words == "一百" ? "百" : words) }
        let isTwo = number.digits == "2" && measures.contains { number.after.hasPrefix($0) }
        return isTwo ? "两" : words
    }

    /// + and − before a share are words: 增长, 下降 in brackets, 负 elsewhere.
    private static func takeSign(_ result: inout String) -> String {
        guard let sign = result.last, "+−-".contains(sign) else { return "" }
        result.removeLast()
        let isInBrackets = result.last.map { "（(".contains($0) } ?? false
        return sign == "+" ? "增长" : isInBrackets ? "下降" : "负"
    }

    /// What stands behind 每 in a unit.
    private static let units = ["立方米", "平方米", "人", "天", "日", "年", "月", "户", "公里", "次", "吨", "公顷", "亩", "台", "个", "小时"]
    /// Before these 2 is 两.
    private static let measures = [
        "个", "件", "张", "户", "人", "处", "所", "次", "家", "项", "条", "名", "辆", "座", "台", "套", "间", "万", "亿", "千", "天", "小时",
        "种",
        "类", "批", "场", "期", "位", "元", "亩", "公里", "米", "吨",
    ]

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy {
            (0x4E00...0x9FFF).contains($0.value) || "（）〔〕“”《》".unicodeScalars.contains($0)
        }
    }

    // MARK: English

    /// 8,179 cases more (+9.1%) is eight thousand one hundred and seventy-nine cases more (up nine point one percent).
    /// Years and dates keep their digits, which a voice reads as such.
    static func english(_ text: String) -> String {
        let dates = text.replacing(/([0-9]{4})-([0-9]{2})-([0-9]{2})/) { match in
            guard let month = Int(match.output.2), (1...12).contains(month), let day = Int(match.output.3) else {
                return String(match.output.0)
            }
            return "\(day) \(months[month - 1]) \(match.output.1)"
        }
        var result = "", rest = Substring(dates)
        while let first = rest.first {
            guard first.isASCII, first.isNumber else {
                result.append(first)
                rest = rest.dropFirst()
                continue
            }
            // The digits of PM2.5, 5G and 1st are parts of a word.
            let isWord =
                result.last.map { $0.isLetter || $0 == "." && result.dropLast().last?.isNumber == true } ?? false
            let number = take(&rest, before: result.last)
            let isShare = number.after.first == "%"
            let isDay = months.contains { number.after.dropFirst().hasPrefix($0) }
            let isYear =
                number.digits.count == 4 && !number.hasCommas
                && (Int(number.digits).map { (1900...2100).contains($0) } ?? false)
            guard !isWord, number.after.first?.isLetter != true, isShare || !(isYear || isDay),
                let words = number.isHotline
                    ? SpokenText.telephone(number.digits, .en) : Numerals.english(number.digits)
            else {
                result += number.digits
                continue
            }
            if isShare { rest = rest.dropFirst() }
            let sign = result.last.flatMap { signs[$0] }
            if sign != nil, isShare || result.dropLast().last.map({ " (".contains($0) }) ?? true { result.removeLast() }
            result += (sign.map { isShare ? $0.share : $0.number } ?? "") + words + (isShare ? " percent" : "")
        }
        return result
    }

    private static let signs: [Character: (share: String, number: String)] = [
        "+": ("up ", "plus "), "−": ("down ", "minus "),
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    // MARK: Both

    /// Takes a number from the beginning of a text: digits, groups of three behind commas, at most one point.
    private static func take(_ rest: inout Substring, before: Character?) -> Number {
        var digits = "", hasCommas = false
        while let next = rest.first {
            if next.isASCII, next.isNumber {
                digits.append(next)
                rest = rest.dropFirst()
            } else if next == ",", isGroup(rest.dropFirst()), !digits.contains("."), digits.count <= 12 {
                rest = rest.dropFirst()
                hasCommas = true
            } else if next == ".", !digits.contains("."),
                rest.dropFirst().first.map({ $0.isASCII && $0.isNumber }) ?? false
            {
                digits.append(next)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        return Number(digits: digits, hasCommas: hasCommas, before: before, after: rest)
    }

    /// Whether three digits and no fourth follow.
    private static func isGroup(_ text: Substring) -> Bool {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        return digits.count == 3
    }
}
