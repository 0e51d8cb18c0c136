import Cells
import Wording

/// The sentence for the whole on top of the overview. It never gives way: where there is little room it is shorter, and
/// still names what is behind.
struct SentenceLines {
    let ink: Ink
    let columns: Int

    /// The fullest form that takes no more lines than given. The shortest may take up to `limit` lines, and its last
    /// line is cut where even that is too few.
    func lines(most: Int, limit: Int) -> [StyledLine] {
        guard most > 0 else { return [] }
        if let table = TableSentence(ink.wording) {
            return table.forms.map { $0.isEmpty ? [] : ink.wrapped($0, to: columns) }.first { $0.count <= most } ?? []
        }
        let sentence = CitySentence(ink.wording, since: ink.state.changeSinceVersion), limit = max(most, limit)
        let forms = [[sentence.first, sentence.second], [sentence.first], [sentence.short]]
        for form in forms {
            let lines = form.filter { !$0.isEmpty }.flatMap { ink.wrapped($0, to: columns) }
            if lines.count <= most { return lines }
        }
        let lines = ink.wrapped(sentence.short, to: columns)
        if lines.count <= limit { return lines }
        let rest = lines.dropFirst(limit - 1).flatMap { $0 }
        return lines.prefix(limit - 1) + [ink.fitting(rest, columns)]
    }
}

extension Ink {
    /// Phrases broken into lines, each part in the style of its role.
    func wrapped(_ phrases: [Phrase], to columns: Int) -> [StyledLine] {
        var letters = phrases.flatMap { phrase in phrase.text.map { ($0, theme[phrase.role]) } }[...]
        return TextLayout.wrap(phrases.text, to: columns).map { line in
            var runs: StyledLine = []
            for character in line {
                // Blanks at the end of a line are dropped.
                while let first = letters.first, first.0 != character { letters.removeFirst() }
                guard let (_, style) = letters.popFirst() else { break }
                if let last = runs.last, last.style == style {
                    runs[runs.count - 1] = TextRun(last.text + String(character), style)
                } else {
                    runs.append(TextRun(String(character), style))
                }
            }
            return runs
        }
    }
}
