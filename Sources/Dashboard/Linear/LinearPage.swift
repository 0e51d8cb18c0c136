import Indicators

/// A page of linear mode, and what a number on another page leads to.
enum LinearPage: Hashable, Sendable {
    case overview
    case topic(String)
    /// An indicator by its code, as one area reports it; nil for everybody who does.
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

    /// The page for a screen that the command line opens first; nil for one that linear mode has no need of.
    init?(_ screen: Screen, area: String?) {
        switch screen {
        case .overview: self = .overview
        case .topic(let code): self = .topic(code)
        case .indicator(let code, let own): self = .indicator(code, area: own ?? area)
        case .districts: self = .districts
        case .area(let code): self = .area(code)
        default: return nil
        }
    }
}
