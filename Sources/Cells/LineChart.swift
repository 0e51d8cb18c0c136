/// A position on the time axis of a chart, with or without a value.
public struct ChartPoint: Hashable, Sendable {
    /// The value; nil leaves a gap in the line.
    public var value: Double?
    /// The text of the value, drawn above or below the point if there is room.
    public var label: String
    /// Why there is no value, drawn in the gap if there is room.
    public var absence: String
    /// The text below the axis.
    public var name: String
    /// Whether the value is a forecast: it gets a hollow point and a dotted line.
    public var isForecast: Bool
    /// Whether the series has a break before this point: no line joins it to the point before.
    public var isBreak: Bool

    /// A point; without a value it is a gap.
    public init(
        value: Double?, label: String = "", absence: String = "", name: String = "", isForecast: Bool = false,
        isBreak: Bool = false
    ) {
        self.value = value
        self.label = label
        self.absence = absence
        self.name = name
        self.isForecast = isForecast
        self.isBreak = isBreak
    }
}

/// The styles of the parts of a chart.
public struct ChartStyle: Sendable {
    /// The axes; labels of ticks, names and absences (`quiet`); reported points and their line; labels of points; the
    /// target and its words; forecast points, their line and labels.
    public var axis, quiet, line, label, target, forecast: Style

    /// One style for each part.
    public init(axis: Style, quiet: Style, line: Style, label: Style, target: Style, forecast: Style) {
        self.axis = axis
        self.quiet = quiet
        self.line = line
        self.label = label
        self.target = target
        self.forecast = forecast
    }
}

/// Values over time: a line between neighbouring values, points and labels where there is room, gaps for missing
/// values.
public struct LineChart: Sendable {
    /// The points from left to right, at equal distances.
    public var points: [ChartPoint]
    /// The vertical axis. It must enclose the values and the target.
    public var scale: AxisScale
    /// The text of each tick of the scale, in the same order.
    public var tickLabels: [String]
    /// A horizontal line at a value, with its text.
    public var target: (value: Double, label: String)?
    /// The styles of its parts.
    public var style: ChartStyle
    /// The glyph set for the dots and the axes.
    public var glyphs: Glyphs

    /// A chart; `draw` decides what fits.
    public init(
        points: [ChartPoint], scale: AxisScale, tickLabels: [String], target: (value: Double, label: String)?,
        style: ChartStyle, glyphs: Glyphs
    ) {
        self.points = points
        self.scale = scale
        self.tickLabels = tickLabels
        self.target = target
        self.style = style
        self.glyphs = glyphs
    }

    /// The smallest size in which a chart is drawn.
    public static let smallest = Size(columns: 24, rows: 5)

    /// The part of the rectangle for the values: right of the tick labels and the axis, above the axis and the names.
    /// Rows at the top are left free so that all ticks are the same number of rows apart.
    public func plot(in rect: Rect) -> Rect {
        let left = (tickLabels.map(DisplayWidth.of).max() ?? 0) + 2
        let room = rect.rows - 2, steps = max(1, scale.ticks.count - 1)
        let rows = room > steps ? (room - 1) / steps * steps + 1 : room
        return Rect(
            column: rect.column + left, row: rect.row + room - rows, columns: rect.columns - left, rows: rows)
    }

    /// The dot column of a point, from the left edge of a plot that is `width` dots wide.
    public func dotColumn(of index: Int, width: Int) -> Int {
        guard !points.isEmpty else { return 0 }
        return (2 * index + 1) * width / (2 * points.count)
    }

    /// The dot row of a value, from the upper edge of a plot that is `height` dots high.
    public func dotRow(of value: Double, height: Int) -> Int {
        let span = scale.high - scale.low
        guard span > 0, height > 1 else { return 0 }
        return Int(((scale.high - value) / span * Double(height - 1)).rounded())
    }

    /// Draws the chart; nothing if the rectangle is smaller than `smallest`, the plot has fewer than 8 columns, or
    /// there is no point.
    public func draw(in grid: inout CellGrid, _ rect: Rect) {
        guard rect.columns >= Self.smallest.columns, rect.rows >= Self.smallest.rows, !points.isEmpty else { return }
        let plot = plot(in: rect)
        guard plot.columns >= 8 else { return }
        drawAxes(in: &grid, rect, plot)
        var canvas = DotCanvas(columns: plot.columns, rows: plot.rows, glyphs: glyphs)
        let origin = Point(column: plot.column, row: plot.row)
        var taken = Array(repeating: [Range<Int>](), count: plot.rows)
        let targetRow = target.flatMap { drawTarget($0.value, in: &grid, plot, canvas.height, canvas.down) }
        var forecast = canvas
        for index in points.indices {
            guard let value = points[index].value else { continue }
            let dot = (x: dotColumn(of: index, width: canvas.width), y: dotRow(of: value, height: canvas.height))
            if points[index].isForecast { forecast.set(dot.x, dot.y) } else { canvas.set(dot.x, dot.y) }
            guard index > 0, let before = points[index - 1].value, !points[index].isBreak else { continue }
            let start = (x: dotColumn(of: index - 1, width: canvas.width), y: dotRow(of: before, height: canvas.height))
            if points[index].isForecast || points[index - 1].isForecast {
                forecast.line(from: start, to: dot, every: 3)
            } else {
                canvas.line(from: start, to: dot)
            }
        }
        forecast.draw(in: &grid, at: origin, style: style.forecast, within: plot)
        canvas.draw(in: &grid, at: origin, style: style.line, within: plot)
        if let target, let targetRow { label(target.label, ofRow: targetRow, in: &grid, plot, &taken) }
        drawPoints(in: &grid, plot, canvas, &taken)
        drawNames(in: &grid, rect, plot)
    }

    // MARK: Parts

    private func drawAxes(in grid: inout CellGrid, _ rect: Rect, _ plot: Rect) {
        let axisColumn = plot.column - 1, axisRow = plot.bottom
        for row in plot.row..<plot.bottom {
            grid.put(glyphs.vertical, at: Point(column: axisColumn, row: row), style: style.axis, within: rect)
        }
        let bottom = String(repeating: glyphs.horizontal, count: plot.columns)
        grid.put(
            glyphs.axisCorner + bottom, at: Point(column: axisColumn, row: axisRow), style: style.axis, within: rect)
        let down = glyphs.name == .braille ? 4 : 2
        var last = Int.max
        for (tick, label) in zip(scale.ticks, tickLabels).reversed() {
            let row = plot.row + dotRow(of: tick, height: plot.rows * down) / down
            // Two labels in one row would overwrite each other.
            guard row != last, row < plot.bottom else { continue }
            last = row
            grid.put(glyphs.axisTick, at: Point(column: axisColumn, row: row), style: style.axis, within: rect)
            grid.put(
                label, at: Point(column: axisColumn - 1 - DisplayWidth.of(label), row: row), style: style.quiet,
                within: rect)
        }
    }

    /// Draws the line of the target. Returns its row in the plot; nil where the scale does not reach it.
    private func drawTarget(
        _ value: Double, in grid: inout CellGrid, _ plot: Rect, _ height: Int, _ down: Int
    ) -> Int? {
        guard value >= scale.low, value <= scale.high else { return nil }
        let row = dotRow(of: value, height: height) / down
        for column in stride(from: 0, to: plot.columns, by: 1) where column % 3 != 2 {
            grid.put(
                glyphs.dashed, at: Point(column: plot.column + column, row: plot.row + row), style: style.target,
                within: plot)
        }
        return row
    }

    /// Writes the words of the target above its line or below it, where the series leaves enough blanks side by side.
    /// The series is drawn first, so that it cannot overwrite a digit of these words.
    private func label(
        _ text: String, ofRow row: Int, in grid: inout CellGrid, _ plot: Rect, _ taken: inout [[Range<Int>]]
    ) {
        let width = DisplayWidth.of(text)
        guard width > 0, width + 1 <= plot.columns else { return }
        for near in [row - 1, row + 1] where near >= 0 && near < plot.rows {
            let free = (0..<plot.columns).map { grid.isBlank(Point(column: plot.column + $0, row: plot.row + near)) }
            // A blank on either side parts the words from the line of the series.
            let start = (1...plot.columns - width).first { start in
                (start - 1..<min(plot.columns, start + width + 1)).allSatisfy { free[$0] }
            }
            guard let start else { continue }
            grid.put(
                text, at: Point(column: plot.column + start, row: plot.row + near), style: style.target, within: plot)
            taken[near].append(start - 1..<start + width + 1)
            return
        }
    }

    /// Draws points, labels and absences, the newest first, so that its label is the last to be left out.
    private func drawPoints(in grid: inout CellGrid, _ plot: Rect, _ canvas: DotCanvas, _ taken: inout [[Range<Int>]]) {
        let slot = plot.columns / max(1, points.count)
        let showsMarks = slot >= 3
        for index in points.indices.reversed() {
            let column = dotColumn(of: index, width: canvas.width) / canvas.across
            let point = points[index]
            guard let value = point.value else {
                put(
                    point.absence, around: column, row: max(0, plot.rows - 2), style.quiet, slot: slot, in: &grid, plot,
                    &taken)
                continue
            }
            let row = dotRow(of: value, height: canvas.height) / canvas.down
            let isLone =
                (index == 0 || points[index - 1].value == nil)
                && (index == points.count - 1 || points[index + 1].value == nil)
            if showsMarks || isLone {
                let mark = point.isForecast ? glyphs.pointHollow : glyphs.point
                grid.put(
                    mark, at: Point(column: plot.column + column, row: plot.row + row),
                    style: point.isForecast ? style.forecast : style.line, within: plot)
            }
            let isLast = index == points.indices.last { points[$0].value != nil }
            let labelStyle = point.isForecast ? style.forecast : style.label
            if row > 0,
                put(
                    point.label, around: column, row: row - 1, labelStyle, slot: isLast ? plot.columns : slot,
                    in: &grid, plot, &taken)
            {
                continue
            }
            if row + 1 < plot.rows {
                put(
                    point.label, around: column, row: row + 1, labelStyle, slot: isLast ? plot.columns : slot,
                    in: &grid, plot, &taken)
            }
        }
    }

    /// Writes a text centred on a column if it fits and covers nothing. Returns whether it was written.
    @discardableResult
    private func put(
        _ text: String, around column: Int, row: Int, _ style: Style, slot: Int, in grid: inout CellGrid, _ plot: Rect,
        _ taken: inout [[Range<Int>]]
    ) -> Bool {
        let width = DisplayWidth.of(text)
        guard width > 0, width < slot, width <= plot.columns else { return false }
        let start = min(max(0, column - width / 2), plot.columns - width)
        let range = start - 1..<start + width + 1
        guard !taken[row].contains(where: { $0.overlaps(range) }) else { return false }
        let isFree = (start..<start + width).allSatisfy {
            grid.isBlank(Point(column: plot.column + $0, row: plot.row + row))
        }
        guard isFree else { return false }
        grid.put(text, at: Point(column: plot.column + start, row: plot.row + row), style: style, within: plot)
        taken[row].append(range)
        return true
    }

    /// Draws names below the axis at equal distances, as many as there is room for.
    private func drawNames(in grid: inout CellGrid, _ rect: Rect, _ plot: Rect) {
        let widest = points.map { DisplayWidth.of($0.name) }.max() ?? 0
        guard widest > 0 else { return }
        let slots = max(1, plot.columns / (widest + 2))
        let every = max(1, (points.count + slots - 1) / slots)
        let width = plot.columns * (glyphs.name == .braille ? 2 : 1), across = glyphs.name == .braille ? 2 : 1
        // Counted from the newest, so that it always has its name.
        var free = Int.max
        for index in stride(from: points.count - 1, through: 0, by: -every) {
            let name = points[index].name, size = DisplayWidth.of(name)
            let middle = dotColumn(of: index, width: width) / across
            let start = min(max(0, middle - size / 2), plot.columns - size)
            guard start + size < free || free == Int.max, start >= 0 else { continue }
            grid.put(
                name, at: Point(column: plot.column + start, row: plot.bottom + 1), style: style.quiet, within: rect)
            free = start
        }
    }
}
