import Cells
import Indicators
import Reports
import Wording

/// The positions of the list of areas and of the reports of the selected one.
struct DistrictsLayout {
    var areas: Rect
    var preview: Rect?
    var areasBox: Rect?
    var previewBox: Rect?
    var mapBox: Rect?

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

    /// Takes room for a map from the top of the preview, where the map fits and leaves rows for the reports.
    ///
    /// - Parameter legend: the rows below the map that its legend takes.
    mutating func takeMap(_ view: MapView, legend: Int) -> Rect? {
        guard let preview, preview.rows >= view.size().rows + legend + 5 else { return nil }
        var rest = preview
        let scale = rest.rows >= view.size().rows * 3 + legend ? 2 : 1
        let map = rest.takeTop(view.size().rows * scale)
        guard view.fits(map) else { return nil }
        _ = rest.takeTop(1 + legend)
        if let box = previewBox {
            // The box around the map ends above the box around the reports.
            previewBox = Rect(column: box.column, row: rest.row, columns: box.columns, rows: box.bottom - rest.row)
            mapBox = Rect(column: box.column, row: box.row, columns: box.columns, rows: map.rows + legend + 2)
            rest = previewBox?.inset(columns: 2, rows: 1) ?? rest
        }
        self.preview = rest
        return map
    }
}

/// The areas below the whole, and what each itself reports; nothing is ranked.
struct DistrictsScreen: ScreenContent {
    let ink: Ink
    var context: KeyContext { .districts }
    var name: String? { words.districts }
    var fileName: String { "districts" }
    var nearest: Screen? { state.districts.isEmpty ? nil : .districts }
    var items: [Item] { state.districts.map(Item.area) }
    var count: Int { state.districts.count }
    var sideways: Sideways { .tabs }
    var list: ListGeometry? { ListGeometry(count: count, visible: DistrictsLayout(body: body).visibleAreas) }
    var copied: CopiedItem? { selected.flatMap(CopiedContents(ink: ink).item) }
    var copiedTable: [CopiedItem] { state.districts.flatMap { state.content(of: .area($0.code)).copiedTable } }
    var sources: [String] {
        state.districts.flatMap { area in
            state.figures(ofArea: area.code).flatMap(PaperSources(ink: ink).codes)
                + catalogue.briefs.filter { $0.area == area.code }.map(\.source)
        }
    }

    /// The list of areas and the map. Each stretch of one area in a row of the map is a target, cell by cell as drawn.
    var targets: [ClickMap.Target] {
        var layout = DistrictsLayout(body: body)
        var targets = rowTargets(
            layout.areas, count: count, top: visit.top, opensAtOnce: layout.preview == nil)
        guard let map = catalogue.map else { return targets }
        let classes = MapClasses(state), view = MapView(ink: ink, map: map, selected: nil, classes: classes)
        guard let rect = layout.takeMap(view, legend: legend(classes, layout).count) else { return targets }
        for row in rect.row..<rect.bottom {
            var column = rect.column
            while column < rect.right {
                let area = view.area(at: Point(column: column, row: row), in: rect)
                var end = column + 1
                while end < rect.right, view.area(at: Point(column: end, row: row), in: rect) == area { end += 1 }
                if let area, let index = state.districts.firstIndex(where: { $0.code == area }) {
                    let stretch = Rect(column: column, row: row, columns: end - column, rows: 1)
                    targets.append(ClickMap.Target(rect: stretch, action: .choose(index, opens: false)))
                }
                column = end
            }
        }
        return targets
    }

    /// Whether there is room for the map.
    var showsMap: Bool {
        guard let map = catalogue.map else { return false }
        var layout = DistrictsLayout(body: body)
        let classes = MapClasses(state), view = MapView(ink: ink, map: map, selected: nil, classes: classes)
        return layout.takeMap(view, legend: legend(classes, layout).count) != nil
    }

    /// The legend of the map, as wide as the room beside the list.
    private func legend(_ classes: MapClasses?, _ layout: DistrictsLayout) -> [StyledLine] {
        guard let classes, let preview = layout.preview else { return [] }
        return classes.legend(ink, columns: preview.columns)
    }

    func draw(in grid: inout CellGrid) {
        let state = ink.state
        var layout = DistrictsLayout(body: Frame(size: state.size).body)
        let areas = state.districts
        if let box = layout.areasBox {
            _ = ink.panel(words.districts, "\(areas.count)", in: &grid, box, isFocused: true)
        }
        let bad = catalogue.facts().badCounts
        let rows = areas.map { area -> [[TextRun]] in
            let count = state.figureCount(ofArea: area.code)
            let badCount = bad[area.code].map { "\(ink.signs.bad) \($0)" } ?? ""
            let below = area.parent != ink.catalogue.rootArea.code
            return [
                [
                    ink.run(
                        ink.catalogue.map?.letter(of: area.code).map { "\($0) " }
                            ?? (ink.catalogue.map == nil ? "" : "  "), .quiet),
                    ink.run(
                        (below ? "  " : "") + (layout.areas.columns < 28 ? area.shortName : area.name)[ink.language],
                        below ? .text : .title),
                ],
                [ink.run(badCount, .bad)], [ink.run("\(count)", .value)], [ink.run(words.items(count), .quiet)],
            ]
        }
        // A name is whole before the word of the counts has room.
        let names = rows.map { $0[0].width }.max() ?? 0
        TableView(
            columns: [
                TableColumn(
                    title: "", alignment: .leading, minimum: max(6, min(names, layout.areas.columns - 5)), weight: 1),
                TableColumn(title: "", alignment: .trailing, minimum: 1, gap: 1),
                TableColumn(title: "", alignment: .trailing, minimum: 1, dropOrder: 1, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 2, dropOrder: 0, gap: 1),
            ],
            rows: rows, selected: state.session.current.selection, top: state.session.current.top, style: ink.tableStyle
        ).draw(in: &grid, layout.areas)
        guard case .area(let selected)? = selected else { return }
        var shown = areas
        if let map = ink.catalogue.map {
            let classes = MapClasses(state), legend = legend(classes, layout)
            let view = MapView(ink: ink, map: map, selected: selected.code, classes: classes)
            if let rect = layout.takeMap(view, legend: legend.count) {
                if let box = layout.mapBox {
                    let title = classes.map { "\(words.pictures.map) \(ink.signs.separator) \($0.title(ink))" }
                    let number = classes.flatMap { $0.count > 1 ? "\($0.number)/\($0.count)" : nil }
                    let aside = [number, words.pictures.notToScale].compactMap { $0 }
                        .joined(separator: " \(ink.signs.separator) ")
                    _ = ink.panel(title ?? words.pictures.map, aside, in: &grid, box)
                }
                view.draw(in: &grid, rect)
                let below = Rect(column: rect.column, row: rect.bottom, columns: rect.columns, rows: legend.count)
                TextPanel(ink: ink).draw(TextLines(legend), top: 0, in: &grid, below)
                if !state.isOnPaper { shown = [selected] }
            }
        }
        guard let preview = layout.preview else { return }
        if let box = layout.previewBox { _ = ink.panel(words.reported, ownReports, in: &grid, box) }
        drawReports(shown, selected, in: &grid, preview)
    }

    /// That each area reports its own figures, where they do.
    private var ownReports: String {
        Scope(catalogue: catalogue).eachReportsItsOwn ? words.eachReportsItsOwn : ""
    }

    /// The reports of every area one after another; beginning with the selected area where they do not all fit.
    private func drawReports(_ areas: [Area], _ selected: Area, in grid: inout CellGrid, _ rect: Rect) {
        var columns = [
            TableColumn(title: "", alignment: .leading, minimum: 6, weight: 1),
            TableColumn(title: "", alignment: .trailing, minimum: 3, gap: 1, isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
            TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 1, gap: 2),
            TableColumn(title: "", alignment: .leading, minimum: 1, gap: 2),
        ]
        let showsTopics = rect.columns >= 60
        if showsTopics {
            columns[0].gap = 2
            columns.insert(TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 0), at: 0)
        }
        let reports = areas.map {
            Report(
                area: $0,
                rows: rows(
                    of: $0, withTopic: showsTopics, isNarrow: rect.columns < 100, unitsFollow: rect.columns < 60))
        }
        let all = TableView(
            columns: columns, rows: reports.flatMap(\.rows), selected: nil, top: 0, style: ink.tableStyle)
        let widths = all.widths(in: rect.columns)
        let needed =
            reports.reduce(0) { $0 + 2 + max(1, $1.rows.count) + $1.briefs(ink, columns: rect.columns).count } - 1
        let first = needed <= rect.rows ? 0 : areas.firstIndex { $0.code == selected.code } ?? 0
        var rest = rect
        let shown = reports.dropFirst(first)
        for report in shown where !rest.isEmpty {
            let isSelected = report.area.code == selected.code
            var runs = [ink.run(report.area.name[ink.language], isSelected ? .focus : .title)]
            runs.append(ink.run("  " + about(report.area), .quiet))
            let head = rest.takeTop(1)
            ink.draw(
                ink.fitting(runs, head.columns), in: &grid, at: Point(column: head.column, row: head.row), within: head)
            TableView(columns: columns, rows: report.rows, selected: nil, top: 0, style: ink.tableStyle)
                .draw(in: &grid, rest.takeTop(report.rows.count), widths: widths)
            if report.rows.isEmpty { ink.put(words.nothingReported, .quiet, in: &grid, rest.takeTop(1)) }
            let briefs = report.briefs(ink, columns: rect.columns)
            TextPanel(ink: ink).draw(briefs, top: 0, in: &grid, rest.takeTop(briefs.count))
            _ = rest.takeTop(1)
        }
        let edge = rect.right - 1
        if first > 0 {
            grid.put(ink.glyphs.moreAbove, at: Point(column: edge, row: rect.row), style: ink.theme[.accent])
        }
        if shown.reduce(0, { $0 + 2 + max(1, $1.rows.count) + $1.briefs(ink, columns: rect.columns).count }) - 1
            > rect.rows
        {
            grid.put(ink.glyphs.moreBelow, at: Point(column: edge, row: rect.bottom - 1), style: ink.theme[.accent])
        }
    }

    /// An area with what it reports.
    private struct Report {
        let area: Area
        let rows: [[[TextRun]]]

        func briefs(_ ink: Ink, columns: Int) -> [StyledLine] {
            ink.catalogue.briefs.filter { $0.area == area.code }.map {
                [ink.run(" ", .quiet)] + ink.brief($0, columns: columns - 1)
            }
        }
    }

    /// - Parameter unitsFollow: whether units stand behind their values, which leaves more room for names.
    private func rows(of area: Area, withTopic: Bool, isNarrow: Bool, unitsFollow: Bool) -> [[[TextRun]]] {
        ink.state.figures(ofArea: area.code).compactMap { item in
            guard case .figure(let indicator, let observation) = item else { return nil }
            var row = [
                [ink.run((isNarrow ? indicator.shortName : indicator.name)[ink.language], .text)],
                unitsFollow ? FigureRuns.figure(observation, ink) : FigureRuns.value(observation, ink),
                unitsFollow ? [] : FigureRuns.unit(observation, ink),
            ]
            // On a narrow screen few figures say how they stand, so a column of its own would cost more than it shows.
            let period = FigureRuns.period(observation, ink)
            let standing = standing(indicator, observation, isNarrow: isNarrow)
            let pause = standing.isEmpty ? [] : [ink.run("  ", .text)]
            row += isNarrow ? [period + pause + standing] : [period, standing]
            if withTopic {
                let topic = ink.catalogue.topic(indicator.topic)?.shortTitle[ink.language] ?? ""
                row.insert([ink.run(topic, .quiet)], at: 0)
            }
            return row
        }
    }

    /// The judgement of a figure; nothing where it is not judged. Where there is little room only what is bad is said.
    private func standing(_ indicator: Indicator, _ observation: Observation?, isNarrow: Bool) -> [TextRun] {
        let judgement = ink.wording.judgement(of: indicator, observation)
        guard judgement.isJudged, !isNarrow || judgement.light == .bad else { return [] }
        return [ink.run(JudgementText.phrase(judgement, ink.wording, short: true))]
    }

    /// The area it belongs to, former names.
    private func about(_ area: Area) -> String {
        var parts: [String] = []
        if let parent = area.parent.flatMap({ ink.catalogue.area($0) }) {
            parts.append("\(words.parent) \(parent.name[ink.language])")
        }
        if !area.formerNames.isEmpty {
            parts.append("\(words.formerNames) \(area.formerNames.joined(separator: words.listSeparator))")
        }
        return parts.joined(separator: " \(ink.signs.separator) ")
    }
}
