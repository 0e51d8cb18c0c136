import Cells
import Indicators

/// What a person may choose about how things are shown.
public struct Settings: Hashable, Sendable {
    /// The language of every text; a text that the data have in one language only is shown in that.
    public var language: Language
    /// The theme; `mono` wherever no colour was asked for.
    public var theme: Theme.Name
    /// The characters for drawing that the terminal can show.
    public var glyphs: Glyphs
    /// All the digits instead of 万, 亿 and million.
    public var raw: Bool
    /// No colour was asked for: the theme stays mono.
    public var isColourless: Bool
    /// Nobody has chosen a theme: it follows the terminal's background once that is known.
    public var followsTerminal: Bool

    /// The settings of a first start unless arguments say otherwise: Chinese, the dark theme, braille charts and
    /// shortened numbers.
    public init(
        language: Language = .zh, theme: Theme.Name = .dark, glyphs: Glyphs = .braille, raw: Bool = false,
        isColourless: Bool = false,
        followsTerminal: Bool = false
    ) {
        self.language = language
        self.theme = theme
        self.glyphs = glyphs
        self.raw = raw
        self.isColourless = isColourless
        self.followsTerminal = followsTerminal
    }
}

/// Where a person has been and what they typed. Compared as a value: a reset is equal to a cold start.
public struct Session: Hashable, Sendable {
    /// The way here; the last is what is shown. Never empty.
    public internal(set) var visits: [Visit] = [Visit(.overview)]
    /// The area that every screen shows; nil for the whole.
    public internal(set) var area: String?
    /// The code that is shown of a dimension; of others all.
    public internal(set) var filter: [Int: Int] = [:]
    /// What is typed into the search.
    public internal(set) var query = ""

    /// The session of a cold start: the overview of the whole, without filter or query.
    public init() {}

    /// The visit that is shown.
    public internal(set) var current: Visit {
        get { visits[visits.count - 1] }
        set { visits[visits.count - 1] = newValue }
    }
}

/// Every fact that can change on the screen. Views draw it; only `update` changes it.
public struct DashboardState: Sendable {
    /// The data that are shown. Setting it empties everything that was computed from the former data.
    public internal(set) var catalogue: Catalogue {
        didSet { memory = FrameMemory() }
    }
    /// How things are shown.
    public internal(set) var settings: Settings
    /// Where the person is and what they typed.
    public internal(set) var session = Session()
    /// The size of the terminal.
    public internal(set) var size: Size
    /// What the query finds, best first.
    var found = SearchResults.none
    /// One line that the frame shows until the next key: what went otherwise than asked.
    public internal(set) var notice: LocalizedText?
    /// What is wrong with the newest version of the data, which was not taken; empty while it is shown.
    public internal(set) var problems: [DataProblem] = []
    /// Whether they are problems of what is shown, not of new data that were not taken.
    var problemsAreOfShownData = false
    /// Whether this is drawn for a sheet of paper, where nothing can be selected and all must be seen at once.
    var isOnPaper = false
    /// Shared by copies: it holds nothing that a state is told apart by. New data get a new one, or the old would be
    /// kept in it.
    private(set) var memory = FrameMemory()

    /// The state of a cold start, which shows the overview.
    ///
    /// - Parameter notice: one line that the frame shows until the next key; nil for none.
    public init(catalogue: Catalogue, settings: Settings = Settings(), size: Size, notice: LocalizedText? = nil) {
        self.catalogue = catalogue
        self.settings = settings
        self.size = size
        self.notice = notice
    }

    /// Opens a screen at start, with the overview behind it for Esc.
    ///
    /// - Parameter area: the area that every screen shows; nil for the whole.
    public mutating func open(_ screen: Screen, area: String? = nil) {
        session.area = area
        guard screen != .overview else { return }
        session.visits = [Visit(.overview), Visit(screen)]
    }

    var words: Words { Words.of(catalogue, settings.language) }
    var theme: Theme { Theme(settings.theme) }
    var screen: Screen { session.current.screen }
}

extension DashboardState {
    /// Says in the title that `TERM` was unknown and what is used instead.
    public mutating func warnOfSubstitute(_ kind: String) {
        notice = LocalizedText(zh: "TERM 未知，按 \(kind) 显示", en: "TERM unknown, shown as \(kind)")
    }

    /// Says in the title that the terminal may not show UTF-8. The words that matter are ASCII, which every terminal
    /// shows.
    public mutating func warnOfCharset(_ name: String) {
        notice = LocalizedText(
            zh: "\(name) -> UTF-8 ! 请把终端设为 UTF-8", en: "Locale says \(name); set the terminal to UTF-8")
    }
}
