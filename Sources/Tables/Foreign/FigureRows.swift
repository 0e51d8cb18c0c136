import Indicators

/// A table with several figures in a row, read as a whole.
enum FigureRows {
    static func reading(
        _ text: DecodedText, _ table: TableDecision, _ head: TableHead, _ file: ForeignFile
    ) -> ForeignReading {
        text.file.withBytes { bytes in
            let header = head.records[table.frame.header]
            func rows(_ judged: [TypedUnits?]?) -> RowReader {
                var rows = RowReader(
                    table.roles, table.frame, header, table.context, table.profile, file, bytes, table.data,
                    head.separator)
                rows.judged = judged
                rows.complainOfHeader(header, bytes)
                rows.read(table.data, from: text.start)
                return rows
            }
            var read = rows(nil)
            // What the cells say of their unit is known once all are read.
            if read.hasMixedUnits { read = rows(read.typed) }
            return read.reading(text.encoding, header)
        }
    }
}

extension RowReader {
    /// Reports headings that are no periods among periods, and periods that occur twice. The column of the second
    /// occurrence is not read.
    mutating func complainOfHeader(_ header: TableHead.Record, _ bytes: UnsafeRawBufferPointer) {
        let columns = header.columns(bytes, separator), file = file
        func problem(_ rule: Rule, _ column: Int, _ found: String) -> DataProblem {
            DataProblem(
                rule, file: file.path, line: header.line, column: column < columns.count ? columns[column] : 1,
                found: found)
        }
        if let first = roles.doubtfulParts.first {
            problems.add(
                problem(.doubtfulParts, first, header.cells.indices.contains(first) ? header.cells[first] : ""))
        }
        for column in roles.totals {
            let name = roles.columns[column].name, below = frame.totals.contains(column) ? frame.groups[column] : ""
            problems.add(problem(.totalOfUnknownSpan, column, name.isEmpty ? below : name))
        }
        if roles.areUnitsUnclear {
            let column = roles.first(.unit) ?? 0
            problems.add(problem(.unclearUnitColumns, column, roles.columns[column].name))
            roles.values = []
        }
        let told = roles.doubtfulParts + roles.totals
        for decision in roles.columns where decision.isDoubtful && !told.contains(decision.column - 1) {
            problems.add(problem(.doubtfulColumn, decision.column - 1, decision.name))
        }
        let time = roles.parts.first.map { roles.columns[$0].name } ?? ""
        for finding in frame.isWide ? frame.findings : findings {
            switch finding {
            case .slashedDays(let count):
                problems.add(DataProblem(.slashedDays(count), file: file.path, line: header.line, field: time))
            case .october(let text): problems.add(problem(.october, header.cells.firstIndex(of: text) ?? 0, text))
            case .doubtful(let text):
                if frame.isWide { problems.add(problem(.doubtfulPeriod, header.cells.firstIndex(of: text) ?? 0, text)) }
            }
        }
        complainOfUnplaced(problem)
        guard frame.isWide else { return }
        let first = roles.values.first ?? 0
        for (column, decision) in roles.columns.enumerated()
        where decision.role == .remark
            && (column >= first && decision.others.contains(.dimension) || roles.withoutPeriod.contains(column))
            && !header.cells[min(column, header.cells.count - 1)].isEmpty && column < header.cells.count
        {
            problems.add(problem(.headerCell(header.cells[column]), column, header.cells[column]))
        }
        var seen: Set<String> = []
        roles.values.removeAll { column in
            guard let period = frame.periods[column]?.period else { return false }
            let isSecond = !seen.insert(period.text + "\u{0}" + frame.groups[column]).inserted
            if isSecond { problems.add(problem(.repeatedColumn, column, header.cells[column])) }
            return isSecond
        }
    }

    /// Columns below a title with a period, whose heading is of no period that is known.
    private mutating func complainOfUnplaced(_ problem: (Rule, Int, String) -> DataProblem) {
        guard !frame.isWide, roles.parts.isEmpty, roles.partColumn == nil, let above = context.period else { return }
        for column in roles.values where !roles.columns[column].isDoubtful {
            let measure = measures[measureOfColumn[column]]
            guard
                measure.isElsewhere
                    || measure.part == nil && measure.own == nil && TitlePeriod.period(measure.name, above) == nil
            else { continue }
            unplaced.insert(column)
            problems.add(problem(.headerCell(roles.columns[column].name), column, roles.columns[column].name))
        }
    }

    func reading(_ encoding: TextEncoding, _ header: TableHead.Record) -> ForeignReading {
        var problems = problems
        for (count, first, rule) in [
            (tally.exponents, tally.firstExponent, Rule.exponents(tally.exponents)),
            (tally.doubtful, tally.firstDoubtful, Rule.doubtfulNumbers(tally.doubtful)),
        ] {
            guard count > 0, let first else { continue }
            problems.add(
                DataProblem(
                    rule, file: file.path, line: first.line, column: first.column,
                    field: frame.isWide ? "" : first.field,
                    found: first.found))
        }
        var summary = CatalogueReading.FileSummary(path: file.path, rows: tally.rows)
        summary.describe(encoding, separator)
        summary.kind = frame.isWide ? .wide : .records
        summary.series = tally.series.count
        summary.missing = tally.missing
        summary.numeric = tally.numbers
        let isInHeader = frame.isWide && roles.partColumn == nil
        let stated = isInHeader ? roles.values.compactMap { frame.periods[$0]?.period } : []
        summary.take(stated + periodNumbers.keys)
        summary.columns = roles.columns
        let isUseful = observations.count > 0 && !draft.indicators.isEmpty
        return ForeignReading(
            catalogue: isUseful ? dividedDraft.catalogue(ObservationTable(observations)) : nil, problems: problems,
            summary: summary)
    }
}
