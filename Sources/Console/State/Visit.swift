import Indicators

/// What a source screen is about.
public enum SourceSubject: Hashable, Sendable {
    case figure(ObservationKey)
    case brief(String)
    /// A computed figure by its code.
    case derived(String)
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
