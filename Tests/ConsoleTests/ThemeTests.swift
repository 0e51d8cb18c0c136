import Cells
import TestSupport
import Testing
import Themes
import Wording

@testable import Console

@Suite struct ThemeTests {
    /// All roles that words are written in.
    private static let wordRoles = Role.allCases.filter { $0 != .frame }
    private static let areas: [Role] = [.mapArea1, .mapArea2, .mapArea3, .mapArea4]
    private static let painted = Theme.Name.allCases.filter { $0.leastContrast != nil }

    @Test func contrastIsThatOfTheDefinition() {
        #expect(abs(Contrast.ratio(16, 231) - 21) < 1e-9)
        #expect(abs(Contrast.ratio(231, 231) - 1) < 1e-9)
        // #767676 is the palest grey with 4.5:1 on white; 243 is #767676.
        #expect(abs(Contrast.ratio(243, 231) - 4.54) < 0.005)
        #expect(abs(Contrast.ratio(9, 15) - 4.0) < 0.005)
    }

    @Test(arguments: painted)
    func wordsStandOut(_ name: Theme.Name) throws {
        let least = try #require(name.leastContrast)
        for role in Self.wordRoles {
            let ratio = try #require(Contrast.ratio(Theme(name)[role]))
            #expect(ratio >= least, "\(name) \(role): \(ratio)")
        }
    }

    @Test func theContrastThemeIsNeitherDimNorGrey() throws {
        let theme = Theme(.contrast)
        for role in Role.allCases { #expect(!theme[role].attributes.contains(.dim), "\(role)") }
        #expect(try #require(Contrast.ratio(theme[.frame])) >= 3)
        for role in [Role.text, .quiet, .value, .title, .chartAxis, .chartForecast] + Self.areas {
            #expect(try #require(theme[role].foreground.index.map(Contrast.luminance)) > 0.8, "\(role)")
        }
        for role in [Role.selection, .openTab, .mapSelected] {
            let style = theme[role]
            let foreground = try #require(style.foreground.index), background = try #require(style.background.index)
            #expect(Contrast.luminance(foreground) < Contrast.luminance(background), "\(role)")
        }
    }

    @Test(arguments: Theme.Name.allCases)
    func whatIsSelectedIsSeen(_ name: Theme.Name) {
        let theme = Theme(name)
        for role in [Role.selection, .openTab] {
            let style = theme[role]
            #expect(style.background != theme[.text].background || style.attributes.contains(.reverse), "\(role)")
        }
        for role in Self.areas {
            #expect(
                theme[.mapSelected].background != theme[role].background
                    || theme[.mapSelected].attributes.contains(.reverse), "\(role)")
        }
    }

    @Test(arguments: painted)
    func judgementsDifferFromWordsAndFromEachOther(_ name: Theme.Name) {
        let theme = Theme(name)
        #expect(
            Set([Role.text, .quiet, .good, .middling, .bad].map { theme[$0].foreground }).count
                >= (name == .contrast ? 4 : 5))
        #expect(Role.allCases.filter { theme[$0].foreground == theme[.cityMark].foreground } == [.cityMark])
    }

    @Test(arguments: painted)
    func shapesOfJudgementsStandOutFromEveryArea(_ name: Theme.Name) throws {
        let theme = Theme(name)
        for area in Self.areas {
            for role in [Role.good, .middling, .bad] {
                let foreground = try #require(theme[role].foreground.index),
                    background = try #require(theme[area].background.index)
                #expect(Contrast.ratio(foreground, background) >= 3, "\(role) on \(area)")
            }
        }
    }

    @Test(arguments: [Theme.Name.dark, .light])
    func neighbouringAreasHaveTintsOfTheirOwn(_ name: Theme.Name) {
        #expect(Set((Self.areas + [.background, .mapSelected]).map { Theme(name)[$0].background }).count == 6)
    }

    @Test func monoChoosesNoColour() {
        for role in Role.allCases {
            let style = Theme(.mono)[role]
            #expect(style.foreground == .standard && style.background == .standard, "\(role)")
            // Only frames are dim, so that figures stand out from what holds them.
            #expect(style.attributes.contains(.dim) == (role == .frame), "\(role)")
        }
    }

    @Test func nextGoesRoundAllThemes() {
        var seen = [Theme.Name.dark]
        for _ in 0..<3 { seen.append(seen[seen.count - 1].next) }
        #expect(seen == [.dark, .light, .contrast, .mono] && Theme.Name.mono.next == .dark)
    }
}
