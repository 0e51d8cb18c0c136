/// A zip archive whose files are not compressed.
public enum StoredZip {
    /// - Parameter files: names and contents, in their order.
    public static func bytes(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
        var body: [UInt8] = [], directory: [UInt8] = []
        for (name, content) in files {
            let offset = body.count, checksum = crc32(content)
            var common: [UInt8] = []
            for (number, count) in [
                (20, 2), (0x800, 2), (0, 2), (0, 2), (0x21, 2), (Int(checksum), 4), (content.count, 4),
                (content.count, 4), (name.utf8.count, 2), (0, 2),
            ] { common += little(number, count) }
            body += [0x50, 0x4B, 3, 4] + common
            body += Array(name.utf8) + content
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
            directory += [UInt8](repeating: 0, count: 10) + little(offset, 4)
            directory += Array(name.utf8)
        }
        var end: [UInt8] = [0x50, 0x4B, 5, 6]
        for (number, count) in [
            (0, 4), (files.count, 2), (files.count, 2), (directory.count, 4), (body.count, 4), (0, 2),
        ] { end += little(number, count) }
        return body + directory + end
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 {
                let isOdd = crc & 1 == 1
                crc >>= 1
                if isOdd { crc ^= 0xEDB8_8320 }
            }
        }
        return ~crc
    }
}

/// A workbook in the form of .xlsx, from the XML of its sheets.
public struct SmallWorkbook {
    /// The name, the state, and the XML of a sheet between its root tags.
    public var sheets: [(name: String, state: String, content: String)] = []
    /// The items of the shared strings, as XML.
    public var shared: [String] = []
    /// Codes of number formats; style 1 has the first.
    public var formats: [String] = []
    /// Whether dates are counted from 1904.
    public var is1904 = false
    /// Further parts, or others in the place of those with the same name.
    public var parts: [(name: String, content: String)] = []

    /// An empty workbook.
    public init() {}

    /// A workbook with one sheet of rows, each the XML of its cells.
    public init(_ rows: String..., name: String = "就业") { add(name, rows) }

    /// Adds a sheet of rows, each the XML of its cells.
    public mutating func add(_ name: String, _ rows: [String], state: String = "visible", behind: String = "") {
        let content = rows.map { "<row>\($0)</row>" }.joined()
        sheets.append((name, state, "<sheetData>\(content)</sheetData>\(behind)"))
    }

    /// The whole file.
    public var bytes: [UInt8] {
        let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ list: [(String, String)]) -> String {
            var text = "<Relationships>"
            for (place, (type, target)) in list.enumerated() {
                text += "<Relationship Id=\"r\(place + 1)\" Type=\"\(types)/\(type)\" Target=\"\(target)\"/>"
            }
            return text + "</Relationships>"
        }
        var names = "", codes = "", styles = "<xf numFmtId=\"0\"/>"
        for (place, sheet) in sheets.enumerated() {
            names += "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" "
            names += "state=\"\(sheet.state)\" r:id=\"r\(place + 1)\"/>"
        }
        for (place, code) in formats.enumerated() {
            let escaped = code.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
            codes += "<numFmt numFmtId=\"\(200 + place)\" formatCode=\"\(escaped)\"/>"
            styles += "<xf numFmtId=\"\(200 + place)\"/>"
        }
        var files: [(String, String)] = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "<workbook \(space) xmlns:r=\"\(types)\"><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>"
                    + "\(names)</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations(
                    sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
                        + [("sharedStrings", "sharedStrings.xml"), ("styles", "/xl/styles.xml")])
            ),
            (
                "xl/sharedStrings.xml",
                "<sst \(space)>" + shared.map { "<si>\($0)</si>" }.joined() + "</sst>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet \(space)><numFmts>\(codes)</numFmts><cellXfs>\(styles)</cellXfs></styleSheet>"
            ),
        ]
        for (place, sheet) in sheets.enumerated() {
            files.append(
                ("xl/worksheets/sheet\(place + 1).xml", "<worksheet \(space)>\(sheet.content)</worksheet>"))
        }
        for (name, content) in parts {
            files.removeAll { $0.0 == name }
            files.append((name, content))
        }
        return StoredZip.bytes(files.map { ($0.0, Array($0.1.utf8)) })
    }

    /// A cell with a text of its own.
    public static func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

    /// A cell with a number in one of the formats.
    public static func number(_ number: String, style: Int = 0) -> String { "<c s=\"\(style)\"><v>\(number)</v></c>" }
}
