import Cells

/// Text from a file as it may leave the program.
enum CopiedText {
    /// No piece of a fact has more bytes than this; a longer one is cut with a sign. Digits stand first in every piece that has any.
    static let longestPiece = 4_000

    /// On one line: what breaks a line or leads to the next cell becomes a blank, whatever else a terminal would obey U+FFFD.
    static func harmless(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
            default: result.append(DisplayWidth.isUnsafe(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// The same, and no longer than a piece may be.
    static func piece(_ text: String) -> String {
        text.utf8.count <= longestPiece ? harmless(text) : harmless(text.prefix(longestPiece / 4) + "…")
    }
}
