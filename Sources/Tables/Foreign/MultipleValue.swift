import Indicators

/// Cells with several values, or one text in several languages (SDMX-CSV 2.0 field guide, sub-fields): the header says
/// which, `SOURCE[]` or `TITLE[en;zh]`.
enum MultipleValue {
    /// The text in both of our languages. Of a text in several languages the matching one is used, otherwise the first.
    /// Several values are joined.
    static func text(_ cell: String, header: String, separator: Character = ";") -> LocalizedText {
        guard let open = header.lastIndex(of: "["), header.hasSuffix("]") else {
            return LocalizedText(zh: cell, en: cell)
        }
        let languages = header[header.index(after: open)...].dropLast()
        let mark = languages.first { !$0.isLetter && $0 != "-" && $0 != "_" } ?? separator
        guard !languages.isEmpty else {
            let values = cell.split(separator: mark).map(String.init)
            return LocalizedText(zh: values.joined(separator: "、"), en: values.joined(separator: ", "))
        }
        var texts: [(language: Substring, text: Substring)] = []
        // A mark without a language after it belongs to the text.
        let known = languages.split(separator: mark)
        for part in cell.split(separator: mark, omittingEmptySubsequences: false) {
            if let colon = part.firstIndex(of: ":"), known.contains(part[..<colon]) {
                texts.append((part[..<colon], part[part.index(after: colon)...]))
            } else if !texts.isEmpty {
                texts[texts.count - 1].text = Substring(texts[texts.count - 1].text + String(mark) + part)
            } else {
                return LocalizedText(zh: cell, en: cell)
            }
        }
        func text(_ language: String) -> String {
            String(texts.first { $0.language.hasPrefix(language) }?.text ?? texts.first?.text ?? "")
        }
        return LocalizedText(zh: text("zh"), en: text("en"))
    }

    /// The name of a column without the brackets behind it.
    static func name(_ header: String) -> String { header.firstIndex(of: "[").map { String(header[..<$0]) } ?? header }
}
