import Indicators

/// A table with a column of periods and one or more columns of numbers: `年份,城镇新增就业(人),养老床位(张)`. Each column of numbers
/// is an indicator; columns of words are dimensions.
struct RecordTable {
    private let head: TableHead
    private let header: Int
    private let time: Int
    private let measures: [Int]
    private let dimensions: [Int]
    private let area: Int?
    private var names: [String] { head.records[header].cells }

    /// Nil where there is no such column.
    init?(_ head: TableHead) {
        self.head = head
        // The header above the periods is often empty.
        guard
            let header = head.records.firstIndex(where: {
                $0.cells.count > 1 && $0.cells.dropFirst().allSatisfy { !$0.isEmpty }
            })
        else { return nil }
        let names = head.records[header].cells
        let rows = head.records.dropFirst(header + 1).filter { $0.cells.count == names.count && !$0.isBlank }
        guard !rows.isEmpty else { return nil }
        func cells(_ column: Int) -> [String] { rows.map { $0.cells[column] }.filter { !$0.isEmpty } }
        func isPeriods(_ column: Int) -> Bool {
            let cells = cells(column)
            return !cells.isEmpty && cells.allSatisfy { PeriodReading.read($0, years: WideTable.years) != nil }
        }
        let named = names.indices.filter { ColumnNames.meaning(names[$0]) == .time }
        guard
            let time = named.first(where: isPeriods) ?? named.first
                ?? names.indices.first(where: { isPeriods($0) && Set(cells($0)).count > 1 })
        else { return nil }
        var measures: [Int] = [], dimensions: [Int] = []
        for column in names.indices where column != time {
            if ColumnNames.meaning(names[column]) == .note { continue }
            let isNumbers = Self.areNumbers(cells(column))
            let meaning = ColumnNames.meaning(names[column])
            if isNumbers, meaning != .area, meaning != .indicator {
                measures.append(column)
            } else {
                dimensions.append(column)
            }
        }
        guard !measures.isEmpty else { return nil }
        self.header = header
        self.time = time
        self.measures = measures
        let area = dimensions.first { ColumnNames.meaning(names[$0]) == .area }
        self.area = area
        // Texts that differ in every row are remarks.
        let isLong = rows.count > 20
        self.dimensions = dimensions.filter { column in
            column == area || !isLong || Set(cells(column)).count * 2 < rows.count
        }
    }

    /// Whether a column holds values: all cells are numbers, or so many that the others are mistakes.
    private static func areNumbers(_ cells: [String]) -> Bool {
        var numbers = 0, plain = 0, others = 0
        for cell in cells {
            switch CellNumber.read(cell) {
            case .absent: break
            case .unreadable: others += 1
            case .number(let number):
                numbers += 1
                if number.qualifier == .exact, number.unit.isEmpty { plain += 1 }
            }
        }
        return numbers > 0 && (others == 0 || plain >= others * 2)
    }

    func reading(_ text: DecodedText, _ file: ForeignFile) -> ForeignReading {
        var draft = ForeignDraft(name: file.stem, title: file.stem, fileName: file.fileName, date: file.date)
        var problems = ProblemList(), observations = ObservationStore()
        var indicators: Set<String> = [], areas: Set<String> = [], series: Set<String> = [], lines: [String: Int] = [:]
        var summary = CatalogueReading.FileSummary(path: file.path, rows: 0)
        var exponents = 0, firstExponent: DataProblem?
        var missing = 0, numbers = 0, periods: Set<Period> = [], slashed: [Bool] = []
        text.file.withBytes { bytes in
            var reader = CSVReader(bytes, from: text.start, separator: head.separator)
            let start = head.records[header].end
            while true {
                do throws(CSVFault) {
                    guard try reader.next() else { break }
                } catch {
                    let position = reader.position(of: error.offset)
                    problems.add(
                        DataProblem(
                            error.rule, file: file.path, line: position.line, column: position.column,
                            found: error.found))
                    if error.offset >= start { summary.rows += 1 }
                    continue
                }
                guard reader.recordStart >= start else { continue }
                let cells = reader.fields.map { TableHead.trimmed(reader.text($0)) }
                if cells.allSatisfy(\.isEmpty) { continue }
                summary.rows += 1
                func problem(_ rule: Rule, _ column: Int, _ found: String) -> DataProblem {
                    let place = reader.position(
                        of: column < reader.fields.count ? reader.fields[column].offset : reader.recordStart)
                    return DataProblem(
                        rule, file: file.path, line: place.line, column: place.column,
                        field: column < names.count ? names[column] : "", found: found)
                }
                guard cells.count == names.count else {
                    problems.add(
                        problem(.fieldCount(cells.count, names.count), names.count, cells.joined(separator: ",")))
                    continue
                }
                guard let read = PeriodReading.read(cells[time], years: WideTable.years) else {
                    problems.add(
                        problem(
                            cells[time].isEmpty ? .periodRequired : .unreadablePeriod(Hints.forPeriod(cells[time])),
                            time, cells[time]))
                    continue
                }
                slashed.append(read.isSlashedDay && read.period.startDay == 1)
                periods.insert(read.period)
                let place = area.map { cells[$0] } ?? ""
                if !place.isEmpty, areas.insert(place).inserted {
                    draft.areas.append(ForeignDraft.Named(code: place, name: place))
                }
                let words = dimensions.filter { $0 != area }.map { cells[$0] }.filter { !$0.isEmpty }
                for column in measures {
                    let (measure, unit) = WideRows.parted(names[column])
                    let name = (words + [measure]).joined(separator: " · ")
                    var value: DecimalNumber?, high: DecimalNumber?, multiplier = 0, qualifier = Qualifier.exact,
                        status = ObservationStatus.normal
                    switch CellNumber.read(cells[column]) {
                    case .absent(let reason):
                        missing += 1
                        status = reason
                    case .unreadable(let hint):
                        problems.add(problem(.unreadableNumber(hint), column, cells[column]))
                        continue
                    case .number(let number):
                        numbers += 1
                        (value, high, multiplier, qualifier) = (
                            number.value, number.high, number.multiplier, number.qualifier
                        )
                        if number.hasExponent {
                            exponents += 1
                            if firstExponent == nil { firstExponent = problem(.exponents(1), column, cells[column]) }
                        }
                    }
                    if indicators.insert(name).inserted {
                        draft.indicators.append(ForeignDraft.Subject(code: name, name: name, unit: unit))
                    }
                    series.insert(name + "\u{0}" + place)
                    let identity = "\(name)\u{0}\(place)\u{0}\(read.period.text)"
                    if let first = lines[identity] {
                        problems.add(problem(.repeatedObservation(first), column, cells[column]))
                        continue
                    }
                    lines[identity] = reader.recordLine
                    observations.append(
                        Observation(
                            index: 0, line: reader.recordLine, area: place.isEmpty ? ForeignDraft.wholeCode : place,
                            indicator: name, period: read.period, basis: .printed,
                            value: value, valueHigh: high, unitMultiplier: multiplier, qualifier: qualifier,
                            status: status, revision: .none,
                            isWithheld: false, source: ForeignDraft.sourceCode,
                            place: file.place(line: reader.recordLine, field: column),
                            printed: cells[column],
                            note: LocalizedText(zh: "", en: "")))
                }
            }
        }
        if !slashed.isEmpty, slashed.allSatisfy({ $0 }) {
            problems.add(
                DataProblem(
                    .slashedDays(periods.count), file: file.path, line: head.records[header].line, field: names[time]))
        }
        if let first = firstExponent {
            problems.add(
                DataProblem(
                    .exponents(exponents), file: file.path, line: first.line, column: first.column, field: first.field,
                    found: first.found))
        }
        summary.describe(text.encoding, head.separator)
        summary.kind = .records
        (summary.series, summary.missing, summary.numeric) = (series.count, missing, numbers)
        summary.take(Array(periods))
        let catalogue = observations.count > 0 ? draft.catalogue(ObservationTable(observations)) : nil
        return ForeignReading(catalogue: catalogue, problems: problems, summary: summary)
    }
}
