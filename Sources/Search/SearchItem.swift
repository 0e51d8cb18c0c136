import Indicators

/// Something that a search finds. Indirect, because results are copied by the thousand.
package indirect enum SearchItem: Hashable, Sendable {
    case topic(Topic)
    case area(Area)
    case indicator(Indicator)
    case derived(DerivedIndicator)
    case brief(Brief)
}

extension SearchItem {
    /// The full name in Chinese.
    var chineseName: String {
        switch self {
        case .topic(let topic): topic.title.zh
        case .area(let area): area.name.zh
        case .indicator(let indicator): indicator.name.zh
        case .derived(let derived): derived.name.zh
        case .brief(let brief): brief.title.zh
        }
    }
}
