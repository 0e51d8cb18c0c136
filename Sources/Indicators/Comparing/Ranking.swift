/// Areas sorted by their values. Equal values share a rank: 1, 2, 2, 4.
public struct Ranking: Hashable, Sendable {
    /// One area's position in the ranking.
    public struct Place: Hashable, Sendable {
        /// From 1; nil for all where one of them has no value.
        public let rank: Int?
        /// The observation that the area is ranked by.
        public let observation: Observation
    }

    /// Sorted by rank, then by the order of areas; by the order of areas alone where there are no ranks.
    public let places: [Place]
    /// Whether a range or an approximate value is among them. These are ranked by their lower end.
    public let hasQualified: Bool

    /// Whether every area has a rank. False where one of them has no value.
    public var isRanked: Bool { places.allSatisfy { $0.rank != nil } }
}

extension Catalogue {
    /// Ranks the areas directly below an area by an indicator in one period.
    ///
    /// Only printed periods of the same span are ranked, and only where every area is on record. Where one of the areas
    /// has no value, all are listed without ranks, since the eleventh of twelve might be the twelfth. The largest value
    /// comes first, unless less is better.
    public func ranking(of indicator: Indicator, below parent: String, in period: Period) -> Result<
        Ranking, Incomparability
    > {
        var ranked: [Observation] = [], listed: [Observation] = []
        for area in areas where area.parent == parent {
            let all = observations(of: indicator.code, in: area.code)
            guard let row = all.first(where: { $0.period.coversSameDays(as: period) }) ?? all.first else {
                return .failure(.notAllReport)
            }
            guard row.period.coversSameDays(as: period) else { return .failure(.spansDiffer(row.period, period)) }
            switch row.incomparability {
            case nil: ranked.append(row)
            case .absent, .withheld: break
            case let reason?: return .failure(reason)
            }
            listed.append(row)
        }
        guard ranked.count > 1 else { return .failure(.notAllReport) }
        let hasQualified = ranked.contains { $0.qualifier != .exact }
        guard ranked.count == listed.count else {
            return .success(
                Ranking(places: listed.map { Ranking.Place(rank: nil, observation: $0) }, hasQualified: hasQualified))
        }
        let descends = indicator.direction == .up || indicator.direction == .none
        func low(_ observation: Observation) -> ExactRatio { observation.qualifiedValue?.low ?? .zero }
        let sorted = ranked.enumerated().sorted { left, right in
            let (a, b) = (low(left.element), low(right.element))
            return a == b ? left.offset < right.offset : (descends ? b < a : a < b)
        }.map(\.element)
        var places: [Ranking.Place] = []
        for (index, observation) in sorted.enumerated() {
            let isTied = index > 0 && low(sorted[index - 1]) == low(observation)
            places.append(Ranking.Place(rank: isTied ? places[index - 1].rank : index + 1, observation: observation))
        }
        return .success(Ranking(places: places, hasQualified: hasQualified))
    }
}
