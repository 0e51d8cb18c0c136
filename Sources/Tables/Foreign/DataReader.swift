import Indicators
import Threads

/// The location of data: a folder of tables, or one file.
public enum DataLocation: Sendable {
    case folder(any TableFolder)
    case file(FileBytes, ForeignFile)
    /// What has been read already, under a name.
    case read(CatalogueReading, name: String)

    /// The name of the location in messages.
    public var displayName: String {
        switch self {
        case .folder(let folder): folder.displayName
        case .file(_, let file): file.path
        case .read(_, let name): name
        }
    }

    /// Makes a mapped file that shrinks read as zeros. Call it after a screen was opened, which installs signal
    /// handlers of its own.
    public func protect() { if case .file(let bytes, _) = self { bytes.protect() } }

    /// The number of bytes that must be read before anything can be shown; nil for a folder, whose tables are small.
    public var size: Int? {
        switch self {
        case .folder, .read: nil
        case .file(let bytes, _): bytes.count
        }
    }
}

/// Reads data of any supported form: our own package, any other Data Package, or a single table.
public enum DataReader {
    /// The endings by which the one table of a folder is found.
    private static let tableEndings = [".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".csv.gz", ".tsv.gz"]

    /// - Parameters:
    ///   - now: figures under embargo after this moment are withheld.
    ///   - progress: receives the progress and can ask the reading to stop.
    public static func read(_ location: DataLocation, now: Instant = .distantPast, progress: LoadProgress? = nil)
        -> CatalogueReading
    {
        switch location {
        case .read(let reading, _): return reading
        case .file(let bytes, let file): return table(bytes, file, now, progress)
        case .folder(let folder):
            var problems = ProblemList()
            let package = PackageReader(folder, &problems)
            if package.isForeign, let root = FrictionlessReader.root(folder) {
                return FrictionlessReader.read(folder, root, now: now, progress: progress)
            }
            // Without a description the folder is read if it holds exactly one table.
            let tables =
                package.isMissing
                ? folder.fileNames.filter { name in tableEndings.contains { name.lowercased().hasSuffix($0) } } : []
            guard tables.count == 1, let bytes = try? folder.contents(of: tables[0], maximumBytes: .max) else {
                return CatalogueReader.read(folder, package, problems, now: now)
            }
            var file = ForeignFile(path: tables[0], date: folder.date(of: tables[0]))
            let beside = tables[0] + RoleOverrides.ending
            if let roles = try? folder.contents(of: beside, maximumBytes: 1 << 16) {
                file.roles = RoleOverrides(roles.withBytes { String(decoding: $0, as: UTF8.self) }, path: beside)
            }
            return table(bytes, file, now, progress)
        }
    }

    /// A single file: a workbook or the like, else a table of text.
    private static func table(_ bytes: FileBytes, _ file: ForeignFile, _ now: Instant, _ progress: LoadProgress?)
        -> CatalogueReading
    {
        WrappedFile.read(bytes, file, now: now, progress: progress)
            ?? CatalogueReading(ForeignReader.read(bytes, file, now: now, progress: progress))
    }
}

extension CatalogueReading {
    /// The reading of a file with one table.
    init(_ one: ForeignReading) {
        self.init(
            catalogue: one.catalogue, problems: one.problems.problems, files: [one.summary], isGivenUp: one.isGivenUp)
    }
}

/// Reads a single table from another publisher.
enum ForeignReader {
    /// Wide tables and tables of records are read cell by cell, so larger ones would take too long.
    static let largestWide = 256 << 20

    static func read(
        _ bytes: FileBytes, _ file: ForeignFile, separator: UInt8? = nil, now: Instant = .distantPast,
        progress: LoadProgress? = nil
    ) -> ForeignReading {
        var reading = unwatched(bytes, file, separator, now, progress)
        if !bytes.isUnchanged {
            // Other problems are most likely an effect of the file being cut.
            if reading.catalogue == nil { reading.problems = ProblemList() }
            reading.problems.insert(DataProblem(.fileChanged, file: file.path))
        }
        return reading
    }

    private static func unwatched(
        _ bytes: FileBytes, _ file: ForeignFile, _ separator: UInt8?, _ now: Instant, _ progress: LoadProgress?
    ) -> ForeignReading {
        var reading = ForeignReading(summary: CatalogueReading.FileSummary(path: file.path, rows: 0))
        func refuse(_ fault: DecodedText.Fault) -> ForeignReading {
            reading.problems.add(
                DataProblem(fault.rule, file: file.path, line: fault.line, column: fault.column, found: fault.found))
            return reading
        }
        bytes.protect()
        do {
            let text = try DecodedText.opened(bytes, isText: file.cells != nil)
            guard !text.isBlank else { return refuse(DecodedText.Fault(rule: .emptyTable)) }
            do {
                return try read(text, file, separator, now, progress)
            } catch {
                guard text.encoding == .utf8 else { return refuse(error) }
                return try read(try DecodedText.other(bytes, fault: error), file, separator, now, progress)
            }
        } catch {
            return refuse(error)
        }
    }

    private static func read(
        _ text: DecodedText, _ file: ForeignFile, _ separator: UInt8?, _ now: Instant, _ progress: LoadProgress?
    ) throws(DecodedText.Fault) -> ForeignReading {
        var text = text
        if let parted = EurostatTable.parted(text.file, from: text.start) {
            text = DecodedText(file: parted, encoding: text.encoding, start: text.start)
        }
        let head = text.file.withBytes { TableHead($0, from: text.start, separator: separator) }
        var table = text.file.withBytes { TableDecision($0, head, file.roles, sheet: file.sheetName) }
        let isGuess = EncodingGuess.candidates.contains(text.encoding)
        // The source of the figures says it on every screen that shows it.
        if isGuess { table?.context.notes.append("文字编码按内容推断 encoding guessed：\(text.encoding.rawValue)") }
        let headerLine = table.map { head.records[$0.frame.header].line }
        var reading: ForeignReading
        if let table, table.roles.form == .tidy {
            reading = try TidyTable.reading(text, table, head, file, now: now, progress: progress)
        } else {
            if text.file.count > largestWide { throw DecodedText.Fault(rule: .fileTooLarge(largestWide)) }
            if let fault = text.fault() { throw fault }
            if let table, [.wide, .records].contains(table.roles.form) {
                reading = FigureRows.reading(text, table, head, file)
            } else {
                reading = refusal(text, table, head, file)
            }
            // Characters that a terminal would interpret; a tidy table is checked while it is read.
            text.file.withBytes { bytes in
                if let offset = TextCheck.firstUnsafe(in: bytes) {
                    reading.problems.add(TextCheck.unsafeCharacter(at: offset, in: bytes, file: file.path))
                }
            }
        }
        for problem in file.roles.problems(table?.roles.names ?? []) { reading.problems.add(problem) }
        if reading.catalogue == nil, !reading.isGivenUp, !reading.problems.hasError {
            reading.problems.add(DataProblem(.noRows, file: file.path, line: headerLine))
        }
        if text.encoding != .utf8, text.encoding != .utf8Marked {
            let rule =
                isGuess && text.encoding != .gb18030
                ? Rule.guessedEncoding(text.encoding.rawValue) : .otherEncoding(text.encoding.rawValue)
            reading.problems.insert(DataProblem(rule, file: file.path))
        }
        return reading
    }

    /// Why there is nothing to show: no table, no periods or no values.
    private static func refusal(
        _ text: DecodedText, _ table: TableDecision?, _ head: TableHead, _ file: ForeignFile
    ) -> ForeignReading {
        var reading = ForeignReading(summary: CatalogueReading.FileSummary(path: file.path, rows: 0))
        reading.summary.describe(text.encoding, head.separator)
        reading.summary.rows = text.file.withBytes { rowCount($0, text.start, head.separator) }
        reading.summary.columns = table?.roles.columns ?? []
        for fault in head.faults {
            reading.problems.add(
                DataProblem(fault.rule, file: file.path, line: fault.line, column: fault.column, found: fault.found))
        }
        guard let first = table.map({ head.records[$0.frame.header] }) ?? head.records.first else { return reading }
        let rule: Rule
        switch table?.roles.form {
        case .noPeriod?: rule = table.map(PeriodRefusal.rule) ?? .noPeriods
        case .noValue? where table?.profile.rows != 0: rule = .noValues
        case .noValue?: rule = .noRows
        default: rule = .noTable
        }
        reading.problems.add(
            DataProblem(
                rule, file: file.path, line: first.line, column: rule.code == Rule.noRows.code ? nil : 1,
                found: rule.code == Rule.noRows.code ? "" : first.cells.joined(separator: ", ")))
        return reading
    }

    /// The number of rows below the first one that is not empty.
    private static func rowCount(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ separator: UInt8) -> Int {
        var reader = CSVReader(bytes, from: start, separator: separator)
        var rows = -1
        while true {
            do {
                guard try reader.next() else { return max(0, rows) }
            } catch {
                rows += 1
                continue
            }
            if reader.fields.contains(where: { $0.start < $0.end }) { rows += 1 }
        }
    }
}
