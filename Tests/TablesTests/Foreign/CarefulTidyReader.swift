import Indicators

@testable import Tables

/// A tidy table read slowly and plainly, from strings by `CSVReader`: what the fast reader is held against.
struct CarefulTidyReader {
    struct Row: Hashable {
        var line: Int
        /// Codes of the key columns, in the order of the plan.
        var key: [String]
        /// As written.
        var period: String
        var value: DecimalNumber?
        var high: DecimalNumber?
        var status: ObservationStatus
        var qualifier: Qualifier
        var multiplier: Int
        var note: String
        var printed: String
    }

    struct Place: Hashable {
        var code: String
        var line: Int
        var column: Int
        var found: String
    }

    private(set) var rows: [Row] = []
    private(set) var problems: [Place] = []
    private(set) var dataRows = 0
    private(set) var missing = 0
    private(set) var numbers = 0
    private(set) var deleted = 0
    private let plan: ColumnPlan
    private var knownStatuses: Set<String> = []

    init(_ bytes: UnsafeRawBufferPointer, _ plan: ColumnPlan) {
        self.plan = plan
        var reader = CSVReader(bytes, separator: plan.separator)
        _ = try? reader.next()
        while true {
            do throws(CSVFault) {
                guard try reader.next() else { return }
            } catch {
                dataRows += 1
                let place = reader.position(of: error.offset)
                problems.append(
                    Place(
                        code: error.rule.code, line: place.line, column: place.column,
                        found: DataProblem.escaped(error.found)))
                continue
            }
            take(reader)
        }
    }

    private func firstLine(_ reader: CSVReader) -> String {
        let line = reader.bytes[reader.recordStart..<reader.offset].prefix(240)
        return String(decoding: line.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }

    /// An unknown status is reported where it occurs first.
    private mutating func isNewUnknown(status: String) -> Bool {
        StatusReading.status(status) == nil && knownStatuses.insert(status).inserted
    }

    private mutating func take(_ reader: CSVReader) {
        let cells = reader.fields.map { reader.text($0) }
        if cells.count == 1, cells[0].allSatisfy({ $0 == " " || $0 == "\t" }), plan.columnCount != 1 { return }
        if cells.count == plan.columnCount, cells.allSatisfy(\.isEmpty) { return }
        dataRows += 1
        func problem(_ code: String, _ column: Int?, _ found: String) -> Place {
            let place = reader.position(of: column.map { reader.fields[$0].offset } ?? reader.recordStart)
            return Place(code: code, line: place.line, column: place.column, found: DataProblem.escaped(found))
        }
        guard cells.count == plan.columnCount else {
            return problems.append(problem("field-count", nil, firstLine(reader)))
        }
        if let action = plan.action, cells[action].lowercased() == "d" {
            deleted += 1
            return
        }
        guard !cells[plan.time].isEmpty else {
            problems.append(problem("period-required", plan.time, ""))
            return
        }
        let status = plan.status.flatMap { StatusReading.status(cells[$0]) } ?? .normal
        if let column = plan.status, isNewUnknown(status: cells[column]) {
            problems.append(problem("unknown-status", column, cells[column]))
        }
        var multiplier = 0
        if let column = plan.multiplier {
            guard let value = StatusReading.multiplier(cells[column]) else {
                problems.append(problem("unit-mult", column, cells[column]))
                return
            }
            multiplier = value
        }
        var row = Row(
            line: reader.recordLine, key: plan.keys.map { cells[$0.column] }, period: cells[plan.time], value: nil,
            high: nil, status: status, qualifier: .exact,
            multiplier: multiplier,
            note: plan.notes.map { cells[$0] }.filter { !["", "_Z", "_T", "_X"].contains($0) }.joined(separator: "；"),
            printed: cells[plan.value])
        switch CellNumber.read(cells[plan.value], hasDecimalComma: plan.hasDecimalComma) {
        case .number(let number):
            guard multiplier == 0 || number.multiplier == 0, number.value.scale <= 18 else {
                problems.append(problem("value-not-a-number", plan.value, cells[plan.value]))
                return
            }
            row.value = number.value
            row.high = number.high
            row.qualifier = number.qualifier
            row.multiplier = max(multiplier, number.multiplier)
            if status.isAbsence { row.status = .normal }
        case .absent(let reason):
            if status == .normal { row.status = reason }
            if !row.status.isAbsence { row.status = .missing }
        case .unreadable:
            problems.append(problem("value-not-a-number", plan.value, cells[plan.value]))
            return
        }
        if row.value == nil { missing += 1 } else { numbers += 1 }
        rows.append(row)
    }
}
