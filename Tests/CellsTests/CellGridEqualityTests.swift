import Cells
import Testing

@Suite struct CellGridEqualityTests {
    private let origin = Point(column: 0, row: 0)

    @Test func sizeCaretTextAndStyleCount() {
        let plain = blankGrid(4)
        #expect(plain == blankGrid(4))
        #expect(plain != blankGrid(5))
        var caret = plain
        caret.caret = origin
        #expect(caret != plain)
        var text = plain
        text.put("a", at: origin, style: .plain)
        #expect(text != plain)
        var style = plain
        style.fill(Rect(style.size), style: TestStyle.bold)
        #expect(style != plain)
    }

    @Test func copiesAreIndependent() {
        let before = blankGrid(4)
        var after = before
        after.put("城", at: origin, style: .plain)
        #expect(before.lines() == [""] && after.lines() == ["城"])
    }

    @Test func differentMarksDiffer() {
        var acute = blankGrid(2), grave = blankGrid(2)
        acute.put("e\u{301}", at: origin, style: .plain)
        grave.put("e\u{300}", at: origin, style: .plain)
        #expect(acute != grave)
    }

    @Test
    func howAClusterCameToBeDoesNotMatter() {
        var fresh = blankGrid(2), used = blankGrid(2)
        fresh.put("e\u{301}", at: origin, style: .plain)
        used.put("a\u{300}", at: origin, style: .plain)
        used.put("e\u{301}", at: origin, style: .plain)
        #expect(fresh.lines() == used.lines())
        #expect(fresh == used)
    }

    @Test func columnsThatDifferAreWholeCharacters() {
        func columns(_ new: String, after old: String) -> Range<Int>? {
            grid(new).columnsThatDiffer(inRow: 0, from: grid(old))
        }
        #expect(columns("就业人数", after: "就业人数") == nil)
        // The second half of a wide character is the same in both.
        #expect(columns("就学人数", after: "就业人数") == 2..<4)
        #expect(columns("就ab人数", after: "就业人数") == 2..<4)
        #expect(columns("就业人数", after: "就ab人数") == 2..<4)
        #expect(columns("a业bcd", after: "a业bce") == 5..<6)
        // Shifted by one column, every character is another.
        #expect(columns("a就业", after: "就业") == 0..<5)
        #expect(columns("xa业", after: "xb业") == 1..<2)
    }

    @Test func ofAnotherSizeOrWithMarksAllColumnsDiffer() {
        #expect(grid("ab").columnsThatDiffer(inRow: 0, from: nil) == 0..<10)
        #expect(grid("ab").columnsThatDiffer(inRow: 0, from: CellGrid(size: Size(columns: 9, rows: 1))) == 0..<10)
        #expect(grid("e\u{301}").columnsThatDiffer(inRow: 0, from: grid("e\u{301}")) == 0..<10)
    }

    private func grid(_ text: String) -> CellGrid {
        var grid = CellGrid(size: Size(columns: 10, rows: 1))
        grid.put(text, at: Point(column: 0, row: 0), style: .plain)
        return grid
    }
}
