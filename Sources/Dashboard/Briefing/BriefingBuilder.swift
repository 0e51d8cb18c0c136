import Cells
import Indicators

extension Briefing {
    /// - Parameters:
    ///   - topic: the topic that it is about; nil for all.
    ///   - area: the area that it is about; nil for the whole with a line of what the areas report.
    ///   - printed: when it is printed, in words; empty where that is not to be said.
    public init(
        _ catalogue: Catalogue, topic: String? = nil, area: String? = nil, printed: String, _ settings: Settings
    ) {
        var state = DashboardState(catalogue: catalogue, settings: settings, size: Size(columns: 80, rows: 24))
        state.open(.overview, area: area == catalogue.rootArea.code ? nil : area)
        var builder = BriefingBuilder(ink: Ink(state))
        let parts = catalogue.topics.filter { topic == nil || $0.code == topic }.compactMap { builder.part($0) }
        self.init(
            language: settings.language, title: builder.title(topic.flatMap(catalogue.topic)), about: builder.about,
            isFictional: catalogue.package.isFictional, facts: builder.facts(topic, printed: printed), parts: parts,
            notes: builder.notes.lines,
            methods: builder.methods, figures: builder.figures)
    }
}

/// Collects what a briefing says, topic by topic.
struct BriefingBuilder {
    let ink: Ink
    let words: BriefingWords
    var notes: BriefingNotes
    private(set) var figures: Set<ObservationKey> = []
    private var shown: [Observation] = []

    init(ink: Ink) {
        self.ink = ink
        words = BriefingWords.in(ink.language)
        notes = BriefingNotes(ink)
    }

    private var catalogue: Catalogue { ink.catalogue }
    private var language: Language { ink.language }
    private var area: String { ink.state.session.area ?? catalogue.rootArea.code }

    // MARK: Head

    func title(_ topic: Topic?) -> String {
        let city = catalogue.package.city[language], name = city.isEmpty ? catalogue.package.title[language] : city
        return words.title(name, topic?.title[language])
    }

    var about: String {
        let area = catalogue.area(area)?.name[language] ?? area
        return [area, catalogue.package.period[language]].filter { !$0.isEmpty }.joined(
            separator: " \(ink.glyphs.separator) ")
    }

    func facts(_ topic: String?, printed: String) -> [String] {
        let tally = topic.map { catalogue.tally(ofTopic: $0) } ?? catalogue.tally
        let span = PeriodText.span(catalogue.oldestPeriod, catalogue.newestPeriod, ink.glyphs)
        let judged =
            tally.judged == 0 ? "" : words.standing(tally.judged, tally.all, tally.good, tally.between, tally.bad)
        let version = catalogue.package.version
        return [
            ink.state.session.area == nil ? judged : "",
            span.isEmpty ? "" : ink.words.dataSpan + ink.words.colon + span,
            version.isEmpty ? "" : words.version + ink.words.colon + "\(catalogue.package.name) \(version)",
            printed.isEmpty ? "" : PaperWords.in(language).printed + ink.words.colon + printed,
        ].filter { !$0.isEmpty }
    }

    // MARK: Topics

    /// Nil where nothing is known of a topic here.
    mutating func part(_ topic: Topic) -> Briefing.Part? {
        let indicators = catalogue.indicators(ofTopic: topic.code)
        var rows: [Briefing.Row] = [], areas: [Briefing.AreaLine] = [], taken: [(Indicator, Observation?)] = []
        for indicator in indicators {
            let own = standing(indicator, area)
            // What the whole does not report is told by whoever does.
            let elsewhere = ink.state.session.area == nil ? catalogue.areas.filter { $0.code != area } : []
            let others = elsewhere.flatMap { standing(indicator, $0.code) }
            for observation in own { rows.append(row(indicator, observation)) }
            if own.isEmpty, others.count <= Self.fewAreas {
                for observation in others { rows.append(row(indicator, observation)) }
            } else if !others.isEmpty {
                areas.append(line(indicator, others))
            }
            if own.isEmpty, others.isEmpty, let target = ink.wording.target(of: indicator, nil) {
                rows.append(promised(indicator, target))
            }
            taken += (own + others).map { (indicator, $0) }
            if own.isEmpty, others.isEmpty, ink.wording.target(of: indicator, nil) != nil {
                taken.append((indicator, nil))
            }
        }
        let briefs = catalogue.briefs(ofTopic: topic.code).filter { ink.state.session.area == nil || $0.area == area }
        let measures = briefs.map { measure($0) }
        let computed = catalogue.derived.filter {
            $0.topic == topic.code && ($0.area ?? catalogue.rootArea.code) == area
        }.map {
            "\($0.name[language]) (\(ink.judging.derived))\(ink.words.colon)\(DerivedText.line($0, ink.wording))"
        }
        guard !rows.isEmpty || !areas.isEmpty || !measures.isEmpty || !computed.isEmpty else { return nil }
        return Briefing.Part(
            title: topic.title[language], headline: headline(topic), rows: rows, computed: computed, measures: measures,
            definitions: definitions(taken), departments: departments(taken.map(\.0)), areas: areas)
    }

    /// Up to so many areas that alone report an indicator stand in the table themselves.
    private static let fewAreas = 3

    /// What stands for an indicator in an area, and beside it a newer forecast.
    private func standing(_ indicator: Indicator, _ area: String) -> [Observation] {
        let all = catalogue.observations(of: indicator.code, in: area).filter { !$0.isWithheld }
        guard let headline = catalogue.headlineObservation(of: indicator.code, area: area), !headline.isWithheld else {
            return []
        }
        if let newest = all.first, newest.key != headline.key { return [headline, newest] }
        return [headline]
    }

    /// In one sentence: the headline figure with how it stands, then those that support it.
    private func headline(_ topic: Topic) -> String {
        guard let (indicator, observation) = ink.state.headline(of: topic) else { return "" }
        func fact(_ indicator: Indicator, _ observation: Observation?, isShort: Bool) -> String {
            guard let observation, !observation.isWithheld else { return "" }
            var name = indicator.name[language]
            if let area = ink.wording.foreignArea(observation) { name += words.inside(area) }
            let period = PeriodText.full(observation, ink.wording)
            var text = words.states(name, figure(observation)) + (period.isEmpty ? "" : words.bracketed(period))
            guard !isShort else { return text }
            let pace = pace(indicator, observation, isSentence: true)
            if !pace.isEmpty { text += words.pause + pace }
            let change = change(indicator, observation)
            if !change.isEmpty { text += words.pause + ink.judging.onYear + " " + change }
            return text
        }
        let supports = topic.supports.compactMap { code -> String? in
            guard let indicator = catalogue.indicator(code) else { return nil }
            return fact(indicator, ink.state.shownObservation(of: code), isShort: true)
        }
        let facts = ([fact(indicator, observation, isShort: false)] + supports).filter { !$0.isEmpty }
        return facts.isEmpty ? "" : facts.joined(separator: words.stop) + words.end
    }

    private mutating func note(_ observation: Observation) -> Int {
        if figures.insert(observation.key).inserted { shown.append(observation) }
        return notes.number(observation.source, observation.place)
    }

    private mutating func row(_ indicator: Indicator, _ observation: Observation) -> Briefing.Row {
        var name = indicator.name[language]
        if let area = ink.wording.foreignArea(observation) { name += words.inside(area) }
        var numbers = [note(observation)]
        if let target = ink.wording.judgement(of: indicator, observation).target {
            numbers.append(notes.number(target.source, target.place))
        }
        return Briefing.Row(
            name: name, value: figure(observation), period: PeriodText.full(observation, ink.wording),
            pace: pace(indicator, observation),
            change: change(indicator, observation), notes: Self.each(numbers))
    }

    private mutating func promised(_ indicator: Indicator, _ target: Target) -> Briefing.Row {
        Briefing.Row(
            name: indicator.name[language], value: ink.wording.missing, period: "", pace: promise(target, indicator),
            change: "",
            notes: [notes.number(target.source, target.place)])
    }

    /// The figures of all areas in one line; the period once where it is the same for all.
    private mutating func line(_ indicator: Indicator, _ observations: [Observation]) -> Briefing.AreaLine {
        let periods = Set(observations.map { PeriodText.full($0, ink.wording) }),
            numbers = observations.map { note($0) }
        let common = periods.count == 1 ? periods.first ?? "" : ""
        let figures = observations.map { observation in
            let area = catalogue.area(observation.area)?.shortName[language] ?? observation.area
            return "\(area) \(figure(observation))"
                + (common.isEmpty ? words.bracketed(PeriodText.full(observation, ink.wording)) : "")
        }
        return Briefing.AreaLine(
            name: indicator.name[language] + (common.isEmpty ? "" : words.bracketed(common)),
            figures: figures.joined(separator: words.stop),
            notes: Self.each(numbers))
    }

    private mutating func measure(_ brief: Brief) -> Briefing.Measure {
        let area = brief.area == area ? "" : catalogue.area(brief.area).map { words.inside($0.name[language]) } ?? ""
        let title = brief.title[language] + area, period = PeriodText.full(brief, ink.wording)
        let text =
            [title, brief.detail[language]].filter { !$0.isEmpty }.joined(separator: ink.words.colon)
            + (period.isEmpty ? "" : words.bracketed(period))
        return Briefing.Measure(
            text: text, state: BriefText.state(brief, ink.words), notes: [notes.number(brief.source, brief.place)])
    }

    // MARK: Cells

    private func figure(_ observation: Observation) -> String {
        let status = StatusText.short(observation, ink.words)
        return ink.wording.figure(observation) + (status.isEmpty ? "" : words.bracketed(status))
    }

    /// How a figure stands against its target, with the sign of the screen in a table and without in a sentence.
    private func pace(_ indicator: Indicator, _ observation: Observation, isSentence: Bool = false) -> String {
        let judgement = ink.wording.judgement(of: indicator, observation)
        if case .noTarget = judgement { return "" }
        let standing =
            isSentence
            ? LinearLines(ink: ink).judgement(judgement) : JudgementText.phrase(judgement, ink.wording).text
        guard let target = judgement.target else { return standing }
        var completion = ""
        if case .paced(let pace) = judgement {
            completion = words.completion(
                pace.lessIsBetter ? ink.judging.ofLimit : ink.judging.completion,
                ComputedText.percent(pace.completion, language),
                ComputedText.percent(pace.elapsed, language))
        }
        return [standing, completion, promise(target, indicator)].filter { !$0.isEmpty }.joined(separator: words.pause)
    }

    private func promise(_ target: Target, _ indicator: Indicator) -> String {
        let value = FigureText.parts(target, unit: indicator.unit, language: language, raw: ink.state.settings.raw).text
        let limit = indicator.direction == .down ? ink.judging.notAbove + (language == .en ? " " : "") : ""
        let accepted = target.accepted.map { "\(words.pause)\(ink.judging.accepted) \($0.text)" } ?? ""
        return words.target(
            "\(PeriodText.span(of: target.period, ink.wording, withYear: true)) \(limit)\(value)\(accepted)")
    }

    private func change(_ indicator: Indicator, _ observation: Observation) -> String {
        guard case .success(let change) = catalogue.changeOnYear(of: observation) else { return "" }
        return ChangeText.phrases(change, indicator, ink.wording, short: true).text
    }

    private static func each(_ numbers: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return numbers.filter { seen.insert($0).inserted }
    }

    // MARK: What is to be said of them

    private func definitions(_ taken: [(Indicator, Observation?)]) -> [String] {
        var lines: [String] = [], seen: Set<String> = []
        for (indicator, observation) in taken {
            let note = indicator.note[language], name = indicator.name[language]
            if !note.isEmpty, seen.insert(indicator.code).inserted { lines.append(name + ink.words.colon + note) }
            guard let observation else { continue }
            for note in [observation.note[language]] where !note.isEmpty {
                let area = ink.wording.foreignArea(observation).map(words.inside) ?? ""
                lines.append(
                    name + area + words.bracketed(PeriodText.full(observation, ink.wording)) + ink.words.colon + note)
            }
            for former in catalogue.formerValues(of: observation) {
                let kind = former.kind == .corrected ? ink.words.corrected : ink.words.revised
                let value =
                    FigureText.parts(former, unit: indicator.unit, language: language, raw: ink.state.settings.raw)?
                    .text ?? ink.words.statusMissing
                let area = ink.wording.foreignArea(observation).map(words.inside) ?? ""
                lines.append(
                    name + area + words.bracketed(PeriodText.full(observation, ink.wording)) + ink.words.colon
                        + [former.date + " " + kind, "\(ink.judging.formerly) \(value)", former.reason[language]].filter
                    { !$0.isEmpty }.joined(separator: words.pause))
            }
        }
        return lines
    }

    private func departments(_ indicators: [Indicator]) -> [String] {
        var names: [String] = [], of: [String: [String]] = [:], seen: Set<String> = []
        for indicator in indicators where seen.insert(indicator.code).inserted {
            let department = indicator.department[language]
            let name = department.isEmpty ? ink.words.notStated : department
            if of[name] == nil { names.append(name) }
            of[name, default: []].append(indicator.shortName[language])
        }
        // Where one answers for all, or nobody is named at all, the list says nothing more.
        if names.count == 1 { return names }
        let stated = names.filter { $0 != ink.words.notStated } + names.filter { $0 == ink.words.notStated }
        return stated.map { $0 + words.bracketed((of[$0] ?? []).joined(separator: ink.words.listSeparator)) }
    }

    /// Only what some figure of this briefing needs.
    var methods: [String] {
        var lines: [String] = []
        func has(_ statuses: ObservationStatus...) -> Bool { shown.contains { statuses.contains($0.status) } }
        if has(.provisional) { lines.append(words.provisional) }
        if has(.forecast, .estimated) { lines.append(words.forecast) }
        if shown.contains(where: { $0.revision != .none }) { lines.append(words.revised) }
        if has(.breakInSeries) { lines.append(words.breaks) }
        if shown.contains(where: { ![.exact, .range].contains($0.qualifier) }) {
            lines.append(ink.words.signApproximate)
        }
        if shown.contains(where: { $0.basis != .printed }) { lines.append(ink.words.signBasis) }
        if shown.contains(where: { $0.status.isAbsence }) { lines.append(words.absences) }
        lines.append(words.rounding)
        lines.append(words.definition)
        if catalogue.tally.judged > 0 {
            lines += [JudgementText.paceRule(ink.wording), ink.judging.levelRule, ink.words.zeroRule]
        }
        lines.append(words.noTarget)
        return lines
    }
}
