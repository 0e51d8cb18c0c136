import Indicators

/// What can be taken along, named only: the words of a fact are made when it is written.
enum CopiedItem: Hashable {
    /// The area is whose figure is missing, where there is no observation.
    case figure(Indicator, Observation?, area: String)
    case derived(DerivedIndicator)
    case brief(Brief)
    /// Nothing on record for an area in a period for which others are.
    case gap(Indicator, area: String, Period)
}

/// What can be taken along from a screen.
struct CopiedContents {
    let ink: Ink
    private var state: DashboardState { ink.state }
    private var catalogue: Catalogue { ink.catalogue }
    private var shownArea: String { state.session.area ?? catalogue.rootArea.code }

    /// What is selected or, where nothing can be, what the screen is about. A topic and an area give the figure that
    /// stands for them.
    var selected: CopiedItem? {
        switch state.screen {
        case .overview:
            if let item = state.selectedItem { return copied(item) }
            return state.session.current.selection == catalogue.topics.count ? leadingOfEveryArea.first : nil
        case .topic, .area, .districts, .search: return state.selectedItem.flatMap(copied)
        case .indicator(let code, let area):
            return catalogue.indicator(code).map {
                .figure($0, state.shownObservation(of: code, area: area), area: area ?? shownArea)
            }
        case .source(let subject): return copied(subject)
        case .compare(let code):
            guard let comparison = CompareView.comparison(state, code),
                comparison.rows.indices.contains(state.session.current.selection)
            else { return nil }
            let row = comparison.rows[state.session.current.selection]
            return catalogue.indicator(code).map {
                .figure($0, row.values.last { $0 != nil } ?? row.unlike, area: row.area.code)
            }
        case .help, .areas, .filter, .problems: return nil
        }
    }

    /// The table of the screen, in the order in which it stands there; of what is found only figures and measures.
    var all: [CopiedItem] {
        switch state.screen {
        case .overview: return overview + leadingOfEveryArea
        case .topic, .area: return state.items(of: state.screen).compactMap(copied)
        case .search:
            return state.items(of: .search).compactMap { item in
                switch item {
                case .figure, .derived, .brief: copied(item)
                case .area, .topic, .choice: nil
                }
            }
        case .districts: return state.districts.flatMap { state.items(of: .area($0.code)).compactMap(copied) }
        case .indicator(let code, _):
            let all = catalogue.observations(of: code)
            guard let indicator = catalogue.indicator(code), !all.isEmpty else { return [selected].compactMap { $0 } }
            return all.map { .figure(indicator, $0, area: $0.area) }
        case .compare(let code):
            guard let indicator = catalogue.indicator(code), let comparison = CompareView.comparison(state, code) else {
                return []
            }
            return comparison.rows.flatMap { items(of: $0, comparison, indicator) }
        case .source(let subject): return [copied(subject)].compactMap { $0 }
        case .help, .areas, .filter, .problems: return []
        }
    }

    private func copied(_ item: Item) -> CopiedItem? {
        switch item {
        case .figure(let indicator, let observation):
            .figure(indicator, observation, area: observation?.area ?? shownArea)
        case .derived(let derived): .derived(derived)
        case .brief(let brief): .brief(brief)
        case .area(let area): state.leadingFigures(ofArea: area.code).first.flatMap(copied)
        case .topic(let topic): state.headline(of: topic).flatMap { copied(.figure($0.indicator, $0.observation)) }
        case .choice: nil
        }
    }

    private func copied(_ subject: SourceSubject) -> CopiedItem? {
        switch subject {
        case .figure(let key):
            guard let observation = state.observation(key), let indicator = catalogue.indicator(key.indicator) else {
                return nil
            }
            return .figure(indicator, observation, area: key.area)
        case .brief(let code): return catalogue.brief(code).map(CopiedItem.brief)
        case .derived(let code): return catalogue.derived.first { $0.code == code }.map(CopiedItem.derived)
        }
    }

    /// The headline of every topic with what supports it; measures are of the whole.
    private var overview: [CopiedItem] {
        catalogue.topics.flatMap { topic in
            [copied(.topic(topic))].compactMap { $0 }
                + topic.supports.compactMap { code -> CopiedItem? in
                    if let indicator = catalogue.indicator(code) {
                        return copied(.figure(indicator, state.shownObservation(of: code)))
                    }
                    return state.session.area == nil ? catalogue.brief(code).map(CopiedItem.brief) : nil
                }
        }
    }

    /// What stands for every area that reports anything.
    private var leadingOfEveryArea: [CopiedItem] { state.districts.compactMap { copied(.area($0)) } }

    /// A line for every period; what an area reports for another time is said as such, by its period.
    private func items(of row: AreaComparison.Row, _ comparison: AreaComparison, _ indicator: Indicator) -> [CopiedItem]
    {
        if let unlike = row.unlike { return [.figure(indicator, unlike, area: row.area.code)] }
        return zip(comparison.periods, row.values).map { period, value in
            value.map { .figure(indicator, $0, area: row.area.code) } ?? .gap(indicator, area: row.area.code, period)
        }
    }
}
