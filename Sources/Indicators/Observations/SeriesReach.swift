import Synchronization

/// Figures of one series that are wanted and not at hand.
public struct SeriesWish: Hashable, Sendable {
    /// The code of the indicator.
    public let indicator: String
    /// The code of the area.
    public let area: String
    /// The year from which on all figures are wanted, by the beginning of their periods; nil for all of the series.
    public let since: Int?

    /// A wish for the figures of a series from a year on; nil for all of it.
    public init(indicator: String, area: String, since: Int? = nil) {
        self.indicator = indicator
        self.area = area
        self.since = since
    }
}

/// How far each series of a data set reaches that is too large to be read whole, and what was wanted beyond.
///
/// Of every series at least the newest figures are at hand: the newest that has a value, and all that end with it or
/// later. Whoever looks at more gets what is at hand, and the rest is noted here; it is not shown until it has come.
package final class SeriesReach: Sendable {
    /// By indicator and area the year from which on all figures are at hand; `whole` for all of the series.
    private let years: [String: [String: Int]]
    /// The oldest period of the whole set.
    package let oldest: Period?
    private let wishes = Mutex<[String: [String: Int]]>([:])

    private static let whole = Int.min

    /// The reach of a set of which only the newest figures are at hand.
    package convenience init(oldest: Period?) { self.init(years: [:], oldest: oldest) }

    private init(years: [String: [String: Int]], oldest: Period?) {
        self.years = years
        self.oldest = oldest
    }

    /// The reach once wishes have been fulfilled.
    package func reaching(_ fulfilled: Set<SeriesWish>) -> SeriesReach {
        var years = years
        for wish in fulfilled {
            let known = years[wish.indicator]?[wish.area] ?? .max
            years[wish.indicator, default: [:]][wish.area] = min(known, wish.since ?? Self.whole)
        }
        return SeriesReach(years: years, oldest: oldest)
    }

    /// The same reach before anything was needed.
    var unasked: SeriesReach { SeriesReach(years: years, oldest: oldest) }

    /// Notes that the figures of a series from a year on are needed; nil for all of it.
    func need(_ indicator: String, _ area: String, since: Int?) {
        let since = since ?? Self.whole
        if let known = years[indicator]?[area], known <= since { return }
        wishes.withLock { wishes in
            let noted = wishes[indicator]?[area] ?? .max
            if since < noted { wishes[indicator, default: [:]][area] = since }
        }
    }

    /// Whether anything was needed that is not at hand.
    var hasWishes: Bool { wishes.withLock { !$0.isEmpty } }

    /// What was needed and is not at hand.
    var wished: Set<SeriesWish> {
        var found: Set<SeriesWish> = []
        for (indicator, areas) in wishes.withLock({ $0 }) {
            for (area, since) in areas {
                found.insert(SeriesWish(indicator: indicator, area: area, since: since == Self.whole ? nil : since))
            }
        }
        return found
    }
}

extension Catalogue {
    /// Whether only the newest figures of each series are at hand and others are read when they are needed.
    public var isPartial: Bool { observations.reach != nil }
    /// Whether figures were needed that are not at hand, so that what was made of them must not be shown.
    public var lacksFigures: Bool { observations.reach?.hasWishes ?? false }
    /// Which figures were needed and are not at hand.
    public var wishes: Set<SeriesWish> { observations.reach?.wished ?? [] }
    /// The same data set as if nothing had been asked of it: what was found out and kept may lack figures.
    package var unasked: Catalogue { observations.reach == nil ? self : Catalogue(self, with: observations.unasked) }
}
