/// The newest observations of every series of a set that is not read whole, and others that were added to them.
///
/// Each of the others is older than the newest of its series. The newest keep their rows, so adding copies none of
/// them.
package final class LayeredObservations: StoredObservations {
    private let newest: WrittenObservations
    private let added: WrittenObservations

    package init(_ newest: WrittenObservations, _ added: WrittenObservations) {
        self.newest = newest
        self.added = added
    }

    /// Calls a question with the layer that a row is in, and its row there.
    private func of<Answer>(_ row: Int, _ question: (WrittenObservations, Int) -> Answer) -> Answer {
        row < newest.count ? question(newest, row) : question(added, row - newest.count)
    }

    package var count: Int { newest.count + added.count }
    package var periodCounts: [(period: Period, rows: Int)] { newest.periodCounts + added.periodCounts }
    package var newestValued: CalendarDay? { [newest.newestValued, added.newestValued].compactMap { $0 }.max() }

    package func observation(_ row: Int) -> Observation { numbered(row) { $0[$1] } }
    package func revealed(_ row: Int) -> Observation { numbered(row) { $0[revealed: $1] } }
    private func numbered(_ row: Int, _ make: (WrittenObservations, Int) -> Observation) -> Observation {
        var observation = of(row, make)
        observation.index = row
        return observation
    }
    package func record(ofRow row: Int) -> ObservationRecord {
        let observation = observation(row)
        return ObservationRecord(
            line: observation.line, high: observation.valueHigh, place: observation.place,
            printed: observation.printed, note: observation.note)
    }
    package func status(ofRow row: Int) -> ObservationStatus { of(row) { $0.status($1) } }
    package func period(ofRow row: Int) -> Period { of(row) { $0.period($1) } }
    package func basis(ofRow row: Int) -> PeriodBasis { of(row) { $0.basis($1) } }
    package func value(ofRow row: Int) -> (number: DecimalNumber, multiplier: Int)? { of(row) { $0.value($1) } }
    package func isWithheld(_ row: Int) -> Bool { of(row) { $0.isWithheld($1) } }

    package func rows(indicator: String, area: String) -> [Int32] {
        let first = Int32(newest.count)
        return Array(newest.rows(indicator: indicator, area: area))
            + added.rows(indicator: indicator, area: area).map { $0 + first }
    }
    package func rows(ofSeriesOf observation: Observation) -> [Int32] {
        rows(indicator: observation.indicator, area: observation.area)
    }
    package func areas(reporting indicator: String) -> [String] { newest.areas(reporting: indicator) }

    package func asOf(_ now: Instant?) -> any StoredObservations {
        LayeredObservations(newest.asOf(now), added.asOf(now))
    }
    package var now: Instant { newest.now }
    package var doubtsClock: Bool { newest.doubtsClock }
    package var hasEmbargo: Bool { newest.hasEmbargo || added.hasEmbargo }
    package var nextRelease: Instant? { [newest.nextRelease, added.nextRelease].compactMap { $0 }.min() }
    package var newestReported: CalendarDay? { [newest.newestReported, added.newestReported].compactMap { $0 }.max() }
    package var missingRows: [Int] { newest.missingRows + added.missingRows.map { $0 + newest.count } }

    /// Whether a row of this key is at hand. There are few in the first layer for each series.
    package func holds(_ key: ObservationKey) -> Bool {
        newest.rows(indicator: key.indicator, area: key.area).contains { row in
            newest[revealed: Int(row)].key == key
        }
    }
}
