import Cells
import Indicators

/// A list of what all other screens can be limited to: an area, or a code of a dimension. The current choice is marked.
struct ChoiceScreen: ScreenContent {
    /// What is chosen: an area, a dimension (nil), or the code of the dimension at an index.
    enum Choice: Hashable {
        case areas
        case dimension(Int?)
    }

    let ink: Ink
    let choice: Choice

    var context: KeyContext { .districts }
    var name: String? { choice == .areas ? ink.pictures.chooseArea : ink.pictures.filter }
    var fileName: String { choice == .areas ? "areas" : "filter" }
    var showsFigures: Bool { false }
    var nearest: Screen? {
        switch choice {
        case .areas: .areas
        case .dimension(let dimension): catalogue.dimensions.isEmpty ? nil : .filter(dimension)
        }
    }
    var items: [Item] {
        switch choice {
        case .areas: [.area(catalogue.rootArea)] + state.districts.map(Item.area)
        case .dimension(let dimension): state.filterChoices(dimension).map(Item.choice)
        }
    }
    var list: ListGeometry? { ListGeometry(count: items.count, visible: Self.list(body: body).rows) }
    var targets: [ClickMap.Target] { rowTargets(Self.list(body: body), count: items.count, top: visit.top) }
    func opening(_ item: Item) -> Opening? {
        switch item {
        case .area(let area): .area(area.code == catalogue.rootArea.code ? nil : area.code)
        case .choice(let choice): .choice(choice)
        case .figure, .derived, .brief, .topic: nil
        }
    }

    func draw(in grid: inout CellGrid) {
        var list = body
        if TextGeometry.isBoxed(body) {
            let box = TextGeometry.box(body)
            _ = ink.panel(title, "", in: &grid, box, isFocused: true)
            list = box.inset(columns: 2, rows: 1)
        }
        // Counting what an area reports looks at every indicator, so only the visible rows are counted.
        let items = items, top = visit.top
        let rows = items.enumerated().map { index, item in
            (top..<top + max(1, list.rows)).contains(index) ? row(item) : []
        }
        TableView(
            columns: [
                TableColumn(title: "", alignment: .leading, minimum: 1),
                TableColumn(title: "", alignment: .leading, minimum: 6, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 0, gap: 2),
                TableColumn(title: "", alignment: .trailing, minimum: 2, gap: 3),
                TableColumn(title: "", alignment: .leading, minimum: 2, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 1, gap: 3),
            ],
            rows: rows, selected: state.session.current.selection, top: top, style: ink.tableStyle
        ).draw(in: &grid, list)
    }

    private var title: String {
        guard case .dimension(let dimension) = choice else { return ink.pictures.chooseArea }
        let name = dimension.flatMap {
            ink.catalogue.dimensions.indices.contains($0) ? ink.catalogue.dimensions[$0].name : nil
        }
        return ink.pictures.filter + (name.map { " \(ink.signs.separator) \($0)" } ?? "")
    }

    private func row(_ item: Item) -> [[TextRun]] {
        func mark(_ isChosen: Bool) -> [TextRun] { [ink.run(isChosen ? ink.signs.good : " ", .accent)] }
        func count(_ number: Int, _ unit: (Int) -> String) -> [[TextRun]] {
            [[ink.run("\(number)", .value)], [ink.run(unit(number), .quiet)]]
        }
        switch item {
        case .area(let area):
            let isWhole = area.code == ink.catalogue.rootArea.code
            let isChosen = area.code == (ink.state.session.area ?? ink.catalogue.rootArea.code)
            return [
                mark(isChosen),
                [ink.run(isWhole ? ink.pictures.wholeArea : area.name[ink.language], isWhole ? .title : .text)], [],
            ]
                + count(
                    isWhole ? ink.catalogue.indicators.count : ink.state.figureCount(ofArea: area.code), ink.words.items
                ) + [
                    ink.badMark(
                        isWhole ? ink.catalogue.facts().allBad : ink.catalogue.facts().badCounts[area.code] ?? 0)
                ]
        case .choice(let choice):
            let isWhole = !choice.isDimension && choice.code == nil
            return [
                mark(choice.isChosen), [ink.run(choice.name, isWhole ? .title : .text)],
                [ink.run(choice.chosen, choice.isChosen ? .accent : .quiet)],
            ]
                + count(choice.count, choice.isDimension ? ink.pictures.codes : ink.words.items)
        case .figure, .derived, .brief, .topic: return []
        }
    }

    static func list(body: Rect) -> Rect {
        TextGeometry.isBoxed(body) ? TextGeometry.box(body).inset(columns: 2, rows: 1) : body
    }
}
