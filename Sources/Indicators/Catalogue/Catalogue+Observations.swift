/// The observations of a catalogue, by indicator, area and link.
extension Catalogue {
    /// The observations of an indicator: those of the root area first, then by area. Within an area the newest comes
    /// first; of the same period, those with a printed period.
    public func observations(of indicator: String) -> [Observation] {
        areas(reporting: indicator).flatMap { observations(of: indicator, in: $0) }
    }

    /// The first of them, at most so many; the areas behind are not looked at.
    public func observations(of indicator: String, most: Int) -> [Observation] {
        var first: [Observation] = []
        for area in areas(reporting: indicator) where first.count < most {
            first += observations(of: indicator, in: area).prefix(most - first.count)
        }
        return first
    }

    /// The codes of the areas that report an indicator: the root area first, then in their order.
    public func areas(reporting indicator: String) -> [String] {
        observations.areas(reporting: indicator).map { (index(ofArea: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// An indicator's newest observation in one area.
    public func newestObservation(of indicator: String, in area: String) -> Observation? {
        observations.knownRows(indicator, area).first.map { observations[Int($0)] }
    }

    /// An indicator's observations in one area, the newest first.
    public func observations(of indicator: String, in area: String) -> [Observation] {
        observations.rows(indicator: indicator, area: area).map { observations[Int($0)] }
    }

    /// An indicator's newest observations in one area: at least those from the newest printed value on.
    func newestObservations(of indicator: String, in area: String) -> [Observation] {
        observations.knownRows(indicator, area).map { observations[Int($0)] }
    }

    /// The first observation of a series that is meant, the newest first. The newest are looked at before the others
    /// are needed.
    ///
    /// - Parameter since: the year before which there is none, by the beginning of their periods; nil for any.
    func observation(
        of indicator: String, in area: String, since: Int? = nil, where isMeant: (Observation) -> Bool
    ) -> Observation? {
        func first(_ rows: [Int32]) -> Observation? {
            rows.lazy.map { self.observations[Int($0)] }.first(where: isMeant)
        }
        return first(observations.knownRows(indicator, area))
            ?? (isPartial ? first(observations.rows(indicator: indicator, area: area, since: since)) : nil)
    }

    /// The newest observation without a value since a headline: 未报, or another reason for an empty cell. Nil where
    /// there is none, and for a figure that has a newer value.
    public func absence(since headline: Observation) -> Observation? {
        observations.absentRow(since: headline).map { observations[$0] }
    }

    /// The observation that a member of a link means.
    public func observation(of member: Link.Member) -> Observation? {
        observation(of: member.indicator, in: member.area) { member.matches($0.key) }
    }

    /// The former values of a figure, the latest change first; empty for a figure under embargo.
    public func formerValues(of observation: Observation) -> [FormerValue] {
        if observation.isWithheld { return [] }
        return formerValues.filter {
            $0.indicator == observation.indicator && $0.area == observation.area && $0.period == observation.period.text
                && $0.basis == observation.basis
        }.sorted { $0.date > $1.date }
    }
}
