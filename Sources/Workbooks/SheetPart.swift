/// Texts that cells of all sheets share; runs of one text in different fonts are joined, and readings beside it
/// (phonetic runs) are left out.
final class SharedStringsPart: XMLHandler {
    var grid: SheetGrid
    private(set) var texts: [SheetGrid.Text] = []
    private var run = TextRun()

    init(_ grid: SheetGrid) { self.grid = grid }

    func start(_ name: XMLName, _ attributes: XMLAttributes) { run.start(name, attributes) }

    func end(_ name: XMLName) throws(WorkbookFault) {
        run.end(name)
        guard name == "si" else { return }
        texts.append(try grid.keep(run.taken()))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) { run.text(bytes) }
}

/// Collects the text of `si` and `is`.
struct TextRun {
    private var bytes: [UInt8] = []
    private var isText = false
    private var isPhonetic = false
    /// Where the text of a run stands, and what of it was read.
    private var place: RaisedText.Place?
    private var piece: [UInt8] = []

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "t": isText = true
        case "r": place = nil
        case "vertAlign":
            place =
                switch attributes["val"] {
                case "superscript": .raised
                case "subscript": .lowered
                default: nil
                }
        case "rPh": isPhonetic = true
        default: break
        }
    }

    mutating func end(_ name: XMLName) {
        switch name {
        case "t":
            isText = false
            if let place { bytes += RaisedText.written(piece, place, behind: bytes) }
            piece.removeAll(keepingCapacity: true)
        case "r": place = nil
        case "rPh": isPhonetic = false
        default: break
        }
    }

    mutating func text(_ more: UnsafeBufferPointer<UInt8>) {
        guard isText, !isPhonetic else { return }
        if place == nil { bytes += more } else { piece += more }
    }

    /// The text; the next one begins.
    mutating func taken() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return Self.unescaped(bytes)
    }

    /// Characters that XML cannot hold stand as `_x000D_`.
    static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return bytes }
        var result: [UInt8] = [], offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "_"), offset + 7 <= bytes.count, bytes[offset + 1] == UInt8(ascii: "x"),
                bytes[offset + 6] == UInt8(ascii: "_"),
                bytes[(offset + 2)..<(offset + 6)].allSatisfy({ $0 < 0x80 && Character(UnicodeScalar($0)).isHexDigit }),
                let code = UInt32(String(decoding: bytes[(offset + 2)..<(offset + 6)], as: UTF8.self), radix: 16),
                let scalar = UnicodeScalar(code)
            {
                result += Array(String(scalar).utf8)
                offset += 7
            } else {
                result.append(bytes[offset])
                offset += 1
            }
        }
        return result
    }
}

/// One worksheet.
final class SheetPart: XMLHandler {
    private let shared: SharedStringsPart
    private let formats: [NumberFormat]
    private let is1904: Bool
    private let sharedEnd: Int
    private(set) var grid: SheetGrid

    private enum CellType { case number, shared, formulaText, inlineText, flag, error, day }

    private var row = -1
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var value: [UInt8] = []
    private var run = TextRun()
    private var isValue = false
    private var isInline = false
    private var hasFormula = false
    private var isCell = false

    init(_ shared: SharedStringsPart, _ formats: [NumberFormat], is1904: Bool) {
        self.shared = shared
        self.formats = formats
        self.is1904 = is1904
        grid = shared.grid
        sharedEnd = shared.grid.textCount
        // One owner of the texts, so that they are not copied.
        shared.grid = SheetGrid(WorkbookLimits())
    }

    func begin() {
        grid.clear(keeping: sharedEnd)
        (row, column) = (-1, -1)
    }

    /// Makes the grid ready to be read.
    func finish() throws(WorkbookFault) {
        grid.sort()
        try grid.fillMerged()
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
        switch name {
        case "row":
            row = attributes.number("r").map { $0 - 1 } ?? row + 1
            column = -1
        case "c": startCell(attributes)
        case "v" where isCell: isValue = true
        case "f" where isCell: hasFormula = true
        case "is" where isCell: isInline = true
        case "mergeCell":
            if grid.merges.count < SheetGrid.mostMerges, let range = attributes.bytes("ref").flatMap({ CellRange($0) })
            {
                grid.merges.append(range)
            }
        default: if isInline { run.start(name, attributes) }
        }
    }

    private func startCell(_ attributes: XMLAttributes) {
        if let place = attributes.bytes("r").flatMap({ CellPlace.read($0) }) {
            (row, column) = place
        } else {
            column += 1
        }
        isCell = true
        hasFormula = false
        value.removeAll(keepingCapacity: true)
        style = attributes.number("s") ?? 0
        type =
            switch attributes["t"] {
            case "s": .shared
            case "str": .formulaText
            case "inlineStr": .inlineText
            case "b": .flag
            case "e": .error
            case "d": .day
            default: .number
            }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
        if isValue { value += bytes } else if isInline { run.text(bytes) }
    }

    func end(_ name: XMLName) throws(WorkbookFault) {
        switch name {
        case "v": isValue = false
        case "is":
            isInline = false
            value = run.taken()
        case "c":
            isCell = false
            try endCell()
        default: if isInline { run.end(name) }
        }
    }

    private func endCell() throws(WorkbookFault) {
        if value.isEmpty {
            if hasFormula, type != .formulaText { grid.putUncomputed(row: row, column: column) }
            return
        }
        switch type {
        case .shared:
            guard let number = Int(String(decoding: value, as: UTF8.self)), shared.texts.indices.contains(number) else {
                return
            }
            try grid.put(shared.texts[number], .text, row: row, column: column)
        case .formulaText: try put(TextRun.unescaped(value), .text)
        case .inlineText: try put(value, .text)
        case .flag: try put(Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8), .text)
        case .error: try put(value, .error)
        case .day: try put(value.map { $0 == UInt8(ascii: "T") ? UInt8(ascii: " ") : $0 }, .date)
        case .number: try endNumber()
        }
    }

    private func put(_ bytes: [UInt8], _ kind: SheetGrid.Kind) throws(WorkbookFault) {
        try grid.put(bytes, kind, row: row, column: column)
    }

    private func endNumber() throws(WorkbookFault) {
        let format = formats.indices.contains(style) ? formats[style] : nil
        if format?.isPlain ?? true, DecimalText.isPlain(value) {
            return try put(value, .number)
        }
        switch (format ?? .general).shown(value, is1904: is1904) {
        case .number(let bytes): try put(bytes, .number)
        case .date(let text): try put(Array(text.utf8), .date)
        case nil: try put(value, .text)
        }
    }
}
