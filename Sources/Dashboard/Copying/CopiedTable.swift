import Indicators

/// Facts as lines of cells parted by tabs, which spreadsheets take as a table.
struct CopiedTable {
    let items: [CopiedItem]
    let wording: Wording

    /// The most bytes that are copied at once: what base64 makes 74,992 of, which terminals still take.
    static let mostBytes = 56_244

    /// A header and a line for every fact; before them that the data are invented, where they are. Cut at whole lines,
    /// and nothing is made that would be cut.
    var text: String {
        var lines = wording.catalogue.package.isFictional ? [Self.line([wording.words.fictional])] : []
        lines.append(Self.line(CopiedWords.columns(wording.words)))
        let head = lines.count
        var left = Self.mostBytes - lines.reduce(-1) { $0 + $1.utf8.count + 1 }
        for item in items {
            let line = Self.line(cells(CopiedFact(item, wording)))
            left -= line.utf8.count + 1
            if left < 0 { break }
            lines.append(line)
        }
        guard left < 0 else { return lines.joined(separator: "\n") }
        func note() -> String { CopiedWords.cut(lines.count - head, of: items.count, wording.language) }
        while lines.count > head, lines.reduce(note().utf8.count, { $0 + $1.utf8.count + 1 }) > Self.mostBytes {
            lines.removeLast()
        }
        return (lines + [note()]).joined(separator: "\n")
    }

    /// A measure has no value: how far it has come stands beside its name.
    private func cells(_ fact: CopiedFact) -> [String] {
        let name =
            switch fact.kind {
            case .figure: fact.name
            case .computed: "\(fact.name) \(wording.judging.derived)"
            case .measure: fact.statement.isEmpty ? fact.name : fact.name + wording.words.colon + fact.statement
            }
        return [
            name, fact.area, fact.digits, fact.qualifier, fact.unit, fact.multiplier, fact.period, fact.basis,
            fact.status, fact.source,
        ]
    }

    static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: "\t") }

    /// A cell that a spreadsheet takes as it is. What it would take for a formula gets an apostrophe before it, and so
    /// does a quotation mark, inside which it would look for one; numbers stay numbers.
    static func cell(_ text: String) -> String {
        let shown = CopiedText.piece(text)
        guard DecimalNumber(shown) == nil else { return shown }
        let isIndented = text.unicodeScalars.first.map { $0.value >= 0x09 && $0.value <= 0x0D } ?? false
        let first = shown.unicodeScalars.first { $0 != " " && $0.value != 0xA0 && $0.value != 0x3000 }
        return isIndented || first.map(dangerous.contains) ?? false ? "'" + shown : shown
    }

    /// With the full-width forms, which some spreadsheets take for the same.
    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\"", "＝", "＋", "－", "＠"]
}
