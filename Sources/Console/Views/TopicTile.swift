import Cells
import Indicators
import Wording

/// A topic on the overview: its headline in large digits, its supporting figures, and as many others as fit.
struct TopicTile {
    let ink: Ink
    let topic: Topic
    let number: Int
    private let headline: (indicator: Indicator, observation: Observation?)?

    init(ink: Ink, topic: Topic, number: Int) {
        (self.ink, self.topic, self.number) = (ink, topic, number)
        headline = ink.state.headline(of: topic)
    }

    func draw(in grid: inout CellGrid, _ rect: Rect, isSelected: Bool) {
        let count = rows.indicatorCount
        var inner = ink.panel(
            "\(number) \(topic.title[ink.language])", "\(count) \(ink.words.items(count))", in: &grid, rect,
            isSelected: isSelected)
        guard !inner.isEmpty else { return }
        let indicator = headline?.indicator, observation = headline?.observation
        let rows = inner.rows
        let names = nameLines(indicator, observation, columns: inner.columns, most: rows >= 14 ? 2 : 1)
        drawName(names, observation, in: &grid, inner.takeTop(names.count))
        if rows >= 8 { _ = inner.takeTop(1) }
        // The row below the digits is blank, or has a unit that is too long to stand beside them.
        drawHeadline(indicator, observation, in: &grid, inner.takeTop(rows >= 16 ? 6 : rows >= 9 ? 4 : 3))
        if rows >= 16 { _ = inner.takeTop(1) }
        let lines = statusLines(indicator, observation, columns: inner.columns)
        let statuses = inner.takeBottom(min(lines.count, inner.rows))
        if let indicator, let observation, let last = lines.last, !statuses.isEmpty {
            let status = Rect(
                column: statuses.column, row: statuses.bottom - 1, columns: statuses.columns, rows: 1)
            if inner.columns >= Self.wide, supports(most: 1).count > 0, inner.rows >= 10 {
                // Values at the far edge are hard to follow: the chart stands to their left.
                var left = inner
                inner = left.takeRight(left.columns / 2)
                _ = left.takeRight(2)
                drawPicture(indicator, observation, in: &grid, &left, status, beside: last.width, supports: 0)
            } else {
                let count = supports(most: inner.rows).count
                drawPicture(indicator, observation, in: &grid, &inner, status, beside: last.width, supports: count)
            }
        }
        drawSupport(in: &grid, inner)
        for (row, line) in lines.prefix(statuses.rows).enumerated() {
            ink.draw(
                line, in: &grid, at: Point(column: statuses.column, row: statuses.row + row), within: statuses)
        }
    }

    /// From this width on the chart stands beside the supporting figures.
    private static let wide = 100

    /// The status of the headline, then by name whatever else is behind in the topic, which never gives way.
    private func statusLines(_ indicator: Indicator?, _ observation: Observation?, columns: Int) -> [StyledLine] {
        guard let indicator else { return [] }
        let judgement = ink.wording.judgement(of: indicator, observation)
        let bad = ink.badFigures(ofTopic: topic.code, besides: indicator.code)
        // An empty line keeps the row of a picture where nothing is judged.
        guard ink.catalogue.judgesAnything else { return [[]] }
        var parts = [[ink.run(JudgementText.phrase(judgement, ink.wording))]]
        parts += bad.map { [ink.run($0, .bad)] }
        parts += judgement.isJudged ? [] : otherLights
        var lines: [StyledLine] = []
        for part in parts {
            if let last = lines.last, last.width + 2 + part.width <= columns {
                lines[lines.count - 1] = last + [ink.run("  ", .quiet)] + part
            } else {
                lines.append(ink.fitting(part, columns))
            }
        }
        return lines
    }

    /// The name of the headline with its area, in one line where there is no room for more.
    private func nameLines(
        _ indicator: Indicator?, _ observation: Observation?, columns: Int, most: Int
    ) -> [String] {
        let room = columns - DisplayWidth.of(period(observation)) - 1
        var name = indicator?.name[ink.language] ?? ""
        if let indicator, DisplayWidth.of(name) > room { name = indicator.shortName[ink.language] }
        if let area = ink.wording.foreignArea(observation) { name += " \(ink.signs.separator) \(area)" }
        let lines = most > 1 ? TextLayout.wrap(name, to: max(2, room)) : [name]
        if lines.count <= most { return lines }
        return Array(lines.prefix(most - 1)) + [Array(lines.dropFirst(most - 1)).inOne(with: " ")]
    }

    private func period(_ observation: Observation?) -> String {
        observation.map { PeriodText.short($0, ink.wording) } ?? ""
    }

    private func drawName(_ lines: [String], _ observation: Observation?, in grid: inout CellGrid, _ rect: Rect) {
        var rest = rect
        let period = period(observation)
        let side = rest.takeRight(min(rest.columns, DisplayWidth.of(period)))
        ink.put(period, .quiet, in: &grid, side, .trailing)
        _ = rest.takeRight(1)
        for line in lines { ink.put(line, .text, in: &grid, rest.takeTop(1)) }
    }

    private func drawHeadline(
        _ indicator: Indicator?, _ observation: Observation?, in grid: inout CellGrid, _ rect: Rect
    ) {
        guard let indicator, let observation else {
            ink.put(
                indicator == nil && ink.state.session.area != nil ? ink.words.nothingReported : ink.wording.missing,
                .quiet, in: &grid,
                Rect(column: rect.column, row: rect.row + rect.rows / 2, columns: rect.columns, rows: 1))
            return
        }
        let used = LargeFigure(ink: ink).draw(observation, in: &grid, rect)
        var rect = rect
        let (change, label) = change(indicator, observation)
        let side = max(change.width, DisplayWidth.of(label))
        if rect.rows >= 3, side + used + 2 <= rect.columns {
            let slot = rect.takeRight(change.isEmpty ? 0 : side)
            for (row, runs) in [change, [ink.run(label, .quiet)]].enumerated() where !change.isEmpty {
                let line = Point(column: slot.right - runs.width, row: slot.row + (slot.rows - 1) / 2 + row)
                ink.draw(runs, in: &grid, at: line, within: slot)
            }
            if !change.isEmpty { _ = rect.takeRight(1) }
        }
        guard indicator.unit.isPercent, observation.qualifier == .exact, let value = observation.value else { return }
        var bar = rect
        _ = bar.takeLeft(used + 3)
        guard bar.columns >= 8 else { return }
        let runs = BlockBar.runs(
            fraction: value.doubleValue / 100, columns: bar.columns - 1, glyphs: ink.glyphs, filled: ink.theme[.bar],
            empty: ink.theme[.frame])
        let middle = Point(column: bar.column, row: bar.row + (bar.rows - 1) / 2)
        ink.draw(runs, in: &grid, at: middle, within: bar)
    }

    /// The change on the year with its label, in place of it that on the period before, or that the year before has no
    /// value; empty where there is nothing to compare with.
    private func change(_ indicator: Indicator, _ observation: Observation) -> ([TextRun], label: String) {
        let onYear = ink.judging.onYearShort
        switch ink.catalogue.changeOnYear(of: observation) {
        case .success(let change):
            return (ink.runs(ChangeText.phrases(change, indicator, ink.wording, short: true)), onYear)
        case .failure(let reason):
            if let phrases = OnPeriodText.phrases(observation, indicator, ink.wording, short: true) {
                return (ink.runs(phrases), OnPeriodText.label(observation, ink.wording))
            }
            guard case .absent(let status) = reason else { return ([], onYear) }
            return ([ink.run(ink.words.yearBefore + ink.words.absence(status), .quiet)], onYear)
        }
    }

    /// The headline over time: a chart in a tall tile, otherwise a row of dots beside the status.
    private func drawPicture(
        _ indicator: Indicator, _ observation: Observation, in grid: inout CellGrid, _ inner: inout Rect,
        _ status: Rect, beside used: Int, supports count: Int
    ) {
        guard indicator.direction != .zero, let trend = ink.catalogue.trend(through: observation), trend.known >= 3
        else { return }
        // Where nothing else is to be shown the chart may be small or fill the tile.
        let least = count == 0 ? LineChart.smallest.rows + 1 : 10, most = count == 0 ? 26 : 16
        if inner.rows >= count + least, inner.columns >= LineChart.smallest.columns + 8 || inner.rows >= 16 {
            let chart = TrendChart(
                ink: ink, indicator: indicator, trend: trend, target: ink.wording.target(of: indicator, observation))
            let above = count == 0 ? 0 : min(count + 1, inner.rows - least)
            var room = inner.takeBottom(min(most, inner.rows - above))
            ink.put(chart.title, .heading, in: &grid, room.takeTop(1))
            chart.chart(rows: room.rows).draw(in: &grid, room)
            return
        }
        guard let runs = ink.sparkline(observation, columns: 12), status.columns >= runs.width + used + 2 else {
            return
        }
        ink.draw(runs, in: &grid, at: Point(column: status.right - runs.width, row: status.row), within: status)
    }

    /// The two supporting rows, then the topic's other indicators, then its measures. A name is cut
    /// last, because the other cells mean nothing without it; an area is never cut.
    private func drawSupport(in grid: inout CellGrid, _ rect: Rect) {
        // A row whose name does not fit is left out here; the screen of the topic shows it.
        let all = supports(most: rect.rows * 2).map { line($0).fitting(rect.columns, ink) }
        for (row, line) in all.filter({ $0.namesItself(in: rect.columns) }).prefix(rect.rows).enumerated() {
            var slot = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
            let value = slot.takeRight(min(line.value.width, slot.columns))
            _ = slot.takeRight(1)
            ink.draw(
                ink.fitting(line.value, value.columns), in: &grid, at: Point(column: value.column, row: value.row),
                within: value)
            var aside = line.aside
            while aside.count > 1, DisplayWidth.of(joined(aside)) > slot.columns - 4 { aside.removeFirst() }
            let tail = joined(aside)
            let room = slot.columns - DisplayWidth.of(tail)
            let name =
                room >= 4
                ? TextLayout.truncate(line.name, to: room, sign: ink.glyphs.ellipsis) + tail
                : TextLayout.truncate(line.name, to: slot.columns, sign: ink.glyphs.ellipsis)
            ink.put(name, .quiet, in: &grid, slot)
        }
    }

    private func joined(_ aside: [String]) -> String { aside.map { " \(ink.signs.separator) \($0)" }.inOne() }

    /// A row below the headline: a name, area and period where they differ from those of the headline, and the value.
    private struct SupportLine {
        var name: String
        var aside: [String] = []
        var value: [TextRun]
        /// Whether it is a measure, whose state may be cut; a figure is always whole, its unit too.
        var isMeasure = false

        private var asideWidth: Int { aside.reduce(0) { $0 + 3 + DisplayWidth.of($1) } }

        /// Whether enough of the name stays to tell what the row is about.
        func namesItself(in columns: Int) -> Bool {
            columns - value.width - asideWidth - 1 >= min(6, DisplayWidth.of(name))
        }

        /// The line where the value leaves room for the whole name: a state is cut at its end.
        func fitting(_ columns: Int, _ ink: Ink) -> SupportLine {
            let room = columns - DisplayWidth.of(name) - asideWidth - 1
            guard isMeasure, value.width > room, room > 0 else { return self }
            var line = self
            line.value = ink.fitting(value, max(8, room))
            return line
        }
    }

    /// The subject of a row below the headline.
    private enum Support {
        case indicator(Indicator)
        case brief(Brief)
    }

    private var rows: FigureRows { ink.state.figureRows(of: .topic(topic.code)) }

    /// - Parameter most: the largest number of rows.
    private func supports(most: Int) -> [Support] {
        let catalogue = ink.catalogue, area = ink.state.session.area
        var shown = [headline?.indicator.code ?? topic.headline]
        var supports: [Support] = []
        for code in topic.supports where area == nil {
            shown.append(code)
            if let indicator = catalogue.indicator(code) { supports.append(.indicator(indicator)) }
            if let brief = catalogue.brief(code) { supports.append(.brief(brief)) }
        }
        let rows = rows
        for index in 0..<rows.indicatorCount {
            let indicator = rows.indicator(index)
            if supports.count >= most { break }
            if shown.contains(indicator.code) || area != nil && rows.observation(index) == nil { continue }
            supports.append(.indicator(indicator))
        }
        for brief in catalogue.briefs(ofTopic: topic.code)
        where !shown.contains(brief.code) && (area == nil || brief.area == area) {
            supports.append(.brief(brief))
        }
        return Array(supports.prefix(max(0, most)))
    }

    /// How many of the topic's other figures are on the good side and between; what is on the bad side is named.
    private var otherLights: [StyledLine] {
        let tally = rows.tally
        let counts = [(ink.signs.good, Role.good, tally.good), (ink.signs.middling, .middling, tally.between)]
        return counts.filter { $0.2 > 0 }.map { [ink.run("\($0.0) \($0.2)", $0.1)] }
    }

    private func line(_ support: Support) -> SupportLine {
        switch support {
        case .indicator(let indicator): line(indicator)
        case .brief(let brief): line(brief)
        }
    }

    private func line(_ indicator: Indicator) -> SupportLine {
        let observation = ink.state.shownObservation(of: indicator.code)
        var aside = [ink.wording.foreignArea(observation)].compactMap { $0 }
        if let observation {
            let period = PeriodText.short(observation, ink.wording)
            if period != headline?.observation.map({ PeriodText.short($0, ink.wording) }) { aside.append(period) }
        }
        return SupportLine(
            name: indicator.shortName[ink.language], aside: aside,
            value: FigureRuns.inline(observation, of: indicator, ink))
    }

    private func line(_ brief: Brief) -> SupportLine {
        SupportLine(
            name: brief.title[ink.language],
            value: [
                ink.run(BriefText.mark(brief, ink.signs), .quiet), ink.run(" " + brief.detail[ink.language], .text),
            ], isMeasure: true)
    }
}
