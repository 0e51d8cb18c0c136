/// How many cells text takes on a terminal.
///
/// libc's `wcwidth` decides where ncurses puts the next character, so it decides here too, scalar by scalar: a mark
/// without width joins the character before it, everything else has cells of its own.
public enum DisplayWidth {
    /// The cells of a text as `CellGrid.put` draws it.
    public static func of(_ text: String) -> Int {
        text.utf8.withContiguousStorageIfAvailable { of($0) } ?? text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    private static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var total = 0, place = 0
        while place < bytes.count {
            if bytes[place] < 0x80 {
                total += 1
                place += 1
            } else {
                total += of(value: ScalarBytes.next(in: bytes, &place))
            }
        }
        return total
    }

    /// The cells of one character as the reader sees it.
    public static func of(_ character: Character) -> Int {
        character.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// The cells of one scalar: 0, 1 or 2. What must not reach a terminal counts 1, for the sign put in its place.
    public static func of(_ scalar: Unicode.Scalar) -> Int { of(value: scalar.value) }

    static func of(value: UInt32) -> Int {
        if let known = knownWidth(value) { return known }
        if isUnsafe(value: value) { return 1 }
        if contains(WidthRanges.zero, value) { return 0 }
        if contains(WidthRanges.wide, value) { return 2 }
        return 1
    }

    /// The width of what most text is made of, none of it unsafe: Latin, Chinese, its punctuation and the signs of pictures; nil for
    /// everything else.
    @inline(__always)
    static func knownWidth(_ value: UInt32) -> Int? {
        if value < 0x300 { return value >= 0x20 && value < 0x7F || value >= 0xA0 && value != 0xAD ? 1 : nil }
        if value >= 0x4E00 { return value <= 0x9FFF || value >= 0xFF01 && value <= 0xFF60 ? 2 : nil }
        if value >= 0x3001 && value <= 0x3029 { return 2 }
        if value >= 0x2500 && value <= 0x25FC || value >= 0x2800 && value <= 0x28FF { return 1 }
        return value >= 0x2010 && value <= 0x2027 || value >= 0x2100 && value <= 0x22FF && !(value >= 0x218C && value <= 0x218F) ? 1 : nil
    }

    /// Whether a scalar must not be sent to a terminal as it is: controls, escape, marks that change the direction of
    /// writing (Unicode Standard Annex 9), invisible characters that could make one name look like another, and what
    /// the C library calls unprintable.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool { isUnsafe(value: scalar.value) }

    static func isUnsafe(value: UInt32) -> Bool {
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

/// UTF-8 that a `String` holds, read scalar by scalar where it lies: it is well-formed.
enum ScalarBytes {
    /// The scalar at a place, which moves behind it.
    @inline(__always)
    static func next(in bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32 {
        let first = UInt32(bytes[place])
        if first < 0x80 {
            place += 1
            return first
        }
        func rest(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset]) & 0x3F }
        if first < 0xE0 {
            let value = (first & 0x1F) << 6 | rest(1)
            place += 2
            return value
        }
        if first < 0xF0 {
            let value = (first & 0x0F) << 12 | rest(1) << 6 | rest(2)
            place += 3
            return value
        }
        let value = (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
        place += 4
        return value
    }
}
