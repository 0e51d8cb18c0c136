import Indicators
import Threads

/// A tidy table: SDMX-CSV of any version, tidy tables of the Sustainable Development Goals, and whatever else has one
/// observation a row.
enum TidyTable {
    /// Reads the whole table; nil where it is not valid UTF-8, which the caller then examines.
    static func reading(
        _ text: DecodedText, _ table: TableDecision, _ head: TableHead, _ file: ForeignFile, now: Instant,
        progress: LoadProgress?
    ) throws(DecodedText.Fault) -> ForeignReading {
        let record = head.records[table.frame.header]
        // The header was read without checks, so its bytes are checked here. Those of the rows are checked while they
        // are read.
        if let fault = text.file.withBytes({
            TextCheck.firstFault(in: UnsafeRawBufferPointer(rebasing: $0[..<record.end]))
        }) {
            throw DecodedText.Fault(
                rule: fault.rule, line: fault.place.line, column: fault.place.column, found: fault.found)
        }
        var (plan, spare) = table.plan(separator: head.separator)
        plan.cells = file.cells
        progress?.begin(text.file.count)
        var reading = TidyReading.read(
            text.file, from: table.data.lowerBound, to: table.data.upperBound, plan, now: now, progress: progress)
        if let fault = reading.textFault { throw self.fault(fault, text, record) }
        var observations = scanned(text, plan, reading, table.data.lowerBound)
        var repeated = observations.repetitions(limit: ProblemList.limit)
        let isMixed = reading.segments.contains(where: \.hasMixedUnits)
        // Rows that the columns to the left do not distinguish may be distinguished by unknown columns or units to the
        // right.
        if !repeated.isEmpty || isMixed, let richer = richer(plan, spare, withUnit: isMixed),
            progress?.isGivenUp != true
        {
            let again = TidyReading.read(
                text.file, from: table.data.lowerBound, to: table.data.upperBound, richer, now: now, progress: progress)
            let other = scanned(text, richer, again, table.data.lowerBound)
            let stillRepeated = other.repetitions(limit: ProblemList.limit)
            if stillRepeated.count < repeated.count || (isMixed && stillRepeated.count <= repeated.count) {
                (plan, reading, observations, repeated) = (richer, again, other, stillRepeated)
            }
        }
        guard !reading.isGivenUp else {
            return ForeignReading(
                catalogue: nil, summary: CatalogueReading.FileSummary(path: file.path, rows: 0), isGivenUp: true)
        }
        var problems = ProblemList()
        complainOfHeader(&problems, head, table, text, file)
        collect(&problems, reading, observations, repeated, text, file, record)
        var summary = CatalogueReading.FileSummary(
            path: file.path, rows: reading.segments.reduce(0) { $0 + $1.dataRows })
        summary.describe(text.encoding, plan.separator)
        summary.kind = .tidy
        summary.series = observations.seriesCount
        summary.missing = reading.segments.reduce(0) { $0 + $1.missing }
        summary.numeric = reading.segments.reduce(0) { $0 + $1.numbers }
        summary.take(observations.periods)
        summary.columns = table.roles.columns
        let catalogue = observations.count > 0 ? TidyCatalogue.catalogue(observations, plan, table.context, file) : nil
        return ForeignReading(catalogue: catalogue, problems: problems, summary: summary)
    }

    private static func fault(_ fault: TidyScanner.TextFault, _ text: DecodedText, _ header: TableHead.Record)
        -> DecodedText.Fault
    {
        text.file.withBytes { bytes in
            let place = PackageReader.position(fault.offset, bytes)
            return DecodedText.Fault(
                rule: fault.rule, line: place.line, column: place.column,
                found: TextCheck.hexadecimal(bytes[fault.offset]))
        }
    }

    private static func scanned(
        _ text: DecodedText, _ plan: ColumnPlan, _ reading: TidyReading, _ start: Int
    ) -> ScannedObservations {
        let lines = text.file.withBytes { bytes in
            bytes.bindMemory(to: UInt8.self).baseAddress.map { LineCount.breaks($0, 0..<start, end: bytes.count) }
                ?? 0
        }
        return ScannedObservations(file: text.file, plan: plan, segments: reading.segments, firstLine: lines) {
            PeriodColumn.resolve($0, isStandard: plan.isStandard, name: plan.timeName)
        }
    }

    /// The plan with unknown columns, and units where they are mixed, as additional dimensions.
    private static func richer(_ plan: ColumnPlan, _ spare: [Int], withUnit: Bool) -> ColumnPlan? {
        var more = spare
        if withUnit, let unit = plan.unit { more.append(unit) }
        more.removeAll { column in plan.keys.contains { $0.column == column } }
        guard !more.isEmpty else { return nil }
        var plan = plan
        plan.keys =
            (plan.keys
            + more.map {
                ColumnPlan.Key(column: $0, role: .dimension, name: plan.columnNames[$0], label: plan.columnNames[$0])
            })
            .sorted { $0.column < $1.column }
        plan.notes.removeAll { more.contains($0) }
        return plan
    }

    /// Reports repeated names, and a column that has values but no name.
    private static func complainOfHeader(
        _ problems: inout ProblemList, _ head: TableHead, _ table: TableDecision, _ text: DecodedText,
        _ file: ForeignFile
    ) {
        let record = head.records[table.frame.header]
        let columns = text.file.withBytes { record.columns($0, head.separator) }
        var seen: Set<String> = []
        for (column, name) in record.cells.enumerated() where column < columns.count {
            func add(_ rule: Rule) {
                problems.add(
                    DataProblem(rule, file: file.path, line: record.line, column: columns[column], found: name))
            }
            if name.isEmpty {
                if ![.counter, .areaCode, .label].contains(table.roles.columns[column].role),
                    head.records.dropFirst(table.frame.dataStart).contains(where: {
                        $0.cells.count == record.cells.count && !$0.cells[column].isEmpty
                    })
                {
                    add(.emptyHeader)
                }
            } else if !seen.insert(name).inserted {
                add(.repeatedColumn)
            }
        }
    }
}
