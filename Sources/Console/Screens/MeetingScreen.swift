import Cells
import Indicators
import Reports
import Wording

/// One figure after another over the whole screen, for a meeting: the figures of the screen it was begun from.
struct MeetingScreen: ScreenContent {
    let ink: Ink
    /// The screen whose figures are shown.
    let origin: Screen
    private let pages: [Page]

    /// One figure over the whole screen.
    private struct Page {
        let indicator: Indicator
        /// Nil where nothing is on record.
        let observation: Observation?
        /// What needs attention about it; nil where the meeting was not begun from that list.
        var item: AttentionItem?
    }

    init(ink: Ink, origin: Screen) {
        (self.ink, self.origin) = (ink, origin)
        if case .attention(let grouping) = origin {
            // One page for each row of the list: what was not reported is what is asked about.
            let rows = ink.state.attentionRows(grouping)
            pages = rows.indices.compactMap { index in
                ink.catalogue.indicator(rows[index].indicator).map {
                    Page(indicator: $0, observation: rows[index].observation, item: rows[index])
                }
            }
        } else {
            pages = Self.figures(of: origin.content(ink)).map {
                Page(indicator: $0.indicator, observation: $0.observation)
            }
        }
    }

    /// Whether there is a figure to show. The rows are made one by one up to the first: the footer asks for it at every
    /// key, and a list may have thousands.
    static func hasFigures(_ content: any ScreenContent) -> Bool {
        if content.context == .attention { return content.count > 0 }
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
    var items: [Item] { pages.map { .figure($0.indicator, $0.observation) } }
    var count: Int { pages.count }
    func item(_ index: Int) -> Item? {
        pages.indices.contains(index) ? .figure(pages[index].indicator, pages[index].observation) : nil
    }
    var opening: Opening? { nil }
    var sourceSubject: SourceSubject? {
        pages.indices.contains(visit.selection) ? pages[visit.selection].observation.map { .figure($0.key) } : nil
    }
    var copied: CopiedItem? { selected.flatMap(CopiedContents(ink: ink).item) }
    var sources: [String] { pages.compactMap { $0.observation?.source } }
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
        guard pages.indices.contains(visit.selection) else {
            ink.put(words.nothingReported, .quiet, in: &grid, body)
            return
        }
        let page = pages[visit.selection]
        var rest = body.columns >= 60 ? body.inset(columns: body.columns / 12, rows: 0) : body
        let topic = catalogue.topic(page.indicator.topic)?.title[ink.language] ?? ""
        let counter = "\(visit.selection + 1) / \(count)"
        if rest.rows >= 9 {
            var line = rest.takeTop(1)
            ink.put(counter, .quiet, in: &grid, line.takeRight(min(line.columns, DisplayWidth.of(counter))), .trailing)
            let kind = page.item.map { words.attention.section($0.section) }
            ink.put([kind, topic].compactMap { $0 }.inOne(with: " \(ink.signs.separator) "), .quiet, in: &grid, line)
            _ = rest.takeTop(1)
        }
        let area = page.item.flatMap {
            $0.area == catalogue.rootArea.code ? nil : catalogue.area($0.area)?.name[ink.language]
        }
        let title = [page.indicator.name[ink.language], area].compactMap { $0 }.inOne(with: " \(ink.signs.separator) ")
        for line in TextLayout.wrap(title, to: rest.columns).prefix(2) {
            ink.put(line, .title, in: &grid, rest.takeTop(1))
        }
        var lines = below(page, columns: rest.columns)
        // Sections are parted by blank lines where there is room for them below digits of five rows.
        if lines.count > rest.rows - 7 { lines.removeAll(where: \.isEmpty) }
        if let item = page.item, lines.count > rest.rows - 6 { lines = condensed(page, item, columns: rest.columns) }
        // The figure takes what the lines below it leave, at most sixteen rows and a comma. Blank rows stand around the
        // digits only if six rows are left for the digits.
        let free = rest.rows - lines.count, spare = min(2, max(0, free - 6))
        let rows = min(17, max(1, free - spare))
        if free > rows + 2 { _ = rest.takeTop((free - rows - 2) / 3) }
        if spare > 0 { _ = rest.takeTop(1) }
        draw(page, in: &grid, rest.takeTop(page.observation?.value == nil ? min(rows, 3) : rows))
        if rest.rows > lines.count { _ = rest.takeTop(1) }
        TextPanel(ink: ink).draw(TextLines(lines), top: 0, in: &grid, rest)
    }

    private func draw(_ page: Page, in grid: inout CellGrid, _ rect: Rect) {
        guard let observation = page.observation else {
            let text = page.item.map { AttentionText.value($0, ink.wording) } ?? ink.wording.missing
            let line = Rect(column: rect.column, row: rect.row + (rect.rows - 1) / 2, columns: rect.columns, rows: 1)
            return ink.put(text, .value, in: &grid, line)
        }
        LargeFigure(ink: ink).draw(
            observation, in: &grid, rect, heights: [.fifteen, .ten, .five, .narrowFive, .slimFive])
    }

    /// The same in sentences, where there is no room for sections: nothing that was asked is cut.
    private func condensed(_ page: Page, _ item: AttentionItem, columns: Int) -> [StyledLine] {
        let detail = DetailLines(ink: ink, columns: columns), day = catalogue.attention.day
        let judgement = ink.wording.judgement(of: page.indicator, page.observation)
        var lines = catalogue.judgesAnything ? [[ink.run(JudgementText.phrase(judgement, ink.wording))]] : []
        let disagreement = AttentionText.disagreement(item, ink.wording)
        lines += detail.wrapped(
            disagreement.isEmpty ? AttentionText.sentence(item, ink.wording) : disagreement, .text)
        if !disagreement.isEmpty { lines += detail.wrapped(AttentionText.department(item, ink.wording), .text) }
        if let followUp = item.followUp, item.isBad || item.kind == .overdue {
            lines += detail.wrapped(FollowUpText.sentence(followUp, item, on: day, ink.wording), .text)
        }
        for note in page.observation.map({ catalogue.notes(on: $0) }) ?? [] {
            lines += detail.wrapped(FollowUpText.note(note, ink.wording), .text)
        }
        return lines
    }

    /// The lines below the figure: what it is measured by, what the list says of it, then where it comes from.
    private func below(_ page: Page, columns: Int) -> [StyledLine] {
        let indicator = page.indicator, observation = page.observation
        var lines = observation.map { SummaryLines(ink: ink, columns: columns).lines(indicator, $0) } ?? []
        let judgement = ink.wording.judgement(of: indicator, observation)
        var target = JudgementText.figures(judgement, indicator, ink.wording).map(ink.runs)
        if !target.isEmpty {
            target[0] = [ink.run(ink.judging.target + " ", .quiet)] + target[0]
            // Completion and time gone by stand below the picture.
            if case .paced = judgement { target = [target[0]] }
        }
        lines += target
        let detail = DetailLines(ink: ink, columns: columns)
        if let item = page.item {
            if observation == nil, item.period != .none {
                lines += detail.wrapped(PeriodText.full(item.period, .printed, ink.wording), .quiet)
            }
            lines += AttentionLines(detail: detail).lines(indicator, observation, about: item)
            lines.append([])
        } else {
            let department = indicator.department[ink.language]
            if !department.isEmpty { lines += detail.labelled(words.department, department) }
        }
        return lines + (observation.map(detail.origin) ?? [])
    }
}
