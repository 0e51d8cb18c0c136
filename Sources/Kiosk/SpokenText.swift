import Indicators
import Wording

/// What is read aloud.
public struct SpokenText: Hashable, Sendable {
    /// The language of the text.
    public let language: Language
    /// The code of the figure, by which a recorded clip can be found.
    public let indicator: String
    /// The text, with its numbers in words; English years and dates keep their digits.
    public let text: String

    /// A figure: its name, its period, its value and what it means.
    init(_ figure: KioskFigure, name: String, _ wording: Wording) {
        language = wording.language
        indicator = figure.indicator.code
        let period = figure.observation.map { PeriodText.full($0, wording) } ?? ""
        let status = figure.observation.map { StatusText.short($0, wording.words) } ?? ""
        let value = Self.value(figure.observation, wording)
        let sentence = figure.indicator.sentence[language]
        let mark = Self.mark(wording)
        switch language {
        case .zh:
            let head = [name, period, status].filter { !$0.isEmpty }.joined(separator: "，")
            text = mark + SpokenNumbers.chinese(head) + "，" + value + "。" + SpokenNumbers.chinese(sentence)
        case .en:
            let head = [name, Self.months(period), status].filter { !$0.isEmpty }.joined(separator: ", ")
            text = mark + head + ": " + value + ". " + SpokenNumbers.english(sentence)
        }
    }

    /// What stands before everything that is read of invented data; otherwise empty.
    static func mark(_ wording: Wording) -> String {
        guard wording.catalogue.package.isFictional else { return "" }
        let word = KioskWords.in(wording.language).fictional
        return wording.language == .zh ? word + "。" : word.prefix(1).uppercased() + word.dropFirst() + ". "
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
        if let numeral = numbers.first, numbers.count == 1, parts.unit.isEmpty,
            observation.printed.contains("第" + (Numerals.chinese(parts.number) ?? numeral))
                || observation.printed.contains("第" + parts.number)
        {
            // Its source calls it a rank: 全省第三名.
            return isChinese ? "第" + number : "number " + number
        }
        if parts.unit == "%" {
            // 百分之百, without 一.
            let share = number == "一百" ? "百" : number
            return parts.prefix + (isChinese ? "百分之" + share : number + " percent") + parts.suffix
        }
        if !isChinese {
            let isOne = numbers == ["one"] && parts.prefix.isEmpty && parts.suffix.isEmpty
            let unit = SpokenUnit.english(parts.unit, isOne: isOne)
            let suffix = parts.isGrade ? " " + parts.suffix : parts.suffix
            return parts.prefix + number + suffix + (unit.isEmpty ? "" : " " + unit)
        }
        let isTwo = number == "二" && !parts.unit.isEmpty && parts.unit != "A"
        let unit = parts.unit == "百分点" ? "个百分点" : parts.unit.replacing("/", with: "每")
        return parts.prefix + (isTwo ? "两" : number) + parts.suffix + unit
    }

    /// Jan–Nov 2022 is read January to November 2022.
    static func months(_ period: String) -> String {
        let names = [
            "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July",
            "Aug": "August", "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
        ]
        var text = period.replacing("–", with: " to ")
        for said in [" reported", " start unknown"] where text.hasSuffix(said) {
            text =
                text.dropLast(said.count) + (said == " reported" ? ", as reported" : ", from a time that is not stated")
        }
        for (short, long) in names { text = text.replacing(short, with: long) }
        return text
    }
}

extension KioskState {
    /// What is to be read of the open figure or page of text; nil where none is open.
    var spokenText: SpokenText? {
        let wording = Wording(catalogue, WordingOptions(language: visit.language))
        if case .text(let kind, let number, _) = visit.page, let topic {
            let words = KioskWords.in(visit.language), pages = textPages
            let heading = topic.title[visit.language] + (visit.language == .zh ? "，" : ", ")
            return SpokenText(
                pages.indices.contains(number) ? pages[number] : [],
                heading: heading + (kind == .ask ? words.whomToAsk : words.whatIsDone),
                code: topic.code + (kind == .ask ? ".ask" : ".measures"), wording)
        }
        guard visit.figure != nil, let figure else { return nil }
        let area = wording.foreignArea(figure.observation).map { $0 + (visit.language == .zh ? "" : ", ") } ?? ""
        return SpokenText(figure, name: area + figure.indicator.name[visit.language], wording)
    }
}
