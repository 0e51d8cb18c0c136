import Indicators

/// A row of a list that a person can select. Indirect, because search results are copied by the thousand.
indirect enum Item: Hashable {
    /// An indicator with the observation shown for it; none where nothing is known.
    case figure(Indicator, Observation?)
    /// A figure that the program computes.
    case derived(DerivedIndicator)
    case brief(Brief)
    case area(Area)
    case topic(Topic)
    /// A dimension, or one of its codes, to choose by.
    case choice(FilterChoice)
}

extension Item {
    /// Whether it has a row in the table of figures; measures stand below it.
    var isFigure: Bool {
        switch self {
        case .figure, .derived: true
        case .brief, .area, .topic, .choice: false
        }
    }
}

extension DashboardState {
    // MARK: The area that is shown

    /// The observation that stands for an indicator: of an area, else of the one that is chosen, else of the whole.
    func shownObservation(of code: String, area: String? = nil) -> Observation? {
        scope.observation(of: code, area: area)
    }

    /// The indicators of a topic; where an area is chosen, those that it or any other area below the whole reports.
    func shownIndicators(ofTopic code: String) -> [Indicator] {
        scope.indicators(ofTopic: code)
    }

    /// The indicator that stands for a topic: its headline, or where the chosen area does not report that, the first
    /// that it does.
    func headline(of topic: Topic) -> (indicator: Indicator, observation: Observation?)? {
        scope.headline(of: topic)
    }

    /// What an area itself reports, the figure that stands for each indicator, in the order of topics and indicators.
    func figures(ofArea code: String) -> [Item] {
        catalogue.indicators(reportedBy: code).filter(scope.passesFilter).compactMap { indicator in
            catalogue.headlineObservation(of: indicator.code, area: code).map { .figure(indicator, $0) }
        }
    }

    /// How many of these there are.
    func figureCount(ofArea code: String) -> Int {
        catalogue.indicators(reportedBy: code).count(where: scope.passesFilter)
    }

    /// The same with those of the year that the data set is about first: what stands for an area.
    ///
    /// - Parameter most: so many are enough; an area may report thousands.
    func leadingFigures(ofArea code: String, most: Int = .max) -> [Item] {
        scope.leadingFigures(ofArea: code, most: most).map { .figure($0.indicator, $0.observation) }
    }

    /// The row that is selected, if any.
    var selectedItem: Item? { content.selected }

    /// The observation with this identity.
    func observation(_ reference: ObservationKey) -> Observation? {
        catalogue.observations(of: reference.indicator).first { $0.key == reference }
    }
}
