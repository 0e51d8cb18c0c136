import Indicators

/// Reads one table, header and rows, and collects every problem.
enum TableReader {
    static let largestFile = 512 << 20

    /// What reading a table leaves behind besides its rows.
    struct Notes {
        var problems: ProblemList
        var edits: [TableEdit] = []
        /// Whether rows could not be read at all, or the whole table.
        var hasLostRows = false
    }

    /// Calls the body for each row with the right number of cells, with or without problems. Its problems are added to
    /// the notes.
    ///
    /// - Returns: the form of the file and its number of data rows.
    static func read(
        _ form: TableForm, file: String, in folder: any TableFolder, _ notes: inout Notes,
        _ body: (inout TableRow) -> Void
    ) -> CatalogueReading.FileSummary {
        var summary = CatalogueReading.FileSummary(path: file, rows: 0)
        do {
            try folder.withFile(file, maximumBytes: largestFile) { bytes in
                summary.describe(.utf8, UInt8(ascii: ","))
                let findings = TextCheck.findings(in: bytes)
                guard let other = otherEncoding(bytes, findings) else {
                    if TextEncoding.marked(bytes) == .utf8Marked { summary.encoding = .utf8Marked }
                    summary.rows = read(form, file, bytes, findings, &notes, body)
                    return
                }
                notes.problems.add(DataProblem(.otherEncoding(other.encoding.rawValue), file: file))
                summary.encoding = other.encoding
                summary.rows = other.text.withUnsafeBytes {
                    read(form, file, $0, TextCheck.findings(in: $0), &notes, body)
                }
            }
        } catch {
            notes.hasLostRows = true
            notes.problems.add(DataProblem(rule(for: error), file: file))
        }
        return summary
    }

    /// The text of a file that is in another encoding than UTF-8; nil where it is in UTF-8, damaged or not.
    static func otherEncoding(_ bytes: UnsafeRawBufferPointer, _ findings: TextCheck.Findings? = nil) -> (
        encoding: TextEncoding, text: [UInt8]
    )? {
        var encoding = TextEncoding.marked(bytes)
        if encoding == nil, let fault = (findings ?? TextCheck.findings(in: bytes)).fault, bytes[fault] != 0,
            TextEncoding.looksLikeGB18030(bytes)
        {
            encoding = .gb18030
        }
        guard let encoding, encoding != .utf8Marked, bytes.count <= Transcoding.largestFile,
            let text = try? Transcoding.utf8(bytes, from: encoding)
        else { return nil }
        return (encoding, text)
    }

    static func rule(for error: any Error) -> Rule {
        switch error as? FolderFault {
        case .missing: .missingFile
        case .unsafePath: .unsafePath
        case .tooLarge(let limit): .fileTooLarge(limit)
        case .notAFile, .unreadable, nil: .unreadableFile
        }
    }

    private static func read(
        _ form: TableForm, _ file: String, _ bytes: UnsafeRawBufferPointer, _ findings: TextCheck.Findings,
        _ notes: inout Notes, _ body: (inout TableRow) -> Void
    ) -> Int {
        if let offset = findings.fault {
            let fault = TextCheck.fault(at: offset, in: bytes)
            notes.problems.add(
                DataProblem(
                    fault.rule, file: file, line: fault.place.line, column: fault.place.column, found: fault.found))
            return 0
        }
        let start = TextCheck.startAfterMark(bytes)
        if start > 0 { notes.problems.add(DataProblem(.byteOrderMark, file: file, line: 1, column: 1)) }
        guard start < bytes.count else {
            notes.problems.add(DataProblem(.emptyFile, file: file))
            return 0
        }
        if let offset = findings.unsafe {
            notes.problems.add(TextCheck.unsafeCharacter(at: offset, in: bytes, file: file))
        }
        switch FullWidthCommas.reading(bytes, from: start, form) {
        case .none: return rows(form, file, bytes, start, &notes, body)
        case .unclear:
            notes.problems.add(DataProblem(.unclearCommas, file: file, line: 1, column: 1))
            return 0
        case .commas(let text):
            notes.problems.add(DataProblem(.fullWidthCommas, file: file, line: 1, column: 1))
            // The whole file is written anew, so other changes come with the next run.
            var own = Notes(problems: notes.problems)
            let count = text.withUnsafeBytes { rows(form, file, $0, start, &own, body) }
            notes.problems = own.problems
            notes.edits.append(
                TableEdit(
                    file: file, range: start..<bytes.count, replacement: String(decoding: text[start...], as: UTF8.self)
                ))
            return count
        }
    }

    private static func rows(
        _ form: TableForm, _ file: String, _ bytes: UnsafeRawBufferPointer, _ start: Int, _ notes: inout Notes,
        _ body: (inout TableRow) -> Void
    ) -> Int {
        var reader = CSVReader(bytes, from: start)
        guard let header = TableHeader.read(form, file, &reader, &notes) else {
            notes.hasLostRows = true
            return 0
        }
        var rows = 0, slack = TableSlack(file: file, header: header, reader)
        while true {
            do {
                guard try reader.next() else { break }
            } catch {
                rows += 1
                notes.hasLostRows = true
                let position = reader.position(of: error.offset)
                notes.problems.add(
                    DataProblem(
                        error.rule, file: file, line: position.line, column: position.column, found: error.found))
                continue
            }
            if slack.isEmpty(reader) { continue }
            rows += 1
            guard slack.fits(reader) else {
                notes.hasLostRows = true
                notes.problems.add(
                    DataProblem(
                        .fieldCount(reader.fields.count, header.width, TableSlack.thousands(reader)), file: file,
                        line: reader.recordLine, column: 1))
                continue
            }
            var row = TableRow(file: file, reader: reader, indices: header.indices)
            for column in form.required where row.isBlank(column) { row.add(.requiredCell, column) }
            body(&row)
            let reported = row.reported
            for problem in reported.problems { notes.problems.add(problem) }
            notes.edits += reported.edits
        }
        slack.report(&notes)
        if rows == 0, form.resource == TableForm.observations.resource {
            notes.problems.add(DataProblem(.emptyObservations, file: file))
        }
        return rows
    }
}

/// Empty rows and commas at the end of rows: they mean nothing, and are said once for a file.
struct TableSlack {
    let file: String
    let header: TableHeader
    private var blank: (line: Int, count: Int) = (0, 0)
    private var trailing: (line: Int, count: Int)
    private var edits: [TableEdit] = []

    /// How many cells more than columns every row has, all empty: spreadsheets fill a table up to a rectangle.
    private let surplus: Int

    /// - Parameter reader: stands behind the header.
    init(file: String, header: TableHeader, _ reader: CSVReader) {
        self.file = file
        self.header = header
        surplus = max(header.surplus, Self.surplus(header, reader))
        trailing = (1, header.slack == nil ? 0 : 1)
        if let slack = header.slack { edits.append(TableEdit(file: file, range: slack, replacement: "")) }
    }

    /// The surplus of the first rows, where all have the same. In one row alone a comma too many has moved its cells.
    private static func surplus(_ header: TableHeader, _ reader: CSVReader) -> Int {
        var reader = reader, counts: [Int] = []
        while counts.count < 3, let isRow = try? reader.next(), isRow {
            guard reader.fields.contains(where: { $0.start < $0.end }) else { continue }
            let isLoose = reader.fields.dropFirst(header.width).allSatisfy { $0.start == $0.end }
            counts.append(isLoose ? reader.fields.count - header.width : 0)
        }
        return Set(counts).count == 1 ? counts[0] : 0
    }

    /// Whether a record has no text in any cell.
    mutating func isEmpty(_ reader: CSVReader) -> Bool {
        guard reader.fields.allSatisfy({ $0.start == $0.end }) else { return false }
        if blank.count == 0 { blank.line = reader.recordLine }
        blank.count += 1
        edits.append(TableEdit(file: file, range: reader.recordStart..<reader.offset, replacement: ""))
        return true
    }

    /// Whether a record has as many cells as there are columns; empty ones too many do not count.
    mutating func fits(_ reader: CSVReader) -> Bool {
        let count = reader.fields.count
        if count == header.width { return true }
        guard count > header.width, count <= header.width + surplus,
            reader.fields[header.width...].allSatisfy({ $0.start == $0.end }),
            let last = reader.fields.last
        else { return false }
        if trailing.count == 0 { trailing.line = reader.recordLine }
        trailing.count += 1
        edits.append(TableEdit(file: file, range: reader.fields[header.width].offset - 1..<last.end, replacement: ""))
        return true
    }

    func report(_ notes: inout TableReader.Notes) {
        if blank.count > 0 {
            notes.problems.add(DataProblem(.emptyRows(blank.count), file: file, line: blank.line, column: 1))
        }
        if trailing.count > 0 {
            notes.problems.add(DataProblem(.trailingCommas(trailing.count), file: file, line: trailing.line, column: 1))
        }
        notes.edits += edits
    }

    /// A number that a separator of thousands has split into two cells: 12,900 without quotes.
    static func thousands(_ reader: CSVReader) -> String? {
        func isDigits(_ text: String, _ count: ClosedRange<Int>) -> Bool {
            count.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        let cells = reader.fields.map(reader.text)
        return zip(cells, cells.dropFirst()).first { isDigits($0, 1...3) && isDigits($1, 3...3) }.map { "\($0),\($1)" }
    }
}
