import Indicators

/// The rows of `observations.csv` for a clerk to fill in for a new month: every series of the last month, without
/// values.
///
/// An unfilled row has the status 未报 (OBS_STATUS `O`), so the data set can be checked and shown at any time.
public struct MonthTemplate: Sendable {
    /// The new month, `2026-12`.
    public let month: Period
    /// The last day of the month that the rows are taken from.
    public let last: CalendarDay
    /// The cells of each row by the names of their columns.
    public let rows: [[String: String]]

    /// Makes the rows for a month.
    ///
    /// - Parameter month: a month such as `2026-12`; nil for the one after the last.
    /// - Returns: nil where no figure is reported by month, or `month` is not a month.
    public init?(_ month: Period?, of catalogue: Catalogue) {
        if let month, month.months != 1 { return nil }
        let monthly = (0..<catalogue.observations.count).map { catalogue.observations[revealed: $0] }
            .filter {
                $0.basis == .printed && Self.isMonthly($0.period) && (month.map { $0.start } ?? .latest) > $0.period.end
            }
        guard let last = monthly.map(\.period.end).max() else { return nil }
        let start = month?.start ?? last.adding(days: 1)
        guard let new = Period(sdmx: Self.text(start)) else { return nil }
        self.month = new
        self.last = last
        let known = Set((0..<catalogue.observations.count).map { catalogue.observations[$0].key })
        rows = catalogue.indicators.flatMap { indicator in
            catalogue.observations(of: indicator.code).compactMap { old -> [String: String]? in
                let old = catalogue.observations[revealed: old.index]
                guard old.basis == .printed, old.period.end == last, Self.isMonthly(old.period) else { return nil }
                let period = Self.period(like: old.period, start)
                let key = ObservationKey(
                    area: old.area, indicator: old.indicator, period: period, basis: .printed, source: old.source)
                guard !known.contains(key) else { return nil }
                return [
                    "REF_AREA": old.area, "INDICATOR": old.indicator, "TIME_PERIOD": period,
                    "PERIOD_BASIS": PeriodBasis.printed.code,
                    "UNIT_MULT": String(old.unitMultiplier), "QUALIFIER": Qualifier.exact.code,
                    "OBS_STATUS": ObservationStatus.missing.code,
                    "SOURCE": old.source, "PLACE": old.place,
                ]
            }
        }
    }

    /// Whether a period is a month or the year up to a month.
    private static func isMonthly(_ period: Period) -> Bool {
        guard let months = period.months, period.year != nil else { return false }
        return period.kind == .month || (period.kind == .range && period.startMonth == 1 && months <= 12)
    }

    private static func period(like old: Period, _ start: CalendarDay) -> String {
        old.kind == .month && old.text.utf8.count == 7 ? text(start) : "\(start.year)-01-01/P\(start.month)M"
    }

    private static func text(_ day: CalendarDay) -> String {
        "\(day.year)-" + (day.month < 10 ? "0" : "") + "\(day.month)"
    }

    /// The table with these rows at its end.
    public func appended(to table: [UInt8]) -> [UInt8] { CSVText(table).appending(rows) }
}

extension CalendarDay {
    fileprivate static let latest = CalendarDay(year: 99_999, month: 1, day: 1)
}
