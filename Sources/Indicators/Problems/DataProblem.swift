/// An error in the tables, with its position and advice on what to do. No other type is used for errors in data.
public struct DataProblem: Error, Hashable, Sendable {
    /// How serious a problem is. A package of ours with an error is refused; one with warnings only is shown.
    public enum Severity: String, Sendable { case error, warning }

    /// The stable name of the rule, for scripts.
    public let code: String
    /// Whether the problem is an error or a warning, as the rule says.
    public let severity: Severity
    /// The path of the file, relative to its folder where it belongs to one, with control characters written out.
    public let file: String
    /// The line, from 1; nil where the problem concerns the whole file.
    public var line: Int?
    /// The column in characters (Unicode scalars), from 1; nil where it is not known.
    public var column: Int?
    /// The cell of a sheet, `B7`; empty for a place in a text.
    public package(set) var cell = ""
    /// The column of a table or the path in a JSON file (`$.resources[2].name`).
    public let field: String
    /// The text at that position, shortened and with control characters written out.
    public package(set) var found: String
    /// What is wrong, in one sentence.
    public let message: LocalizedText
    /// What would be correct; empty where the message already says it.
    public let expected: LocalizedText
    /// What to do.
    public let mend: LocalizedText

    package init(
        code: String, severity: Severity, message: LocalizedText, expected: LocalizedText, mend: LocalizedText,
        file: String, line: Int?, column: Int?, field: String, found: String
    ) {
        self.code = code
        self.severity = severity
        self.file = Self.escaped(file, limit: .max)
        self.line = line
        self.column = column
        // All of these contain names from the file.
        self.field = Self.escaped(field, limit: 200)
        self.found = Self.escaped(found)
        self.message = Self.escaped(message)
        self.expected = Self.escaped(expected)
        self.mend = Self.escaped(mend)
    }

    /// `file:line:column`, as far as these are known; in a workbook `file:sheet!cell`.
    public var location: String {
        if cell.hasPrefix("$") { return "\(file):\(cell)" }
        if !cell.isEmpty { return "\(file)!\(cell)" }
        var text = file
        if let line { text += ":\(line)" }
        if line != nil, let column { text += ":\(column)" }
        return text
    }

    /// The whole problem in one language, one line for each of its parts.
    public func text(_ language: Language) -> String {
        let labels = language == .zh ? ("：", "发现", "应为", "处理") : (": ", "found", "expected", "to do")
        let kind = severity == .warning ? (language == .zh ? "[提醒] " : "[warning] ") : ""
        var lines = ["\(location): \(kind)" + (field.isEmpty ? "" : field + " ") + message[language]]
        if !found.isEmpty { lines.append("    \(labels.1)\(labels.0)\(found)") }
        if !expected.isEmpty { lines.append("    \(labels.2)\(labels.0)\(expected[language])") }
        if !mend.isEmpty { lines.append("    \(labels.3)\(labels.0)\(mend[language])") }
        return lines.joined(separator: "\n")
    }

    private static func escaped(_ text: LocalizedText) -> LocalizedText {
        LocalizedText(zh: escaped(text.zh, limit: .max), en: escaped(text.en, limit: .max))
    }

    /// Text from a file in a form that is safe to show: characters that a terminal would interpret are written as
    /// escapes, and the text is cut after `limit` characters.
    package static func escaped(_ text: String, limit: Int = 60) -> String {
        var result = "", count = 0
        for scalar in text.unicodeScalars {
            if count == limit { return result + "…" }
            count += 1
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                0xE0000...0xE007F:
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
