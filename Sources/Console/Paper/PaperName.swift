/// What a screen is called in the name of a file.
enum PaperName {
    /// Codes come from files: only a–z, 0–9 and single hyphens between them remain, and not many.
    static func plain(_ code: String) -> String {
        let parts = code.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = parts.joined(separator: "-").prefix(longestCode)
        return name.isEmpty ? "page" : String(name.last == "-" ? name.dropLast() : name)
    }

    private static let longestCode = 60
}
