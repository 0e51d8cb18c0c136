import Cells
import Indicators

/// A way on the screen.
public enum Way: Hashable, Sendable { case up, down, left, right }

/// Every thing that a person, the terminal or the clock can ask for. Only `update` carries one out.
public enum Action: Hashable, Sendable {
    case move(Way)
    case page(Way)
    /// To the first (`up`) or the last (`down`).
    case edge(Way)
    case open
    case back
    /// The tab with this number.
    case openTab(Int)
    case nextTab
    case previousTab
    case previousIndicator
    case nextIndicator
    case search
    case type(Character)
    case eraseCharacter
    case eraseAll
    /// Text from a clipboard.
    case paste(String)
    case source
    case help
    case print
    case chooseArea
    case filter
    case compare
    case nextTheme
    case toggleRaw
    case toggleLanguage
    case resize(Size)
    /// A press or the wheel, wherever it was.
    case point(PointerEvent)
    /// Selects the row or tile at this place; opens it too, or where it is selected already.
    case choose(Int, opens: Bool)
    /// The terminal has said what its background is.
    case adoptBackground(isLight: Bool)
    case copyFigure
    case copyTable
    /// Read the data anew, because a person asks for it.
    case reload
    /// The files of the data have changed.
    case dataChanged
    /// The moment that embargoes are held against; nil where the clock is not believed.
    case clock(Instant?)
    /// What is wrong with new data that were not taken.
    case problems
    /// Say why a key cannot do what it is for.
    case explain(LocalizedText)
    /// Draw all of the screen, for something else may have written on it.
    case redraw
    case quit
    case suspend

    /// Whether doing it several times at once is the same as doing it one time after another.
    var isRepeatable: Bool {
        switch self {
        case .move(.up), .move(.down), .page, .type, .eraseCharacter, .point(.wheelUp), .point(.wheelDown): true
        default: false
        }
    }
}

/// What `update` cannot do itself because it is outside the state.
public enum Effect: Hashable, Sendable {
    case quit
    case suspend
    case redraw
    /// Put the screen on paper.
    case writePage
    /// Put a text into the clipboard.
    case copy(String)
    /// Read the data set anew.
    case readData(byHand: Bool)
}
