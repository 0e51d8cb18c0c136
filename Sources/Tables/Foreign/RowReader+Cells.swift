import Indicators

/// The cells of a row.
extension RowReader {
    /// The name and the unit of the indicator of a cell.
    private func subject(_ row: Row, _ measure: Measure) -> (name: String, unit: String) {
        let written = Heading.parted(row.words.joined(separator: " · "))
        if isWide {
            let name = [written.name.isEmpty ? context.subject : written.name, measure.name].filter { !$0.isEmpty }
            let unit = measure.unit(or: [row.unit, written.unit, measure.typed, context.unit(of: written.name)])
            return (name.isEmpty ? draft.title : name.joined(separator: " · "), unit)
        }
        let isNamed =
            measure.isValue || measure.part != nil && measure.name.isEmpty || (measure.isSpan && !row.words.isEmpty)
        let words = [written.name].filter { !$0.isEmpty }
        let name = (words + (isNamed ? [] : [measure.name])).joined(separator: " · ")
        let unit = measure.unit(or: [row.unit, measure.typed, written.unit, context.unit(of: name)])
        return (name.isEmpty ? draft.title : name, unit)
    }

    mutating func takeCell(_ row: Row, _ column: Int) {
        let cell = column < row.record.cells.count ? row.record.cells[column] : ""
        let measure = measures[measureOfColumn[column]]
        let stated = isWide ? frame.periods[column] : nil
        guard let period = self.period(row, column, measure) else {
            // Said once for a column.
            if !isWide, unplaced.insert(column).inserted {
                let name = roles.columns[column].name
                problems.add(problem(.headerCell(name), header, column, "", name))
            }
            return
        }
        let number = indicatorNumber(row, measureOfColumn[column])
        let field = isWide ? indicatorNames[number] : roles.columns[column].name
        var figure = Figure(status: row.status, multiplier: row.multiplier)
        if let status = stated?.status { figure.status = status }
        let flag = takeFlag(row, column, &figure)
        if let year = row.lastCertainYear, period.startYear > year, figure.status == .normal {
            figure.status = .estimated
        }
        switch CellNumber.read(cell, roles.numbers) {
        case .absent(let reason):
            tally.missing += 1
            if !figure.status.isAbsence { figure.status = reason }
        case .unreadable:
            return problems.add(
                problem(.unreadableNumber(CellNumber.advice(on: cell)), row.record, column, field, cell))
        case .number(let read):
            let taken: CellNumber
            do throws(UnitFault) {
                taken = try inUnit(read, number, row, column)
            } catch {
                return problems.add(problem(error.rule(read, cell), row.record, column, field, cell))
            }
            guard taken.multiplier == 0 || figure.multiplier == 0, figure.multiplier + taken.multiplier <= 12,
                taken.multiplier >= 0
            else {
                return problems.add(problem(.unreadableNumber(Hints.forNumber(cell)), row.record, column, field, cell))
            }
            tally.numbers += 1
            figure.take(taken)
            note(read, cell, row, column, field)
        }
        if roles.numbers.isDoubtful(cell) { figure.status = .lowReliability }
        let notes = [flag] + notes(row.record)
        store(
            figure, number, period, row, column, field, cell, note: notes.filter { !$0.isEmpty }.joined(separator: "；"))
    }

    /// The texts beside the figures of a row.
    private func notes(_ record: TableHead.Record) -> [String] {
        roles.notes.filter { record.cells.indices.contains($0) && !record.cells[$0].isEmpty }.map {
            roles.remarks.contains($0) ? record.cells[$0] : "\(roles.columns[$0].name): \(record.cells[$0])"
        }
    }

    /// Takes the flag beside a period; returns one that is not known, which becomes a remark.
    private func takeFlag(_ row: Row, _ column: Int, _ figure: inout Figure) -> String {
        guard let index = roles.flags[column], row.record.cells.indices.contains(index) else { return "" }
        let flag = row.record.cells[index]
        guard let status = frame.flags.isEmpty ? StatusReading.status(flag) : PeriodFlags.status(flag) else {
            return "\(roles.columns[index].name): \(flag)"
        }
        if status != .normal { figure.status = status }
        return ""
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

    /// The number of the indicator of a row and a measure; a new one is added to the draft.
    private mutating func indicatorNumber(_ row: Row, _ measure: Int) -> Int {
        let key = Pair(row.naming, Int32(measure))
        if let known = indicatorNumbers[key] { return known }
        let (name, unit) = subject(row, measures[measure])
        let text = name + "\u{0}" + unit
        let number = indicatorPlaces[text] ?? draft.indicators.count
        indicatorNumbers[key] = number
        if number == draft.indicators.count {
            indicatorPlaces[text] = number
            let code = indicatorCodes.insert(name).inserted ? name : "\(name) (\(unit))"
            draft.indicators.append(
                ForeignDraft.Subject(
                    code: code, name: name, unit: UnitText.readable(unit), breakdown: row.breakdown,
                    isTotal: !dimensions.isEmpty && row.isTotal))
            indicatorNames.append(name)
            typed.append(unit.isEmpty ? TypedUnits() : nil)
        }
        return number
    }

    private mutating func store(
        _ figure: Figure, _ indicator: Int, _ period: Period, _ row: Row, _ column: Int, _ field: String,
        _ cell: String,
        note: String
    ) {
        let code = draft.indicators[indicator].code
        let number = periodNumbers[period] ?? Int32(periodNumbers.count)
        periodNumbers[period] = number
        let pair = Pair(row.areaNumber, Int32(indicator)), series = tally.series[pair] ?? Int32(tally.series.count)
        let key = UInt64(series) << 32 | UInt64(number)
        if let first = lines.updateValue(Int32(row.record.line), forKey: key) {
            lines[key] = first
            return problems.add(problem(.repeatedObservation(Int(first)), row.record, column, field, cell))
        }
        tally.series[pair] = series
        if !hasFigures[Int(row.areaNumber)] {
            hasFigures[Int(row.areaNumber)] = true
            if !row.area.isEmpty { draft.areas.append(ForeignDraft.Named(code: row.area, name: row.areaName)) }
        }
        observations.append(
            Observation(
                index: 0, line: row.record.line, area: row.area.isEmpty ? ForeignDraft.wholeCode : row.area,
                indicator: code, period: period, basis: .printed, value: figure.value, valueHigh: figure.high,
                unitMultiplier: figure.multiplier, qualifier: figure.qualifier, status: figure.status,
                revision: .none, isWithheld: false, source: ForeignDraft.sourceCode,
                place: self.place(row, column), printed: cell,
                note: LocalizedText(zh: note, en: note)))
    }
}

extension RowReader {
    /// What the headings of a column say of its figures; columns that say the same share one.
    struct Measure: Hashable {
        var name = ""
        var unit = ""
        /// The unit that a line of units states.
        var typed = ""
        /// Whether it is called a value and names no indicator.
        var isValue = false
        /// Whether it states a part of the period and no indicator.
        var isSpan = false
        /// The part of the year that it states, where the rows state the years.
        var part: YearPart?
        /// Whether that part is of the year before.
        var isFormer = false
        /// The part of the year of a title that another heading states: 上年同期 beside 1-9月.
        var beside: YearPart?
        /// The period that its heading states whatever the title says: 2020年普查人口.
        var own: Period?
        /// Whether its figures are of another period than its row, or may be.
        var isRelative = false
        /// Whether it states a period of its own that the rows do not have.
        var isElsewhere = false
        /// The column of its periods.
        var time: Int?
        var frequency: PeriodColumn.Spacing?

        /// The unit of its figures: its own, or the first that is stated elsewhere.
        func unit(or others: [String]) -> String {
            if !unit.isEmpty { return unit }
            return OwnUnit.of(name) ?? others.first { !$0.isEmpty } ?? ""
        }
    }

    /// Two numbers of dictionaries.
    struct Pair: Hashable {
        let first: Int32
        let second: Int32

        init(_ first: Int32, _ second: Int32) { (self.first, self.second) = (first, second) }
    }

    /// The measures of the columns of values, and for each column the number of its measure.
    static func measures(_ roles: TableRoles, _ frame: TableFrame) -> (measures: [Measure], ofColumn: [Int]) {
        var measures: [Measure] = [], numbers: [Measure: Int] = [:]
        let parts = roles.partsOfColumns(frame), stated = Set(parts.values.map(\.part))
        var ofColumn = [Int](repeating: 0, count: roles.columns.count)
        for column in roles.values {
            var measure = Measure()
            let group = frame.groups.indices.contains(column) ? frame.groups[column] : ""
            let heading = frame.isWide ? group : roles.columns[column].name
            (measure.name, measure.unit) = Heading.parted(heading)
            measure.typed = frame.units.indices.contains(column) ? frame.units[column] : ""
            if !frame.isWide {
                measure.isValue = roles.values.count == 1 && NameHint(heading).family == .value
                measure.isSpan = roles.parts.isEmpty && TitlePeriod.isSpan(measure.name)
                measure.time = roles.time(of: column)
                if roles.areaValues.contains(column) { (measure.isValue, measure.name) = (true, "") }
                if let part = parts[column] {
                    (measure.part, measure.isFormer, measure.name) = (part.part, part.isFormer, part.name)
                } else {
                    measure.takePeriod(roles, parts, stated)
                }
                measure.frequency = frame.frequencies.indices.contains(column) ? frame.frequencies[column] : nil
            }
            let number = numbers[measure] ?? measures.count
            numbers[measure] = number
            if number == measures.count { measures.append(measure) }
            ofColumn[column] = number
        }
        return (measures, ofColumn)
    }

    /// The draft with the dimensions that divide its figures.
    var dividedDraft: ForeignDraft {
        var draft = draft
        let varying = dimensions.indices.filter { dimensionCodes[$0].count > 1 }
        draft.dimensions = varying.map { index in
            let name = roles.columns[dimensions[index]].name
            return Dimension(code: name, name: name, codes: dimensionCodes[index])
        }
        for number in draft.indicators.indices {
            let all = draft.indicators[number].breakdown
            draft.indicators[number].breakdown = varying.map { all[$0] }
            if varying.isEmpty { draft.indicators[number].isTotal = false }
        }
        // The figures of all come before those of groups.
        draft.indicators = draft.indicators.filter(\.isTotal) + draft.indicators.filter { !$0.isTotal }
        return draft
    }

    private func place(_ row: Row, _ column: Int) -> String {
        file.cells == nil ? row.place : file.place(line: row.record.line, field: column)
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
