import Cells
import Indicators

/// The same truth as the screens, as lines of text: for pipes, and for people without a screen.
public enum PlainText {
    /// The overview: one line for the city, then one for every topic with what supports it.
    public static func overview(_ catalogue: Catalogue, _ settings: Settings) -> String {
        let ink = ink(catalogue, settings)
        var lines = head(ink)
        for topic in catalogue.topics {
            let indicator = catalogue.indicator(topic.headline)
            let observation = catalogue.headlineObservation(of: topic.headline)
            if let indicator { lines.append("\(topic.title[ink.language]): " + fact(indicator, observation, ink)) }
            for code in topic.supports {
                if let indicator = catalogue.indicator(code) {
                    lines.append("    " + fact(indicator, catalogue.headlineObservation(of: code), ink))
                } else if let brief = catalogue.brief(code) {
                    lines.append("    " + line(brief, ink))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Every figure of a selection, one a line with its source, then the measures and the sources.
    public static func figures(_ catalogue: Catalogue, _ selection: FigureSelection, _ settings: Settings) -> String {
        let ink = ink(catalogue, settings)
        var lines = head(ink)
        for topic in catalogue.topics {
            var part: [String] = []
            for observation in selection.observations(in: catalogue) {
                guard let indicator = catalogue.indicator(observation.indicator), indicator.topic == topic.code else { continue }
                part.append(fact(indicator, observation, ink) + " [" + origin(observation, ink) + "]")
                for note in [observation.note[ink.language], indicator.note[ink.language]] where !note.isEmpty {
                    part.append("    " + note)
                }
            }
            part += selection.briefs(in: catalogue).filter { $0.topic == topic.code }.map { brief in
                line(brief, ink) + " [\(brief.source), \(PlaceText.text(brief.place, ink.language))]"
            }
            if !part.isEmpty { lines += ["", topic.title[ink.language]] + part }
        }
        let sources = selection.sources(in: catalogue)
        if !sources.isEmpty {
            lines += ["", ink.words.source]
            lines += sources.map { "\($0.code): \(SourceText.line($0, ink))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a figure is, in one line: name, area, value with unit, period, status, judgement.
    static func fact(_ indicator: Indicator, _ observation: Observation?, _ ink: Ink) -> String {
        var parts = [indicator.name[ink.language]]
        if let area = ink.foreignArea(observation) { parts[0] += " (\(area))" }
        parts.append(ink.figure(observation))
        if let observation {
            parts.append(PeriodText.full(observation, ink))
            let status = StatusText.short(observation, ink.words)
            if !status.isEmpty { parts.append(status) }
        }
        let judgement = ink.catalogue.judgement(of: indicator, observation)
        if judgement != .noTarget { parts.append(JudgementText.runs(judgement, ink).map(\.text).joined()) }
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    static func line(_ brief: Brief, _ ink: Ink) -> String { BriefText.line(brief, ink).map(\.text).joined() }

    /// Source, place and printed form in one line.
    static func origin(_ observation: Observation, _ ink: Ink) -> String {
        "\(observation.source), \(PlaceText.text(observation.place, ink.language)), \(ink.words.printedForm)「\(observation.printed)」"
    }

    static func ink(_ catalogue: Catalogue, _ settings: Settings) -> Ink {
        Ink(DashboardState(catalogue: catalogue, settings: settings, size: Size(columns: 80, rows: 24)))
    }

    static func head(_ ink: Ink) -> [String] {
        let package = ink.catalogue.package, tally = ink.catalogue.tally
        var lines = ["\(package.title[ink.language])  \(ink.words.wholeCity) \(ink.glyphs.separator) \(package.period[ink.language])"]
        if package.isFictional { lines.append(ink.words.fictional) }
        let span = PeriodText.span(ink.catalogue.oldestPeriod, ink.catalogue.newestPeriod, ink.glyphs)
        lines.append("\(ink.words.judgedOf(tally.judged, tally.all))  \(ink.words.dataSpan) \(span)")
        return lines
    }
}
