import Cells
import Indicators

/// Where the list of areas and what the selected one reports stand.
struct DistrictsLayout {
    var areas: Rect
    var preview: Rect?
    var areasBox: Rect?
    var previewBox: Rect?

    init(body: Rect) {
        var rest = body
        if TextGeometry.isBoxed(body) {
            let box = rest.takeLeft(max(36, body.columns * 3 / 10))
            _ = rest.takeLeft(1)
            areasBox = box
            areas = box.inset(columns: 2, rows: 1)
            previewBox = rest
            preview = rest.inset(columns: 2, rows: 1)
        } else if body.columns >= 56 && body.rows >= 6 {
            areas = rest.takeLeft(22)
            _ = rest.takeLeft(2)
            preview = rest
        } else {
            areas = rest
        }
    }

    var visibleAreas: Int { areas.rows }
}

/// The areas below the whole, and what each itself reports; nothing is ranked.
struct DistrictsView {
    let ink: Ink

    func draw(in grid: inout CellGrid) {
        let state = ink.state, words = ink.words
        let layout = DistrictsLayout(body: Frame(size: state.size).body)
        let areas = state.districts
        if let box = layout.areasBox {
            _ = ink.panel(words.districts, "\(areas.count)", in: &grid, box, isFocused: true)
        }
        let rows = areas.map { area -> [[TextRun]] in
            let count = state.figures(ofArea: area.code).count
            let below = area.parent != ink.catalogue.rootArea.code
            return [
                [ink.run((below ? "  " : "") + area.name[ink.language], below ? .text : .title)],
                [ink.run("\(count)", .value)], [ink.run(words.items, .quiet)],
            ]
        }
        TableView(
            columns: [
                TableColumn(title: "", alignment: .leading, minimum: 6, weight: 1),
                TableColumn(title: "", alignment: .trailing, minimum: 1, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 2, dropOrder: 0, gap: 1),
            ],
            rows: rows, selected: state.session.current.selection, top: state.session.current.top, style: ink.tableStyle
        ).draw(in: &grid, layout.areas)
        guard case .area(let area)? = state.selectedItem, let preview = layout.preview else { return }
        if let box = layout.previewBox {
            _ = ink.panel(area.name[ink.language], words.eachReportsItsOwn, in: &grid, box)
        }
        draw(area, in: &grid, preview)
    }

    private func draw(_ area: Area, in grid: inout CellGrid, _ rect: Rect) {
        var rest = rect
        let words = ink.words
        var about: [String] = [area.code]
        if let parent = area.parent.flatMap({ ink.catalogue.area($0) }) { about.append("\(words.parent) \(parent.name[ink.language])") }
        if !area.formerNames.isEmpty { about.append("\(words.formerNames) \(area.formerNames.joined(separator: ", "))") }
        ink.put(about.joined(separator: " \(ink.glyphs.separator) "), .quiet, in: &grid, rest.takeTop(1))
        if rest.rows >= 8 { _ = rest.takeTop(1) }
        let figures = ink.state.figures(ofArea: area.code)
        let rows = figures.compactMap { item -> [[TextRun]]? in
            guard case .figure(let indicator, let observation) = item else { return nil }
            return [
                [ink.run(ink.catalogue.topic(indicator.topic)?.shortTitle[ink.language] ?? "", .quiet)],
                [ink.run(indicator.name[ink.language], .text)], FigureRuns.value(observation, ink),
                FigureRuns.unit(observation, ink), FigureRuns.period(observation, ink),
            ]
        }
        let briefs = ink.catalogue.briefs.filter { $0.area == area.code }
        let table = rest.takeTop(min(rows.count, max(1, rest.rows)))
        if rows.isEmpty { ink.put(words.nothingReported, .quiet, in: &grid, rest.takeTop(1)) }
        TableView(
            columns: [
                TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 0),
                TableColumn(title: "", alignment: .leading, minimum: 6, weight: 1, gap: 1),
                TableColumn(title: "", alignment: .trailing, minimum: 3, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 1, gap: 2),
            ],
            rows: rows, selected: nil, top: 0, style: ink.tableStyle
        ).draw(in: &grid, table)
        guard !briefs.isEmpty, rest.rows >= 3 else { return }
        _ = rest.takeTop(1)
        ink.put(words.measures, .heading, in: &grid, rest.takeTop(1))
        TextPanel(ink: ink).draw(briefs.map { BriefText.line($0, ink) }, top: 0, in: &grid, rest)
    }
}
