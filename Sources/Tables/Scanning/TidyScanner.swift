import Indicators
import Threads

/// Reads the rows of a tidy table from a part of a file into columns, in one pass over the bytes.
///
/// It accepts the same syntax as `CSVReader` (RFC 4180; line breaks LF, CRLF or CR); tests compare the two. The part
/// must begin with a record. A record that begins before the end of the part is read to its own end.
struct TidyScanner: ~Copyable {
    let plan: ColumnPlan
    let bytes: UnsafePointer<UInt8>
    /// The end of the table; nothing after it is read.
    let tableEnd: Int
    /// Rows under embargo after this moment are left out.
    let now: Instant

    var segment: ScannedSegment
    /// The offset at which reading ended.
    private(set) var end = 0
    /// The first byte that is not valid UTF-8 or is NUL, with its line from 0. Reading ends there.
    private(set) var textFault: TextFault?
    /// The offset of the first character that a terminal would interpret.
    private(set) var unsafeOffset: Int?

    let fields: FieldScanner
    /// The ranges of the fields of the record, without quotes.
    let starts: UnsafeMutableBufferPointer<Int>
    let ends: UnsafeMutableBufferPointer<Int>
    let key: UnsafeMutableBufferPointer<Int32>
    var block = RowBlock()
    var runs: [(first: UInt32, series: UInt32)] = []
    var currentSeries: UInt32 = 0
    /// Whether the key has changed since `currentSeries` was found.
    var keyIsNew = true
    var statusNumbers: [Int] = []
    var multiplierValues: [Int] = []
    let isAbsence = ObservationStatus.allCases.map(\.isAbsence)
    let missingStatus = ObservationTraits.statusNumber(.missing)
    let suppressedStatus = ObservationTraits.statusNumber(.suppressed)
    /// The column that says whether a value may be published.
    let confidence: Int?
    let exactly = ObservationTraits.qualifierNumber(.exact)
    var recordStart = 0
    var recordLine = 0
    /// The current offset, and its line from 0.
    var cursor: Int
    var line = 0

    struct TextFault: Sendable {
        var rule: Rule
        var offset: Int
        var line: Int
    }

    init(_ plan: ColumnPlan, bytes: UnsafePointer<UInt8>, tableEnd: Int, from start: Int, now: Instant) {
        self.plan = plan
        self.bytes = bytes
        self.tableEnd = tableEnd
        self.now = now
        confidence = plan.columnNames.firstIndex { ["CONF_STATUS", "OBS_CONF"].contains(ColumnNames.folded($0)) }
        cursor = start
        segment = ScannedSegment(
            start: start, keyCount: plan.keys.count, timePartCount: plan.timeParts.count)
        fields = FieldScanner(bytes, end: tableEnd, separator: plan.separator)
        starts = .allocate(capacity: plan.columnCount + 1)
        ends = .allocate(capacity: plan.columnCount + 1)
        key = .allocate(capacity: max(1, plan.keys.count))
        starts.initialize(repeating: 0)
        ends.initialize(repeating: 0)
        key.initialize(repeating: 0)
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
        key.deallocate()
    }

    static let quote = UInt8(ascii: "\""), lf = UInt8(ascii: "\n"), cr = UInt8(ascii: "\r")
    static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Reads all records that begin before `limit`.
    mutating func scan(to limit: Int, progress: LoadProgress?, release: (Range<Int>) -> Void) {
        segment.reserve(estimatedRows(limit))
        let columns = plan.columnCount, prefixColumns = plan.prefixColumns
        let keyColumns = plan.keys.map(\.column)
        var prefixStart = 0, prefixLength = 0, prefixLines = 0, reported = cursor, released = cursor
        while cursor < limit {
            recordStart = cursor
            recordLine = line
            var column = 0, isSameSeries = false
            if prefixLength > 0, cursor &+ prefixLength <= tableEnd,
                ByteText.equal(bytes + prefixStart, bytes + cursor, prefixLength)
            {
                // The key fields have the same bytes as in the row before.
                isSameSeries = true
                cursor &+= prefixLength
                line &+= prefixLines
                column = prefixColumns
            }
            guard let prefixEnd = readRecord(&column, prefixColumns) else {
                if textFault != nil { break }
                segment.dataRows += 1
                prefixLength = 0
                continue
            }
            if column != columns {
                prefixLength = 0
                if column == 1, isBlank(starts[0]..<ends[0]) { continue }
                segment.dataRows += 1
                add(.fieldCount(column, columns), recordStart)
                continue
            }
            if isSeparatorsAlone {
                prefixLength = 0
                continue
            }
            if !isSameSeries {
                takeKey(keyColumns)
                prefixStart = recordStart
                prefixLength = prefixColumns > 0 ? prefixEnd - recordStart : 0
                prefixLines = LineCount.breaks(bytes, recordStart..<recordStart + prefixLength, end: tableEnd)
            }
            segment.dataRows += 1
            takeRow()
            if cursor &- reported > 1 << 18 {
                progress?.advance(cursor - reported)
                reported = cursor
                if progress?.isGivenUp == true { break }
                if cursor - released > 8 << 20 {
                    release(released..<cursor)
                    released = cursor
                }
            }
        }
        progress?.advance(cursor - reported)
        block.move(into: &segment)
        end = cursor
        segment.lineCount = line
        segment.index(runs: runs)
        runs = []
    }

    /// Takes over the key of a row, which differs from that of the row before.
    @inline(__always)
    private mutating func takeKey(_ columns: [Int]) {
        keyIsNew = true
        for (index, column) in columns.enumerated() {
            key[index] = segment.keys[index].number(of: starts[column]..<ends[column], in: bytes, end: tableEnd)
        }
    }

    /// Whether the row is a blank line, even where the series before has an empty key.
    @inline(__always)
    private var isSeparatorsAlone: Bool {
        starts[plan.time] == ends[plan.time] && (0..<plan.columnCount).allSatisfy { starts[$0] == ends[$0] }
    }

    /// Reads fields up to the end of the record.
    ///
    /// - Returns: the end of the fields that are equal in all rows of a series; nil at the end of the text and after a
    ///   fault, when the reader is at the next line.
    @inline(__always)
    mutating func readRecord(_ column: inout Int, _ prefixColumns: Int) -> Int? {
        var prefixEnd = 0
        let columns = plan.columnCount, separator = plan.separator
        while true {
            if column == prefixColumns { prefixEnd = cursor }
            var seen: UInt64 = 0
            let end: Int
            var fieldStart = cursor
            if cursor < tableEnd, bytes[cursor] == Self.quote {
                guard let range = readQuoted(&seen) else { return nil }
                (fieldStart, end) = (range.lowerBound, range.upperBound)
            } else {
                let start = cursor
                cursor = fields.fieldEnd(from: cursor, &seen)
                var quoted: Range<Int>?
                while cursor < tableEnd, !isFieldEnd(bytes[cursor]) {
                    // ="2020", as spreadsheets write text.
                    if cursor == start + 1, bytes[cursor] == Self.quote, bytes[start] == UInt8(ascii: "=") {
                        guard let range = readQuoted(&seen) else { return nil }
                        quoted = range
                        break
                    }
                    guard passOddByte(&seen) else { return nil }
                    cursor = fields.fieldEnd(from: cursor, &seen)
                }
                end = quoted?.upperBound ?? cursor
                if let quoted { fieldStart = quoted.lowerBound }
            }
            if seen & Self.highBits != 0, !checkText(fieldStart..<end) { return nil }
            if column < columns {
                starts[column] = fieldStart
                ends[column] = end
            }
            column &+= 1
            guard cursor < tableEnd else { break }
            if bytes[cursor] == separator {
                cursor &+= 1
                continue
            }
            if cursor &- recordStart > CSVReader.longestLine {
                return fail(.lineTooLong(CSVReader.longestLine), at: recordStart)
            }
            if bytes[cursor] == Self.cr, cursor + 1 < tableEnd, bytes[cursor + 1] == Self.lf { cursor &+= 1 }
            cursor &+= 1
            line &+= 1
            break
        }
        return prefixEnd
    }

    @inline(__always)
    func isFieldEnd(_ byte: UInt8) -> Bool { byte == plan.separator || byte == Self.lf || byte == Self.cr }

    /// Skips a byte that must not be in a field. Returns false where the record cannot be read further.
    mutating func passOddByte(_ seen: inout UInt64) -> Bool {
        let byte = bytes[cursor]
        if byte == Self.quote {
            _ = fail(.quoteInField, at: cursor)
            return false
        }
        if byte == 0 {
            textFault = TextFault(rule: .nulByte, offset: cursor, line: line)
            return false
        }
        if byte != 0x09 { noteUnsafe(cursor) }
        if cursor - recordStart > CSVReader.longestLine {
            _ = fail(.lineTooLong(CSVReader.longestLine), at: recordStart)
            return false
        }
        cursor += 1
        return true
    }

    /// Reads a field in quotes, up to a quote that is not doubled.
    mutating func readQuoted(_ seen: inout UInt64) -> Range<Int>? {
        let opening = cursor
        cursor += 1
        while true {
            cursor = fields.quotedEnd(from: cursor, &seen)
            guard cursor < tableEnd, cursor - recordStart <= CSVReader.longestLine else {
                // The quoted field extends over several lines: continue after the line of its opening quote.
                line = recordLine + LineCount.breaks(bytes, recordStart..<opening, end: tableEnd)
                cursor = opening
                _ = fail(.unterminatedQuote, at: opening)
                return nil
            }
            let byte = bytes[cursor]
            if byte == Self.quote {
                if cursor + 1 < tableEnd, bytes[cursor + 1] == Self.quote {
                    cursor += 2
                    continue
                }
                break
            }
            if byte == 0 {
                textFault = TextFault(rule: .nulByte, offset: cursor, line: line)
                return nil
            }
            if byte == Self.lf || (byte == Self.cr && !(cursor + 1 < tableEnd && bytes[cursor + 1] == Self.lf)) {
                line += 1
            } else if byte != Self.cr, byte != 0x09 {
                noteUnsafe(cursor)
            }
            cursor += 1
        }
        let end = cursor
        cursor += 1
        if cursor < tableEnd, !isFieldEnd(bytes[cursor]) {
            _ = fail(.textAfterQuote, at: cursor)
            return nil
        }
        return opening + 1..<end
    }

    /// Checks text that is not all ASCII. Returns false where it is not valid UTF-8.
    mutating func checkText(_ range: Range<Int>) -> Bool {
        var turning: Int?
        if let fault = UTF8Check.firstFault(bytes, range, &turning) {
            textFault = TextFault(
                rule: .notUTF8, offset: fault,
                line: recordLine + LineCount.breaks(bytes, recordStart..<fault, end: tableEnd))
            return false
        }
        if let turning { noteUnsafe(turning) }
        return true
    }

    /// Records an error in the form of a record, and moves to the next line.
    mutating func fail(_ rule: Rule, at offset: Int) -> Int? {
        add(rule, offset)
        while cursor < tableEnd, bytes[cursor] != Self.lf, bytes[cursor] != Self.cr { cursor += 1 }
        if cursor + 1 < tableEnd, bytes[cursor] == Self.cr, bytes[cursor + 1] == Self.lf { cursor += 1 }
        if cursor < tableEnd {
            cursor += 1
            line += 1
        }
        return nil
    }

    // MARK: What is wrong

    mutating func add(_ rule: Rule, _ offset: Int, _ column: Int? = nil, _ found: String? = nil) {
        guard segment.problems.count < ProblemList.limit else {
            segment.furtherProblems += 1
            return
        }
        segment.problems.append(
            ScanProblem(
                rule: rule, offset: offset, line: recordLine, rowStart: recordStart,
                field: column.map { plan.columnNames[$0] } ?? "",
                found: found ?? (column == nil ? lineText(offset) : "")))
    }

    mutating func noteUnsafe(_ offset: Int) { if unsafeOffset == nil { unsafeOffset = offset } }

    /// The text from an offset to the end of its line, at most some dozens of characters.
    func lineText(_ offset: Int) -> String {
        var end = offset
        while end < tableEnd, end - offset < 240, bytes[end] != Self.lf, bytes[end] != Self.cr { end += 1 }
        return String(decoding: UnsafeBufferPointer(start: bytes + offset, count: end - offset), as: UTF8.self)
    }

    func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 } }

    /// An estimate from the length of the first rows. If it is too small, the columns are copied when they grow.
    func estimatedRows(_ limit: Int) -> Int {
        let length = max(0, min(limit - cursor, 1 << 16))
        let lines = LineCount.breaks(bytes, cursor..<cursor + length, end: tableEnd) + 1
        return (limit - cursor) / max(1, length) * lines * 21 / 20 + lines
    }
}
