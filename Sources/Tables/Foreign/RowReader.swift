import Indicators

/// Reads the rows of a table with several figures in each: periods in the header, or columns of numbers.
struct RowReader {
    var roles: TableRoles
    var frame: TableFrame
    let file: ForeignFile
    let bytes: UnsafeRawBufferPointer
    let separator: UInt8
    var context: TableContext
    var draft: ForeignDraft
    var problems = ProblemList()
    var observations = ObservationStore()
    var tally = Tally()
    /// The columns that name a row, in the order of the file.
    let nameColumns: [Int]
    /// For each column of periods the period of each of its texts.
    let periods: [Int: [String: KnownPeriod]]
    let findings: [PeriodColumn.Finding]
    let partsOfRows: [String: YearPart]
    /// The texts of the column of parts that are totals or means of a period that is not stated.
    let totalsOfRows: Set<String>
    let isWide: Bool
    let header: TableHead.Record
    var headerCells: [String] { header.cells }
    /// Columns whose heading is of no period that is known, and of which that was said.
    var unplaced: Set<Int> = []
    let unitColumn: Int?
    private let scaleColumn: Int?
    private let statusColumn: Int?
    private let certainColumn: Int?
    let areaColumn: Int?
    private var merged: [String]
    /// The name of the row above that is not a part of another.
    var parent = ""
    /// The same for each unit.
    var parents: [String: String] = [:]
    private var groups: RowGroups
    var running = RunningYear()
    var filled = FilledPeriod()
    /// Whether no area is written in two rows.
    let areAreasWrittenOnce: Bool
    /// Whether most rows state a unit.
    let hasUnitInEachRow: Bool
    var spread = Spread()
    /// The columns whose texts divide the figures, and the texts of each in their order.
    let dimensions: [Int]
    private var dimensionNumbers: [[String: Int]]
    var dimensionCodes: [[Dimension.Code]]
    private var known: Set<Int> = []
    let measures: [Measure]
    let measureOfColumn: [Int]
    /// The indicators by the words of the row and the measure of the column, by name and unit, and by code.
    var indicatorNumbers: [Pair: Int] = [:]
    var indicatorPlaces: [String: Int] = [:]
    var indicatorCodes: Set<String> = []
    var indicatorNames: [String] = []
    private var namings: [String: Int32] = [:]
    private var areaNumbers: [String: Int32] = [:]
    /// For each area whether it has a figure.
    var hasFigures: [Bool] = []
    var periodNumbers: [Period: Int32] = [:]
    /// The line of each figure, by the numbers of its series and its period.
    var lines: [UInt64: Int32] = [:]
    /// For each indicator the units behind its figures; empty for one whose unit is stated.
    var typed: [TypedUnits?] = []
    /// What all rows hold of them, where the rows are read again because some figures have a unit and others none.
    var judged: [TypedUnits?]?
    /// The words for a status that are not known and were said.
    var unknownStatuses: Set<String> = []

    /// What is counted while rows are read.
    struct Tally {
        var rows = 0
        var missing = 0
        var numbers = 0
        var series: [Pair: Int32] = [:]
        var exponents = 0
        var firstExponent: DataProblem?
        var doubtful = 0
        var firstDoubtful: DataProblem?
    }

    /// One row with what its columns say.
    struct Row {
        let record: TableHead.Record
        var words: [String] = []
        var area = ""
        var areaName = ""
        /// The numbers of its area, and of its words and unit.
        var areaNumber: Int32 = 0
        /// For each dimension the number of its text.
        var breakdown: [Int] = []
        var isTotal = true
        var naming: Int32 = 0
        /// Where a file of text has it.
        var place = ""
        var unit = ""
        var multiplier = 0
        var status = ObservationStatus.normal
        var period: Period?
        /// Those of further columns of periods.
        var halves: [Int: Period] = [:]
        /// The part of the period above that the row states.
        var part: YearPart?
        var lastCertainYear: Int?
    }

    init(
        _ roles: TableRoles, _ frame: TableFrame, _ header: TableHead.Record, _ context: TableContext,
        _ profile: TableProfile, _ file: ForeignFile, _ bytes: UnsafeRawBufferPointer, _ data: Range<Int>,
        _ separator: UInt8
    ) {
        self.roles = roles
        self.frame = frame
        isWide = frame.isWide
        self.file = file
        self.bytes = bytes
        self.separator = separator
        self.context = context
        self.header = header
        (measures, measureOfColumn) = Self.measures(roles, frame)
        draft = ForeignDraft(name: file.stem, title: file.stem, fileName: file.fileName, date: file.date)
        context.apply(to: &draft)
        draft.notes += frame.remarks
        nameColumns = roles.columns.indices.filter { [.area, .indicator, .dimension].contains(roles.columns[$0].role) }
        (unitColumn, scaleColumn) = (roles.first(.unit), roles.first(.scale))
        statusColumn = roles.flags.isEmpty ? roles.first(.status) : nil
        (certainColumn, areaColumn) = (roles.first(.estimatesAfter), roles.first(.area))
        areAreasWrittenOnce =
            areaColumn.map {
                !profile.columns[$0].isCapped && profile.columns[$0].distinct == profile.columns[$0].filled
            }
            ?? false
        hasUnitInEachRow =
            unitColumn.map { profile.columns[$0].filled > max(1, profile.columns[$0].empty) } ?? false
        dimensions = nameColumns.filter { roles.columns[$0].role == .dimension }
        dimensionNumbers = dimensions.map { _ in [:] }
        dimensionCodes = dimensions.map { _ in [] }
        merged = [String](repeating: "", count: nameColumns.count)
        known = Set(
            roles.columns.indices.filter {
                !roles.columns[$0].name.isEmpty || [.counter, .value, .status].contains(roles.columns[$0].role)
                    || roles.doubtfulParts.contains($0) || roles.totals.contains($0)
            })
        groups = RowGroups(roles, profile, nameColumns: frame.isWide ? nameColumns : []) {
            RowGroups.records(bytes, data, separator)
        }
        (periods, findings) = Self.periods(roles, profile)
        partsOfRows = Self.partsOfRows(roles, profile, context.period)
        totalsOfRows = Self.totalsOfRows(roles, profile)
    }

    // MARK: Rows

    /// - Parameter start: the offset of the text behind a byte order mark.
    mutating func read(_ data: Range<Int>, from start: Int) {
        let table = UnsafeRawBufferPointer(rebasing: bytes[..<data.upperBound])
        var reader = CSVReader(table, from: start, separator: separator)
        // Lines that may be the title of what follows.
        var waiting: [TableHead.Record] = []
        while true {
            do throws(CSVFault) {
                guard try reader.next() else { break }
            } catch {
                let position = reader.position(of: error.offset)
                problems.add(
                    DataProblem(
                        error.rule, file: file.path, line: position.line, column: position.column, found: error.found))
                if error.offset >= data.lowerBound { tally.rows += 1 }
                continue
            }
            guard reader.recordStart >= data.lowerBound else { continue }
            let record = TableHead.Record(
                cells: reader.fields.map { TableHead.trimmed(reader.text($0)) }, line: reader.recordLine,
                start: reader.recordStart, end: reader.offset)
            if record.isBlank { continue }
            let isSecond = record.cells != headerCells && isSecondHeader(record)
            if isSecond || record.cells == headerCells {
                // The header again: the line above it, 续表, is no row either.
                if continues(waiting), !isSecond || takePeriods(of: record) {
                    waiting = []
                    continue
                }
                let first = waiting.first ?? record
                problems.add(problem(.secondTable, first, 0, "", first.cells.joined(separator: ",")))
                waiting = []
                break
            }
            if mayBeTitle(record), waiting.count < 3 {
                waiting.append(record)
                continue
            }
            for one in waiting { take(one) }
            waiting = []
            take(record)
        }
        for one in waiting { take(one) }
    }

    /// Line and column of a cell in the file, in characters.
    func problem(_ rule: Rule, _ record: TableHead.Record, _ column: Int, _ field: String, _ found: String)
        -> DataProblem
    {
        var reader = CSVReader(bytes, from: record.start, separator: separator)
        var location = (line: record.line, column: 1)
        if (try? reader.next()) == true, !reader.fields.isEmpty {
            let offset =
                column < reader.fields.count
                ? reader.fields[column].offset : (reader.fields.last?.end ?? record.start)
            let position = reader.position(of: offset)
            location = (record.line + position.line - 1, position.column)
        }
        return DataProblem(
            rule, file: file.path, line: location.line, column: location.column, field: field, found: found)
    }

    private mutating func take(_ record: TableHead.Record) {
        tally.rows += 1
        if takeUnitLine(record) || groups.begins(record) || isGroupHeading(record) { return }
        guard var row = named(record) else { return }
        groups.name(&row)
        let width = frame.width
        if isWide {
            let needed = (roles.values.max() ?? 0) + 1
            if record.cells.count > 1, record.cells.count < needed {
                return problems.add(
                    problem(.fieldCount(record.cells.count, needed), record, 0, "", record.cells.joined(separator: ","))
                )
            }
        } else {
            guard record.cells.count == width || isPadded(record, width) else {
                return problems.add(
                    problem(
                        .fieldCount(record.cells.count, width), record, 0, "", record.cells.joined(separator: ",")))
            }
            guard takePeriod(&row) else { return }
            fillArea(&row)
        }
        if row.part != nil, roles.arePartsOfRowsDoubtful {
            return problems.add(
                problem(.doubtfulParts, record, roles.partColumn ?? 0, "", record.cells[roles.partColumn ?? 0]))
        }
        if let column = roles.partColumn, row.part == nil, totalsOfRows.contains(record.cells[column]) {
            return problems.add(problem(.totalOfUnknownSpan, record, column, "", record.cells[column]))
        }
        if row.area.isEmpty { (row.area, row.areaName) = (context.area, context.area) }
        number(&row)
        for column in roles.values where !roles.columns[column].isDoubtful {
            let isArea = roles.areaValues.contains(column), unit = isWide ? nil : roles.unitOf[column]
            guard isArea || unit != nil else {
                takeCell(row, column)
                continue
            }
            var own = row
            if isArea { (own.area, own.areaName) = (roles.columns[column].name, roles.columns[column].name) }
            if let unit { own.unit = record.cells[unit] }
            number(&own)
            takeCell(own, column)
        }
    }

    /// Whether a row is longer than the header by empty cells only.
    private func isPadded(_ record: TableHead.Record, _ width: Int) -> Bool {
        record.cells.count > width && record.cells.dropFirst(width).allSatisfy(\.isEmpty)
    }

    /// The row with its names; nil where it has none.
    private mutating func named(_ record: TableHead.Record) -> Row? {
        var row = Row(record: record)
        let cells = record.cells
        func cell(_ column: Int?) -> String { column.flatMap { $0 < cells.count ? cells[$0] : nil } ?? "" }
        var hasName = false
        for (index, column) in nameColumns.enumerated() {
            var name = cell(column)
            // A cell merged over several rows is written once. The last name column is never merged.
            if isWide {
                if name.isEmpty, index + 1 < nameColumns.count { name = merged[index] }
                if name != merged[index] {
                    for later in (index + 1)..<max(index + 1, merged.count) { merged[later] = "" }
                }
                merged[index] = name
            }
            if column == roles.namedPeriods { name = named(name, &row) }
            if !name.isEmpty { hasName = true }
            if roles.columns[column].role != .dimension { name = Footnotes.dropped(name) }
            let label = Footnotes.dropped(cell(roles.namesColumn(of: column)))
            if roles.columns[column].role == .area {
                (row.area, row.areaName) = (name, label.isEmpty ? name : label)
            } else if roles.columns[column].role == .dimension {
                takeDimension(&row, name, label.isEmpty ? name : label)
            } else if !name.isEmpty {
                let own = label.isEmpty ? name : label
                row.words.append(groups.isNamed(record) ? own : partOfParent(own, unit: cell(unitColumn)))
            }
        }
        takePart(&row)
        if isWide, !hasName, !nameColumns.isEmpty {
            problems.add(problem(.requiredCell, record, nameColumns.first ?? 0, "", ""))
            return nil
        }
        for odd in cells.indices where !cells[odd].isEmpty && known.insert(odd).inserted {
            problems.add(problem(.emptyHeader, record, odd, "", cells[odd]))
        }
        row.unit = roles.unitOf.isEmpty ? cell(unitColumn) : firstUnit(record)
        if let scaleColumn { row.multiplier = StatusReading.multiplier(cell(scaleColumn)) ?? 0 }
        if let statusColumn { takeStatus(&row, statusColumn) }
        row.lastCertainYear = certainColumn.flatMap { Int(cell($0)) }
        return row
    }

    /// A text that divides the figures; the word for all is no part of a name.
    private mutating func takeDimension(_ row: inout Row, _ code: String, _ name: String) {
        let index = row.breakdown.count
        let number = dimensionNumbers[index][code] ?? dimensionCodes[index].count
        if number == dimensionCodes[index].count {
            dimensionNumbers[index][code] = number
            dimensionCodes[index].append(Dimension.Code(code: code, name: name.isEmpty ? "—" : name))
        }
        row.breakdown.append(number)
        if TidyCatalogue.isTotal(code) || TidyCatalogue.isTotal(name) { return }
        row.isTotal = false
        row.words.append(name)
    }

    private mutating func number(_ row: inout Row) {
        let naming = (row.words + [row.unit, context.unit]).joined(separator: "\u{0}")
        row.naming = namings[naming] ?? Int32(namings.count)
        namings[naming] = row.naming
        row.areaNumber = areaNumbers[row.area] ?? Int32(areaNumbers.count)
        if row.areaNumber == areaNumbers.count {
            areaNumbers[row.area] = row.areaNumber
            hasFigures.append(false)
        }
        if file.cells == nil { row.place = file.place(line: row.record.line, field: 0) }
    }
}
