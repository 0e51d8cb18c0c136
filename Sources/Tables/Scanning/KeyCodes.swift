import Indicators

/// The distinct codes of one key column in the order of their first occurrence, with their names.
struct KeyCodes: Sendable {
    private(set) var codes: [String] = []
    private(set) var labels: [String] = []
    private var numbers: [String: Int32] = [:]

    /// The number of a code; a new code gets a new number.
    mutating func number(of code: String, label: String) -> Int32 {
        if let number = numbers[code] { return number }
        let number = Int32(codes.count)
        numbers[code] = number
        codes.append(code)
        labels.append(label)
        return number
    }

    /// The number of a code; nil for a code that does not occur.
    func known(_ code: String) -> Int32? { numbers[code] }

    /// Splits `CODE: Name` at the first colon and blank.
    static func split(_ text: String, hasLabel: Bool) -> (code: String, label: String) {
        guard hasLabel,
            let joint = zip(text.utf8.indices, text.utf8.indices.dropFirst()).first(where: {
                text.utf8[$0] == UInt8(ascii: ":") && text.utf8[$1] == UInt8(ascii: " ")
            })
        else { return (text, text) }
        let code = String(text[..<joint.0]), name = text[text.utf8.index(after: joint.1)...]
        return (code, name.isEmpty ? code : String(name))
    }
}
