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
    let exactly = ObservationTraits.qualifierNumber(.exact)
    var recordStart = 0
    var recordLine = 0
    /// The current offset, and its line from 0.
    var place: Int
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
        place = start
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
        var prefixStart = 0, prefixLength = 0, prefixLines = 0, reported = place, released = place
        while place < limit {
            recordStart = place
            recordLine = line
            var column = 0, isSameSeries = false
            if prefixLength > 0, place &+ prefixLength <= tableEnd,
                ByteText.equal(bytes + prefixStart, bytes + place, prefixLength)
            {
                // The key fields have the same bytes as in the row before.
                isSameSeries = true
                place &+= prefixLength
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
            if place &- reported > 1 << 18 {
                progress?.advance(place - reported)
                reported = place
                if progress?.isGivenUp == true { break }
                if place - released > 8 << 20 {
                    release(released..<place)
                    released = place
                }
            }
        }
        progress?.advance(place - reported)
        block.move(into: &segment)
        end = place
        segment.lineCount = line
        segment.index(runs: runs)
        runs = []
    }

    /// Takes over the key of a row, which differs from that of the row before.
    @inline(__always)
    private mutating func takeKey(_ columns: [Int]) {
        keyIsNew = true
        for (place, column) in columns.enumerated() {
            key[place] = segment.keys[place].number(of: starts[column]..<ends[column], in: bytes, end: tableEnd)
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
            if column == prefixColumns { prefixEnd = place }
            var seen: UInt64 = 0
            let end: Int
            var fieldStart = place
            if place < tableEnd, bytes[place] == Self.quote {
                guard let range = readQuoted(&seen) else { return nil }
                (fieldStart, end) = (range.lowerBound, range.upperBound)
            } else {
                let start = place
                place = fields.fieldEnd(from: place, &seen)
                var quoted: Range<Int>?
                while place < tableEnd, !isFieldEnd(bytes[place]) {
                    // ="2020", as spreadsheets write text.
                    if place == start + 1, bytes[place] == Self.quote, bytes[start] == UInt8(ascii: "=") {
                        guard let range = readQuoted(&seen) else { return nil }
                        quoted = range
                        break
                    }
                    guard passOddByte(&seen) else { return nil }
                    place = fields.fieldEnd(from: place, &seen)
                }
                end = quoted?.upperBound ?? place
                if let quoted { fieldStart = quoted.lowerBound }
            }
            if seen & Self.highBits != 0, !checkText(fieldStart..<end) { return nil }
            if column < columns {
                starts[column] = fieldStart
                ends[column] = end
            }
            column &+= 1
            guard place < tableEnd else { break }
            if bytes[place] == separator {
                place &+= 1
                continue
            }
            if place &- recordStart > CSVReader.longestLine {
                return fail(.lineTooLong(CSVReader.longestLine), at: recordStart)
            }
            if bytes[place] == Self.cr, place + 1 < tableEnd, bytes[place + 1] == Self.lf { place &+= 1 }
            place &+= 1
            line &+= 1
            break
        }
        return prefixEnd
    }

    @inline(__always)
    func isFieldEnd(_ byte: UInt8) -> Bool { byte == plan.separator || byte == Self.lf || byte == Self.cr }

    /// Skips a byte that must not be in a field. Returns false where the record cannot be read further.
    mutating func passOddByte(_ seen: inout UInt64) -> Bool {
        let byte = bytes[place]
        if byte == Self.quote {
            _ = fail(.quoteInField, at: place)
            return false
        }
        if byte == 0 {
            textFault = TextFault(rule: .nulByte, offset: place, line: line)
            return false
        }
        if byte != 0x09 { noteUnsafe(place) }
        if place - recordStart > CSVReader.longestLine {
            _ = fail(.lineTooLong(CSVReader.longestLine), at: recordStart)
            return false
        }
        place += 1
        return true
    }

    /// Reads a field in quotes, up to a quote that is not doubled.
    mutating func readQuoted(_ seen: inout UInt64) -> Range<Int>? {
        let opening = place
        place += 1
        while true {
            place = fields.quotedEnd(from: place, &seen)
            guard place < tableEnd, place - recordStart <= CSVReader.longestLine else {
                // The quoted field extends over several lines: continue after the line of its opening quote.
                line = recordLine + LineCount.breaks(bytes, recordStart..<opening, end: tableEnd)
                place = opening
                _ = fail(.unterminatedQuote, at: opening)
                return nil
            }
            let byte = bytes[place]
            if byte == Self.quote {
                if place + 1 < tableEnd, bytes[place + 1] == Self.quote {
                    place += 2
                    continue
                }
                break
            }
            if byte == 0 {
                textFault = TextFault(rule: .nulByte, offset: place, line: line)
                return nil
            }
            if byte == Self.lf || (byte == Self.cr && !(place + 1 < tableEnd && bytes[place + 1] == Self.lf)) {
                line += 1
            } else if byte != Self.cr, byte != 0x09 {
                noteUnsafe(place)
            }
            place += 1
        }
        let end = place
        place += 1
        if place < tableEnd, !isFieldEnd(bytes[place]) {
            _ = fail(.textAfterQuote, at: place)
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
        while place < tableEnd, bytes[place] != Self.lf, bytes[place] != Self.cr { place += 1 }
        if place + 1 < tableEnd, bytes[place] == Self.cr, bytes[place + 1] == Self.lf { place += 1 }
        if place < tableEnd {
            place += 1
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
    func lineText(_ place: Int) -> String {
        var end = place
        while end < tableEnd, end - place < 240, bytes[end] != Self.lf, bytes[end] != Self.cr { end += 1 }
        return String(decoding: UnsafeBufferPointer(start: bytes + place, count: end - place), as: UTF8.self)
    }

    func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 } }

    /// An estimate from the length of the first rows. If it is too small, the columns are copied when they grow.
    func estimatedRows(_ limit: Int) -> Int {
        let length = max(0, min(limit - place, 1 << 16))
        let lines = LineCount.breaks(bytes, place..<place + length, end: tableEnd) + 1
        return (limit - place) / max(1, length) * lines * 21 / 20 + lines
    }
}
