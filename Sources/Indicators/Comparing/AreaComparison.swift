/// One indicator across areas and periods of the same span, side by side.
public struct AreaComparison: Hashable, Sendable {
    /// One area with its observations in the compared periods.
    public struct Row: Hashable, Sendable {
        /// The area that the row is about.
        public let area: Area
        /// One observation for each period; nil where none is on record.
        public let values: [Observation?]
        /// The newest observation of an area that has none for these periods. It is shown but not compared.
        public let unlike: Observation?
        /// The rank among the areas below the whole, from 1; nil where they are not ranked.
        public let rank: Int?
    }

    /// The compared periods, the oldest first.
    public let periods: [Period]
    /// The whole first, then areas by rank, or in their own order where they are not ranked; only those that report the
    /// indicator at all.
    public let rows: [Row]
    /// Why the areas are not ranked; nil where they are.
    public let refusal: Incomparability?
}

extension Catalogue {
    /// Compares all areas in the periods of an observation's trend up to its own period.
    ///
    /// - Parameter most: the largest number of periods; the newest are kept.
    /// - Returns: nil for an unknown indicator.
    public func comparison(around observation: Observation, most: Int) -> AreaComparison? {
        guard let indicator = indicator(observation.indicator) else { return nil }
        let points = trend(through: observation)?.points.map(\.period) ?? [observation.period]
        let periods = Array(points.filter { !(observation.period < $0) }.suffix(max(1, most)))
        let ranking = ranking(of: indicator, below: package.rootArea, in: observation.period)
        var ranks: [String: Int] = [:]
        if let places = try? ranking.get().places { for entry in places { ranks[entry.observation.area] = entry.rank } }
        var rows = ([rootArea] + areas.filter { $0.code != rootArea.code }).compactMap { area -> AreaComparison.Row? in
            let all = observations(of: indicator.code, in: area.code)
            guard let newest = headlineObservation(of: indicator.code, area: area.code) else { return nil }
            let values = periods.map { period in
                all.first { $0.basis == .printed && $0.period.coversSameDays(as: period) }
            }
            let isUnlike = observation.basis != .printed || values.allSatisfy { $0 == nil }
            return AreaComparison.Row(
                area: area, values: isUnlike ? periods.map { _ in nil } : values, unlike: isUnlike ? newest : nil,
                rank: ranks[area.code])
        }
        var refusal: Incomparability?
        switch ranking {
        case .failure(let reason): refusal = observation.incomparability ?? reason
        case .success(let ranking): refusal = ranking.isRanked ? nil : .notAllReport
        }
        if rows.count == 1 { refusal = .onlyOneArea }
        if refusal == nil {
            // The whole, then the areas by rank; areas that have no rank keep their order at the end.
            let isWhole = rows.first?.area.code == rootArea.code
            let whole = isWhole ? [rows.removeFirst()] : []
            rows =
                whole
                + rows.filter { $0.rank != nil }.sorted { ($0.rank ?? 0, $0.area.code) < ($1.rank ?? 0, $1.area.code) }
                + rows.filter { $0.rank == nil }
        }
        return AreaComparison(periods: periods, rows: rows, refusal: refusal)
    }
}
