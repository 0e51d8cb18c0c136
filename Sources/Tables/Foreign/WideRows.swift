import Indicators

/// Converts the rows of a wide table into observations.
struct WideRows {
    private var columns: [(column: Int, period: Period, group: String)]
    private let nameColumns: [(column: Int, meaning: ColumnNames.Meaning)]
    private let unitColumn: Int?
    /// Columns that are handled: names, units, values and remarks, and columns already reported.
    private var known: Set<Int>
    private let file: ForeignFile
    var problems = ProblemList()

    private var draft: ForeignDraft
    private var observations = ObservationStore()
    private var indicatorPlaces: [String: Int] = [:]
    private var areaCodes: Set<String> = []
    private var lines: [String: Int] = [:]
    private var rowCount = 0
    private var missing = 0
    private var numbers = 0
    private var exponents = 0
    private var firstExponent: DataProblem?
    /// The subject that lines before the table state for all of it.
    private var subject = ""
    private var unit = ""
    private var place = ""

    init(
        columns: [(column: Int, period: Period, group: String)],
        nameColumns: [(column: Int, meaning: ColumnNames.Meaning)], unitColumn: Int?,
        ignored: Set<Int>, file: ForeignFile
    ) {
        self.columns = columns
        self.nameColumns = nameColumns
        self.unitColumn = unitColumn
        known = ignored.union(columns.map(\.column)).union(nameColumns.map(\.column)).union(
            [unitColumn].compactMap { $0 })
        self.file = file
        draft = ForeignDraft(name: file.stem, title: file.stem, fileName: file.fileName, date: file.date)
    }

    // MARK: Before and after

    private static let footers = [
        "注：", "注:", "注1", "注 ", "数据来源", "资料来源", "来源：", "来源:", "说明：", "说明:", "备注：", "备注:", "Source", "source:", "Note",
        "*", "＊",
    ]

    private static func isFooter(_ text: String) -> Bool { footers.contains { text.hasPrefix($0) } }

    /// Splits `指标：地区生产总值(亿元)`.
    private static func labelled(_ text: String) -> (label: String, value: String)? {
        guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        return (TableHead.trimmed(String(text[..<colon])), TableHead.trimmed(String(text[text.index(after: colon)...])))
    }

    /// Splits a name and the unit in brackets behind it.
    static func parted(_ name: String) -> (name: String, unit: String) {
        for (open, close) in [("(", ")"), ("（", "）")] {
            guard name.hasSuffix(close), let start = name.lastIndex(of: Character(open)), start != name.startIndex
            else { continue }
            let unit = TableHead.trimmed(String(name[name.index(after: start)...].dropLast()))
            // Years and remarks in brackets are not units.
            guard !unit.isEmpty, unit.count <= 12,
                !unit.unicodeScalars.contains(where: { ("0"..."9").contains($0) && unit.count > 6 }), Int(unit) == nil
            else { continue }
            return (TableHead.trimmed(String(name[..<start])), unit.hasPrefix("单位：") ? String(unit.dropFirst(3)) : unit)
        }
        return (name, "")
    }

    mutating func takePreamble(_ records: [TableHead.Record], groupsAbove: Bool) {
        let records = groupsAbove ? records.dropLast() : records[...]
        for record in records where !record.isBlank {
            guard let text = record.cells.first(where: { !$0.isEmpty }) else { continue }
            if let (label, value) = Self.labelled(text) {
                switch label {
                case "指标", "指标名称": (subject, unit) = Self.parted(value)
                case "单位", "计量单位": unit = value
                case "地区": place = value
                case "数据库": draft.notes.append(text)
                default: if !value.isEmpty { draft.notes.append(text) }
                }
            } else if draft.title == file.stem, record.filledCount == 1 {
                (draft.title, _) = Self.parted(text)
                let parted = Self.parted(text)
                if unit.isEmpty { unit = parted.unit }
            } else {
                draft.notes.append(text)
            }
        }
        if !subject.isEmpty { draft.title = subject }
    }

    /// Reports header cells that are not periods and periods that occur twice. The column of the second occurrence is
    /// not read.
    mutating func complainOfHeader(
        _ header: TableHead.Record, firstValue: Int, _ bytes: UnsafeRawBufferPointer, _ separator: UInt8
    ) {
        let places = header.columns(bytes, separator)
        func problem(_ rule: Rule, _ column: Int) -> DataProblem {
            DataProblem(
                rule, file: file.path, line: header.line, column: column < places.count ? places[column] : 1,
                found: header.cells[column])
        }
        for (column, cell) in header.cells.enumerated()
        where column >= firstValue && !cell.isEmpty && !known.contains(column) {
            known.insert(column)
            problems.add(problem(.headerCell(cell), column))
        }
        var seen: Set<String> = []
        columns.removeAll { one in
            guard !seen.insert("\(one.period.text)\u{0}\(one.group)").inserted else { return false }
            problems.add(problem(.repeatedColumn, one.column))
            return true
        }
    }

    // MARK: Rows

    mutating func take(_ records: [TableHead.Record], _ bytes: UnsafeRawBufferPointer, _ separator: UInt8) {
        let lastData = records.lastIndex { record in
            !Self.isFooter(record.cells[0])
                && columns.contains { $0.column < record.cells.count && record.cells.count > 1 }
        }
        var isOver = false, merged = [String](repeating: "", count: nameColumns.count)
        for (index, record) in records.enumerated() where !record.isBlank {
            isOver = isOver || Self.isFooter(record.cells[0]) || index > lastData ?? -1
            if isOver {
                takeFooter(record)
                continue
            }
            takeRow(record, &merged, bytes, separator)
        }
    }

    private mutating func takeFooter(_ record: TableHead.Record) {
        let text = record.cells.filter { !$0.isEmpty }.joined(separator: "，")
        if let (label, value) = Self.labelled(text),
            label == "数据来源" || label == "资料来源" || label == "来源" || label == "Source"
        {
            draft.publisher = value
        } else {
            draft.notes.append(text)
        }
    }

    private mutating func takeRow(
        _ record: TableHead.Record, _ merged: inout [String], _ bytes: UnsafeRawBufferPointer, _ separator: UInt8
    ) {
        rowCount += 1
        let path = file.path
        /// Line and column of a cell in the file, in characters.
        func position(_ column: Int) -> (line: Int, column: Int) {
            var reader = CSVReader(bytes, from: record.start, separator: separator)
            guard (try? reader.next()) == true, column < reader.fields.count else { return (record.line, 1) }
            let place = reader.position(of: reader.fields[column].offset)
            return (record.line + place.line - 1, place.column)
        }
        func problem(_ rule: Rule, _ column: Int, _ field: String, _ found: String) -> DataProblem {
            let place = position(column)
            return DataProblem(rule, file: path, line: place.line, column: place.column, field: field, found: found)
        }
        var names: [ColumnNames.Meaning: [String]] = [:]
        for (place, one) in nameColumns.enumerated() {
            var name = one.column < record.cells.count ? record.cells[one.column] : ""
            // A cell merged over several rows is written once. The last name column is never merged.
            if name.isEmpty, place + 1 < nameColumns.count { name = merged[place] }
            if name != merged[place] { for later in (place + 1)..<max(place + 1, merged.count) { merged[later] = "" } }
            merged[place] = name
            names[one.meaning, default: []].append(name)
        }
        guard names.values.contains(where: { $0.contains { !$0.isEmpty } }) else {
            return problems.add(problem(.requiredCell, nameColumns.first?.column ?? 0, "", ""))
        }
        for odd in record.cells.indices where !record.cells[odd].isEmpty && known.insert(odd).inserted {
            problems.add(problem(.emptyHeader, odd, "", record.cells[odd]))
        }
        let area = (names[.area] ?? []).last { !$0.isEmpty } ?? place
        let written = (names[.indicator] ?? []).filter { !$0.isEmpty }.joined(separator: " · ")
        let (name, unitInName) = Self.parted(written)
        var rowUnit = unitInName.isEmpty ? unit : unitInName
        if let unitColumn, unitColumn < record.cells.count, !record.cells[unitColumn].isEmpty {
            rowUnit = record.cells[unitColumn]
        }
        // It is not known which cell is missing. A row with a single text is a title of the rows below.
        let width = (columns.map(\.column).max() ?? 0) + 1
        if record.cells.count > 1, record.cells.count < width {
            return problems.add(
                problem(.fieldCount(record.cells.count, width), 0, "", record.cells.joined(separator: ",")))
        }
        for one in columns {
            let cell = one.column < record.cells.count ? record.cells[one.column] : ""
            let (group, groupUnit) = Self.parted(one.group)
            let subject = [name.isEmpty ? self.subject : name, group].filter { !$0.isEmpty }.joined(separator: " · ")
            take(
                cell, subject: subject.isEmpty ? draft.title : subject, unit: groupUnit.isEmpty ? rowUnit : groupUnit,
                area: area, one.period, record.line, column: one.column
            ) { rule, found in problem(rule, one.column, subject, found) }
        }
    }

    private mutating func take(
        _ cell: String, subject: String, unit: String, area: String, _ period: Period, _ line: Int, column: Int,
        _ problem: (Rule, String) -> DataProblem
    ) {
        var value: DecimalNumber?, high: DecimalNumber?, multiplier = 0, qualifier = Qualifier.exact,
            status = ObservationStatus.normal
        var cellUnit = ""
        switch CellNumber.read(cell) {
        case .absent(let reason):
            missing += 1
            status = reason
        case .unreadable(let hint): return problems.add(problem(.unreadableNumber(hint), cell))
        case .number(let number):
            numbers += 1
            (value, high, multiplier, qualifier, cellUnit) = (
                number.value, number.high, number.multiplier, number.qualifier, number.unit
            )
            if number.hasExponent {
                exponents += 1
                if firstExponent == nil { firstExponent = problem(.exponents(1), cell) }
            }
        }
        let key = subject + "\u{0}" + unit
        let number: Int
        if let known = indicatorPlaces[key] {
            number = known
        } else {
            number = draft.indicators.count
            indicatorPlaces[key] = number
            let isTaken = draft.indicators.contains { $0.code == subject }
            draft.indicators.append(
                ForeignDraft.Subject(code: isTaken ? "\(subject) (\(unit))" : subject, name: subject, unit: unit))
        }
        if !cellUnit.isEmpty {
            if draft.indicators[number].unit.isEmpty { draft.indicators[number].unit = cellUnit }
            let known = draft.indicators[number].unit
            if known != cellUnit, !known.hasSuffix(cellUnit) { return problems.add(problem(.unitDiffers(known), cell)) }
        }
        if !area.isEmpty, areaCodes.insert(area).inserted {
            draft.areas.append(ForeignDraft.Named(code: area, name: area))
        }
        let code = draft.indicators[number].code
        let identity = "\(code)\u{0}\(area)\u{0}\(period.text)"
        if let first = lines[identity] { return problems.add(problem(.repeatedObservation(first), cell)) }
        lines[identity] = line
        observations.append(
            Observation(
                index: 0, line: line, area: area.isEmpty ? ForeignDraft.wholeCode : area, indicator: code,
                period: period, basis: .printed, value: value,
                valueHigh: high, unitMultiplier: multiplier, qualifier: qualifier, status: status, revision: .none,
                isWithheld: false,
                source: ForeignDraft.sourceCode, place: file.place(line: line, field: column), printed: cell,
                note: LocalizedText(zh: "", en: ""))
        )
    }

    func reading(encoding: TextEncoding, separator: UInt8) -> ForeignReading {
        var problems = problems
        if let first = firstExponent {
            problems.add(
                DataProblem(
                    .exponents(exponents), file: file.path, line: first.line, column: first.column, found: first.found))
        }
        let periods = columns.map(\.period)
        var summary = CatalogueReading.FileSummary(path: file.path, rows: rowCount)
        summary.describe(encoding, separator)
        summary.kind = .wide
        summary.series =
            Set(
                lines.keys.map {
                    $0.split(separator: "\u{0}", omittingEmptySubsequences: false).dropLast().joined(separator: "\u{0}")
                }
            ).count
        summary.missing = missing
        summary.numeric = numbers
        summary.take(periods)
        let isUseful = observations.count > 0 && !draft.indicators.isEmpty
        return ForeignReading(
            catalogue: isUseful ? draft.catalogue(ObservationTable(observations)) : nil, problems: problems,
            summary: summary)
    }
}
