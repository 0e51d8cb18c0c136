/// The parts of an observation's row besides its key and its value.
package struct ObservationRecord: Hashable, Sendable {
    /// The line of the file that it begins on, from 1; 0 where the file has changed since it was read.
    package var line = 0
    /// VALUE_HIGH of a range.
    package var high: DecimalNumber?
    /// PLACE: where the figure stands in its source.
    package var place = "第0行"
    /// PRINTED: the figure as printed.
    package var printed = ""
    package var note = LocalizedText(zh: "", en: "")

    package init(
        line: Int = 0, high: DecimalNumber? = nil, place: String = "第0行", printed: String = "",
        note: LocalizedText = LocalizedText(zh: "", en: "")
    ) {
        self.line = line
        self.high = high
        self.place = place
        self.printed = printed
        self.note = note
    }
}

/// A table that reads the records of its rows when they are asked for.
package protocol ObservationRecords: AnyObject, Sendable {
    /// - Parameter row: the row in the table, from 0.
    func record(ofRow row: Int) -> ObservationRecord
}

/// Observations that are not kept row by row in the model: a table that answers from where it stores them. By
/// reference, so that asking for a row copies nothing. Where it says nothing else, none of its rows is under embargo.
package protocol StoredObservations: ObservationRecords {
    var count: Int { get }
    /// The number of rows for each period, without rows that have no period.
    var periodCounts: [(period: Period, rows: Int)] { get }
    func observation(_ row: Int) -> Observation
    func status(ofRow row: Int) -> ObservationStatus
    /// `Period.none` where it could not be read.
    func period(ofRow row: Int) -> Period
    /// The value of a row with its power of ten; nil where it has none.
    func value(ofRow row: Int) -> (number: DecimalNumber, multiplier: Int)?
    /// The last day of the newest period that holds a value, forecasts left out; nil where none does.
    var newestValued: CalendarDay? { get }
    /// The rows of one indicator in one area, the newest first.
    func rows(indicator: String, area: String) -> [Int32]
    /// The rows of an observation's indicator in its area, including its own.
    func rows(ofSeriesOf observation: Observation) -> [Int32]
    /// The areas that report an indicator, in the order of their first occurrence.
    func areas(reporting indicator: String) -> [String]
    func basis(ofRow row: Int) -> PeriodBasis
    /// The observation at a row with its real value, under embargo or not.
    func revealed(_ row: Int) -> Observation
    func isWithheld(_ row: Int) -> Bool
    /// The same rows at another moment; nil for a clock that is not trusted.
    func asOf(_ now: Instant?) -> any StoredObservations
    /// The moment that embargoes are compared with; `distantPast` where it is not known.
    var now: Instant { get }
    var doubtsClock: Bool { get }
    var hasEmbargo: Bool { get }
    var nextRelease: Instant? { get }
    var newestReported: CalendarDay? { get }
    /// The rows whose status is 未报; none for a table of another publisher, which owes nothing.
    var missingRows: [Int] { get }
}

extension StoredObservations {
    package func basis(ofRow row: Int) -> PeriodBasis { observation(row).basis }
    package func revealed(_ row: Int) -> Observation { observation(row) }
    package func isWithheld(_ row: Int) -> Bool { false }
    package func asOf(_ now: Instant?) -> any StoredObservations { self }
    package var now: Instant { .distantPast }
    package var doubtsClock: Bool { false }
    package var hasEmbargo: Bool { false }
    package var nextRelease: Instant? { nil }
    package var newestReported: CalendarDay? { nil }
    package var missingRows: [Int] { [] }
}
