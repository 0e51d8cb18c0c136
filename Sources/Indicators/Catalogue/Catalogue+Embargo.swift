extension Catalogue {
    /// Whether the clock is not trusted, so that everything under embargo is withheld.
    public var doubtsClock: Bool { observations.doubtsClock }
    /// Whether any figure is or was under embargo.
    public var hasEmbargo: Bool { observations.hasEmbargo }
    /// When the next embargo ends; nil where there is none.
    public var nextRelease: Instant? { observations.nextRelease }

    /// Whether a clock shows a time before the month in which the period of the newest reported figure ends. False for
    /// data without embargoes, which do not depend on a clock.
    public func isTooEarly(_ now: Instant) -> Bool {
        guard hasEmbargo, now != .distantPast, let newest = observations.newestReported else { return false }
        // One day of tolerance for time zones.
        return now.seconds < Instant.seconds(of: newest) - 86_400
    }

    /// The same data at another moment; nil for a clock that is not trusted.
    public func asOf(_ now: Instant?) -> Catalogue { remade(with: observations.asOf(now)) }

    /// The same data set with more figures of the same series, all older than the newest of each, which keep their
    /// rows.
    package func adding(_ observations: ObservationTable) -> Catalogue {
        // Which figure stands for a series depends on the hour where there are embargoes, and on nothing else.
        observations.hasEmbargo ? remade(with: observations) : Catalogue(self, with: observations)
    }

    private func remade(with observations: ObservationTable) -> Catalogue {
        var tables = Tables(
            topics: topics, indicators: indicators, areas: areas, sources: sources, briefs: briefs, links: links,
            derived: derived, targets: targets, formerValues: formerValues, followUps: followUps, notes: notes,
            map: map, observations: observations, dimensions: dimensions, breakdowns: breakdowns)
        tables.contacts = contacts
        return Catalogue(package: package, tables)
    }
}

extension Instant {
    /// The beginning of a day in UTC.
    package static func seconds(of day: CalendarDay) -> Int {
        (day.ordinal - CalendarDay(year: 1970, month: 1, day: 1).ordinal) * 86_400
    }
}
