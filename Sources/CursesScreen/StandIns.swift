/// Signs that some terminals draw two columns wide although the C library counts one, each with an ASCII replacement.
///
/// They are East Asian "ambiguous" characters (Unicode Standard Annex 11) and the signs this program draws with. The
/// terminal is asked how wide it draws them. Wide ones are replaced, so that columns are where ncurses assumes them.
struct StandIns {
    /// Signs and replacements, in the order of the questions.
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

    /// The signs found wide with their replacements, as scalar values.
    private(set) var wide: [UInt32: UInt32] = [:]
    /// How many answers have arrived; they come in the order of the questions.
    private var measured = StandIns.table.count

    /// The question for the widths: for each sign, the sign in the first column and a request for the cursor position.
    ///
    /// - Parameter row: the row to write in, from 1. It must be drawn again afterwards.
    mutating func question(row: Int) -> String {
        measured = 0
        return Self.table.map { ControlSequences.moveTo(row: row) + String($0.sign) + ControlSequences.cursorQuestion }
            .joined()
    }

    /// Takes the next answer.
    ///
    /// - Parameter column: the column of the cursor after the sign, from 1.
    /// - Returns: whether this was the last answer and some sign is wide, so that the screen must be drawn again.
    mutating func take(column: Int) -> Bool {
        guard measured < Self.table.count else { return false }
        let (sign, standIn) = Self.table[measured]
        measured += 1
        if column == 3 {
            // Full braille represents all braille patterns.
            let values = sign == "⣿" ? 0x2800...0x28FF : sign.value...sign.value
            for value in values { wide[value] = standIn.value }
        }
        return measured == Self.table.count && !wide.isEmpty
    }

    /// The scalar to send in place of a scalar: its replacement if it is wide, else itself.
    func sent(_ scalar: UInt32) -> UInt32 { wide.isEmpty ? scalar : wide[scalar] ?? scalar }
}
