import Cells
import Testing

@testable import CursesScreen

@Suite struct StandInsTests {
    @Test func everyStandInIsInNoDoubt() {
        var seen: Set<Unicode.Scalar> = []
        for (sign, standIn) in StandIns.table {
            #expect(seen.insert(sign).inserted, "\(sign) twice")
            #expect(standIn.value > 0x20 && standIn.value < 0x7F, "\(sign)")
            #expect(DisplayWidth.of(sign) == 1, "\(sign)")
        }
    }

    /// Every picture of every glyph set that is not ASCII can be measured.
    @Test func everyGlyphHasAStandIn() {
        let known = Set(StandIns.table.map(\.sign))
        for glyphs in [Glyphs.braille, .block] {
            for (label, value) in Mirror(reflecting: glyphs).children {
                guard let text = value as? String else { continue }
                for scalar in text.unicodeScalars where scalar.value >= 0x80 {
                    #expect(known.contains(scalar), "\(label ?? "") \(scalar)")
                }
            }
        }
    }

    /// A terminal of so many columns that draws some signs wide, answering all that it is asked.
    private func asked(_ standIns: inout StandIns, columns: Int, wide: Set<Unicode.Scalar>) -> (
        questions: Int, findings: [StandIns.Finding]
    ) {
        var pending = [standIns.question(row: 1, columns: columns)], findings: [StandIns.Finding] = [], questions = 0
        while let text = pending.popLast() {
            for question in text.text.split(separator: "\u{1B}[6n") {
                let signs = question.drop { $0 != "H" }.dropFirst()
                let column = 1 + signs.unicodeScalars.reduce(0) { $0 + (wide.contains($1) ? 2 : 1) }
                #expect(column <= columns || signs.unicodeScalars.count == 1, "wraps at \(columns)")
                questions += 1
                findings.append(standIns.take(column: column, row: 24))
                if case .askMore(let more) = findings.last { pending.insert(more, at: 0) }
            }
        }
        return (questions, findings)
    }

    @Test(arguments: [1, 2, 3, 20, 80, 107, 108, 300]) func whatIsDrawnWideIsReplaced(columns: Int) {
        var standIns = StandIns()
        let findings = asked(&standIns, columns: columns, wide: ["…", "⣿"]).findings
        #expect(
            standIns.sent(0x2026) == 0x7E && standIns.sent(0xB7) == 0xB7 && standIns.sent(0x28A4) == 0x3A
                && standIns.sent(0x6C34) == 0x6C34)
        #expect(
            findings.filter { $0 == .foundWide }.count == 1 && findings.last == .foundWide,
            "only the last answer asks for a new frame")
    }

    @Test func oneAnswerSaysThatAllAreNarrow() {
        var standIns = StandIns()
        let (questions, findings) = asked(&standIns, columns: 120, wide: [])
        #expect(questions == 1 && findings == [.nothing] && standIns.isEmpty)
    }

    @Test func whereAllAreWideAllAreReplaced() {
        var standIns = StandIns()
        _ = asked(&standIns, columns: 120, wide: Set(StandIns.table.map(\.sign)))
        for (sign, standIn) in StandIns.table { #expect(standIns.sent(sign.value) == standIn.value, "\(sign)") }
    }

    @Test(arguments: [0, 1, 30, 53, 54, 108, 4_000]) func answersThatCannotBeAreNone(column: Int) {
        var standIns = StandIns()
        #expect(StandIns.table.count == 53)
        _ = standIns.question(row: 1, columns: 120)
        let first = standIns.take(column: column, row: 24), more = standIns.take(column: 3, row: 24)
        #expect(first == .nothing && more == .nothing && standIns.isEmpty)
    }
}
