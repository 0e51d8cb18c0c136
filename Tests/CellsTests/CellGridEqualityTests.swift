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
        style.fill(Rect(style.size), style: Ink.bold)
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
        #expect(!acute.row(0, equals: grave))
    }

    @Test func rowsAreComparedOneByOne() {
        var left = blankGrid(4, 2), right = blankGrid(4, 2)
        left.put("城镇", at: origin, style: .plain)
        right.put("城乡", at: origin, style: .plain)
        #expect(!left.row(0, equals: right) && left.row(1, equals: right))
        #expect(!left.row(1, equals: blankGrid(5, 2)))
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

    @Test func whatHasChangedOfARowIsWidenedToWholeCharacters() {
        func row(_ text: String) -> CellGrid {
            var grid = blankGrid(8)
            grid.put(text, at: origin, style: .plain)
            return grid
        }
        #expect(row("ab城c").change(ofRow: 0, since: row("ab城c")) == nil)
        #expect(row("ab城c").change(ofRow: 0, since: row("aX城c")) == 1..<2)
        #expect(row("ab城c").change(ofRow: 0, since: row("ab乡c")) == 2..<4)
        // The blank that a half of a character becomes begins with the character.
        #expect(row("ab城c").change(ofRow: 0, since: row("abx城")) == 2..<5)
        #expect(row("abc城").change(ofRow: 0, since: row("ab城c")) == 2..<5)
        var marked = row("e\u{301}x"), other = row("e\u{300}x")
        #expect(marked.change(ofRow: 0, since: other) == 0..<1)
        other.put("e\u{301}", at: origin, style: .plain)
        #expect(marked.change(ofRow: 0, since: other) == nil)
        marked.restyle(Rect(column: 7, row: 0, columns: 1, rows: 1)) { _ in Ink.bold }
        #expect(marked.change(ofRow: 0, since: other) == 7..<8)
    }
}
