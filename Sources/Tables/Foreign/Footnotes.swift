/// The marks of footnotes behind names and numbers: 甲区¹, 2022².
enum Footnotes {
    /// Raised and lowered digits.
    static let signs = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾₀₁₂₃₄₅₆₇₈₉₍₎"

    /// Whether a text ends in a power of ten: 1.2×10⁸.
    static func isPower(_ text: String) -> Bool {
        guard text.utf8.last.map({ $0 >= 0x80 }) ?? false else { return false }
        var rest = Substring(text)
        while let last = rest.last, "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".contains(last) { rest.removeLast() }
        guard rest.endIndex < text.endIndex, rest.hasSuffix("10") else { return false }
        return rest.dropLast(2).last.map { "×xX*· ".contains($0) } ?? false
    }

    /// A name without the marks behind it. In km² and m³ they belong to the name.
    static func dropped(_ text: String) -> String {
        guard let last = text.unicodeScalars.last?.value,
            (0x2070...0x209F).contains(last) || [0xB2, 0xB3, 0xB9].contains(last)
        else { return text }
        var name = Substring(text)
        while let last = name.last, signs.contains(last) {
            let before = name.dropLast().last
            if last == "²" || last == "³", before == "m" || before == "t" { break }
            // CO₂
            if "₀₁₂₃₄₅₆₇₈₉".contains(last), before.map({ $0 == "." || $0.isASCII && $0.isLetter }) ?? false {
                break
            }
            name.removeLast()
        }
        if name.isEmpty || name.endIndex == text.endIndex { return text }
        return TableHead.trimmed(String(name))
    }
}
