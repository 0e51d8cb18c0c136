import Indicators

/// What a new month adds to a data set for a clerk to fill in: a row without a value for every series that is due, with
/// the sources and links that name the new month.
///
/// An unfilled row has the status 未报 (OBS_STATUS `O`), so the data set can be checked and shown at any time.
public struct MonthTemplate: Sendable {
    /// A series or a link that was not carried forward.
    public struct Left: Hashable, Sendable {
        /// The indicator; the code of the link for a link.
        public let code: String
        /// The code of the area; empty for a link.
        public let area: String
        /// The code of the source that reported it; empty for a link.
        public let source: String
        /// The last period that it was reported for.
        public let last: String
        /// Whether it is a link.
        public let isLink: Bool
    }

    /// The new month, `2026-12`.
    public let month: Period
    /// The last day of the newest month that was reported.
    public let last: CalendarDay
    /// The cells of each new row of `observations.csv` by the names of their columns.
    public let rows: [[String: String]]
    /// New rows of `sources.csv`: sources whose code or title names a month. Date and address are to be filled in.
    public let sources: [[String: String]]
    /// New rows of `links.csv`.
    public let links: [[String: String]]
    /// What was reported by months once and is not carried forward, because that is more than a year ago.
    public let left: [Left]
    /// The rows, by their numbers in `rows`, whose PLACE does not name the month, so that it was taken as it was.
    public let samePlaces: [Int]

    /// Whether the month is so long after the last that nothing is carried forward.
    public var isTooLate: Bool { rows.isEmpty && !left.isEmpty && last.adding(months: 13) < month.start }

    /// Makes what a month adds.
    ///
    /// - Parameters:
    ///   - month: a month such as `2026-12`; nil for the one after the last.
    ///   - folder: the files of the data set.
    /// - Returns: nil where no figure is reported by month, or `month` is not a month.
    public init?(_ month: Period?, of catalogue: Catalogue, in folder: MemoryFolder = MemoryFolder([:])) {
        if let month, month.months != 1 { return nil }
        let series = MonthSeries.all(catalogue, before: month?.start)
        guard let last = series.filter({ $0.key.form != .quarter }).map(\.latest.period.end).max() else { return nil }
        let start = month?.start ?? last.adding(days: 1)
        guard let text = MonthSeries.period(.month, year: start.year, month: start.month), let new = Period(sdmx: text)
        else { return nil }
        self.month = new
        self.last = last
        var sources = MonthSources(catalogue, folder)
        var rows: [[String: String]] = [], left: [Left] = [], samePlaces: [Int] = []
        var carried: [MonthSeries.Key: String] = [:]
        let known = Set((0..<catalogue.observations.count).map { catalogue.observations[$0].key })
        for one in series {
            let old = one.latest
            guard let period = MonthSeries.period(one.key.form, year: start.year, month: start.month),
                !one.isQuarterly || start.month % 3 == 0
            else { continue }
            guard start.adding(months: -13) < old.period.end else {
                left.append(
                    Left(
                        code: old.indicator, area: old.area, source: old.source, last: old.period.text, isLink: false))
                continue
            }
            let text = MonthText(from: old.period.end, to: new.end)
            let source = sources.code(old.source, text, new)
            carried[one.key] = period
            let key = ObservationKey(
                area: old.area, indicator: old.indicator, period: period, basis: .printed, source: source)
            guard !known.contains(key) else { continue }
            let place = text.replaced(old.place)
            if place == nil { samePlaces.append(rows.count) }
            rows.append([
                "REF_AREA": old.area, "INDICATOR": old.indicator, "TIME_PERIOD": period,
                "PERIOD_BASIS": PeriodBasis.printed.code, "UNIT_MULT": String(old.unitMultiplier),
                "QUALIFIER": Qualifier.exact.code, "OBS_STATUS": ObservationStatus.missing.code, "SOURCE": source,
                "PLACE": place ?? old.place,
            ])
        }
        let links = MonthLinks(catalogue, carried, sources, new)
        self.rows = rows
        self.sources = sources.rows
        self.links = links.rows
        self.left = left + links.left
        self.samePlaces = samePlaces
    }

    /// The table with the new rows of observations at its end.
    public func appended(to table: [UInt8]) -> [UInt8] { CSVText(table).appending(rows) }

    /// The files of the data set with all that the month adds, and the month in the titles of the set.
    public func files(of folder: MemoryFolder) -> [String: [UInt8]] {
        var files = folder.files
        for (table, rows) in [("observations", rows), ("sources", sources), ("links", links)] where !rows.isEmpty {
            guard let path = folder.path(ofTable: table) else { continue }
            files[path] = CSVText(files[path] ?? []).appending(rows)
        }
        if let package = files[PackageReader.file] {
            files[PackageReader.file] = MonthTitles.replaced(package, MonthText(from: last, to: month.end))
        }
        return files
    }
}
