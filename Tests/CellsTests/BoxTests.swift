import Cells
import Testing

@Suite struct BoxTests {
    private func drawn(
        _ columns: Int, _ rows: Int, _ title: String, _ trailing: String = "", glyphs: Glyphs = .braille
    ) -> CellGrid {
        var grid = blankGrid(columns, rows)
        Box.draw(
            in: &grid, Rect(grid.size), title: title, trailing: trailing, glyphs: glyphs, frame: TestStyle.dim,
            titleStyle: TestStyle.bold,
            trailingStyle: TestStyle.red)
        return grid
    }

    @Test func asInTheMockUp() {
        let grid = drawn(38, 3, "1 就业", "15 项")
        #expect(
            grid.lines() == [
                "╭─ 1 就业 ─────────────────── 15 项 ─╮", "│                                    │",
                "╰────────────────────────────────────╯",
            ])
        #expect(
            grid.styleLines(TestStyle.letter) == [
                "ddbbbbbbbbdddddddddddddddddddrrrrrrrdd", "d....................................d",
                "dddddddddddddddddddddddddddddddddddddd",
            ])
    }

    @Test(arguments: [
        (20, "╭─ 就业 ─── 17 项 ─╮"), (18, "╭─ 就业 ─ 17 项 ─╮"), (17, "╭─ 就业 ────────╮"), (12, "╭─ 就业 ───╮"),
        (10, "╭─ 就业 ─╮"), (9, "╭─ 就… ─╮"),
    ])
    func theTrailingTextGivesWayFirstThenTheTitle(_ columns: Int, _ expected: String) {
        #expect(drawn(columns, 2, "就业", "17 项").lines()[0] == expected)
    }

    @Test(arguments: 2...40)
    func theEdgeIsAlwaysWhole(_ columns: Int) {
        for glyphs in [Glyphs.braille, .block, .ascii] {
            let grid = drawn(columns, 4, "城镇新增就业", "17 项", glyphs: glyphs)
            let top = grid.lines()[0]
            #expect(DisplayWidth.of(top) == columns)
            #expect(top.hasPrefix(glyphs.topLeft) && top.hasSuffix(glyphs.topRight))
            #expect(grid.lines()[3].hasPrefix(glyphs.bottomLeft) && grid.lines()[3].hasSuffix(glyphs.bottomRight))
            #expect(grid.halvedPlaces.isEmpty)
        }
    }

    @Test func withoutTitleTheEdgeIsPlain() {
        #expect(drawn(6, 2, "").lines() == ["╭────╮", "╰────╯"])
        #expect(drawn(6, 2, "", glyphs: .block).lines() == ["┌────┐", "└────┘"])
        #expect(drawn(6, 2, "", glyphs: .ascii).lines() == ["+----+", "+----+"])
    }

    @Test func aTitleOfASCIIGlyphsIsCutWithATilde() {
        #expect(drawn(9, 2, "就业", glyphs: .ascii).lines()[0] == "+- 就~ -+")
    }

    @Test(arguments: [(0, 5), (1, 5), (5, 0), (5, 1), (1, 1)])
    func tooSmallDrawsNothing(_ columns: Int, _ rows: Int) {
        var grid = blankGrid(8, 8)
        let rect = Rect(column: 1, row: 1, columns: columns, rows: rows)
        let inner = Box.draw(
            in: &grid, rect, title: "就业", glyphs: .braille, frame: .plain, titleStyle: .plain, trailingStyle: .plain)
        #expect(inner == rect && grid == blankGrid(8, 8))
    }

    @Test func returnsWhatIsInsideAndLeavesItAlone() {
        var grid = blankGrid(10, 5)
        for row in 0..<5 { grid.put("城城城城城", at: Point(column: 0, row: row), style: .plain) }
        let inner = Box.draw(
            in: &grid, Rect(column: 1, row: 1, columns: 8, rows: 3), title: "", glyphs: .braille, frame: .plain,
            titleStyle: .plain, trailingStyle: .plain)
        #expect(inner == Rect(column: 2, row: 2, columns: 6, rows: 1))
        #expect(grid.lines() == ["城城城城城", " ╭──────╮", " │城城城│", " ╰──────╯", "城城城城城"])
        #expect(grid.halvedPlaces.isEmpty)
    }
}
