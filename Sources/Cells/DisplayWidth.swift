/// How many cells text takes on a terminal.
///
/// ncurses places characters by the C library's `wcwidth`, so the same widths hold here, scalar by scalar. A scalar
/// without width joins the character before it; every other scalar has cells of its own.
public enum DisplayWidth {
    /// The cells of a text as `CellGrid.put` draws it.
    public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    /// The cells of one character: the sum over its scalars.
    public static func of(_ character: Character) -> Int {
        character.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// The cells of one scalar: 0, 1 or 2. An unsafe scalar counts 1, the width of U+FFFD that replaces it.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        // Most of every text: ASCII and Chinese characters.
        if value >= 0x20 && value < 0x7F { return 1 }
        if value >= 0x4E00 && value <= 0x9FFF { return 2 }
        if isUnsafe(scalar) { return 1 }
        if contains(WidthRanges.zero, value) { return 0 }
        return contains(WidthRanges.wide, value) ? 2 : 1
    }

    /// Whether a scalar must not be sent to a terminal: control characters, marks that change the direction of writing
    /// (Unicode Standard Annex 9), invisible characters that could make two names look alike, and scalars that
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

    /// Whether a value lies in one of the ranges, by binary search. `bounds` holds the first and last value of each.
    private static func contains(_ bounds: [UInt32], _ value: UInt32) -> Bool {
        var low = 0, high = bounds.count / 2
        while low < high {
            let middle = (low + high) / 2
            if bounds[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
        }
        return 2 * low < bounds.count && bounds[2 * low] <= value
    }
}
