/// The different codes of one key column, in the order in which they first stand, with the names that stand with them.
struct KeyCodes: Sendable {
    private(set) var codes: [String] = []
    private(set) var labels: [String] = []
    private var numbers: [String: Int32] = [:]

    /// The number of a code, a new one the first time.
    mutating func number(of code: String, label: String) -> Int32 {
        if let number = numbers[code] { return number }
        let number = Int32(codes.count)
        numbers[code] = number
        codes.append(code)
        labels.append(label)
        return number
    }

    /// The number of a code that occurs; nil for others.
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
