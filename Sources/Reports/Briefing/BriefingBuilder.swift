import Indicators
import Wording

extension Briefing {
    /// - Parameters:
    ///   - topic: the topic that it is about; nil for all.
    ///   - area: the area that it is about; nil for the whole with a line of what the areas report.
    ///   - printed: when it is printed, in words; empty where that is not to be said.
    public init(
        _ catalogue: Catalogue, topic: String? = nil, area: String? = nil, printed: String, _ options: WordingOptions
    ) {
        let area = area == catalogue.rootArea.code ? nil : area
        var builder = BriefingBuilder(Wording(catalogue, options, area: area))
        let digest = AttentionDigest(builder.wording, topic: topic)
        let parts = catalogue.topics.filter { topic == nil || $0.code == topic }.compactMap { builder.part($0) }
        self.init(
            language: options.language, title: builder.title(topic.flatMap(catalogue.topic)), about: builder.about,
            isFictional: catalogue.package.isFictional, facts: builder.facts(topic, printed: printed),
            opening: digest.opening, attention: digest.lines, parts: parts,
            notes: builder.notes.lines,
            methods: builder.methods, figures: builder.figures)
    }
}

/// Collects what a briefing says, topic by topic.
struct BriefingBuilder {
    let wording: Wording
    let words: BriefingWords
    var notes: BriefingNotes
    private(set) var figures: Set<ObservationKey> = []
    private var shown: [Observation] = []

    init(_ wording: Wording) {
        self.wording = wording
        words = BriefingWords.in(wording.language)
        notes = BriefingNotes(wording)
    }

    private var catalogue: Catalogue { wording.catalogue }
    private var language: Language { wording.language }
    private var area: String { wording.area ?? catalogue.rootArea.code }
    private var scope: Scope { Scope(catalogue: catalogue, area: wording.area) }

    // MARK: Head

    func title(_ topic: Topic?) -> String {
        let city = catalogue.package.city[language], name = city.isEmpty ? catalogue.package.title[language] : city
        return words.title(name, topic?.title[language])
    }

    var about: String {
        let area = catalogue.area(area)?.name[language] ?? area
        return [area, catalogue.package.period[language]].filter { !$0.isEmpty }.joined(
            separator: " \(wording.signs.separator) ")
    }

    func facts(_ topic: String?, printed: String) -> [String] {
        let tally = topic.map { catalogue.tally(ofTopic: $0) } ?? catalogue.tally
        let span = PeriodText.span(catalogue.oldestPeriod, catalogue.newestPeriod, wording.signs)
        let judged =
            tally.judged == 0
            ? "" : words.standing(tally.judged, tally.all, tally.good, tally.between, tally.bad, tally.unknown)
        let version = catalogue.package.version
        return [
            wording.area == nil ? judged : "",
            span.isEmpty ? "" : wording.words.dataSpan + wording.words.colon + span,
            version.isEmpty ? "" : words.version + wording.words.colon + "\(catalogue.package.name) \(version)",
            printed.isEmpty ? "" : PaperWords.in(language).printed + wording.words.colon + printed,
        ].filter { !$0.isEmpty }
    }

    // MARK: Topics

    /// Nil where nothing is known of a topic here.
    mutating func part(_ topic: Topic) -> Briefing.Part? {
        let indicators = catalogue.indicators(ofTopic: topic.code)
        var rows: [Briefing.Row] = [], areas: [Briefing.AreaLine] = [], taken: [(Indicator, Observation?)] = []
        for indicator in indicators {
            let own = standing(indicator, area)
            // What the whole does not report is listed with the areas that report it.
            let elsewhere = wording.area == nil ? catalogue.areas.filter { $0.code != area } : []
            let others = elsewhere.flatMap { standing(indicator, $0.code, isAmongOthers: true) }
            for observation in own { rows.append(row(indicator, observation)) }
            if own.isEmpty, others.count <= Self.fewAreas {
                for observation in others { rows.append(row(indicator, observation)) }
            } else if !others.isEmpty {
                areas.append(line(indicator, others))
            }
            if own.isEmpty, others.isEmpty, let target = wording.target(of: indicator, nil) {
                rows.append(promised(indicator, target))
            }
            taken += (own + others).map { (indicator, $0) }
            if own.isEmpty, others.isEmpty, wording.target(of: indicator, nil) != nil {
                taken.append((indicator, nil))
            }
        }
        let briefs = catalogue.briefs(ofTopic: topic.code).filter { wording.area == nil || $0.area == area }
        let measures = briefs.map { measure($0) }
        let computed = catalogue.derived.filter {
            $0.topic == topic.code && ($0.area ?? catalogue.rootArea.code) == area
        }.map {
            "\($0.name[language]) (\(wording.judging.derived))\(wording.words.colon)\(DerivedText.line($0, wording))"
        }
        guard !rows.isEmpty || !areas.isEmpty || !measures.isEmpty || !computed.isEmpty else { return nil }
        return Briefing.Part(
            title: topic.title[language], headline: headline(topic), rows: rows, computed: computed, measures: measures,
            definitions: definitions(taken), departments: departments(taken.map(\.0)), areas: areas)
    }

    /// Where no more areas than this report an indicator and the whole does not, each has a row of its own.
    private static let fewAreas = 3

    /// The headline observation of an indicator in an area, and a newer forecast where there is one. Among other areas
    /// the newest period counts, reported or not.
    private func standing(_ indicator: Indicator, _ area: String, isAmongOthers: Bool = false) -> [Observation] {
        let all = catalogue.observations(of: indicator.code, in: area).filter { !$0.isWithheld }
        guard let headline = catalogue.headlineObservation(of: indicator.code, area: area), !headline.isWithheld else {
            return []
        }
        if isAmongOthers, let absent = catalogue.absence(since: headline) { return [absent] }
        if let newest = all.first, newest.status == .forecast, newest.key != headline.key { return [headline, newest] }
        return [headline]
    }

    /// In one sentence: the headline figure with how it stands, then those that support it.
    private func headline(_ topic: Topic) -> String {
        guard let (indicator, observation) = scope.headline(of: topic) else { return "" }
        func fact(_ indicator: Indicator, _ observation: Observation?, isShort: Bool) -> String {
            guard let observation, !observation.isWithheld else { return "" }
            var name = indicator.name[language]
            if let area = wording.foreignArea(observation) { name += words.inside(area) }
            let period = PeriodText.full(observation, wording)
            var text = words.states(name, figure(observation)) + (period.isEmpty ? "" : words.bracketed(period))
            guard !isShort else { return text }
            let pace = pace(indicator, observation, isSentence: true)
            if !pace.isEmpty { text += words.pause + pace }
            let change = change(indicator, observation)
            if case .success = catalogue.changeOnYear(of: observation) {
                text += words.pause + wording.judging.onYear + " " + change
            } else if !change.isEmpty {
                text += words.pause + change
            }
            return text
        }
        let supports = topic.supports.compactMap { code -> String? in
            guard let indicator = catalogue.indicator(code) else { return nil }
            return fact(indicator, scope.observation(of: code), isShort: true)
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
        if let area = wording.foreignArea(observation) { name += words.inside(area) }
        var numbers = [note(observation)]
        if let target = wording.judgement(of: indicator, observation).target {
            numbers.append(notes.number(target.source, target.place))
        }
        return Briefing.Row(
            name: name, value: figure(observation), period: PeriodText.full(observation, wording),
            pace: pace(indicator, observation),
            change: change(indicator, observation), notes: Self.each(numbers))
    }

    private mutating func promised(_ indicator: Indicator, _ target: Target) -> Briefing.Row {
        Briefing.Row(
            name: indicator.name[language], value: wording.missing, period: "", pace: promise(target, indicator),
            change: "",
            notes: [notes.number(target.source, target.place)])
    }

    /// The figures of all areas in one line; the period once where it is the same for all.
    private mutating func line(_ indicator: Indicator, _ observations: [Observation]) -> Briefing.AreaLine {
        let periods = Set(observations.map { PeriodText.full($0, wording) }),
            numbers = observations.map { note($0) }
        let common = periods.count == 1 ? periods.first ?? "" : ""
        let figures = observations.map { observation in
            let area = catalogue.area(observation.area)?.shortName[language] ?? observation.area
            return "\(area) \(figure(observation))"
                + (common.isEmpty ? words.bracketed(PeriodText.full(observation, wording)) : "")
        }
        return Briefing.AreaLine(
            name: indicator.name[language] + (common.isEmpty ? "" : words.bracketed(common)),
            figures: figures.joined(separator: words.stop),
            notes: Self.each(numbers))
    }

    private mutating func measure(_ brief: Brief) -> Briefing.Measure {
        let area = brief.area == area ? "" : catalogue.area(brief.area).map { words.inside($0.name[language]) } ?? ""
        let title = brief.title[language] + area, period = PeriodText.full(brief, wording)
        let text =
            [title, brief.detail[language]].filter { !$0.isEmpty }.joined(separator: wording.words.colon)
            + (period.isEmpty ? "" : words.bracketed(period))
        return Briefing.Measure(
            text: text, state: BriefText.state(brief, wording.words), notes: [notes.number(brief.source, brief.place)])
    }

    // MARK: Cells

    private func figure(_ observation: Observation) -> String {
        let parts = [StatusText.short(observation, wording.words), StatusText.since(observation, wording)]
        let status = parts.filter { !$0.isEmpty }.joined(separator: words.pause)
        return wording.figure(observation) + (status.isEmpty ? "" : words.bracketed(status))
    }

    /// How a figure stands against its target, with the sign of the screen in a table and without in a sentence.
    private func pace(_ indicator: Indicator, _ observation: Observation, isSentence: Bool = false) -> String {
        let judgement = wording.judgement(of: indicator, observation)
        if case .noTarget = judgement { return "" }
        let standing =
            isSentence
            ? JudgementText.word(judgement, wording) : JudgementText.phrase(judgement, wording).text
        guard let target = judgement.target else { return standing }
        var completion = ""
        if case .paced(let pace) = judgement, !pace.standing.isFinal {
            completion = words.completion(
                pace.lessIsBetter ? wording.judging.ofLimit : wording.judging.completion,
                ComputedText.percent(pace.completion, language),
                ComputedText.percent(pace.elapsed, language))
        }
        return [standing, completion, promise(target, indicator)].filter { !$0.isEmpty }.joined(separator: words.pause)
    }

    private func promise(_ target: Target, _ indicator: Indicator) -> String {
        let value = wording.parts(target, of: indicator).text
        let limit = indicator.direction == .down ? wording.judging.notAbove + (language == .en ? " " : "") : ""
        let accepted = target.accepted.map { "\(words.pause)\(wording.judging.accepted) \($0.text)" } ?? ""
        return words.target(
            "\(PeriodText.span(of: target.period, wording, withYear: true)) \(limit)\(value)\(accepted)")
    }

    private func change(_ indicator: Indicator, _ observation: Observation) -> String {
        guard case .success(let change) = catalogue.changeOnYear(of: observation) else {
            return OnPeriodText.inPlaceOfYear(observation, indicator, wording, short: true)?.text ?? ""
        }
        return ChangeText.phrases(change, indicator, wording, short: true).text
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
            if !note.isEmpty, seen.insert(indicator.code).inserted { lines.append(name + wording.words.colon + note) }
            guard let observation else { continue }
            for note in [observation.note[language]] where !note.isEmpty {
                let area = wording.foreignArea(observation).map(words.inside) ?? ""
                lines.append(
                    name + area + words.bracketed(PeriodText.full(observation, wording)) + wording.words.colon + note)
            }
            for former in catalogue.formerValues(of: observation) {
                let kind = former.kind == .corrected ? wording.words.corrected : wording.words.revised
                let value =
                    FigureText.parts(former, unit: indicator.unit, language: language, raw: wording.raw)?
                    .text ?? wording.words.statusMissing
                let area = wording.foreignArea(observation).map(words.inside) ?? ""
                lines.append(
                    name + area + words.bracketed(PeriodText.full(observation, wording)) + wording.words.colon
                        + [former.day + " " + kind, "\(wording.judging.formerly) \(value)", former.reason[language]]
                        .filter { !$0.isEmpty }.joined(separator: words.pause))
            }
        }
        return lines
    }

    private func departments(_ indicators: [Indicator]) -> [String] {
        var names: [String] = [], of: [String: [String]] = [:], seen: Set<String> = []
        for indicator in indicators where seen.insert(indicator.code).inserted {
            let department = indicator.department[language]
            let name = department.isEmpty ? wording.words.notStated : department
            if of[name] == nil { names.append(name) }
            of[name, default: []].append(indicator.shortName[language])
        }
        // Where one department answers for everything, or none is named, the list by indicator is left out.
        if names.count == 1 { return names }
        let stated = names.filter { $0 != wording.words.notStated } + names.filter { $0 == wording.words.notStated }
        return stated.map { $0 + words.bracketed((of[$0] ?? []).joined(separator: wording.words.listSeparator)) }
    }

    /// Only the methods that a figure of this briefing needs.
    var methods: [String] {
        var lines: [String] = []
        func has(_ statuses: ObservationStatus...) -> Bool { shown.contains { statuses.contains($0.status) } }
        if has(.provisional) { lines.append(words.provisional) }
        if has(.forecast, .estimated) { lines.append(words.forecast) }
        if shown.contains(where: { $0.revision != .none }) { lines.append(words.revised) }
        if has(.breakInSeries) { lines.append(words.breaks) }
        if shown.contains(where: { ![.exact, .range].contains($0.qualifier) }) {
            lines.append(wording.words.signApproximate)
        }
        if shown.contains(where: { $0.basis != .printed }) { lines.append(wording.words.signBasis) }
        if shown.contains(where: { $0.status.isAbsence }) { lines.append(words.absences) }
        lines.append(words.rounding)
        lines.append(words.definition)
        if catalogue.tally.judged > 0 {
            lines += [JudgementText.paceRule(wording), wording.judging.levelRule, wording.words.zeroRule]
        }
        lines.append(words.noTarget)
        return lines
    }
}
