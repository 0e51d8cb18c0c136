/// All observations of a data set, stored in columns. An `Observation` is made only when it is asked for.
public struct ObservationTable: Sendable {
    /// Read row by row with every rule, or kept elsewhere.
    private enum Storage: Sendable {
        case written(WrittenObservations)
        case stored(any StoredObservations)
    }

    private var storage: Storage
    /// How far each series reaches; nil where all of it is at hand.
    private(set) var reach: SeriesReach?

    package init(_ columns: ObservationStore, now: Instant = .distantPast) {
        self.init(WrittenObservations(columns, now: now))
    }
    package init(_ written: WrittenObservations, reach: SeriesReach? = nil) {
        storage = .written(written)
        self.reach = reach
    }
    package init(_ stored: any StoredObservations, reach: SeriesReach? = nil) {
        storage = .stored(stored)
        self.reach = reach
    }
    package init(now: Instant = .distantPast) { self.init(ObservationStore(), now: now) }

    /// The number of rows that are at hand, those under embargo included.
    public var count: Int {
        switch storage {
        case .written(let kept): kept.count
        case .stored(let stored): stored.count
        }
    }

    /// The observation at a row.
    public subscript(_ index: Int) -> Observation {
        switch storage {
        case .written(let kept): kept[index]
        case .stored(let stored): stored.observation(index)
        }
    }

    /// The observation at a row with its real value, under embargo or not: for checks, never for display.
    package subscript(revealed index: Int) -> Observation {
        switch storage {
        case .written(let kept): kept[revealed: index]
        case .stored(let stored): stored.revealed(index)
        }
    }

    package func isWithheld(_ index: Int) -> Bool {
        switch storage {
        case .written(let kept): kept.isWithheld(index)
        case .stored(let stored): stored.isWithheld(index)
        }
    }

    package func status(_ index: Int) -> ObservationStatus {
        switch storage {
        case .written(let kept): kept.status(index)
        case .stored(let stored): stored.status(ofRow: index)
        }
    }

    /// What tells a row from the others of its indicator and area.
    func figure(ofRow index: Int) -> FigureOfSeries {
        if case .written(let kept) = storage { return kept.figure(index) }
        let observation = self[index]
        return FigureOfSeries(period: observation.period.text, basis: observation.basis, source: observation.source)
    }

    package func period(ofRow index: Int) -> Period {
        switch storage {
        case .written(let kept): kept.period(index)
        case .stored(let stored): stored.period(ofRow: index)
        }
    }

    package func basis(ofRow index: Int) -> PeriodBasis {
        switch storage {
        case .written(let kept): kept.basis(index)
        case .stored(let stored): stored.basis(ofRow: index)
        }
    }

    /// The day on which the data were read, by a clock that is trusted or not: what doubts the clock may be a mistyped
    /// period. Nil where no clock was asked, or one that cannot be right.
    package var today: CalendarDay? {
        let clock = asked(\.clock, \.now)
        guard let day = clock.day, !(day < CalendarDay.firstPossible) else { return nil }
        return day
    }

    /// The value of a row in plain units, for comparing sizes only; nil where there is none or it is withheld.
    ///
    /// - Parameter revealed: whether a withheld value counts too: for checks, never for display.
    package func plainValue(ofRow index: Int, revealed: Bool = false) -> Double? {
        if !revealed, isWithheld(index) { return nil }
        return switch storage {
        case .written(let kept): kept.value(index).map { Self.plain($0, $1) }
        case .stored(let stored): stored.value(ofRow: index).map { Self.plain($0, $1) }
        }
    }

    private static func plain(_ number: DecimalNumber, _ multiplier: Int) -> Double {
        (0..<multiplier).reduce(number.doubleValue) { value, _ in value * 10 }
    }

    /// The same table at another moment; nil for a clock that is not trusted. What is known of it stays known.
    public func asOf(_ now: Instant?) -> ObservationTable {
        switch storage {
        case .written(let kept): ObservationTable(kept.asOf(now), reach: reach)
        case .stored(let stored): ObservationTable(stored.asOf(now), reach: reach)
        }
    }

    /// The same table before anything was asked of it.
    var unasked: ObservationTable {
        var table = self
        table.reach = reach?.unasked
        return table
    }

    /// What a table knows of the clock and of embargoes.
    private func asked<Answer>(
        _ written: (WrittenObservations) -> Answer, _ stored: (any StoredObservations) -> Answer
    ) -> Answer {
        switch storage {
        case .written(let kept): written(kept)
        case .stored(let kept): stored(kept)
        }
    }
    /// Whether the clock is not trusted.
    package var doubtsClock: Bool { asked(\.doubtsClock, \.doubtsClock) }
    /// Whether any figure has an embargo, past or present.
    package var hasEmbargo: Bool { asked(\.hasEmbargo, \.hasEmbargo) }
    /// The end of the next embargo to expire; nil where there is none.
    package var nextRelease: Instant? { asked(\.nextRelease, \.nextRelease) }
    /// The first day of the month in which the period of the newest reported figure ends.
    package var newestReported: CalendarDay? { asked(\.newestReported, \.newestReported) }

    /// The rows of one indicator in one area.
    ///
    /// - Parameter since: the year from which on they are needed, by the beginning of their periods; nil for all.
    package func rows(indicator: String, area: String, since: Int? = nil) -> [Int32] {
        let rows = knownRows(indicator, area)
        // Of every series some rows are at hand: without any there is no series.
        if let reach, !rows.isEmpty { reach.need(indicator, area, since: since) }
        return rows
    }

    /// The rows of an observation's indicator in its area, including its own.
    package func rows(ofSeriesOf observation: Observation, since: Int? = nil) -> [Int32] {
        reach?.need(observation.indicator, observation.area, since: since)
        return knownRows(ofSeriesOf: observation)
    }

    /// The rows of one indicator in one area that are at hand, among them always the newest.
    func knownRows(_ indicator: String, _ area: String) -> [Int32] {
        switch storage {
        case .written(let kept): Array(kept.rows(indicator: indicator, area: area))
        case .stored(let stored): stored.rows(indicator: indicator, area: area)
        }
    }

    private func knownRows(ofSeriesOf observation: Observation) -> [Int32] {
        switch storage {
        case .written(let kept): Array(kept.rows(indicator: observation.indicator, area: observation.area))
        case .stored(let stored): stored.rows(ofSeriesOf: observation)
        }
    }

    /// The row of the headline observation of an indicator in an area: the newest that has a value. Where none has one,
    /// it is the newest without; a forecast is chosen only where nothing else is on record, then a row of a period in
    /// which nobody has a value, and a row under embargo only where there is no other.
    package func headlineRow(indicator: String, area: String) -> Int? {
        let all = knownRows(indicator, area)
        var forecast: Int?, absent: Int?, empty: Int?
        for row in all.lazy.map(Int.init) where !isWithheld(row) {
            if status(row) == .forecast {
                forecast = forecast ?? row
            } else if hasValue(row) {
                return row
            } else if isAfterNewestValue(row) {
                empty = empty ?? row
            } else {
                absent = absent ?? row
            }
        }
        return absent ?? forecast ?? empty ?? all.first.map(Int.init)
    }

    /// The newest row without a value that is newer than an observation, where that is the newest of its series that
    /// has one: what was not reported since. A period in which nobody has a value is not yet 未报.
    package func absentRow(since observation: Observation) -> Int? {
        guard observation.value != nil else { return nil }
        var found: Int?
        for row in knownRows(ofSeriesOf: observation).lazy.map(Int.init) where row != observation.index {
            if isWithheld(row) || status(row) == .forecast { continue }
            if hasValue(row) || !(observation.period.end < period(ofRow: row).end) { break }
            if found == nil, !isAfterNewestValue(row) { found = row }
        }
        return found
    }

    private func hasValue(_ row: Int) -> Bool {
        switch storage {
        case .written(let kept): kept.hasValue(row)
        case .stored(let stored): stored.value(ofRow: row) != nil
        }
    }

    /// Whether a row belongs to a period later than all that hold a value.
    private func isAfterNewestValue(_ row: Int) -> Bool {
        guard let newest = newestValued else { return false }
        let period = period(ofRow: row)
        return period.kind != .none && newest < period.end
    }

    /// The last day of the newest printed period that holds a value, forecasts and values under embargo left out; nil
    /// where none does.
    package var newestValued: CalendarDay? {
        switch storage {
        case .written(let kept): kept.newestValued
        case .stored(let stored): stored.newestValued
        }
    }

    /// The moment that embargoes are compared with; nil where the clock is not trusted or not known.
    package var moment: Instant? {
        let now = asked(\.now, \.now)
        return now == .distantPast ? nil : now
    }

    /// The rows whose status is 未报; none for a table of another publisher, which owes nothing.
    package var missingRows: [Int] { asked(\.missingRows, \.missingRows) }

    /// The areas that report an indicator, in the order of the file.
    package func areas(reporting indicator: String) -> [String] {
        switch storage {
        case .written(let kept): kept.areas(reporting: indicator)
        case .stored(let stored): stored.areas(reporting: indicator)
        }
    }

    /// The number of rows for each period, without rows that have no period.
    private var periodCounts: [(period: Period, rows: Int)] {
        switch storage {
        case .written(let kept): kept.periodCounts
        case .stored(let stored): stored.periodCounts
        }
    }

    /// The year of the most observations that are at hand; of several such years the newest.
    package var commonestYear: Int? {
        var counts: [Int: Int] = [:]
        for (period, rows) in periodCounts { if let year = period.year { counts[year, default: 0] += rows } }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// The periods that occur, in no particular order.
    package var periods: [Period] { periodCounts.map(\.period) + [reach?.oldest].compactMap { $0 } }

    /// Records the numbers of series and of present and missing values in the summary of a table.
    package func describe(_ summary: inout CatalogueReading.FileSummary) {
        if case .written(let kept) = storage { kept.describe(&summary) }
    }
}
