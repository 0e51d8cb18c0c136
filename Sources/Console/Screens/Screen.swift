import Cells
import Indicators

/// A screen of the console. This file is the registry of screens: a new one is a case, a line in `content` and one in
/// `samples`.
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

extension Screen {
    /// Everything about the screen.
    func content(_ ink: Ink) -> any ScreenContent {
        switch self {
        case .overview: OverviewScreen(ink: ink)
        case .topic(let code): FigureListScreen(ink: ink, owner: .topic(code))
        case .area(let code): FigureListScreen(ink: ink, owner: .area(code))
        case .indicator(let code, let area): IndicatorScreen(ink: ink, code: code, area: area)
        case .districts: DistrictsScreen(ink: ink)
        case .source(let subject): SourceScreen(ink: ink, subject: subject)
        case .search: SearchScreen(ink: ink)
        case .help: HelpScreen(ink: ink)
        case .compare(let code): CompareScreen(ink: ink, code: code)
        case .areas: ChoiceScreen(ink: ink, choice: .areas)
        case .filter(let dimension): ChoiceScreen(ink: ink, choice: .dimension(dimension))
        case .problems: ProblemsScreen(ink: ink)
        case .palette: PaletteScreen(ink: ink)
        case .meeting(let origin): MeetingScreen(ink: ink, origin: origin)
        case .attention(let grouping): AttentionScreen(ink: ink, grouping: grouping)
        case .changes(let base): ChangesScreen(ink: ink, base: base)
        }
    }

    /// One screen of every kind for a data set, so that tests, pictures and paper cover all kinds.
    static func samples(of catalogue: Catalogue) -> [Screen] {
        var screens: [Screen] = [
            .overview, .search, .palette, .meeting(.overview), .help, .problems,
            .filter(catalogue.dimensions.isEmpty ? nil : 0), .attention(.kind), .changes(.year),
        ]
        if let topic = catalogue.topics.first {
            screens += [.topic(topic.code), .indicator(topic.headline, area: nil), .compare(topic.headline)]
            if let observation = catalogue.headlineObservation(of: topic.headline) {
                screens.append(.source(.figure(observation.key)))
            }
        }
        if let brief = catalogue.briefs.first { screens.append(.source(.brief(brief.code))) }
        if let derived = catalogue.derived.first { screens.append(.source(.derived(derived.code))) }
        if let area = catalogue.areas.first(where: { $0.code != catalogue.rootArea.code }) {
            screens += [.districts, .areas, .area(area.code)]
        }
        return screens
    }
}

extension DashboardState {
    /// Everything about the screen that is shown.
    var content: any ScreenContent { content(of: screen) }

    /// The key context of the screen.
    public var context: KeyContext { content.context }

    /// Everything about another screen in the present state.
    func content(of screen: Screen) -> any ScreenContent { screen.content(Ink(self)) }

    /// The whole screen, frame and body, at any size.
    public func draw() -> CellGrid {
        let content = content
        var grid = CellGrid(size: size, style: content.ink.theme[.background])
        content.draw(in: &grid)
        FrameView(content).draw(in: &grid)
        return grid
    }
}
