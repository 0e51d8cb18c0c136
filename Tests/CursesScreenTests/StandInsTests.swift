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
                for scalar in text.unicodeScalars where scalar.value >= 0x80 { #expect(known.contains(scalar), "\(label ?? "") \(scalar)") }
            }
        }
    }

    @Test func whatIsDrawnWideIsReplaced() {
        var standIns = StandIns()
        for index in StandIns.table.indices { _ = standIns.take(column: StandIns.table[index].sign == "…" || StandIns.table[index].sign == "⣿" ? 3 : 2) }
        #expect(standIns.sent(0x2026) == 0x7E && standIns.sent(0xB7) == 0xB7 && standIns.sent(0x28A4) == 0x3A && standIns.sent(0x6C34) == 0x6C34)
    }

    @Test func onlyTheLastAnswerAsksForANewFrame() {
        var standIns = StandIns()
        var news: [Bool] = []
        for _ in StandIns.table { news.append(standIns.take(column: 3)) }
        #expect(news.dropLast().allSatisfy { !$0 } && news.last == true)
        let more = standIns.take(column: 3)
        #expect(!more, "an answer to no question")
        var narrow = StandIns()
        let narrowNews = StandIns.table.map { _ in narrow.take(column: 2) }
        #expect(!narrowNews.contains(true) && narrow.isEmpty)
        var odd = StandIns()
        let oddNews = StandIns.table.map { _ in odd.take(column: 77) }
        #expect(!oddNews.contains(true))
    }
}
