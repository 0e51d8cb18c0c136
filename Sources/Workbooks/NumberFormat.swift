/// What a number format makes of a stored number: `0.00%`, `#,##0,`, `yyyy"年"m"月"`. Only what changes the meaning is
/// followed; the number of digits shown is not, so that nothing is rounded.
struct NumberFormat: Sendable {
    private let sections: [FormatSection]
    /// Whether it changes no number.
    let isPlain: Bool

    static let general = NumberFormat("General")

    init(_ code: String) {
        sections = FormatSection.sections(of: code)
        isPlain = sections.allSatisfy(\.isPlain)
    }

    /// A format that every spreadsheet knows by its number (ECMA-376, 18.8.30).
    init(builtIn number: Int) { self.init(Self.builtIn[number] ?? "General") }

    private static let builtIn: [Int: String] = [
        9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
        19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日", 29: "m月d日",
        30: "m/d/yy", 31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒", 34: "h时mm分", 35: "h时mm分ss秒", 36: "yyyy年m月",
        45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日",
        55: "h时mm分", 56: "h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
    ]

    /// What a cell with a number says.
    enum Shown {
        case number([UInt8])
        case date(String)
    }

    /// The number as it is meant; nil where the text is no number.
    func shown(_ text: some Collection<UInt8>, is1904: Bool) -> Shown? {
        guard let number = DecimalText(text) else { return nil }
        let section = section(of: number)
        if let precision = section.precision, let date = SerialDate.text(number, precision, is1904: is1904) {
            return .date(date)
        }
        return .number(
            section.prefix + number.shifted(by: section.shift).bytes(width: section.width) + section.unit)
    }

    /// The section for a number: by its condition, else by its sign.
    private func section(of number: DecimalText) -> FormatSection {
        if sections.contains(where: { $0.condition != nil }) {
            return sections.first { $0.condition?.holds(number) ?? true } ?? sections[sections.count - 1]
        }
        if number.isZero { return sections[sections.count > 2 ? 2 : 0] }
        return sections[number.isNegative && sections.count > 1 ? 1 : 0]
    }
}

/// One of the parts of a number format that `;` separates.
struct FormatSection: Sendable {
    struct Condition: Sendable {
        var sign: String
        var bound: DecimalText

        func holds(_ number: DecimalText) -> Bool {
            switch sign {
            case "<": number < bound
            case ">": bound < number
            case "<=": !(bound < number)
            case ">=": !(number < bound)
            case "<>": number < bound || bound < number
            default: !(number < bound) && !(bound < number)
            }
        }
    }

    var condition: Condition?
    /// The power of ten by which the shown number differs from the stored one.
    var shift = 0
    /// The digits that the whole part has at least.
    var width = 1
    /// `%`, or words behind the number.
    var unit: [UInt8] = []
    /// 约 and the like in front of it.
    var prefix: [UInt8] = []
    /// Of a format for dates, what is shown of them.
    var precision: SerialDate.Precision?

    var isPlain: Bool {
        condition == nil && shift == 0 && width == 1 && unit.isEmpty && prefix.isEmpty && precision == nil
    }

    static func sections(of code: String) -> [FormatSection] {
        var parts: [[FormatToken]] = [[]]
        for token in FormatToken.tokens(of: code) {
            if case .sign(";") = token { parts.append([]) } else { parts[parts.count - 1].append(token) }
        }
        return parts.map { FormatSection($0) }
    }

    init(_ tokens: [FormatToken]) {
        for case .bracket(let text) in tokens {
            let sign = String(text.prefix { "<>=".contains($0) })
            if !sign.isEmpty, let bound = DecimalText(Array(text.dropFirst(sign.count).utf8)) {
                condition = Condition(sign: sign, bound: bound)
            }
        }
        precision = Self.precision(tokens)
        if precision == nil { readDigits(tokens) }
    }

    private static func precision(_ tokens: [FormatToken]) -> SerialDate.Precision? {
        var code = ""
        for token in tokens {
            switch token {
            case .bracket(let text) where !text.isEmpty && text.lowercased().allSatisfy({ "hms".contains($0) }):
                return .time
            case .sign(let sign): code += sign.lowercased()
            default: break
            }
        }
        if code.hasPrefix("general") || code.hasPrefix("g/") { return nil }
        if code.contains("aaa") { return .day }
        // Letters and digits stand together in fractions of seconds only; e is an exponent elsewhere.
        if code.contains(where: { "0#?".contains($0) }), !code.contains("s.0") { return nil }
        let letters = code.filter { "ymdhseg".contains($0) }
        return letters.isEmpty ? nil : datePrecision(letters)
    }

    private static func datePrecision(_ letters: String) -> SerialDate.Precision {
        let hasYear = letters.contains { "yeg".contains($0) }, hasDay = letters.contains("d")
        let hasClock = letters.contains { "hs".contains($0) }
        if hasClock { return hasYear || hasDay ? .instant : .time }
        if hasDay { return .day }
        return letters.contains("m") ? .month : .year
    }

    /// Signs for digits and what stands among and behind them.
    private mutating func readDigits(_ tokens: [FormatToken]) {
        guard let last = tokens.lastIndex(where: { $0.isDigit }), let first = tokens.firstIndex(where: { $0.isDigit })
        else {
            return
        }
        var commas = 0, zeros = 0, hasPoint = false, hasGroups = false, hasOthers = false, literalDigits: Int?
        var hasExponent = false
        for token in tokens[first...last] {
            switch token {
            case .sign("."):
                shift -= 3 * commas
                (commas, hasPoint) = (0, true)
            case .sign(","): commas += 1
            case .sign(let sign) where sign == "e" || sign == "E": hasExponent = true
            case .literal("."): literalDigits = 0
            case .literal: hasOthers = true
            case .sign where token.isDigit:
                if commas > 0 { (commas, hasGroups) = (0, true) }
                if let count = literalDigits { literalDigits = count + 1 }
                if !hasPoint, case .sign("0") = token { zeros += 1 } else if !hasPoint { hasOthers = true }
            default: break
            }
        }
        if hasExponent {
            shift = 0
            return
        }
        let behind = tokens[(last + 1)...]
        shift -= 3 * behind.prefix { if case .sign(",") = $0 { true } else { false } }.count
        // `0\.0,"万"` puts a point among the digits of the thousands.
        if let literalDigits, !hasPoint { shift -= literalDigits }
        if !hasOthers, !hasGroups, literalDigits == nil, zeros > 1 { width = zeros }
        let percents = tokens.count { if case .sign("%") = $0 { true } else { false } }
        shift += 2 * percents
        unit = percents == 1 ? [UInt8(ascii: "%")] : Self.words(behind)
        // What was divided is said, as a heading may state the unit of the stored number or that of the shown one.
        if percents == 0, literalDigits == nil, let magnitude = Self.magnitudes[shift], !Self.hasMagnitude(unit) {
            unit = Array(magnitude.utf8) + unit
        }
        let before = Self.text(tokens[..<first])
        if Self.prefixes.contains(before) { prefix = Array(before.utf8) }
    }

    static let magnitudes = [-3: "千", -6: "百万", -9: "十亿"]
    private static let prefixes: Set<String> = ["约", "大约", "近", "超", "超过", "逾", "不足"]
    /// Words in brackets that say what a figure is.
    private static let marks = ["快报", "初步", "预计", "预测", "估计", "估算", "推算", "计划"]

    /// Whether the words behind the digits name the power of ten themselves.
    private static func hasMagnitude(_ unit: [UInt8]) -> Bool {
        let text = String(decoding: unit, as: UTF8.self)
        return text.contains { "千百万亿".contains($0) } || text.first.map { $0.isASCII && $0.isLetter } ?? false
    }

    /// The characters that stand for themselves.
    private static func text(_ tokens: ArraySlice<FormatToken>) -> String {
        var text = ""
        for case .literal(let literal) in tokens where literal != " " { text.append(literal) }
        return text
    }

    /// Words behind the digits; currency signs, blanks and brackets are left out, but those that say what a figure is.
    private static func words(_ tokens: ArraySlice<FormatToken>) -> [UInt8] {
        var text = ""
        for token in tokens {
            switch token {
            case .literal(let literal): text.append(literal)
            case .sign(let sign) where sign.isLetter: text.append(sign)
            default: break
            }
        }
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        var mark = ""
        if let open = text.firstIndex(where: { $0 == "(" || $0 == "（" }),
            marks.contains(where: { text[open...].contains($0) })
        {
            (mark, text) = (String(text[open...]), String(text[..<open]))
        }
        let isWord = text.allSatisfy { $0.isLetter || "/%‰²³°".contains($0) }
        return Array((isWord ? text + mark : mark).utf8)
    }
}

/// A sign of a number format.
enum FormatToken: Equatable, Sendable {
    case sign(Character)
    /// A character that stands for itself: in quotes, or behind `\` or `!`.
    case literal(Character)
    case bracket(String)

    var isDigit: Bool {
        switch self {
        case .sign("0"), .sign("#"), .sign("?"): true
        default: false
        }
    }

    static func tokens(of code: String) -> [FormatToken] {
        var tokens: [FormatToken] = [], rest = Substring(code.prefix(1_000))
        while let sign = rest.popFirst() {
            switch sign {
            case "\"":
                while let literal = rest.popFirst(), literal != "\"" { tokens.append(.literal(literal)) }
            case "\\", "!": if let literal = rest.popFirst() { tokens.append(.literal(literal)) }
            // A blank as wide as a character; a character that fills the cell.
            case "_", "*": _ = rest.popFirst()
            case "[":
                let text = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(text.count + 1)
                tokens.append(.bracket(String(text)))
            default: tokens.append(.sign(sign))
            }
        }
        return tokens
    }
}
