import Cells
import Indicators
import Wording

/// The chart of an indicator over time with its description in words.
struct TrendChart {
    let ink: Ink
    let indicator: Indicator
    let trend: Trend
    /// The target that is drawn as a line, where it has the same kind of value.
    let target: Target?

    /// The magnitude that the numbers of the axis leave out: 万, 亿, million. The axis has one only where the figures at
    /// the points have it too.
    private var magnitude: (power: Int, word: String) {
        let values = trend.points.compactMap { $0.value?.low.doubleValue } + [promised].compactMap { $0 }
        let largest = values.map(abs).max() ?? 0
        let all: [(power: Int, least: Double, word: String)] =
            ink.language == .zh
            ? [(8, 1e8, "亿"), (4, 1e4, "万")] : [(9, 1e9, "billion"), (6, 1e6, "million")]
        let suffixes = trend.points.compactMap { parts($0)?.suffix }
        let found = all.first { one in largest >= one.least && suffixes.contains { $0.contains(one.word) } }
        return found.map { ($0.power, $0.word + (ink.language == .zh ? "" : " ")) } ?? (0, "")
    }

    private var promised: Double? { target?.qualifiedValue?.low.doubleValue }

    /// `走势 · 2022 — 2026（万人）`.
    var title: String {
        let years = trend.points.map { $0.period.start.year }
        let words = ink.pictures
        let name = trend.kind == .increments ? words.increments : ink.words.trend
        guard let first = years.first, let last = years.last else { return name }
        let unit = magnitude.word + (ink.language == .zh ? indicator.unit.name.zh : indicator.unit.name.en)
        let span = first == last ? "\(first)" : "\(first) \(ink.signs.dash) \(last)"
        return "\(name) \(ink.signs.separator) \(span)"
            + (unit.isEmpty ? "" : ink.language == .zh ? "（\(unit)）" : " (\(unit))")
    }

    /// The spans that are drawn, and which points are not joined and why.
    var caption: String {
        let words = ink.pictures
        var parts: [String] = []
        switch trend.kind {
        case .sameSpan:
            if let period = trend.points.last?.period {
                let span =
                    period.months == 12 ? words.wholeYears : PeriodText.span(of: period, ink.wording, withYear: false)
                parts.append(words.everyYear(span))
            }
        case .increments: parts.append(words.incrementsHow)
        case .series: break
        }
        let gaps = trend.points.filter { $0.value == nil }
        if gaps.count > 3 {
            parts.append(words.gaps(gaps.count))
        } else {
            parts += gaps.map { gap in
                let absence =
                    trend.kind == .increments
                    ? words.cannotCompute : gap.observation.map { ink.words.absence($0) } ?? ink.words.notOnRecord
                return words.notJoined(PeriodText.span(of: gap.period, ink.wording, withYear: true), absence)
            }
        }
        if trend.points.contains(where: \.isForecast) {
            parts.append("\(ink.glyphs.pointHollow) \(ink.words.statusForecast)")
        }
        if trend.points.contains(where: \.isBreak) { parts.append(ink.judging.breakBetween) }
        if trend.points.contains(where: { $0.value.map { $0.qualifier != .exact } ?? false }) {
            parts.append(words.holdsApproximate)
        }
        return parts.joined(separator: " \(ink.signs.separator) ")
    }

    /// The chart for a number of rows, axis and labels included.
    func chart(rows: Int) -> LineChart {
        let (power, _) = magnitude
        var factor = 1.0
        for _ in 0..<power { factor *= 10 }
        let values = trend.points.map { $0.value.map { $0.low.doubleValue / factor } }
        let goal = promised.map { $0 / factor }
        let scale = AxisScale(values.compactMap { $0 } + [goal].compactMap { $0 }, most: max(2, (rows - 2) / 2))
        let points = zip(trend.points, values).map { point, value in
            ChartPoint(
                value: value, label: label(point), absence: point.observation.map { ink.words.absence($0) } ?? "",
                name: name(point.period), isForecast: point.isForecast, isBreak: point.isBreak)
        }
        let style = ChartStyle(
            axis: ink.theme[.chartAxis], quiet: ink.theme[.quiet], line: ink.theme[.chartLine],
            label: ink.theme[.value],
            target: ink.theme[.chartTarget], forecast: ink.theme[.chartForecast])
        return LineChart(
            points: points, scale: scale, tickLabels: scale.ticks.map { tickLabel($0, decimals: scale.decimals) },
            target: goal.flatMap { goal in target.map { (goal, targetLabel($0)) } }, style: style, glyphs: ink.glyphs)
    }

    private func tickLabel(_ tick: Double, decimals: Int) -> String {
        var shift = 1.0
        for _ in 0..<decimals { shift *= 10 }
        guard abs(tick * shift) < 1e17 else { return "" }
        return FigureText.grouped(DecimalNumber(significand: Int64((tick * shift).rounded()), scale: decimals))
    }

    private func label(_ point: Trend.Point) -> String { parts(point)?.value ?? "" }

    private func parts(_ point: Trend.Point) -> FigureParts? {
        if let observation = point.observation { return ink.wording.parts(observation) }
        return point.value.flatMap { value in
            ComputedText.parts(
                value, decimals: value.low.isExact(to: 0) ? 0 : 1, unit: indicator.unit, language: ink.language)
        }
    }

    private func name(_ period: Period) -> String {
        trend.kind == .sameSpan || period.kind == .year
            ? "\(period.start.year)" : PeriodText.span(of: period, ink.wording, withYear: true)
    }

    private func targetLabel(_ target: Target) -> String {
        let parts = FigureText.parts(target, unit: indicator.unit, language: ink.language, raw: false)
        return "\(PeriodText.span(of: target.period, ink.wording, withYear: true)) \(ink.judging.target) \(parts.value)"
    }

    /// The chart as lines of text, for a panel that scrolls; empty where there is no room.
    func lines(columns: Int, rows: Int) -> [StyledLine] {
        guard columns >= LineChart.smallest.columns + 6, rows >= LineChart.smallest.rows else { return [] }
        var grid = CellGrid(size: Size(columns: columns, rows: rows), style: ink.theme[.background])
        let chart = chart(rows: rows)
        chart.draw(in: &grid, Rect(grid.size))
        // Rows above the axis would be blank.
        return (chart.plot(in: Rect(grid.size)).row..<rows).map { grid.runs(ofRow: $0) }
    }
}

/// A zero-goal over time: one sign for every period, a row for every year.
struct ZeroRecord {
    let ink: Ink
    let trend: Trend

    func lines() -> [StyledLine] {
        var years: [(year: Int, points: [Trend.Point])] = []
        for point in trend.points {
            if years.last?.year == point.period.start.year {
                years[years.count - 1].points.append(point)
            } else {
                years.append((point.period.start.year, [point]))
            }
        }
        return years.suffix(6).reversed().map { year, points in
            [ink.run("\(year)  ", .quiet)]
                + points.map { point in
                    guard let value = point.value else { return ink.run("\(ink.signs.separator) ", .quiet) }
                    return value.low.isZero
                        ? ink.run("\(ink.signs.good) ", .good) : ink.run("\(ink.signs.bad) ", .bad)
                }
        }
    }
}

extension Ink {
    /// A trend in one row; nil where fewer than three values are known. A zero-goal is one sign for each of its latest
    /// periods.
    func sparkline(_ observation: Observation?, columns: Int) -> [TextRun]? {
        guard let observation, let trend = catalogue.trend(through: observation), trend.known >= 3 else { return nil }
        if catalogue.indicator(observation.indicator)?.direction == .zero {
            return trend.points.suffix(columns).map { point in
                guard let value = point.value else { return run(signs.separator, .quiet) }
                return value.low.isZero ? run(signs.good, .good) : run(signs.bad, .bad)
            }
        }
        let values = trend.points.map { $0.isForecast ? nil : $0.value?.low.doubleValue }
        return [run(Sparkline.text(values, columns: columns, glyphs: glyphs), .chartLine)]
    }
}
