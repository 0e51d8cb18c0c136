/// Texts by small numbers, so that a column of texts is a column of numbers.
struct TextDictionary: Sendable {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]
    /// The text that was asked for last: neighbouring rows often have the same.
    private var last: (text: String, number: Int32)?
    private var empty: Int32?

    /// The number of a text, a new one the first time.
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

    /// The number of a text that hardly any other row has: it is kept as it is, for looking for its like costs more
    /// than keeping it.
    mutating func keep(_ text: String) -> Int32 {
        if text.isEmpty { return number(of: text) }
        texts.append(text)
        return Int32(texts.count - 1)
    }

    /// The number of a text that is known; nil for others.
    func known(_ text: String) -> Int32? { numbers[text] }

    subscript(_ number: Int32) -> String { texts[Int(number)] }
}
