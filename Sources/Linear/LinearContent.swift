import Indicators
import Search
import Wording

/// The lines of each page of linear mode and the pages that its numbers lead to.
struct LinearContent {
    let wording: Wording
    /// What is wrong with the data.
    let findings: ReadingFindings
    let words: LinearWords
    let lines: LinearLines
    private let scope: Scope

    init(_ wording: Wording, _ findings: ReadingFindings) {
        self.wording = wording
        self.findings = findings
        words = LinearWords.in(wording.language)
        lines = LinearLines(wording: wording)
        scope = Scope(catalogue: wording.catalogue, area: wording.area)
    }

    private var catalogue: Catalogue { wording.catalogue }
    private var language: Language { wording.language }

    /// The first line: what the page is about.
    func title(of page: LinearPage) -> String {
        switch page {
        case .overview:
            let period = catalogue.package.period[language]
            let area = wording.area.map(name(ofArea:)) ?? wording.wholeName
            return [catalogue.package.title[language], area, period].filter { !$0.isEmpty }.joined(
                separator: words.pause)
        case .topic(let code):
            let title = catalogue.topic(code)?.title[language] ?? code
            return wording.area.map { title + words.pause + name(ofArea: $0) } ?? title
        case .indicator(let code, let area):
            let title = catalogue.indicator(code)?.name[language] ?? code
            return area.map { title + words.pause + name(ofArea: $0) } ?? title
        case .figure(let row):
            let observation = catalogue.observations[row]
            return catalogue.indicator(observation.indicator)?.name[language] ?? observation.indicator
        case .derived(let code):
            return (derived(code)?.name[language] ?? code) + words.pause + wording.judging.derived
        case .brief(let code): return catalogue.brief(code)?.title[language] ?? code
        case .districts: return wording.words.districts
        case .area(let code): return name(ofArea: code)
        case .sources: return wording.words.source + wording.words.colon + words.items(catalogue.sources.count)
        case .source: return wording.words.source
        case .search(let query, _): return wording.words.search + wording.words.colon + query
        case .help: return wording.words.help
        case .problems: return wording.words.live.problems
        }
    }

    /// The lines before the choices.
    func facts(of page: LinearPage) -> [String] {
        switch page {
        case .overview: lines.city()
        case .topic(let code): lines.topic(code)
        case .indicator(let code, let area):
            catalogue.indicator(code).map { lines.indicator($0, area: area) + counted($0, area) } ?? []
        case .figure(let row): lines.observation(catalogue.observations[row])
        case .derived(let code): derived(code).map(lines.computation) ?? []
        case .brief(let code): catalogue.brief(code).map(lines.measure) ?? []
        case .districts: scope.eachReportsItsOwn ? [wording.words.eachReportsItsOwn] : []
        case .area(let code):
            catalogue.area(code).map { area in
                lines.place(area) + (count(ofArea: code) == 0 ? [wording.words.nothingReported] : [])
            } ?? []
        case .sources: []
        case .source(let code): catalogue.source(code).map(lines.source) ?? []
        case .search(_, let results): [wording.words.matches(results.count)]
        case .help:
            words.help + [
                JudgementText.paceRule(wording), wording.words.zeroRule, wording.words.signApproximate,
                wording.words.signBasis,
            ]
        case .problems: lines.problems(findings)
        }
    }

    /// The pages that the numbers lead to, in order.
    func choices(of page: LinearPage) -> [LinearPage] {
        switch page {
        case .overview:
            catalogue.topics.map { .topic($0.code) } + (scope.districts.isEmpty ? [] : [.districts])
                + (catalogue.sources.isEmpty ? [] : [.sources])
        case .topic(let code):
            pages(
                scope.indicators(ofTopic: code), scope.briefs(ofTopic: code), scope.derived(ofTopic: code),
                area: wording.area)
        case .indicator(let code, let area): choices(ofIndicator: code, area: area)
        case .derived(let code): derived(code).map(inputs) ?? []
        case .districts: scope.districts.map { .area($0.code) }
        case .area(let code):
            pages(scope.indicators(ofArea: code), scope.briefs(ofArea: code), scope.derived(ofArea: code), area: code)
        case .sources: catalogue.sources.map { .source($0.code) }
        case .search(_, let results): results
        case .figure, .brief, .source, .help, .problems: []
        }
    }

    /// A choice in one line.
    func line(for choice: LinearPage, on page: LinearPage) -> String {
        switch choice {
        case .topic(let code): topic(code, isResult: page != .overview)
        case .indicator(let code, let area): indicator(code, area: area, on: page)
        case .figure(let row): figure(catalogue.observations[row], on: page)
        case .derived(let code): derived(code).map(lines.derived) ?? code
        case .brief(let code): catalogue.brief(code).map(lines.brief) ?? code
        case .districts: wording.words.districts + wording.words.colon + words.items(scope.districts.count)
        case .area(let code): name(ofArea: code) + wording.words.colon + words.items(count(ofArea: code))
        case .source(let code): catalogue.source(code)?.title[language] ?? code
        case .overview, .sources, .search, .help, .problems: title(of: choice)
        }
    }

    /// The page that says where something comes from; nil where that is not a single figure or measure.
    ///
    /// - Parameter isOpen: whether it is the current page, which then leads to its source and not to itself.
    func origin(of page: LinearPage, isOpen: Bool) -> LinearPage? {
        switch page {
        case .topic(let code):
            return isOpen
                ? nil
                : catalogue.topic(code).flatMap { scope.headline(of: $0)?.observation }.map { .figure($0.index) }
        case .indicator(let code, let area):
            if let observation = scope.observation(of: code, area: area) { return .figure(observation.index) }
            return catalogue.indicator(code).flatMap { wording.target(of: $0, nil) }.map { .source($0.source) }
        case .figure(let row): return isOpen ? .source(catalogue.observations[row].source) : page
        case .brief(let code): return isOpen ? catalogue.brief(code).map { .source($0.source) } : page
        case .derived: return isOpen ? nil : page
        case .source: return page
        case .overview, .districts, .area, .sources, .search, .help, .problems: return nil
        }
    }

    // MARK: Choices

    /// The results of a search, the best first.
    func results(of query: String) -> [LinearPage] {
        SearchIndex.matches(query, in: catalogue).map(page(of:))
    }

    /// Figures first, then measures, then what is computed.
    private func pages(
        _ indicators: [Indicator], _ briefs: [Brief], _ derived: [DerivedIndicator], area: String?
    ) -> [LinearPage] {
        indicators.map { .indicator($0.code, area: area) } + briefs.map { .brief($0.code) }
            + derived.map { .derived($0.code) }
    }

    /// The number of figures and measures of an area itself.
    private func count(ofArea code: String) -> Int {
        scope.indicators(ofArea: code).count + scope.derived(ofArea: code).count + scope.briefs(ofArea: code).count
    }

    private func page(of item: SearchItem) -> LinearPage {
        switch item {
        case .indicator(let indicator): .indicator(indicator.code, area: nil)
        case .derived(let derived): .derived(derived.code)
        case .brief(let brief): .brief(brief.code)
        case .area(let area): .area(area.code)
        case .topic(let topic): .topic(topic.code)
        }
    }

    /// Every figure on record, or the areas that lead to them, then the figures computed from them; from one area also
    /// the way to all.
    private func choices(ofIndicator code: String, area: String?) -> [LinearPage] {
        let computed = catalogue.derived(from: code).filter {
            area == nil || ($0.area ?? catalogue.rootArea.code) == area
        }
        let isElsewhere =
            area != nil
            && catalogue.areas.contains { $0.code != area && !catalogue.observations(of: code, in: $0.code).isEmpty }
        return figures(ofIndicator: code, area) + computed.map { .derived($0.code) }
            + (isElsewhere ? [.indicator(code, area: nil)] : [])
    }

    /// The figures of one area, or all figures where there are few; otherwise the areas, each leading to its own
    /// figures.
    private func figures(ofIndicator code: String, _ area: String?) -> [LinearPage] {
        let observations = area.map { catalogue.observations(of: code, in: $0) } ?? catalogue.observations(of: code)
        guard area == nil, observations.count > LinearDialogue.mostChoices,
            observations.first?.area != observations.last?.area
        else {
            return observations.map { .figure($0.index) }
        }
        var areas: [String] = []
        for observation in observations where areas.last != observation.area { areas.append(observation.area) }
        return areas.map { .indicator(code, area: $0) }
    }

    /// How many figures are on record, above those that can be opened.
    private func counted(_ indicator: Indicator, _ area: String?) -> [String] {
        let count =
            area.map { catalogue.observations(of: indicator.code, in: $0) }?.count
            ?? catalogue.observations(of: indicator.code).count
        guard count > 0 else { return [] }
        let isByArea = if case .indicator? = figures(ofIndicator: indicator.code, area).first { true } else { false }
        return [words.figures(count, isByArea)]
    }

    private func inputs(of derived: DerivedIndicator) -> [LinearPage] {
        let terms: [Observation?] =
            switch catalogue.derivation(of: derived) {
            case .success(let derivation): [derivation.numerator, derivation.denominator]
            case .failure(let refusal): [refusal.numerator, refusal.denominator]
            }
        return terms.compactMap { $0.map { .figure($0.index) } }
    }

    // MARK: Lines

    private func topic(_ code: String, isResult: Bool) -> String {
        guard let topic = catalogue.topic(code) else { return code }
        let title = topic.title[language] + wording.words.colon
        if isResult { return title + words.items(catalogue.indicators(ofTopic: code).count) }
        guard let (indicator, observation) = scope.headline(of: topic) else {
            return title + (wording.area == nil ? wording.missing : wording.words.nothingReported)
        }
        return title + lines.promisedFact(indicator, observation)
    }

    private func indicator(_ code: String, area: String?, on page: LinearPage) -> String {
        guard let indicator = catalogue.indicator(code) else { return code }
        let observation = scope.observation(of: code, area: area)
        switch page {
        case .indicator:
            guard let area else { return words.allAreas }
            return name(ofArea: area) + words.pause + lines.standing(indicator, observation)
        case .area: return indicator.name[language] + words.pause + lines.standing(indicator, observation)
        default: return lines.fact(indicator, observation)
        }
    }

    private func figure(_ observation: Observation, on page: LinearPage) -> String {
        guard let indicator = catalogue.indicator(observation.indicator) else { return observation.indicator }
        switch page {
        case .derived: return lines.fact(indicator, observation)
        case .indicator(_, area: .some): return lines.standing(indicator, observation)
        default: return name(ofArea: observation.area) + words.pause + lines.standing(indicator, observation)
        }
    }

    private func name(ofArea code: String) -> String { lines.name(ofArea: code) }

    private func derived(_ code: String) -> DerivedIndicator? { catalogue.derived.first { $0.code == code } }
}
