import Indicators

/// A table as text in which single cells can be changed and rows added. All other bytes stay the same (RFC 4180).
///
/// For tables that have been checked: it reports no problems.
public struct CSVText: Sendable {
    /// The bytes of a cell, with the quotes around it.
    public typealias Cell = Range<Int>

    /// The whole table as it was given, with its byte order mark where it has one.
    public let bytes: [UInt8]
    /// The cells of every record, the column names first.
    public let records: [[Cell]]
    /// The line that each record begins on.
    public let lines: [Int]

    /// Finds the records and cells of a table. Lines may end in LF, CRLF or CR; a byte order mark is skipped.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var records: [[Cell]] = [], lines: [Int] = [], cells: [Cell] = []
        var line = 1, first = 1
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, start = index, isQuoted = false
        func isEnd(_ index: Int) -> Bool {
            bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
        }
        while index < bytes.count {
            let byte = bytes[index]
            if isEnd(index) { line += 1 }
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, byte == 0x2C || byte == 0x0A || byte == 0x0D {
                cells.append(start..<index)
                let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if isPair { line += 1 }
                index += isPair ? 2 : 1
                start = index
                if byte != 0x2C {
                    records.append(cells)
                    lines.append(first)
                    cells = []
                    first = line
                }
            } else {
                index += 1
            }
        }
        if start < bytes.count || !cells.isEmpty {
            records.append(cells + [start..<bytes.count])
            lines.append(first)
        }
        self.records = records
        self.lines = lines
    }

    /// The text of a cell, without its quotes.
    public func text(_ cell: Cell) -> String {
        guard cell.count >= 2, bytes[cell.lowerBound] == 0x22, bytes[cell.upperBound - 1] == 0x22 else {
            return String(decoding: bytes[cell], as: UTF8.self)
        }
        return String(decoding: bytes[(cell.lowerBound + 1)..<(cell.upperBound - 1)], as: UTF8.self)
            .replacingDoubledQuotes
    }

    /// The index of each column by its name.
    public var columns: [String: Int] {
        Dictionary((records.first ?? []).enumerated().map { (text($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The table with some cells of a column replaced.
    ///
    /// - Parameter values: the new cells by the line that their record begins on.
    public func setting(_ column: String, _ values: [Int: String]) -> [UInt8] {
        guard let index = columns[column] else { return bytes }
        var result: [UInt8] = [], done = 0
        for (record, line) in zip(records, lines).dropFirst() where record.indices.contains(index) {
            guard let value = values[line] else { continue }
            result += bytes[done..<record[index].lowerBound]
            result += Array(Self.quoted(value).utf8)
            done = record[index].upperBound
        }
        return result + bytes[done...]
    }

    /// The table with additional rows at its end, each by column names. Names that the table does not have are ignored.
    public func appending(_ rows: [[String: String]]) -> [UInt8] {
        appending(rows.count, naming: { $0 }) { row, column in rows[row][column] ?? "" }
    }

    /// The table with additional rows at its end.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - naming: what `cell` knows a column by, made of its name once.
    ///   - cell: the text of a cell by the number of the new row and its column.
    func appending<Column>(
        _ count: Int, naming: (String) -> Column, _ cell: (_ row: Int, _ column: Column) -> String
    ) -> [UInt8] {
        guard count > 0, let header = records.first else { return bytes }
        let end: [UInt8] = bytes.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
        var result = bytes
        if let last = result.last, last != 0x0A, last != 0x0D { result += end }
        let columns = header.map { naming(text($0)) }
        for row in 0..<count {
            for (index, column) in columns.enumerated() {
                if index > 0 { result.append(0x2C) }
                result += Self.quoted(cell(row, column)).utf8
            }
            result += end
        }
        return result
    }

    /// The line of a record with its line end.
    public static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\n" }

    /// A cell, in quotes where RFC 4180 requires them.
    public static func quoted(_ text: String) -> String { CatalogueCSV.quoted(text) }
}

extension String {
    fileprivate var replacingDoubledQuotes: String {
        var result = "", isSecond = false
        for scalar in unicodeScalars {
            if scalar == "\"", !isSecond {
                isSecond = true
                continue
            }
            isSecond = false
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
