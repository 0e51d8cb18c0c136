import Indicators

/// The periods of rows and of their figures.
extension RowReader {
    typealias KnownPeriod = (period: Period, status: ObservationStatus?)

    /// The period of each text in the columns of periods, those of one column read together.
    static func periods(_ roles: TableRoles, _ profile: TableProfile)
        -> ([Int: [String: KnownPeriod]], [PeriodColumn.Finding])
    {
        guard roles.parts.count == 1 else { return ([:], []) }
        var all: [Int: [String: KnownPeriod]] = [:], findings: [PeriodColumn.Finding] = []
        for time in roles.parts + roles.halves where !profile.columns[time].isCapped {
            let texts = profile.columns[time].texts
            let resolved = PeriodColumn.resolve(
                texts.map(TableHead.trimmed), name: roles.columns[time].name, years: PeriodReading.years)
            var periods: [String: KnownPeriod] = [:]
            for (index, text) in texts.enumerated() {
                guard let period = resolved.periods[index] else { continue }
                periods[TableHead.trimmed(text)] = (period, resolved.statuses[index])
            }
            all[time] = periods
            findings += resolved.findings
        }
        return (all, findings)
    }

    /// The period of a row; false after a problem.
    mutating func takePeriod(_ row: inout Row) -> Bool {
        guard let time = roles.parts.first else {
            if roles.namedPeriods != nil, row.period != nil { return true }
            row.period = row.part.map { part in context.period?.year.flatMap { part.period(of: $0) } } ?? context.period
            if row.period == nil { problems.add(unreadable(row, roles.partColumn ?? 0)) }
            return row.period != nil
        }
        if roles.hasRunningYears { return takeRunning(&row, time) }
        if roles.parts.count > 1 {
            let texts = roles.parts.map { part in
                PeriodParts.written(row.record.cells[part], NameHint(roles.columns[part].name).partSort)
            }
            row.period = PeriodParts.joined(fillYear(row, texts)).flatMap { Period(sdmx: $0) }
        } else {
            row.period = known(&row, time)
            fillPeriod(&row, time)
        }
        for half in roles.halves where !row.record.cells[half].isEmpty {
            row.halves[half] = known(&row, half)
            if row.halves[half] == nil { problems.add(unreadable(row, half)) }
        }
        // The left half of a table may be longer than the right one.
        if row.period != nil || !row.halves.isEmpty && row.record.cells[time].isEmpty { return true }
        if let total = roles.parts.dropFirst().first(where: { PartSpread.isSum(row.record.cells[$0]) }) {
            problems.add(problem(.totalOfUnknownSpan, row.record, total, "", row.record.cells[total]))
            return false
        }
        problems.add(unreadable(row, time))
        return false
    }

    private func known(_ row: inout Row, _ time: Int) -> Period? {
        let cell = row.record.cells[time]
        guard let periods = periods[time] else { return PeriodReading.read(cell, years: PeriodReading.years)?.period }
        if let status = periods[cell]?.status { row.status = status }
        return periods[cell]?.period
    }

    private func unreadable(_ row: Row, _ column: Int) -> DataProblem {
        let cell = row.record.cells.indices.contains(column) ? row.record.cells[column] : ""
        let rule = cell.isEmpty ? Rule.periodMissing : .unreadablePeriod(Hints.forPeriod(cell))
        return problem(rule, row.record, column, roles.columns[column].name, cell)
    }

    /// The part of a year or of a month that a cell of a row states; any other text names the row.
    func takePart(_ row: inout Row) {
        guard let column = roles.partColumn, row.record.cells.indices.contains(column) else { return }
        let cell = row.record.cells[column]
        if let part = partsOfRows[cell] {
            row.part = part
        } else if !cell.isEmpty {
            row.words.append(cell)
        }
    }

    /// What the texts of the column of parts state.
    static func partsOfRows(_ roles: TableRoles, _ profile: TableProfile, _ above: Period?) -> [String: YearPart] {
        guard let column = roles.partColumn else { return [:] }
        let texts = profile.columns[column].texts.map(TableHead.trimmed), name = NameHint(roles.columns[column].name)
        var parts: [String: YearPart] = [:]
        if let above, above.kind == .month {
            for text in texts { parts[text] = PeriodParts.day(text).map { .day(above.startMonth, $0) } }
            if Set(texts).allSatisfy({ parts[$0] != nil || PartSpread.isSum($0) }) { return parts }
            parts = [:]
        }
        if let spread = PartSpread(texts, below: name.family) {
            for (text, kind) in zip(texts, spread.kinds) { if case .part(let part) = kind { parts[text] = part } }
        } else if [.month, .quarter].contains(name.family) {
            for text in texts {
                parts[text] =
                    name.family == .quarter
                    ? PeriodParts.quarter(text, isNamed: true).map { .quarter($0) }
                    : PeriodParts.month(text).map { .month($0) }
            }
        }
        return parts
    }

    /// Texts of the column of parts that are totals or means of a period that is not stated: the total of 1月 and 3月.
    static func totalsOfRows(_ roles: TableRoles, _ profile: TableProfile) -> Set<String> {
        guard let column = roles.partColumn else { return [] }
        let texts = profile.columns[column].texts.map(TableHead.trimmed)
        let spread = PartSpread(texts, below: NameHint(roles.columns[column].name).family)
        return Set(zip(texts, spread?.kinds ?? []).filter { $0.1 == .unknownSpan }.map(\.0))
    }

    /// The period of a figure.
    func period(_ row: Row, _ column: Int, _ measure: Measure) -> Period? {
        if isWide {
            guard let stated = frame.periods[column]?.period else { return nil }
            // 2022年累计 above months: they have run up since January.
            let isSum = frame.headings[column].contains("累计") || frame.groups[column].contains("累计")
            return row.part.map { (isSum ? $0.sinceJanuary : $0).period(of: stated.startYear) } ?? stated
        }
        let own = measure.time.flatMap { row.halves[$0] }
        guard let period = measure.time == roles.parts.first ? row.period : own else { return nil }
        if measure.isElsewhere { return nil }
        if let own = measure.own { return own }
        if let part = measure.part {
            return period.year.flatMap { part.period(of: measure.isFormer ? $0 - 1 : $0) }
        }
        if roles.parts.isEmpty, row.part == nil {
            let beside = measure.beside.flatMap { part in period.year.flatMap { part.period(of: $0) } }
            return TitlePeriod.period(measure.name, beside ?? period)
        }
        let stated = measure.frequency?.period(of: period) ?? period
        if measure.isRelative { return TitlePeriod.period(measure.name, ofRow: stated) }
        return context.isCumulative && stated.kind != .day ? PeriodSpan.sum(stated) : stated
    }
}
