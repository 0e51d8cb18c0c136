import Cells
import Indicators

/// What a file is to hold, by the ending of its name.
///
/// A name is a promise to whoever opens the file: nothing else is written under it.
struct OutputKind<Format: Equatable> {
    /// The endings, without the dot, that each format may have.
    let endings: [(ending: String, format: Format)]
    /// The format for endings that promise nothing, as `.dat`, and where no file is named.
    let standard: Format

    /// Endings of files that this program does not write.
    private static var foreign: Set<String> {
        [
            "csv", "tsv", "json", "md", "markdown", "html", "htm", "txt", "xlsx", "xls", "xlsm", "et", "ods", "doc",
            "docx",
            "wps", "odt", "rtf", "pdf", "ofd", "xml", "zip", "gz", "ppt", "pptx",
        ]
    }

    /// The format to write.
    ///
    /// - Parameters:
    ///   - chosen: the format that was asked for; nil for none.
    ///   - file: the name of the file; nil for standard output.
    func format(_ chosen: Format?, file: String?) -> Result<Format, Refusal> {
        guard let file, let ending = Self.ending(of: file) else { return .success(chosen ?? standard) }
        let promised = endings.filter { $0.ending == ending }.map(\.format)
        if promised.isEmpty, !Self.foreign.contains(ending) { return .success(chosen ?? standard) }
        if let first = promised.first, chosen == nil { return .success(first) }
        if let chosen, promised.contains(chosen) { return .success(chosen) }
        let shown = file.harmless(), known = endings.map { "." + $0.ending }
        return .failure(
            Refusal(
                .wrongUse,
                "\(shown)：按结尾 .\(ending) 应是另一种文件，打开时会出错；没有写。结尾可以是 \(known.joined(separator: "、"))。",
                "\(shown): a file that ends in .\(ending) is of another kind and would not open; nothing was written. "
                    + "It may end in \(known.joined(separator: ", "))."))
    }

    /// The ending of a file's name in small letters; nil for none.
    private static func ending(of file: String) -> String? {
        let name = file.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        return ending.isEmpty ? nil : ending
    }
}
