import Indicators

/// Finds the figures in a text as sources print them: digits or Chinese numerals, 万 and 亿, 近, 约, 余, 多, 以上, ranges.
enum PrintedForm {
    /// The figures of a text in their order. A text may state several: 分别达到49%和85%.
    ///
    /// - Parameter subject: what the figure is of. Years and months, and numbers that stand in its name, are none.
    static func figures(in text: String, of subject: PrintedRules.Subject = PrintedRules.Subject()) -> [PrintedFigure] {
        var scanner = PrintedScanner(text, subject)
        let all = scanner.figures()
        // 城镇新增就业12900人，为年计划的92%: what has the unit of the indicator is meant.
        let own = all.filter(\.hasOwnUnit)
        return own.isEmpty ? all : own
    }

    /// Whether a character may change the meaning of a number beside it, or is part of a numeral.
    static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x1_0000 && telling[Int(scalar.value >> 6)] >> (scalar.value & 63) & 1 == 1
    }

    /// A bit for each character of the basic plane: a set would cost more than all other steps of a table.
    private static let telling: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1_024)
        let signs = "近约約逾超过余餘多万萬亿億千百十以左右上下至到足少低高不破零〇一二两兩三四五六七八九成负降减落滑无没未归几乎概出"
        for scalar in signs.unicodeScalars { bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
        return bits
    }()
}

/// One pass over a text. Full-width signs and traditional characters are read as their usual forms.
private struct PrintedScanner {
    private let text: [Unicode.Scalar]
    private let subject: PrintedRules.Subject
    /// The unit of the indicator, as it would stand behind its number.
    private let unit: [Unicode.Scalar]
    /// Where the name of the indicator stands.
    private let names: [Range<Int>]
    private var place = 0

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
        while place < text.count {
            let start = place
            if let first = figure() {
                if let range = range(from: first, start) {
                    found += range
                } else if !isOther(start, first) {
                    found.append(first)
                }
            } else {
                place = start + 1
            }
        }
        return found + zeroWords()
    }

    /// Whether what begins at a place and has been read is no figure: a year, a rank, a number within a name.
    private func isOther(_ start: Int, _ figure: PrintedFigure) -> Bool {
        if names.contains(where: { $0.contains(start) }) { return true }
        if figure.hasOwnUnit { return false }
        if place < text.count, "年月日号".unicodeScalars.contains(text[place]) { return true }
        if start > 0, text[start - 1] == "第", !unit.isEmpty { return true }
        return text[start] == "零" && place == start + 1 && !isZero(start)
    }

    /// Whether 零 says that there is nothing: 清零, 实现零排放, “零填埋”, 零起. In 零售 it does not.
    private func isZero(_ start: Int) -> Bool {
        if subject.isZeroGoal || place == text.count || start == 0 && text.count <= 3 { return true }
        if start > 0, "为是清归达到持现于“\"「『".unicodeScalars.contains(text[start - 1]) { return true }
        return ",。；、)）”个件起人户例次处家名 ".unicodeScalars.contains(text[place])
    }

    /// Whether the unit of the indicator stands behind the number. 人次 is no 人.
    private var isOwnUnit: Bool {
        guard !unit.isEmpty, text[place...].starts(with: unit) else { return false }
        let end = place + unit.count
        return !(end < text.count && text[end] == "次")
    }

    /// A measure behind the number that tells what is counted.
    private var measure: Unicode.Scalar? {
        guard place < text.count, "人户元吨亩张".unicodeScalars.contains(text[place]) else { return nil }
        // 户外, 元宵 and 人次 are other words.
        if place + 1 < text.count, "外宵次均".unicodeScalars.contains(text[place + 1]) { return nil }
        return text[place]
    }

    // MARK: One figure

    /// The figure that begins here, with the words before and after its number.
    private mutating func figure() -> PrintedFigure? {
        let start = place
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
        if let numeral = ChineseNumeral.read(text[place...]) {
            place += numeral.length
            return PrintedFigure(value: numeral.value, isFreelyScaled: true)
        }
        let letters = text[place...].prefix { $0 == "A" || $0 == "Ａ" }.count
        guard letters > 1 else { return nil }
        place += letters
        return PrintedFigure(value: DecimalNumber(significand: Int64(letters), scale: 0), isFreelyScaled: true)
    }

    private func isDigit(_ index: Int) -> Bool { index >= 0 && index < text.count && ("0"..."9").contains(text[index]) }

    private mutating func digits() -> (text: String, start: Int)? {
        guard isDigit(place) else { return nil }
        let start = place
        var result = String.UnicodeScalarView()
        while isDigit(place) { take(into: &result) }
        if result.count <= 3 {
            while place < text.count, text[place] == ",", (1...3).allSatisfy({ isDigit(place + $0) }),
                !isDigit(place + 4)
            {
                place += 1
                for _ in 0..<3 { take(into: &result) }
            }
        }
        if place < text.count, text[place] == ".", isDigit(place + 1) {
            take(into: &result)
            while isDigit(place) { take(into: &result) }
        }
        return (String(result), start)
    }

    private mutating func take(into result: inout String.UnicodeScalarView) {
        result.append(text[place])
        place += 1
    }

    /// Whether a minus sign or 负 stands before a number. A hyphen after a digit or letter joins, as in 2022-11.
    private func isMinus(_ start: Int) -> Bool {
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
        while place < text.count {
            switch text[place] {
            case "万": power += 4
            case "亿": power += 8
            case "千" where isPower(place + 1) || !isWord(place + 1): hundreds += 3
            case "百" where isPower(place + 1) || !isWord(place + 1): hundreds += 2
            default: return power
            }
            place += 1
        }
        return power
    }

    private func isPower(_ index: Int) -> Bool { index < text.count && (text[index] == "万" || text[index] == "亿") }
    /// 千 of 千克, 千米, 千瓦 and 百 of 百分 belong to the unit.
    private func isWord(_ index: Int) -> Bool { index < text.count && "克米瓦伏帕卡分".unicodeScalars.contains(text[index]) }

    /// 八成 is eighty per cent.
    private mutating func takesTenths() -> Bool {
        guard place < text.count, text[place] == "成" else { return false }
        guard place + 1 == text.count || ",。；、以左多的 ".unicodeScalars.contains(text[place + 1]) else { return false }
        place += 1
        return true
    }

    // MARK: Words around it

    private static let after: [(String, Qualifier)] = [
        ("余", .approxAbove), ("多", .approxAbove), ("以上", .approxAbove), ("左右", .approx), ("上下", .approx),
        ("出头", .approxAbove), ("开外", .approxAbove),
    ]

    private func has(_ word: String, at index: Int) -> Bool { text[index...].starts(with: word.unicodeScalars) }

    private mutating func wordAfter() -> Qualifier? {
        guard place < text.count, let (word, qualifier) = Self.after.first(where: { has($0.0, at: place) }) else {
            return nil
        }
        place += word.unicodeScalars.count
        return qualifier
    }

    /// 以上 and 左右 behind the unit: 5个以上. 以内 leaves the number exact or makes it an upper limit.
    private func behindUnit() -> [Qualifier]? {
        var index = place
        while index < text.count, index - place <= 6, !isDigit(index), !",。；、()（） ".unicodeScalars.contains(text[index])
        {
            if has("以上", at: index) || has("出头", at: index) || has("开外", at: index) { return [.approxAbove] }
            if has("左右", at: index) || has("上下", at: index) { return [.approx] }
            if has("以内", at: index) || has("以下", at: index) { return [.exact, .approxBelow] }
            index += 1
        }
        return nil
    }

    private static let before: [(word: String, not: String, qualifiers: [Qualifier])] = [
        ("不少于", "", [.exact, .approxAbove]), ("不低于", "", [.exact, .approxAbove]), ("至少", "", [.approxAbove]),
        ("不超过", "", [.exact, .approxBelow]), ("不高于", "", [.exact, .approxBelow]), ("不多于", "", [.exact, .approxBelow]),
        ("最多", "", [.exact, .approxBelow]), ("至多", "", [.exact, .approxBelow]), ("几乎", "", [.approxBelow]),
        ("少于", "", [.approxBelow]), ("低于", "", [.approxBelow]), ("高于", "", [.approxAbove]),
        ("多于", "", [.approxAbove]), ("大概", "", [.approx]), ("差不多", "", [.approx]),
        ("近", "附邻最靠临就远", [.approxBelow]), ("不足", "", [.approxBelow]), ("不到", "", [.approxBelow]),
        ("约为", "", [.approx]), ("约有", "", [.approx]), ("约占", "", [.approx]), ("约达", "", [.approx]),
        ("约", "预签节契条合履违特邀公制集", [.approx]), ("超过", "", [.approxAbove]), ("超", "", [.approxAbove]),
        ("逾", "", [.approxAbove]), ("突破", "", [.approxAbove]),
    ]

    /// The qualifiers of the word directly before a number.
    private func before(_ start: Int) -> [Qualifier]? {
        let start = isMinus(start) ? start - 1 : start
        if let words = word(before: start) ?? EnglishQualifiers.before(text[..<start]) { return words }
        // 几乎有500人, 至少达到5个
        var index = start
        while index > 0, index > start - 2, "为有占达到了".unicodeScalars.contains(text[index - 1]) {
            index -= 1
            if let words = word(before: index) { return words }
        }
        return nil
    }

    private func word(before start: Int) -> [Qualifier]? {
        for (word, not, qualifiers) in Self.before {
            let index = start - word.unicodeScalars.count
            guard index >= 0, has(word, at: index) else { continue }
            if index > 0, not.unicodeScalars.contains(text[index - 1]) { continue }
            return qualifiers
        }
        return nil
    }

    /// Whether the number is in per cent: 85%, 2.6个百分点, 百分之八十. A word of counting says that it is not.
    private func percent(_ start: Int) -> Bool? {
        if place < text.count, text[place] == "%" || has("个百分点", at: place) || has("百分点", at: place) { return true }
        if start >= 3, has("百分之", at: start - 3) { return true }
        guard place < text.count, "人个名户张件元吨套项家所条起场座栋米天".unicodeScalars.contains(text[place]) else { return nil }
        return false
    }

    /// Whether the words shortly before a number say that something rises or falls by it.
    private func direction(_ start: Int) -> PrintedFigure.Direction {
        var index = start - 1
        while index >= max(0, start - 6), !isDigit(index), !",。；、".unicodeScalars.contains(text[index]) {
            for word in ["下降", "减少", "降低", "回落", "下滑", "负增长", "缩减"] where has(word, at: index) { return .falls }
            for word in ["增长", "提高", "增加", "上升"] where has(word, at: index) { return .rises }
            index -= 1
        }
        return .none
    }

    // MARK: Ranges and words

    /// The range that a figure begins: 40万吨至50万吨, 30-40人. Nil where no second number follows.
    private mutating func range(from first: PrintedFigure, _ start: Int) -> [PrintedFigure]? {
        let end = place
        var index = place
        while index < text.count, index - end <= 3, !isDigit(index) {
            let scalar = text[index]
            if "增提升降减加扩由从,。；、".unicodeScalars.contains(scalar) { return nil }
            if "至到-~".unicodeScalars.contains(scalar), index + 1 < text.count {
                place = index + 1
                if let last = figure(), !last.isFreelyScaled, !first.isFreelyScaled {
                    return isOther(index + 1, last) ? [] : joined(first, last)
                }
                place = end
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
