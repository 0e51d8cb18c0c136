import Cells
import Indicators

/// A topic on the overview: its headline in large digits, what supports it, and as much more as there is room for.
struct TopicTile {
    let ink: Ink
    let topic: Topic
    let number: Int

    func draw(in grid: inout CellGrid, _ rect: Rect, isFocused: Bool) {
        let count = ink.catalogue.indicators(ofTopic: topic.code).count
        var inner = ink.panel(
            "\(number) \(topic.title[ink.language])", "\(count) \(ink.words.items)", in: &grid, rect, isFocused: isFocused)
        guard !inner.isEmpty else { return }
        let indicator = ink.catalogue.indicator(topic.headline)
        let observation = indicator.flatMap { ink.catalogue.headlineObservation(of: $0.code) }
        let rows = inner.rows
        drawName(indicator, observation, in: &grid, inner.takeTop(1))
        if rows >= 8 { _ = inner.takeTop(1) }
        drawHeadline(indicator, observation, in: &grid, inner.takeTop(rows >= 16 ? 6 : 3))
        if rows >= 9 { _ = inner.takeTop(1) }
        let status = inner.takeBottom(1)
        drawSupport(in: &grid, inner)
        if let indicator {
            let runs = JudgementText.runs(ink.catalogue.judgement(of: indicator, observation), ink)
            ink.draw(runs, in: &grid, at: Point(column: status.column, row: status.row), within: status)
        }
    }

    private func drawName(_ indicator: Indicator?, _ observation: Observation?, in grid: inout CellGrid, _ rect: Rect) {
        var rest = rect
        let period = observation.map { PeriodText.short($0, ink) } ?? ""
        let side = rest.takeRight(min(rest.columns, DisplayWidth.of(period)))
        ink.put(period, .quiet, in: &grid, side, .trailing)
        _ = rest.takeRight(1)
        var name = indicator?.name[ink.language] ?? ""
        if let indicator, DisplayWidth.of(name) > rest.columns { name = indicator.shortName[ink.language] }
        if let area = ink.foreignArea(observation) { name += " \(ink.glyphs.separator) \(area)" }
        ink.put(name, .text, in: &grid, rest)
    }

    private func drawHeadline(
        _ indicator: Indicator?, _ observation: Observation?, in grid: inout CellGrid, _ rect: Rect
    ) {
        guard let indicator, let observation else { return }
        let used = LargeFigure(ink: ink).draw(observation, in: &grid, rect)
        guard indicator.unit.isPercent, observation.qualifier == .exact, let value = observation.value else { return }
        var bar = rect
        _ = bar.takeLeft(used + 3)
        guard bar.columns >= 8 else { return }
        let runs = BlockBar.runs(
            fraction: value.doubleValue / 100, columns: bar.columns - 1, glyphs: ink.glyphs, filled: ink.theme[.bar],
            empty: ink.theme[.frame])
        let middle = Point(column: bar.column, row: bar.row + bar.rows / 2)
        ink.draw(runs, in: &grid, at: middle, within: bar)
    }

    /// The two supporting rows, then the topic's other indicators, then its measures.
    private func drawSupport(in grid: inout CellGrid, _ rect: Rect) {
        for (row, line) in supportLines.prefix(rect.rows).enumerated() {
            var place = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
            let width = line.value.width
            let value = place.takeRight(min(width, place.columns))
            _ = place.takeRight(1)
            ink.draw(line.value, in: &grid, at: Point(column: value.column, row: value.row), within: value)
            ink.put(line.name, .quiet, in: &grid, place)
        }
    }

    private var supportLines: [(name: String, value: [TextRun])] {
        let catalogue = ink.catalogue
        var shown: Set<String> = [topic.headline]
        var lines: [(String, [TextRun])] = []
        for code in topic.supports {
            shown.insert(code)
            if let indicator = catalogue.indicator(code) { lines.append(line(indicator)) }
            if let brief = catalogue.brief(code) { lines.append(line(brief)) }
        }
        for indicator in catalogue.indicators(ofTopic: topic.code) where !shown.contains(indicator.code) {
            lines.append(line(indicator))
        }
        for brief in catalogue.briefs(ofTopic: topic.code) where !shown.contains(brief.code) { lines.append(line(brief)) }
        return lines
    }

    private func line(_ indicator: Indicator) -> (String, [TextRun]) {
        let observation = ink.catalogue.headlineObservation(of: indicator.code)
        var name = indicator.shortName[ink.language]
        if let area = ink.foreignArea(observation) { name += " \(ink.glyphs.separator) \(area)" }
        return (name, FigureRuns.inline(observation, ink))
    }

    private func line(_ brief: Brief) -> (String, [TextRun]) {
        (brief.title[ink.language], [BriefText.mark(brief, ink), ink.run(" " + brief.detail[ink.language], .text)])
    }
}
