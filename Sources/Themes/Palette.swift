import Cells

/// The colours of a theme as numbers of the xterm palette of 256. The first sixteen are not used, because every
/// terminal defines them differently.
struct Palette: Sendable {
    var background, text, quiet, frame, value, accent, cityMark, good, middling, bad: Colour
    /// The backgrounds of neighbouring areas of a map.
    var areas: (Colour, Colour, Colour, Colour)
    /// The styles of the classes of a map, the lowest first: five steps of one colour.
    var classes: [Style]
    var openTab, selection: Style

    func style(_ colour: Colour, _ attributes: Attributes = []) -> Style {
        Style(foreground: colour, background: background, attributes: attributes)
    }

    /// Body text on the background of an area.
    func area(_ tint: Colour) -> Style { Style(foreground: value, background: tint) }

    /// Reed teal and the coral of the red beach on near black.
    static let dark = Palette(
        background: .indexed(233), text: .indexed(252), quiet: .indexed(246), frame: .indexed(240),
        value: .indexed(255),
        accent: .indexed(73), cityMark: .indexed(209), good: .indexed(71), middling: .indexed(179), bad: .indexed(203),
        areas: (.indexed(238), .indexed(235), .indexed(237), .indexed(17)),
        classes: steps((252, 236), (255, 24), (16, 31), (16, 74), (16, 153)),
        openTab: Style(foreground: .indexed(233), background: .indexed(73), attributes: .bold),
        selection: Style(foreground: .indexed(255), background: .indexed(23), attributes: .bold))

    /// White and not pale grey: on grey no orange of the palette is readable, and the city's mark would have to be red
    /// like a bad judgement.
    static let light = Palette(
        background: .indexed(231), text: .indexed(235), quiet: .indexed(241), frame: .indexed(249), value: .indexed(16),
        accent: .indexed(23), cityMark: .indexed(130), good: .indexed(28), middling: .indexed(94), bad: .indexed(124),
        areas: (.indexed(189), .indexed(252), .indexed(230), .indexed(254)),
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

    /// Pairs of text and background.
    private static func steps(_ pairs: (UInt8, UInt8)...) -> [Style] {
        pairs.map { Style(foreground: .indexed($0), background: .indexed($1)) }
    }
}
