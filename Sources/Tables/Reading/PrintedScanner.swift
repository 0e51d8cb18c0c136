import Indicators

/// One pass over a text. Full-width signs and traditional characters are read as their usual forms.
struct PrintedScanner {
    let text: [Unicode.Scalar]
    private let subject: PrintedRules.Subject
    /// The unit of the indicator, as it would stand behind its number.
    private let unit: [Unicode.Scalar]
    /// Where the name of the indicator stands.
    private let names: [Range<Int>]
    var cursor = 0

    init(_ text: String, _ subject: PrintedRules.Subject) {
        let text = Self.narrow(text), name = Self.narrow(subject.name)
        self.text = text
        self.subject = subject
        unit = Self.narrow(subject.unit)
        names =
            name.count < 2
            ? [] : text.indices.filter { text[$0...].starts(with: name) }.map { $0..<($0 + name.count) }
    }

    private static func narrow(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "萬": "万"
            case "億": "亿"
            case "兩": "两"
            case "約": "约"
            case "餘": "余"
            case "－", "−", "–", "—": "-"
            case "～": "~"
            case "％": "%"
            case "，": ","
            default:
                (0xFF10...0xFF19).contains(scalar.value) || scalar.value == 0xFF0E
                    ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            }
        }
    }

    mutating func figures() -> [PrintedFigure] {
        var found: [PrintedFigure] = []
        while cursor < text.count {
            let start = cursor
            if let first = figure() {
                if !isDateOrRank(start, first), let range = range(from: first, start) {
                    found += range
                } else if !isOther(start, first) {
                    found.append(first)
                }
            } else {
                cursor = start + 1
            }
        }
        return found + zeroWords()
    }

    /// Whether what begins at an offset and has been read is no figure: a year, a rank, a number within a name.
    private func isOther(_ start: Int, _ figure: PrintedFigure) -> Bool {
        if names.contains(where: { $0.contains(start) }) { return true }
        if figure.hasOwnUnit { return false }
        return isDateOrRank(start, figure) || text[start] == "零" && cursor == start + 1 && !isZero(start)
    }

    /// Whether a number is part of a date or a rank. 到 behind it begins no range: 11月达到1200人.
    private func isDateOrRank(_ start: Int, _ figure: PrintedFigure) -> Bool {
        if figure.hasOwnUnit { return false }
        if cursor < text.count, "年月日号".unicodeScalars.contains(text[cursor]) || has("季度", at: cursor) { return true }
        return start > 0 && text[start - 1] == "第" && !unit.isEmpty
    }

    /// Whether 零 says that there is nothing: 清零, 实现零排放, “零填埋”, 零起. In 零售 it does not.
    private func isZero(_ start: Int) -> Bool {
        if subject.isZeroGoal || cursor == text.count || start == 0 && text.count <= 3 { return true }
        if start > 0, "为是清归达到持现于“\"「『".unicodeScalars.contains(text[start - 1]) { return true }
        return ",。；、)）”个件起人户例次处家名 ".unicodeScalars.contains(text[cursor])
    }

    /// Whether the unit of the indicator stands behind the number. 人次 is no 人.
    private var isOwnUnit: Bool {
        guard !unit.isEmpty, text[cursor...].starts(with: unit) else { return false }
        let end = cursor + unit.count
        return !(end < text.count && text[end] == "次")
    }

    /// A measure behind the number that tells what is counted.
    private var measure: Unicode.Scalar? {
        guard cursor < text.count, "人户元吨亩张".unicodeScalars.contains(text[cursor]) else { return nil }
        // 户外, 元宵, 人次, 人均, 户籍, 户口 and 户主 are other words.
        if cursor + 1 < text.count, "外宵次均籍口主".unicodeScalars.contains(text[cursor + 1]) { return nil }
        return text[cursor]
    }

    // MARK: One figure

    /// The figure that begins here, with the words before and after its number.
    private mutating func figure() -> PrintedFigure? {
        let start = cursor
        guard var figure = number() else { return nil }
        var after = wordAfter()
        figure.multiplier += power()
        if after == nil { after = wordAfter() }
        if figure.isFreelyScaled, figure.multiplier > 0 || after == nil, takesTenths() {
            figure.value = DecimalNumber(significand: figure.value.significand * 10, scale: figure.value.scale)
        }
        if hundreds > 0 {
            figure.isFreelyScaled = true
            figure.multiplier += hundreds
        }
        hundreds = 0
        let first = start >= 3 && has("百分之", at: start - 3) ? start - 3 : start
        if let words = before(first) ?? after.map({ [$0] }) ?? behindUnit() { figure.qualifiers = words }
        figure.direction = direction(start)
        figure.isPercent = percent(start)
        figure.hasOwnUnit = isOwnUnit || (subject.isPercent == true && figure.isPercent == true)
        figure.measure = measure
        if figure.value.isNegative { figure.direction = .none }
        return figure
    }

    /// Digits with or without separators of thousands, or a Chinese numeral, or the letters of 国家AAAAA级.
    private mutating func number() -> PrintedFigure? {
        if let digits = digits() {
            let isNegative = isMinus(digits.start)
            guard let value = DecimalNumber((isNegative ? "-" : "") + digits.text) else { return nil }
            return PrintedFigure(value: value)
        }
        if let numeral = ChineseNumeral.read(text[cursor...]) {
            cursor += numeral.length
            return PrintedFigure(value: numeral.value, isFreelyScaled: true)
        }
        let letters = text[cursor...].prefix { $0 == "A" || $0 == "Ａ" }.count
        guard letters > 1 else { return nil }
        cursor += letters
        return PrintedFigure(value: DecimalNumber(significand: Int64(letters), scale: 0), isFreelyScaled: true)
    }

    func isDigit(_ index: Int) -> Bool { index >= 0 && index < text.count && ("0"..."9").contains(text[index]) }

    private mutating func digits() -> (text: String, start: Int)? {
        guard isDigit(cursor) else { return nil }
        let start = cursor
        var result = String.UnicodeScalarView()
        while isDigit(cursor) { take(into: &result) }
        if result.count <= 3 {
            while cursor < text.count, text[cursor] == ",", (1...3).allSatisfy({ isDigit(cursor + $0) }),
                !isDigit(cursor + 4)
            {
                cursor += 1
                for _ in 0..<3 { take(into: &result) }
            }
        }
        if cursor < text.count, text[cursor] == ".", isDigit(cursor + 1) {
            take(into: &result)
            while isDigit(cursor) { take(into: &result) }
        }
        return (String(result), start)
    }

    private mutating func take(into result: inout String.UnicodeScalarView) {
        result.append(text[cursor])
        cursor += 1
    }

    /// Whether a minus sign or 负 stands before a number. A hyphen after a digit or letter joins, as in 2022-11.
    func isMinus(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        if text[start - 1] == "负" { return true }
        guard text[start - 1] == "-" else { return false }
        guard start > 1 else { return true }
        let before = text[start - 2]
        return
            !(isDigit(start - 2) || before == "%" || isPower(start - 2)
            || (before.isASCII && before.properties.isAlphabetic))
    }

    /// 千 and 百 behind a number: they are read, but no column holds them.
    private var hundreds = 0

    /// 万, 亿, 千万, 万亿 behind a number.
    private mutating func power() -> Int {
        var power = 0
        while cursor < text.count {
            switch text[cursor] {
            case "万": power += 4
            case "亿": power += 8
            case "千" where isPower(cursor + 1) || !isWord(cursor + 1): hundreds += 3
            case "百" where isPower(cursor + 1) || !isWord(cursor + 1): hundreds += 2
            default: return power
            }
            cursor += 1
        }
        return power
    }

    private func isPower(_ index: Int) -> Bool { index < text.count && (text[index] == "万" || text[index] == "亿") }
    /// 千 of 千克, 千米, 千瓦 and 百 of 百分 belong to the unit.
    private func isWord(_ index: Int) -> Bool { index < text.count && "克米瓦伏帕卡分".unicodeScalars.contains(text[index]) }

    /// 八成 is eighty per cent.
    private mutating func takesTenths() -> Bool {
        guard cursor < text.count, text[cursor] == "成" else { return false }
        guard cursor + 1 == text.count || ",。；、以左多的 ".unicodeScalars.contains(text[cursor + 1]) else { return false }
        cursor += 1
        return true
    }

    // MARK: Ranges and words

    /// The range that a figure begins: 40万吨至50万吨, 30-40人. Nil where no second number follows.
    private mutating func range(from first: PrintedFigure, _ start: Int) -> [PrintedFigure]? {
        let end = cursor
        var index = cursor
        while index < text.count, index - end <= 3, !isDigit(index) {
            let scalar = text[index]
            if "增提升降减加扩由从,。；、".unicodeScalars.contains(scalar) { return nil }
            if "至到-~".unicodeScalars.contains(scalar), index + 1 < text.count {
                cursor = index + 1
                if let last = figure(), !last.isFreelyScaled, !first.isFreelyScaled {
                    return isOther(index + 1, last) ? [] : joined(first, last)
                }
                cursor = end
                return nil
            }
            index += 1
        }
        return nil
    }

    private func joined(_ first: PrintedFigure, _ last: PrintedFigure) -> [PrintedFigure] {
        // The sign between the numbers is no minus.
        let high = DecimalNumber(significand: abs(last.value.significand), scale: last.value.scale)
        var range = PrintedFigure(value: first.value, high: high, multiplier: last.multiplier, qualifiers: [.range])
        range.hasOwnUnit = first.hasOwnUnit || last.hasOwnUnit
        range.measure = last.measure
        if first.multiplier == last.multiplier { return [range] }
        guard first.multiplier == 0 else { return [first, last] }
        // 40至50万吨 is 40万 to 50万; 5000至1万人 is 5000 to 10000.
        let together = range
        range.multiplier = 0
        range.high = high.multiplied(byPowerOfTen: last.multiplier)
        return [together, range]
    }

    /// Words that say that there is nothing.
    private func zeroWords() -> [PrintedFigure] {
        let says = ["无", "没有", "未发生", "未出现", "归零"].contains { word in
            text.indices.contains { has(word, at: $0) }
        }
        return says ? [PrintedFigure(value: .zero, isFreelyScaled: true)] : []
    }
}
