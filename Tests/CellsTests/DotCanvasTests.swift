import Testing

@testable import Cells

@Suite struct DotCanvasTests {
    private func lines(_ canvas: DotCanvas) -> [String] {
        (0..<canvas.rows).map { row in (0..<canvas.columns).map { canvas.text(column: $0, row: row) ?? " " }.joined() }
    }

    @Test func aDotInEachCornerOfBraille() {
        var canvas = DotCanvas(columns: 2, rows: 1, glyphs: .braille)
        canvas.set(0, 0)
        canvas.set(3, 3)
        #expect(lines(canvas) == ["⠁⢀"])
        canvas.set(1, 0)
        canvas.set(0, 3)
        #expect(lines(canvas) == ["⡉⢀"])
    }

    @Test func allDotsOfACell() {
        for (glyphs, full) in [(Glyphs.braille, "⣿"), (.block, "█"), (.ascii, ":")] {
            var canvas = DotCanvas(columns: 1, rows: 1, glyphs: glyphs)
            for y in 0..<canvas.height { for x in 0..<canvas.width { canvas.set(x, y) } }
            #expect(lines(canvas) == [full])
        }
    }

    @Test func halvesOfACell() {
        var upper = DotCanvas(columns: 2, rows: 1, glyphs: .block),
            ascii = DotCanvas(columns: 2, rows: 1, glyphs: .ascii)
        upper.set(0, 0)
        upper.set(1, 1)
        ascii.set(0, 0)
        ascii.set(1, 1)
        #expect(lines(upper) == ["▀▄"] && lines(ascii) == ["'."])
    }

    @Test func whatIsSetIsReadBack() {
        var canvas = DotCanvas(columns: 3, rows: 2, glyphs: .braille)
        canvas.line(from: (0, 7), to: (5, 2))
        for x in 0...5 { #expect(canvas.isSet(x, 7 - x)) }
        #expect(!canvas.isSet(0, 0) && !canvas.isSet(-1, 0) && !canvas.isSet(99, 99))
    }

    @Test func nothingOutsideIsSet() {
        var canvas = DotCanvas(columns: 1, rows: 1, glyphs: .braille)
        canvas.set(-1, 0)
        canvas.set(2, 0)
        canvas.line(from: (-5, -5), to: (9, 9))
        canvas.line(from: (0, 0), to: (1 << 40, 0))
        #expect(canvas.isSet(0, 0) && canvas.isSet(1, 1))
        let none = DotCanvas(columns: 0, rows: -3, glyphs: .ascii)
        #expect(none.width == 0 && none.height == 0)
    }
}

@Suite struct AxisScaleTests {
    @Test(
        arguments: [
            ([1.62, 2.4], 5, [1.6, 1.8, 2.0, 2.2, 2.4], 1), ([0, 100], 6, [0, 20, 40, 60, 80, 100], 0),
            ([7, 7], 3, [6, 7, 8], 0),
            ([16_200, 24_002], 4, [15_000, 20_000, 25_000], 0), ([0.031, 0.052], 5, [0.03, 0.04, 0.05, 0.06], 2),
            ([-3, 4], 5, [-4, -2, 0, 2, 4], 0),
        ] as [([Double], Int, [Double], Int)])
    func roundSteps(_ values: [Double], _ most: Int, _ ticks: [Double], _ decimals: Int) {
        let scale = AxisScale(values, most: most)
        #expect(scale.ticks == ticks && scale.decimals == decimals)
    }

    @Test func holdsAllValuesWithFewTicks() {
        for low in stride(from: -5_000.0, to: 5_000, by: 371) {
            for span in [0.001, 0.3, 1, 17, 940, 88_000, 3e9] {
                for most in 2...12 {
                    let scale = AxisScale([low, low + span], most: most)
                    #expect(scale.low <= low && low + span <= scale.high, "\(low) \(span) \(most)")
                    #expect(
                        scale.ticks.count >= 2 && scale.ticks.count <= max(3, most),
                        "\(low) \(span) \(most) \(scale.ticks)")
                }
            }
        }
    }

    @Test func oddValuesDoNoHarm() {
        for values in [[], [.nan], [.infinity, 1], [0], [1e300, -1e300], [.leastNonzeroMagnitude], [1e18, 1e18 + 1]]
            as [[Double]]
        {
            #expect(AxisScale(values, most: 5).ticks.count >= 2)
        }
        #expect(AxisScale([3, 9], most: 4, startsAtZero: true).low == 0)
    }
}

@Suite struct LineChartTests {
    private func chart(
        _ values: [Double?], _ glyphs: Glyphs = .ascii, target: (Double, String)? = nil, names: [String] = []
    ) -> LineChart {
        let plain = Style.plain
        let scale = AxisScale(values.compactMap { $0 } + [target?.0].compactMap { $0 }, most: 4)
        return LineChart(
            points: values.enumerated().map { index, value in
                ChartPoint(
                    value: value, label: value.map { String(Int($0)) } ?? "", absence: value == nil ? "none" : "",
                    name: names.indices.contains(index) ? names[index] : "")
            },
            scale: scale, tickLabels: scale.ticks.map { String(Int($0)) },
            target: target.map { (value: $0.0, label: $0.1) },
            style: ChartStyle(axis: plain, quiet: plain, line: plain, label: plain, target: plain, forecast: plain),
            glyphs: glyphs)
    }

    private func drawn(_ chart: LineChart, _ columns: Int, _ rows: Int) -> CellGrid {
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        chart.draw(in: &grid, Rect(grid.size))
        return grid
    }

    @Test func pointsGapsAndTarget() {
        let chart = chart([10, 20, nil, 40], target: (30, "goal"), names: ["a", "b", "c", "d"])
        #expect(
            drawn(chart, 40, 10).lines() == [
                "",
                "40 +                               *",
                "   | goal                         40",
                "30 +-- -- -- -- -- -- -- -- -- -- -- --",
                "   |            20",
                "20 +            .*",
                "   |   10   ..''        none",
                "10 +    *.''",
                "   +------------------------------------",
                "        a        b        c        d",
            ])
    }

    /// A part of the words would be another number: `goal 2` of `goal 24`.
    @Test func theWordsOfATargetAreWholeOrAbsent() {
        for glyphs in [Glyphs.braille, .block, .ascii] {
            for columns in 24...60 {
                for values in [[17.0, 19, 22, 21, 24], [78, 80, 82, 84, 86, 88.6], [24, 21, 24]] as [[Double]] {
                    for goal in [24.0, 90] {
                        let chart = chart(values, glyphs, target: (goal, "goal 1,024"))
                        let text = drawn(chart, columns, 8).lines()
                        let lines = text.filter { $0.contains("go") || $0.contains("oal") || $0.contains("1,0") }
                        #expect(lines.allSatisfy { $0.contains("goal 1,024") }, "\(text.joined(separator: "\n"))")
                    }
                }
            }
        }
    }

    /// The words move to where the series leaves room.
    @Test func theWordsOfATargetGiveWayToTheSeries() {
        let lines = drawn(chart([38, 36, 20, 12, 10, 10], target: (40, "goal")), 48, 10).lines()
        #expect(lines.contains { $0.contains("goal") })
    }

    @Test func everyPlottedPointIsItsValue() throws {
        for glyphs in [Glyphs.braille, .block, .ascii] {
            let values: [Double?] = [3, 17, 12, nil, 40, 39, 5, 22]
            let chart = chart(values, glyphs)
            let grid = drawn(chart, 90, 18), plot = chart.plot(in: Rect(grid.size))
            let canvas = DotCanvas(columns: plot.columns, rows: plot.rows, glyphs: glyphs)
            var found: [Int: Int] = [:]
            for row in plot.row..<plot.bottom {
                for column in plot.column..<plot.right
                where grid.text(at: Point(column: column, row: row)) == glyphs.point {
                    found[column - plot.column] = row - plot.row
                }
            }
            #expect(found.count == 7)
            let perRow = (chart.scale.high - chart.scale.low) / Double(plot.rows - 1)
            for (index, value) in values.enumerated() {
                let column = chart.dotColumn(of: index, width: canvas.width) / canvas.across
                guard let value else {
                    #expect(found[column] == nil)
                    continue
                }
                let row = try #require(found[column])
                let read = chart.scale.high - Double(row) * perRow
                #expect(abs(read - value) <= perRow, "\(glyphs.name) \(index): \(read) for \(value)")
            }
        }
    }

    /// An axis with unequal steps misleads the eye.
    @Test(arguments: [Glyphs.braille, .block, .ascii]) func ticksAreTheSameNumberOfRowsApart(_ glyphs: Glyphs) {
        for rows in 5...24 {
            for most in 2...max(2, (rows - 2) / 2) {
                var chart = chart([16.2, 17.1, 16.8, nil, 24.0], glyphs)
                chart.scale = AxisScale([16.2, 24.0], most: most)
                chart.tickLabels = chart.scale.ticks.map { "\(Int($0))" }
                let grid = drawn(chart, 60, rows)
                let found = (0..<rows).filter { row in
                    (0..<12).contains { grid.text(at: Point(column: $0, row: row)) == glyphs.axisTick }
                        && row < rows - 2
                }
                let steps = Set(zip(found, found.dropFirst()).map { $1 - $0 })
                #expect(steps.count <= 1 && found.count == chart.scale.ticks.count, "\(rows) \(most): \(found)")
            }
        }
    }

    @Test func noLineCrossesAGap() {
        let chart = chart([10, 10, nil, 10, 10], .braille)
        let grid = drawn(chart, 60, 8), plot = chart.plot(in: Rect(grid.size))
        let canvas = DotCanvas(columns: plot.columns, rows: plot.rows, glyphs: .braille)
        let from = chart.dotColumn(of: 1, width: canvas.width) / 2 + 1,
            to = chart.dotColumn(of: 3, width: canvas.width) / 2
        for column in from..<to {
            for row in 0..<plot.rows {
                let text = grid.text(at: Point(column: plot.column + column, row: row))
                #expect(
                    text.unicodeScalars.allSatisfy { !(0x2800...0x28FF).contains($0.value) }, "\(column) \(row) \(text)"
                )
            }
        }
    }

    @Test func nothingLeavesItsRoom() {
        for columns in 1...80 {
            for rows in [1, 4, 5, 6, 9, 20] {
                var grid = CellGrid(size: Size(columns: columns + 4, rows: rows + 4))
                let rect = Rect(column: 2, row: 2, columns: columns, rows: rows)
                chart([1, nil, 5, 4], .braille, target: (6, "目标 6"), names: ["2022", "2023", "2024", "2025"]).draw(
                    in: &grid, rect)
                for row in 0..<grid.size.rows {
                    for column in 0..<grid.size.columns where !rect.contains(Point(column: column, row: row)) {
                        #expect(grid.isBlank(Point(column: column, row: row)))
                    }
                }
            }
        }
    }
}

@Suite struct SmallPictureTests {
    @Test func sparklines() {
        #expect(Sparkline.text([1, 2, 3, 4], columns: 4, glyphs: .ascii) == ".::|")
        #expect(Sparkline.text([1, nil, 3], columns: 3, glyphs: .ascii) == ". |")
        #expect(Sparkline.text([0, 1, 2, 3], columns: 2, glyphs: .braille) == "▁▇", "the newest remain")
        #expect(Sparkline.text([0, 3, 6], columns: 8, glyphs: .block) == "▁▁▄▄▇▇  ", "two columns each at most")
        #expect(Sparkline.text([5, 5], columns: 4, glyphs: .block) == "▄▄▄▄", "equal values are of middle height")
        #expect(
            Sparkline.text([], columns: 3, glyphs: .braille) == "   "
                && Sparkline.text([1], columns: 0, glyphs: .braille) == "")
    }

    /// So that the rows of a list do not run into each other.
    @Test(arguments: [Glyphs.braille, .block]) func noSparklineReachesTheTopOfItsRow(_ glyphs: Glyphs) {
        let text = Sparkline.text((0..<40).map { Double($0 * 7 % 11) }, columns: 40, glyphs: glyphs)
        #expect(!text.contains("█") && text.unicodeScalars.allSatisfy { !(0x2800...0x28FF).contains($0.value) })
    }

    private func text(_ runs: [TextRun]) -> String { runs.map(\.text).joined() }

    @Test func progressWithItsMark() {
        func bar(_ fraction: Double, _ mark: Double?, _ columns: Int = 20) -> String {
            text(
                ProgressBar.runs(
                    fraction: fraction, mark: mark, columns: columns, glyphs: .ascii, filled: .plain, empty: .plain,
                    markStyle: .plain, isThin: true))
        }
        #expect(bar(0.5, 0.75) == "==========.....|....")
        #expect(bar(0.5, nil) == "==========..........")
        #expect(bar(2, 0.5) == "=====|==============", "more than all of it fills the bar, the mark keeps its place")
        #expect(bar(0, 1) == "...................|")
        for columns in 0...40 {
            for fraction in [0, 0.3, 1, 7, .nan, .infinity] { #expect(bar(fraction, 0.9, columns).count == columns) }
        }
    }

    @Test func ranges() {
        func bar(_ low: Double, _ high: Double, _ columns: Int = 12) -> String {
            text(RangeBar.runs(low: low, high: high, columns: columns, glyphs: .ascii, filled: .plain, empty: .plain))
        }
        #expect(bar(0.5, 0.75) == "......[=]...")
        #expect(bar(0, 1) == "[==========]" && bar(1, 1) == "..........[]")
        for columns in 3...30 { #expect(bar(0.4, 0.41, columns).count == columns) }
    }
}
