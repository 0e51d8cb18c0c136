import Indicators

/// The first records of a table, from which its form is detected.
struct TableHead: Sendable {
    struct Record: Sendable {
        /// The texts without surrounding blanks and tabs.
        let cells: [String]
        /// The line, from 1.
        let line: Int
        /// The range of its bytes in the file.
        let start: Int
        let end: Int

        /// The column of each cell in its line, in characters from 1.
        func columns(_ bytes: UnsafeRawBufferPointer, _ separator: UInt8) -> [Int] {
            var reader = CSVReader(bytes, from: start, separator: separator)
            guard (try? reader.next()) == true else { return [] }
            return reader.fields.map { reader.position(of: $0.offset).column }
        }

        var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
        var filledCount: Int { cells.count { !$0.isEmpty } }
    }

    let separator: UInt8
    let records: [Record]
    /// Problems of form among these records.
    let faults: [(rule: Rule, line: Int, column: Int, found: String)]

    static let length = 60

    init(_ bytes: UnsafeRawBufferPointer, from start: Int, separator: UInt8? = nil) {
        self.separator = separator ?? Self.separator(bytes, start)
        var reader = CSVReader(bytes, from: start, separator: self.separator)
        var records: [Record] = [], faults: [(rule: Rule, line: Int, column: Int, found: String)] = []
        while records.count + faults.count < Self.length {
            do {
                guard try reader.next() else { break }
            } catch {
                let place = reader.position(of: error.offset)
                faults.append((error.rule, place.line, place.column, error.found))
                continue
            }
            // Empty lines before a table tell nothing; the table of a sheet may begin far below.
            if records.isEmpty, reader.fields.allSatisfy({ $0.start == $0.end }) { continue }
            records.append(
                Record(
                    cells: reader.fields.map { Self.trimmed(reader.text($0)) }, line: reader.recordLine,
                    start: reader.recordStart, end: reader.offset))
        }
        (self.records, self.faults) = (Self.withoutComments(records, self.separator), faults)
    }

    /// Lines of comments above a table, which begin with # and may hold any sign, are one cell each.
    private static func withoutComments(_ records: [Record], _ separator: UInt8) -> [Record] {
        let count = records.prefix { $0.cells[0].hasPrefix("#") && $0.cells[0].utf8.count > 1 }.count
        guard count > 0, count < records.count else { return records }
        let width = records[count].cells.count, joint = String(UnicodeScalar(separator))
        return records.enumerated().map { index, record in
            guard index < count, record.cells[0].hasPrefix("# ") || record.cells.count != width else { return record }
            let text = record.cells.filter { !$0.isEmpty }.joined(separator: joint).drop { $0 == "#" || $0 == " " }
            return Record(cells: [String(text)], line: record.line, start: record.start, end: record.end)
        }
    }

    static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\n"
                || scalar == "\r"
        }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            isBlank(first) || isBlank(last)
        else { return text }
        var scalars = Substring(text).unicodeScalars.drop(while: isBlank)
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }

    // MARK: Separator

    private static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

    /// The separator of the columns. SDMX-CSV states it behind its first column name; otherwise it is the character
    /// that divides most of the first lines into the same number of columns.
    private static func separator(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt8 {
        let head = UnsafeRawBufferPointer(rebasing: bytes[min(start, bytes.count)..<min(bytes.count, start + 1 << 16)])
        for name in ["DATAFLOW", "STRUCTURE"] where head.count > name.utf8.count && head.starts(with: name.utf8) {
            var index = name.utf8.count
            if head[index] == UInt8(ascii: "["), let close = head[index...].firstIndex(of: UInt8(ascii: "]")) {
                index = close + 1
            }
            if index < head.count, candidates.contains(head[index]) { return head[index] }
        }
        var counts = [[Int]](repeating: [], count: candidates.count),
            current = [Int](repeating: 0, count: candidates.count)
        var isQuoted = false, isEmpty = true
        for byte in head {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if !isEmpty { for index in candidates.indices { counts[index].append(current[index]) } }
                current = [Int](repeating: 0, count: candidates.count)
                isEmpty = true
                if counts[0].count >= 40 { break }
            } else {
                isEmpty = false
                if let index = candidates.firstIndex(of: byte) { current[index] += 1 }
            }
        }
        if !isEmpty { for index in candidates.indices { counts[index].append(current[index]) } }
        // Of equal candidates the earlier one is chosen, because some exports pad each cell with a tab before the
        // comma.
        var best = (index: 0, lines: 0)
        for index in candidates.indices {
            var agreeing: [Int: Int] = [:]
            for count in counts[index] where count > 0 { agreeing[count, default: 0] += 1 }
            let lines = agreeing.values.max() ?? 0
            if lines > best.lines { best = (index, lines) }
        }
        return candidates[best.index]
    }
}
