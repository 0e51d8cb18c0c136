extension CSVText {
    /// The table with rows set: where there is a row of the same key, its cells are replaced; other rows are added at
    /// the end. All other bytes stay.
    ///
    /// - Parameters:
    ///   - rows: each by column names. Columns that a row does not name keep their cells.
    ///   - resource: the name of the table, which says its key.
    ///   - kept: columns that an existing row keeps.
    public func setting(_ rows: [[String: String]], resource: String, keeping kept: Set<String> = []) -> [UInt8] {
        let keys = KeyedTable.keys[resource] ?? []
        let table = KeyedTable(bytes, resource: resource)
        let header = (records.first ?? []).map(text)
        var changed: [Int: [String: String]] = [:], added: [[String: String]] = []
        for row in rows {
            let key = keys.map { row[$0.rawValue] ?? "" }.joined(separator: "\u{0}")
            if let record = table.record(key) { changed[record] = row } else { added.append(row) }
        }
        var result: [UInt8] = [], done = 0
        for record in changed.keys.sorted() {
            for (index, cell) in records[record].enumerated() where header.indices.contains(index) {
                guard !kept.contains(header[index]), let value = changed[record]?[header[index]], value != text(cell)
                else { continue }
                result += bytes[done..<cell.lowerBound]
                result += Array(Self.quoted(value).utf8)
                done = cell.upperBound
            }
        }
        return CSVText(result + bytes[done...]).appending(added)
    }
}
