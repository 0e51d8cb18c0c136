import Indicators

/// The figures of one indicator, area and source that are reported again and again in the same form.
struct MonthSeries {
    /// How the periods of a series are written.
    enum Form: Hashable { case month, toDate, quarter }

    struct Key: Hashable {
        let indicator: String
        let area: String
        let source: String
        let form: Form
    }

    let key: Key
    /// The last figure before the new month.
    let latest: Observation
    /// Whether it is due only where a quarter ends.
    let isQuarterly: Bool

    /// All series of a data set in the order of the dashboard.
    ///
    /// - Parameter before: figures of this day or later are not looked at.
    static func all(_ catalogue: Catalogue, before: CalendarDay?) -> [MonthSeries] {
        catalogue.indicators.flatMap { indicator in
            catalogue.areas(reporting: indicator.code).flatMap { area -> [MonthSeries] in
                let rows = catalogue.observations(of: indicator.code, in: area)
                    .map { catalogue.observations[revealed: $0.index] }
                    .filter { row in row.basis == .printed && (before.map { row.period.end < $0 } ?? true) }
                return series(rows)
            }
        }
    }

    private static func series(_ rows: [Observation]) -> [MonthSeries] {
        // A year is the December of what the same source has added up through it, not a month by itself: what another
        // source reports of the whole year is its own figure.
        let running = Set(rows.filter { isToDate($0.period) }.compactMap(Running.init))
        var found: [Key: [Observation]] = [:], order: [Key] = []
        for row in rows {
            guard let form = form(row, running) else { continue }
            let key = Key(indicator: row.indicator, area: row.area, source: row.source, form: form)
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(row)
        }
        return order.compactMap { key in
            guard let rows = found[key], let latest = rows.max(by: { $0.period < $1.period }) else { return nil }
            let isQuarterly =
                key.form == .quarter
                || (key.form == .toDate && rows.count > 1 && rows.allSatisfy { $0.period.end.month % 3 == 0 })
            return MonthSeries(key: key, latest: latest, isQuarterly: isQuarterly)
        }
    }

    /// A source that adds a year up.
    private struct Running: Hashable {
        let source: String, year: Int

        init?(_ row: Observation) {
            guard let year = row.period.year else { return nil }
            (source, self.year) = (row.source, year)
        }
    }

    private static func form(_ row: Observation, _ running: Set<Running>) -> Form? {
        switch row.period.kind {
        case .month: .month
        case .quarter: .quarter
        case .year: Running(row).map(running.contains) ?? false ? .toDate : nil
        case .range: isToDate(row.period) ? .toDate : nil
        default: nil
        }
    }

    /// Whether a period is the year up to the end of a month.
    private static func isToDate(_ period: Period) -> Bool {
        guard let months = period.months, period.year != nil else { return false }
        return period.kind == .range && period.startMonth == 1 && months <= 12
    }

    /// The period of this form that ends with a month; nil where none does.
    static func period(_ form: Form, year: Int, month: Int) -> String? {
        switch form {
        case .month: "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
        case .toDate: "\(year)-01-01/P\(month)M"
        case .quarter: month % 3 == 0 ? "\(year)-Q\(month / 3)" : nil
        }
    }
}
