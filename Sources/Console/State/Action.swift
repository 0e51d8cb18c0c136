import Cells
import Indicators

/// A direction on the screen.
public enum Way: Hashable, Sendable { case up, down, left, right }

/// Everything that a person, the terminal or the clock can ask for. Only `update` carries actions out.
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
    /// Opens a screen; on that screen it goes back.
    case show(Screen)
    case type(Character)
    case eraseCharacter
    case eraseAll
    /// Text from a clipboard.
    case paste(String)
    case source
    case print
    /// Writes the briefing on one page.
    case briefing
    case chooseArea
    case filter
    case compare
    /// The figures of the screen one after another; ends it where it is shown.
    case meeting
    /// The next order of a list.
    case nextOrder
    /// The next figure that the map is coloured by, or the one before.
    case nextMapFigure
    case previousMapFigure
    /// The next choice of figures by their period.
    case nextSpan
    case nextTheme
    case toggleRaw
    case toggleLanguage
    case resize(Size)
    /// A press or a turn of the wheel at any position.
    case point(PointerEvent)
    /// Selects the row or tile at this index; opens it too where `opens` is set or it is already selected.
    case choose(Int, opens: Bool)
    /// The terminal has reported its background.
    case adoptBackground(isLight: Bool)
    case copyFigure
    case copyTable
    /// Read the data again, because a person asks for it.
    case reload
    /// The files of the data have changed.
    case dataChanged
    /// The moment that embargoes are compared with; nil where the clock is not trusted.
    case clock(Instant?)
    /// Shows what needs attention.
    case attention
    /// Puts what needs attention together in another way, or again by kind.
    case group(AttentionList.Grouping)
    /// Shows what changed; on that screen, against the next base.
    case changes
    /// Say why a key has no effect.
    case explain(LocalizedText)
    /// Redraw the whole screen, on which another program may have written.
    case redraw
    case quit
    case suspend

    /// Whether it is text from a clipboard.
    var isPaste: Bool { if case .paste = self { true } else { false } }

    /// Whether several of them can be carried out as one with a count.
    var isRepeatable: Bool {
        switch self {
        case .move(.up), .move(.down), .page, .type, .eraseCharacter, .point(.wheelUp), .point(.wheelDown): true
        default: false
        }
    }
}

/// A task outside the state that `update` asks its caller to do.
public enum Effect: Hashable, Sendable {
    case quit
    case suspend
    case redraw
    /// Write the screen for paper.
    case writePage
    /// Write the briefing on one page.
    case writeBriefing
    /// Put a text into the clipboard.
    case copy(String)
    /// Read the data set again.
    case readData(byHand: Bool)
    /// Find former versions to compare the data with.
    case readFormerVersions
    /// Read figures that a frame needs and that are not at hand; the first of this frame, or others after those.
    case readFigures(Set<SeriesWish>, isFirst: Bool)
}
