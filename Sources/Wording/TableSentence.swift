import Indicators

/// Where a table of another publisher stands, in one sentence: how many series it has, how far they reach, how many
/// rose and fell on a year earlier, and which did most.
package struct TableSentence {
    private let wording: Wording
    private let facts: TableFacts

    /// Nil for a data set of the format, which has targets.
    package init?(_ wording: Wording) {
        guard let facts = wording.catalogue.facts(in: wording.area).table else { return nil }
        (self.wording, self.facts) = (wording, facts)
    }

    private var isChinese: Bool { wording.language == .zh }
    private var words: TableWords { .in(wording.language) }

    /// The sentence in forms that take less and less room; the last has only the count.
    package var forms: [[Phrase]] {
        let parts = [[Phrase(reach, .text)], directions, movers].filter { !$0.isEmpty }
        let stop = Phrase(isChinese ? "；" : "; ", .text), end = Phrase(isChinese ? "。" : ".", .text)
        return (1...parts.count).reversed().map { count in
            parts.prefix(count).enumerated().flatMap { $0 == 0 ? $1 : [stop] + $1 } + [end]
        }
    }

    /// The forms as text.
    package var text: String { forms[0].map(\.text).inOne() }

    private var reach: String {
        let count = facts.areas > 0 ? words.areas(facts.areas) : words.indicators(facts.indicators)
        guard let newest = facts.newest else { return count }
        let period = PeriodText.span(of: newest, wording, withYear: true)
        let all = max(facts.indicators, facts.areas)
        let reaching = facts.withNewest == all || all == 1 ? "" : words.reaching(facts.withNewest)
        guard let common = facts.common, common != newest else { return count + words.newest(period) + reaching }
        return count + words.newest(period) + reaching
            + words.common(facts.withCommon, PeriodText.span(of: common, wording, withYear: true))
    }

    private var directions: [Phrase] {
        let counts = facts.onYear
        guard counts.all > 0, max(facts.indicators, facts.areas) > 1 else { return [] }
        return [Phrase(wording.words.sentence.onYear(counts), .text)]
    }

    /// The series that rose and fell most; of a single one its change.
    private var movers: [Phrase] {
        let isOne = max(facts.indicators, facts.areas) == 1
        let comma = Phrase(isChinese ? "，" : ", ", .text)
        let parts = [(facts.rise, words.rise), (facts.fall, words.fall)].compactMap { mover, word -> [Phrase]? in
            guard let mover, let indicator = wording.catalogue.indicator(mover.figure.indicator) else { return nil }
            let change = ChangeText.phrases(mover.change, indicator, wording, short: true)
            return [Phrase((isOne ? words.onYear : word + " " + name(mover.figure, indicator)) + " ", .text)] + change
        }
        return parts.enumerated().flatMap { $0 == 0 ? $1 : [comma] + $1 }
    }

    private func name(_ figure: Observation, _ indicator: Indicator) -> String {
        if facts.areas > 0 {
            return wording.catalogue.area(figure.area)?.shortName[wording.language] ?? figure.area
        }
        return indicator.shortName[wording.language]
            + (wording.foreignArea(figure).map { " \(wording.signs.separator) \($0)" } ?? "")
    }
}

/// The words of a table's sentence.
struct TableWords: Sendable {
    let indicators: @Sendable (_ count: Int) -> String
    let areas: @Sendable (_ count: Int) -> String
    let newest: @Sendable (_ period: String) -> String
    let reaching: @Sendable (_ count: Int) -> String
    let common: @Sendable (_ count: Int, _ period: String) -> String
    let onYear: String
    let rise: String
    let fall: String

    static func `in`(_ language: Language) -> TableWords { language == .zh ? chinese : english }

    static let chinese = TableWords(
        indicators: { "\($0) 项指标" }, areas: { "\($0) 个地区" }, newest: { "，最新\($0)" }, reaching: { "（\($0) 项有数）" },
        common: { "，\($0) 项到\($1)" }, onYear: "同比", rise: "升得最多的是", fall: "降得最多的是")
    static let english = TableWords(
        indicators: { $0 == 1 ? "1 indicator" : "\($0) indicators" }, areas: { "\($0) areas" },
        newest: { ", newest \($0)" }, reaching: { " (\($0) of them)" },
        common: { ", \($0) reach \($1)" }, onYear: "on a year earlier", rise: "the largest rise is",
        fall: "the largest fall is")
}
