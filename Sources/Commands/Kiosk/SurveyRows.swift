import Indicators
import Kiosk
import Search

/// The rows that the tallies of a survey become: a topic, an indicator for the sheets and one for each choice with its
/// count, and for each choice its share of the sheets as a computed figure.
struct SurveyRows {
    static let topic = "survey"
    static let sheets = "survey-sheets"

    let survey: Survey
    /// The tallies of all kiosks, of this version of the questions.
    let counts: [SurveyCount]
    let kiosks: Int
    /// TIME_PERIOD of every figure.
    let period: Period
    let area: String
    /// Who asked: the city.
    let publisher: LocalizedText
    /// The index of the topic among the others.
    let order: Int

    /// How many sheets there are in all.
    var total: Int { counts.reduce(0) { $0 + $1.sheets } }

    /// The code of the source, which changes with the questions.
    var source: String { "survey-" + survey.version.prefix(8) }

    /// The days from the first sheet to the last; nil where there is none.
    static func span(_ counts: [SurveyCount]) -> Period? {
        let days = counts.filter { $0.sheets > 0 }.map(\.day)
        guard let first = days.min(), let last = days.max(), let start = Period(sdmx: first)?.start,
            let end = Period(sdmx: last)?.start
        else { return nil }
        return Period(sdmx: "\(first)/P\(end.ordinal - start.ordinal + 1)D")
    }

    /// The code of the indicator of a choice. No code of a survey has two hyphens together, so it is unique.
    static func code(_ question: Survey.Question, _ choice: Survey.Choice) -> String {
        "survey-\(question.code)--\(choice.code)"
    }

    private var choices: [(question: Survey.Question, choice: Survey.Choice)] {
        survey.questions.flatMap { question in question.choices.map { (question, $0) } }
    }

    /// A question with an answer to it, without what stands behind its question mark: 可选多项。
    private static func name(_ question: LocalizedText, _ choice: LocalizedText) -> LocalizedText {
        func asked(_ text: String) -> Substring {
            text.firstIndex { $0 == "？" || $0 == "?" }.map { text[...$0] } ?? text[...]
        }
        return LocalizedText(
            zh: asked(question.zh) + choice.zh, en: asked(question.en) + (choice.en.isEmpty ? "" : " ") + choice.en)
    }

    /// The row of `topics.csv`.
    var topics: [[String: String]] {
        var row = [
            "code": Self.topic, "order": "\(order)", "title_zh": "问需于民", "title_en": "What residents say",
            "short_zh": "问需", "short_en": "Asked", "headline": Self.sheets,
        ]
        for (column, choice) in zip(["support_1", "support_2"], choices) {
            row[column] = Self.code(choice.question, choice.choice)
        }
        return [row]
    }

    /// The rows of `indicators.csv`.
    var indicators: [[String: String]] {
        func row(_ order: Int, _ code: String, _ name: LocalizedText, _ short: LocalizedText, _ sentence: LocalizedText)
            -> [String: String]
        {
            [
                "code": code, "topic": Self.topic, "order": "\(order)", "name_zh": name.zh, "name_en": name.en,
                "short_zh": short.zh, "short_en": short.en, "sentence_zh": sentence.zh, "sentence_en": sentence.en,
                "unit": "份", "unit_en": "answer|answers", "direction": "none", "display": "count", "collection": "S",
                "pinyin": PinyinTable.syllables(of: name.zh) ?? "",
            ]
        }
        let first = row(
            1, Self.sheets, LocalizedText(zh: "问需于民收到答卷", en: "Answer sheets received"),
            LocalizedText(zh: "收到答卷", en: "Received"),
            LocalizedText(zh: "在公众屏上答完的问卷份数。", en: "How many answered all questions at a kiosk."))
        return [first]
            + choices.enumerated().map { index, one in
                let choice = one.choice.text
                return row(
                    index + 2, Self.code(one.question, one.choice), Self.name(one.question.text, choice), choice,
                    LocalizedText(zh: "回答“\(choice.zh)”的答卷份数。", en: "How many answered “\(choice.en)”."))
            }
    }

    /// The rows of `derived.csv`.
    var derived: [[String: String]] {
        choices.enumerated().map { index, one in
            let question = Self.name(one.question.text, LocalizedText(zh: "", en: "")), choice = one.choice.text
            return [
                "code": Self.code(one.question, one.choice) + "--share", "topic": Self.topic, "order": "\(index + 1)",
                "name_zh": "\(choice.zh)占比：\(question.zh)", "name_en": "Share of “\(choice.en)”: \(question.en)",
                "formula": Formula.share.code, "numerator": Self.code(one.question, one.choice),
                "denominator": Self.sheets, "scale": "0", "decimals": "1", "unit": "%", "unit_en": "%",
            ]
        }
    }

    /// The rows of `observations.csv`, with 0 for a choice that nobody took.
    var observations: [[String: String]] {
        var taken: [SurveyCount.Mark: Int] = [:]
        for count in counts { taken.merge(count.marks, uniquingKeysWith: +) }
        func row(_ indicator: String, _ count: Int, _ place: String) -> [String: String] {
            [
                "REF_AREA": area, "INDICATOR": indicator, "TIME_PERIOD": period.text,
                "PERIOD_BASIS": PeriodBasis.printed.code, "OBS_VALUE": "\(count)", "UNIT_MULT": "0",
                "QUALIFIER": Qualifier.exact.code, "OBS_STATUS": ObservationStatus.normal.code, "SOURCE": source,
                "PLACE": "\(kiosks) 台公众屏合计 · \(place)", "PRINTED": "\(count)份",
            ]
        }
        return [row(Self.sheets, total, "答卷份数")]
            + choices.map { question, choice in
                row(
                    Self.code(question, choice),
                    taken[SurveyCount.Mark(question: question.code, choice: choice.code)] ?? 0,
                    "问题 \(question.code) 选项 \(choice.code)")
            }
    }

    /// The row of `sources.csv`.
    var sources: [[String: String]] {
        [
            [
                "code": source, "title": "公众屏问需于民答卷份数", "title_en": "Tallies of the survey at the kiosks",
                "publisher": publisher.zh, "publisher_en": publisher.en, "author": "未载明",
                "date": counts.filter { $0.sheets > 0 }.map(\.day).max() ?? "未载明", "trust": "A",
                "terms_zh": "只有每日份数，没有任何一份答卷", "terms_en": "Tallies of days only; no sheet is kept",
                "note_zh": "问卷版本 \(survey.version)", "note_en": "Version \(survey.version) of the questions",
            ]
        ]
    }

    /// All rows by table, with the columns of an existing row that stay as the clerk has them.
    var tables: [(table: String, rows: [[String: String]], kept: Set<String>)] {
        [
            (
                "topics", topics,
                ["order", "title_zh", "title_en", "short_zh", "short_en", "headline", "support_1", "support_2"]
            ),
            ("indicators", indicators, ["order", "pinyin", "direction"]), ("derived", derived, ["order"]),
            ("sources", sources, ["publisher", "publisher_en"]), ("observations", observations, []),
        ]
    }
}
