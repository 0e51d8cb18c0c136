import Cells

/// Text from a file as it may leave the program.
enum CopiedText {
    /// The largest number of bytes in a part of a fact. A longer part is cut and marked. Parts that have digits begin
    /// with them, so digits are never cut.
    static let longestPiece = 4_000

    /// Text on one line: line breaks and tabs become blanks, and other characters that a terminal would interpret
    /// become U+FFFD.
    static func line(_ text: String) -> String {
        let breaks: [ClosedRange<UInt32>] = [0x09...0x0D, 0x85...0x85, 0x2028...0x2029]
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in breaks.contains { $0.contains(scalar.value) } ? " " : scalar })
        ).harmless()
    }

    /// The same, cut to the length that a part may have.
    static func piece(_ text: String) -> String {
        text.utf8.count <= longestPiece ? line(text) : line(text.prefix(longestPiece / 4) + "…")
    }
}
