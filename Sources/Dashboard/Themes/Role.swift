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
    /// The line of a chart: what was observed.
    case chartLine
    /// The target in a chart: what was promised.
    case chartTarget
    /// The axes of a chart, their marks and the words beside them.
    case chartAxis
    /// The part of a chart that is expected and not observed; never told from it by colour alone.
    case chartForecast
    /// Areas of a schematic map, with ordinary words on them: four, so that no two neighbours need look alike. Where a
    /// theme or a terminal has no tints for them they are the screen itself, so that a map hatches its areas or letters
    /// them instead.
    case mapArea1
    case mapArea2
    case mapArea3
    case mapArea4
    /// The area of a schematic map that is selected.
    case mapSelected
}
