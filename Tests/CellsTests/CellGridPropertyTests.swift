import Cells
import TestSupport
import Testing

@Suite struct CellGridPropertyTests {
    private static let parts = [
        "a", "24,002", "城镇", "，", "e\u{301}", "👩‍👧", "🇨🇳", "\u{1B}[0m", "\u{202E}", "한", " ", "…", "\u{301}", "％",
    ]

    @Test func nothingIsEverHalvedAndNothingWrittenOutsideTheClip() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<150 {
            var grid = blankGrid(Int.random(in: 1...24, using: &random), Int.random(in: 1...4, using: &random))
            for _ in 0..<20 {
                let clip = Rect(
                    column: Int.random(in: -3...20, using: &random), row: Int.random(in: -1...3, using: &random),
                    columns: Int.random(in: 0...20, using: &random), rows: Int.random(in: 0...4, using: &random))
                let before = grid
                if Int.random(in: 0...4, using: &random) == 0 {
                    grid.fill(clip, style: TestStyle.red)
                } else {
                    let place = Point(
                        column: Int.random(in: -6...26, using: &random), row: Int.random(in: -1...4, using: &random))
                    let used = grid.put(
                        random.bulletin(parts: Self.parts, count: 0...6), at: place, style: TestStyle.bold, within: clip
                    )
                    #expect(used >= 0 && used <= clip.columns)
                }
                #expect(grid.halvedPlaces.isEmpty)
                expectUnchanged(outside: clip, before, grid)
            }
        }
    }

    /// Outside the clip only the other half of a wide character at its edge may have become a blank.
    private func expectUnchanged(outside clip: Rect, _ before: CellGrid, _ after: CellGrid) {
        for row in 0..<after.size.rows {
            for column in 0..<after.size.columns {
                let point = Point(column: column, row: row)
                if clip.contains(point) { continue }
                #expect(before[point].style == after[point].style)
                let wasHalf = before[point].width != 1
                #expect(before.text(at: point) == after.text(at: point) || wasHalf && after.text(at: point) == " ")
            }
        }
    }

    @Test func withRoomEnoughAllOfATextIsThere() {
        var random = SeededGenerator(seed: 22)
        let parts = Self.parts.filter { $0 != "\u{301}" && $0 != " " }
        for _ in 0..<300 {
            let text = random.bulletin(parts: parts, count: 1...10)
            var grid = blankGrid(160)
            #expect(grid.put(text, at: Point(column: 0, row: 0), style: .plain) == DisplayWidth.of(text))
            let shown = text.unicodeScalars.map { DisplayWidth.isUnsafe($0) ? 0xFFFD : $0.value }
            #expect(grid.lines()[0].unicodeScalars.map(\.value) == shown)
        }
    }

    @Test func piecesPutOneAfterAnotherStandLikeTheWhole() {
        var random = SeededGenerator(seed: 23)
        let parts = Self.parts.filter { $0 != "\u{301}" }
        for _ in 0..<300 {
            let pieces = (0..<8).map { _ in random.pick(parts, orElse: "") }
            var whole = blankGrid(80), stepwise = blankGrid(80)
            whole.put(pieces.joined(), at: Point(column: 0, row: 0), style: .plain)
            var column = 0
            for piece in pieces { column += stepwise.put(piece, at: Point(column: column, row: 0), style: .plain) }
            #expect(whole == stepwise)
        }
    }
}
