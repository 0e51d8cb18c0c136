import Cells
import Indicators
import Wording

/// The districts on the overview, each with the first figures that it reports itself. They are never ranked.
struct DistrictsTile {
    let ink: Ink
    let number: Int
    private static let mostPerArea = 4

    func draw(in grid: inout CellGrid, _ rect: Rect, isSelected: Bool) {
        let areas = ink.state.districts
        let leading = areas.map { ink.state.leadingFigures(ofArea: $0.code, most: Self.mostPerArea) }
        if let (indicator, lines) = ranking(areas, leading.map(\.first), columns: rect.columns - 6) {
            drawRanking(indicator, lines, in: &grid, rect, isSelected: isSelected)
            return
        }
        let isOwn = rect.columns >= 60 && Scope(catalogue: ink.catalogue).eachReportsItsOwn
        var inner = ink.panel(
            "\(number) \(ink.words.districts)", isOwn ? ink.words.eachReportsItsOwn : "", in: &grid, rect,
            isSelected: isSelected)
        guard !inner.isEmpty else { return }
        // How many indicators the whole and its areas have says nothing of a table that others made.
        if !ink.catalogue.package.isForeign {
            let last = inner.takeBottom(1)
            ink.put(summary(areas), .quiet, in: &grid, last)
        }
        let common = commonIndicator(leading)
        if let common { ink.put(common.name[ink.language], .text, in: &grid, inner.takeTop(1)) }
        if inner.rows > areas.count + 1 { _ = inner.takeTop(1) }
        let perArea = max(1, min(Self.mostPerArea, (inner.rows) / max(1, areas.count)))
        var rows: [[[TextRun]]] = []
        for (area, figures) in zip(areas, leading) {
            for index in 0..<perArea where index == 0 || index < figures.count {
                rows.append(
                    row(
                        area, index == 0, figures.indices.contains(index) ? figures[index] : nil, isNamed: common == nil
                    ))
            }
        }
        if rows.count < areas.count * perArea, rows.count > inner.rows { rows = Array(rows.prefix(inner.rows)) }
        TableView(
            columns: [
                TableColumn(title: "", alignment: .leading, minimum: 4),
                TableColumn(title: "", alignment: .leading, minimum: 8, weight: 1, gap: 2),
                TableColumn(title: "", alignment: .trailing, minimum: 4, gap: 1, isWhole: true),
                TableColumn(title: "", alignment: .leading, minimum: 2, gap: 1),
                TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 1, gap: 2),
            ],
            rows: rows, selected: nil, top: 0, style: ink.tableStyle
        ).draw(in: &grid, inner)
    }

    /// A common table, where every area has the same leading indicator and all report the same span of it.
    private func ranking(_ areas: [Area], _ leading: [Item?], columns: Int) -> (Indicator, [StyledLine])? {
        guard case .figure(let indicator, _)?? = leading.first, areas.count > 1,
            leading.allSatisfy({ if case .figure(let other, _)? = $0 { other.code == indicator.code } else { false } }),
            let lines = RankingLines(ink: ink, columns: columns).lines(
                indicator, ink.catalogue.headlineObservation(of: indicator.code))
        else { return nil }
        return (indicator, lines)
    }

    private func drawRanking(
        _ indicator: Indicator, _ lines: [StyledLine], in grid: inout CellGrid, _ rect: Rect, isSelected: Bool
    ) {
        let period =
            ink.catalogue.headlineObservation(of: indicator.code).map { PeriodText.short($0, ink.wording) } ?? ""
        var inner = ink.panel(
            "\(number) \(ink.words.districts)", rect.columns >= 44 ? ink.pictures.sameSpanByValue : "", in: &grid, rect,
            isSelected: isSelected)
        var heading = inner.takeTop(1)
        let side = heading.takeRight(DisplayWidth.of(period))
        ink.put(period, .quiet, in: &grid, side)
        ink.put(indicator.name[ink.language], .text, in: &grid, heading)
        if inner.rows > lines.count { _ = inner.takeTop(1) }
        TextPanel(ink: ink).draw(lines, top: 0, in: &grid, inner)
    }

    /// The indicator of all figures, where no area has another: it is named once above them.
    private func commonIndicator(_ figures: [[Item]]) -> Indicator? {
        let indicators = figures.joined().compactMap { item -> Indicator? in
            if case .figure(let indicator, _) = item { indicator } else { nil }
        }
        guard let first = indicators.first, indicators.allSatisfy({ $0.code == first.code }) else { return nil }
        return first
    }

    private func row(_ area: Area, _ isFirst: Bool, _ item: Item?, isNamed: Bool) -> [[TextRun]] {
        let name = [ink.run(isFirst ? area.shortName[ink.language] : "", .title)]
        guard case .figure(let indicator, let observation)? = item else {
            return [name, [ink.run(ink.words.nothingReported, .quiet)], [], [], []]
        }
        return [
            name, isNamed ? [ink.run(indicator.shortName[ink.language], .quiet)] : [],
            FigureRuns.value(observation, ink),
            FigureRuns.unit(observation, ink), FigureRuns.period(observation, ink),
        ]
    }

    /// How many indicators the whole reports, how many more, or how many of these, its districts report, and how many
    /// nobody: together all indicators.
    private func summary(_ areas: [Area]) -> String {
        let catalogue = ink.catalogue, root = catalogue.rootArea.code
        var isOfWhole = [Bool](repeating: false, count: catalogue.indicators.count), isOfAreas = isOfWhole
        for index in catalogue.indices(reportedBy: root) { isOfWhole[Int(index)] = true }
        for area in catalogue.areas where area.code != root {
            for index in catalogue.indices(reportedBy: area.code) { isOfAreas[Int(index)] = true }
        }
        let both = zip(isOfWhole, isOfAreas).count { $0 && $1 }, own = isOfAreas.count { $0 } - both
        let all = isOfWhole.count { $0 }
        return ink.words.indicatorCounts(all, own, both, catalogue.indicators.count - all - own)
    }
}
