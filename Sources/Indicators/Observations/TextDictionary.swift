/// Assigns small numbers to texts, so that a column of texts is stored as a column of numbers.
struct TextDictionary: Sendable {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]
    /// The text that was looked up last; neighbouring rows often have the same text.
    private var last: (text: String, number: Int32)?
    private var empty: Int32?

    /// The number of a text; a new text gets a new number.
    mutating func number(of text: String) -> Int32 {
        if text.isEmpty, let empty { return empty }
        if let last, last.text == text { return last.number }
        let number = numbers[text] ?? Int32(texts.count)
        if number == texts.count {
            texts.append(text)
            numbers[text] = number
        }
        if text.isEmpty { empty = number } else { last = (text, number) }
        return number
    }

    /// A new number for a text that is rarely repeated. A lookup would cost more than storing the text twice.
    mutating func keep(_ text: String) -> Int32 {
        if text.isEmpty { return number(of: text) }
        texts.append(text)
        return Int32(texts.count - 1)
    }

    /// The number of a known text; nil for any other.
    func known(_ text: String) -> Int32? {
        if let last, last.text == text { return last.number }
        return numbers[text]
    }

    subscript(_ number: Int32) -> String { texts[Int(number)] }
}
