import Indicators

/// The column names of a table.
struct TableHeader {
    let indices: ColumnIndices
    /// The number of columns that have a name.
    let width: Int
    /// The bytes of empty names behind the last one.
    let slack: Range<Int>?
    /// The number of empty names behind the last one.
    let surplus: Int

    /// Reads the first record; nil where a column that the table must have is missing.
    static func read(
        _ form: TableForm, _ file: String, _ reader: inout CSVReader, _ notes: inout TableReader.Notes
    ) -> TableHeader? {
        do {
            guard try reader.next() else { return nil }
        } catch {
            let position = reader.position(of: error.offset)
            notes.problems.add(
                DataProblem(error.rule, file: file, line: position.line, column: position.column, found: error.found))
            return nil
        }
        let fields = reader.fields
        let width = (fields.lastIndex { $0.start < $0.end }).map { $0 + 1 } ?? fields.count
        var scan = Scan(form: form, file: file, reader: reader)
        for field in fields[..<width].enumerated() { scan.take(field.element, at: field.offset) }
        guard scan.report(&notes) else { return nil }
        notes.edits += scan.edits
        let slack = width < fields.count ? fields[width].offset - 1..<(fields.last?.end ?? 0) : nil
        return TableHeader(indices: scan.indices, width: width, slack: slack, surplus: fields.count - width)
    }

    /// The names while they are looked at one by one.
    private struct Scan {
        let form: TableForm
        let file: String
        let reader: CSVReader
        var indices = ColumnIndices()
        var edits: [TableEdit] = []
        private var unknown: [(name: String, field: CSVField)] = []
        private var repeated: [(name: String, field: CSVField)] = []
        private var renamed: [(written: String, column: String, field: CSVField)] = []

        init(form: TableForm, file: String, reader: CSVReader) {
            (self.form, self.file, self.reader) = (form, file, reader)
        }

        mutating func take(_ field: CSVField, at index: Int) {
            let name = reader.text(field), columns = form.columns
            let exact = columns.first { $0.rawValue == name }
            guard let column = exact ?? ColumnAliases.column(name, among: columns) else {
                if unknown.contains(where: { $0.name == name }) { repeated.append((name, field)) }
                return unknown.append((name, field))
            }
            guard indices[column] == nil else { return repeated.append((name, field)) }
            indices[column] = index
            guard exact == nil else { return }
            renamed.append((name, column.rawValue, field))
            let end = field.end + (field.offset < field.start ? 1 : 0)
            edits.append(TableEdit(file: file, range: field.offset..<end, replacement: column.rawValue))
        }

        private func problem(_ rule: Rule, _ field: CSVField?, _ name: String, found: String = "") -> DataProblem {
            let position = field.map { reader.position(of: $0.offset) } ?? (line: 1, column: 1)
            return DataProblem(
                rule, file: file, line: position.line, column: position.column, field: name, found: found)
        }

        /// Reports what is wrong with the names, one problem for each cause. Returns whether the table can be read.
        mutating func report(_ notes: inout TableReader.Notes) -> Bool {
            var missing = form.needed.filter { indices[$0] == nil }
            if let name = unknown.first?.name, reader.fields.count == 1, name.contains(";") || name.contains("\t") {
                notes.problems.add(problem(.otherSeparator, nil, "", found: name))
                return false
            }
            let isHeader = form.needed.contains { indices[$0] != nil }
            guard isHeader || missing.isEmpty else {
                notes.problems.add(
                    problem(.missingColumns(missing.map(\.rawValue), isHeader: false), nil, "", found: firstLine))
                return false
            }
            for (name, field) in repeated {
                let column = missing.count == 1 ? missing[0].rawValue : nil
                notes.problems.add(problem(.columnTwice(missing: column), field, name, found: name))
            }
            if !repeated.isEmpty, missing.count == 1 { missing = [] }
            let spellings = missing.map(\.rawValue)
            for (name, field) in unknown {
                let near = Hints.nearest(to: name, among: spellings)
                if let near, let slot = missing.firstIndex(where: { $0.rawValue == near }) {
                    notes.problems.add(problem(.misspelledColumn(near), field, near, found: name))
                    missing.remove(at: slot)
                } else if !repeated.contains(where: { $0.name == name }) {
                    notes.problems.add(problem(.unknownColumn, field, name, found: name))
                }
            }
            if !missing.isEmpty {
                notes.problems.add(
                    problem(
                        .missingColumns(missing.map(\.rawValue), isHeader: true), nil,
                        missing.count == 1 ? missing[0].rawValue : ""))
            }
            if !renamed.isEmpty {
                notes.problems.add(
                    problem(.headerRead(renamed.map { ($0.written, $0.column) }), renamed[0].field, renamed[0].column))
            }
            return form.needed.allSatisfy { indices[$0] != nil }
        }

        private var firstLine: String { reader.fields.map(reader.text).joined(separator: ",") }
    }
}

/// A table whose columns are parted by full-width commas (U+FF0C).
enum FullWidthCommas {
    enum Reading {
        /// It has none in its header.
        case none
        /// The same table with commas.
        case commas([UInt8])
        /// Texts hold full-width commas too.
        case unclear
    }

    private static let mark: [UInt8] = [0xEF, 0xBC, 0x8C]

    static func reading(_ bytes: UnsafeRawBufferPointer, from start: Int, _ form: TableForm) -> Reading {
        let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let header = bytes[start..<end]
        guard !header.contains(UInt8(ascii: ",")), header.contains(0xEF) else { return .none }
        let names = parts(Array(header))
        guard names.count > 1, names.contains(where: { name in form.columns.contains { $0.rawValue == name } }) else {
            return .none
        }
        var text = Array(bytes[..<start]), line: [UInt8] = []
        func isClear(_ line: [UInt8]) -> Bool {
            line.isEmpty || (parts(line).count == names.count && !line.contains { $0 == 0x2C || $0 == 0x22 })
        }
        for byte in bytes[start...] {
            guard byte == 0x0A || byte == 0x0D else {
                line.append(byte)
                continue
            }
            guard isClear(line) else { return .unclear }
            text += Array(parts(line).joined(separator: ",").utf8) + [byte]
            line = []
        }
        guard isClear(line) else { return .unclear }
        return .commas(text + Array(parts(line).joined(separator: ",").utf8))
    }

    private static func parts(_ line: [UInt8]) -> [String] {
        String(decoding: line, as: UTF8.self).split(separator: "，", omittingEmptySubsequences: false).map(String.init)
    }
}
