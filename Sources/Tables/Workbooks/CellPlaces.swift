import Indicators
import Workbooks

/// Where the cells of a table stand in the file that it was taken from: in a sheet, or in records of JSON. A line of
/// the table's text is a row of the sheet, or a record.
struct CellPlaces: Hashable, Sendable {
    private enum Form: Hashable, Sendable {
        /// The name of the sheet, in quotes where a formula needs them, and the table on it.
        case sheet(String, SheetTable)
        /// The path of the records, and of the members of a record.
        case records(String, [String])
    }

    private let form: Form
    /// The offset of each line of the text, from the first row of the table on.
    private let lines: [UInt32]

    init(sheet: String, _ table: SheetTable, _ lines: [UInt32]) {
        form = .sheet(Self.quoted(sheet), table)
        self.lines = lines
    }

    init(_ records: JSONRecords, _ text: [UInt8]) {
        form = .records(records.path, records.members)
        lines = [0] + text.indices.filter { text[$0] == 0x0A }.map { UInt32($0 + 1) }
    }

    /// As spreadsheets write the name of a sheet: `'A b'!B7`.
    static func quoted(_ sheet: String) -> String {
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }
        let isPlain =
            sheet.unicodeScalars.first.map { !isDigit($0) } ?? false
            && sheet.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || isDigit($0) || $0 == "_" }
        if isPlain { return sheet }
        return "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// The sheet as places name it, and the range of the table; nil for records.
    var sheet: (name: String, range: String)? {
        if case .sheet(let name, let table) = form { return (name, table.range) }
        return nil
    }

    /// The cell of a row in a column of the table: `盘锦!B7`, `$.data[5].value`.
    func place(line: Int, field: Int) -> String {
        switch form {
        case .sheet(let sheet, let table):
            return sheet + "!" + CellPlace.text(row: line - 1, column: table.column(field))
        case .records(let path, let members):
            if line < 2 { return path }
            return "\(path)[\(line - 2)]" + (members.indices.contains(field) ? members[field] : "")
        }
    }

    /// The same problem with its cell instead of a place in the text.
    func placed(_ problem: DataProblem, in text: FileBytes) -> DataProblem {
        guard let line = problem.line else { return problem }
        var problem = problem
        let field = problem.column.flatMap { self.field(line, $0, text) }
        switch form {
        case .records:
            (problem.line, problem.column) = (nil, nil)
            problem.cell = place(line: line, field: field ?? -1)
        case .sheet(_, let table):
            problem.column = field.map { table.column($0) + 1 }
            problem.cell = field.map { CellPlace.text(row: line - 1, column: table.column($0)) } ?? "\(line):\(line)"
        }
        return problem
    }

    /// The column of the table that holds a character of a line, counted from 1.
    private func field(_ line: Int, _ character: Int, _ text: FileBytes) -> Int? {
        var index = line - 1
        if case .sheet(_, let table) = form { index -= table.rows.lowerBound }
        guard lines.indices.contains(index) else { return nil }
        return text.withBytes { bytes in
            guard Int(lines[index]) < bytes.count else { return nil }
            var reader = CSVReader(bytes, from: Int(lines[index]))
            guard (try? reader.next()) == true else { return nil }
            return reader.fields.lastIndex { reader.position(of: $0.offset).column <= character }
        }
    }
}

extension SheetTable {
    /// The column of the sheet, from 0, of a column of the table.
    fileprivate func column(_ field: Int) -> Int {
        columns.indices.contains(field) ? columns[field] : (columns.last ?? 0)
    }
}
