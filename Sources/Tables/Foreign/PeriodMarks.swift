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
        takeKorean()
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

    private static let letters: [String: ObservationStatus] = [
        "e": .estimated, "f": .forecast, "p": .provisional, "r": .normal, "b": .breakInSeries,
    ]

    /// `2019 년`, `2020년 1월`, `2020.01 월`, `2020년 1분기` with Chinese words, without blanks.
    private mutating func takeKorean() {
        guard text.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) }) else { return }
        text = text.filter { $0 != " " }
        if text.hasSuffix("분기"), text.contains("년") { text = String(text.dropLast(2)) + "季度" }
        if text.hasSuffix("월"), !text.contains("년") { text.removeLast() }
        let words: [Character: Character] = ["년": "年", "월": "月", "일": "日"]
        text = String(text.map { words[$0] ?? $0 })
    }

    private mutating func dropFootnotes() {
        while let last = text.last, "①②③④⑤⑥⑦⑧⑨⑩*†‡¹²³⁴⁵".contains(last) { text.removeLast() }
        while text.last == " " { text.removeLast() }
    }

    /// `1990 [YR1990]`
    private mutating func dropYearCode() {
        guard text.hasSuffix("]"), let open = text.firstIndex(of: "["), text[open...].hasPrefix("[YR") else { return }
        text = String(text[..<open].filter { $0 != " " })
    }

    private mutating func dropMidnight() {
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
