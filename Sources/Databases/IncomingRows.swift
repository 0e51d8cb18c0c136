import Indicators
import Tables

/// The rows of a table as CSV for COPY: the number of the row, then our columns in our order.
enum IncomingRows {
    static func csv(_ table: TableColumns, _ folder: MemoryFolder) -> [UInt8] {
        if table == Schema.package { return package(folder) }
        guard let path = folder.path(ofTable: table.name), let bytes = folder.files[path] else { return [] }
        let text = CSVText(bytes), columns = text.columns
        let indices = table.columns.map { columns[$0] }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8 * text.records.count)
        for (number, record) in text.records.dropFirst().enumerated() {
            result += Array(String(number).utf8)
            for index in indices {
                result.append(UInt8(ascii: ","))
                // The cell as it is written, with its quotes.
                if let index, record.indices.contains(index) { result += bytes[record[index]] }
            }
            result.append(UInt8(ascii: "\n"))
        }
        return result
    }

    /// The cells of the rows.
    static func cells(_ table: TableColumns, _ folder: MemoryFolder) -> [[String]] {
        let text = CSVText(csv(table, folder))
        return text.records.map { $0.map(text.text) }
    }

    /// The files that are no tables: the description and the map.
    private static func package(_ folder: MemoryFolder) -> [UInt8] {
        let tables = Set(TableColumns.all.compactMap { folder.path(ofTable: $0.name) })
        let others = folder.fileNames.filter { !tables.contains($0) }
        return others.enumerated().flatMap { number, name in
            let content = String(decoding: folder.files[name] ?? [], as: UTF8.self)
            return Array(CSVText.line([String(number), name, content]).utf8)
        }
    }
}
