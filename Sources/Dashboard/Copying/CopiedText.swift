import Cells

/// Text from a file as it may leave the program.
enum CopiedText {
    /// No piece of a fact has more bytes than this; a longer one is cut with a sign. Digits stand first in every piece
    /// that has any.
    static let longestPiece = 4_000

    /// On one line: what breaks a line or leads to the next cell becomes a blank, whatever else a terminal would obey
    /// U+FFFD.
    static func line(_ text: String) -> String {
        let breaks: [ClosedRange<UInt32>] = [0x09...0x0D, 0x85...0x85, 0x2028...0x2029]
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in breaks.contains { $0.contains(scalar.value) } ? " " : scalar })
        ).harmless()
    }

    /// The same, and no longer than a piece may be.
    static func piece(_ text: String) -> String {
        text.utf8.count <= longestPiece ? line(text) : line(text.prefix(longestPiece / 4) + "…")
    }
}
