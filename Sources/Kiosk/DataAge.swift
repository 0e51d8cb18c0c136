import Indicators

/// The age of a figure in a sentence: whole months, since no source is more exact, and from a year on the nearest
/// number of years, so that 2022 is four years old at the end of 2026.
enum DataAge {
    /// The time from the end of a period to a day; nil where the clock is not set, there is no period, or the period is
    /// not over.
    static func text(_ period: Period, _ clock: ClockFace?, _ language: Language) -> String? {
        guard let clock, period.kind != .none else { return nil }
        let end = period.end
        let months = (clock.day.year - end.year) * 12 + clock.day.month - end.month
        guard months >= 0, clock.day >= end else { return nil }
        let years = (months + 6) / 12
        switch language {
        case .zh:
            let age = months == 0 ? "本月" : months == 1 ? "上个月" : months < 12 ? "\(months) 个月前" : "\(years) 年前"
            return "这个数字是\(months > 1 ? " " : "")\(age)的"
        case .en:
            if months == 0 { return "This figure is of this month" }
            if months == 1 { return "This figure is of last month" }
            if months < 12 { return "This figure is \(months) months old" }
            return years == 1 ? "This figure is a year old" : "This figure is \(years) years old"
        }
    }
}
