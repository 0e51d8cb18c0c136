/// Finds the tables of a web page, also of one that calls itself a workbook.
///
/// Only tables, rows, cells and their text matter, in pages that are often wrong in form, so a reader of its own is
/// enough: tags that are not closed, cells without rows, tables in tables.
package struct HTMLTables {
    private let bytes: UnsafeRawBufferPointer
    private let limits: WorkbookLimits
    private var offset = 0
    private var open: [OpenTable] = []
    private var sheets: [WorkbookSheet] = []
    private var cells = 0

    static let deepest = 64

    /// The tables in the order in which they end.
    ///
    /// - Parameter bytes: UTF-8.
    package static func read(_ bytes: UnsafeRawBufferPointer, _ limits: WorkbookLimits = WorkbookLimits())
        throws(WorkbookFault) -> [WorkbookSheet]
    {
        var reader = HTMLTables(bytes: bytes, limits: limits)
        try reader.readAll()
        return reader.sheets
    }

    private init(bytes: UnsafeRawBufferPointer, limits: WorkbookLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    private mutating func readAll() throws(WorkbookFault) {
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "<") { try readTag() } else { readText() }
        }
        while !open.isEmpty { try close() }
    }

    // MARK: Text

    private mutating func readText() {
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        if !open.isEmpty { open[open.count - 1].add(UnsafeRawBufferPointer(rebasing: bytes[offset..<end])) }
        offset = end
    }

    // MARK: Tags

    private func begins(_ text: StaticString, at offset: Int) -> Bool {
        guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy {
            Self.lowered(bytes[offset + $0]) == text.utf8Start[$0]
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Goes behind the next occurrence of a text, or to the end.
    private mutating func pass(_ text: StaticString) {
        while offset < bytes.count {
            if begins(text, at: offset) {
                offset += text.utf8CodeUnitCount
                return
            }
            offset += 1
        }
    }

    private mutating func readTag() throws(WorkbookFault) {
        if begins("<!--", at: offset) { return pass("-->") }
        offset += 1
        guard offset < bytes.count else { return }
        if bytes[offset] == UInt8(ascii: "!") || bytes[offset] == UInt8(ascii: "?") { return pass(">") }
        let isEnd = bytes[offset] == UInt8(ascii: "/")
        if isEnd { offset += 1 }
        var name = ""
        while offset < bytes.count, case let byte = Self.lowered(bytes[offset]),
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ":")
        {
            if name.utf8.count < 32 { name.unicodeScalars.append(UnicodeScalar(byte)) }
            offset += 1
        }
        guard !name.isEmpty else {
            // A sign of comparison in a text.
            if !isEnd, !open.isEmpty { open[open.count - 1].add([UInt8(ascii: "<")]) }
            return
        }
        let spans = readAttributes()
        if isEnd { try end(name) } else { try start(name, spans) }
    }

    /// The spans of a cell; goes behind the tag.
    private mutating func readAttributes() -> (columns: Int, rows: Int) {
        var spans = (columns: 1, rows: 1)
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
            if begins("colspan", at: offset) {
                spans.columns = readNumber(7) ?? spans.columns
            } else if begins("rowspan", at: offset) {
                spans.rows = readNumber(7) ?? spans.rows
            } else if bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") {
                let quote = bytes[offset]
                offset = (bytes[(offset + 1)...].firstIndex(of: quote) ?? bytes.count - 1) + 1
            } else {
                offset += 1
            }
        }
        offset += 1
        return spans
    }

    private mutating func readNumber(_ length: Int) -> Int? {
        offset += length
        while offset < bytes.count, " =\"'\n\t".utf8.contains(bytes[offset]) { offset += 1 }
        var number: Int?
        while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
            number = min(100_000, (number ?? 0) * 10 + Int(bytes[offset]) - 0x30)
            offset += 1
        }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") {
            offset += 1
        }
        return number.map { max(1, $0) }
    }

    private mutating func start(_ name: String, _ spans: (columns: Int, rows: Int)) throws(WorkbookFault) {
        switch name {
        case "script": return pass("</script")
        case "style": return pass("</style")
        case "table":
            guard open.count < Self.deepest else { throw .nestedTooDeep("HTML") }
            open.append(OpenTable(limits))
        default:
            guard let last = open.indices.last else { return }
            switch name {
            case "tr": try open[last].startRow()
            case "td", "th":
                cells += 1
                guard cells <= limits.cells else { throw .tooManyCells(limits.cells) }
                try open[last].startCell(spans.columns, spans.rows)
            case "caption": open[last].isCaption = true
            case "br", "p", "div", "li": open[last].breakLine()
            case "sup": open[last].place(.raised)
            case "sub": open[last].place(.lowered)
            default: break
            }
        }
    }

    private mutating func end(_ name: String) throws(WorkbookFault) {
        guard let last = open.indices.last else { return }
        switch name {
        case "table": try close()
        case "tr": try open[last].endRow()
        case "td", "th": try open[last].endCell()
        case "caption": open[last].isCaption = false
        case "sup", "sub": open[last].place(nil)
        default: break
        }
    }

    private mutating func close() throws(WorkbookFault) {
        guard var table = open.popLast() else { return }
        let grid = try table.finished()
        guard !grid.cells.isEmpty else { return }
        let caption = table.name
        sheets.append(
            WorkbookSheet(name: caption.isEmpty ? "表\(sheets.count + 1)" : caption, isHidden: false, grid: grid))
    }
}

/// A table of a page while it is read.
private struct OpenTable {
    private var grid: SheetGrid
    private var row = -1
    private var column = 0
    /// For each column the first row below the cell that reaches down into it.
    private var reached: [Int: Int] = [:]
    private var text: [UInt8] = []
    private var isCell = false
    private var caption: [UInt8] = []
    var isCaption = false
    /// Where the text stands that is being read, and that text.
    private var place: RaisedText.Place?
    private var raised: [UInt8] = []

    init(_ limits: WorkbookLimits) { grid = SheetGrid(limits) }

    var name: String { String(decoding: HTMLText.plain(caption).prefix(120), as: UTF8.self) }

    mutating func add(_ bytes: some Collection<UInt8>) {
        if isCaption {
            caption += bytes
        } else if isCell, place != nil {
            raised += bytes
        } else if isCell {
            text += bytes
        }
    }

    /// Text from here on stands above the line, below it or, for nil, on it.
    mutating func place(_ next: RaisedText.Place?) {
        if let place { text += RaisedText.written(HTMLText.plain(raised), place, behind: HTMLText.plain(text)) }
        raised.removeAll(keepingCapacity: true)
        place = isCell ? next : nil
    }

    mutating func breakLine() { if isCell, !text.isEmpty { text += Array("<br>".utf8) } }

    mutating func startRow() throws(WorkbookFault) {
        try endCell()
        row += 1
        column = 0
    }

    mutating func endRow() throws(WorkbookFault) { try endCell() }

    mutating func startCell(_ columns: Int, _ rows: Int) throws(WorkbookFault) {
        try endCell()
        if row < 0 { row = 0 }
        while let end = reached[column], end > row { column += 1 }
        let last = min(CellPlace.lastColumn, column + columns - 1)
        if rows > 1, column <= last { for one in column...last { reached[one] = row + rows } }
        if columns > 1 || rows > 1, column <= last, grid.merges.count < SheetGrid.mostMerges {
            grid.merges.append(CellRange(rows: row...(row + rows - 1), columns: column...last))
        }
        (isCell, start, next) = (true, column, max(column, last) + 1)
    }

    private var start = 0
    private var next = 0

    mutating func endCell() throws(WorkbookFault) {
        guard isCell else { return }
        place(nil)
        isCell = false
        column = next
        try grid.put(HTMLText.plain(text), .text, row: row, column: start)
        text.removeAll(keepingCapacity: true)
    }

    mutating func finished() throws(WorkbookFault) -> SheetGrid {
        try endCell()
        grid.sort()
        try grid.fillMerged()
        return grid
    }
}

/// Text of a page as it is shown.
enum HTMLText {
    private static let named: [String: String] = [
        "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "mdash": "—", "ndash": "–",
        "hellip": "…", "minus": "-", "times": "×", "deg": "°", "middot": "·", "sup2": "²", "sup3": "³", "permil": "‰",
        "ensp": " ", "emsp": " ", "thinsp": " ",
    ]

    /// Entities replaced, blanks joined; `<br>` is a line break.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [], offset = 0, isBlank = false
        func put(_ text: some Sequence<UInt8>) {
            if isBlank, !result.isEmpty, result.last != 0x0A { result.append(0x20) }
            isBlank = false
            result += text
        }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "&"), let (text, length) = entity(bytes[offset...]) {
                if text == " " || text == "\u{A0}" { isBlank = true } else { put(text.utf8) }
                offset += length
            } else if byte == UInt8(ascii: "<"), bytes[offset...].starts(with: "<br>".utf8) {
                isBlank = false
                if !result.isEmpty, result.last != 0x0A { result.append(0x0A) }
                offset += 4
            } else if byte <= 0x20 {
                isBlank = true
                offset += 1
            } else if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 {
                isBlank = true
                offset += 2
            } else {
                put(CollectionOfOne(byte))
                offset += 1
            }
        }
        while result.last == 0x0A { result.removeLast() }
        return result
    }

    private static func entity(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
        guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        let length = end - bytes.startIndex + 1
        if let text = named[name] { return (text, length) }
        guard name.hasPrefix("#") else { return nil }
        let isHexadecimal = name.dropFirst().lowercased().hasPrefix("x")
        guard let code = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
            let scalar = UnicodeScalar(code), code > 0
        else { return nil }
        return (String(scalar), length)
    }
}
