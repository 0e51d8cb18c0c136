import Indicators

/// A table whose rows are found by their key. For tables that have been checked.
public struct KeyedTable: Sendable {
    let text: CSVText
    /// The names of the columns.
    let header: [String]
    /// The number of the record of each row by its key.
    private let places: [String: Int]
    /// The keys of the rows, in the order of the table.
    let keys: [String]
    private let columns: [String: Int]

    /// - Parameters:
    ///   - bytes: the table; an empty one has no rows.
    ///   - resource: the name of the table, which says its key.
    public init(_ bytes: [UInt8], resource: String) {
        text = CSVText(bytes)
        header = (text.records.first ?? []).map(text.text)
        let columns = text.columns
        self.columns = columns
        let parts = (Self.keys[resource] ?? []).map { columns[$0.rawValue] ?? -1 }
        var places: [String: Int] = [:], keys: [String] = []
        places.reserveCapacity(text.records.count)
        keys.reserveCapacity(text.records.count)
        for number in text.records.indices.dropFirst() where text.records[number].count > 1 || header.count == 1 {
            let key = Self.key(text, number, parts)
            if places.updateValue(number, forKey: key) == nil { keys.append(key) }
        }
        self.places = places
        self.keys = keys
    }

    /// The columns that identify a row of each table.
    static let keys: [String: [ColumnName]] = [
        "topics": [.code], "indicators": [.code], "areas": [.code], "sources": [.code], "briefs": [.code],
        "derived": [.code], "followups": [.code], "targets": [.REF_AREA, .INDICATOR, .TIME_PERIOD],
        "notes": [.indicator, .area, .period, .date, .signed_zh],
        "contacts": [.topic, .department_zh, .window_zh],
        "observations": [.REF_AREA, .INDICATOR, .TIME_PERIOD, .PERIOD_BASIS, .SOURCE],
        "links": [.LINK, .REF_AREA, .INDICATOR, .TIME_PERIOD, .PERIOD_BASIS, .SOURCE],
    ]

    /// The key of a record as one text; the parts are joined by NUL, which no table contains.
    private static func key(_ text: CSVText, _ number: Int, _ parts: [Int]) -> String {
        let record = text.records[number]
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes.append(0) }
            guard record.indices.contains(part) else { continue }
            let cell = text.bytes[record[part]]
            if cell.first == 0x22 { bytes += Array(text.text(record[part]).utf8) } else { bytes += cell }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The cells of a key.
    static func cells(ofKey key: String) -> [String] {
        key.split(separator: "\u{0}", omittingEmptySubsequences: false).map(String.init)
    }

    /// The number of the record with a key; nil for none.
    func record(_ key: String) -> Int? { places[key] }

    /// The cell of a record by the name of its column; empty where the table has no such column.
    func cell(_ record: Int, _ column: String) -> String {
        guard let index = columns[column], text.records[record].indices.contains(index) else { return "" }
        return text.text(text.records[record][index])
    }

    /// The cells of the row with a key by the names of their columns, without empty ones; nil where there is no row.
    public func row(_ key: String) -> [String: String]? {
        places[key].map { record in
            Dictionary(
                header.map { ($0, cell(record, $0)) }.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The bytes of a record without its line end.
    func bytes(_ record: Int) -> ArraySlice<UInt8> {
        guard let first = text.records[record].first, let last = text.records[record].last else { return [] }
        return text.bytes[first.lowerBound..<last.upperBound]
    }

    /// Whether two rows hold the same, whatever the order of their columns and their quotes.
    ///
    /// - Parameter ignored: a column that is not compared.
    func isSame(_ record: Int, as other: KeyedTable, _ otherRecord: Int, ignoring ignored: String?) -> Bool {
        if header == other.header {
            if bytes(record) == other.bytes(otherRecord) { return true }
            let one = text.records[record], two = other.text.records[otherRecord]
            guard one.count == two.count else { return false }
            return header.indices.allSatisfy { index in
                guard header[index] != ignored, one.indices.contains(index) else { return true }
                return text.bytes[one[index]] == other.text.bytes[two[index]]
                    || text.text(one[index]) == other.text.text(two[index])
            }
        }
        let names = Set(header).union(other.header)
        return names.allSatisfy { $0 == ignored || cell(record, $0) == other.cell(otherRecord, $0) }
    }
}
