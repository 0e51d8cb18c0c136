import Cells
import Indicators
import Reports
import Search
import Wording

/// The positions of the search line and its results. The line is never the last row, because an input method opens its
/// window below the cursor.
struct SearchLayout {
    var input: Rect
    var count: Rect
    var results: Rect

    init(body: Rect) {
        var rest = body
        input = rest.takeTop(1)
        count = rest.rows >= 4 ? rest.takeTop(1) : Rect(column: rest.column, row: rest.row, columns: 0, rows: 0)
        if rest.rows >= 12 { _ = rest.takeTop(1) }
        // A value far from its name is hard to follow across the screen.
        rest.columns = min(rest.columns, 100)
        results = rest
    }
}

/// The search: the query and its results, the best first.
struct SearchScreen: ScreenContent {
    let ink: Ink
    var context: KeyContext { .search }
    var name: String? { words.search }
    var fileName: String { "search" }
    var nearest: Screen? { .search }
    var items: [Item] { state.found.indices.map { Item(state.found[$0], ink.catalogue) } }
    var count: Int { state.found.count }
    func item(_ index: Int) -> Item? {
        state.found.indices.contains(index) ? Item(state.found[index], ink.catalogue) : nil
    }
    var list: ListGeometry? { ListGeometry(count: count, visible: SearchLayout(body: body).results.rows) }
    var targets: [ClickMap.Target] { rowTargets(SearchLayout(body: body).results, count: count, top: visit.top) }
    var comparable: String? { if case .figure(let indicator, _)? = selected { indicator.code } else { nil } }
    var copied: CopiedItem? { selected.flatMap(CopiedContents(ink: ink).item) }
    /// Of the results only figures and measures.
    var copiedTable: [CopiedItem] {
        items.compactMap { item in
            switch item {
            case .figure, .derived, .brief: CopiedContents(ink: ink).item(item)
            case .area, .topic, .choice: nil
            }
        }
    }
    var sources: [String] { items.flatMap(PaperSources(ink: ink).codes) }

    func draw(in grid: inout CellGrid) {
        let state = ink.state, words = ink.words
        let layout = SearchLayout(body: Frame(size: state.size).body)
        let found = state.found
        ink.drawInput(words.searchPrompt + " / ", state.session.query, in: &grid, layout.input)
        let isEmpty = state.session.query.isEmpty
        let count =
            isEmpty ? words.searchHint : (found.count == 0 ? words.noMatches : words.matches(found.count))
        ink.put(count, .quiet, in: &grid, layout.count)
        if layout.count.isEmpty && found.count == 0 {
            ink.put(count, .quiet, in: &grid, layout.results)
            return
        }
        let top = state.session.current.top
        let seen =
            found.count <= Self.mostMeasured
            ? found.indices : min(top, found.count)..<min(top + layout.results.rows, found.count)
        let content = written(found, seen)
        TableView(
            columns: content.columns, rows: content.rows,
            selected: found.count == 0 ? nil : state.session.current.selection, top: top, style: ink.tableStyle,
            contentWidths: content.widths, written: TableView.Written(first: seen.lowerBound, count: found.count)
        ).draw(in: &grid, layout.results)
    }

    /// The rows. Of very many results only the visible ones are written, which keeps a key fast.
    private func written(_ found: SearchResults, _ seen: Range<Int>) -> FigureTable.Content {
        let columns = [
            TableColumn(title: "", alignment: .leading, minimum: 1),
            TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 1, gap: 1),
            TableColumn(title: "", alignment: .leading, minimum: 6, weight: 1, gap: 2, keepsLastRun: true),
            TableColumn(title: "", alignment: .trailing, minimum: 3, gap: 1, isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 1, dropOrder: 2, gap: 1),
            TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 0, gap: 2),
        ]
        let rows = seen.map { index in
            let item = Item(found[index], ink.catalogue)
            return [badMark(item)] + row(item)
        }
        var widths = columns.map { _ in 0 }
        for row in rows { for (index, runs) in row.enumerated() { widths[index] = max(widths[index], runs.width) } }
        return FigureTable.Content(columns: columns, rows: rows, widths: widths)
    }

    /// Up to this number of rows all decide on the widths of the columns, so that the widths do not change while
    /// scrolling.
    private static let mostMeasured = 100

    /// Before a figure that is bad its sign; before an area or a topic how many of its figures are, and before an
    /// indicator how many of its areas.
    private func badMark(_ item: Item) -> [TextRun] {
        let facts = catalogue.facts()
        switch item {
        case .figure(let indicator, let observation):
            let areas = facts.badAreas(of: indicator.code, besides: observation?.area)
            if ink.wording.judgement(of: indicator, observation).light == .bad { return [ink.run(ink.signs.bad, .bad)] }
            return ink.badMark(areas.count)
        case .area(let area): return ink.badMark(facts.badCounts[area.code] ?? 0)
        case .topic(let topic): return ink.badMark(state.tally(ofTopic: topic.code).bad)
        case .derived, .brief, .choice: return []
        }
    }

    private func row(_ item: Item) -> [[TextRun]] {
        let language = ink.language, words = ink.words
        switch item {
        case .figure(let indicator, let observation):
            var name = [ink.run(indicator.name[language], .text)]
            if let area = ink.wording.foreignArea(observation) {
                name.append(ink.run(" \(ink.signs.separator) \(area)", .quiet))
            }
            let parts = observation.flatMap { ink.wording.parts($0, of: indicator) }
            return [
                [ink.run(ink.catalogue.topic(indicator.topic)?.shortTitle[language] ?? words.indicator, .quiet)], name,
                parts.map { [ink.run($0.value, .value)] } ?? FigureRuns.value(observation, ink),
                parts.map { [ink.run($0.unit, .quiet)] } ?? [],
                FigureRuns.period(observation, ink),
            ]
        case .derived(let derived):
            var name = [ink.run(derived.name[language], .text)]
            if let code = derived.area, code != ink.state.session.area ?? ink.catalogue.rootArea.code {
                name.append(
                    ink.run(" \(ink.signs.separator) \(ink.catalogue.area(code)?.shortName[language] ?? code)", .quiet)
                )
            }
            let kind = [ink.run(words.judging.derived, .quiet)]
            guard case .success(let derivation) = ink.catalogue.derivation(of: derived),
                let parts = DerivedText.parts(derived, ink.wording)
            else {
                return [kind, name, [ink.run(words.judging.notDerived, .quiet)], [], []]
            }
            return [
                kind, name, [ink.run(parts.value, .value)], [ink.run(parts.unit, .quiet)],
                FigureRuns.period(derivation, ink),
            ]
        case .brief(let brief):
            return [
                [ink.run(words.measure, .quiet)],
                [
                    ink.run(brief.title[language], .text),
                    ink.run(" \(ink.signs.separator) \(brief.detail[language])", .quiet),
                ], [], [],
                [
                    ink.run(BriefText.mark(brief, ink.signs), .quiet),
                    ink.run(" " + BriefText.state(brief, words), .quiet),
                ],
            ]
        case .area(let area):
            let count = ink.state.figureCount(ofArea: area.code)
            return [
                [ink.run(words.area, .quiet)], [ink.run(area.name[language], .text)], [ink.run("\(count)", .value)],
                [ink.run(words.items(count), .quiet)], [],
            ]
        case .topic(let topic):
            let count = ink.catalogue.indicators(ofTopic: topic.code).count
            return [
                [ink.run(words.topic, .quiet)], [ink.run(topic.title[language], .text)], [ink.run("\(count)", .value)],
                [ink.run(words.items(count), .quiet)], [],
            ]
        case .choice: return []
        }
    }
}
