/// The part of a data set that is shown: all of it or one area, and of its dimensions all codes or the chosen ones.
package struct Scope: Sendable {
    package let catalogue: Catalogue
    /// The code of the area; nil for the whole.
    package var area: String?
    /// For the index of a dimension the index of the only code that is shown; dimensions without an entry show all
    /// codes.
    package var filter: [Int: Int] = [:]

    package init(catalogue: Catalogue, area: String? = nil, filter: [Int: Int] = [:]) {
        self.catalogue = catalogue
        self.area = area
        self.filter = filter
    }

    /// Whether an indicator has the chosen codes.
    package func passesFilter(_ indicator: Indicator) -> Bool {
        if filter.isEmpty { return true }
        let breakdown = catalogue.breakdown(of: indicator.code)
        return filter.allSatisfy { dimension, code in
            breakdown.indices.contains(dimension) && breakdown[dimension] == code
        }
    }

    /// The headline observation of an indicator in an area; without one in the chosen area, or the whole.
    package func observation(of code: String, area: String? = nil) -> Observation? {
        catalogue.headlineObservation(of: code, area: area ?? self.area)
    }

    /// The indicators of a topic; where an area is chosen, those that it reports itself or has a target for. What is
    /// not its own is left out, since it is not 未报 there.
    package func indicators(ofTopic code: String) -> [Indicator] {
        let whole = catalogue.indicators(ofTopic: code), all = filter.isEmpty ? whole : whole.filter(passesFilter)
        return area.map { area in all.filter { catalogue.owes(area, $0.code) } } ?? all
    }

    /// The headline indicator of a topic; where the chosen area does not report it, the first indicator that the area
    /// reports. Nil where nothing of the topic is its own.
    package func headline(of topic: Topic) -> (indicator: Indicator, observation: Observation?)? {
        guard
            let indicator = filter.isEmpty
                ? catalogue.indicator(topic.headline) : indicators(ofTopic: topic.code).first
        else { return nil }
        let observation = observation(of: indicator.code)
        if observation != nil || area == nil { return (indicator, observation) }
        let own = indicators(ofTopic: topic.code)
        for other in own {
            if let observation = self.observation(of: other.code) { return (other, observation) }
        }
        return own.first.map { ($0, nil) }
    }

    /// The figures that an area itself reports, beginning with those of the main year of the data set, which represent
    /// the area.
    ///
    /// - Parameter most: the number of figures that is enough; an area may report thousands.
    package func leadingFigures(ofArea code: String, most: Int = .max) -> [(
        indicator: Indicator, observation: Observation
    )] {
        var leading: [(Indicator, Observation)] = [], others: [(Indicator, Observation)] = []
        for index in catalogue.indices(reportedBy: code) {
            let indicator = catalogue.indicators[Int(index)]
            guard passesFilter(indicator),
                let observation = catalogue.headlineObservation(of: indicator.code, area: code)
            else { continue }
            if observation.period.year == catalogue.mainYear {
                leading.append((indicator, observation))
            } else {
                others.append((indicator, observation))
            }
            if leading.count >= most { return leading }
        }
        return Array((leading + others).prefix(most))
    }

    /// The computed figures of a topic in the area.
    package func derived(ofTopic code: String) -> [DerivedIndicator] {
        catalogue.derived(ofTopic: code).filter { isShown($0.area ?? catalogue.rootArea.code) }
    }

    /// The measures of a topic in the area.
    package func briefs(ofTopic code: String) -> [Brief] { catalogue.briefs(ofTopic: code).filter { isShown($0.area) } }

    private func isShown(_ area: String) -> Bool { self.area == nil || self.area == area }

    /// The indicators that an area itself reports.
    package func indicators(ofArea code: String) -> [Indicator] {
        catalogue.indicators(reportedBy: code).filter(passesFilter)
    }

    /// The computed figures of an area itself.
    package func derived(ofArea code: String) -> [DerivedIndicator] { catalogue.derived.filter { $0.area == code } }

    /// The measures of an area itself.
    package func briefs(ofArea code: String) -> [Brief] { catalogue.briefs.filter { $0.area == code } }

    /// Whether the areas report different indicators: then each has its own, and they cannot be compared.
    package var eachReportsItsOwn: Bool {
        let districts = districts
        guard let first = districts.first else { return false }
        let indices = catalogue.indices(reportedBy: first.code)
        return districts.dropFirst().contains { catalogue.indices(reportedBy: $0.code) != indices }
    }

    /// Every area but the whole, in order.
    package var districts: [Area] {
        let root = catalogue.rootArea.code
        return catalogue.areas.filter { $0.code != root }
    }
}
