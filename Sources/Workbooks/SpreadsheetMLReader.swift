/// Reads workbooks in the form of ECMA-376 (.xlsx, .xlsm).
struct SpreadsheetMLReader {
    private let archive: ZipArchive
    private let options: WorkbookOptions
    private let book = BookPart()
    private var sharedPath: String?
    private var stylesPath: String?

    init(_ archive: ZipArchive, _ options: WorkbookOptions) throws {
        self.archive = archive
        self.options = options
        let main = try Self.mainPart(archive, options.limits)
        if main.hasSuffix(".bin") { throw WorkbookFault.binaryWorkbook }
        guard !archive.holdsPart(below: "word/"), !archive.holdsPart(below: "ppt/") else {
            throw WorkbookFault.notAWorkbook
        }
        try XMLStream.read(main, of: archive, options.limits, book)
        let relations = Relations(folder: Relations.folder(of: main))
        let path = Relations.path(for: main)
        if archive.holds(path) { try XMLStream.read(path, of: archive, options.limits, relations) }
        for index in book.sheets.indices {
            guard let relation = relations.all[book.sheets[index].relation] else { continue }
            (book.sheets[index].path, book.sheets[index].isWorksheet) = (relation.path, relation.type == "worksheet")
        }
        sharedPath = relations.all.values.first { $0.type == "sharedStrings" }?.path
        stylesPath = relations.all.values.first { $0.type == "styles" }?.path
    }

    private static func mainPart(_ archive: ZipArchive, _ limits: WorkbookLimits) throws -> String {
        let relations = Relations(folder: "")
        if archive.holds("_rels/.rels") { try XMLStream.read("_rels/.rels", of: archive, limits, relations) }
        return relations.all.values.first { $0.type == "officeDocument" }?.path ?? "xl/workbook.xml"
    }

    mutating func read(_ take: (WorkbookSheet) throws -> Void) throws {
        let sheets = book.sheets.filter(\.isWorksheet)
        if let name = options.sheet, !sheets.contains(where: { $0.name == name }) {
            throw WorkbookFault.noSuchSheet(name, sheets.map(\.name))
        }
        let styles = StylesPart()
        if let stylesPath, archive.holds(stylesPath) {
            try XMLStream.read(stylesPath, of: archive, options.limits, styles)
        }
        let shared = SharedStringsPart(SheetGrid(options.limits))
        if let sharedPath, archive.holds(sharedPath) {
            try XMLStream.read(sharedPath, of: archive, options.limits, shared)
        }
        let part = SheetPart(shared, styles.formats, is1904: book.is1904)
        for sheet in sheets {
            guard options.wants(sheet.name, isHidden: sheet.isHidden) else {
                if options.sheet == nil {
                    try take(WorkbookSheet(name: sheet.name, isHidden: true, grid: SheetGrid(options.limits)))
                }
                continue
            }
            part.begin()
            try XMLStream.read(sheet.path, of: archive, options.limits, part)
            try part.finish()
            try take(WorkbookSheet(name: sheet.name, isHidden: false, grid: part.grid))
        }
    }
}

/// Names of parts that a part refers to.
final class Relations: XMLHandler {
    private let folder: String
    private(set) var all: [String: (path: String, type: String)] = [:]

    init(folder: String) { self.folder = folder }

    /// `xl/` of `xl/workbook.xml`.
    static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }

    /// The part that lists the relations of another.
    static func path(for part: String) -> String {
        let folder = folder(of: part)
        return folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
            let target = attributes["Target"], let type = attributes["Type"]
        else { return }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : Self.joined(folder, target)
        all[id] = (path, String(type.split(separator: "/").last ?? ""))
    }

    /// A path below a folder, without `.` and `..`.
    private static func joined(_ folder: String, _ target: String) -> String {
        var parts: [Substring] = []
        for part in (folder + target).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// `workbook.xml`: the sheets in their order, and the day from which dates are counted.
final class BookPart: XMLHandler {
    struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
        var path = ""
        var isWorksheet = false
    }

    var sheets: [Sheet] = []
    private(set) var is1904 = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": is1904 = attributes.flag("date1904")
        case "sheet":
            let state = attributes["state"] ?? "visible"
            sheets.append(
                Sheet(name: attributes["name"] ?? "", relation: attributes["id"] ?? "", isHidden: state != "visible"))
        default: break
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// `styles.xml`: the number format of each style of cells.
final class StylesPart: XMLHandler {
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]
    private var isInCells = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let number = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
            codes[number] = NumberFormat(code)
        case "cellXfs": isInCells = true
        case "xf" where isInCells && formats.count < 1 << 16:
            let number = attributes.number("numFmtId") ?? 0
            let format = codes[number] ?? NumberFormat(builtIn: number)
            codes[number] = format
            formats.append(format)
        default: break
        }
    }

    func end(_ name: XMLName) { if name == "cellXfs" { isInCells = false } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
