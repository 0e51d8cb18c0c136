/// All observations of a data set, in columns. A row is never an object; `Observation` is made where one is asked for.
public struct ObservationTable: Sendable {
    /// Read row by row with every rule, or scanned from a large table.
    private enum Storage: Sendable {
        case written(WrittenObservations)
        case scanned(Scanned)
    }

    /// By reference: asking for a row copies none of the columns' many parts. The questions go through it and are not
    /// inlined, for at the place of a call the optimiser takes a copy first: 2,000 instructions each time.
    private final class Scanned: ObservationRecords {
        let table: ScannedObservations
        init(_ table: ScannedObservations) { self.table = table }

        @inline(never) func observation(_ row: Int) -> Observation { table.observation(row, records: self) }
        @inline(never) func record(ofRow row: Int) -> ObservationRecord { table.record(ofRow: row) }
        @inline(never) func rows(indicator: String, area: String) -> [Int32] {
            table.rows(indicator: indicator, area: area)
        }
        @inline(never) func rows(ofSeriesOf observation: Observation) -> [Int32] { table.rows(ofSeriesOf: observation) }
        @inline(never) func areas(reporting indicator: String) -> [String] { table.areas(reporting: indicator) }
    }

    private var storage: Storage

    init(_ columns: ObservationStore, now: Instant = .distantPast) {
        self.init(WrittenObservations(columns, now: now))
    }
    init(_ written: WrittenObservations) { storage = .written(written) }
    init(_ scanned: ScannedObservations) { storage = .scanned(Scanned(scanned)) }
    init(now: Instant = .distantPast) { self.init(ObservationStore(), now: now) }

    /// The number of rows, those under embargo included.
    public var count: Int {
        switch storage {
        case .written(let kept): kept.count
        case .scanned(let scanned): scanned.table.count
        }
    }

    /// The observation at a row.
    public subscript(_ index: Int) -> Observation {
        switch storage {
        case .written(let kept): kept[index]
        case .scanned(let scanned): scanned.observation(index)
        }
    }

    /// The observation at a row as it is, under embargo or not: for checking, never for showing.
    subscript(revealed index: Int) -> Observation {
        switch storage {
        case .written(let kept): kept[revealed: index]
        case .scanned(let scanned): scanned.observation(index)
        }
    }

    func isWithheld(_ index: Int) -> Bool {
        switch storage {
        case .written(let kept): kept.isWithheld(index)
        case .scanned: false
        }
    }

    func status(_ index: Int) -> ObservationStatus {
        switch storage {
        case .written(let kept): kept.status(index)
        case .scanned(let scanned): scanned.table.traits(ofRow: index).status
        }
    }

    func period(ofRow index: Int) -> Period {
        switch storage {
        case .written(let kept): kept.period(index)
        case .scanned(let scanned): scanned.table.period(ofRow: index)
        }
    }

    /// The value of a row in plain units, for comparing sizes only; nil where there is none or it is withheld.
    func plainValue(ofRow index: Int) -> Double? {
        switch storage {
        case .written(let kept): kept.isWithheld(index) ? nil : kept.value(index).map { Self.plain($0, $1) }
        case .scanned(let scanned): scanned.table.value(ofRow: index).map { Self.plain($0, $1) }
        }
    }

    private static func plain(_ number: DecimalNumber, _ multiplier: Int) -> Double {
        (0..<multiplier).reduce(number.doubleValue) { value, _ in value * 10 }
    }

    /// The same at another moment; nil for a clock that is not believed. What is under embargo never entered a scanned
    /// table.
    func asOf(_ now: Instant?) -> ObservationTable {
        guard case .written(let kept) = storage else { return self }
        return ObservationTable(kept.asOf(now))
    }

    private var written: WrittenObservations? { if case .written(let kept) = storage { kept } else { nil } }
    /// Whether nobody believes the clock.
    var doubtsClock: Bool { written?.doubtsClock ?? false }
    /// Whether any figure has an embargo, over or not.
    var hasEmbargo: Bool { written?.hasEmbargo ?? false }
    /// The first end of an embargo that still holds.
    var nextRelease: Instant? { written?.nextRelease }
    /// The first day of the month that the newest reported figure ends with.
    var newestReported: CalendarDay? { written?.newestReported }

    /// The rows of one indicator in one area.
    func rows(indicator: String, area: String) -> [Int32] {
        switch storage {
        case .written(let kept): Array(kept.rows(indicator: indicator, area: area))
        case .scanned(let scanned): scanned.rows(indicator: indicator, area: area)
        }
    }

    /// The rows of an observation's indicator in its area, its own among them.
    func rows(ofSeriesOf observation: Observation) -> [Int32] {
        switch storage {
        case .written(let kept): Array(kept.rows(indicator: observation.indicator, area: observation.area))
        case .scanned(let scanned): scanned.rows(ofSeriesOf: observation)
        }
    }

    /// The row that stands for an indicator in an area: the newest; what is under embargo only where nothing is older,
    /// and a forecast only where nothing else is on record.
    func headlineRow(indicator: String, area: String) -> Int? {
        let all = rows(indicator: indicator, area: area)
        var firstShown: Int?
        for row in all where !isWithheld(Int(row)) {
            if status(Int(row)) != .forecast { return Int(row) }
            firstShown = firstShown ?? Int(row)
        }
        return firstShown ?? all.first.map(Int.init)
    }

    /// The areas that report an indicator, in the order of the file.
    func areas(reporting indicator: String) -> [String] {
        switch storage {
        case .written(let kept): kept.areas(reporting: indicator)
        case .scanned(let scanned): scanned.areas(reporting: indicator)
        }
    }

    /// How many rows each period has; those without a time left out.
    private var periodCounts: [(period: Period, rows: Int)] {
        switch storage {
        case .written(let kept): kept.periodCounts
        case .scanned(let scanned): scanned.table.periodCounts
        }
    }

    /// The year that most observations are about, of several the newest.
    var commonestYear: Int? {
        var counts: [Int: Int] = [:]
        for (period, rows) in periodCounts { if let year = period.year { counts[year, default: 0] += rows } }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// The periods that occur, in no order; those without a time left out.
    var periods: [Period] { periodCounts.map(\.period) }

    /// Series, and values present and missing, for the summary of a table.
    func describe(_ summary: inout CatalogueReading.FileSummary) {
        if case .written(let kept) = storage { kept.describe(&summary) }
    }
}
