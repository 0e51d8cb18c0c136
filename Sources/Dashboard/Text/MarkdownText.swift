import Indicators

/// Figures as tables of Markdown, with the sources below.
public enum MarkdownText {
    public static func figures(_ catalogue: Catalogue, _ selection: FigureSelection, _ settings: Settings) -> String {
        let ink = PlainText.ink(catalogue, settings)
        let words = ink.words
        var lines = ["# " + PlainText.head(ink)[0], ""] + PlainText.head(ink).dropFirst() + [""]
        for topic in catalogue.topics {
            let rows = catalogue.indicators(ofTopic: topic.code).flatMap { indicator in
                selection.figures(of: indicator, in: catalogue).map { row(cells(indicator, $0, ink)) }
            }
            let briefs = selection.briefs(in: catalogue).filter { $0.topic == topic.code }
            let derived = selection.derived(in: catalogue).filter { $0.topic == topic.code }
            guard !rows.isEmpty || !briefs.isEmpty || !derived.isEmpty else { continue }
            lines += ["## \(escaped(topic.title[ink.language]))", ""]
            if !rows.isEmpty {
                let head = [
                    words.indicator, words.area, words.value, words.period, words.state, words.judgement, words.source,
                ]
                lines += [row(head), "|" + String(repeating: " --- |", count: head.count)] + rows + [""]
                let notes = notes(topic, selection, ink)
                if !notes.isEmpty { lines += notes + [""] }
            }
            lines += derived.map { one in
                "- "
                    + escaped(
                        "\(one.name[ink.language]) (\(words.judging.derived))  \(DerivedText.line(one, ink.wording))")
            }
            lines +=
                briefs.map { brief in
                    let period = PeriodText.full(brief, ink.wording)
                    return "- "
                        + escaped(
                            PlainText.line(brief, ink) + (period.isEmpty ? "" : "  \(period)")
                                + " [\(brief.source), \(PlaceText.text(brief.place, ink.language))]")
                } + (briefs.isEmpty && derived.isEmpty ? [] : [""])
        }
        let sources = selection.sources(in: catalogue)
        if !sources.isEmpty {
            lines += ["## " + words.source, ""]
            lines += sources.map { "- `\($0.code)` " + escaped(SourceText.line($0, ink.wording)) }
        }
        return PlainText.page(lines)
    }

    /// What is to be said of the indicators and of single figures.
    private static func notes(_ topic: Topic, _ selection: FigureSelection, _ ink: Ink) -> [String] {
        ink.catalogue.indicators(ofTopic: topic.code).flatMap { indicator -> [String] in
            let figures = selection.figures(of: indicator, in: ink.catalogue)
            guard !figures.isEmpty else { return [] }
            let own = figures.compactMap { figure -> String? in
                guard let figure, !figure.note[ink.language].isEmpty else { return nil }
                return
                    "\(indicator.name[ink.language]) "
                    + "\(PeriodText.full(figure, ink.wording))\(ink.words.colon)\(figure.note[ink.language])"
            }
            let note = indicator.note[ink.language]
            return (own + (note.isEmpty ? [] : ["\(indicator.name[ink.language])\(ink.words.colon)\(note)"])).map {
                "- " + escaped($0)
            }
        }
    }

    private static func cells(_ indicator: Indicator, _ observation: Observation?, _ ink: Ink) -> [String] {
        let judgement = ink.wording.judgement(of: indicator, observation)
        let area = observation?.area ?? ink.catalogue.rootArea.code
        var judged = JudgementText.phrase(judgement, ink.wording).text
        for line in JudgementText.figures(judgement, indicator, ink.wording) { judged += " " + line.text }
        return [
            indicator.name[ink.language], ink.catalogue.area(area)?.name[ink.language] ?? area,
            ink.wording.figure(observation),
            observation.map { PeriodText.full($0, ink.wording) } ?? "",
            observation.map { StatusText.full($0, ink.words) } ?? "", judged,
            observation.map { PlainText.origin($0, ink) } ?? "",
        ]
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }

    /// Text that Markdown must not take for markup.
    static func escaped(_ text: String) -> String {
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
