import Cells

/// The colours of a theme as numbers of the xterm palette of 256. The first sixteen are not used, because every
/// terminal defines them differently.
struct Palette: Sendable {
    var background, text, quiet, frame, value, accent, cityMark, good, middling, bad: Colour
    /// The backgrounds of neighbouring areas of a map that shows no figure: shades of grey, because a colour would seem
    /// to mean something.
    var areas: (Colour, Colour, Colour, Colour)
    /// The styles of the classes of a map, the lowest first: five steps of one colour.
    var classes: [Style]
    var openTab, selection: Style

    func style(_ colour: Colour, _ attributes: Attributes = []) -> Style {
        Style(foreground: colour, background: background, attributes: attributes)
    }

    /// Body text on the background of an area.
    func area(_ tint: Colour) -> Style { Style(foreground: value, background: tint) }

    /// Pairs of text and background.
    static func steps(_ pairs: (UInt8, UInt8)...) -> [Style] {
        pairs.map { Style(foreground: .indexed($0), background: .indexed($1)) }
    }
}
