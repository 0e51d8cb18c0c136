import Indicators
import TestSupport
import Testing

@testable import Tables

/// The fast reader gives what the careful reader gives, however the work is divided.
@Suite struct OracleTests {
    private static let workers = [1, 2, 3, 7]

    @Test(arguments: 0..<8) func aThousandRandomTables(_ part: UInt64) {
        for seed in (part * 125)..<((part + 1) * 125) {
            let table = RandomTable(seed: seed)
            let difference = Self.difference(Array(table.text.utf8), table.plan)
            #expect(difference == nil, "seed \(seed): \(difference ?? "")")
        }
    }

    /// The tables hold what is to be compared.
    @Test func theRandomTablesHoldEverything() {
        var rows = 0, codes: Set<String> = [], qualifiers: Set<Qualifier> = [], deleted = 0, embedded = 0
        for seed in 0..<UInt64(100) {
            let table = RandomTable(seed: seed)
            let careful = Array(table.text.utf8).withUnsafeBytes { CarefulTidyReader($0, table.plan) }
            rows += careful.rows.count
            deleted += careful.deleted
            embedded += careful.rows.count { $0.key.contains { $0.contains { $0.isNewline } } }
            codes.formUnion(careful.problems.map(\.code))
            qualifiers.formUnion(careful.rows.map(\.qualifier))
        }
        #expect(rows > 500 && deleted > 20 && embedded > 20)
        #expect(
            codes == [
                "field-count", "quote-in-field", "text-after-quote", "unterminated-quote", "unit-mult",
                "value-not-a-number", "period-required", "unknown-status",
            ])
        #expect(qualifiers == [.exact, .approxBelow, .range])
    }

    /// What the two readers disagree about; nil where they agree.
    static func difference(_ bytes: [UInt8], _ plan: ColumnPlan) -> String? {
        let file = FileBytes(copying: bytes)
        let careful = file.withBytes { CarefulTidyReader($0, plan) }
        let start = file.withBytes { raw in
            var reader = CSVReader(raw, separator: plan.separator)
            _ = try? reader.next()
            return reader.offset
        }
        for count in workers {
            let reading = TidyReading.read(file, from: start, to: bytes.count, plan, now: .distantPast, workers: count)
            if let difference = compare(reading, careful, file, plan) { return "\(count) workers: \(difference)" }
        }
        return nil
    }

    private static func compare(
        _ reading: TidyReading, _ careful: CarefulTidyReader, _ file: FileBytes, _ plan: ColumnPlan
    ) -> String? {
        func sum(_ count: (ScannedSegment) -> Int) -> Int { reading.segments.reduce(0) { $0 + count($1) } }
        let counts = [sum(\.dataRows), sum(\.missing), sum(\.numbers), sum(\.deletedRows)]
        let wanted = [careful.dataRows, careful.missing, careful.numbers, careful.deleted]
        if counts != wanted { return "rows, missing, numbers, deleted \(counts), should be \(wanted)" }
        var scanned = ScannedObservations(file: file, plan: plan, segments: reading.segments, firstLine: 1) {
            PeriodColumn.resolve($0)
        }
        if scanned.count != careful.rows.count { return "\(scanned.count) rows, should be \(careful.rows.count)" }
        scanned.indicatorCodes = (0..<scanned.indicatorKeys.count).map {
            scanned.key(ofIndicator: $0).joined(separator: "\u{1}")
        }
        let table = ObservationTable(scanned)
        for (row, one) in careful.rows.enumerated() {
            let observation = table[row]
            let area = zip(plan.keys, one.key).first { $0.0.role == .area }?.1 ?? ""
            let key = zip(plan.keys, one.key).filter { $0.0.role != .area }.map(\.1).joined(separator: "\u{1}")
            let is_ = CarefulTidyReader.Row(
                line: observation.line, key: [observation.area, observation.indicator], period: observation.period.text,
                value: observation.value, high: observation.valueHigh,
                status: observation.status, qualifier: observation.qualifier, multiplier: observation.unitMultiplier,
                note: observation.note.zh, printed: observation.printed)
            var wanted = one
            wanted.key = [area, key]
            wanted.period = PeriodReading.read(one.period)?.period.text ?? ""
            if is_ != wanted { return "row \(row) is \(is_), should be \(wanted)" }
            // A question finds it.
            if !scanned.rows(indicator: observation.indicator, area: area).contains(Int32(row)) {
                return "row \(row) is not found by its key"
            }
            let alike = scanned.rows(indicator: observation.indicator, area: observation.area)
            if scanned.rows(ofSeriesOf: observation) != alike { return "row \(row) finds another series than its key" }
        }
        return problems(reading, scanned, careful, file)
    }

    private static func problems(
        _ reading: TidyReading, _ scanned: ScannedObservations, _ careful: CarefulTidyReader, _ file: FileBytes
    ) -> String? {
        var found: [CarefulTidyReader.Place] = []
        file.withBytes { bytes in
            for (place, segment) in reading.segments.enumerated() {
                for problem in segment.problems {
                    let isQuoted =
                        !problem.field.isEmpty && problem.offset > 0 && bytes[problem.offset - 1] == UInt8(ascii: "\"")
                    let position = TextCheck.position(of: problem.offset, in: bytes)
                    let line = scanned.baseLines[place] + problem.line + 1
                    if TextCheck.position(of: problem.rowStart, in: bytes).line != line {
                        found.append(CarefulTidyReader.Place(code: "line \(line)", line: 0, column: 0, found: ""))
                    }
                    found.append(
                        CarefulTidyReader.Place(
                            code: problem.rule.code, line: position.line, column: position.column - (isQuoted ? 1 : 0),
                            found: DataProblem.escaped(problem.found)))
                }
            }
        }
        // Each worker meets an unknown status for the first time.
        var statuses: Set<String> = []
        found.removeAll { $0.code == "unknown-status" && !statuses.insert($0.found).inserted }
        return found == careful.problems ? nil : "problems \(found), should be \(careful.problems)"
    }
}
