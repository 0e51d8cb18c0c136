import Indicators
import Search

/// A row of a list that a person can select. Indirect, because rows are copied by the thousand.
indirect enum Item: Hashable {
    /// An indicator with the observation shown for it; nil where nothing is on record.
    case figure(Indicator, Observation?)
    /// A figure that the program computes.
    case derived(DerivedIndicator)
    case brief(Brief)
    case area(Area)
    case topic(Topic)
    /// A dimension, or one of its codes, that the data can be limited to.
    case choice(FilterChoice)
}

extension Item {
    /// What a search has found, with the headline observation of an indicator.
    init(_ found: SearchItem, _ catalogue: Catalogue) {
        switch found {
        case .topic(let topic): self = .topic(topic)
        case .area(let area): self = .area(area)
        case .indicator(let indicator):
            self = .figure(indicator, catalogue.headlineObservation(of: indicator.code))
        case .derived(let derived): self = .derived(derived)
        case .brief(let brief): self = .brief(brief)
        }
    }

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

    /// The headline observation of an indicator in an area; without one in the chosen area, or the whole.
    func shownObservation(of code: String, area: String? = nil) -> Observation? {
        scope.observation(of: code, area: area)
    }

    /// The indicators of a topic; where an area is chosen, those that it or any other area below the whole reports.
    func shownIndicators(ofTopic code: String) -> [Indicator] {
        scope.indicators(ofTopic: code)
    }

    /// The headline indicator of a topic; where the chosen area does not report it, the first indicator that the area
    /// reports.
    func headline(of topic: Topic) -> (indicator: Indicator, observation: Observation?)? {
        scope.headline(of: topic)
    }

    /// The figures that an area itself reports, one for each indicator, in the order of topics and indicators.
    func figures(ofArea code: String) -> [Item] {
        catalogue.indicators(reportedBy: code).filter(scope.passesFilter).compactMap { indicator in
            catalogue.headlineObservation(of: indicator.code, area: code).map { .figure(indicator, $0) }
        }
    }

    /// The number of these figures.
    func figureCount(ofArea code: String) -> Int {
        catalogue.indicators(reportedBy: code).count(where: scope.passesFilter)
    }

    /// The same, beginning with figures of the main year of the data set, which represent the area.
    ///
    /// - Parameter most: the number of figures that is enough; an area may report thousands.
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
