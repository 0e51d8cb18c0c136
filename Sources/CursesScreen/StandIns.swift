/// Signs that some terminals draw two cells wide although the C library counts one, each with one that is never in
/// doubt.
///
/// East Asian "ambiguous" characters (Unicode Standard Annex 11) and the pictures of this program. A terminal is asked
/// how wide it draws them; those that turn out wide are sent as their stand-in, so that columns stay where ncurses
/// believes them.
struct StandIns {
    /// Sign and stand-in, in the order in which they are asked for.
    static let table: [(sign: Unicode.Scalar, standIn: Unicode.Scalar)] = [
        ("·", "."), ("…", "~"), ("※", "*"), ("①", "1"), ("—", "-"), ("–", "-"), ("─", "-"), ("│", "|"), ("╭", "+"),
        ("╮", "+"), ("╰", "+"),
        ("╯", "+"), ("┌", "+"), ("┐", "+"), ("└", "+"), ("┘", "+"), ("├", "["), ("┤", "+"), ("╌", "-"), ("━", "="),
        ("╸", "-"), ("█", "#"),
        ("▀", "\""), ("▄", "_"), ("▌", ">"), ("░", "."), ("▲", "^"), ("▼", "v"), ("▴", "^"), ("▾", "v"), ("⇕", ":"),
        ("●", "*"), ("◐", "o"),
        ("○", "!"), ("◇", "-"), ("■", "#"), ("✓", "v"), ("→", ">"), ("←", "<"), ("↑", "^"), ("↓", "v"), ("›", ">"),
        ("“", "\""), ("”", "\""),
        ("‘", "'"), ("’", "'"), ("±", "+"), ("×", "x"), ("÷", "/"), ("−", "-"), ("℃", "C"), ("²", "2"), ("⣿", ":"),
    ]

    /// Those found wide.
    private(set) var wide: [UInt32: UInt32] = [:]
    /// How many signs have been measured; the answers come in the order of the questions.
    private var measured = StandIns.table.count

    /// What is sent to ask how wide each sign is drawn: the sign in the first column of a row, and where the cursor
    /// then stands.
    ///
    /// - Parameter row: from 1; it must be drawn anew afterwards.
    mutating func question(row: Int) -> String {
        measured = 0
        return Self.table.map { ControlSequences.moveTo(row: row) + String($0.sign) + ControlSequences.cursorQuestion }
            .joined()
    }

    /// Takes the next answer.
    ///
    /// - Parameter column: where the cursor stood, from 1.
    /// - Returns: whether it was the last and some sign is drawn wide, so that the screen must be drawn anew.
    mutating func take(column: Int) -> Bool {
        guard measured < Self.table.count else { return false }
        let (sign, standIn) = Self.table[measured]
        measured += 1
        if column == 3 {
            // One sign stands for all of braille.
            let values = sign == "⣿" ? 0x2800...0x28FF : sign.value...sign.value
            for value in values { wide[value] = standIn.value }
        }
        return measured == Self.table.count && !wide.isEmpty
    }

    /// What is sent for a scalar.
    func sent(_ scalar: UInt32) -> UInt32 { wide.isEmpty ? scalar : wide[scalar] ?? scalar }
}
