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
    /// The signs of one question, by their places in the table.
    private struct Group { var first: Int, end: Int }
    /// Which signs each question was about whose answer has not come; the answers come in the order of the questions.
    private var asked: [Group] = []

    /// What an answer leads to.
    enum Finding: Equatable {
        case nothing
        /// Some sign of several is wide: each has to be asked for.
        case askMore(Question)
        /// The last answer has come, and something is wide.
        case foundWide
    }

    /// What is sent to ask, and how many answers it brings.
    struct Question: Equatable {
        var text = ""
        var count = 0
    }

    var isEmpty: Bool { wide.isEmpty }

    /// The first question: all signs on one row, and where the cursor then stands. Most terminals draw them all one
    /// cell wide, so that one answer says all. On a narrow screen there are several questions, so that no row ever
    /// wraps.
    ///
    /// - Parameter row: from 1; it must be drawn anew afterwards.
    mutating func question(row: Int, columns: Int) -> Question {
        let most = max(1, (columns - 1) / 2)
        return ask(
            stride(from: 0, to: Self.table.count, by: most).map {
                Group(first: $0, end: min($0 + most, Self.table.count))
            }, row)
    }

    private mutating func ask(_ groups: [Group], _ row: Int) -> Question {
        asked += groups
        let texts = groups.map { group in
            let signs = Self.table[group.first..<group.end].map { String($0.sign) }.joined()
            return ControlSequences.moveTo(row: row) + signs + ControlSequences.cursorQuestion
        }
        return Question(text: texts.joined(), count: groups.count)
    }

    /// Takes the next answer.
    ///
    /// - Parameters:
    ///   - column: where the cursor stood, from 1.
    ///   - row: where more can be asked, from 1.
    mutating func take(column: Int, row: Int) -> Finding {
        guard !asked.isEmpty else { return .nothing }
        let group = asked.removeFirst(), count = group.end - group.first
        // All narrow or all wide are the least and the most that can be; anything else is no answer to this.
        if column > count + 1, column <= 2 * count + 1 {
            guard count == 1 else {
                return .askMore(ask((group.first..<group.end).map { Group(first: $0, end: $0 + 1) }, row))
            }
            note(Self.table[group.first])
        }
        return asked.isEmpty && !wide.isEmpty ? .foundWide : .nothing
    }

    private mutating func note(_ found: (sign: Unicode.Scalar, standIn: Unicode.Scalar)) {
        if found.sign == "⣿" {
            for value in UInt32(0x2800)...0x28FF { wide[value] = found.standIn.value }
        } else {
            wide[found.sign.value] = found.standIn.value
        }
    }

    /// What is sent for a scalar.
    func sent(_ scalar: UInt32) -> UInt32 { wide.isEmpty ? scalar : wide[scalar] ?? scalar }
}
