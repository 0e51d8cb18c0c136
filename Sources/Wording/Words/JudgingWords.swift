import Indicators

/// The words of judging, comparing and computing, in one language.
package struct JudgingWords: Sendable {
    package let target: String
    package let completion: String
    /// For values that should stay below the target.
    package let ofLimit: String
    package let notAbove: String
    package let elapsed: String
    package let gap: String
    package let points: String
    package let accepted: String

    // Standings
    package let ahead: String
    package let onPace: String
    package let behind: String
    package let better: String
    package let worse: String
    package let fulfilled: String
    package let unfulfilled: String
    package let withinLimit: String
    package let overLimit: String
    package let neverMissed: String
    package let caughtUp: String
    package let underThirty: String
    package let belowPace: String
    package let reached: String
    package let pending: String
    package let missed: String
    package let unjudged: String

    // Rules
    package let bandRule: @Sendable (_ band: String) -> String
    package let threeColoursRule: String
    package let thirtyRule: String
    package let finalRule: String
    package let levelRule: String
    package let byMonths: String
    package let byDays: String
    package let roundingRule: String
    package let lowEndRule: String

    // Comparing
    package let onYear: String
    /// The same where there is little room.
    package let onYearShort: String
    /// The heading of a column of changes on the year before.
    package let changeHeading: String
    /// The change on the period directly before (环比).
    package let onPeriod: String
    package let notComparedOnPeriod: String
    package let periodBefore: String
    package let sameSpan: String
    package let sameSpanBefore: String
    package let notCompared: String
    package let noChange: String
    package let notPrinted: @Sendable (_ basis: String) -> String
    package let spansDiffer: @Sendable (_ one: String, _ other: String) -> String
    package let noValue: @Sendable (_ absence: String) -> String
    package let nothingEarlier: String
    package let nothingBefore: String
    package let addsUp: String
    package let noDirection: String
    package let noCriterion: String
    package let notAllReport: String
    package let onlyOneArea: String
    package let breakBetween: String
    package let isForecast: String
    package let divisionByZero: String
    package let targetIsZero: String
    package let collectionUnknown: String
    package let missingInput: @Sendable (_ name: String) -> String
    package let noFigure: String

    // Direction without a target
    package let tendency: String
    package let improved: String
    package let unmoved: String
    package let worsened: String
    package let criterion: @Sendable (_ amount: String) -> String

    // Computing
    package let derived: String
    package let derivedCount: @Sendable (_ count: Int) -> String
    package let notDerived: String
    package let formula: String
    package let inputs: String
    package let rounded: String
    package let samePlace: String

    // Links and revisions
    package let revisions: String
    package let formerly: String
    package let otherSourceSays: String
    package let sourcesDisagree: String
    package let partsAgree: String
    package let shareAgrees: String

    package static func `in`(_ language: Language) -> JudgingWords { language == .zh ? chinese : english }
}

extension JudgingWords {
    package static let chinese = JudgingWords(
        target: "目标", completion: "完成", ofLimit: "占限额", notAbove: "不高于", elapsed: "时间进度", gap: "差值", points: "百分点",
        accepted: "已验收",
        ahead: "超序时", onPace: "合序时", behind: "落后序时", better: "优于序时", worse: "差于序时",
        fulfilled: "已完成", unfulfilled: "未完成", withinLimit: "未超限额", overLimit: "已超限额", neverMissed: "按序时",
        caughtUp: "曾落后·已赶上", underThirty: "不足30%", belowPace: "未达序时", reached: "已达标",
        pending: "未到期", missed: "未达标", unjudged: "有目标·不评",
        bandRule: { "序时规则：完成率减时间进度，在±\($0)个百分点以内为合序时，以上为超序时，以下为落后序时" },
        threeColoursRule: "三色规则：各月都不低于序时为按序时；曾有一个月落后，赶上后仍为曾落后；现在低于序时为落后序时",
        thirtyRule: "三成规则：完成不足目标的30%为红；不低于时间进度为达序时；其间为未达序时；已验收的为蓝",
        finalRule: "年度期满或已验收的不看时间进度，只说已完成或未完成",
        levelRule: "时点与平均指标直接与目标相比，不按时间进度：达到为已达标，目标期满仍未达到为未达标，期满之前为未到期",
        byMonths: "时间进度按月计", byDays: "时间进度按日计", roundingRule: "差值按未舍入的数计算，与所示的数相减可能差 0.1",
        lowEndRule: "区间按下限排列",
        onYear: "同比", onYearShort: "同比", changeHeading: "同比", onPeriod: "环比",
        notComparedOnPeriod: "不作环比", periodBefore: "上一期", sameSpan: "同期比较", sameSpanBefore: "上年同期",
        notCompared: "不作同比", noChange: "持平",
        notPrinted: { "时期为“\($0)”，不是写明的起止" }, spansDiffer: { "时期不同：\($0)与\($1)" }, noValue: { "没有数值：\($0)" },
        nothingEarlier: "没有上年同期的数", nothingBefore: "没有上一期的数", addsUp: "是年初以来的累计，已含上一期",
        noDirection: "多少本身不分好坏", noCriterion: "没有写明多大的变化才算数", notAllReport: "不是各地区都报了同一时期的数", onlyOneArea: "只有一个地区的数",
        breakBetween: "口径有变化",
        isForecast: "是预计数，还没有发生", divisionByZero: "除数为零", targetIsZero: "目标为零", collectionUnknown: "不知是累计还是时点",
        missingInput: { "缺少\($0)" }, noFigure: "来源没有给出完成数",
        tendency: "改善与否", improved: "改善", unmoved: "持平", worsened: "变差", criterion: { "变化达到 \($0) 才算改善或变差" },
        derived: "推算", derivedCount: { "推算 \($0) 项" }, notDerived: "不推算", formula: "算法", inputs: "所用的数",
        rounded: "四舍五入", samePlace: "两数出自同一段，时期写法相同",
        revisions: "修订记录", formerly: "原为", otherSourceSays: "另一来源记为", sourcesDisagree: "来源不一致，两个数都保留",
        partsAgree: "各部分之和与合计相符", shareAgrees: "比重与部分、基数相符")

    package static let english = JudgingWords(
        target: "Target", completion: "Completed", ofLimit: "Of the limit", notAbove: "at most", elapsed: "Time gone",
        gap: "Gap", points: "points", accepted: "Accepted",
        ahead: "Ahead", onPace: "On pace", behind: "Behind", better: "Better than pace", worse: "Worse than pace",
        fulfilled: "Fulfilled", unfulfilled: "Not fulfilled", withinLimit: "Within the limit",
        overLimit: "Over the limit",
        neverMissed: "On schedule", caughtUp: "Caught up", underThirty: "Under 30%", belowPace: "Below pace",
        reached: "Reached", pending: "Not yet due", missed: "Missed", unjudged: "Target, not judged",
        bandRule: {
            "Rule of pace: completion minus time gone; within ±\($0) percentage points on pace, above ahead, below "
                + "behind"
        },
        threeColoursRule:
            "Rule of three colours: no month below pace is on schedule; a month missed stays “caught up” after it "
            + "is; below pace now is behind",
        thirtyRule:
            "Rule of thirty: under 30% of the target red, at or above time gone on pace, between the two below "
            + "pace, accepted blue",
        finalRule: "a year that is over, or accepted, is fulfilled or not, without pace",
        levelRule:
            "Figures at a date and averages are held against the target itself, not against time: reached, missed "
            + "once the target's period is over, not yet due before",
        byMonths: "time gone by months", byDays: "time gone by days",
        roundingRule: "the gap is computed unrounded and may differ by 0.1 from the figures shown",
        lowEndRule: "Ranges stand by their lower end",
        onYear: "On a year earlier", onYearShort: "on the year", changeHeading: "On year",
        onPeriod: "On the period before",
        notComparedOnPeriod: "Not compared with the period before", periodBefore: "the period before",
        sameSpan: "same span",
        sameSpanBefore: "same span a year earlier",
        notCompared: "Not compared", noChange: "unchanged",
        notPrinted: { "its period is “\($0)”, not printed dates" },
        spansDiffer: { "the periods differ: \($0) and \($1)" },
        noValue: { "no value: \($0)" }, nothingEarlier: "nothing on record for the same span a year earlier",
        nothingBefore: "nothing on record for the period before",
        addsUp: "it adds up since January and contains the period before",
        noDirection: "more is neither better nor worse", noCriterion: "which change counts is not stated",
        notAllReport: "not every area reports the same period", onlyOneArea: "one area alone has it",
        breakBetween: "there is a break in the series",
        isForecast: "it is a forecast and has not happened yet", divisionByZero: "the divisor is zero",
        targetIsZero: "the target is zero",
        collectionUnknown: "it is not known whether it adds up or stands at a date",
        missingInput: { "\($0) is missing" },
        noFigure: "the source gives no figure of fulfilment",
        tendency: "Direction", improved: "Better", unmoved: "The same", worsened: "Worse",
        criterion: { "a change counts as better or worse from \($0)" },
        derived: "Computed", derivedCount: { "\($0) computed" }, notDerived: "Not computed", formula: "Formula",
        inputs: "From", rounded: "rounded half up",
        samePlace: "both figures stand in one paragraph with the same period",
        revisions: "Revisions", formerly: "formerly", otherSourceSays: "Another source states",
        sourcesDisagree: "The sources disagree; both are kept",
        partsAgree: "The parts add up to the total", shareAgrees: "The share follows from part and base")
}

extension Words {
    /// The words of judging, comparing and computing.
    package var judging: JudgingWords { JudgingWords.in(language) }
}
