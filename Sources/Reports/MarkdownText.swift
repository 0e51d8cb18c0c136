import Indicators
import Wording

/// Figures as tables of Markdown, with the sources below.
public enum MarkdownText {
    /// The selected figures as one document: a table for each topic, computed figures and measures as lists, and the
    /// sources at the end. Topics without any of these are left out.
    public static func figures(_ catalogue: Catalogue, _ selection: FigureSelection, _ options: WordingOptions)
        -> String
    {
        let wording = Wording(catalogue, options)
        let words = wording.words, sources = selection.sources(in: catalogue), numbers = SourceNumbers(sources)
        var lines = ["# " + TextReport.head(wording)[0], ""] + TextReport.head(wording).dropFirst() + [""]
        for topic in catalogue.topics {
            let rows = catalogue.indicators(ofTopic: topic.code).flatMap { indicator in
                selection.figures(of: indicator, in: catalogue).map { row(cells(indicator, $0, numbers, wording)) }
            }
            let briefs = selection.briefs(in: catalogue).filter { $0.topic == topic.code }
            let derived = selection.derived(in: catalogue).filter { $0.topic == topic.code }
            guard !rows.isEmpty || !briefs.isEmpty || !derived.isEmpty else { continue }
            lines += ["## \(escaped(topic.title[wording.language]))", ""]
            if !rows.isEmpty {
                let head = [
                    words.indicator, words.area, words.value, words.period, words.state, words.judgement, words.source,
                ]
                lines += [row(head), "|" + String(repeating: " --- |", count: head.count)] + rows + [""]
                let notes = notes(topic, selection, wording)
                if !notes.isEmpty { lines += notes + [""] }
            }
            lines += derived.map { one in
                "- "
                    + escaped(
                        "\(one.name[wording.language]) (\(words.judging.derived))  \(DerivedText.line(one, wording))")
            }
            lines +=
                briefs.map { brief in
                    let period = PeriodText.full(brief, wording)
                    return "- "
                        + escaped(
                            TextReport.line(brief, wording) + (period.isEmpty ? "" : "  \(period)")
                                + " [\(numbers[brief.source]), \(PlaceText.text(brief.place, wording.language))]")
                } + (briefs.isEmpty && derived.isEmpty ? [] : [""])
        }
        if !sources.isEmpty {
            lines += ["## " + words.source, ""]
            lines += sources.map { "\(numbers[$0.code]). " + escaped(SourceText.line($0, wording)) }
        }
        return TextReport.page(lines)
    }

    /// Notes on the indicators and on single figures.
    private static func notes(_ topic: Topic, _ selection: FigureSelection, _ wording: Wording) -> [String] {
        wording.catalogue.indicators(ofTopic: topic.code).flatMap { indicator -> [String] in
            let figures = selection.figures(of: indicator, in: wording.catalogue)
            guard !figures.isEmpty else { return [] }
            let own = figures.compactMap { figure -> String? in
                guard let figure, !figure.note[wording.language].isEmpty else { return nil }
                return
                    "\(indicator.name[wording.language]) "
                    + "\(PeriodText.full(figure, wording))\(wording.words.colon)\(figure.note[wording.language])"
            }
            let note = indicator.note[wording.language]
            return (own + (note.isEmpty ? [] : ["\(indicator.name[wording.language])\(wording.words.colon)\(note)"]))
                .map {
                    "- " + escaped($0)
                }
        }
    }

    private static func cells(
        _ indicator: Indicator, _ observation: Observation?, _ numbers: SourceNumbers, _ wording: Wording
    ) -> [String] {
        let judgement = wording.judgement(of: indicator, observation)
        let area = observation?.area ?? wording.catalogue.rootArea.code
        var judged = JudgementText.phrase(judgement, wording).text
        for line in JudgementText.figures(judgement, indicator, wording) { judged += " " + line.text }
        return [
            indicator.name[wording.language], wording.catalogue.area(area)?.name[wording.language] ?? area,
            wording.figure(observation),
            observation.map { PeriodText.full($0, wording) } ?? "",
            observation.map { StatusText.full($0, wording.words) } ?? "", judged,
            observation.map { TextReport.origin($0, numbers, wording) } ?? "",
        ]
    }

    static func row(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }

    /// Text with the characters of Markdown markup escaped.
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
