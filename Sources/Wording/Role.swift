/// The meaning of a part of the screen. Views name roles, and only a theme names colours.
public enum Role: CaseIterable, Hashable, Sendable {
    /// The screen itself where nothing is drawn.
    case background
    /// Body text.
    case text
    /// Secondary text: labels, units, periods.
    case quiet
    /// Frames, rules, empty parts of bars.
    case frame
    /// Figures, the primary text.
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
    /// A judgement that is good, middling or bad; always with a word and a shape beside it (WCAG 2.2, 1.4.1).
    case good
    case middling
    case bad
    /// A notice or an error.
    case notice
    /// The line of a chart: observed values.
    case chartLine
    /// The target in a chart.
    case chartTarget
    /// The axes of a chart, their marks and the words beside them.
    case chartAxis
    /// The forecast part of a chart; its shape differs too, not only its colour.
    case chartForecast
    /// Areas of a schematic map with body text on them. Four roles suffice for neighbours to differ. Where a theme or a
    /// terminal has no such backgrounds they equal the background of the screen, and the map uses hatching or letters
    /// instead.
    case mapArea1
    case mapArea2
    case mapArea3
    case mapArea4
    /// Areas of a map by the class of their value, the lowest first, with text on them. Where a theme or a terminal has
    /// no such backgrounds the map writes the number of the class instead.
    case mapClass1
    case mapClass2
    case mapClass3
    case mapClass4
    case mapClass5
    /// The area of a schematic map that is selected.
    case mapSelected
}
