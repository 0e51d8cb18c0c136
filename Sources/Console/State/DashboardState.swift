import Cells
import Indicators
import Search
import Themes
import Wording

/// Where a person has been and what they typed. Sessions are compared as values: a reset is equal to a cold start.
public struct Session: Hashable, Sendable {
    /// The steps to the current screen, which is last. Never empty.
    public internal(set) var visits: [Visit] = [Visit(.overview)]
    /// The area that every screen shows; nil for the whole.
    public internal(set) var area: String?
    /// For the index of a dimension the index of the only code that is shown; dimensions without an entry show all
    /// codes.
    public internal(set) var filter: [Int: Int] = [:]
    /// The order of the figures in the lists of topics.
    public internal(set) var order = ListOrder.table
    /// Which figures those lists show by their period.
    public internal(set) var span = ListSpan.all
    /// The code of the indicator that the map is coloured by; nil for that of the most areas.
    public internal(set) var mapFigure: String?
    /// What is typed into the search.
    public internal(set) var query = ""
    /// What is typed into the command palette.
    public internal(set) var commandQuery = ""

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
    /// One line that the frame shows until the next key, such as why an action had no effect; nil for none.
    public internal(set) var notice: LocalizedText?
    /// The problems of the newest version of the data, which was refused; empty where there are none.
    public internal(set) var problems: [DataProblem] = []
    /// Whether the problems are those of the data shown, and not of new data that were refused.
    var problemsAreOfShownData = false
    /// The former versions that the data can be compared with; nil until they are asked for.
    var formers: FormerVersions?
    /// Whether the line with the meaning of the signs and the first keys is shown: until the first key.
    var showsLegend = false
    /// Whether this is drawn for paper, where nothing can be selected and everything must be visible at once.
    var isOnPaper = false
    /// A cache shared by copies of the state. It does not affect equality. New data get a new cache, so that the old
    /// data are not retained.
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

    var wording: Wording {
        memory.wording.value(FrameMemory.WordingKey(options: settings.wording, area: session.area)) {
            Wording(catalogue, settings.wording, area: session.area)
        }
    }
    var words: Words { wording.words }
    var theme: Theme { Theme(settings.theme) }
    var screen: Screen { session.current.screen }
}

extension DashboardState {
    /// Shows the line with the meaning of the signs and the first keys, until the first key.
    public mutating func welcome() { showsLegend = true }

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
