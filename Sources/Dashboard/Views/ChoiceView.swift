import Cells
import Indicators

/// A list to choose from what every other screen shows: an area, or a code of a dimension. What is chosen now carries a
/// mark.
struct ChoiceView {
    let ink: Ink

    func draw(in grid: inout CellGrid) {
        let state = ink.state, body = Frame(size: state.size).body
        var list = body
        if TextGeometry.isBoxed(body) {
            let box = TextGeometry.box(body)
            _ = ink.panel(title, "", in: &grid, box, isFocused: true)
            list = box.inset(columns: 2, rows: 1)
        }
        // Counting what each area reports costs a look at every indicator, so only what is seen is counted.
        let items = state.items(of: state.screen), top = state.session.current.top
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
            ],
            rows: rows, selected: state.session.current.selection, top: top, style: ink.tableStyle
        ).draw(in: &grid, list)
    }

    private var title: String {
        guard case .filter(let dimension) = ink.state.screen else { return ink.pictures.chooseArea }
        let name = dimension.flatMap {
            ink.catalogue.dimensions.indices.contains($0) ? ink.catalogue.dimensions[$0].name : nil
        }
        return ink.pictures.filter + (name.map { " \(ink.glyphs.separator) \($0)" } ?? "")
    }

    private func row(_ item: Item) -> [[TextRun]] {
        func mark(_ isChosen: Bool) -> [TextRun] { [ink.run(isChosen ? ink.glyphs.good : " ", .accent)] }
        func count(_ number: Int, _ unit: String) -> [[TextRun]] {
            [[ink.run("\(number)", .value)], [ink.run(unit, .quiet)]]
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
                )
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
