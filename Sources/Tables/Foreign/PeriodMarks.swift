import Indicators

/// A period without what other programs write around it: `1990 [YR1990]`, `2020.0`, `2021年①`, `2023e`,
/// `2022-11-01 00:00:00`.
struct PeriodMarks {
    var text: String
    /// The status that a letter behind a year states.
    var status: ObservationStatus?
    /// Whether a time of day, midnight, stood behind a day.
    var isMidnight = false

    init(_ written: String) {
        text = NarrowText.of(written, dashes: true)
        if text.hasPrefix("=\""), text.hasSuffix("\"") { text = String(text.dropFirst(2).dropLast()) }
        takeStatus()
        takeKorean()
        takeEra()
        takeChineseYear()
        for part in ["Q", "H"] where text.contains("年\(part)") { text = text.replacing("年\(part)", with: part) }
        for beginning in ["截至", "截止"] where text.hasPrefix(beginning) { text.removeFirst(beginning.count) }
        takeQuarterOrSpan()
        takeMonthName()
        dropFootnotes()
        dropYearCode()
        dropMidnight()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 4 else { return }
        let rest = text.dropFirst(4)
        if rest == ".0" || rest == ".00" { text = String(digits) }
        let letter = rest.filter { !" ()[]".contains($0) }.lowercased()
        if letter.count == 1, rest.count <= 4, let status = Self.letters[letter] {
            text = String(digits)
            self.status = status
        }
    }

    /// `2024年(预计)`, `2023 (proj.)`, `2023 est.` without the word for the status.
    private mutating func takeStatus() {
        guard let last = text.utf8.last, last >= 0x80 || last | 0x20 >= 0x61 || ").".utf8.contains(last),
            text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false,
            let start = text.lastIndex(where: { $0 == "(" || $0 == " " })
        else { return }
        var word = text[text.index(after: start)...]
        if text[start] == "(" {
            guard word.last == ")" else { return }
            word.removeLast()
        }
        // A letter is read behind a year only.
        guard word.count > 1, let status = StatusReading.word(String(word)) else { return }
        self.status = status
        text = String(text[..<start])
        while text.last == " " { text.removeLast() }
    }

    private static let letters: [String: ObservationStatus] = [
        "a": .normal, "e": .estimated, "f": .forecast, "p": .provisional, "r": .normal, "b": .breakInSeries,
    ]

    /// `2019 년`, `2020년 1월`, `2020.01 월`, `2020년 1분기` with Chinese words, without blanks.
    private mutating func takeKorean() {
        guard text.utf8.contains(where: { $0 >= 0x80 }),
            text.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) })
        else { return }
        text = text.filter { $0 != " " }
        if text.hasSuffix("분기"), text.contains("년") { text = String(text.dropLast(2)) + "季度" }
        if text.hasSuffix("월"), !text.contains("년") { text.removeLast() }
        let words: [Character: Character] = ["년": "年", "월": "月", "일": "日"]
        text = String(text.map { words[$0] ?? $0 })
    }

    private static let eras: [(name: String, before: Int)] = [
        ("民國", 1911), ("民国", 1911), ("令和", 2018), ("平成", 1988), ("昭和", 1925),
    ]

    /// `民國109年`, `令和元年` with the years of the common era.
    private mutating func takeEra() {
        guard let byte = text.utf8.first, byte >= 0x80,
            let era = Self.eras.first(where: { text.hasPrefix($0.name) })
        else { return }
        var rest = text.dropFirst(era.name.count).drop { $0 == " " }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let number = rest.hasPrefix("元") ? 1 : Int(digits) ?? 0
        guard (1...200).contains(number) else { return }
        rest = rest.dropFirst(rest.hasPrefix("元") ? 1 : digits.count)
        text = String(era.before + number) + rest
    }

    /// `二〇二一年三月` with digits.
    private mutating func takeChineseYear() {
        guard let byte = text.utf8.first, byte >= 0x80, let plain = Self.withDigits(text) else { return }
        text = plain
        let rest = text.dropFirst(4)
        guard let end = rest.firstIndex(of: "月"), let month = PeriodParts.month(String(rest[..<end].dropFirst()))
        else { return }
        text = text.prefix(4) + "年\(month)" + rest[end...]
    }

    /// A text with the digits of the year that is written as 二〇二一年; nil where there is none.
    static func withDigits(_ text: String) -> String? {
        guard let year = text.firstIndex(of: "年"),
            let start = text.index(year, offsetBy: -4, limitedBy: text.startIndex)
        else { return nil }
        let number = text[start..<year].compactMap { digits[$0] }
        guard number.count == 4, number[0] == 1 && number[1] == 9 || number[0] == 2 && number[1] == 0 else {
            return nil
        }
        return text[..<start] + number.map(String.init).joined() + text[year...]
    }

    private static let digits: [Character: Int] = [
        "〇": 0, "○": 0, "零": 0, "Ｏ": 0, "O": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// `Q1 2020`, `1Q2020`, `Q1/2020` as `2020-Q1`, `H1 2022`, `2022H1` as `2022-S1`, and `2016 to 2018` as
    /// `2016-2018`.
    private mutating func takeQuarterOrSpan() {
        if (6...8).contains(text.utf8.count), let (letter, number, year) = lettered() {
            guard (1...(letter == "Q" ? 4 : 2)).contains(number) else { return }
            text = "\(year)-\(letter == "Q" ? "Q" : "S")\(number)"
        } else if text.utf8.count == 12, text.dropFirst(4).hasPrefix(" to ") {
            text = text.prefix(4) + "-" + text.suffix(4)
        } else if (9...11).contains(text.utf8.count), text.hasPrefix("Q"), text.suffix(5).first == " " {
            // Q1-Q3 2024
            text = text.suffix(4) + text.dropLast(5).filter { $0 != " " }
        }
    }

    /// The letter, the number and the year of `Q1 2020` and `2020 H1`.
    private func lettered() -> (letter: String, number: Int, year: Substring)? {
        guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "q") || $0 | 0x20 == UInt8(ascii: "h") }) else {
            return nil
        }
        let isFirst = text.prefix(4).allSatisfy { $0.isASCII && $0.isNumber }
        let year = isFirst ? text.prefix(4) : text.suffix(4)
        let part = (isFirst ? text.dropFirst(4) : text.dropLast(4)).filter { !" -/".contains($0) }.uppercased()
        guard year.allSatisfy({ $0.isASCII && $0.isNumber }), part.count == 2,
            let letter = part.first(where: { "QH".contains($0) }),
            let number = part.compactMap(\.wholeNumberValue).first
        else { return nil }
        return (String(letter), number, year)
    }

    /// `2020 JAN`, `Jan 2020`, `January-2020`, `Jan-Jun 2022`, and `Y2020`.
    private mutating func takeMonthName() {
        guard (5...26).contains(text.utf8.count), let first = text.utf8.first,
            text.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) })
        else { return }
        // R writes an X before a heading that is a number.
        if first == UInt8(ascii: "Y") || first == UInt8(ascii: "X"), text.utf8.count == 5,
            text.dropFirst().allSatisfy(\.isNumber)
        {
            text.removeFirst()
            return
        }
        let parts = text.split { $0 == " " || $0 == "-" }.filter { $0 != "to" }
        guard parts.count == 2 || parts.count == 3,
            let year = parts.first(where: { $0.utf8.count == 4 && $0.allSatisfy(\.isNumber) })
        else { return }
        let months = parts.compactMap { MonthName.number($0) }
        guard months.count == parts.count - 1, let first = months.first, let last = months.last else { return }
        func padded(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }
        if months.count == 1 {
            text = "\(year)-" + padded(first)
        } else if first < last {
            text = "\(year)-" + padded(first) + "-01/P\(last - first + 1)M"
        }
    }

    private mutating func dropFootnotes() {
        guard let byte = text.utf8.last, byte >= 0x80 || byte == UInt8(ascii: "*") || byte == 0x20 else { return }
        while let last = text.last, "①②③④⑤⑥⑦⑧⑨⑩*†‡¹²³⁴⁵".contains(last) { text.removeLast() }
        while text.last == " " { text.removeLast() }
    }

    /// `1990 [YR1990]`
    private mutating func dropYearCode() {
        guard text.hasSuffix("]"), let open = text.firstIndex(of: "["), text[open...].hasPrefix("[YR") else { return }
        text = String(text[..<open].filter { $0 != " " })
    }

    private mutating func dropMidnight() {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return }
        for separator in ["T", " "] {
            for time in ["00:00:00.000", "00:00:00Z", "00:00:00", "00:00", "0:00:00", "0:00"] {
                let ending = separator + time
                if text.hasSuffix(ending) {
                    text.removeLast(ending.count)
                    isMidnight = true
                    return
                }
                // 2004-01-01T00:00:00/P3Y
                if let slash = text.firstIndex(of: "/"), text[..<slash].hasSuffix(ending) {
                    text = String(text[..<slash].dropLast(ending.count)) + String(text[slash...])
                    return
                }
            }
        }
    }
}
