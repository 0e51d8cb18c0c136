import Indicators

/// The kind of a file by its first bytes, where it is not a text table.
enum FileKind: Hashable, Sendable {
    case workbook, openDocument, oldWorkbook, archive, webPage, document, json, parquet

    init?(_ bytes: UnsafeRawBufferPointer) {
        func begins(_ signature: [UInt8], at offset: Int = 0) -> Bool {
            bytes.count >= offset + signature.count
                && signature.indices.allSatisfy { bytes[offset + $0] == signature[$0] }
        }
        if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
            let name = String(decoding: bytes.prefix(4_096), as: Unicode.ASCII.self)
            if begins(Array("mimetypeapplication/vnd.oasis.opendocument".utf8), at: 30) {
                self = .openDocument
            } else {
                self =
                    name.hasText("xl/") || name.hasText("[Content_Types].xml") || name.hasText("_rels/")
                    ? .workbook : .archive
            }
        } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .oldWorkbook
        } else if begins([0x1F, 0x8B]) || begins([0x28, 0xB5, 0x2F, 0xFD]) || begins(Array("7z".utf8) + [0xBC, 0xAF])
            || begins(Array("Rar!".utf8))
        {
            self = .archive
        } else if begins(Array("%PDF".utf8)) {
            self = .document
        } else if begins(Array("PAR1".utf8)) {
            self = .parquet
        } else {
            let text = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased().drop {
                $0.isWhitespace || $0 == "\u{FEFF}"
            }
            if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<table")
                || text.hasPrefix("<meta")
            {
                self = .webPage
            } else if text.hasPrefix("{") || text.hasPrefix("[") {
                self = .json
            } else {
                return nil
            }
        }
    }

    /// The problem that is reported, with advice on what to do.
    var rule: Rule {
        switch self {
        case .workbook: .workbook("工作簿(.xlsx、.et)", "a workbook (.xlsx, .et)")
        case .oldWorkbook: .workbook("旧格式的工作簿(.xls、.et)", "an old workbook (.xls, .et)")
        case .openDocument: .workbook("工作簿(.ods)", "a workbook (.ods)")
        case .archive:
            .otherKind(
                "压缩文件", "a compressed file",
                mend: ("先解压，再打开其中的 CSV 文件", "unpack it first, then open the CSV file in it"))
        case .webPage:
            .otherKind(
                "网页(有的“导出 Excel”其实是网页)", "a web page (some “Excel exports” are)",
                mend: (
                    "用 Excel、WPS 或 LibreOffice 打开它，再另存为 CSV UTF-8",
                    "open it in Excel, WPS or LibreOffice, then save it as CSV UTF-8"
                ))
        case .document:
            .otherKind("PDF 文件", "a PDF file", mend: ("请向发布者索取 CSV 表格", "ask the publisher for the table as CSV"))
        case .json:
            .otherKind(
                "JSON 文件", "a JSON file",
                mend: (
                    "数据包请打开其中的 datapackage.json；其他数据请导出为 CSV",
                    "of a data package open its datapackage.json; other data export as CSV"
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
