/// Reads spreadsheets in the form of OpenDocument 1.0 to 1.4 (.ods).
enum OpenDocumentReader {
    static func read(
        _ archive: ZipArchive, _ options: WorkbookOptions, _ take: (WorkbookSheet) throws -> Void
    ) throws {
        if archive.holds("META-INF/manifest.xml") {
            let manifest = ManifestPart()
            try XMLStream.read("META-INF/manifest.xml", of: archive, options.limits, manifest)
            if manifest.isEncrypted { throw WorkbookFault.encrypted }
        }
        // A sheet is handed over as soon as it ends; what the body throws is carried past the parser.
        var failure: (any Error)?
        try withoutActuallyEscaping(take) { take in
            let content = ContentPart(options) { sheet throws(WorkbookFault) in
                do { try take(sheet) } catch {
                    failure = error
                    throw WorkbookFault.notAWorkbook
                }
            }
            do {
                try XMLStream.read("content.xml", of: archive, options.limits, content)
            } catch {
                throw failure ?? error
            }
            guard content.isSpreadsheet else { throw WorkbookFault.notAWorkbook }
            if let name = options.sheet, !content.names.contains(name) {
                throw WorkbookFault.noSuchSheet(name, content.names)
            }
        }
    }
}

/// `META-INF/manifest.xml`, which says whether parts are encrypted.
final class ManifestPart: XMLHandler {
    private(set) var isEncrypted = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) { if name == "encryption-data" { isEncrypted = true } }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// `content.xml`: styles, then the sheets.
final class ContentPart: XMLHandler {
    private let options: WorkbookOptions
    private let take: (WorkbookSheet) throws(WorkbookFault) -> Void
    private(set) var isSpreadsheet = false
    private(set) var names: [String] = []
    private var styles = OpenDocumentStyles()
    private var sheet: WorkbookSheet?
    private var grid: SheetGrid
    /// How deep the reading is inside elements whose text is not the cell's: notes, drawings, readings beside a text.
    private var passed = 0
    private var tables = 0

    private var row = 0
    private var rowRepeats = 1
    private var column = 0
    private var cell: OpenCell?
    /// The cells of the row, in which it is repeated.
    private var rowCells: [(column: Int, text: SheetGrid.Text, kind: SheetGrid.Kind)] = []
    private var columnStyles: [(end: Int, style: String)] = []

    init(_ options: WorkbookOptions, _ take: @escaping (WorkbookSheet) throws(WorkbookFault) -> Void) {
        self.options = options
        self.take = take
        grid = SheetGrid(options.limits)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
        if passed > 0 {
            passed += 1
            return
        }
        switch name {
        case "spreadsheet": isSpreadsheet = true
        case "table": startTable(attributes)
        case "table-column" where sheet != nil: startColumn(attributes)
        case "table-row" where sheet != nil:
            (rowRepeats, column) = (max(1, attributes.number("number-rows-repeated") ?? 1), 0)
            rowCells.removeAll(keepingCapacity: true)
        case "table-cell" where sheet != nil, "covered-table-cell" where sheet != nil: startCell(attributes)
        case "annotation", "frame", "ruby-text", "shapes", "custom-shape", "tracked-changes": passed = 1
        case "p": cell?.startParagraph()
        case "span": cell?.startSpan(attributes["style-name"].flatMap(styles.place))
        case "s": cell?.add([UInt8](repeating: 0x20, count: min(1_000, max(1, attributes.number("c") ?? 1))))
        case "tab": cell?.add([0x20])
        case "line-break": cell?.add([0x0A])
        default: if tables == 0 { styles.start(name, attributes) }
        }
    }

    private func startTable(_ attributes: XMLAttributes) {
        tables += 1
        guard tables == 1, isSpreadsheet else { return }
        let name = attributes["name"] ?? "", isHidden = attributes["style-name"].map(styles.isHidden) ?? false
        names.append(name)
        sheet = WorkbookSheet(name: name, isHidden: isHidden, grid: SheetGrid(options.limits))
        grid.clear(keeping: 0)
        (row, columnStyles) = (0, [])
    }

    private func startColumn(_ attributes: XMLAttributes) {
        let count = min(CellPlace.lastColumn + 1, max(1, attributes.number("number-columns-repeated") ?? 1))
        columnStyles.append(((columnStyles.last?.end ?? 0) + count, attributes["default-cell-style-name"] ?? ""))
    }

    private func startCell(_ attributes: XMLAttributes) {
        let style = attributes["style-name"] ?? columnStyles.first { column < $0.end }?.style ?? ""
        cell = OpenCell(attributes, styles.format(style))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
        if passed > 0 { return }
        cell?.addText(bytes)
        if tables == 0 { styles.text(bytes) }
    }

    func end(_ name: XMLName) throws(WorkbookFault) {
        if passed > 0 {
            passed -= 1
            return
        }
        switch name {
        case "p": cell?.endParagraph()
        case "span": cell?.endSpan()
        case "table-cell", "covered-table-cell": try endCell()
        case "table-row": try endRow()
        case "table": try endTable()
        default: if tables == 0 { styles.end(name) }
        }
    }

    private func endCell() throws(WorkbookFault) {
        guard let cell else { return }
        self.cell = nil
        defer { column += cell.repeats }
        guard sheet.map({ options.wants($0.name, isHidden: $0.isHidden) }) ?? false else { return }
        if cell.isUncomputed { grid.putUncomputed(row: row, column: column) }
        if cell.spannedRows > 1 || cell.spannedColumns > 1, grid.merges.count < SheetGrid.mostMerges {
            grid.merges.append(
                CellRange(
                    rows: row...min(CellPlace.lastRow + 1, row + cell.spannedRows - 1),
                    columns: column...(column + cell.spannedColumns - 1)))
        }
        guard let (bytes, kind) = cell.content(), !bytes.isEmpty else { return }
        let text = try grid.keep(bytes)
        for target in column..<min(column + cell.repeats, CellPlace.lastColumn + 1) {
            rowCells.append((target, text, kind))
        }
    }

    private func endRow() throws(WorkbookFault) {
        if !rowCells.isEmpty {
            for repeated in row..<min(row + rowRepeats, CellPlace.lastRow + 1) {
                for cell in rowCells { try grid.put(cell.text, cell.kind, row: repeated, column: cell.column) }
            }
        }
        row = min(row + rowRepeats, CellPlace.lastRow + 1)
    }

    private func endTable() throws(WorkbookFault) {
        tables -= 1
        guard tables == 0, var sheet else { return }
        self.sheet = nil
        if options.wants(sheet.name, isHidden: sheet.isHidden) {
            grid.sort()
            try grid.fillMerged()
            (sheet.grid, sheet.isHidden) = (grid, false)
            try take(sheet)
        } else if options.sheet == nil {
            try take(sheet)
        }
    }
}

/// A cell while it is read.
struct OpenCell {
    let repeats: Int
    let spannedRows: Int
    let spannedColumns: Int
    private let type: String
    private let value: String?
    private let hasFormula: Bool
    private let format: OpenDocumentStyles.Format?
    private var shown: [UInt8] = []
    private var paragraphs = 0
    private var isInParagraph = false

    init(_ attributes: XMLAttributes, _ format: OpenDocumentStyles.Format?) {
        func count(_ name: StaticString) -> Int { min(1 << 21, max(1, attributes.number(name) ?? 1)) }
        repeats = count("number-columns-repeated")
        spannedRows = count("number-rows-spanned")
        spannedColumns = min(CellPlace.lastColumn, count("number-columns-spanned"))
        type = attributes["value-type"] ?? ""
        value =
            switch type {
            case "date": attributes["date-value"]
            case "time": attributes["time-value"]
            case "boolean": attributes["boolean-value"]
            case "string": attributes["string-value"]
            default: attributes["value"]
            }
        hasFormula = attributes.bytes("formula") != nil
        self.format = format
    }

    mutating func startParagraph() {
        if paragraphs > 0 { shown.append(0x0A) }
        paragraphs += 1
        isInParagraph = true
    }

    mutating func endParagraph() { isInParagraph = false }
    mutating func add(_ bytes: [UInt8]) { if isInParagraph { shown += bytes } }
    mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInParagraph else { return }
        if spans.last.flatMap({ $0 }) == nil { shown += bytes } else { raised += bytes }
    }

    /// Where the text of the spans stands that have begun, and that of the innermost one.
    private var spans: [RaisedText.Place?] = []
    private var raised: [UInt8] = []

    mutating func startSpan(_ place: RaisedText.Place?) {
        endRaised()
        spans.append(place ?? spans.last.flatMap { $0 })
    }

    mutating func endSpan() {
        endRaised()
        _ = spans.popLast()
    }

    private mutating func endRaised() {
        if let place = spans.last.flatMap({ $0 }) { shown += RaisedText.written(raised, place, behind: shown) }
        raised.removeAll(keepingCapacity: true)
    }

    var isUncomputed: Bool { hasFormula && type.isEmpty && shown.isEmpty }

    private static let errors = ["#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#N/A", "Err:"]

    /// What the cell says, and its kind.
    func content() -> ([UInt8], SheetGrid.Kind)? {
        if hasFormula, shown.first == UInt8(ascii: "#") || shown.starts(with: "Err:".utf8) {
            let text = String(decoding: shown, as: UTF8.self)
            if Self.errors.contains(where: { text.hasPrefix($0) }) { return (shown, .error) }
        }
        switch type {
        case "float", "percentage", "currency":
            guard let value, let number = DecimalText(Array(value.utf8)) else { return (shown, .text) }
            let percent = type == "percentage"
            let shift = percent ? 2 : format?.shift ?? 0
            return (number.shifted(by: shift).bytes() + (percent ? [UInt8(ascii: "%")] : format?.unit ?? []), .number)
        case "date":
            guard let value else { return (shown, .text) }
            return (Array(Self.day(value, format?.precision).utf8), .date)
        case "time": return (shown, .date)
        case "boolean": return (Array((value == "true" ? "TRUE" : "FALSE").utf8), .text)
        case "string": return (value.map { $0.isEmpty ? shown : Array($0.utf8) } ?? shown, .text)
        default: return shown.isEmpty ? nil : (shown, .text)
        }
    }

    /// `2022-11-01T00:00:00` as far as it is shown.
    private static func day(_ value: String, _ precision: SerialDate.Precision?) -> String {
        let parts = value.split(separator: "T", maxSplits: 1)
        guard let day = parts.first else { return value }
        let fields = day.split(separator: "-")
        switch precision {
        case .year where fields.count == 3: return String(fields[0])
        case .month where fields.count == 3: return "\(fields[0])-\(fields[1])"
        default:
            let time = parts.dropFirst().first.map(String.init) ?? ""
            return time.isEmpty || time.hasPrefix("00:00:00") ? String(day) : "\(day) \(time.prefix(8))"
        }
    }
}
