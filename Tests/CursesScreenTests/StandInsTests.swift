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

    /// A terminal that draws some signs wide, answering all that it is asked: what each answer led to.
    private func asked(_ standIns: inout StandIns, wide: Set<Unicode.Scalar>) -> [Bool] {
        standIns.question(row: 1).split(separator: "\u{1B}[6n").map { question in
            let signs = question.drop { $0 != "H" }.dropFirst().unicodeScalars
            return standIns.take(column: signs.reduce(1) { $0 + (wide.contains($1) ? 2 : 1) })
        }
    }

    @Test func whatIsDrawnWideIsReplaced() {
        var standIns = StandIns()
        let findings = asked(&standIns, wide: ["…", "⣿"])
        #expect([0x2026, 0xB7, 0x28A4, 0x6C34].map(standIns.sent) == [0x7E, 0xB7, 0x3A, 0x6C34])
        #expect(findings.filter { $0 }.count == 1 && findings.last == true, "only the last answer asks for a new frame")
    }

    @Test func narrowSignsStay() {
        var standIns = StandIns()
        #expect(!asked(&standIns, wide: []).contains(true) && standIns.wide.isEmpty)
    }

    @Test func whereAllAreWideAllAreReplaced() {
        var standIns = StandIns()
        _ = asked(&standIns, wide: Set(StandIns.table.map(\.sign)))
        for (sign, standIn) in StandIns.table { #expect(standIns.sent(sign.value) == standIn.value, "\(sign)") }
    }

    @Test(arguments: [0, 1, 30, 4_000]) func answersThatCannotBeAreNone(column: Int) {
        var standIns = StandIns()
        var findings = [standIns.take(column: 3)]
        _ = standIns.question(row: 1)
        for _ in StandIns.table { findings.append(standIns.take(column: column)) }
        findings.append(standIns.take(column: 3))
        #expect(!findings.contains(true) && standIns.wide.isEmpty, "not asked, impossible, and too late")
    }
}
