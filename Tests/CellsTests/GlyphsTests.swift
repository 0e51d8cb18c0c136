import Cells
import Testing

@Suite struct GlyphsTests {
    private func signs(_ glyphs: Glyphs) -> [(name: String, sign: String)] {
        Mirror(reflecting: glyphs).children.compactMap { child in
            guard let name = child.label, let sign = child.value as? String else { return nil }
            return (name, sign)
        }
    }

    @Test(arguments: Glyphs.Name.allCases)
    func everySignTakesOneCell(_ name: Glyphs.Name) {
        let signs = signs(Glyphs(name))
        #expect(signs.count > 20)
        for (name, sign) in signs { #expect(sign.count == 1 && DisplayWidth.of(sign) == 1, "\(name)") }
    }

    @Test func theASCIISetIsASCII() {
        for (name, sign) in signs(.ascii) { #expect(sign.utf8.allSatisfy { $0 < 0x80 }, "\(name)") }
    }

    @Test(arguments: Glyphs.Name.allCases)
    func signsOfOneMeaningAreToldApart(_ name: Glyphs.Name) {
        let glyphs = Glyphs(name)
        for group in [
            [glyphs.barFilled, glyphs.barHalf, glyphs.barEmpty],
            [glyphs.blockFilled, glyphs.blockHalf, glyphs.blockEmpty],
            [glyphs.upperHalf, glyphs.lowerHalf, glyphs.full],
            [glyphs.moreAbove, glyphs.moreBelow],
        ] {
            #expect(Set(group).count == group.count, "\(group)")
        }
    }

    @Test func theNamesOfTheOption() {
        #expect(Glyphs.Name.allCases.map(\.rawValue) == ["braille", "block", "ascii"])
        #expect(Glyphs.braille.name == .braille && Glyphs.block.name == .block && Glyphs.ascii.name == .ascii)
    }
}
