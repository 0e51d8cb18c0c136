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
}
