/// A text and its role: a value, a label, a judgement. A theme gives the role a style; plain text ignores it.
package struct Phrase: Hashable, Sendable {
    package let text: String
    package let role: Role

    package init(_ text: String, _ role: Role) {
        self.text = text
        self.role = role
    }
}

extension [Phrase] {
    /// All of them as one text.
    package var text: String { map(\.text).inOne() }
}
