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
            if let indicator {
                lines.append("\(topic.title[ink.language])\(ink.words.colon)" + fact(indicator, observation, ink))
            }
            for code in topic.supports {
                if let indicator = catalogue.indicator(code) {
                    lines.append("    " + fact(indicator, catalogue.headlineObservation(of: code), ink))
                } else if let brief = catalogue.brief(code) {
                    lines.append("    " + line(brief, ink))
                }
            }
        }
        if ink.state.hasDistricts {
            lines.append("\(ink.words.districts)\(ink.words.colon)\(ink.words.eachReportsItsOwn)")
            for area in ink.state.districts {
                guard case .figure(let indicator, let observation)? = ink.state.leadingFigures(ofArea: area.code).first
                else { continue }
                lines.append("    " + fact(indicator, observation, ink))
            }
        }
        return page(lines)
    }

    /// Lines as they may be written: what a terminal would obey becomes U+FFFD.
    static func page(_ lines: [String]) -> String { lines.joined(separator: "\n").harmless(keeping: "\n") + "\n" }

    /// Every figure of a selection, one a line with its source, then the measures and the sources.
    public static func figures(_ catalogue: Catalogue, _ selection: FigureSelection, _ settings: Settings) -> String {
        let ink = ink(catalogue, settings)
        var lines = head(ink)
        for topic in catalogue.topics {
            var part: [String] = []
            for indicator in catalogue.indicators(ofTopic: topic.code) {
                part += PlainText.lines(indicator, selection.figures(of: indicator, in: catalogue), ink)
            }
            part += selection.derived(in: catalogue).filter { $0.topic == topic.code }.map { derived in
                "\(derived.name[ink.language]) (\(ink.judging.derived))  \(DerivedText.line(derived, ink.wording))"
            }
            part += selection.briefs(in: catalogue).filter { $0.topic == topic.code }.map { brief in
                line(brief, ink) + " [\(brief.source), \(PlaceText.text(brief.place, ink.language))]"
            }
            if !part.isEmpty { lines += ["", topic.title[ink.language]] + part }
        }
        let sources = selection.sources(in: catalogue)
        if !sources.isEmpty {
            lines += ["", ink.words.source]
            lines += sources.map { "\($0.code): \(SourceText.line($0, ink.wording))" }
        }
        return page(lines)
    }

    /// An indicator's figures, each with its note, then what is to be said of the indicator. One that has only a target
    /// says so.
    private static func lines(_ indicator: Indicator, _ figures: [Observation?], _ ink: Ink) -> [String] {
        guard !figures.isEmpty else { return [] }
        var lines: [String] = []
        for observation in figures {
            lines.append(fact(indicator, observation, ink) + (observation.map { " [" + origin($0, ink) + "]" } ?? ""))
            let note = observation?.note[ink.language] ?? ""
            if !note.isEmpty { lines.append("    " + note) }
        }
        let note = indicator.note[ink.language]
        if !note.isEmpty { lines.append("    " + note) }
        return lines + targets(indicator, figures, ink)
    }

    /// Where the targets of these figures were promised.
    private static func targets(_ indicator: Indicator, _ figures: [Observation?], _ ink: Ink) -> [String] {
        var seen: Set<Target> = []
        return figures.compactMap { ink.wording.target(of: indicator, $0) }.filter { seen.insert($0).inserted }.map {
            target in
            let value = ink.wording.parts(target, of: indicator).text
            let span = PeriodText.span(of: target.period, ink.wording, withYear: true)
            let area =
                target.area == ink.catalogue.rootArea.code
                ? "" : (ink.catalogue.area(target.area)?.shortName[ink.language] ?? target.area) + " "
            let origin = [
                target.source, PlaceText.text(target.place, ink.language),
                target.printed.isEmpty ? "" : "「\(target.printed)」",
            ]
            return
                "    \(ink.judging.target) \(area)\(span) \(value) ["
                + origin.filter { !$0.isEmpty }.joined(separator: ", ") + "]"
        }
    }

    /// What a figure is, in one line: name, area, value with unit, period, status, judgement.
    static func fact(_ indicator: Indicator, _ observation: Observation?, _ ink: Ink) -> String {
        var parts = [indicator.name[ink.language]]
        if let area = ink.wording.foreignArea(observation) { parts[0] += " (\(area))" }
        parts.append(ink.wording.figure(observation))
        if let observation {
            parts.append(PeriodText.full(observation, ink.wording))
            let status = StatusText.short(observation, ink.words)
            if !status.isEmpty { parts.append(status) }
        }
        let judgement = ink.wording.judgement(of: indicator, observation)
        if judgement != .noTarget { parts.append(JudgementText.phrase(judgement, ink.wording).text) }
        parts += JudgementText.figures(judgement, indicator, ink.wording).map(\.text).enumerated().map {
            index, text in
            index == 0 ? "\(ink.judging.target) \(text)" : text
        }
        if let change = observation.flatMap({ try? ink.catalogue.changeOnYear(of: $0).get() }) {
            parts.append(ink.judging.onYear + " " + ChangeText.phrases(change, indicator, ink.wording).text)
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    static func line(_ brief: Brief, _ ink: Ink) -> String { BriefText.line(brief, ink.wording).text }

    /// Source, place and printed form in one line.
    static func origin(_ observation: Observation, _ ink: Ink) -> String {
        [
            observation.source, PlaceText.text(observation.place, ink.language),
            observation.printed.isEmpty ? "" : "\(ink.words.printedForm)「\(observation.printed)」",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func ink(_ catalogue: Catalogue, _ settings: Settings) -> Ink {
        Ink(DashboardState(catalogue: catalogue, settings: settings, size: Size(columns: 80, rows: 24)))
    }

    static func head(_ ink: Ink) -> [String] {
        let package = ink.catalogue.package, tally = ink.catalogue.tally
        let period = package.period[ink.language]
        var lines = [
            "\(package.title[ink.language])  \(ink.words.wholeCity)"
                + (period.isEmpty ? "" : " \(ink.glyphs.separator) \(period)")
        ]
        if package.isFictional { lines.append(ink.words.fictional) }
        let span = PeriodText.span(ink.catalogue.oldestPeriod, ink.catalogue.newestPeriod, ink.glyphs)
        let lights =
            tally.judged == 0
            ? ""
            : "  \(ink.glyphs.good) \(tally.good)  \(ink.glyphs.middling) \(tally.between)  \(ink.glyphs.bad) "
                + "\(tally.bad)"
        lines.append("\(ink.words.judgedOf(tally.judged, tally.all))\(lights)  \(ink.words.dataSpan) \(span)")
        return lines
    }
}
