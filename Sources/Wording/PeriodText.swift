import Indicators

/// Periods with their basis in words. A year printed as such is 2022年; the same year "to date" says so.
package enum PeriodText {
    /// For a narrow column: the year is left out where it is the year of the whole data set.
    package static func short(_ observation: Observation, _ wording: Wording) -> String {
        short(observation.period, observation.basis, wording)
    }

    /// The same for a period with its basis.
    package static func short(_ period: Period, _ periodBasis: PeriodBasis, _ wording: Wording) -> String {
        let basis = basis(periodBasis, wording.words)
        if basis.isEmpty { return span(of: period, wording, withYear: period.year != wording.catalogue.mainYear) }
        if period == .none || period.year == wording.catalogue.mainYear { return basis }
        return span(of: period, wording, withYear: true) + " " + basis
    }

    /// The period with its year and, unless it was printed as such, its basis.
    package static func full(_ observation: Observation, _ wording: Wording) -> String {
        full(observation.period, observation.basis, wording)
    }

    /// The same for a period with its basis.
    package static func full(_ period: Period, _ periodBasis: PeriodBasis, _ wording: Wording) -> String {
        let basis = basis(periodBasis, wording.words)
        let span = span(of: period, wording, withYear: true)
        if span.isEmpty { return basis }
        return basis.isEmpty ? span : span + " " + basis
    }

    /// From the month in which the oldest period begins to that in which the newest ends; whole years as years.
    package static func span(_ oldest: Period?, _ newest: Period?, _ signs: Signs) -> String {
        guard let oldest, let newest else { return "" }
        let start = oldest.start, end = newest.end
        func month(_ day: CalendarDay) -> String { "\(day.year)-" + (day.month < 10 ? "0" : "") + "\(day.month)" }
        if start.month == 1, end.month == 12 {
            return start.year == end.year ? "\(start.year)" : "\(start.year) \(signs.dash) \(end.year)"
        }
        return start.year == end.year && start.month == end.month
            ? month(start) : "\(month(start)) \(signs.dash) \(month(end))"
    }

    /// The word for a basis; empty for `printed`.
    package static func basis(_ basis: PeriodBasis, _ words: Words) -> String {
        switch basis {
        case .printed: ""
        case .toDate: words.toDate
        case .sinceUnknown: words.sinceUnknown
        case .asReported: words.asReported
        case .usualYear: words.usualYear
        case .unspecified: words.unspecified
        }
    }

    /// The span in words. The year is always stated where it is the whole span.
    package static func span(of period: Period, _ wording: Wording, withYear: Bool) -> String {
        wording.language == .zh ? chinese(period, withYear: withYear) : english(period, withYear: withYear)
    }

    /// The month in which a span of months ends, any other period as it is; with the year where that is not the year of
    /// the whole data set.
    static func last(_ period: Period, _ wording: Wording) -> String {
        let end = period.end, withYear = end.year != wording.catalogue.mainYear
        guard period.kind == .range, period.months != nil else { return span(of: period, wording, withYear: withYear) }
        let first = CalendarDay(year: end.year, month: end.month, day: 1)
        return span(of: Period(text: "", kind: .month, start: first, end: end), wording, withYear: withYear)
    }

    private static func chinese(_ period: Period, withYear: Bool) -> String {
        let year = withYear ? "\(period.startYear)年" : ""
        switch period.kind {
        case .none: return ""
        case .year: return "\(period.startYear)年"
        case .halfYear: return year + (period.startMonth == 1 ? "上半年" : "下半年")
        case .quarter: return year + "第\((period.startMonth - 1) / 3 + 1)季度"
        case .trimester: return year + "第\((period.startMonth - 1) / 4 + 1)期(四个月)"
        case .month: return year + "\(period.startMonth)月"
        case .week, .reportingDay: return period.text
        case .day: return year + "\(period.startMonth)月\(period.startDay)日"
        case .range:
            guard let months = period.months, period.startDay == 1 else { return chineseDays(period, year) }
            let last = period.startMonth + months - 1
            if months == 12 && period.startMonth == 1 { return "\(period.startYear)年" }
            if last <= 12 { return year + (months == 1 ? "\(last)月" : "\(period.startMonth)—\(last)月") }
            let endYear = period.startYear + (last - 1) / 12
            return "\(period.startYear)年\(period.startMonth)月—\(endYear)年\((last - 1) % 12 + 1)月"
        }
    }

    /// 2026年11月1—28日, 2026年11月20日—12月3日.
    private static func chineseDays(_ period: Period, _ year: String) -> String {
        let start = period.start, end = period.end
        if start.year != end.year {
            return "\(start.year)年\(start.month)月\(start.day)日—\(end.year)年\(end.month)月\(end.day)日"
        }
        if start.month != end.month { return year + "\(start.month)月\(start.day)日—\(end.month)月\(end.day)日" }
        return year + "\(start.month)月\(start.day)" + (start.day == end.day ? "日" : "—\(end.day)日")
    }

    /// 1–28 Nov 2026, 20 Nov – 3 Dec 2026.
    private static func englishDays(_ period: Period, _ year: String) -> String {
        func day(_ day: CalendarDay) -> String { "\(day.day) \(months[day.month - 1])" }
        let start = period.start, end = period.end
        if start.year != end.year { return "\(day(start)) \(start.year) – \(day(end)) \(end.year)" }
        if start.month != end.month { return "\(day(start)) – \(day(end))" + year }
        return (start.day == end.day ? "" : "\(start.day)–") + day(end) + year
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func english(_ period: Period, withYear: Bool) -> String {
        let year = withYear ? " \(period.startYear)" : ""
        func month(_ number: Int) -> String { months[(number - 1) % 12] }
        switch period.kind {
        case .none: return ""
        case .year: return "\(period.startYear)"
        case .halfYear: return (period.startMonth == 1 ? "H1" : "H2") + year
        case .quarter: return "Q\((period.startMonth - 1) / 3 + 1)" + year
        case .trimester: return "T\((period.startMonth - 1) / 4 + 1)" + year
        case .month: return month(period.startMonth) + year
        case .week, .reportingDay: return period.text
        case .day: return "\(period.startDay) \(month(period.startMonth))" + year
        case .range:
            guard let count = period.months, period.startDay == 1 else { return englishDays(period, year) }
            let last = period.startMonth + count - 1
            if count == 12 && period.startMonth == 1 { return "\(period.startYear)" }
            if last <= 12 { return (count == 1 ? month(last) : "\(month(period.startMonth))–\(month(last))") + year }
            return
                "\(month(period.startMonth)) \(period.startYear) – \(month(last)) \(period.startYear + (last - 1) / 12)"
        }
    }
}

extension PeriodText {
    /// A measure's period with its basis.
    package static func full(_ brief: Brief, _ wording: Wording) -> String {
        full(brief.period, brief.periodBasis, wording)
    }

    /// A computed figure's period with the basis of its terms.
    package static func full(_ derivation: Derivation, _ wording: Wording) -> String {
        full(derivation.period, derivation.basis, wording)
    }
}
