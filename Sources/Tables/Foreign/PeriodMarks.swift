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

    /// `Q1 2020`, `1Q2020`, `Q1/2020` as `2020-Q1`, and `2016 to 2018` as `2016-2018`.
    private mutating func takeQuarterOrSpan() {
        if (6...8).contains(text.utf8.count), text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "q") }) {
            let year = text.suffix(4), before = text.dropLast(4).filter { !" -/".contains($0) }.uppercased()
            guard year.allSatisfy(\.isNumber), before.count == 2, before.contains("Q"),
                let number = before.compactMap(\.wholeNumberValue).first, (1...4).contains(number)
            else { return }
            text = "\(year)-Q\(number)"
        } else if text.utf8.count == 12, text.dropFirst(4).hasPrefix(" to ") {
            text = text.prefix(4) + "-" + text.suffix(4)
        }
    }

    /// `2020 JAN`, `Jan 2020`, `January-2020`, and `Y2020`.
    private mutating func takeMonthName() {
        guard (5...14).contains(text.utf8.count), let first = text.utf8.first,
            text.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) })
        else { return }
        // R writes an X before a heading that is a number.
        if first == UInt8(ascii: "Y") || first == UInt8(ascii: "X"), text.utf8.count == 5,
            text.dropFirst().allSatisfy(\.isNumber)
        {
            text.removeFirst()
            return
        }
        let parts = text.split { $0 == " " || $0 == "-" }
        guard parts.count == 2, let year = parts.first(where: { $0.utf8.count == 4 && $0.allSatisfy(\.isNumber) }),
            let month = parts.lazy.compactMap({ MonthName.number($0) }).first
        else { return }
        text = "\(year)-" + (month < 10 ? "0\(month)" : "\(month)")
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
