/// How many cells text takes on a terminal.
///
/// libc's `wcwidth` decides where ncurses puts the next character, so it decides here too, scalar by scalar: a mark
/// without width joins the character before it, everything else has cells of its own.
public enum DisplayWidth {
    /// The cells of a text as `CellGrid.put` draws it.
    public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    /// The cells of one character as the reader sees it.
    public static func of(_ character: Character) -> Int {
        character.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// The cells of one scalar: 0, 1 or 2. What must not reach a terminal counts 1, for the sign put in its place.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        // Most of every text: ASCII and Chinese characters.
        if value >= 0x20 && value < 0x7F { return 1 }
        if value >= 0x4E00 && value <= 0x9FFF { return 2 }
        if isUnsafe(scalar) { return 1 }
        if contains(WidthRanges.zero, value) { return 0 }
        return contains(WidthRanges.wide, value) ? 2 : 1
    }

    /// Whether a scalar must not be sent to a terminal as it is: controls, escape, marks that change the direction of
    /// writing (Unicode Standard Annex 9), invisible characters that could make one name look like another, and what
    /// the C library calls unprintable.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xAD { return true }
        if value < 0x300 { return false }
        if value >= 0x4E00 && value <= 0x9FFF { return false }
        switch value {
        case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            return true
        default:
            return contains(WidthRanges.unprintable, value)
        }
    }

    /// Whether a value lies in one of the ranges, whose first and last values follow each other.
    private static func contains(_ bounds: [UInt32], _ value: UInt32) -> Bool {
        var low = 0, high = bounds.count / 2
        while low < high {
            let middle = (low + high) / 2
            if bounds[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
        }
        return 2 * low < bounds.count && bounds[2 * low] <= value
    }
}
