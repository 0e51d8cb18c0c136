import Indicators

/// A page of linear mode, and what a number on another page leads to.
public enum LinearPage: Hashable, Sendable {
    case overview
    case topic(String)
    /// An indicator by its code, as one area reports it; nil for all areas that report it.
    case indicator(String, area: String?)
    /// One observation by its row, with all that is known of where it comes from.
    case figure(Int)
    /// A computed figure by its code.
    case derived(String)
    case brief(String)
    case districts
    case area(String)
    case sources
    case source(String)
    /// What was searched for, and what was found.
    case search(String, [LinearPage])
    case help
    /// The errors in new data that were refused.
    case problems
}

extension LinearPage {
    /// The same page in another version of the data; nil where its subject is gone.
    func moved(from old: Catalogue, to new: Catalogue) -> LinearPage? {
        switch self {
        case .overview, .sources, .help, .problems, .districts: self
        case .topic(let code): new.topic(code).map { _ in self }
        case .indicator(let code, let area):
            new.indicator(code).map { _ in .indicator(code, area: area.flatMap { new.area($0)?.code }) }
        case .figure(let row): row < old.observations.count ? moved(old.observations[row].key, new) : nil
        case .derived(let code): new.derived.contains { $0.code == code } ? self : nil
        case .brief(let code): new.brief(code).map { _ in self }
        case .area(let code): new.area(code).map { _ in self }
        case .source(let code): new.source(code).map { _ in self }
        case .search(let query, let results): .search(query, results.compactMap { $0.moved(from: old, to: new) })
        }
    }

    private func moved(_ key: ObservationKey, _ new: Catalogue) -> LinearPage? {
        let all = new.observations(of: key.indicator, in: key.area)
        let same =
            all.first { $0.key == key } ?? all.first { $0.period.text == key.period && $0.basis == key.basis }
            ?? all.first
        return same.map { .figure($0.index) }
    }
}
