import Indicators

/// Something that a search finds. Indirect, because results are copied by the thousand.
package indirect enum SearchItem: Hashable, Sendable {
    case topic(Topic)
    case area(Area)
    case indicator(Indicator)
    case derived(DerivedIndicator)
    case brief(Brief)
}
