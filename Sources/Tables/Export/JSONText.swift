import Indicators

/// Writes JSON (RFC 8259) with two blanks for each level. Members keep the given order.
package struct JSONText {
    private(set) var text = ""
    private var depth = 0
    private var isFirst = true

    mutating func object(_ body: (inout JSONText) -> Void) { group("{", "}", body) }
    mutating func array(_ body: (inout JSONText) -> Void) { group("[", "]", body) }

    private mutating func group(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
        text += open
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { newLine() }
        text += close
        isFirst = false
    }

    private mutating func newLine() { text += "\n" + String(repeating: "  ", count: depth) }

    /// Begins the next item of an array.
    mutating func item() {
        if !isFirst { text += "," }
        newLine()
        isFirst = false
    }

    /// Begins the next member of an object.
    mutating func key(_ name: String) {
        item()
        text += Self.quoted(name) + ": "
    }

    mutating func member(_ name: String, _ value: String?) {
        key(name)
        text += value.map(Self.quoted) ?? "null"
    }

    mutating func member(_ name: String, _ value: Int) {
        key(name)
        text += String(value)
    }

    mutating func member(_ name: String, _ value: Int?) {
        key(name)
        text += value.map { String($0) } ?? "null"
    }

    mutating func member(_ name: String, _ value: LocalizedText) {
        key(name)
        text += "{\"zh\": \(Self.quoted(value.zh)), \"en\": \(Self.quoted(value.en))}"
    }

    mutating func list(_ name: String, _ values: [String]) {
        key(name)
        text += "[" + values.map(Self.quoted).joined(separator: ", ") + "]"
    }

    mutating func null() { text += "null" }

    /// A text as JSON writes it, in quotation marks.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.value < 0xA0) {
                    let hex = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
