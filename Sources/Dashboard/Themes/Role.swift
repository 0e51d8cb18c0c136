/// What a piece of the screen is, so that views name meanings and only a theme names colours.
public enum Role: CaseIterable, Hashable, Sendable {
    /// The screen itself where nothing is drawn.
    case background
    /// Ordinary words.
    case text
    /// Labels, units, periods: what is read second.
    case quiet
    /// Frames, rules, empty parts of bars.
    case frame
    /// Figures: what is read first.
    case value
    /// What can be pressed, or is selected.
    case accent
    /// The frame and title of what has the focus.
    case focus
    /// Headings inside a panel.
    case heading
    /// Titles of panels that do not have the focus.
    case title
    /// The one mark of the city's name.
    case cityMark
    /// The tab that is open.
    case openTab
    /// The row that is selected.
    case selection
    /// The filled part of a bar.
    case bar
    /// A judgement that is good, middling, bad; never without a word and a shape beside it.
    case good
    case middling
    case bad
    /// A notice or a fault.
    case notice
}
