import Indicators

/// The periods of headings such as 本月 and 累计 below a title that states the period of the table.
enum TitlePeriod {
    /// What a heading says of the length of its period; `same` is that of the title.
    private enum Length { case month, quarter, year, sum, same, yearSoFar }

    private typealias Words = [(Length, [String])]
    private static let now: Words = [
        (.sum, ["累计", "自年初", "年初以来", "年初至今", "year to date", "ytd"]),
        (
            .year,
            [
                "年计划", "年目标", "年度计划", "年度目标", "年度预算", "年初预算", "年初计划", "年初目标", "年初安排", "年初下达", "全年", "full year",
                "full-year", "whole year", "annual target",
                "annual plan", "annual goal", "annual budget",
            ]
        ),
        (.month, ["本月", "当月", "this month", "current month"]),
        (.quarter, ["本季", "当季", "this quarter", "current quarter"]),
        (.same, ["本期", "this period", "current period"]),
        (.yearSoFar, ["本年", "this year", "current year"]),
    ]
    /// A year before.
    private static let formers: Words = [
        (
            .same,
            [
                "上年同期", "去年同期", "上年本期", "去年本期", "same period last year", "same period of last year", "year before",
                "year earlier", "year ago",
            ]
        ),
        (.month, ["上年同月", "去年同月", "same month last year", "same month of last year"]),
        (.quarter, ["上年同季", "去年同季", "same quarter last year", "same quarter of last year"]),
        (.year, ["上年", "去年", "last year", "previous year", "prior year"]),
    ]
    /// One period before.
    private static let previous: Words = [
        (.month, ["上月", "last month", "previous month", "prior month"]),
        (.quarter, ["上季", "last quarter", "previous quarter", "prior quarter"]),
        (.same, ["上期", "last period", "previous period", "prior period"]),
    ]
    private static let growth = ["增长", "同比", "环比", "增速", "增减", "比上", "±", "%"]
    private static let growthWords: Set<String> = ["growth", "change", "yoy", "mom"]
    /// Growth on a former period is of the period itself.
    private static let comparisons = ["比上", "较上", "与上", "比去", "较去", "与去", "比年", "较年", "比期", "较期"]
    /// Days between periods.
    private static let moments = ["年初", "期初", "opening balance", "opening stock", "beginning of"] + formerMoments
    private static let formerMoments = [
        "上年末", "去年末", "上年底", "去年底", "上月末", "上月底", "上季末", "上季度末", "上期末", "end of last", "end of previous",
        "end of prior",
    ]
    /// What was planned when the year began is of the year.
    private static let plans = ["年初预算", "年初计划", "年初目标", "年初安排", "年初下达"]

    private static func has(_ heading: String, _ words: [String]) -> Bool {
        words.contains { heading.contains($0) }
    }

    private static func length(_ heading: String, _ words: Words) -> Length? {
        words.first { has(heading, $0.1) }?.0
    }

    private static func isGrowth(_ heading: String) -> Bool {
        has(heading, growth) || !growthWords.isDisjoint(with: NameHint.tokens(heading))
    }

    /// 全年龄 is no year, 以上年龄 and 以上期限 are no former ones.
    private static func plain(_ heading: String) -> String {
        let lower = heading.lowercased().replacing("以上", with: "以·").replacing("上年纪", with: "·年纪")
        guard let index = lower.firstIndex(of: "龄"), lower[..<index].hasSuffix("全年") else { return lower }
        return String(lower[..<index].dropLast(2) + lower[index...])
    }

    /// Whether a heading states a part of the period and no indicator.
    static func isSpan(_ heading: String) -> Bool {
        let longest = heading.unicodeScalars.allSatisfy(\.isASCII) ? 24 : 8
        let text = plain(heading)
        return !isGrowth(text) && heading.count <= longest && isOnlyLength(text)
            && (length(text, now).map { $0 != .year } ?? false || length(text, formers + previous) != nil)
    }

    /// Whether nothing is left of a heading without the words of its period; 本年增加 is a figure of its own.
    private static func isOnlyLength(_ heading: String) -> Bool {
        var text = heading
        let words = (now + formers + previous).flatMap(\.1).sorted { $0.utf8.count > $1.utf8.count }
        for word in words + neutral { text = text.replacing(word, with: "") }
        return text.allSatisfy { " ()（）·-:：".contains($0) }
    }
    private static let neutral = [
        "累计", "完成", "实际", "实绩", "发生", "执行", "合计", "数据", "情况", "数", "值", "额", "量", "止", "至", "的", "cumulative",
        "figures",
        "figure", "actual", "amount", "total", "value", "the", "to", "of",
    ]

    /// Whether a heading states the length of a period below a title: 本月, Last year, Full year.
    static func isLength(_ heading: String) -> Bool { length(plain(heading), now + formers + previous) != nil }

    /// Whether a heading beside a column of periods may be of another period than its row: 累计, 上年同月, last year.
    static func isRelative(_ heading: String) -> Bool {
        let text = plain(heading)
        return isLength(text) || has(text, formerMoments)
    }

    /// The period of a heading beside rows that state theirs; nil where it is not known.
    static func period(_ heading: String, ofRow row: Period) -> Period? {
        let text = plain(heading), current = length(text, now)
        // The figures of a day are so far; those since an unknown beginning have no period.
        if has(text, ["历年", "以来累计", "since"]) { return row.kind == .day || row.kind == .year ? row : nil }
        if row.kind == .day { return current == .sum && length(text, formers + previous) == nil ? row : nil }
        if has(text, formerMoments) { return isGrowth(text) && has(text, comparisons) ? row : nil }
        // The plan of the year would stand in every month of it.
        if current == .year, row.kind != .year { return nil }
        if has(text, moments) { return row }
        return period(heading, row)
    }

    /// The period of a heading below a title; nil where it is not known.
    static func period(_ heading: String, _ period: Period) -> Period? {
        let heading = plain(heading), current = length(heading, now)
        // 比上年增长 and 上年=100 are of the period itself, 上年增速 is of the year before.
        let isCompared =
            heading.contains("=100")
            || isGrowth(heading) && (heading.utf8.allSatisfy { $0 < 0x80 } || has(heading, comparisons))
        if isCompared { return of(current ?? .same, period) }
        let isMoment = has(heading, moments) && !has(heading, plans)
        if current != .sum && isMoment || heading == "opening" { return nil }
        if let before = length(heading, previous) {
            return current == nil ? self.before(period, before) : nil
        }
        guard let former = length(heading, formers) else { return of(current ?? .same, period) }
        // 上年 alone is a whole year.
        if former == .year, current == nil {
            return period.kind == .year ? self.former(period) : nil
        }
        return of(former == .year ? current ?? .year : former == .same ? current ?? .same : former, period)
            .flatMap(self.former)
    }

    private static func of(_ length: Length, _ period: Period) -> Period? {
        let months = period.year != nil && period.start.day == 1 ? period.months : nil
        switch length {
        case .same: return period
        case .year: return period.year.flatMap { YearPart.whole.period(of: $0) }
        case .month:
            guard let months, months < 12 else { return nil }
            return Period(sdmx: "\(period.end.year)-\(two(period.end.month))")
        case .quarter: return period.kind == .quarter ? period : nil
        case .sum, .yearSoFar:
            guard let months, months < 12 else { return period }
            let year = period.end.year, last = period.end.month
            return Period(sdmx: last == 1 ? "\(year)-01" : "\(year)-01-01/P\(last)M")
        }
    }

    /// The same period of the year before.
    private static func former(_ period: Period) -> Period? {
        guard let months = period.months, period.start.day == 1, period.year != nil else { return nil }
        let year = period.end.year - 1, month = period.start.month
        switch period.kind {
        case .quarter: return Period(sdmx: "\(year)-Q\((month + 2) / 3)")
        case .halfYear: return Period(sdmx: "\(year)-S\(month < 7 ? 1 : 2)")
        default: break
        }
        if months == 12, period.end.month == 12 { return Period(sdmx: "\(year)") }
        return Period(sdmx: months == 1 ? "\(year)-\(two(month))" : "\(year)-\(two(month))-01/P\(months)M")
    }

    /// The period before one of the same length; nil where the title is of another length than the heading.
    private static func before(_ period: Period, _ length: Length) -> Period? {
        let year = period.start.year, month = period.start.month
        switch (period.kind, length) {
        case (.year, .same): return Period(sdmx: "\(year - 1)")
        case (.month, .same), (.month, .month):
            return Period(sdmx: month == 1 ? "\(year - 1)-12" : "\(year)-\(two(month - 1))")
        case (.quarter, .same), (.quarter, .quarter):
            return Period(sdmx: month == 1 ? "\(year - 1)-Q4" : "\(year)-Q\((month - 1) / 3)")
        default: return nil
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
