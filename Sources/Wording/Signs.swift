/// The signs that have a meaning in a text, in two sets: one of Unicode, one of ASCII. Each is one column wide.
public struct Signs: Hashable, Sendable {
    /// Signs of a rise and of a fall.
    public let up, down: String
    /// Signs of judgements: good, between, bad, not judged.
    public let good, middling, bad, notJudged: String
    /// The sign of a target whose fulfilment was accepted.
    public let accepted: String
    /// Signs of the states of a measure.
    public let done, ongoing, planned, claimed: String
    /// Signs between items, between the parts of a path, and for no value.
    public let separator, crumb, dash: String

    /// - Parameter isASCII: whether only characters of ASCII are used.
    public init(isASCII: Bool) {
        func pick(_ rich: String, _ ascii: String) -> String { isASCII ? ascii : rich }
        up = pick("▲", "^")
        down = pick("▼", "v")
        good = pick("●", "*")
        middling = pick("◐", "o")
        bad = pick("○", "!")
        notJudged = pick("◇", "-")
        accepted = pick("■", "#")
        done = pick("✓", "v")
        ongoing = pick("…", "~")
        planned = pick("→", ">")
        claimed = pick("”", "\"")
        separator = pick("·", "-")
        crumb = pick("›", ">")
        dash = pick("—", "-")
    }

    /// The set of Unicode.
    public static let unicode = Signs(isASCII: false)
    /// The set of ASCII.
    public static let ascii = Signs(isASCII: true)
}
