import Indicators

/// The cells of a row.
extension RowReader {
    /// The name and the unit of the indicator of a cell.
    private func subject(_ row: Row, _ column: Int) -> (name: String, unit: String) {
        let written = Heading.parted(row.words.joined(separator: " · "))
        let group = frame.groups.indices.contains(column) ? Heading.parted(frame.groups[column]) : ("", "")
        let typed = frame.units.indices.contains(column) ? frame.units[column] : ""
        if frame.isWide {
            let name = [written.name.isEmpty ? context.subject : written.name, group.0].filter { !$0.isEmpty }
            let unit = [group.1, row.unit, written.unit, typed, context.unit].first { !$0.isEmpty } ?? ""
            return (name.isEmpty ? draft.title : name.joined(separator: " · "), unit)
        }
        let measure = Heading.parted(roles.columns[column].name)
        let isSpan = roles.parts.isEmpty && TitlePeriod.isSpan(measure.name) && !row.words.isEmpty
        let isNamed = isSpan || NameHint(roles.columns[column].name).family == .value && roles.values.count == 1
        let name = (row.words + (isNamed ? [] : [measure.name])).joined(separator: " · ")
        let unit = [measure.unit, row.unit, typed, written.unit, context.unit].first { !$0.isEmpty } ?? ""
        return (name.isEmpty ? draft.title : name, unit)
    }

    private func period(_ row: Row, _ column: Int) -> Period? {
        guard roles.parts.isEmpty, let period = row.period else {
            let frequency = frame.frequencies.indices.contains(column) ? frame.frequencies[column] : nil
            return frequency.flatMap { spacing in row.period.flatMap(spacing.period) } ?? row.period
        }
        return TitlePeriod.period(Heading.parted(roles.columns[column].name).name, period)
    }

    mutating func takeCell(_ row: Row, _ column: Int) {
        let cell = column < row.record.cells.count ? row.record.cells[column] : ""
        let (name, unit) = subject(row, column)
        guard let period = frame.isWide ? frame.periods[column]?.period : self.period(row, column) else { return }
        let field = frame.isWide ? name : roles.columns[column].name
        var figure = Figure(status: row.status, multiplier: row.multiplier)
        if let status = frame.isWide ? frame.periods[column]?.status : nil { figure.status = status }
        if let year = row.lastCertainYear, period.startYear > year, figure.status == .normal {
            figure.status = .estimated
        }
        switch CellNumber.read(cell, roles.numbers) {
        case .absent(let reason):
            tally.missing += 1
            if !figure.status.isAbsence { figure.status = reason }
        case .unreadable(let hint):
            return problems.add(problem(.unreadableNumber(hint), row.record, column, field, cell))
        case .number(let number):
            guard number.multiplier == 0 || figure.multiplier == 0, figure.multiplier + number.multiplier <= 12 else {
                return problems.add(problem(.unreadableNumber(Hints.forNumber(cell)), row.record, column, field, cell))
            }
            tally.numbers += 1
            figure.take(number)
            note(number, cell, row, column, field)
        }
        if roles.numbers.isDoubtful(cell) { figure.status = .lowReliability }
        guard let indicator = indicator(name, unit, figure.unit) else {
            return problems.add(problem(.unitDiffers(unitKnown(name, unit)), row.record, column, field, cell))
        }
        store(figure, indicator, period, row, column, field, cell)
    }

    private mutating func note(_ number: CellNumber, _ cell: String, _ row: Row, _ column: Int, _ field: String) {
        if number.hasExponent {
            tally.exponents += 1
            if tally.firstExponent == nil {
                tally.firstExponent = problem(.exponents(1), row.record, column, field, cell)
            }
        }
        if roles.numbers.isDoubtful(cell) {
            tally.doubtful += 1
            if tally.firstDoubtful == nil {
                tally.firstDoubtful = problem(.doubtfulNumbers(1), row.record, column, field, cell)
            }
        }
    }

    private func unitKnown(_ name: String, _ unit: String) -> String {
        indicatorPlaces[name + "\u{0}" + unit].map { draft.indicators[$0].unit } ?? unit
    }

    /// The code of an indicator; nil where a unit in the cell differs from its unit.
    private mutating func indicator(_ name: String, _ unit: String, _ cellUnit: String) -> String? {
        let key = name + "\u{0}" + unit
        let number: Int
        if let known = indicatorPlaces[key] {
            number = known
        } else {
            number = draft.indicators.count
            indicatorPlaces[key] = number
            let isTaken = draft.indicators.contains { $0.code == name }
            draft.indicators.append(
                ForeignDraft.Subject(
                    code: isTaken ? "\(name) (\(unit))" : name, name: name, unit: UnitText.readable(unit)))
        }
        if !cellUnit.isEmpty {
            if draft.indicators[number].unit.isEmpty { draft.indicators[number].unit = cellUnit }
            let known = draft.indicators[number].unit
            if known != cellUnit, !known.hasSuffix(cellUnit) { return nil }
        }
        return draft.indicators[number].code
    }

    private mutating func store(
        _ figure: Figure, _ code: String, _ period: Period, _ row: Row, _ column: Int, _ field: String, _ cell: String
    ) {
        if !row.area.isEmpty, areaCodes.insert(row.area).inserted {
            draft.areas.append(ForeignDraft.Named(code: row.area, name: row.areaName))
        }
        let series = "\(code)\u{0}\(row.area)", identity = series + "\u{0}\(period.text)"
        if let first = lines[identity] {
            return problems.add(problem(.repeatedObservation(first), row.record, column, field, cell))
        }
        lines[identity] = row.record.line
        tally.series.insert(series)
        tally.periods.insert(period)
        observations.append(
            Observation(
                index: 0, line: row.record.line, area: row.area.isEmpty ? ForeignDraft.wholeCode : row.area,
                indicator: code, period: period, basis: .printed, value: figure.value, valueHigh: figure.high,
                unitMultiplier: figure.multiplier, qualifier: figure.qualifier, status: figure.status,
                revision: .none, isWithheld: false, source: ForeignDraft.sourceCode,
                place: file.place(line: row.record.line, field: column), printed: cell,
                note: LocalizedText(zh: "", en: "")))
    }
}

/// What one cell states.
struct Figure {
    var value: DecimalNumber?
    var high: DecimalNumber?
    var status: ObservationStatus
    var multiplier: Int
    var qualifier = Qualifier.exact
    var unit = ""

    init(status: ObservationStatus, multiplier: Int) {
        (self.status, self.multiplier) = (status, multiplier)
    }

    mutating func take(_ number: CellNumber) {
        (value, high, qualifier, unit) = (number.value, number.high, number.qualifier, number.unit)
        multiplier += number.multiplier
        if let flag = number.status, flag != .normal { status = flag }
        if status.isAbsence { status = .normal }
    }
}
