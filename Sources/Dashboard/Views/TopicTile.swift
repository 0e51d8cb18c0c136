import Cells
import Indicators

/// A topic on the overview: its headline in large digits, what supports it, and as much more as there is room for.
struct TopicTile {
    let ink: Ink
    let topic: Topic
    let number: Int

    func draw(in grid: inout CellGrid, _ rect: Rect, isFocused: Bool) {
        let count = ink.state.shownIndicators(ofTopic: topic.code).count
        var inner = ink.panel(
            "\(number) \(topic.title[ink.language])", "\(count) \(ink.words.items)", in: &grid, rect, isFocused: isFocused)
        guard !inner.isEmpty else { return }
        let headline = ink.state.headline(of: topic)
        let indicator = headline?.indicator, observation = headline?.observation
        let rows = inner.rows
        drawName(indicator, observation, in: &grid, inner.takeTop(1))
        if rows >= 8 { _ = inner.takeTop(1) }
        drawHeadline(indicator, observation, in: &grid, inner.takeTop(rows >= 16 ? 6 : 3))
        if rows >= 9 { _ = inner.takeTop(1) }
        let status = inner.takeBottom(1)
        if let indicator, let observation { drawPicture(indicator, observation, in: &grid, &inner, status) }
        drawSupport(in: &grid, inner)
        if let indicator {
            let runs = JudgementText.runs(ink.judgement(of: indicator, observation), ink)
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
        guard let indicator, let observation else {
            ink.put(ink.missing, .quiet, in: &grid, Rect(column: rect.column, row: rect.row + rect.rows / 2, columns: rect.columns, rows: 1))
            return
        }
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

    /// The headline over time: a chart where the tile is tall, else a row of dots beside the status.
    private func drawPicture(_ indicator: Indicator, _ observation: Observation, in grid: inout CellGrid, _ inner: inout Rect, _ status: Rect) {
        guard indicator.direction != .zero, let trend = ink.catalogue.trend(through: observation), trend.known >= 3 else { return }
        if inner.rows >= supportLines.count + 10, inner.columns >= LineChart.smallest.columns + 8 || inner.rows >= 16 {
            let chart = TrendChart(ink: ink, indicator: indicator, trend: trend, target: ink.target(of: indicator, observation))
            var room = inner.takeBottom(min(16, inner.rows - min(supportLines.count + 1, inner.rows - 10)))
            ink.put(chart.title, .heading, in: &grid, room.takeTop(1))
            chart.chart(rows: room.rows).draw(in: &grid, room)
            return
        }
        guard let runs = ink.sparkline(observation, columns: 12), status.columns >= runs.width + 18 else { return }
        ink.draw(runs, in: &grid, at: Point(column: status.right - runs.width, row: status.row), within: status)
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
        let catalogue = ink.catalogue, area = ink.state.session.area
        var shown: Set<String> = [ink.state.headline(of: topic)?.indicator.code ?? topic.headline]
        var lines: [(String, [TextRun])] = []
        for code in topic.supports where area == nil {
            shown.insert(code)
            if let indicator = catalogue.indicator(code) { lines.append(line(indicator)) }
            if let brief = catalogue.brief(code) { lines.append(line(brief)) }
        }
        for indicator in ink.state.shownIndicators(ofTopic: topic.code) where !shown.contains(indicator.code) {
            if area != nil, ink.state.shownObservation(of: indicator.code) == nil { continue }
            lines.append(line(indicator))
        }
        for brief in catalogue.briefs(ofTopic: topic.code) where !shown.contains(brief.code) && (area == nil || brief.area == area) {
            lines.append(line(brief))
        }
        return lines
    }

    private func line(_ indicator: Indicator) -> (String, [TextRun]) {
        let observation = ink.state.shownObservation(of: indicator.code)
        var name = indicator.shortName[ink.language]
        if let area = ink.foreignArea(observation) { name += " \(ink.glyphs.separator) \(area)" }
        return (name, FigureRuns.inline(observation, ink))
    }

    private func line(_ brief: Brief) -> (String, [TextRun]) {
        (brief.title[ink.language], [BriefText.mark(brief, ink), ink.run(" " + brief.detail[ink.language], .text)])
    }
}
