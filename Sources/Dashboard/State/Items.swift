import Indicators

/// A row of a list that a person can select.
enum Item: Hashable {
    /// An indicator with the observation shown for it; none where nothing is known.
    case figure(Indicator, Observation?)
    /// A figure that the program computes.
    case derived(DerivedIndicator)
    case brief(Brief)
    case area(Area)
    case topic(Topic)
}

extension Item {
    /// Whether it has a row in the table of figures; measures stand below it.
    var isFigure: Bool {
        switch self {
        case .figure, .derived: true
        case .brief, .area, .topic: false
        }
    }
}

extension DashboardState {
    /// The selectable rows of a screen, in the order in which they stand.
    func items(of screen: Screen) -> [Item] {
        switch screen {
        case .overview:
            return catalogue.topics.map(Item.topic)
        case .topic(let code):
            return catalogue.indicators(ofTopic: code).map { .figure($0, catalogue.headlineObservation(of: $0.code)) }
                + catalogue.derived.filter { $0.topic == code }.map(Item.derived)
                + catalogue.briefs(ofTopic: code).map(Item.brief)
        case .districts:
            return districts.map(Item.area)
        case .area(let code):
            return figures(ofArea: code) + catalogue.derived.filter { $0.area == code }.map(Item.derived) + catalogue.briefs.filter { $0.area == code }.map(Item.brief)
        case .search:
            return SearchIndex.matches(session.query, in: catalogue)
        case .indicator, .source, .help:
            return []
        }
    }

    /// What an area itself reports, in the order of topics and indicators.
    func figures(ofArea code: String) -> [Item] {
        catalogue.indicators.flatMap { indicator in
            catalogue.observations(of: indicator.code).filter { $0.area == code }.map { .figure(indicator, $0) }
        }
    }

    /// The same with those of the year that the data set is about first: what stands for an area.
    func leadingFigures(ofArea code: String) -> [Item] {
        func isOfTheYear(_ item: Item) -> Bool {
            if case .figure(_, let observation?) = item { return observation.period.year == catalogue.mainYear }
            return false
        }
        let all = figures(ofArea: code)
        return all.filter(isOfTheYear) + all.filter { !isOfTheYear($0) }
    }

    /// How many places the selection can take on a screen.
    func selectableCount(of screen: Screen) -> Int {
        screen == .overview ? tabs.count - 1 : items(of: screen).count
    }

    /// The row that is selected, if any.
    var selectedItem: Item? {
        let items = items(of: screen)
        let selection = session.current.selection
        return items.indices.contains(selection) ? items[selection] : nil
    }

    /// The observation with this identity.
    func observation(_ reference: ObservationKey) -> Observation? {
        catalogue.observations(of: reference.indicator).first { $0.key == reference }
    }
}
