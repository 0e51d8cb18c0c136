import Indicators

/// What a source screen is about.
public enum SourceSubject: Hashable, Sendable {
    case figure(ObservationKey)
    case brief(String)
    /// A computed figure by its code.
    case derived(String)
}

/// A screen of the console.
public indirect enum Screen: Hashable, Sendable {
    case overview
    /// A topic by its code.
    case topic(String)
    /// An indicator by its code, as one area reports it; nil for the whole or the first area that reports it.
    case indicator(String, area: String?)
    case districts
    /// What one area itself reports.
    case area(String)
    case source(SourceSubject)
    case search
    case help
    /// An indicator across areas and periods.
    case compare(String)
    /// The areas, to choose one for every other screen.
    case areas
    /// The dimensions that series differ by, or the codes of one, to choose which are shown.
    case filter(Int?)
    /// The problems of new data that were refused.
    case problems
    /// Every action by its name.
    case palette
    /// The figures of a screen, one after another over the whole screen.
    case meeting(Screen)
    /// What needs attention, the worst first, put together in one of three ways.
    case attention(AttentionList.Grouping)
    /// What changed against a base.
    case changes(ChangeBase)
}

/// A screen with its selection and scroll position, which Esc restores.
public struct Visit: Hashable, Sendable {
    /// The screen that is visited.
    public var screen: Screen
    /// The selected row or tile.
    public var selection = 0
    /// The first line shown of a list or a text.
    public var top = 0

    /// A visit to a screen that shows its first line.
    public init(_ screen: Screen, selection: Int = 0) {
        self.screen = screen
        self.selection = selection
    }
}
