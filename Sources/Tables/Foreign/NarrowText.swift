import Indicators

/// Normalizes typed and exported text before it is read.
enum NarrowText {
    /// Full-width signs in half width and, where `dashes` is set, dashes as hyphens. Blanks, tabs and line breaks
    /// around the text are removed.
    static func of(_ text: String, dashes: Bool) -> String {
        if isNarrow(text) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5D: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0xFF5E, 0x7E: scalars.append(dashes ? "-" : "~")
            case 0x2013, 0x2014: scalars.append(dashes ? "-" : scalar)
            case 0x2212: scalars.append("-")
            case 0x3000, 0xA0, 0x202F, 0x2009: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
        }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars.drop(while: isBlank)))
    }

    /// Whether nothing of a text changes: ASCII without blanks around it and without a tilde.
    private static func isNarrow(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, first > 0x20, last > 0x20 else { return false }
        return text.utf8.allSatisfy { $0 < 0x7E }
    }
}
