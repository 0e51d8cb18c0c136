import Cells
import Testing

/// A table in the styles that the tests read back.
func sampleTable(
    _ columns: [TableColumn], _ rows: [[String]], selected: Int? = nil, top: Int = 0, glyphs: Glyphs = .braille
) -> TableView {
    TableView(
        columns: columns, rows: rows.map { $0.map { [TextRun($0, .plain)] } }, selected: selected, top: top,
        style: TableStyle(
            header: TestStyle.dim, selection: TestStyle.selected, marker: glyphs.selectionBar,
            markerStyle: TestStyle.red,
            scroll: TestStyle.bold,
            glyphs: glyphs))
}

extension TableView {
    func drawn(_ columns: Int, _ rows: Int) -> CellGrid {
        var grid = blankGrid(columns, rows)
        draw(in: &grid, Rect(grid.size))
        return grid
    }
}

@Suite struct TableTests {
    private let columns = [
        TableColumn(title: "指标", alignment: .leading, minimum: 8, weight: 1),
        TableColumn(title: "数值", alignment: .trailing, minimum: 6, gap: 1),
        TableColumn(title: "单位", alignment: .leading, minimum: 2, dropOrder: 2, gap: 1),
        TableColumn(title: "时期", alignment: .leading, minimum: 4, dropOrder: 1, gap: 2),
    ]
    private let rows = [
        ["城镇新增就业", "24,002", "人", "1—11月"], ["失业人员再就业", "18,409", "人", "1—11月"], ["幼儿园普惠率", "85", "%", "2022年"],
    ]

    @Test func valuesLineUpOnTheRightAndUnitsFollow() {
        #expect(
            sampleTable(columns, rows).drawn(38, 4).lines() == [
                " 指标               数值 单位  时期", " 城镇新增就业     24,002 人    1—11月", " 失业人员再就业   18,409 人    1—11月",
                " 幼儿园普惠率         85 %     2022年",
            ])
    }

    @Test func columnsGiveWayInTheStatedOrder() {
        let table = sampleTable(columns, rows)
        #expect(table.widths(in: 38) == [16, 6, 4, 6])
        #expect(table.widths(in: 30) == [8, 6, 4, 6])
        #expect(table.widths(in: 29) == [15, 6, 4, nil])
        #expect(table.widths(in: 22) == [8, 6, 4, nil])
        #expect(table.widths(in: 21) == [12, 6, nil, nil])
        #expect(table.drawn(21, 4).lines()[1] == " 城镇新增就业 24,002")
    }

    @Test func cellsAreCutWithASign() {
        #expect(
            sampleTable(columns, rows).drawn(18, 4).lines().dropLast() == [
                " 指标        数值", " 城镇新增… 24,002", " 失业人员… 18,409",
            ])
    }

    @Test func scrollingDoesNotShakeTheColumns() {
        var table = sampleTable(columns, rows)
        let before = table.widths(in: 40)
        table.top = 2
        #expect(table.widths(in: 40) == before)
        #expect(table.drawn(38, 2).lines()[1].hasPrefix(" 幼儿园普惠率         85 %"))
    }

    @Test func theSelectedRowIsMarked() {
        let grid = sampleTable(columns, rows, selected: 1).drawn(21, 4)
        #expect(grid.lines()[2] == "▌失业人员再…  18,409")
        #expect(
            grid.styleLines(TestStyle.letter) == [
                ".dddd...........dddd.", ".....................", "rssssssssssssssssssss", ".....................",
            ])
    }

    @Test func aLongTextUsesTheBlanksOfItsNeighboursBeforeItIsCut() {
        let table = sampleTable(columns, [["城镇新增就业", "24,002,000", "人", "1—11月"], ["失业人员再就业", "8", "人", "1月"]])
        // The column of names has room for five characters.
        #expect(
            table.drawn(28, 3).lines() == [
                " 指标             数值 单位", " 城镇新增…  24,002,000 人", " 失业人员再就业      8 人",
            ])
    }

    @Test func withoutTitlesThereIsNoHeader() {
        let bare = [
            TableColumn(title: "", alignment: .leading, minimum: 2),
            TableColumn(title: "", alignment: .trailing, minimum: 2, gap: 1),
        ]
        #expect(sampleTable(bare, [["甲", "1"], ["乙", "20"]]).drawn(10, 3).lines() == [" 甲  1", " 乙 20", ""])
    }

    @Test(arguments: [
        (0, [" 0", " 1", " 2    ▾"]), (3, [" 3    ▴", " 4", " 5    ▾"]), (7, [" 7    ▴", " 8", " 9"]),
    ])
    func signsSayThatRowsAreHidden(_ top: Int, _ expected: [String]) {
        let column = [TableColumn(title: "", alignment: .leading, minimum: 2)]
        #expect(sampleTable(column, (0..<10).map { [String($0)] }, top: top).drawn(7, 3).lines() == expected)
    }

    @Test func asManyRowsAsThereAreNeedNoSigns() {
        let column = [TableColumn(title: "", alignment: .leading, minimum: 2)]
        #expect(sampleTable(column, [["0"], ["1"]]).drawn(7, 2).lines() == [" 0", " 1"])
    }

    @Test(arguments: [(Alignment.leading, " 甲"), (.trailing, "     甲"), (.centre, "   甲")])
    func alignments(_ alignment: Alignment, _ expected: String) {
        let columns = [TableColumn(title: "", alignment: alignment, minimum: 2, weight: 1)]
        #expect(sampleTable(columns, [["甲"]]).drawn(8, 1).lines() == [expected])
    }

    @Test func flexibleColumnsShareAllThatIsLeft() {
        let columns = [1, 2, 1].map { TableColumn(title: "列", alignment: .leading, minimum: 2, weight: $0, gap: 1) }
        for total in 12...120 {
            let widths = sampleTable(columns, [["甲", "乙", "丙"]]).widths(in: total).map { $0 ?? 0 }
            #expect(widths.reduce(0, +) + 3 == total - 2)
            #expect(abs(widths[1] - 2 * widths[0]) <= 3)
        }
    }

    @Test func aColumnWithoutContentTakesNoRoom() {
        let columns = [
            TableColumn(title: "", alignment: .leading, minimum: 2),
            TableColumn(title: "", alignment: .leading, minimum: 2, gap: 3),
            TableColumn(title: "", alignment: .leading, minimum: 2, gap: 1),
        ]
        let table = sampleTable(columns, [["甲", "", "乙"]])
        #expect(table.widths(in: 20) == [2, nil, 2])
        #expect(table.drawn(20, 1).lines() == [" 甲 乙"])
    }

    @Test func shortRowsLeaveTheRestBlank() {
        #expect(sampleTable(columns, [["甲"], []]).drawn(38, 3).lines().dropFirst() == [" 甲", ""])
    }

    @Test func rowsAreFoundAgain() {
        let table = sampleTable(columns, rows, top: 1), rect = Rect(column: 5, row: 2, columns: 38, rows: 4)
        func row(_ column: Int, _ row: Int) -> Int? { table.row(at: Point(column: column, row: row), in: rect) }
        #expect(row(6, 2) == nil)
        #expect(row(6, 3) == 1 && row(42, 4) == 2)
        #expect(row(6, 5) == nil && row(4, 3) == nil && row(43, 3) == nil && row(6, 9) == nil)
    }
}
