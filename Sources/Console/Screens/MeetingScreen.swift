import Cells
import Indicators
import Reports
import Wording

/// One figure after another over the whole screen, for a meeting: the figures of the screen it was begun from.
struct MeetingScreen: ScreenContent {
    let ink: Ink
    /// The screen whose figures are shown.
    let origin: Screen
    let figures: [(indicator: Indicator, observation: Observation)]

    init(ink: Ink, origin: Screen) {
        (self.ink, self.origin) = (ink, origin)
        figures = Self.figures(of: origin.content(ink))
    }

    /// Whether there is a figure to show. The rows are made one by one up to the first: the footer asks for it at every
    /// key, and a list may have thousands.
    static func hasFigures(_ content: any ScreenContent) -> Bool {
        guard content.context != .overview else { return !figures(of: content).isEmpty }
        return (0..<content.count).contains { index in
            if case .figure(_, let observation?)? = content.item(index) { observation.value != nil } else { false }
        }
    }

    /// The figures that have a value: on the overview the headline of each topic with those that support it, elsewhere
    /// the rows of the list.
    static func figures(of content: any ScreenContent) -> [(indicator: Indicator, observation: Observation)] {
        let state = content.state
        guard content.context == .overview else {
            var figures: [(indicator: Indicator, observation: Observation)] = []
            for case .figure(let indicator, let observation?) in content.items where observation.value != nil {
                figures.append((indicator, observation))
            }
            return figures
        }
        var figures: [(indicator: Indicator, observation: Observation)] = []
        for topic in content.catalogue.topics {
            for code in [state.headline(of: topic)?.indicator.code ?? topic.headline] + topic.supports {
                if let indicator = content.catalogue.indicator(code),
                    let observation = state.shownObservation(of: code), observation.value != nil
                {
                    figures.append((indicator, observation))
                }
            }
        }
        return figures
    }

    var context: KeyContext { .meeting }
    var name: String? { words.meeting }
    var fileName: String { "meeting" }
    var nearest: Screen? { origin.content(ink).nearest.map(Screen.meeting) }
    var items: [Item] { figures.map { .figure($0.indicator, $0.observation) } }
    var count: Int { figures.count }
    func item(_ index: Int) -> Item? {
        figures.indices.contains(index) ? .figure(figures[index].indicator, figures[index].observation) : nil
    }
    var opening: Opening? { nil }
    var sourceSubject: SourceSubject? {
        figures.indices.contains(visit.selection) ? .figure(figures[visit.selection].observation.key) : nil
    }
    var copied: CopiedItem? { selected.flatMap(CopiedContents(ink: ink).item) }
    var sources: [String] { figures.map(\.observation.source) }
    /// Left and right lead to the figures before and after, as up and down do.
    func neighbour(of index: Int, _ way: Way) -> Int? {
        let next = index + (way == .left || way == .up ? -1 : 1)
        return min(max(0, next), max(0, count - 1))
    }
    /// A press leads on; on the left third of the screen it leads back.
    var targets: [ClickMap.Target] {
        var rect = body
        let left = rect.takeLeft(rect.columns / 3)
        return [ClickMap.Target(rect: left, action: .move(.left)), ClickMap.Target(rect: rect, action: .move(.right))]
    }

    func draw(in grid: inout CellGrid) {
        guard figures.indices.contains(visit.selection) else {
            ink.put(words.nothingReported, .quiet, in: &grid, body)
            return
        }
        let (indicator, observation) = figures[visit.selection]
        var rest = body.columns >= 60 ? body.inset(columns: body.columns / 12, rows: 0) : body
        let topic = catalogue.topic(indicator.topic)?.title[ink.language] ?? ""
        let counter = "\(visit.selection + 1) / \(count)"
        if rest.rows >= 9 {
            var line = rest.takeTop(1)
            ink.put(counter, .quiet, in: &grid, line.takeRight(min(line.columns, DisplayWidth.of(counter))), .trailing)
            ink.put(topic, .quiet, in: &grid, line)
            _ = rest.takeTop(1)
        }
        let name = TextLayout.wrap(indicator.name[ink.language], to: rest.columns).prefix(2)
        for line in name { ink.put(line, .title, in: &grid, rest.takeTop(1)) }
        let lines = below(indicator, observation, columns: rest.columns)
        // The figure takes what the lines below it leave, at most sixteen rows and a comma. Blank rows stand around the
        // digits only if six rows are left for the digits.
        let free = rest.rows - lines.count, spare = min(2, max(0, free - 6))
        let rows = min(17, max(1, free - spare))
        if free > rows + 2 { _ = rest.takeTop((free - rows - 2) / 3) }
        if spare > 0 { _ = rest.takeTop(1) }
        LargeFigure(ink: ink).draw(
            observation, in: &grid, rest.takeTop(rows), heights: [.fifteen, .ten, .five, .narrowFive, .slimFive])
        if rest.rows > lines.count { _ = rest.takeTop(1) }
        TextPanel(ink: ink).draw(TextLines(lines), top: 0, in: &grid, rest)
    }

    /// The lines below the figure: what it is measured by first, then where it comes from.
    private func below(_ indicator: Indicator, _ observation: Observation, columns: Int) -> [StyledLine] {
        var lines = SummaryLines(ink: ink, columns: columns).lines(indicator, observation)
        let judgement = ink.wording.judgement(of: indicator, observation)
        var target = JudgementText.figures(judgement, indicator, ink.wording).map(ink.runs)
        if !target.isEmpty {
            target[0] = [ink.run(ink.judging.target + " ", .quiet)] + target[0]
            // Completion and time gone by stand below the picture.
            if case .paced = judgement { target = [target[0]] }
        }
        lines += target
        let detail = DetailLines(ink: ink, columns: columns)
        let department = indicator.department[ink.language]
        if !department.isEmpty { lines += detail.labelled(words.department, department) }
        return lines + detail.origin(observation)
    }
}
