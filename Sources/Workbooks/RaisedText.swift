/// Raised and lowered text of a cell as plain text. Digits keep their place as ¹ and ₁, so that the mark of a footnote
/// behind 12 does not make 121 of it.
enum RaisedText {
    enum Place { case raised, lowered }

    private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹").map { Array(String($0).utf8) }
    private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉").map { Array(String($0).utf8) }

    /// - Parameter before: the text in front of it.
    static func written(_ bytes: some Collection<UInt8>, _ place: Place, behind before: [UInt8]) -> [UInt8] {
        let last = before.last
        let isBehindLetter = last.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
        // CO₂ and PM₂.₅ are names.
        if place == .lowered, isBehindLetter || last == UInt8(ascii: ".") { return Array(bytes) }
        let digits = bytes.filter { $0 > 0x20 && $0 != UInt8(ascii: ",") }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        let isPower = digits.first == UInt8(ascii: "-") && digits.dropFirst().allSatisfy(isDigit)
        if !digits.isEmpty, isPower || digits.allSatisfy(isDigit) {
            let signs = place == .raised ? raised : lowered
            return digits.flatMap { isDigit($0) ? signs[Int($0) - 0x30] : Array("⁻".utf8) }
        }
        // The letter of a footnote behind a number; behind a name it is none of it.
        if digits.count == 1, let letter = digits.first, (0x61...0x7A).contains(letter | 0x20), let last {
            if isDigit(last) { return [UInt8(ascii: "["), letter, UInt8(ascii: "]")] }
            if !isBehindLetter || before.count > 3 { return [] }
        }
        return Array(bytes)
    }
}
