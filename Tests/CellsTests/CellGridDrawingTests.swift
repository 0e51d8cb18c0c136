import Cells
import Testing

@Suite struct CellGridDrawingTests {
    private func origin(_ column: Int = 0, _ row: Int = 0) -> Point { Point(column: column, row: row) }

    @Test func aNewGridIsBlankInItsStyle() {
        let grid = CellGrid(size: Size(columns: 3, rows: 2), style: TestStyle.dim)
        #expect(grid.lines() == ["", ""])
        #expect(grid.styleLines(TestStyle.letter) == ["ddd", "ddd"])
        #expect(grid.caret == nil)
    }

    @Test func anEmptyGridTakesNothing() {
        var grid = blankGrid(0, 0)
        #expect(grid.put("城", at: origin(), style: .plain) == 0)
        grid.fill(Rect(column: 0, row: 0, columns: 9, rows: 9), style: TestStyle.red)
        #expect(grid.lines() == [])
    }

    @Test func putsTextAndSaysHowWideItWas() {
        var grid = blankGrid(12, 2)
        #expect(grid.put("就业 24人", at: origin(1, 1), style: TestStyle.bold) == 9)
        #expect(grid.lines() == ["", " 就业 24人"])
        #expect(grid.styleLines(TestStyle.letter) == ["............", ".bbbbbbbbb.."])
    }

    @Test func leadAndContinuation() {
        var grid = blankGrid(4)
        grid.put("城x", at: origin(), style: .plain)
        #expect((0..<4).map { grid[origin($0)].width } == [2, 0, 1, 1])
        #expect((0..<4).map { grid.text(at: origin($0)) } == ["城", "", "x", " "])
    }

    @Test func outsideTheGridIsBlank() {
        let grid = blankGrid(2)
        for point in [origin(-1), origin(2), origin(0, 1), origin(0, -1)] {
            #expect(grid.text(at: point) == "" && grid[point].width == 1)
        }
    }

    @Test(arguments: [-9, -1, 1, 9])
    func rowsOutsideTakeNothing(_ row: Int) {
        var grid = blankGrid(4)
        #expect(grid.put("城镇", at: origin(0, row), style: .plain) == 0)
        #expect(grid.lines() == [""])
    }

    @Test func cutsAtTheRightEdgeWithoutHalving() {
        var grid = blankGrid(5)
        #expect(grid.put("城镇新增", at: origin(), style: TestStyle.red) == 5)
        #expect(grid.lines() == ["城镇"])
        #expect(grid.styleLines(TestStyle.letter) == ["rrrrr"])
    }

    @Test func cutsAtTheLeftEdgeWithoutHalving() {
        var grid = blankGrid(5)
        #expect(grid.put("城镇新", at: origin(-1), style: .plain) == 5)
        #expect(grid.lines() == [" 镇新"])
        var further = blankGrid(5)
        #expect(further.put("城镇新", at: origin(-2), style: .plain) == 4)
        #expect(further.lines() == ["镇新"])
        var gone = blankGrid(5)
        #expect(gone.put("城镇新", at: origin(-6), style: .plain) == 0)
        #expect(gone.lines() == [""])
    }

    @Test func farOutsideIsHarmless() {
        var grid = blankGrid(5)
        #expect(grid.put("城", at: origin(Int.max - 4), style: .plain) == 0)
        #expect(grid.put("城", at: origin(Int.min + 4), style: .plain) == 0)
        #expect(grid.lines() == [""])
    }

    @Test func neverWritesOutsideTheClip() {
        var grid = blankGrid(10, 3)
        for row in 0..<3 { grid.put("..........", at: origin(0, row), style: .plain) }
        let clip = Rect(column: 3, row: 1, columns: 4, rows: 1)
        for row in 0..<3 { grid.put("城镇新增就业", at: origin(0, row), style: .plain, within: clip) }
        #expect(grid.lines() == ["..........", "... 新 ...", ".........."])
    }

    @Test func aClipOutsideTheGridTakesNothing() {
        var grid = blankGrid(4)
        #expect(grid.put("ab", at: origin(), style: .plain, within: Rect(column: 8, row: 0, columns: 4, rows: 1)) == 0)
        #expect(grid.put("ab", at: origin(), style: .plain, within: Rect(column: 0, row: 0, columns: 0, rows: 1)) == 0)
        #expect(grid.put("ab", at: origin(), style: .plain, within: Rect(column: -4, row: 0, columns: 5, rows: 1)) == 1)
        #expect(grid.lines() == ["a"])
    }

    @Test(arguments: [
        (0, "x", "x 镇新"), (1, "x", " x镇新"), (2, "x", "城x 新"), (3, "x", "城 x新"), (1, "就", " 就 新"), (3, "就", "城 就"),
        (5, "x", "城镇 x"),
    ])
    func overwritingAHalfBlanksTheOther(_ column: Int, _ text: String, _ expected: String) {
        var grid = blankGrid(6)
        grid.put("城镇新", at: origin(), style: .plain)
        grid.put(text, at: origin(column), style: .plain)
        #expect(grid.lines() == [expected])
        #expect(grid.halvedPlaces.isEmpty)
    }

    @Test func theBlankedHalfKeepsItsStyle() {
        var grid = blankGrid(4)
        grid.put("城镇", at: origin(), style: TestStyle.red)
        grid.put("xy", at: origin(1), style: TestStyle.bold)
        #expect(grid.lines() == [" xy"])
        #expect(grid.styleLines(TestStyle.letter) == ["rbbr"])
    }

    @Test func marksJoinTheCharacterBefore() {
        var grid = blankGrid(4)
        #expect(grid.put("e\u{301}\u{323}城\u{FE00}x", at: origin(), style: .plain) == 4)
        #expect(Array(grid.text(at: origin(0)).unicodeScalars.map(\.value)) == [0x65, 0x301, 0x323])
        #expect(Array(grid.text(at: origin(1)).unicodeScalars.map(\.value)) == [0x57CE, 0xFE00])
        #expect(grid.text(at: origin(3)) == "x")
    }

    @Test func aMarkJoinsTheLastCharacterThatFits() {
        var grid = blankGrid(1)
        grid.put("e\u{301}", at: origin(), style: .plain)
        #expect(grid.text(at: origin()).unicodeScalars.count == 2)
    }

    @Test func marksWithNothingBeforeThemAreLeftOut() {
        var grid = blankGrid(3)
        grid.put("a", at: origin(), style: .plain)
        #expect(grid.put("\u{301}b", at: origin(1), style: .plain) == 1)
        #expect(grid.lines() == ["ab"])
        var cut = blankGrid(3)
        cut.put("城\u{301}x", at: origin(-1), style: .plain)
        #expect(cut.lines() == [" x"])
    }

    @Test func aPileOfMarksIsBounded() {
        var grid = blankGrid(2)
        grid.put("e" + String(repeating: "\u{301}", count: 500), at: origin(), style: .plain)
        #expect(grid.text(at: origin()).unicodeScalars.count == 5)
    }

    @Test func emojiSequencesTakeTheCellsTheTerminalGivesThem() {
        var grid = blankGrid(8)
        #expect(grid.put("👩‍👧x", at: origin(), style: .plain) == 5)
        #expect((0..<5).map { grid[origin($0)].width } == [2, 0, 2, 0, 1])
        #expect(grid.text(at: origin(4)) == "x")
    }

    @Test(
        arguments: [
            0x00, 0x07, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A,
            0x202E,
            0x2066, 0x2069, 0xFEFF, 0xE0041,
        ] as [UInt32])
    func unsafeScalarsBecomeOneVisibleCell(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        var grid = blankGrid(6)
        #expect(grid.put("a" + String(Character(scalar)) + "b", at: origin(), style: .plain) == 3)
        #expect(grid.lines() == ["a\u{FFFD}b"])
    }

    @Test func escapeSequencesStayData() {
        var grid = blankGrid(20)
        grid.put("\u{1B}]0;title\u{7}\u{1B}[31mred\r\n", at: origin(), style: .plain)
        #expect(grid.lines() == ["\u{FFFD}]0;title\u{FFFD}\u{FFFD}[31mred\u{FFFD}\u{FFFD}"])
    }

    @Test func fillsWithinTheGridAndMendsItsEdges() {
        var grid = blankGrid(8, 2)
        grid.put("城镇新增", at: origin(), style: TestStyle.red)
        grid.put("城镇新增", at: origin(0, 1), style: TestStyle.red)
        grid.fill(Rect(column: 3, row: 0, columns: 2, rows: 1), style: TestStyle.selected)
        grid.fill(Rect(column: 7, row: 1, columns: 90, rows: 90), style: TestStyle.dim)
        #expect(grid.lines() == ["城    增", "城镇新"])
        #expect(grid.styleLines(TestStyle.letter) == ["rrrssrrr", "rrrrrrrd"])
        #expect(grid.halvedPlaces.isEmpty)
    }

    @Test func restylingChangesNoText() {
        var grid = blankGrid(6, 2)
        grid.put("城镇新", at: origin(), style: TestStyle.red)
        grid.restyle(Rect(column: 2, row: -1, columns: 2, rows: 2)) {
            Style(foreground: $0.foreground, background: .indexed(4))
        }
        #expect(grid.lines() == ["城镇新", ""])
        #expect(
            grid.styleLines { $0.background.index == 4 && $0.foreground.index == 1 ? "x" : TestStyle.letter($0) } == [
                "rrxxrr", "......",
            ])
    }

    @Test func trailingBlanksAreCutFromLinesOnly() {
        var grid = blankGrid(8)
        grid.put(" a  ", at: origin(), style: .plain)
        #expect(grid.lines() == [" a"])
        #expect(grid.styleLines(TestStyle.letter) == ["........"])
    }

    @Test func rowsAreGivenToADriver() {
        var grid = blankGrid(4, 2)
        grid.put("城e\u{301}", at: origin(0, 1), style: .plain)
        let widths = grid.withRow(1) { $0.map(\.width) }
        #expect(widths == [2, 0, 1, 1])
        #expect(grid[origin(0, 1)].singleScalar == 0x57CE)
        #expect(grid[origin(2, 1)].singleScalar == nil)
        #expect(grid.scalars(of: grid[origin(2, 1)]).map(\.value) == [0x65, 0x301])
    }

    @Test func aSignFillsARectangleAndHalvesNothing() {
        var grid = blankGrid(6, 2)
        grid.put("城城城", at: origin(), style: .plain)
        grid.fill(Rect(column: 1, row: 0, columns: 3, rows: 9), with: "─", style: TestStyle.red)
        #expect(grid.lines() == [" ───城", " ───"])
        #expect(grid.styleLines(TestStyle.letter) == [".rrr..", ".rrr.."])
        #expect(grid.halvedPlaces.isEmpty)
        // What takes two columns or may not be sent fills nothing.
        grid.fill(Rect(column: 0, row: 0, columns: 6, rows: 1), with: "城", style: TestStyle.bold)
        grid.fill(Rect(column: 0, row: 1, columns: 6, rows: 1), with: "\u{1B}", style: TestStyle.bold)
        #expect(grid.lines() == ["", ""])
    }
}
