import Cells
import Testing
import Themes
import Wording

@testable import CursesScreen

@Suite struct ColorPairsTests {
    private static let painted: [Theme.Name] = [.dark, .light, .contrast]
    private static let judgements: [Role] = [.good, .middling, .bad]

    private func look(_ style: Style, colours: Int) -> ColorPairs.Look {
        var pairs = ColorPairs(colours: .palette(colours), pairs: 256)
        return pairs.look(of: style)
    }

    private func definition(_ style: Style, colours: Int) throws -> ColorPairs.Definition {
        try #require(look(style, colours: colours).definition)
    }

    @Test func definesAPairOnce() {
        var pairs = ColorPairs(colours: .palette(256), pairs: 256)
        let style = Style(foreground: .indexed(73), background: .indexed(233))
        #expect(pairs.look(of: style).definition == ColorPairs.Definition(pair: 1, foreground: 73, background: 233))
        #expect(pairs.look(of: style).definition == nil)
    }

    @Test(arguments: [8, 16, 88])
    func whatCanBeReadIn256ColoursCanBeReadInFew(_ colours: Int) throws {
        for background in stride(from: UInt8(0), through: 255, by: 3) {
            for foreground in stride(from: UInt8(1), through: 255, by: 2) {
                let pair = try definition(
                    Style(foreground: .indexed(foreground), background: .indexed(background)), colours: colours)
                if XtermPalette.contrast(pair.foreground, pair.background) < 3
                    || max(pair.foreground, pair.background) >= colours
                {
                    Issue.record("\(foreground) on \(background) became \(pair.foreground) on \(pair.background)")
                }
            }
        }
    }

    @Test(arguments: [8, 16], painted)
    func everyRoleCanBeRead(_ colours: Int, _ name: Theme.Name) throws {
        for role in Role.allCases {
            let style = Theme(name)[role]
            let pair = try definition(style, colours: colours)
            #expect(pair.foreground != pair.background, "\(role)")
            #expect(XtermPalette.contrast(pair.foreground, pair.background) >= 3, "\(role)")
        }
    }

    @Test(arguments: [8, 16], painted)
    func judgementsAreNeitherWordsNorEachOther(_ colours: Int, _ name: Theme.Name) throws {
        let theme = Theme(name)
        let colours = try (Self.judgements + [.text]).map { try definition(theme[$0], colours: colours).foreground }
        #expect(Set(colours).count == 4, "\(colours)")
    }

    @Test(arguments: [8, 16], painted)
    func whatIsSelectedHasABackgroundOfItsOwn(_ colours: Int, _ name: Theme.Name) throws {
        let theme = Theme(name)
        let screen = try definition(theme[.text], colours: colours)
        for role in [Role.selection, .openTab] {
            #expect(try definition(theme[role], colours: colours).background != screen.background, "\(role)")
        }
    }

    @Test(arguments: Theme.Name.allCases)
    func withoutColoursWhatIsSelectedIsReversedAndNothingElse(_ name: Theme.Name) {
        // The classes of a map are told apart by their numbers where there are no colours.
        let classes: [Role] = [.mapClass1, .mapClass2, .mapClass3, .mapClass4, .mapClass5]
        for role in Role.allCases where !classes.contains(role) {
            let isSelected = [Role.selection, .openTab, .mapSelected].contains(role)
            let look = look(Theme(name)[role], colours: 0)
            #expect(look.pair == 0 && look.attributes.contains(.reverse) == isSelected, "\(role)")
        }
    }

    @Test(arguments: [8, 16], painted)
    func noDarkLettersAreBold(_ colours: Int, _ name: Theme.Name) throws {
        for role in Role.allCases {
            let look = look(Theme(name)[role], colours: colours)
            guard let pair = look.definition, pair.foreground < 8, look.attributes.contains(.bold) else { continue }
            #expect(
                XtermPalette.luminance(of: pair.foreground) > XtermPalette.luminance(of: pair.background), "\(role)")
        }
    }

    @Test func boldCarriesBrightnessWithEightColours() {
        let green = Style(foreground: .indexed(46), background: .indexed(16))
        #expect(look(green, colours: 8).attributes == .bold && look(green, colours: 16).attributes == [])
    }

    @Test func aThemeThatChoosesNoColourHasNoPairs() {
        for role in Role.allCases { #expect(look(Theme(.mono)[role], colours: 8).pair == 0) }
    }

    @Test func withoutColoursOnlyAttributesRemain() {
        let look = look(Style(foreground: .indexed(1), attributes: .reverse), colours: 0)
        #expect(look.pair == 0 && look.attributes == .reverse)
    }

    /// A number below 256 may be one of a palette on such terminals, whatever the colour.
    @Test func directColoursAreRGB() throws {
        var pairs = ColorPairs(colours: .direct, pairs: 65_536)
        let look = pairs.look(of: Style(foreground: .indexed(73), background: .indexed(17)))
        #expect(look.definition == ColorPairs.Definition(pair: 1, foreground: 0x5FAFAF, background: 0x15F))
        for index in UInt8.min...UInt8.max {
            guard let pair = pairs.look(of: Style(foreground: .indexed(index))).definition else { continue }
            #expect(pair.foreground == 0 || (256..<1 << 24).contains(pair.foreground), "\(index)")
            #expect(pair.background == -1)
        }
    }

    @Test func withoutPairsLightBackgroundsAreReversed() {
        var pairs = ColorPairs(colours: .palette(8), pairs: 1)
        #expect(pairs.look(of: Style(foreground: .indexed(16), background: .indexed(231))).attributes == .reverse)
        #expect(pairs.look(of: Style(foreground: .indexed(231), background: .indexed(16))).attributes == [])
    }
}
