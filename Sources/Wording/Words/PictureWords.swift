import Indicators

/// The words of pictures, comparing areas, and paper, in one language.
package struct PictureWords: Sendable {
    package let increments: String
    package let incrementsHow: String
    package let wholeYears: String
    package let everyYear: @Sendable (_ span: String) -> String
    package let gaps: @Sendable (_ count: Int) -> String
    package let notJoined: @Sendable (_ period: String, _ absence: String) -> String
    package let holdsApproximate: String
    package let cannotCompute: String
    package let zeroRecord: String
    package let make: String
    package let compare: String
    package let compareHow: String
    package let notComparable: String
    package let notRanked: String
    package let sameSpanByValue: String
    package let sourceAndDefinition: String
    package let chooseArea: String
    package let filter: String
    /// All codes of a dimension.
    package let everything: String
    package let codes: @Sendable (_ count: Int) -> String
    package let wholeArea: String
    package let map: String
    package let notToScale: String
    /// An area without a value of the compared period.
    package let noClass: String

    package static func `in`(_ language: Language) -> PictureWords { language == .zh ? chinese : english }

    package static let chinese = PictureWords(
        increments: "各月增量", incrementsHow: "推算：相邻两期累计之差", wholeYears: "全年", everyYear: { "各年\($0)" },
        gaps: { "\($0)期没有数，不连线" }, notJoined: { "\($0)\($1)，不连线" }, holdsApproximate: "含近、约、余等数", cannotCompute: "无法推算",
        zeroRecord: "逐期记录",
        make: "构成", compare: "对比", compareHow: "同一时期才可对比", notComparable: "时期不同，不比较", notRanked: "不排名",
        sameSpanByValue: "同期 · 按数值",
        sourceAndDefinition: "来源与口径", chooseArea: "选择地区", filter: "筛选", everything: "全部", codes: { _ in "类" },
        wholeArea: "全部地区",
        map: "示意图", notToScale: "不按比例", noClass: "无同期数")

    package static let english = PictureWords(
        increments: "Month by month", incrementsHow: "computed: differences of successive totals",
        wholeYears: "whole years",
        everyYear: { "\($0) of every year" }, gaps: { "\($0) periods without a value, not joined" },
        notJoined: { "\($0) \($1.lowercased()), not joined" },
        holdsApproximate: "some values are approximate", cannotCompute: "cannot be computed",
        zeroRecord: "Period by period", make: "Made up of", compare: "Compare",
        compareHow: "Only the same span is compared", notComparable: "another period, not compared",
        notRanked: "Not ranked", sameSpanByValue: "same span · by value",
        sourceAndDefinition: "Source and definition", chooseArea: "Choose an area", filter: "Filter", everything: "All",
        codes: { EnglishCount.word($0, "code") }, wholeArea: "All areas", map: "Schematic map",
        notToScale: "not to scale",
        noClass: "no value of that period")
}

extension Words {
    /// The words of pictures.
    package var pictures: PictureWords { PictureWords.in(language) }
}
