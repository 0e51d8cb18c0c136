import TestSupport
import Testing

@testable import Cells

@Suite struct BarTests {
    private func thin(_ fraction: Double, _ columns: Int, _ glyphs: Glyphs = .braille) -> String {
        ThinBar.runs(fraction: fraction, columns: columns, glyphs: glyphs, filled: TestStyle.bold, empty: TestStyle.dim)
            .map(\.text)
            .joined()
    }

    private func block(_ fraction: Double, _ columns: Int, _ glyphs: Glyphs = .braille) -> String {
        BlockBar.runs(
            fraction: fraction, columns: columns, glyphs: glyphs, filled: TestStyle.bold, empty: TestStyle.dim
        ).map(
            \.text
        ).joined()
    }

    @Test(
        arguments: [
            (0, "────────"), (0.0001, "╸───────"), (0.06, "╸───────"), (0.125, "━───────"), (0.19, "━╸──────"),
            (0.5, "━━━━────"),
            (0.917, "━━━━━━━╸"), (0.999_999, "━━━━━━━╸"), (1, "━━━━━━━━"), (1.7, "━━━━━━━━"), (-0.5, "────────"),
            (.infinity, "━━━━━━━━"), (-.infinity, "────────"), (.nan, "────────"), (.leastNonzeroMagnitude, "╸───────"),
        ] as [(Double, String)])
    func thinBarsToHalfACell(_ fraction: Double, _ expected: String) {
        #expect(thin(fraction, 8) == expected)
    }

    @Test(
        arguments: [
            (0, "░░░░"), (0.01, "█░░░"), (0.375, "██░░"), (0.5, "██░░"), (0.99, "███░"), (1, "████"), (.nan, "░░░░"),
        ] as [(Double, String)])
    func blockBars(_ fraction: Double, _ expected: String) {
        #expect(block(fraction, 4) == expected)
    }

    @Test func inASCII() {
        #expect(thin(0.6, 4, .ascii) == "==-.")
        #expect(block(0.6, 4, .ascii) == "##..")
    }

    @Test(arguments: [0, -1, -100])
    func withoutColumnsThereIsNoBar(_ columns: Int) {
        #expect(ThinBar.runs(fraction: 0.5, columns: columns, glyphs: .braille, filled: .plain, empty: .plain).isEmpty)
        #expect(BlockBar.runs(fraction: 0.5, columns: columns, glyphs: .braille, filled: .plain, empty: .plain).isEmpty)
    }

    @Test(arguments: ["=", "é", "━", "😀", ""]) func aSignManyTimes(_ sign: String) {
        for times in -1...70 {
            for last in ["", "╸", ".."] {
                #expect(
                    String(sign: sign, times: times, then: last) == String(repeating: sign, count: max(0, times)) + last
                )
            }
        }
    }

    @Test func filledAndEmptyHaveTheirOwnStyles() {
        let runs = ThinBar.runs(
            fraction: 0.4, columns: 5, glyphs: .braille, filled: TestStyle.bold, empty: TestStyle.dim)
        #expect(runs == [TextRun("━━", TestStyle.bold), TextRun("───", TestStyle.dim)])
    }

    @Test func alwaysAsWideAsAskedAndNeverShrinking() {
        for columns in 1...60 {
            var before = -1
            for step in 0...200 {
                let fraction = Double(step) / 200
                let bar = thin(fraction, columns)
                #expect(DisplayWidth.of(bar) == columns && DisplayWidth.of(block(fraction, columns)) == columns)
                let halves = bar.reduce(0) { $0 + ($1 == "━" ? 2 : $1 == "╸" ? 1 : 0) }
                #expect(halves >= before)
                #expect((halves == 0) == (step == 0) && (halves == 2 * columns) == (step == 200))
                before = halves
            }
        }
    }

    @Test func everyHalfCellIsReached() {
        var random = SeededGenerator(seed: 51)
        for _ in 0..<100 {
            let columns = Int.random(in: 1...120, using: &random)
            let halves = Int.random(in: 1..<2 * columns, using: &random)
            let bar = thin(Double(halves) / Double(2 * columns), columns)
            #expect(bar.filter { $0 == "━" }.count == halves / 2 && bar.contains("╸") == (halves % 2 == 1))
        }
    }
}
