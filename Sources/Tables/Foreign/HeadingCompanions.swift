import Indicators

/// Columns beside periods that belong to them: `2021,增长(%),2022,增长(%)`, and the growth behind several years.
enum HeadingCompanions {
    static func take(_ frame: inout TableFrame) {
        guard frame.groups.allSatisfy(\.isEmpty) else { return }
        for column in frame.headings.indices.dropFirst() where frame.periods[column] == nil {
            // 2025年目标 beside 2021年
            guard let named = Heading.namedPeriod(frame.headings[column]) else { continue }
            frame.periods[column] = named.reading
            frame.groups[column] = Heading.withoutBrackets(named.name)
        }
        let isPeriod = frame.periods.map { $0 != nil }
        var runs: [(columns: Range<Int>, behind: Range<Int>)] = []
        var column = isPeriod.firstIndex(of: true) ?? isPeriod.count
        while column < isPeriod.count {
            let end = isPeriod[column...].firstIndex(of: false) ?? isPeriod.count
            let next = isPeriod[end...].firstIndex(of: true) ?? isPeriod.count
            runs.append((column..<end, end..<next))
            column = next
        }
        let headings = frame.headings
        let companions = runs.map { run in run.behind.map { headings[$0] } }
        let isEach =
            runs.count > 1 && runs.allSatisfy { $0.columns.count == 1 } && Set(companions).count == 1
            && companions[0].allSatisfy { !$0.isEmpty && ![.remark, .status, .unit].contains(NameHint($0).family) }
        for run in runs {
            guard let newest = run.columns.compactMap({ frame.periods[$0] }).max(by: { $0.period.end < $1.period.end })
            else { continue }
            guard !isEach else {
                for column in run.behind { frame.setPeriod(newest.period, headings[column], column) }
                continue
            }
            // The period of the growth that follows; nil behind a heading whose period is not known.
            var current: Period? = newest.period
            for column in run.behind {
                let heading = headings[column]
                if let stated = span(heading, newest.period) {
                    let own = run.columns.count == 1 ? stated.period : nil
                    if !stated.isFormer { current = own }
                    if let own { frame.setPeriod(own, stated.name, column) }
                } else if OwnUnit.isGrowth(heading), let current {
                    frame.setPeriod(current, heading, column)
                }
            }
        }
    }

    /// The period of a heading that states a part of the year of the period to its left, or what it says beside it:
    /// 1-9月累计, 累计, 上年同期; nil where it states none.
    private static func span(_ heading: String, _ period: Period) -> (period: Period?, name: String, isFormer: Bool)? {
        if let stated = HeadingPart(heading) {
            let own = period.year.flatMap { stated.part.period(of: stated.isFormer ? $0 - 1 : $0) }
            return (own, stated.name, stated.isFormer)
        }
        let name = Heading.parted(heading).name
        guard TitlePeriod.isLength(name), !OwnUnit.isGrowth(heading) else { return nil }
        // YTD 2023 behind Q1 2022 is of another year.
        if PeriodRefusal.holdsYear(name) { return (nil, heading, false) }
        let own = TitlePeriod.period(name, period)
        return (own, heading, !name.contains("累计"))
    }
}

extension TableFrame {
    fileprivate mutating func setPeriod(_ period: Period, _ name: String, _ column: Int) {
        (periods[column], groups[column]) = (PeriodReading.Reading(period: period), name)
    }
}

/// The unit that a heading states by its own words, whatever unit its row or its table has: 同比, 增长%, 位次.
enum OwnUnit {
    /// Empty for a number without a unit; nil where the heading says nothing.
    static func of(_ heading: String) -> String? {
        func has(_ words: [String]) -> Bool { words.contains { heading.contains($0) } }
        if has(["位次", "排名", "名次", "=100"]) || hasWord(heading, ["rank", "ranking"]) { return "" }
        if has(["百分点"]) { return "百分点" }
        if has(["%", "％"]) { return "%" }
        return has(["同比", "环比", "增速", "增幅"]) && !isAmount(heading) ? "%" : nil
    }

    /// Whether a heading names a difference in the unit of the figures: 同比增减额, 同比增加人数.
    private static func isAmount(_ heading: String) -> Bool {
        let name = Heading.parted(heading).name
        return ["额", "数", "量", "值", "人", "户", "件", "家", "个", "元"].contains { name.hasSuffix($0) }
    }

    /// Whether a name says that its figures are rates of growth, which have a sign.
    static func isRate(_ name: String) -> Bool {
        ["增长", "增减", "同比", "环比", "增速", "增幅", "涨跌", "升降"].contains { name.contains($0) }
            || hasWord(name, ["growth", "change"])
    }

    /// Whether a heading names the growth of a period on the one before; a mean growth is of several.
    static func isGrowth(_ heading: String) -> Bool {
        func has(_ words: [String]) -> Bool { words.contains { heading.contains($0) } }
        let isGrowth = has(["增长", "增减", "同比", "环比", "增速", "增幅"]) || hasWord(heading, ["growth", "change"])
        return isGrowth && (of(heading) != nil || isAmount(heading)) && !has(["年均", "平均", "累计"])
            && !hasWord(heading, ["average", "annual"])
    }

    /// Exchange is no change.
    private static func hasWord(_ heading: String, _ words: Set<String>) -> Bool {
        !words.isDisjoint(with: NameHint.tokens(heading))
    }
}
