import Cells
import Indicators
import Wording

/// The contents of the screens as lines of text, for pipes and for people who do not use a screen.
public enum TextReport {
    /// The overview: the sentence for the city, what needs attention, then a line for every topic with what supports
    /// it.
    public static func overview(_ catalogue: Catalogue, _ options: WordingOptions) -> String {
        let wording = Wording(catalogue, options)
        var lines = head(wording) + attention(wording)
        for topic in catalogue.topics {
            let indicator = catalogue.indicator(topic.headline)
            let observation = catalogue.headlineObservation(of: topic.headline)
            if let indicator {
                lines.append(
                    "\(topic.title[wording.language])\(wording.words.colon)" + fact(indicator, observation, wording))
            }
            for code in topic.supports {
                if let indicator = catalogue.indicator(code) {
                    lines.append("    " + fact(indicator, catalogue.headlineObservation(of: code), wording))
                } else if let brief = catalogue.brief(code) {
                    lines.append("    " + line(brief, wording))
                }
            }
        }
        let scope = Scope(catalogue: catalogue), districts = scope.districts
        if !districts.isEmpty {
            let own = scope.eachReportsItsOwn ? wording.words.colon + wording.words.eachReportsItsOwn : ""
            lines.append(wording.words.districts + own)
            for area in districts {
                guard let leading = scope.leadingFigures(ofArea: area.code, most: 1).first else { continue }
                lines.append("    " + fact(leading.indicator, leading.observation, wording))
            }
        }
        return page(lines)
    }

    /// The sentence for the city, and a line for all that needs attention.
    private static func attention(_ wording: Wording) -> [String] {
        let digest = AttentionDigest(wording)
        let items = digest.lines.isEmpty ? [] : ["", wording.words.attention.title] + digest.lines + [""]
        return digest.opening + items
    }

    /// Lines that are safe to write: characters that a terminal would interpret become U+FFFD.
    static func page(_ lines: [String]) -> String { lines.joined(separator: "\n").harmless(keeping: "\n") + "\n" }

    /// Every figure of a selection, one a line with its source, then the measures and the sources. All figures begin
    /// with the sentence for the city and what needs attention.
    public static func figures(_ catalogue: Catalogue, _ selection: FigureSelection, _ options: WordingOptions)
        -> String
    {
        let wording = Wording(catalogue, options), sources = selection.sources(in: catalogue)
        let numbers = SourceNumbers(sources)
        // A part of the figures does not say where the city stands.
        var lines = head(wording) + (selection == FigureSelection() ? attention(wording) : [])
        for topic in catalogue.topics {
            var part: [String] = []
            for indicator in catalogue.indicators(ofTopic: topic.code) {
                part += TextReport.lines(indicator, selection.figures(of: indicator, in: catalogue), numbers, wording)
            }
            part += selection.derived(in: catalogue).filter { $0.topic == topic.code }.map { derived in
                "\(derived.name[wording.language]) (\(wording.judging.derived))  \(DerivedText.line(derived, wording))"
            }
            part += selection.briefs(in: catalogue).filter { $0.topic == topic.code }.map { brief in
                line(brief, wording) + " [\(numbers[brief.source]), \(PlaceText.text(brief.place, wording.language))]"
            }
            if !part.isEmpty { lines += ["", topic.title[wording.language]] + part }
        }
        if !sources.isEmpty {
            lines += ["", wording.words.source]
            lines += sources.map { "[\(numbers[$0.code])] \(SourceText.line($0, wording))" }
        }
        return page(lines)
    }

    /// The figures of an indicator, each with its note, then the notes on the indicator. An indicator with a target and
    /// no observation says so.
    private static func lines(
        _ indicator: Indicator, _ figures: [Observation?], _ numbers: SourceNumbers, _ wording: Wording
    ) -> [String] {
        guard !figures.isEmpty else { return [] }
        var lines: [String] = []
        for observation in figures {
            lines.append(
                fact(indicator, observation, wording)
                    + (observation.map { " [" + origin($0, numbers, wording) + "]" } ?? ""))
            let note = observation?.note[wording.language] ?? ""
            if !note.isEmpty { lines.append("    " + note) }
        }
        let note = indicator.note[wording.language]
        if !note.isEmpty { lines.append("    " + note) }
        return lines + targets(indicator, figures, numbers, wording)
    }

    /// The sources of the targets of these figures.
    private static func targets(
        _ indicator: Indicator, _ figures: [Observation?], _ numbers: SourceNumbers, _ wording: Wording
    ) -> [String] {
        var seen: Set<Target> = []
        return figures.compactMap { wording.target(of: indicator, $0) }.filter { seen.insert($0).inserted }.map {
            target in
            let value = wording.parts(target, of: indicator).text
            let span = PeriodText.span(of: target.period, wording, withYear: true)
            let area =
                target.area == wording.catalogue.rootArea.code
                ? "" : (wording.catalogue.area(target.area)?.shortName[wording.language] ?? target.area) + " "
            let origin = [
                numbers[target.source], PlaceText.text(target.place, wording.language),
                target.printed.isEmpty ? "" : "「\(target.printed)」",
            ]
            return
                "    \(wording.judging.target) \(area)\(span) \(value) ["
                + origin.filter { !$0.isEmpty }.joined(separator: ", ") + "]"
        }
    }

    /// A figure in one line: name, area, value with unit, period, status, judgement.
    static func fact(_ indicator: Indicator, _ observation: Observation?, _ wording: Wording) -> String {
        var parts = [indicator.name[wording.language]]
        if let area = wording.foreignArea(observation) { parts[0] += " (\(area))" }
        parts.append(wording.figure(observation))
        if let observation {
            parts.append(PeriodText.full(observation, wording))
            let status = StatusText.standing(observation, wording)
            if !status.isEmpty { parts.append(status) }
        }
        let judgement = wording.judgement(of: indicator, observation)
        if judgement != .noTarget { parts.append(JudgementText.phrase(judgement, wording).text) }
        parts += JudgementText.figures(judgement, indicator, wording).map(\.text).enumerated().map {
            index, text in
            index == 0 ? "\(wording.judging.target) \(text)" : text
        }
        if let change = observation.flatMap({ try? wording.catalogue.changeOnYear(of: $0).get() }) {
            parts.append(wording.judging.onYear + " " + ChangeText.phrases(change, indicator, wording).text)
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    static func line(_ brief: Brief, _ wording: Wording) -> String { BriefText.line(brief, wording).text }

    /// Source, position in it, and printed form in one line.
    static func origin(_ observation: Observation, _ numbers: SourceNumbers, _ wording: Wording) -> String {
        [
            numbers[observation.source], PlaceText.text(observation.place, wording.language),
            observation.printed.isEmpty ? "" : "\(wording.words.printedForm)「\(observation.printed)」",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func head(_ wording: Wording) -> [String] {
        let catalogue = wording.catalogue, words = wording.words, signs = wording.signs
        let package = catalogue.package, tally = catalogue.tally, period = package.period[wording.language]
        var lines = [
            [package.title[wording.language], wording.wholeName].filter { !$0.isEmpty }.joined(separator: "  ")
                + (period.isEmpty ? "" : " \(signs.separator) \(period)")
        ]
        if package.isFictional { lines.append(words.fictional) }
        let span = PeriodText.span(catalogue.oldestPeriod, catalogue.newestPeriod, signs)
        let counts = [
            (signs.good, tally.good, words.legendGood), (signs.middling, tally.between, words.legendBetween),
            (signs.bad, tally.bad, words.legendBad),
        ]
        let unknown =
            tally.unknown > 0 ? "  \(signs.notJudged) \(tally.unknown) \(wording.inSentence(words.unknownZero))" : ""
        let lights = tally.judged == 0 ? "" : counts.map { "  \($0.0) \($0.1) \($0.2)" }.joined() + unknown
        lines.append("\(words.judgedOf(tally.judged, tally.all))\(lights)  \(words.dataSpan) \(span)")
        return lines
    }
}
