import Indicators

/// Reads one table, header and rows, and collects every problem.
enum TableReader {
    static let largestFile = 512 << 20

    /// Calls the body for each row with the right number of cells, with or without problems. Its problems are added to
    /// the list.
    ///
    /// - Returns: the form of the file and its number of data rows.
    static func read(
        _ form: TableForm, file: String, in folder: any TableFolder, _ problems: inout ProblemList,
        _ body: (inout TableRow) -> Void
    ) -> CatalogueReading.FileSummary {
        var summary = CatalogueReading.FileSummary(path: file, rows: 0)
        do {
            try folder.withFile(file, maximumBytes: largestFile) { bytes in
                summary.describe(.utf8, UInt8(ascii: ","))
                let findings = TextCheck.findings(in: bytes)
                guard let other = otherEncoding(bytes, findings) else {
                    if TextEncoding.marked(bytes) == .utf8Marked { summary.encoding = .utf8Marked }
                    summary.rows = read(form, file, bytes, findings, &problems, body)
                    return
                }
                problems.add(DataProblem(.otherEncoding(other.encoding.rawValue), file: file))
                summary.encoding = other.encoding
                summary.rows = other.text.withUnsafeBytes {
                    read(form, file, $0, TextCheck.findings(in: $0), &problems, body)
                }
            }
        } catch {
            problems.add(DataProblem(rule(for: error), file: file))
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
        _ problems: inout ProblemList,
        _ body: (inout TableRow) -> Void
    ) -> Int {
        if let offset = findings.fault {
            let fault = TextCheck.fault(at: offset, in: bytes)
            problems.add(
                DataProblem(
                    fault.rule, file: file, line: fault.place.line, column: fault.place.column, found: fault.found))
            return 0
        }
        let start = TextCheck.startAfterMark(bytes)
        if start > 0 { problems.add(DataProblem(.byteOrderMark, file: file, line: 1, column: 1)) }
        guard start < bytes.count else {
            problems.add(DataProblem(.emptyFile, file: file))
            return 0
        }
        var reader = CSVReader(bytes, from: start)
        if let offset = findings.unsafe { problems.add(TextCheck.unsafeCharacter(at: offset, in: bytes, file: file)) }
        guard let places = header(form, file, &reader, &problems) else { return 0 }
        let width = reader.fields.count
        var rows = 0
        while true {
            do {
                guard try reader.next() else { return rows }
            } catch {
                rows += 1
                let position = reader.position(of: error.offset)
                problems.add(
                    DataProblem(
                        error.rule, file: file, line: position.line, column: position.column, found: error.found))
                continue
            }
            if reader.fields.count == 1, reader.fields[0].start == reader.fields[0].end,
                reader.fields[0].offset == reader.fields[0].start
            {
                problems.add(DataProblem(.blankLine, file: file, line: reader.recordLine, column: 1))
                continue
            }
            rows += 1
            guard reader.fields.count == width else {
                problems.add(
                    DataProblem(.fieldCount(reader.fields.count, width), file: file, line: reader.recordLine, column: 1)
                )
                continue
            }
            var row = TableRow(file: file, reader: reader, places: places)
            for column in form.required where row.isEmpty(column) { row.add(.requiredCell, column) }
            body(&row)
            for problem in row.problems { problems.add(problem) }
        }
    }

    /// Reads the column names; nil where a required one is missing.
    private static func header(
        _ form: TableForm, _ file: String, _ reader: inout CSVReader, _ problems: inout ProblemList
    ) -> ColumnPlaces? {
        do {
            guard try reader.next() else { return nil }
        } catch {
            let position = reader.position(of: error.offset)
            problems.add(
                DataProblem(error.rule, file: file, line: position.line, column: position.column, found: error.found))
            return nil
        }
        var places = ColumnPlaces(), unknown: [String] = []
        let columns = form.columns
        for (index, field) in reader.fields.enumerated() {
            let name = reader.text(field)
            let column = columns.first { $0.rawValue == name }
            if column.map({ places[$0] != nil }) ?? unknown.contains(name) {
                let position = reader.position(of: field.offset)
                problems.add(
                    DataProblem(.repeatedColumn, file: file, line: position.line, column: position.column, field: name))
            } else if column == nil {
                let position = reader.position(of: field.offset)
                problems.add(
                    DataProblem(
                        .unknownColumn, file: file, line: position.line, column: position.column, field: name,
                        found: name))
            }
            if let column { places[column] = index } else { unknown.append(name) }
        }
        if reader.fields.count == 1, places[form.required[0]] == nil, let name = unknown.first,
            name.contains(";") || name.contains("\t")
        {
            problems.add(DataProblem(.otherSeparator, file: file, line: 1, column: 1, found: name))
            return nil
        }
        let missing = form.needed.filter { places[$0] == nil }
        for column in missing {
            problems.add(DataProblem(.missingColumn, file: file, line: 1, column: 1, field: column.rawValue))
        }
        return missing.isEmpty ? places : nil
    }
}
