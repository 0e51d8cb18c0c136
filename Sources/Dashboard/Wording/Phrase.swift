/// A text and its role: a value, a label, a judgement. A theme gives the role a style; plain text ignores it.
struct Phrase: Hashable, Sendable {
    let text: String
    let role: Role

    init(_ text: String, _ role: Role) {
        self.text = text
        self.role = role
    }
}

extension [Phrase] {
    /// All of them as one text.
    var text: String { map(\.text).inOne() }
}
