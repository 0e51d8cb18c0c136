/// Signs that some terminals draw two cells wide although the C library counts one, each with one that is never in doubt.
///
/// East Asian "ambiguous" characters (Unicode Standard Annex 11) and the pictures of this program. A terminal is asked how wide
/// it draws each; those that turn out wide are sent as their stand-in, so that columns stay where ncurses believes them.
struct StandIns {
    /// Sign and stand-in, in the order in which they are asked for.
    static let table: [(sign: Unicode.Scalar, standIn: Unicode.Scalar)] = [
        ("·", "."), ("…", "~"), ("※", "*"), ("①", "1"), ("—", "-"), ("–", "-"), ("─", "-"), ("│", "|"), ("╭", "+"), ("╮", "+"), ("╰", "+"),
        ("╯", "+"), ("┌", "+"), ("┐", "+"), ("└", "+"), ("┘", "+"), ("├", "["), ("┤", "+"), ("╌", "-"), ("━", "="), ("╸", "-"), ("█", "#"),
        ("▀", "\""), ("▄", "_"), ("▌", ">"), ("░", "."), ("▲", "^"), ("▼", "v"), ("▴", "^"), ("▾", "v"), ("⇕", ":"), ("●", "*"), ("◐", "o"),
        ("○", "!"), ("◇", "-"), ("■", "#"), ("✓", "v"), ("→", ">"), ("←", "<"), ("↑", "^"), ("↓", "v"), ("›", ">"), ("“", "\""), ("”", "\""),
        ("‘", "'"), ("’", "'"), ("±", "+"), ("×", "x"), ("÷", "/"), ("−", "-"), ("℃", "C"), ("²", "2"), ("⣿", ":"),
    ]

    /// Those found wide.
    private(set) var wide: [UInt32: UInt32] = [:]
    /// How many answers have come.
    private var answered = 0

    var isEmpty: Bool { wide.isEmpty }

    /// The question: every sign written at the beginning of a row, and where the cursor then stands.
    ///
    /// - Parameter row: from 1; it must be drawn anew afterwards.
    static func question(row: Int) -> [UInt8] {
        var text = ""
        for (sign, _) in table { text += "\u{1B}[\(row);1H\(sign)\u{1B}[6n" }
        return Array(text.utf8)
    }

    /// Takes the next answer; the answers come in the order of the questions. True where it was the last and something is wide.
    mutating func take(column: Int) -> Bool {
        guard answered < Self.table.count else { return false }
        let (sign, standIn) = Self.table[answered]
        answered += 1
        // Column 2 is one cell, 3 is two; anything else is no answer to this.
        if column == 3 {
            if sign == "⣿" {
                for value in UInt32(0x2800)...0x28FF { wide[value] = standIn.value }
            } else {
                wide[sign.value] = standIn.value
            }
        }
        return answered == Self.table.count && !wide.isEmpty
    }

    /// What is sent for a scalar.
    func sent(_ scalar: UInt32) -> UInt32 { wide.isEmpty ? scalar : wide[scalar] ?? scalar }
}
