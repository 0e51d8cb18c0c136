import Wording

extension Briefing {
    /// The briefing as Markdown.
    public var markdown: String {
        let words = Words.in(language), own = BriefingWords.in(language)
        var lines = ["# " + escaped(title), ""]
        if isFictional { lines += ["**\(words.fictional)**", ""] }
        lines += [escaped(about), ""] + facts.map { "- " + escaped($0) } + [""]
        lines += opening.flatMap { [escaped($0), ""] } + list(words.attention.title, attention.map(escaped))
        for (index, part) in parts.enumerated() {
            lines += ["## \(index + 1). \(escaped(part.title))", ""]
            if !part.headline.isEmpty { lines += [escaped(part.headline), ""] }
            if !part.rows.isEmpty {
                let head = [words.indicator, words.value, words.period, own.pace, own.change, own.note]
                lines += [row(head), "|" + String(repeating: " --- |", count: head.count)]
                lines += part.rows.map {
                    row(
                        [
                            $0.name, $0.value, $0.period, $0.pace.isEmpty ? own.nothing : $0.pace,
                            $0.change.isEmpty ? own.nothing : $0.change,
                        ].map(escaped) + [Self.marks($0.notes)])
                }
                lines.append("")
            }
            lines += list(own.computed, part.computed.map(escaped))
            lines += list(
                own.areas, part.areas.map { "\(escaped($0.name + words.colon + $0.figures)) \(Self.marks($0.notes))" })
            lines += list(
                own.measures, part.measures.map { "\(escaped($0.text + own.pause + $0.state)) \(Self.marks($0.notes))" }
            )
            lines += list(own.definitions, part.definitions.map(escaped))
            lines += list(own.departments, part.departments.map(escaped))
        }
        lines += ["## " + own.notes, ""] + notes.enumerated().map { "\($0 + 1). " + escaped($1) } + [""]
        lines += ["## " + own.methods, ""] + methods.map { "- " + escaped($0) }
        return TextReport.page(lines)
    }

    /// `[1][2]`
    static func marks(_ notes: [Int]) -> String { notes.map { "[\($0)]" }.joined() }

    private func list(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["**\(title)**", ""] + lines.map { "- " + $0 } + [""]
    }
    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
