import Indicators
import Threads

/// A tidy table: SDMX-CSV of any version, tidy tables of the Sustainable Development Goals, and whatever else has one
/// observation a row.
enum TidyTable {
    /// Reads the whole table; nil where it is not valid UTF-8, which the caller then examines.
    static func reading(
        _ text: DecodedText, _ header: TidyHeader, _ head: TableHead, _ file: ForeignFile, now: Instant,
        progress: LoadProgress?
    ) throws(DecodedText.Fault) -> ForeignReading {
        let record = head.records[header.record]
        // The header was read without checks, so its bytes are checked here. Those of the rows are checked while they
        // are read.
        if let fault = text.file.withBytes({
            TextCheck.firstFault(in: UnsafeRawBufferPointer(rebasing: $0[..<record.end]))
        }) {
            throw DecodedText.Fault(
                rule: fault.rule, line: fault.place.line, column: fault.place.column, found: fault.found)
        }
        var plan = header.plan
        plan.cells = file.cells
        progress?.begin(text.file.count)
        var reading = TidyReading.read(
            text.file, from: record.end, to: text.file.count, plan, now: now, progress: progress)
        if let fault = reading.textFault { throw self.fault(fault, text, record) }
        var observations = scanned(text, plan, reading, record)
        var repeated = observations.repetitions(limit: ProblemList.limit)
        let isMixed = reading.segments.contains(where: \.hasMixedUnits)
        // Rows that the columns to the left do not distinguish may be distinguished by unknown columns or units to the
        // right.
        if !repeated.isEmpty || isMixed, let richer = richer(plan, header, withUnit: isMixed),
            progress?.isGivenUp != true
        {
            let again = TidyReading.read(
                text.file, from: record.end, to: text.file.count, richer, now: now, progress: progress)
            let other = scanned(text, richer, again, record)
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
        complainOfHeader(&problems, head, header, text, file)
        collect(&problems, reading, observations, repeated, text, file, record)
        var summary = CatalogueReading.FileSummary(
            path: file.path, rows: reading.segments.reduce(0) { $0 + $1.dataRows })
        summary.describe(text.encoding, plan.separator)
        summary.kind = .tidy
        summary.series = observations.seriesCount
        summary.missing = reading.segments.reduce(0) { $0 + $1.missing }
        summary.numeric = reading.segments.reduce(0) { $0 + $1.numbers }
        summary.take(observations.periods)
        let catalogue = observations.count > 0 ? TidyCatalogue.catalogue(observations, plan, file) : nil
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
        _ text: DecodedText, _ plan: ColumnPlan, _ reading: TidyReading, _ header: TableHead.Record
    ) -> ScannedObservations {
        let lines = text.file.withBytes { bytes in
            bytes.bindMemory(to: UInt8.self).baseAddress.map { LineCount.breaks($0, 0..<header.end, end: bytes.count) }
                ?? 0
        }
        return ScannedObservations(file: text.file, plan: plan, segments: reading.segments, firstLine: lines) {
            PeriodColumn.resolve($0)
        }
    }

    /// The plan with unknown columns, and units where they are mixed, as additional dimensions.
    private static func richer(_ plan: ColumnPlan, _ header: TidyHeader, withUnit: Bool) -> ColumnPlan? {
        var more = header.unknownColumns
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

    private static func isBehindQuote(_ offset: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        offset > 0 && bytes[offset - 1] == UInt8(ascii: "\"")
    }

    /// Reports repeated names, and a column that has values but no name.
    private static func complainOfHeader(
        _ problems: inout ProblemList, _ head: TableHead, _ header: TidyHeader, _ text: DecodedText, _ file: ForeignFile
    ) {
        let record = head.records[header.record]
        let places = text.file.withBytes { record.columns($0, head.separator) }
        var seen: Set<String> = []
        for (column, name) in record.cells.enumerated() where column < places.count {
            func add(_ rule: Rule) {
                problems.add(DataProblem(rule, file: file.path, line: record.line, column: places[column], found: name))
            }
            if name.isEmpty {
                if head.records.dropFirst(header.record + 1).contains(where: {
                    $0.cells.count == record.cells.count && !$0.cells[column].isEmpty
                }) {
                    add(.emptyHeader)
                }
            } else if !seen.insert(name).inserted {
                add(.repeatedColumn)
            }
        }
    }

    private static func collect(
        _ problems: inout ProblemList, _ reading: TidyReading, _ observations: ScannedObservations,
        _ repeated: [(row: Int, first: Int)], _ text: DecodedText,
        _ file: ForeignFile, _ header: TableHead.Record
    ) {
        var found: [DataProblem] = []
        text.file.withBytes { bytes in
            guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
            for (place, segment) in reading.segments.enumerated() {
                for problem in segment.problems {
                    // The line of the row and the line breaks inside its quotes; the column counts characters from the
                    // last break.
                    var lineStart = problem.rowStart, line = observations.baseLines[place] + problem.line + 1
                    for offset in problem.rowStart..<max(problem.rowStart, min(problem.offset, bytes.count))
                    where LineCount.isBreak(start, offset, end: bytes.count) {
                        lineStart = offset + 1
                        line += 1
                    }
                    let column = 1 + (lineStart..<max(lineStart, problem.offset)).count { start[$0] & 0xC0 != 0x80 }
                    // A quoted cell begins with its quote.
                    let isQuoted = !problem.field.isEmpty && isBehindQuote(problem.offset, bytes)
                    found.append(
                        DataProblem(
                            problem.rule, file: file.path, line: line, column: column - (isQuoted ? 1 : 0),
                            field: problem.field, found: problem.found))
                }
            }
            for unreadable in observations.unreadablePeriods {
                let place = PackageReader.position(unreadable.offset, bytes)
                let isQuoted = isBehindQuote(unreadable.offset, bytes)
                found.append(
                    DataProblem(
                        .unreadablePeriod(Hints.forPeriod(unreadable.text)), file: file.path, line: place.line,
                        column: place.column - (isQuoted ? 1 : 0),
                        field: observations.plan.columnNames[observations.plan.time], found: unreadable.text))
            }
        }
        for (row, first) in repeated {
            let rule = Rule.repeatedObservation(observations.line(ofRow: first))
            found.append(
                DataProblem(
                    rule, file: file.path, line: observations.line(ofRow: row), column: 1,
                    found: observations.text(ofRow: row)))
        }
        found.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        // Several workers can report the same unknown status; it is listed once.
        var statuses: Set<String> = []
        for problem in found where problem.code != Rule.unknownStatus.code || statuses.insert(problem.found).inserted {
            problems.add(problem)
        }
        let deleted = reading.segments.reduce(0) { $0 + $1.deletedRows }
        if deleted > 0 {
            problems.add(DataProblem(.deletedRows(deleted), file: file.path, line: header.line, field: "ACTION"))
        }
        let embargoed = reading.segments.reduce(0) { $0 + $1.embargoedRows }
        if embargoed > 0 {
            problems.add(
                DataProblem(.embargoedRows(embargoed), file: file.path, line: header.line, field: "EMBARGO_UNTIL"))
        }
        if let slashed = observations.slashedDays {
            problems.add(
                DataProblem(
                    .slashedDays(slashed), file: file.path, line: header.line,
                    field: observations.plan.columnNames[observations.plan.time]))
        }
        text.file.withBytes { bytes in
            let inHeader = TextCheck.firstUnsafe(in: UnsafeRawBufferPointer(rebasing: bytes[..<header.end]))
            if let offset = inHeader ?? reading.unsafeOffset {
                problems.add(TextCheck.unsafeCharacter(at: offset, in: bytes, file: file.path))
            }
        }
        if reading.segments.contains(where: \.hasMixedUnits),
            !observations.plan.keys.contains(where: { $0.column == observations.plan.unit })
        {
            problems.add(
                DataProblem(
                    .unitsMixed, file: file.path, line: header.line,
                    field: observations.plan.unit.map { observations.plan.columnNames[$0] } ?? ""))
        }
        if reading.segments.contains(where: { $0.furtherProblems > 0 }) {
            problems.add(DataProblem(.tooManyProblems, file: file.path))
        }
    }
}

/// The different texts of a column of periods, read together, because the meaning of one can depend on the others.
enum PeriodColumn {
    struct Resolved: Sendable {
        /// For each text its period; nil where it is not a period.
        var periods: [Period?]
        /// Whether all were days with slashes on the first of a month, which spreadsheets make of months.
        var isSlashed = false
    }

    static func resolve(_ texts: [String]) -> Resolved {
        let readings = texts.map { PeriodReading.read($0) }
        let isSlashed =
            !readings.isEmpty && readings.allSatisfy { $0.map { $0.isSlashedDay && $0.period.startDay == 1 } ?? false }
        let periods = readings.map { reading -> Period? in
            guard let period = reading?.period else { return nil }
            return isSlashed ? Period(sdmx: String(period.text.prefix(7))) : period
        }
        return Resolved(periods: periods, isSlashed: isSlashed)
    }
}
