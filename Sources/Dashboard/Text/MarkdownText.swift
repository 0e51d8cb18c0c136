import Indicators

/// Figures as tables of Markdown, with the sources below.
public enum MarkdownText {
    public static func figures(_ catalogue: Catalogue, _ selection: FigureSelection, _ settings: Settings) -> String {
        let ink = PlainText.ink(catalogue, settings)
        let words = ink.words
        var lines = ["# " + PlainText.head(ink)[0], ""] + PlainText.head(ink).dropFirst() + [""]
        for topic in catalogue.topics {
            let rows = selection.observations(in: catalogue).compactMap { observation -> String? in
                guard let indicator = catalogue.indicator(observation.indicator), indicator.topic == topic.code else { return nil }
                return row([
                    indicator.name[ink.language], catalogue.area(observation.area)?.name[ink.language] ?? observation.area,
                    ink.figure(observation), PeriodText.full(observation, ink), StatusText.full(observation, words),
                    JudgementText.runs(catalogue.judgement(of: indicator, observation), ink).map(\.text).joined(),
                    PlainText.origin(observation, ink),
                ])
            }
            let briefs = selection.briefs(in: catalogue).filter { $0.topic == topic.code }
            guard !rows.isEmpty || !briefs.isEmpty else { continue }
            lines += ["## \(escaped(topic.title[ink.language]))", ""]
            if !rows.isEmpty {
                let head = [words.indicator, words.area, words.value, words.period, words.state, words.judgement, words.source]
                lines += [row(head), "|" + String(repeating: " --- |", count: head.count)] + rows + [""]
            }
            lines += briefs.map { "- " + escaped(PlainText.line($0, ink)) } + (briefs.isEmpty ? [] : [""])
        }
        let sources = selection.sources(in: catalogue)
        if !sources.isEmpty {
            lines += ["## " + words.source, ""]
            lines += sources.map { "- `\($0.code)` " + escaped(SourceText.line($0, ink)) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }

    /// Text that Markdown must not take for markup.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "|", "\\", "`", "*", "_", "<", ">", "[", "]", "#": result += "\\" + String(character)
            case "\n", "\r", "\r\n": result += " "
            default: result.append(character)
            }
        }
        return result
    }
}
