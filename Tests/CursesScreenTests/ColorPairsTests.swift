import Cells
import Testing

@testable import CursesScreen

@Suite struct ColorPairsTests {
    @Test func definesAPairOnce() {
        var pairs = ColorPairs(colours: 256, pairs: 256)
        let style = Style(foreground: .indexed(73), background: .indexed(233))
        #expect(pairs.look(of: style).definition == ColorPairs.Definition(pair: 1, foreground: 73, background: 233))
        #expect(pairs.look(of: style).definition == nil)
    }

    @Test func nothingIsInvisibleWithEightColours() {
        var pairs = ColorPairs(colours: 8, pairs: 64)
        let frame = pairs.look(of: Style(foreground: .indexed(240), background: .indexed(233))).definition
        #expect(frame.map { $0.foreground != $0.background } == true)
    }

    @Test func withoutColoursOnlyAttributesRemain() {
        var pairs = ColorPairs(colours: 0, pairs: 0)
        let look = pairs.look(of: Style(foreground: .indexed(1), attributes: .reverse))
        #expect(look.pair == 0 && look.attributes == .reverse)
    }
}
