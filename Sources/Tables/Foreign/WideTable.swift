import Indicators

/// A table with names in its first columns and periods in its header, as statistical yearbooks and bureaus publish it.
/// Lines before and after the table describe it.
struct WideTable {
    private let head: TableHead
    private let header: Int
    var headerLine: Int { head.records[header].line }
    /// Columns with values.
    private var columns: [Column] = []
    private var firstValue = 0
    /// The index of the first row of data.
    private var dataStart = 0
    private var nameColumns: [(column: Int, meaning: ColumnNames.Meaning)] = []
    private var unitColumn: Int?
    private var ignoredColumns: Set<Int> = []
    private(set) var isSlashed = false

    private struct Column {
        let column: Int
        var period: Period
        /// The text above or below the periods, which names the indicator.
        var group: String
    }

    /// The numbers that count as years in a header.
    static let years = 1800...2199

    /// Nil where none of the first records has periods side by side.
    init?(_ head: TableHead) {
        self.head = head
        guard let header = head.records.firstIndex(where: { Self.isHeader($0) }) else { return nil }
        // A record that looks like the data below it is data and not a header.
        let below = head.records.dropFirst(header + 1).prefix(5)
        guard !below.isEmpty || head.records.count == header + 1 else { return nil }
        self.header = header
        read()
        if columns.isEmpty || firstValue == 0 { return nil }
    }

    private static func isHeader(_ record: TableHead.Record) -> Bool {
        let later = record.cells.dropFirst()
        let periods = later.count { period($0) != nil }, filled = later.count { !$0.isEmpty }
        return periods > 0 && periods * 2 >= filled && period(record.cells[0]) == nil
    }

    private static func period(_ cell: String) -> PeriodReading.Reading? {
        cell.isEmpty ? nil : PeriodReading.read(cell, years: years)
    }

    private mutating func read() {
        let cells = head.records[header].cells
        guard let first = cells.indices.first(where: { $0 > 0 && Self.period(cells[$0]) != nil }) else { return }
        firstValue = first
        var readings = cells.indices.map { $0 >= first ? Self.period(cells[$0]) : nil }
        var groups = [String](repeating: "", count: cells.count)
        dataStart = header + 1
        // Sub-headings below merged periods.
        if let below = head.records.dropFirst(header + 1).first, below.cells.count >= cells.count,
            isSubheading(below, cells)
        {
            for column in cells.indices where column > first && cells[column].isEmpty {
                readings[column] = readings[column - 1]
            }
            groups = below.cells
            dataStart += 1
        } else if header > 0, Set(readings.compactMap { $0 }).count < readings.count(where: { $0 != nil }) {
            // Groups above repeated periods, each written once for all its columns.
            let above = head.records[header - 1].cells
            if above.count > first, above.dropFirst(first).contains(where: { !$0.isEmpty }) {
                var group = ""
                for column in first..<cells.count {
                    if column < above.count, !above[column].isEmpty { group = above[column] }
                    groups[column] = group
                }
            }
        }
        isSlashed =
            !readings.compactMap { $0 }.isEmpty
            && readings.compactMap { $0 }.allSatisfy { $0.isSlashedDay && $0.period.startDay == 1 }
        for (column, reading) in readings.enumerated() {
            guard var period = reading?.period else { continue }
            if isSlashed { period = Period(sdmx: String(period.text.prefix(7))) ?? period }
            columns.append(
                Column(column: column, period: period, group: groups.indices.contains(column) ? groups[column] : ""))
        }
        for column in 0..<first {
            switch ColumnNames.meaning(cells[column]) {
            case .unit?: unitColumn = column
            case .note?: ignoredColumns.insert(column)
            case .area?: nameColumns.append((column, .area))
            default: nameColumns.append((column, .indicator))
            }
        }
        for column in first..<cells.count where readings[column] == nil && ColumnNames.meaning(cells[column]) == .note {
            ignoredColumns.insert(column)
        }
    }

    private func isSubheading(_ record: TableHead.Record, _ header: [String]) -> Bool {
        let later = record.cells.indices.dropFirst(firstValue)
        let hasMerged = header.indices.contains { $0 > firstValue && header[$0].isEmpty && record.cells[$0] != "" }
        return hasMerged && later.allSatisfy { record.cells[$0].isEmpty || DecimalNumber(record.cells[$0]) == nil }
            && record.cells[firstValue] != ""
    }

    // MARK: Rows

    /// Reads the whole table.
    func reading(_ text: DecodedText, _ file: ForeignFile) -> ForeignReading {
        text.file.withBytes { bytes in
            var rows = WideRows(
                columns: columns.map { ($0.column, $0.period, $0.group) }, nameColumns: nameColumns,
                unitColumn: unitColumn, ignored: ignoredColumns, file: file)
            rows.takePreamble(
                Array(head.records[..<header]),
                groupsAbove: dataStart == header + 1 && columns.contains { !$0.group.isEmpty })
            rows.complainOfHeader(head.records[header], firstValue: firstValue, bytes, head.separator)
            if isSlashed {
                rows.problems.add(
                    DataProblem(.slashedDays(Set(columns.map(\.period)).count), file: file.path, line: headerLine))
            }
            var reader = CSVReader(bytes, from: text.start, separator: head.separator)
            let start = dataStart < head.records.count ? head.records[dataStart].start : bytes.count
            var records: [TableHead.Record] = []
            while true {
                do throws(CSVFault) {
                    guard try reader.next() else { break }
                } catch {
                    let position = reader.position(of: error.offset)
                    rows.problems.add(
                        DataProblem(
                            error.rule, file: file.path, line: position.line, column: position.column,
                            found: error.found))
                    continue
                }
                guard reader.recordStart >= start else { continue }
                records.append(
                    TableHead.Record(
                        cells: reader.fields.map { TableHead.trimmed(reader.text($0)) }, line: reader.recordLine,
                        start: reader.recordStart, end: reader.offset))
            }
            rows.take(records, bytes, head.separator)
            return rows.reading(encoding: text.encoding, separator: head.separator)
        }
    }
}
