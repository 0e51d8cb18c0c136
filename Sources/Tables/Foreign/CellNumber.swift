import Indicators

/// A number in a cell as people and spreadsheets write it: "3.85亿元", "近500人", "1,234", "１２．５％", "40万吨至50万吨".
struct CellNumber: Hashable, Sendable {
    var value: DecimalNumber
    /// The upper end of a range.
    var high: DecimalNumber?
    /// The power of ten that a word such as 万 stands for.
    var multiplier = 0
    var qualifier = Qualifier.exact
    /// The text behind the number.
    var unit = ""
    /// Whether it has an exponent, which spreadsheets write for a number too wide for its column.
    var hasExponent = false
    /// The status that a flag beside the number states.
    var status: ObservationStatus?
    /// The sign that an arrow in front of the number gives a growth: ↑5.1, ↓3.2.
    var arrow: Int?

    /// The content of a cell.
    enum Content: Hashable, Sendable {
        case number(CellNumber)
        /// No value, with the reason.
        case absent(ObservationStatus)
        /// Neither a value nor a reason.
        case unreadable
    }

    /// - Parameter hasDecimalComma: whether the point is written as a comma; there is no grouping then.
    static func read(_ text: String, hasDecimalComma: Bool) -> Content {
        read(text, NumberStyle(hasDecimalComma: hasDecimalComma))
    }

    static func read(_ text: String, _ style: NumberStyle = .usual) -> Content {
        if let plain = PlainDecimal(text), plain.scale == 0 || !style.hasPointGroups {
            return .number(CellNumber(value: DecimalNumber(significand: plain.significand, scale: plain.scale)))
        }
        let trimmed = NarrowText.of(text, dashes: false)
        if let status = absences[trimmed] { return .absent(status) }
        let (body, flag) = CellFlags.parted(trimmed)
        if let flag, let status = absences[body] { return .absent(flag.isAbsence ? flag : status) }
        guard spreadsheetFault(body) == nil else { return .unreadable }
        var reader = CellNumberReader(body, style)
        guard var number = reader.number() else { return .unreadable }
        number.status = flag
        return .number(number)
    }

    /// What to do about a text that is neither a value nor a reason. Most such texts are names, for which nobody asks.
    static func advice(on text: String) -> LocalizedText {
        let trimmed = NarrowText.of(text, dashes: false)
        return spreadsheetFault(CellFlags.parted(trimmed).body) ?? NumberAdvice.of(trimmed)
    }

    /// Texts that stand in cells instead of a value.
    private static let absences: [String: ObservationStatus] = [
        "": .missing, "NaN": .missing, "nan": .missing, "#N/A": .missing, "N/A": .missing, "n/a": .missing,
        "NA": .missing, "null": .missing,
        "-": .missing, "--": .missing, "—": .missing, "——": .missing, "–": .missing, "...": .missing, "..": .missing,
        "…": .missing,
        "……": .missing, ":": .missing, "/": .missing, "未报": .missing, "无数据": .missing, "缺": .missing,
        "不适用": .notApplicable, "保密": .suppressed, "未采集": .notCollected,
        ".": .missing, "*": .missing, "**": .missing, "***": .missing, "[x]": .missing,
        "[c]": .suppressed, "(c)": .suppressed, "[z]": .notApplicable, "[low]": .missing, "No data": .missing,
        "n.a.": .missing, "N.A.": .missing, "na": .missing, "NULL": .missing, "None": .missing,
    ]

    private static func spreadsheetFault(_ text: String) -> LocalizedText? {
        if text.hasPrefix("#") {
            return LocalizedText(
                zh: "是表格公式的错误；改正公式，或填上数字",
                en: "an error of a spreadsheet's formula: mend the formula, or write the number")
        }
        if text.hasPrefix("=") {
            return LocalizedText(
                zh: "是没有算出的公式；在表格中“选择性粘贴—数值”后再导出",
                en: "a formula: paste it as a value in the spreadsheet, then export again")
        }
        return nil
    }
}

/// Reads the characters of one cell.
private struct CellNumberReader {
    private var rest: Substring.UnicodeScalarView
    private let style: NumberStyle

    init(_ text: String, _ style: NumberStyle) {
        rest = Substring(text).unicodeScalars
        self.style = style
    }

    private static let before: [(String, Qualifier)] = [
        ("大约", .approx), ("约", .approx), ("接近", .approxBelow), ("将近", .approxBelow), ("近", .approxBelow),
        ("不足", .approxBelow),
        ("不到", .approxBelow), ("超过", .approxAbove), ("超", .approxAbove), ("逾", .approxAbove), ("至少", .approxAbove),
        ("不低于", .approxAbove), ("不少于", .approxAbove), ("不小于", .approxAbove), ("不高于", .approxBelow),
        ("不超过", .approxBelow), ("不多于", .approxBelow), ("不大于", .approxBelow), ("低于", .approxBelow),
        ("高于", .approxAbove), ("<", .approxBelow), ("≤", .approxBelow), (">", .approxAbove), ("≥", .approxAbove),
    ]
    private static let after: [(String, Qualifier)] = [
        ("及以上", .approxAbove), ("以上", .approxAbove), ("及以下", .approxBelow), ("以下", .approxBelow),
        ("以内", .approxBelow), ("余", .approxAbove), ("多", .approxAbove), ("左右", .approx),
    ]
    private static let magnitudes: [(String, Int)] = [
        ("万亿", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("亿", 8), ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4), ("千", 3),
        ("百", 2),
    ]
    private static let currencies = ["US$", "HK$", "$", "¥", "￥", "€", "£", "₩"]
    private static let joints = ["至", "~", "–", "—", "-"]

    private mutating func take(_ text: String) -> Bool {
        let wanted = text.unicodeScalars
        guard rest.starts(with: wanted) else { return false }
        rest = rest.dropFirst(wanted.count)
        return true
    }

    private mutating func takeFirst<Meaning>(of words: [(String, Meaning)]) -> Meaning? {
        for (word, meaning) in words where take(word) { return meaning }
        return nil
    }

    private mutating func skipBlanks() { while rest.first == " " { rest.removeFirst() } }

    /// The number; nil where any part of the cell is not understood.
    mutating func number() -> CellNumber? {
        let prefix = takeFirst(of: Self.before)
        skipBlanks()
        let arrow = takeFirst(of: [("↑", 1), ("↓", -1), ("▼", -1)])
        let currency = Self.currencies.first { take($0) }
        guard let (mantissa, hasExponent) = decimal(), let low = timesPower(mantissa) else { return nil }
        // An arrow and a minus say the same, or the opposite.
        guard arrow == nil || !low.isNegative else { return nil }
        var number = CellNumber(value: low, hasExponent: hasExponent, arrow: arrow)
        skipBlanks()
        var (multiplier, suffix) = tail()
        number.unit = unit()
        if let currency {
            // $3M: the letter is a scale and no unit.
            guard number.unit.isEmpty else { return nil }
            number.unit = currency
        }
        if suffix == nil { suffix = takeFirst(of: Self.after) }
        if Self.joints.contains(where: { take($0) }) {
            skipBlanks()
            guard prefix == nil, suffix == nil, let (high, _) = decimal(), !(high < low) else { return nil }
            skipBlanks()
            let second = tail()
            let unitBehind = unit()
            // 40至50万吨: the text behind the second number applies to both.
            if number.unit.isEmpty, multiplier == 0 { multiplier = second.multiplier }
            guard second.multiplier == multiplier, second.qualifier == nil,
                number.unit.isEmpty || number.unit == unitBehind
            else { return nil }
            number.unit = unitBehind
            number.high = high
            suffix = .range
        }
        guard rest.isEmpty, prefix == nil || suffix == nil else { return nil }
        number.multiplier = multiplier
        number.qualifier = prefix ?? suffix ?? .exact
        return number
    }

    /// 多万, 万余, 亿 and the like.
    private mutating func tail() -> (multiplier: Int, qualifier: Qualifier?) {
        var qualifier = takeFirst(of: Self.after)
        let isPoint = ["百分", "千分", "万分"].contains { rest.starts(with: $0.unicodeScalars) }
        let multiplier = isPoint ? 0 : takeFirst(of: Self.magnitudes) ?? 0
        if qualifier == nil { qualifier = takeFirst(of: Self.after) }
        return (multiplier, qualifier)
    }

    /// Words, per cent and per mille signs up to the end or to the sign that joins a range.
    private mutating func unit() -> String {
        var unit = String.UnicodeScalarView()
        while let scalar = rest.first, unit.count < 12 {
            let isWord =
                scalar == "%" || scalar == "‰" || scalar == "/" || scalar == "²" || scalar == "³" || scalar == "°"
                || (scalar.properties.isAlphabetic && scalar != "至")
            guard isWord else { break }
            unit.append(scalar)
            rest.removeFirst()
        }
        if let (word, qualifier) = Self.after.first(where: { String(unit).hasSuffix($0.0) }), qualifier != .exact,
            unit.count > word.unicodeScalars.count
        {
            // 5个以上: the word belongs to the number, so the caller reads it.
            rest = Substring(word + String(Substring(rest))).unicodeScalars
            unit.removeLast(word.unicodeScalars.count)
        }
        return String(unit)
    }

    /// 1.2×10⁸, 1.2*10^8: the power of ten behind a number; nil where it is not understood.
    private mutating func timesPower(_ number: DecimalNumber) -> DecimalNumber? {
        let before = rest
        skipBlanks()
        guard ["×", "x", "X", "*", "·"].contains(where: { take($0) }) else {
            rest = before
            return number
        }
        skipBlanks()
        guard take("10") else { return nil }
        let isMarked = take("^"), isNegative = take("-") || take("⁻")
        let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars), plain = Array("0123456789".unicodeScalars)
        var power = 0, digits = 0
        while digits < 3, let sign = rest.first,
            let digit = (isMarked ? plain : raised).firstIndex(of: sign)
        {
            (power, digits) = (power * 10 + digit, digits + 1)
            rest.removeFirst()
        }
        guard (1...2).contains(digits) else { return nil }
        return number.multiplied(byPowerOfTen: isNegative ? -power : power)
    }

    private func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",": !style.hasDecimalComma
        case ".": style.hasPointGroups
        case " ": style.hasBlankGroups && rest.dropFirst().first.map { ("0"..."9").contains($0) } == true
        default: false
        }
    }

    /// Sign, digits with or without thousands separators, decimal point, exponent.
    private mutating func decimal() -> (DecimalNumber, hasExponent: Bool)? {
        var text = "", groups: [Int] = [0], seenPoint = false, seenExponent = false
        if let sign = rest.first, sign == "-" || sign == "+" {
            text.unicodeScalars.append(sign)
            rest.removeFirst()
        }
        while let scalar = rest.first {
            if ("0"..."9").contains(scalar) {
                text.unicodeScalars.append(scalar)
                if !seenPoint { groups[groups.count - 1] += 1 }
            } else if !seenPoint, isGroupMark(scalar) {
                groups.append(0)
            } else if !seenPoint, scalar == "." || (scalar == "," && style.hasDecimalComma) {
                seenPoint = true
                text += "."
            } else if scalar == "e" || scalar == "E", !text.isEmpty {
                let next = rest.dropFirst().first
                guard next == "+" || next == "-" || next.map({ ("0"..."9").contains($0) }) == true else { break }
                seenExponent = true
                text += "E"
                rest.removeFirst()
                while let digit = rest.first,
                    ("0"..."9").contains(digit) || ((digit == "+" || digit == "-") && text.hasSuffix("E"))
                {
                    text.unicodeScalars.append(digit)
                    rest.removeFirst()
                }
                break
            } else {
                break
            }
            rest.removeFirst()
        }
        if groups.count > 1 {
            guard (1...3).contains(groups[0]), groups.dropFirst().allSatisfy({ $0 == 3 }) else { return nil }
        }
        return DecimalNumber(text).map { ($0, seenExponent) }
    }
}
