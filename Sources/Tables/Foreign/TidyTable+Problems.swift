import Indicators

/// What is wrong with a tidy table.
extension TidyTable {
    static func isBehindQuote(_ offset: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        offset > 0 && bytes[offset - 1] == UInt8(ascii: "\"")
    }

    static func collect(
        _ problems: inout ProblemList, _ reading: TidyReading, _ observations: ScannedObservations,
        _ repeated: [(row: Int, first: Int)], _ text: DecodedText,
        _ file: ForeignFile, _ header: TableHead.Record
    ) {
        var found = rowProblems(reading, observations, text, file)
        for (row, first) in repeated {
            let rule = Rule.repeatedObservation(observations.line(ofRow: first))
            found.append(
                DataProblem(
                    rule, file: file.path, line: observations.line(ofRow: row), column: 1,
                    found: observations.text(ofRow: row)))
        }
        found.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        add(found, doubtful: reading.segments.reduce(0) { $0 + $1.doubtful }, file, to: &problems)
        addCounts(&problems, reading, observations, file, header)
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

    /// The problems of rows and of periods with their places.
    private static func rowProblems(
        _ reading: TidyReading, _ observations: ScannedObservations, _ text: DecodedText, _ file: ForeignFile
    ) -> [DataProblem] {
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
        return found
    }

    /// Several workers can report the same unknown status, and each its first doubtful number; they are listed once.
    private static func add(
        _ found: [DataProblem], doubtful: Int, _ file: ForeignFile, to problems: inout ProblemList
    ) {
        var statuses: Set<String> = []
        let rule = Rule.doubtfulNumbers(doubtful)
        for problem in found {
            if problem.code == Rule.unknownStatus.code, !statuses.insert(problem.found).inserted { continue }
            if problem.code == rule.code {
                guard statuses.insert(rule.code).inserted else { continue }
                problems.add(
                    DataProblem(
                        rule, file: file.path, line: problem.line, column: problem.column, field: problem.field,
                        found: problem.found))
            } else {
                problems.add(problem)
            }
        }
    }

    /// What is said of the whole table: rows left out, and periods that were read otherwise than written.
    private static func addCounts(
        _ problems: inout ProblemList, _ reading: TidyReading, _ observations: ScannedObservations, _ file: ForeignFile,
        _ header: TableHead.Record
    ) {
        let deleted = reading.segments.reduce(0) { $0 + $1.deletedRows }
        if deleted > 0 {
            problems.add(DataProblem(.deletedRows(deleted), file: file.path, line: header.line, field: "ACTION"))
        }
        let embargoed = reading.segments.reduce(0) { $0 + $1.embargoedRows }
        if embargoed > 0 {
            problems.add(
                DataProblem(.embargoedRows(embargoed), file: file.path, line: header.line, field: "EMBARGO_UNTIL"))
        }
        for finding in observations.findings {
            let field = observations.plan.columnNames[observations.plan.time]
            switch finding {
            case .slashedDays:
                problems.add(
                    DataProblem(
                        .slashedDays(observations.periods.count), file: file.path, line: header.line, field: field))
            case .october(let text):
                problems.add(DataProblem(.october, file: file.path, line: header.line, field: field, found: text))
            case .doubtful: break
            }
        }
    }
}
