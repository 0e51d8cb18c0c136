import Indicators
import Threads
import Workbooks

/// Files that hold tables in another form than text: workbooks, compressed tables, web pages, records of JSON.
struct WrappedFile {
    private let file: ForeignFile
    private let now: Instant
    private let progress: LoadProgress?

    /// The bytes that a compressed table may have.
    static let largestExpanded = 512 << 20
    /// Larger files of JSON and HTML are refused, because their tables are held in memory.
    static let largestText = 128 << 20

    /// Reads the tables of a file; nil where it is not of such a form.
    static func read(_ bytes: FileBytes, _ file: ForeignFile, now: Instant, progress: LoadProgress?)
        -> CatalogueReading?
    {
        let reading = WrappedFile(file: file, now: now, progress: progress).read(bytes, isExpanded: false)
        if reading == nil, file.sheet != nil { return refused(.sheetOfNoBook, file) }
        return reading
    }

    private static func refused(_ rule: Rule, _ file: ForeignFile) -> CatalogueReading {
        CatalogueReading(
            catalogue: nil, problems: [DataProblem(rule, file: file.path)],
            files: [CatalogueReading.FileSummary(path: file.path, rows: 0)])
    }

    private func refused(_ rule: Rule) -> CatalogueReading { Self.refused(rule, file) }

    private func read(_ bytes: FileBytes, isExpanded: Bool) -> CatalogueReading? {
        bytes.protect()
        guard let kind = bytes.withBytes({ FileKind($0) }) else { return nil }
        switch kind {
        case .zip: return book(bytes)
        case .gzip: return isExpanded ? refused(FileKind.gzip.rule) : expanded(bytes)
        case .webPage: return page(bytes)
        case .json: return records(bytes)
        default: return nil
        }
    }

    // MARK: Workbooks

    private var isCalledBook: Bool {
        [".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".ots", ".et", ".ett"].contains {
            file.path.lowercased().hasSuffix($0)
        }
    }

    private func book(_ bytes: FileBytes) -> CatalogueReading {
        var reading = BookReading(file, now: now, progress: progress)
        do {
            try bytes.withBytes { raw in
                try WorkbookReader.read(raw, WorkbookOptions(sheet: file.sheet)) { try reading.take($0) }
            }
        } catch is BookReading.GivenUp {
            return BookReading.givenUp
        } catch {
            let fault = error as? WorkbookFault ?? .cutShort
            if !bytes.isUnchanged { return refused(.fileChanged) }
            if fault == .notAWorkbook || (fault == .cutShort && !isCalledBook) { return refused(FileKind.zip.rule) }
            reading.add(.workbookFault(fault))
        }
        return reading.reading()
    }

    // MARK: Compressed files

    private func expanded(_ bytes: FileBytes) -> CatalogueReading {
        do {
            let content = FileBytes(
                copying: try bytes.withBytes { raw throws(WorkbookFault) in
                    try Gzip.expanded(raw, atMost: Self.largestExpanded)
                })
            var inner = file
            if inner.title == nil, file.path.lowercased().hasSuffix(".gz") {
                inner.title = ForeignFile(path: String(file.path.dropLast(3))).stem
            }
            let wrapped = WrappedFile(file: inner, now: now, progress: progress)
            return wrapped.read(content, isExpanded: true)
                ?? CatalogueReading(ForeignReader.read(content, inner, now: now, progress: progress))
        } catch {
            if !bytes.isUnchanged { return refused(.fileChanged) }
            if case .tooLarge(let limit) = error { return refused(.fileTooLarge(limit)) }
            return refused(.damagedArchive)
        }
    }

    // MARK: Texts

    private func page(_ bytes: FileBytes) -> CatalogueReading {
        guard bytes.count <= Self.largestText else { return refused(.fileTooLarge(Self.largestText)) }
        var reading = BookReading(file, now: now, progress: progress)
        do {
            let text = try DecodedText.whole(bytes)
            let sheets = try text.file.withBytes { raw throws(WorkbookFault) in
                try HTMLTables.read(UnsafeRawBufferPointer(rebasing: raw[text.start...]))
            }
            for sheet in sheets where !sheet.grid.tables().isEmpty { try reading.take(sheet) }
        } catch let fault as DecodedText.Fault {
            return refused(fault.rule)
        } catch is BookReading.GivenUp {
            return BookReading.givenUp
        } catch {
            reading.add(.workbookFault(error as? WorkbookFault ?? .cutShort))
        }
        return reading.isEmpty ? refused(FileKind.webPage.rule) : reading.reading()
    }

    private func records(_ bytes: FileBytes) -> CatalogueReading {
        guard bytes.count <= Self.largestText else { return refused(.fileTooLarge(Self.largestText)) }
        do {
            let text = try DecodedText.whole(bytes)
            let found = try text.file.withBytes { raw throws(JSONFault) in try Self.records(raw, from: text.start) }
            guard let found else { return refused(FileKind.json.rule) }
            var reading = BookReading(file, now: now, progress: progress)
            do { try reading.take(found) } catch { return BookReading.givenUp }
            return reading.reading()
        } catch let fault as JSONFault {
            let place = bytes.withBytes { PackageReader.position(min(fault.offset, $0.count), $0) }
            return CatalogueReading(
                catalogue: nil,
                problems: [
                    DataProblem(fault.rule, file: file.path, line: place.line, column: place.column, found: fault.found)
                ], files: [CatalogueReading.FileSummary(path: file.path, rows: 0)])
        } catch {
            return refused((error as? DecodedText.Fault)?.rule ?? FileKind.json.rule)
        }
    }

    /// The records of one value, or of one value a line.
    private static func records(_ raw: UnsafeRawBufferPointer, from start: Int) throws(JSONFault) -> JSONRecords? {
        do {
            return JSONRecords(try JSONReader.read(raw, from: start))
        } catch {
            var nodes: [JSONNode] = []
            for line in raw[start...].split(separator: 0x0A) {
                let line = UnsafeRawBufferPointer(rebasing: line)
                if line.allSatisfy({ $0 <= 0x20 }) { continue }
                guard let node = try? JSONReader.read(line), node.isObject else { throw error }
                nodes.append(node)
            }
            guard let records = JSONRecords(lines: nodes) else { throw error }
            return records
        }
    }
}

extension DecodedText {
    /// The text of a file in UTF-8, checked to its end.
    ///
    /// - Throws: `Fault`.
    static func whole(_ file: FileBytes) throws(Fault) -> DecodedText {
        let text = try opened(file, isText: true)
        guard text.encoding == .utf8, let fault = text.fault() else { return text }
        return try other(file, fault: fault)
    }
}
