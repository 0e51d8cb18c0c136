import Indicators
import Synchronization

/// A scanned table by reference, as the model asks it. The calls are not inlined, because the optimizer would then copy
/// the table at each call, which takes 2,000 instructions.
final class ScannedTable: StoredObservations {
    private let table: ScannedObservations
    init(_ table: ScannedObservations) { self.table = table }

    /// Looked for when a newest row has no value, then kept: it takes a look at every row.
    private let keptNewest = Mutex<CalendarDay??>(nil)
    var newestValued: CalendarDay? {
        keptNewest.withLock { kept in
            let newest = kept ?? table.newestValued
            kept = newest
            return newest
        }
    }

    var count: Int { table.count }
    var periodCounts: [(period: Period, rows: Int)] { table.periodCounts }

    @inline(never) func observation(_ row: Int) -> Observation { table.observation(row, records: self) }
    @inline(never) func record(ofRow row: Int) -> ObservationRecord { table.record(ofRow: row) }
    @inline(never) func status(ofRow row: Int) -> ObservationStatus { table.traits(ofRow: row).status }
    @inline(never) func period(ofRow row: Int) -> Period { table.period(ofRow: row) }
    @inline(never) func value(ofRow row: Int) -> (number: DecimalNumber, multiplier: Int)? { table.value(ofRow: row) }
    @inline(never) func rows(indicator: String, area: String) -> [Int32] {
        table.rows(indicator: indicator, area: area)
    }
    @inline(never) func rows(ofSeriesOf observation: Observation) -> [Int32] { table.rows(ofSeriesOf: observation) }
    @inline(never) func areas(reporting indicator: String) -> [String] { table.areas(reporting: indicator) }
}

extension ObservationTable {
    init(_ scanned: ScannedObservations) { self.init(ScannedTable(scanned)) }
}
