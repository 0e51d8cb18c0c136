import Indicators
import Threads
import Workbooks

/// Collects the tables of a workbook, or of another file that holds several: each becomes a topic.
struct BookReading {
    private let file: ForeignFile
    private let now: Instant
    private let progress: LoadProgress?
    private var problems = ProblemList()
    private var files: [CatalogueReading.FileSummary] = []
    private var parts: [ForeignMerge.Part] = []
    private var names: [String: Int] = [:]

    /// The reading was asked to stop.
    struct GivenUp: Error {}

    init(_ file: ForeignFile, now: Instant, progress: LoadProgress?) {
        self.file = file
        self.now = now
        self.progress = progress
    }

    // MARK: Sheets

    mutating func take(_ sheet: WorkbookSheet) throws {
        var sheet = sheet
        sheet.name = Self.visible(sheet.name)
        if sheet.isHidden { return add(.hiddenSheet, found: sheet.name) }
        let path = "\(file.path):\(sheet.name)"
        for cell in sheet.grid.cells where cell.kind == .error {
            let text = sheet.grid.text(cell)
            // #N/A is written on purpose where there is no figure.
            if text != "#N/A" { add(.errorCell, path, row: Int(cell.row), column: Int(cell.column), found: text) }
        }
        if let (count, row, column) = sheet.grid.uncomputed { add(.uncomputed(count), path, row: row, column: column) }
        let tables = sheet.grid.tables()
        if tables.isEmpty, !sheet.grid.cells.isEmpty { add(.sheetWithoutFigures, found: sheet.name) }
        for table in tables {
            let (text, lines) = try sheet.grid.csv(table, atMost: ForeignReader.largestWide)
            try take(
                FileBytes(copying: text), CellPlaces(sheet: sheet.name, table, lines), sheet.name, path,
                isAlone: tables.count == 1)
        }
    }

    /// Takes the records of a JSON file.
    mutating func take(_ records: JSONRecords) throws {
        let text = records.csv
        try take(FileBytes(copying: text), CellPlaces(records, text), "", file.path, isAlone: true)
    }

    private mutating func take(
        _ text: FileBytes, _ cells: CellPlaces, _ sheet: String, _ path: String, isAlone: Bool
    ) throws {
        var own = ForeignFile(path: path, date: file.date)
        own.cells = cells
        own.sheetName = sheet.isEmpty ? nil : sheet
        own.title = sheet.isEmpty || Self.isGeneric(sheet) ? file.stem : sheet
        var reading = ForeignReader.read(text, own, separator: UInt8(ascii: ","), now: now, progress: progress)
        if reading.isGivenUp { throw GivenUp() }
        for problem in reading.problems.problems { problems.add(cells.placed(problem, in: text)) }
        (reading.summary.encoding, reading.summary.delimiter) = (nil, nil)
        reading.summary.sheet = cells.sheet?.name
        if !isAlone { reading.summary.range = cells.sheet?.range }
        files.append(reading.summary)
        guard let catalogue = reading.catalogue else { return }
        names[sheet, default: 0] += 1
        let count = names[sheet] ?? 1
        let title = catalogue.topics.first?.title.zh ?? sheet
        parts.append(
            ForeignMerge.Part(
                name: count == 1 ? sheet : "\(sheet)-\(count)",
                title: isAlone ? sheet : title == own.title ? "\(sheet) \(count)" : title, catalogue: catalogue))
    }

    /// Whether no table was found.
    var isEmpty: Bool { files.isEmpty && !problems.hasError }

    /// A name without what could not be seen, or would turn the direction of writing.
    private static func visible(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: break
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Names that programs give by themselves.
    private static func isGeneric(_ sheet: String) -> Bool {
        ["sheet", "工作表", "表"].contains { name in
            sheet.lowercased().hasPrefix(name) && sheet.dropFirst(name.count).allSatisfy { $0.isNumber || $0 == " " }
        }
    }

    // MARK: Problems

    mutating func add(_ rule: Rule, found: String = "") {
        problems.add(DataProblem(rule, file: file.path, found: found))
    }

    private mutating func add(_ rule: Rule, _ path: String, row: Int, column: Int, found: String = "") {
        var problem = DataProblem(rule, file: path, line: row + 1, column: column + 1, found: found)
        problem.cell = CellPlace.text(row: row, column: column)
        problems.add(problem)
    }

    // MARK: Result

    func reading() -> CatalogueReading {
        var problems = problems
        if parts.isEmpty, !problems.hasError { problems.add(DataProblem(.emptyBook, file: file.path)) }
        let catalogue =
            parts.count == 1
            ? parts[0].catalogue
            : ForeignMerge.merged(parts, name: file.stem, title: file.stem, publisher: "", address: "")
        return CatalogueReading(catalogue: catalogue, problems: problems.problems, files: files)
    }

    static let givenUp = CatalogueReading(catalogue: nil, problems: [], files: [], isGivenUp: true)
}
