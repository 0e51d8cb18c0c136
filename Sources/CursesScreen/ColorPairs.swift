import Cells

/// Maps styles to colour pairs and attributes for a terminal with 0, 8, 16, 88, 256 or 2^24 colours. It does not call
/// ncurses; it returns what ncurses must be told.
struct ColorPairs {
    /// The colours of a terminal.
    enum Colours: Hashable {
        /// The first colours of the xterm palette, by their number; 0 for none.
        case palette(Int)
        /// RGB values of 24 bits.
        case direct
    }

    /// A pair that must be defined in ncurses.
    struct Definition: Hashable {
        let pair: Int
        /// -1 is the terminal's default colour.
        let foreground: Int
        let background: Int
    }

    /// How a style is expressed on this terminal.
    struct Look: Hashable {
        let pair: Int
        let attributes: Attributes
        /// Set when the pair is used for the first time.
        let definition: Definition?
    }

    private let colours: Colours
    private let mostPairs: Int
    /// Foreground and background of each pair. Pair 1 is the first.
    private var pairs: [(foreground: Int, background: Int)] = []
    private var looks: [Style: Look] = [:]

    init(colours: Colours, pairs: Int) {
        self.colours = colours
        mostPairs = pairs
    }

    /// The look of a style. If no pair is left, the default colours are used, reversed for a light background.
    mutating func look(of style: Style) -> Look {
        if let known = looks[style] { return known }
        var (foreground, background, attributes) = resolved(style)
        var pair = 0, definition: Definition?
        if foreground >= 0 || background >= 0 {
            if let known = pairs.firstIndex(where: { $0 == (foreground, background) }) {
                pair = known + 1
            } else if pairs.count + 1 < mostPairs {
                pairs.append((foreground, background))
                pair = pairs.count
                definition = Definition(pair: pair, foreground: foreground, background: background)
            } else if let index = style.background.index, !Self.isDark(Int(index)) {
                attributes.insert(.reverse)
            }
        }
        looks[style] = Look(pair: pair, attributes: attributes, definition: nil)
        return Look(pair: pair, attributes: attributes, definition: definition)
    }

    /// The nearest colours that the terminal has, -1 for its default, and the attributes that fit them.
    private func resolved(_ style: Style) -> (foreground: Int, background: Int, attributes: Attributes) {
        var attributes = style.attributes
        switch colours {
        case .direct:
            let given = asGiven(style)
            return (Self.direct(given.foreground), Self.direct(given.background), attributes)
        case .palette(256...):
            let given = asGiven(style)
            return (given.foreground, given.background, attributes)
        case .palette(let count) where count >= 8:
            let few = inFewColours(style, count, &attributes)
            return (few.foreground, few.background, attributes)
        case .palette:
            // Without colours, reverse stands for a background that must be noticed.
            if let background = style.background.index, XtermPalette.standsOut(Int(background)) {
                attributes.insert(.reverse)
            }
            return (-1, -1, attributes)
        }
    }

    private func asGiven(_ style: Style) -> (foreground: Int, background: Int) {
        let foreground = style.foreground.index.map(Int.init) ?? -1,
            background = style.background.index.map(Int.init) ?? -1
        guard foreground == background, foreground >= 0 else { return (foreground, background) }
        return (Self.isDark(background) ? 231 : 16, background)
    }

    /// The RGB value of a colour of the xterm palette.
    private static func direct(_ index: Int) -> Int {
        guard index >= 0 else { return -1 }
        let c = XtermPalette.components(of: index), value = c.red << 16 | c.green << 8 | c.blue
        // Some entries of terminfo take values below 256 as palette numbers; one step of green avoids them.
        return value > 0 && value < 256 ? value | 1 << 8 : value
    }

    private func inFewColours(_ style: Style, _ count: Int, _ attributes: inout Attributes) -> (
        foreground: Int, background: Int
    ) {
        let few = FewColours(count: count >= 16 ? 16 : 8)
        let background = style.background.index.map { few.background(for: Int($0)) } ?? -1
        guard let wanted = style.foreground.index.map(Int.init) else { return (-1, background) }
        // The default background is assumed to be black.
        let ground = max(0, background)
        let contrast = XtermPalette.contrast(wanted, style.background.index.map(Int.init) ?? 0)
        let foreground = few.foreground(for: wanted, on: ground, contrast: contrast)
        if foreground < 8, XtermPalette.luminance(of: foreground) < XtermPalette.luminance(of: ground) {
            // Most terminals brighten the first eight colours when bold: black on white would become grey on white.
            attributes.remove(.bold)
        } else if count < 16, few.isFaint(foreground, for: wanted) {
            attributes.insert(.bold)
        }
        return (foreground, background)
    }

    private static func isDark(_ index: Int) -> Bool { XtermPalette.luminance(of: index) < 0.18 }
}
