/// What a typed line asks for.
enum LinearCommand: Equatable {
    case choose(Int)
    case back
    case more
    case search(String)
    /// Where the figure of the page comes from; with a number, where that choice comes from.
    case source(Int?)
    case help
    case language
    /// Read the data again.
    case reload
    /// The errors in new data that were refused.
    case problems
    case quit
    case unknown

    /// Full-width signs of a Chinese input method are accepted: ？ is ?, ／ and 、 are /, １２ is 12.
    init(_ line: String) {
        let text = Self.trimmed(Self.narrow(line)[...])
        if let first = text.first, first == "/" || first == "、" {
            self = .search(String(Self.trimmed(text.dropFirst())))
            return
        }
        switch text.lowercased() {
        case "": self = .back
        case "m": self = .more
        case "s": self = .source(nil)
        case "?": self = .help
        case "l": self = .language
        case "r": self = .reload
        case "e": self = .problems
        case "q": self = .quit
        default:
            if let number = Self.number(text) {
                self = number == 0 ? .back : .choose(number)
            } else if text.first == "s" || text.first == "S", let number = Self.number(Self.trimmed(text.dropFirst())) {
                self = .source(number)
            } else {
                self = .unknown
            }
        }
    }

    /// Only digits: neither a sign nor a point.
    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }

    /// Full-width forms (U+FF01–U+FF5E) and the ideographic space as the ASCII that they stand for.
    private static func narrow(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let value =
                scalar.value == 0x3000
                ? 0x20 : (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            result.unicodeScalars.append(Unicode.Scalar(value) ?? scalar)
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
