import Cells
import Testing

/// All the parts together, as a tile and a list of the overview would use them.
@Suite struct PictureTests {
    private func picture(_ glyphs: Glyphs) -> CellGrid {
        var grid = blankGrid(60, 17)
        var rest = Rect(grid.size)
        let tile = Box.draw(
            in: &grid, rest.takeTop(10), title: "1 就业", trailing: "15 项", glyphs: glyphs, frame: TestStyle.dim,
            titleStyle: TestStyle.bold,
            trailingStyle: TestStyle.dim
        ).inset(columns: 1, rows: 0)
        grid.put("城镇新增就业", at: Point(column: tile.column, row: tile.row), style: .plain)
        let figure = LargeDigits.draw(
            "24,002", at: Point(column: tile.column, row: tile.row + 2), in: &grid, height: .three, glyphs: glyphs,
            style: TestStyle.bold)
        grid.put("人", at: Point(column: tile.column + figure.columns + 1, row: tile.row + 4), style: TestStyle.dim)
        var column = tile.column
        for run in ThinBar.runs(
            fraction: 0.917, columns: 24, glyphs: glyphs, filled: TestStyle.bold, empty: TestStyle.dim)
        {
            column += grid.put(run.text, at: Point(column: column, row: tile.row + 6), style: run.style)
        }
        grid.put(
            "\(glyphs.name == .ascii ? "-" : "◇") 无目标·不评", at: Point(column: tile.column, row: tile.row + 7),
            style: TestStyle.dim)
        let columns = [
            TableColumn(title: "指标", alignment: .leading, minimum: 8, weight: 1),
            TableColumn(title: "数值", alignment: .trailing, minimum: 6, gap: 1),
            TableColumn(title: "单位", alignment: .leading, minimum: 2, gap: 1),
        ]
        let rows = [
            ["失业人员再就业", "18,409", "人"], ["带动就业", "20,352", "人"], ["创业担保贷款", "3.85", "亿元"], ["招聘活动", "210", "场"],
        ]
        sampleTable(columns, rows, selected: 1, glyphs: glyphs).draw(in: &grid, rest.takeTop(4))
        _ = rest.takeTop(1)
        let text = "今年1—11月，全市城镇新增就业24,002人，失业人员再就业18,409人，发放创业担保贷款3.85亿元（近500人受益）。"
        for (row, line) in TextLayout.wrap(text, to: 56).enumerated() {
            grid.put(line, at: Point(column: 2, row: rest.row + row), style: .plain, within: rest)
        }
        return grid
    }

    @Test func inBraille() {
        let grid = picture(.braille)
        #expect(grid.halvedPlaces.isEmpty)
        #expect(
            grid.lines() == [
                "╭─ 1 就业 ───────────────────────────────────────── 15 项 ─╮",
                "│ 城镇新增就业                                             │",
                "│                                                          │",
                "│ ▀▀█ █ █    █▀█ █▀█ ▀▀█                                   │",
                "│ █▀▀ ▀▀█    █ █ █ █ █▀▀                                   │",
                "│ ▀▀▀   ▀ ▄▀ ▀▀▀ ▀▀▀ ▀▀▀ 人                                │",
                "│                                                          │",
                "│ ━━━━━━━━━━━━━━━━━━━━━━──                                 │",
                "│ ◇ 无目标·不评                                            │",
                "╰──────────────────────────────────────────────────────────╯",
                " 指标                                             数值 单位",
                " 失业人员再就业                                 18,409 人",
                "▌带动就业                                       20,352 人",
                " 创业担保贷款                                     3.85 亿元▾",
                "",
                "  今年1—11月，全市城镇新增就业24,002人，失业人员再就业",
                "  18,409人，发放创业担保贷款3.85亿元（近500人受益）。",
            ])
    }

    @Test func inASCII() {
        #expect(
            picture(.ascii).lines() == [
                "+- 1 就业 ----------------------------------------- 15 项 -+",
                "| 城镇新增就业                                             |",
                "|                                                          |",
                "| \"\"# # #    #\"# #\"# \"\"#                                   |",
                "| #\"\" \"\"#    # # # # #\"\"                                   |",
                "| \"\"\"   \" _\" \"\"\" \"\"\" \"\"\" 人                                |",
                "|                                                          |",
                "| ======================..                                 |",
                "| - 无目标·不评                                            |",
                "+----------------------------------------------------------+",
                " 指标                                             数值 单位",
                " 失业人员再就业                                 18,409 人",
                ">带动就业                                       20,352 人",
                " 创业担保贷款                                     3.85 亿元v",
                "",
                "  今年1—11月，全市城镇新增就业24,002人，失业人员再就业",
                "  18,409人，发放创业担保贷款3.85亿元（近500人受益）。",
            ])
    }

    @Test func stylesOfAll() {
        let styles = picture(.braille).styleLines(TestStyle.letter)
        #expect(
            styles.prefix(10) == [
                "ddbbbbbbbbdddddddddddddddddddddddddddddddddddddddddddddddddd",
                "d..........................................................d",
                "d..........................................................d",
                "d.bbb.b.b....bbb.bbb.bbb...................................d",
                "d.bbb.bbb....b.b.b.b.bbb...................................d",
                "d.bbb...b.bb.bbb.bbb.bbb.dd................................d",
                "d..........................................................d",
                "d.bbbbbbbbbbbbbbbbbbbbbbdd.................................d",
                "d.ddddddddddddd............................................d",
                "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",
            ])
        #expect(styles[12] == "r" + String(repeating: "s", count: 59))
        #expect(styles[13].last == "b")
    }
}
