import Cells
import Indicators
import Synchronization

/// The rows of a list of figures, each made when it is asked for: a topic may have thousands of rows and a screen shows
/// thirty.
final class FigureRows: Sendable {
    private let catalogue: Catalogue
    private let indicators: [Indicator]
    /// The area of the figures; nil for the headline figure of each indicator.
    private let area: String?
    let derived: [DerivedIndicator]
    private let briefs: [Brief]
    private let keptBars = Mutex<SiblingBars?>(nil)
    private let keptTally = Mutex<Catalogue.Tally?>(nil)
    private let keptSeveralYears = Mutex<Bool?>(nil)
    private let places = Mutex<[String: Int]?>(nil)
    /// The table that was written last. Without it a move takes 0.93 ms, with it 0.7, which is the floor.
    let table = KeptValue<FigureTable.Key, FigureTable.Content>()

    init(_ catalogue: Catalogue, indicators: [Indicator], area: String?, derived: [DerivedIndicator], briefs: [Brief]) {
        self.catalogue = catalogue
        self.indicators = indicators
        self.area = area
        self.derived = derived
        self.briefs = briefs
    }

    /// How many figures there are; measures stand below them.
    var figureCount: Int { indicators.count + derived.count }
    var briefCount: Int { briefs.count }
    var count: Int { figureCount + briefCount }
    var indices: Range<Int> { 0..<count }

    subscript(_ index: Int) -> Item {
        if index < indicators.count { return .figure(indicators[index], observation(index)) }
        return index < figureCount ? .derived(derived[index - indicators.count]) : .brief(briefs[index - figureCount])
    }

    func brief(_ index: Int) -> Brief { briefs[index] }

    /// The number of indicators; `indicator` and `observation` take an index below it.
    var indicatorCount: Int { indicators.count }
    func indicator(_ index: Int) -> Indicator { indicators[index] }
    func index(of code: String) -> Int? {
        places.withLock { kept in
            let places =
                kept
                ?? Dictionary(
                    indicators.indices.lazy.map { (self.indicators[$0].code, $0) },
                    uniquingKeysWith: { first, _ in first })
            kept = places
            return places[code]
        }
    }
    func observation(_ index: Int) -> Observation? {
        catalogue.headlineObservation(of: indicators[index].code, area: area)
    }
}

extension FigureRows {
    /// The bars that compare the figures; made when first asked for, then kept.
    var bars: SiblingBars {
        keptBars.withLock { kept in
            let bars = kept ?? SiblingBars(self)
            kept = bars
            return bars
        }
    }

    /// Whether there are figures or measures of the main year and of others; found when first asked for, then kept.
    /// Found at each key it takes 4 ms for 5,000 indicators.
    var hasSeveralYears: Bool {
        keptSeveralYears.withLock { kept in
            if let kept { return kept }
            let years =
                indicators.indices.map { observation($0)?.period.year } + derived.map(catalogue.year)
                + briefs.map(\.period.year)
            let spans = Set(years.map { ListSpan.thisPeriod.contains($0, mainYear: catalogue.mainYear) })
            kept = spans.count == 2
            return spans.count == 2
        }
    }

    /// The tally of the figures; counted when first asked for, then kept. Counted for each frame it takes 0.8 ms for
    /// 5,000 indicators, as much as the floor for a whole key.
    var tally: Catalogue.Tally {
        keptTally.withLock { kept in
            let tally = kept ?? catalogue.tally(of: indicators, in: area)
            kept = tally
            return tally
        }
    }
}

extension DashboardState {
    /// The rows of a topic or of the reports of an area; none for any other screen.
    func figureRows(of screen: Screen) -> FigureRows {
        memory.rows(
            FrameMemory.RowsKey(
                catalogue: catalogue, screen: screen, area: session.area, filter: session.filter,
                order: session.order, span: session.span)
        ) { makeRows(of: screen) }
    }

    /// The rows of a topic without regard to the chosen area: the headline figure of each indicator.
    func rowsOfWhole(topic code: String) -> FigureRows {
        memory.rows(FrameMemory.RowsKey(catalogue: catalogue, screen: .topic(code), area: nil, filter: [:])) {
            // In the order of the list, which has the same key where no area is chosen.
            Scope(catalogue: catalogue, area: nil, filter: [:]).rows(ofTopic: code, .table, .all)
        }
    }

    /// The tally of a topic, of the chosen area where there is one.
    func tally(ofTopic code: String) -> Catalogue.Tally {
        session.area == nil ? rowsOfWhole(topic: code).tally : figureRows(of: .topic(code)).tally
    }

    /// The tally of what a screen is about: its topic, its area, or everything. Of an area it counts what is its own.
    func tally(of content: any ScreenContent) -> Catalogue.Tally {
        if let area = content.ownArea {
            guard let topic = content.topic else { return catalogue.facts(in: area).tally }
            return catalogue.tally(of: catalogue.indicators(reportedBy: area).filter { $0.topic == topic }, in: area)
        }
        if let topic = content.topic { return tally(ofTopic: topic) }
        return session.area == nil ? catalogue.tally : catalogue.facts(in: session.area).tally
    }

    private func makeRows(of screen: Screen) -> FigureRows {
        switch screen {
        case .topic(let code): return scope.rows(ofTopic: code, session.order, session.span)
        case .area(let code): return scope.rows(ofArea: code, session.order, session.span)
        default: return FigureRows(catalogue, indicators: [], area: nil, derived: [], briefs: [])
        }
    }
}
