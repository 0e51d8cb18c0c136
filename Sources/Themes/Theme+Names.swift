import Cells
import Indicators

extension Theme {
    /// The themes by the names that `--theme` takes. All that is said of a theme is in this file: a new one is a case,
    /// its word, its contrast and its palette.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        case dark, light, contrast, mono

        /// The name as the help says it.
        public var word: LocalizedText {
            switch self {
            case .dark: LocalizedText(zh: "深色", en: "dark")
            case .light: LocalizedText(zh: "浅色", en: "light")
            case .contrast: LocalizedText(zh: "高对比", en: "contrast")
            case .mono: LocalizedText(zh: "单色", en: "mono")
            }
        }

        /// The least contrast of its words to what is behind them (WCAG 2.2, 1.4.3 and 1.4.6); nil where the terminal
        /// chooses the colours.
        public var leastContrast: Double? {
            switch self {
            case .dark, .light: 4.5
            case .contrast: 7
            case .mono: nil
            }
        }

        var palette: Palette {
            switch self {
            case .dark: .dark
            case .light: .light
            case .contrast: .contrast
            case .mono: .mono
            }
        }

        /// The theme that the key `t` selects after this one.
        public var next: Name {
            let all = Self.allCases
            let index = all.firstIndex(of: self) ?? 0
            return all[(index + 1) % all.count]
        }
    }
}

extension Palette {
    /// Reed teal and the coral of the red beach on near black.
    static let dark = Palette(
        background: .indexed(233), text: .indexed(252), quiet: .indexed(246), frame: .indexed(240),
        value: .indexed(255),
        accent: .indexed(73), cityMark: .indexed(209), good: .indexed(71), middling: .indexed(179), bad: .indexed(203),
        areas: (.indexed(237), .indexed(234), .indexed(236), .indexed(238)),
        classes: steps((252, 236), (255, 24), (16, 31), (16, 74), (16, 153)),
        openTab: Style(foreground: .indexed(233), background: .indexed(73), attributes: .bold),
        selection: Style(foreground: .indexed(255), background: .indexed(23), attributes: .bold))

    /// White and not pale grey: on grey no orange of the palette is readable, and the city's mark would have to be red
    /// like a bad judgement.
    static let light = Palette(
        background: .indexed(231), text: .indexed(235), quiet: .indexed(241), frame: .indexed(249), value: .indexed(16),
        accent: .indexed(23), cityMark: .indexed(130), good: .indexed(28), middling: .indexed(94), bad: .indexed(124),
        areas: (.indexed(254), .indexed(255), .indexed(253), .indexed(252)),
        classes: steps((16, 195), (16, 152), (16, 109), (231, 24), (231, 16)),
        openTab: Style(foreground: .indexed(231), background: .indexed(23), attributes: .bold),
        selection: Style(foreground: .indexed(16), background: .indexed(116), attributes: .bold))

    /// White on black for people who need high contrast. Only frames are grey; secondary text is as white as the rest.
    static let contrast = Palette(
        background: .indexed(16), text: .indexed(231), quiet: .indexed(231), frame: .indexed(247), value: .indexed(231),
        accent: .indexed(51), cityMark: .indexed(209), good: .indexed(46), middling: .indexed(226), bad: .indexed(203),
        areas: (.indexed(16), .indexed(16), .indexed(16), .indexed(16)),
        classes: steps((231, 16), (231, 16), (231, 16), (231, 16), (231, 16)),
        openTab: Style(foreground: .indexed(16), background: .indexed(51), attributes: .bold),
        selection: Style(foreground: .indexed(16), background: .indexed(51), attributes: .bold))

    /// The terminal's own colours. Reversed text is not bold as well, because consoles would show its black as grey.
    static let mono = Palette(
        background: .standard, text: .standard, quiet: .standard, frame: .standard, value: .standard,
        accent: .standard, cityMark: .standard, good: .standard, middling: .standard, bad: .standard,
        areas: (.standard, .standard, .standard, .standard),
        classes: [Style](repeating: Style(), count: 5),
        openTab: Style(attributes: .reverse),
        selection: Style(attributes: .reverse))
}
