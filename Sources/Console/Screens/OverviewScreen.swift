import Cells
import Indicators
import Reports

/// One tile for every topic and one for the districts; a table where tiles do not fit.
struct OverviewScreen: ScreenContent {
    let ink: Ink
    private let layout: OverviewLayout

    init(ink: Ink) {
        self.ink = ink
        layout = OverviewLayout(ink)
    }
    /// The room below the sentence.
    private var room: Rect { layout.body }

    var context: KeyContext { .overview }
    var name: String? { nil }
    var fileName: String { "overview" }
    var nearest: Screen? { .overview }
    var items: [Item] { catalogue.topics.map(Item.topic) }
    /// A tile for every topic and one for the districts.
    var count: Int { state.tabCount - 1 }
    var list: ListGeometry? {
        guard layout.isTable else { return nil }
        let visible = max(1, room.rows / OverviewTable.rowsPerEntry(in: room, entries: count))
        return ListGeometry(count: count, visible: visible)
    }

    func neighbour(of index: Int, _ way: Way) -> Int? { layout.neighbour(of: index, way) }
    var opening: Opening? { .tab(visit.selection + 1) }

    var sourceSubject: SourceSubject? {
        guard case .topic(let topic)? = selected else { return nil }
        return state.headline(of: topic)?.observation.map { .figure($0.key) }
    }
    var comparable: String? {
        guard case .topic(let topic)? = selected else { return nil }
        return state.headline(of: topic)?.indicator.code
    }
    var copied: CopiedItem? {
        let contents = CopiedContents(ink: ink)
        if let selected { return contents.item(selected) }
        return visit.selection == catalogue.topics.count ? contents.leadingOfEveryArea.first : nil
    }
    /// The headline of every topic with its supporting figures, then the leading figure of every area. Measures are
    /// about the whole.
    var copiedTable: [CopiedItem] {
        let contents = CopiedContents(ink: ink)
        let topics = catalogue.topics.flatMap { topic in
            [contents.item(.topic(topic))].compactMap { $0 }
                + topic.supports.compactMap { code -> CopiedItem? in
                    if let indicator = catalogue.indicator(code) {
                        return contents.item(.figure(indicator, state.shownObservation(of: code)))
                    }
                    return state.session.area == nil ? catalogue.brief(code).map(CopiedItem.brief) : nil
                }
        }
        return topics + contents.leadingOfEveryArea
    }
    /// In the table form, the headline of each topic and two supporting figures; in the tile form, everything that
    /// fits.
    var sources: [String] {
        let isTable = layout.isTable, sources = PaperSources(ink: ink)
        let topics = catalogue.topics.flatMap { topic -> [String] in
            guard isTable else { return state.content(of: .topic(topic.code)).items.flatMap(sources.codes) }
            let headline =
                state.headline(of: topic).map { sources.codes(of: .figure($0.indicator, $0.observation)) } ?? []
            return headline
                + topic.supports.compactMap { state.shownObservation(of: $0)?.source ?? catalogue.brief($0)?.source }
        }
        let areas = state.districts.map { state.leadingFigures(ofArea: $0.code).prefix(isTable ? 1 : 4) }
            .filter { !$0.isEmpty }
        return topics + areas.prefix(isTable ? 3 : areas.count).flatMap { $0.flatMap(sources.codes) }
    }

    var targets: [ClickMap.Target] { sentenceTargets + entryTargets }

    /// A press on the sentence opens the list of what needs attention.
    private var sentenceTargets: [ClickMap.Target] {
        layout.head.isEmpty ? [] : [ClickMap.Target(rect: layout.head, action: .attention)]
    }

    private var entryTargets: [ClickMap.Target] {
        guard let list else {
            return layout.tiles.enumerated().map { ClickMap.Target(rect: $1, action: .choose($0, opens: true)) }
        }
        let each = OverviewTable.rowsPerEntry(in: room, entries: count), top = list.top(of: visit)
        return (top..<min(count, top + list.visible)).enumerated().map { position, index in
            let rect = Rect(column: room.column, row: room.row + position * each, columns: room.columns, rows: each)
            return ClickMap.Target(rect: rect.intersection(room), action: .choose(index, opens: true))
        }
    }

    func draw(in grid: inout CellGrid) {
        var head = layout.head
        if head.columns >= 60 { head = head.inset(columns: 2, rows: 0) }
        TextPanel(ink: ink).draw(layout.sentence, top: 0, in: &grid, head)
        if layout.isTable {
            OverviewTable(ink: ink).draw(in: &grid, layout.body)
            return
        }
        let topics = ink.catalogue.topics
        for (index, rect) in layout.tiles.enumerated() {
            let isSelected = index == state.session.current.selection
            if topics.indices.contains(index) {
                TopicTile(ink: ink, topic: topics[index], number: index + 1).draw(
                    in: &grid, rect, isSelected: isSelected)
            } else {
                DistrictsTile(ink: ink, number: index + 1).draw(in: &grid, rect, isSelected: isSelected)
            }
        }
    }
}

extension Ink {
    /// Draws a box whose frame is coloured only with the focus, or where it is one of several and selected.
    ///
    /// - Returns: the rectangle inside, with a margin.
    func panel(
        _ title: String, _ trailing: String, in grid: inout CellGrid, _ rect: Rect, isFocused: Bool = false,
        isSelected: Bool = false
    ) -> Rect {
        Box.draw(
            in: &grid, rect, title: title, trailing: trailing, glyphs: glyphs,
            frame: theme[isFocused || isSelected ? .accent : .frame],
            titleStyle: theme[isSelected ? .selection : isFocused ? .focus : .title],
            trailingStyle: theme[.quiet]
        ).inset(columns: 1, rows: 0)
    }
}
