import Cells
import TestSupport
import Testing

/// Tables in too little room, and cells of several runs.
@Suite struct TableLimitTests {
    private let one = [TableColumn(title: "", alignment: .leading, minimum: 2, weight: 1)]

    private func table(_ runs: [TextRun]) -> TableView {
        var table = sampleTable(one, [])
        table.rows = [[runs]]
        return table
    }

    @Test func runsFollowEachOtherInTheirStyles() {
        let grid = table([TextRun("24,002", TestStyle.bold), TextRun(" 人", TestStyle.dim)]).drawn(14, 1)
        #expect(grid.lines() == [" 24,002 人"])
        #expect(grid.styleLines(TestStyle.letter) == [".bbbbbbddd...."])
    }

    @Test func trailingRunsKeepTheirRightEdge() {
        var table = table([TextRun("24,002", TestStyle.bold), TextRun("人", TestStyle.dim)])
        table.columns[0].alignment = .trailing
        #expect(table.drawn(14, 1).lines() == ["     24,002人"])
    }

    @Test func theRunThatDoesNotFitIsCutWithASign() {
        #expect(
            table([TextRun("24,002", TestStyle.bold), TextRun("人次", TestStyle.dim)]).drawn(11, 1).lines() == [
                " 24,002人…"
            ])
        #expect(
            table([TextRun("24,002", TestStyle.bold), TextRun("人次", TestStyle.dim)]).drawn(9, 1).lines() == [" 24,002…"]
        )
    }

    @Test
    func aCutBetweenRunsIsMarkedToo() {
        #expect(
            table([TextRun("3.85", TestStyle.bold), TextRun("亿元", TestStyle.dim)]).drawn(6, 1).lines() == [" 3.8…"])
    }

    @Test
    func nothingFollowsTheSignOfACut() {
        #expect(table([TextRun("城镇新增就业", .plain), TextRun("%", .plain)]).drawn(8, 1).lines() == [" 城镇…"])
        #expect(table([TextRun("城镇新增就业", .plain), TextRun("养老", .plain)]).drawn(8, 1).lines() == [" 城镇…"])
    }

    @Test
    func aFlexibleColumnKeepsItsMinimumWhereThereIsRoomForAll() {
        let columns = [
            TableColumn(title: "", alignment: .leading, minimum: 8, weight: 1),
            TableColumn(title: "", alignment: .leading, minimum: 8, weight: 9),
        ]
        #expect(sampleTable(columns, [["城镇新增就业", "失业人员再就业"]]).widths(in: 22) == [8, 12])
    }

    @Test
    func aSingleRowSaysThatThereIsMoreOnBothSides() {
        let grid = sampleTable(
            [TableColumn(title: "", alignment: .leading, minimum: 2)], (0..<9).map { [String($0)] }, top: 4
        ).drawn(7, 1)
        #expect(grid.lines() != [" 4    ▾"])
    }

    @Test
    func aFlexibleColumnWithoutRoomPushesNothingOut() {
        let columns = [
            TableColumn(title: "", alignment: .leading, minimum: 2, weight: 1, gap: 3),
            TableColumn(title: "", alignment: .trailing, minimum: 8),
        ]
        var grid = blankGrid(16)
        sampleTable(columns, [["甲", "1,108.25"]]).draw(in: &grid, Rect(column: 0, row: 0, columns: 10, rows: 1))
        for column in 10..<16 { #expect(grid.text(at: Point(column: column, row: 0)) == " ") }
    }

    @Test func anySizeIsDrawnWithinItself() {
        var random = SeededGenerator(seed: 61)
        let words = ["城镇新增就业", "24,002", "人", "", "e\u{301}", "\u{1B}[31m", "urban jobs", "，"]
        for _ in 0..<300 {
            let columns = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                // The gap of a flexible column without room has a test of its own.
                let weight = Int.random(in: 0...3, using: &random)
                return TableColumn(
                    title: random.pick(words, orElse: ""),
                    alignment: random.pick([.leading, .trailing, .centre], orElse: .leading),
                    minimum: Int.random(in: 0...12, using: &random), weight: weight,
                    dropOrder: random.pick([nil, 1, 2, 3], orElse: nil),
                    gap: weight > 0 ? 0 : Int.random(in: 0...3, using: &random))
            }
            let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                columns.map { _ in random.pick(words, orElse: "") }
            }
            let table = sampleTable(
                columns, rows, selected: random.pick([nil, 0, 3], orElse: nil),
                top: Int.random(in: 0...9, using: &random))
            let rect = Rect(
                column: Int.random(in: 0...4, using: &random), row: 1, columns: Int.random(in: 0...40, using: &random),
                rows: Int.random(in: 0...6, using: &random))
            var grid = blankGrid(44, 8)
            for row in 0..<8 {
                grid.put(String(repeating: "~", count: 44), at: Point(column: 0, row: row), style: .plain)
            }
            grid.fill(rect, style: .plain)
            table.draw(in: &grid, rect)
            #expect(grid.halvedPlaces.isEmpty)
            for row in 0..<8 {
                for column in 0..<44 where !rect.contains(Point(column: column, row: row)) {
                    #expect(grid.text(at: Point(column: column, row: row)) == "~")
                }
            }
            let widths = table.widths(in: rect.columns)
            #expect(widths.count == columns.count && widths.allSatisfy { ($0 ?? 0) >= 0 })
        }
    }

    @Test func columnsThatMustStayAreNeverDropped() {
        let columns = [
            TableColumn(title: "", alignment: .leading, minimum: 4),
            TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 1),
        ]
        for total in 3...30 {
            #expect(sampleTable(columns, [["城镇新增就业", "人"]]).widths(in: total)[0] != nil)
        }
    }
}

@Suite struct WholeCellTests {
    private func drawn(_ cells: [[TextRun]], _ columns: [TableColumn], _ width: Int) -> String {
        var grid = CellGrid(size: Size(columns: width, rows: 1))
        let style = TableStyle(
            header: .plain, selection: .plain, marker: ">", markerStyle: .plain, scroll: .plain, glyphs: .ascii)
        TableView(columns: columns, rows: [cells], selected: nil, top: 0, style: style).draw(in: &grid, Rect(grid.size))
        return grid.lines()[0]
    }

    @Test func aPartOfANumberIsNeverShown() {
        let column = [TableColumn(title: "", alignment: .trailing, minimum: 3, isWhole: true)]
        #expect(drawn([[TextRun("24,002", .plain)]], column, 8) == " 24,002")
        for width in 3..<8 {
            #expect(drawn([[TextRun("24,002", .plain)]], column, width).allSatisfy { " ~".contains($0) }, "\(width)")
        }
    }

    @Test func theAreaStaysAndTheNameGivesWay() {
        let column = [TableColumn(title: "", alignment: .leading, minimum: 4, weight: 1, keepsLastRun: true)]
        let runs = [TextRun("农村公路维修改造条数", .plain), TextRun(" - 盘山县", .plain)]
        #expect(drawn([runs], column, 31) == " 农村公路维修改造条数 - 盘山县")
        #expect(drawn([runs], column, 24) == " 农村公路维~ - 盘山县" || drawn([runs], column, 24) == " 农村公路维修~ - 盘山县")
        #expect(drawn([runs], column, 10).hasSuffix("~"), "too little for both")
    }
}
