import Indicators

/// Which sources a page has to name: those of every figure and measure on it, each once, in the order in which they
/// stand.
struct PaperSources {
    let ink: Ink
    private var catalogue: Catalogue { ink.catalogue }
    private var state: DashboardState { ink.state }

    /// Each in one line, with its address where it has one.
    var lines: [String] {
        var seen: Set<String> = []
        return codes(of: state.screen).filter { seen.insert($0).inserted }.map { code in
            guard let source = catalogue.source(code) else { return code }
            let line = SourceText.line(source, ink.wording)
            return source.address.isEmpty ? line : "\(line); \(ink.words.address) \(source.address)"
        }
    }

    private func codes(of screen: Screen) -> [String] {
        switch screen {
        case .overview: overview
        case .topic, .area, .search: state.items(of: screen).flatMap(codes)
        case .districts:
            state.districts.flatMap { area in
                state.figures(ofArea: area.code).flatMap(codes)
                    + catalogue.briefs.filter { $0.area == area.code }.map(\.source)
            }
        case .indicator(let code, let area): indicator(code, state.shownObservation(of: code, area: area))
        case .compare(let code):
            CompareView.comparison(state, code)?.rows.flatMap { ($0.values + [$0.unlike]).compactMap { $0?.source } }
                ?? []
        case .source(.brief(let code)): [catalogue.brief(code)?.source].compactMap { $0 }
        case .source(.derived(let code)):
            catalogue.derived.filter { $0.code == code }.flatMap { codes(of: .derived($0)) }
        case .source(.figure(let key)): [key.source] + (state.observation(key).map(linked) ?? [])
        case .help, .areas, .filter, .problems: []
        }
    }

    private func codes(of item: Item) -> [String] {
        switch item {
        case .figure(let indicator, let observation):
            let change = observation.flatMap { try? catalogue.changeOnYear(of: $0).get() }
            return [
                observation?.source, ink.wording.target(of: indicator, observation)?.source, change?.earlier.source,
            ]
            .compactMap { $0 }
        case .derived(let derived):
            switch catalogue.derivation(of: derived) {
            case .success(let derivation): return [derivation.numerator.source, derivation.denominator.source]
            case .failure(let refusal):
                return [refusal.numerator?.source, refusal.denominator?.source].compactMap { $0 }
            }
        case .brief(let brief): return [brief.source]
        // Only counted, no figure of theirs is shown.
        case .area, .topic, .choice: return []
        }
    }

    /// As a table the headline of each topic with two that support it; as tiles as much of each as there is room for.
    private var overview: [String] {
        let isTable = OverviewLayout(state).isTable
        let topics = catalogue.topics.flatMap { topic -> [String] in
            guard isTable else { return state.items(of: .topic(topic.code)).flatMap(codes) }
            let headline = state.headline(of: topic).map { codes(of: .figure($0.indicator, $0.observation)) } ?? []
            return headline
                + topic.supports.compactMap { state.shownObservation(of: $0)?.source ?? catalogue.brief($0)?.source }
        }
        let areas = state.districts.map { state.leadingFigures(ofArea: $0.code).prefix(isTable ? 1 : 4) }.filter {
            !$0.isEmpty
        }
        return topics + areas.prefix(isTable ? 3 : areas.count).flatMap { $0.flatMap(codes) }
    }

    /// Every area and period, what is promised, what is computed from it, and those of the same unit and time beside
    /// it.
    private func indicator(_ code: String, _ observation: Observation?) -> [String] {
        guard let indicator = catalogue.indicator(code) else { return [] }
        let beside = catalogue.indicators(ofTopic: indicator.topic).filter { $0.unit == indicator.unit }
            .compactMap { state.shownObservation(of: $0.code) }
            .filter {
                $0.period == observation?.period && $0.basis == observation?.basis && $0.area == observation?.area
            }
        return codes(of: .figure(indicator, observation)) + catalogue.observations(of: code).map(\.source)
            + (observation.map(linked) ?? []) + catalogue.derived(from: code).flatMap { codes(of: .derived($0)) }
            + beside.map(\.source)
    }

    /// What is shown beside a figure because the tables link it: its parts, and what other sources state instead.
    private func linked(_ observation: Observation) -> [String] {
        catalogue.links(of: observation).filter { $0.kind == .parts || $0.kind == .disagree }.flatMap(\.members)
            .compactMap { catalogue.observation(of: $0)?.source }
    }
}
