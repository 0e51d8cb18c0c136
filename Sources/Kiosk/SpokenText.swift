import Indicators
import Wording

/// What is read aloud.
public struct SpokenText: Hashable, Sendable {
    /// The language of the text.
    public let language: Language
    /// The code of the figure, by which a recorded clip can be found.
    public let indicator: String
    /// The text, with every number in words.
    public let text: String

    /// A figure: its name, its period, its value and what it means.
    init(_ figure: KioskFigure, name: String, _ wording: Wording) {
        language = wording.language
        indicator = figure.indicator.code
        let period = figure.observation.map { PeriodText.full($0, wording) } ?? ""
        let status = figure.observation.map { StatusText.short($0, wording.words) } ?? ""
        let value = Self.value(figure.observation, wording)
        let sentence = figure.indicator.sentence[language]
        switch language {
        case .zh:
            let head = [name, period, status].filter { !$0.isEmpty }.joined(separator: "，")
            text = Self.inWords(head) + "，" + value + "。" + Self.inWords(sentence)
        case .en:
            let head = [name, Self.months(period), status].filter { !$0.isEmpty }.joined(separator: ", ")
            text = head + ": " + value + ". " + sentence
        }
    }

    /// A value with its qualifier, magnitude and unit in words: 近五百人, nearly five hundred people.
    static func value(_ observation: Observation?, _ wording: Wording) -> String {
        guard let observation, let parts = wording.parts(observation) else { return wording.figure(observation) }
        let isChinese = wording.language == .zh
        let numbers = parts.number.filter { $0 != "," }.split(separator: "–").map { number in
            let digits = String(number.drop { $0 == "−" })
            let words = (isChinese ? Numerals.chinese(digits) : Numerals.english(digits)) ?? digits
            return (number.first == "−" ? (isChinese ? "负" : "minus ") : "") + words
        }
        let number = numbers.joined(separator: isChinese ? "到" : " to ")
        if parts.unit == "%" {
            return parts.prefix + (isChinese ? "百分之" + number : number + " percent") + parts.suffix
        }
        if !isChinese {
            let isOne = numbers == ["one"] && parts.prefix.isEmpty && parts.suffix.isEmpty
            let unit = SpokenUnit.english(parts.unit, isOne: isOne)
            return parts.prefix + number + parts.suffix + (unit.isEmpty ? "" : " " + unit)
        }
        let isTwo = number == "二" && !parts.unit.isEmpty && parts.unit != "A"
        return parts.prefix + (isTwo ? "两" : number) + parts.suffix + parts.unit.replacing("/", with: "每")
    }

    /// A Chinese text with its numbers in words; years digit by digit.
    static func inWords(_ text: String) -> String {
        var result = "", digits = ""
        func finish(_ next: Character?) {
            guard !digits.isEmpty else { return }
            let isYear = digits.count == 4 && next == "年"
            result +=
                isYear
                ? Numerals.spelled(digits.compactMap(\.wholeNumberValue)) : Numerals.chinese(digits) ?? digits
            digits = ""
        }
        for character in text {
            if character.isASCII, character.isNumber || (character == "." && !digits.isEmpty) {
                digits.append(character)
                continue
            }
            finish(character)
            result.append(character == "—" || character == "–" ? "到" : character)
        }
        finish(nil)
        return result
    }

    /// Jan–Nov 2022 is read January to November 2022.
    private static func months(_ period: String) -> String {
        let names = [
            "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July",
            "Aug": "August", "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
        ]
        var text = period.replacing("–", with: " to ")
        for (short, long) in names { text = text.replacing(short, with: long) }
        return text
    }
}

extension KioskState {
    /// What is to be read of the open figure; nil where none is open.
    var spokenText: SpokenText? {
        guard visit.figure != nil, let figure else { return nil }
        let wording = Wording(catalogue, WordingOptions(language: visit.language))
        let area = wording.foreignArea(figure.observation).map { $0 + (visit.language == .zh ? "" : ", ") } ?? ""
        return SpokenText(figure, name: area + figure.indicator.name[visit.language], wording)
    }
}
