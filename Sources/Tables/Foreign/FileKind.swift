import Indicators

/// The kind of a file by its first bytes, where it is not a text table.
enum FileKind: Hashable, Sendable {
    /// An archive, which a workbook is too.
    case zip
    case gzip, archive
    case oldWorkbook, encryptedWorkbook, oldDocument
    case webPage, json
    /// XML in one file: of Excel 2003, of SDMX, of OpenDocument, and any other.
    case spreadsheetXML, statisticalXML, flatDocument, xml
    case webArchive, pcAxis, dBase, document, parquet

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let kind = Self.binary(bytes) ?? Self.text(bytes) else { return nil }
        self = kind
    }

    private static func begins(_ bytes: UnsafeRawBufferPointer, _ signature: [UInt8]) -> Bool {
        bytes.count >= signature.count && bytes.starts(with: signature)
    }

    private static func binary(_ bytes: UnsafeRawBufferPointer) -> FileKind? {
        if begins(bytes, [0x50, 0x4B, 3, 4]) || begins(bytes, [0x50, 0x4B, 5, 6]) { return .zip }
        if begins(bytes, [0x1F, 0x8B]) { return .gzip }
        if begins(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return compound(bytes) }
        let archives: [[UInt8]] = [
            [0x28, 0xB5, 0x2F, 0xFD], Array("7z".utf8) + [0xBC, 0xAF], Array("Rar!".utf8), Array("BZh".utf8),
            [0xFD] + Array("7zXZ".utf8),
        ]
        if archives.contains(where: { begins(bytes, $0) }) { return .archive }
        if begins(bytes, Array("%PDF".utf8)) { return .document }
        if begins(bytes, Array("PAR1".utf8)) { return .parquet }
        return isDBase(bytes) ? .dBase : nil
    }

    /// A compound file: an old workbook or document, or a workbook with a password. Names of its streams are in UTF-16.
    private static func compound(_ bytes: UnsafeRawBufferPointer) -> FileKind {
        let text = bytes.prefix(4 << 20)
        func holds(_ name: String) -> Bool {
            var wanted: [UInt8] = []
            for byte in name.utf8 { wanted += [byte, 0] }
            var index = text.startIndex
            while let found = text[index...].firstIndex(of: wanted[0]), found + wanted.count <= text.endIndex {
                if text[found..<(found + wanted.count)].elementsEqual(wanted) { return true }
                index = found + 1
            }
            return false
        }
        if holds("EncryptedPackage") { return .encryptedWorkbook }
        return holds("WordDocument") || holds("PowerPoint Document") ? .oldDocument : .oldWorkbook
    }

    /// The head of a dBase table: a version, a date, and a length at whose end the list of fields ends.
    private static func isDBase(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 65, [0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8B, 0xF5].contains(bytes[0]),
            (1...12).contains(bytes[2]), (1...31).contains(bytes[3])
        else { return false }
        let length = Int(bytes[8]) | Int(bytes[9]) << 8
        return length >= 65 && length <= bytes.count
            && (bytes[length - 1] == 0x0D || bytes[length - 264 < 32 ? length - 1 : length - 264] == 0x0D)
    }

    /// The beginning of a text in any encoding, in small letters; NULs of UTF-16 are left out.
    private static func beginning(_ bytes: UnsafeRawBufferPointer) -> Substring {
        let isWide = begins(bytes, [0xFF, 0xFE]) || begins(bytes, [0xFE, 0xFF])
        let head = bytes.prefix(4_096).drop { $0 >= 0xFE || [0xEF, 0xBB, 0xBF].contains($0) }
        let text = String(decoding: isWide ? head.filter { $0 != 0 } : Array(head), as: UTF8.self).lowercased()
        return text.drop { $0.isWhitespace }
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> FileKind? {
        let text = beginning(bytes), head = String(text)
        func begins(_ words: [String]) -> Bool { words.contains { text.hasPrefix($0) } }
        if begins(["<?xml", "<workbook", "<office:document"]) {
            if head.hasText("urn:schemas-microsoft-com:office:spreadsheet") && !head.hasText("<html") {
                return .spreadsheetXML
            }
            if head.hasText("progid=\"excel.sheet\"") { return .spreadsheetXML }
            if head.hasText("<office:document") { return .flatDocument }
            if head.hasText("sdmx") { return .statisticalXML }
            return head.hasText("<html") ? .webPage : .xml
        }
        if begins(["<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style", "<div", "<center"]) {
            return .webPage
        }
        if text.hasPrefix("<!--"), head.hasText("<html") || head.hasText("<table") { return .webPage }
        if begins(["mime-version:"]) || (begins(["from:", "subject:"]) && head.hasText("multipart/related")) {
            return .webArchive
        }
        if head.hasText("axis-version=") || begins(["charset=\"ansi\";"])
            || (begins(["language=\"", "codepage=\""]) && head.hasText("\";"))
        {
            return .pcAxis
        }
        return isJSON(text) ? .json : nil
    }

    /// Whether a bracket is followed by what follows it in JSON: a cell may begin with one too.
    private static func isJSON(_ text: Substring) -> Bool {
        let next = text.dropFirst().first { !$0.isWhitespace }
        switch text.first {
        case "{": return next == "\"" || next == "}"
        case "[": return next == "{" || next == "["
        default: return false
        }
    }

    /// The problem that is reported, with advice on what to do.
    var rule: Rule {
        switch self {
        case .oldWorkbook: .workbook("旧格式的工作簿(.xls、.et)", "an old workbook (.xls, .et)")
        case .encryptedWorkbook: .workbookFault(.encrypted)
        case .spreadsheetXML: .workbook("Excel 2003 的 XML 工作簿", "a workbook of Excel 2003 in XML")
        case .flatDocument: .workbook("单个 XML 文件的工作簿(.fods)", "a workbook in one XML file (.fods)")
        case .webArchive: .workbook("网页归档(.mht，有的“导出 Excel”其实是它)", "a web archive (.mht; some “Excel exports” are)")
        case .zip, .gzip, .archive:
            .otherKind(
                "压缩文件", "a compressed file",
                mend: ("先解压，再打开其中的表格", "unpack it first, then open the table in it"))
        case .webPage:
            .otherKind(
                "网页，其中没有数据表", "a web page without a table of figures",
                mend: (
                    "请向发布者索取 CSV 或工作簿；或在浏览器中复制表格，粘贴到工作簿",
                    "ask the publisher for CSV or a workbook, or copy the table into one"
                ))
        case .oldDocument, .document:
            .otherKind(
                self == .document ? "PDF 文件" : "文字文档(.doc、.wps)",
                self == .document ? "a PDF file" : "a document (.doc, .wps)",
                mend: ("请向发布者索取 CSV 表格或工作簿", "ask the publisher for the table as CSV or a workbook"))
        case .json:
            .otherKind(
                "JSON 文件，其中没有一列同样的记录", "a JSON file without a list of records",
                mend: (
                    "数据包请打开其中的 datapackage.json；其他数据请导出为 CSV",
                    "of a data package open its datapackage.json; other data export as CSV"
                ))
        case .statisticalXML:
            .otherKind(
                "SDMX-ML 文件", "an SDMX-ML file",
                mend: ("在发布者的网站上改选 SDMX-CSV 或 CSV 下载", "download it as SDMX-CSV or CSV from the publisher"))
        case .xml:
            .otherKind("XML 文件", "an XML file", mend: ("请向发布者索取 CSV 表格或工作簿", "ask the publisher for CSV or a workbook"))
        case .pcAxis:
            .otherKind(
                "PC-Axis 文件(.px)", "a PC-Axis file (.px)",
                mend: ("在发布者的网站上改选 CSV 或 Excel 下载", "download it as CSV or Excel from the publisher"))
        case .dBase:
            .otherKind(
                "dBase 表(.dbf)", "a dBase table (.dbf)",
                mend: (
                    "用 LibreOffice 或 WPS 打开，另存为 .xlsx 或 CSV",
                    "open it in LibreOffice or WPS and save it as .xlsx or CSV"
                ))
        case .parquet:
            .otherKind("Parquet 文件", "a Parquet file", mend: ("导出为 CSV 再打开", "export it as CSV, then open that"))
        }
    }
}

extension String {
    /// Whether a text occurs in it.
    func hasText(_ needle: String) -> Bool {
        let text = Array(utf8), needle = Array(needle.utf8)
        guard !needle.isEmpty, needle.count <= text.count else { return needle.isEmpty }
        return (0...(text.count - needle.count)).contains { text[$0..<$0 + needle.count].elementsEqual(needle) }
    }
}
