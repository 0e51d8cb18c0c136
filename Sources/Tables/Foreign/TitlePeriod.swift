import Indicators

/// The periods of headings such as 本月 and 累计 below a title that states the period of the table.
enum TitlePeriod {
    private static let growth = ["增长", "同比", "环比", "增速", "增减", "比上", "±", "%"]
    private static let growthWords: Set<String> = ["growth", "change", "yoy", "mom"]
    private static let months = ["本月", "当月", "本期", "this month", "current month", "this period", "current period"]
    private static let sums = ["累计", "本年", "自年初", "year to date", "ytd", "this year", "current year"]
    private static let formers = [
        "上年同期", "去年同期", "上年同月", "去年同月", "上年", "去年", "same period last year", "same month last year", "last year",
        "previous year", "prior year", "year before", "year earlier", "year ago",
    ]
    private static let previous = [
        "上期", "上月", "上季", "last month", "previous month", "last quarter", "previous quarter", "last period",
        "previous period", "prior period",
    ]
    private static let years = ["年计划", "年目标", "年度计划", "年度目标", "全年"]
    /// Days between periods.
    private static let moments = ["年初", "期初", "上年末", "去年末", "上年底", "去年底", "上月末", "opening", "beginning of"]

    private static func has(_ heading: String, _ words: [String]) -> Bool {
        let heading = heading.lowercased()
        return words.contains { heading.contains($0) }
    }

    private static func isGrowth(_ heading: String) -> Bool {
        has(heading, growth) || !growthWords.isDisjoint(with: NameHint.tokens(heading))
    }

    /// Whether a heading states a part of the period and no indicator.
    static func isSpan(_ heading: String) -> Bool {
        let length = heading.unicodeScalars.allSatisfy(\.isASCII) ? 24 : 8
        return !isGrowth(heading) && has(heading, months + sums + formers + previous) && heading.count <= length
    }

    /// The period of a heading below a title; nil where it is not known.
    static func period(_ heading: String, _ period: Period) -> Period? {
        if isGrowth(heading) { return own(heading, period) }
        if has(heading, moments) { return nil }
        if has(heading, years), !has(heading, formers) { return period.year.flatMap { YearPart.whole.period(of: $0) } }
        if has(heading, previous) { return before(period) }
        return own(heading, period)
    }

    private static func own(_ heading: String, _ period: Period) -> Period? {
        let isFormer = has(heading, formers) && !isGrowth(heading)
        guard let months = period.months, period.start.day == 1, period.year != nil else {
            return isFormer ? nil : period
        }
        let last = period.end.month, year = period.end.year - (isFormer ? 1 : 0)
        if has(heading, sums), !isFormer || has(heading, ["累计"]), months < 12 {
            return last == 1 ? Period(sdmx: "\(year)-01") : Period(sdmx: "\(year)-01-01/P\(last)M")
        }
        if has(heading, Self.months), months < 12 { return Period(sdmx: "\(year)-\(two(last))") }
        guard isFormer else { return period }
        if months == 12, last == 12 { return Period(sdmx: "\(year)") }
        return months == 1
            ? Period(sdmx: "\(year)-\(two(last))")
            : Period(sdmx: "\(year)-\(two(period.start.month))-01/P\(months)M")
    }

    /// The period of the same length before a year, a quarter or a month.
    private static func before(_ period: Period) -> Period? {
        let year = period.start.year, month = period.start.month
        switch period.kind {
        case .year: return Period(sdmx: "\(year - 1)")
        case .month: return Period(sdmx: month == 1 ? "\(year - 1)-12" : "\(year)-\(two(month - 1))")
        case .quarter: return Period(sdmx: month == 1 ? "\(year - 1)-Q4" : "\(year)-Q\((month - 1) / 3)")
        default: return nil
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
