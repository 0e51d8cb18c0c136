import Indicators

/// The periods of headings such as 本月 and 累计 below a title that states the period of the table.
enum TitlePeriod {
    private static let growth = ["增长", "同比", "环比", "增速", "增减", "比上", "±", "%"]
    private static let months = ["本月", "当月", "本期"]
    private static let sums = ["累计", "本年", "自年初"]
    private static let formers = ["上年同期", "去年同期", "上年", "去年"]

    private static func has(_ heading: String, _ words: [String]) -> Bool { words.contains { heading.contains($0) } }

    /// Whether a heading states a part of the period and no indicator.
    static func isSpan(_ heading: String) -> Bool {
        !has(heading, growth) && has(heading, months + sums + formers) && heading.count <= 8
    }

    /// - Parameter period: that of the title.
    static func period(_ heading: String, _ period: Period) -> Period? {
        guard let months = period.months, period.start.day == 1, period.year != nil else {
            return has(heading, formers) && !has(heading, growth) ? nil : period
        }
        let last = period.end.month, isFormer = has(heading, formers) && !has(heading, growth)
        let year = period.end.year - (isFormer ? 1 : 0)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        if has(heading, sums), months < 12 {
            return last == 1 ? Period(sdmx: "\(year)-01") : Period(sdmx: "\(year)-01-01/P\(last)M")
        }
        if has(heading, Self.months), months < 12 { return Period(sdmx: "\(year)-\(two(last))") }
        guard isFormer else { return period }
        if months == 12, last == 12 { return Period(sdmx: "\(year)") }
        return months == 1
            ? Period(sdmx: "\(year)-\(two(last))")
            : Period(sdmx: "\(year)-\(two(period.start.month))-01/P\(months)M")
    }
}
