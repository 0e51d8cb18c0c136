/// Words, and what they are: a value, a label, a judgement. A theme gives them their look; as text they need none.
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
