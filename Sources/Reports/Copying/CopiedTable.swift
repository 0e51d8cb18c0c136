import Indicators
import Wording

/// Facts as lines of cells separated by tabs, which spreadsheets paste as a table.
package struct CopiedTable {
    let items: [CopiedItem]
    let wording: Wording

    package init(items: [CopiedItem], wording: Wording) {
        self.items = items
        self.wording = wording
    }

    /// The largest number of bytes that is copied at once. In base64 they become 74,992 bytes, which terminals still
    /// accept.
    static let mostBytes = 56_244

    /// A header and one line for each fact; for invented data a notice stands before them. The table is cut at whole
    /// lines, and lines beyond the limit are not made.
    package var text: String {
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

    /// A cell that a spreadsheet does not interpret. A text that would be taken for a formula gets an apostrophe before
    /// it, and so does one that begins with a quotation mark, since a formula may follow it. Numbers stay numbers.
    static func cell(_ text: String) -> String {
        let shown = CopiedText.piece(text)
        guard DecimalNumber(shown) == nil else { return shown }
        let isIndented = text.unicodeScalars.first.map { $0.value >= 0x09 && $0.value <= 0x0D } ?? false
        let first = shown.unicodeScalars.first { $0 != " " && $0.value != 0xA0 && $0.value != 0x3000 }
        return isIndented || first.map(dangerous.contains) ?? false ? "'" + shown : shown
    }

    /// The set includes the full-width forms, which some spreadsheets treat in the same way.
    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\"", "＝", "＋", "－", "＠"]
}
