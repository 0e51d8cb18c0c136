import Cells
import Wording

extension Briefing {
    /// The longest line in columns, which suits any editor and any printer.
    private static let columns = 78

    /// The briefing as plain text.
    public var text: String {
        let words = Words.in(language), own = BriefingWords.in(language)
        var lines = [title, String(repeating: "=", count: min(Self.columns, DisplayWidth.of(title)))]
        if isFictional { lines.append(words.fictional) }
        lines += [about] + facts.flatMap { wrapped($0) }
        if !opening.isEmpty { lines += [""] + opening.flatMap { wrapped($0) } }
        lines += list(words.attention.title, attention)
        for (index, part) in parts.enumerated() {
            let heading = "\(index + 1). \(part.title)"
            lines += ["", heading, String(repeating: "-", count: min(Self.columns, DisplayWidth.of(heading)))]
            if !part.headline.isEmpty { lines += wrapped(part.headline) + [""] }
            lines += rows(part.rows)
            lines += list(own.computed, part.computed)
            lines += list(own.areas, part.areas.map { "\($0.name)\(words.colon)\($0.figures) \(Self.marks($0.notes))" })
            lines += list(
                own.measures, part.measures.map { "\($0.text)\(own.pause)\($0.state) \(Self.marks($0.notes))" })
            lines += list(own.definitions, part.definitions)
            lines += list(own.departments, part.departments)
        }
        let width = "\(notes.count)".utf8.count + 3
        lines += ["", own.notes] + notes.enumerated().flatMap { wrapped($1, TextLayout.pad("[\($0 + 1)]", to: width)) }
        lines += ["", own.methods] + methods.flatMap { wrapped($0, "- ") }
        return TextReport.page(lines)
    }

    /// Name, value and period in columns; everything else about a figure stands on the lines below it.
    private func rows(_ rows: [Row]) -> [String] {
        let own = BriefingWords.in(language)
        func width(_ cell: KeyPath<Row, String>, _ most: Int) -> Int {
            min(most, rows.map { DisplayWidth.of($0[keyPath: cell]) }.max() ?? 0)
        }
        let names = width(\.name, 34), values = width(\.value, 22)
        return rows.flatMap { row -> [String] in
            let change = row.change.isEmpty ? "" : "\(own.change) \(row.change)"
            let isLong = DisplayWidth.of(row.name) > names
            let name = isLong ? String(repeating: " ", count: names) : TextLayout.pad(row.name, to: names)
            let value = row.value + String(repeating: " ", count: max(0, values - DisplayWidth.of(row.value)))
            let start =
                (isLong ? wrapped(row.name) : []) + wrapped("\(name)  \(value)  \(row.period) \(Self.marks(row.notes))")
            let more = [row.pace, change].filter { !$0.isEmpty }.joined(separator: own.pause)
            return start + (more.isEmpty ? [] : wrapped(more, "    "))
        }
    }

    private func list(_ title: String, _ texts: [String]) -> [String] {
        texts.isEmpty ? [] : ["", title] + texts.flatMap { wrapped($0, "- ") }
    }

    /// A text after a mark. Continuation lines are indented below the beginning of the text.
    private func wrapped(_ text: String, _ mark: String = "") -> [String] {
        let indent = DisplayWidth.of(mark)
        return TextLayout.wrap(text, to: Self.columns - indent).enumerated().map {
            $0 == 0 ? mark + $1 : String(repeating: " ", count: indent) + $1
        }
    }
}
