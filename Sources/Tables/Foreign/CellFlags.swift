import Indicators

/// Flags that stand beside a number in its cell: `2845955 e`, `13.1 [p]`, `: c`, `12.5*`.
enum CellFlags {
    /// One-letter flags of Eurostat and other offices.
    private static let letters: [Character: ObservationStatus] = [
        "b": .breakInSeries, "c": .suppressed, "d": .definitionDiffers, "e": .estimated, "f": .forecast,
        "i": .imputed, "n": .notSignificant, "p": .provisional, "r": .normal, "s": .estimated, "u": .lowReliability,
        "z": .notApplicable,
    ]
    /// The flags that matter most to a reader come first.
    private static let order: [Character] = ["c", "z", "f", "e", "s", "p", "u", "b", "i", "d", "n", "r"]

    /// The status of several flags in one; nil where one of them is not known.
    static func status(_ flags: some StringProtocol) -> ObservationStatus? {
        let flags = flags.filter { $0 != " " && $0 != "," }
        guard (1...4).contains(flags.count), flags.allSatisfy({ letters[$0] != nil }) else { return nil }
        return order.first { flags.contains($0) }.flatMap { letters[$0] }
    }

    /// A cell without its flag. An interval in brackets behind the number, and footnote signs, are dropped too.
    static func parted(_ text: String) -> (body: String, flag: ObservationStatus?) {
        let body = withoutFootnotes(text)
        for (open, close) in [("[", "]"), ("(", ")")] as [(Character, Character)]
        where body.last == close && body.first != open {
            guard let start = body.lastIndex(of: open) else { continue }
            let inside = body[body.index(after: start)...].dropLast(), before = trimmed(body[..<start])
            if let status = status(inside.lowercased()) ?? StatusReading.word(String(inside)) {
                return (before, status)
            }
            // 1200[1] is the mark of a footnote; 1200(1) may be more.
            if open == "[", isInterval(inside) || isFootnote(inside) && before.last?.isNumber == true {
                return (before, nil)
            }
        }
        if let blank = body.lastIndex(of: " "), let status = status(body[body.index(after: blank)...]) {
            let before = trimmed(body[..<blank])
            // Only behind a number or a sign for no value.
            if before == ":" || before.unicodeScalars.last.map({ ("0"..."9").contains($0) }) == true {
                return (before, status)
            }
        }
        return (trimmed(body), nil)
    }

    private static let footnotes = "*†‡①②③④⑤⑥⑦⑧⑨⑩" + Footnotes.signs

    private static func withoutFootnotes(_ text: String) -> Substring {
        var body = Substring(text)
        // 1.2×10⁸ is a number.
        if Footnotes.isPower(text) { return body }
        while let last = body.last, footnotes.contains(last), body.count > 1,
            body.dropLast().last != "*" || body.first?.isNumber == true
        {
            if last == "²" || last == "³", body.dropLast().last?.isLetter == true { break }
            body.removeLast()
        }
        return body
    }

    private static func isFootnote(_ text: Substring) -> Bool {
        (1...2).contains(text.count) && (text.allSatisfy { $0.isASCII && $0.isNumber } || text.count == 1)
            && text.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
    }

    private static func isInterval(_ text: Substring) -> Bool {
        let marks = text.unicodeScalars.filter { !("0"..."9").contains($0) && $0 != "." && $0 != " " }
        return !marks.isEmpty && marks.allSatisfy { "-–,;".unicodeScalars.contains($0) }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
