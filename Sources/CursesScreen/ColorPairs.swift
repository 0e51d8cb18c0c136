import Cells
import Glibc

/// Turns styles into colour pairs and attributes for a terminal with 0, 8, 16, 88 or 256 colours. Pure: what is to be
/// told to the terminal is returned.
struct ColorPairs {
    /// A pair that the terminal has not been told of yet.
    struct Definition: Hashable {
        let pair: Int
        /// -1 is the terminal's own colour.
        let foreground: Int
        let background: Int
    }

    struct Look: Hashable {
        let pair: Int
        let attributes: Attributes
        let definition: Definition?
    }

    private let colours: Int
    private let mostPairs: Int
    /// Foreground and background of each pair, the first of number 1. A few dozen: going through them costs less than a dictionary.
    private var pairs: [(foreground: Int, background: Int)] = []
    private var looks: [(style: Style, pair: Int, attributes: Attributes)] = []

    init(colours: Int, pairs: Int) {
        self.colours = colours
        mostPairs = pairs
    }

    /// The look of a style; with a definition the first time a pair is used.
    mutating func look(of style: Style) -> Look {
        for known in looks where known.style == style { return Look(pair: known.pair, attributes: known.attributes, definition: nil) }
        let (foreground, background, resolved) = resolved(style)
        var attributes = resolved
        if foreground < 0 && background < 0 { return remember(style, 0, attributes) }
        for (place, known) in pairs.enumerated() where known == (foreground, background) { return remember(style, place + 1, attributes) }
        let pair = pairs.count + 1
        guard pair < mostPairs else {
            if !isDark(background) { attributes.insert(.reverse) }
            return remember(style, 0, attributes)
        }
        pairs.append((foreground, background))
        return remember(style, pair, attributes, Definition(pair: pair, foreground: foreground, background: background))
    }

    /// The colours that the terminal has for a style, -1 for its own, and the attributes that go with them.
    func resolved(_ style: Style) -> (foreground: Int, background: Int, attributes: Attributes) {
        var attributes = style.attributes
        guard colours >= 8 else {
            // Without colours what has a background of its own stands out by being reversed.
            if let background = style.background.index, XtermPalette.standsOut(Int(background)) { attributes.insert(.reverse) }
            return (-1, -1, attributes)
        }
        let (foreground, background) = colours >= 256 ? asGiven(style) : inFewColours(style, &attributes)
        return (foreground, background, attributes)
    }

    private mutating func remember(
        _ style: Style, _ pair: Int, _ attributes: Attributes, _ definition: Definition? = nil
    ) -> Look {
        looks.append((style, pair, attributes))
        return Look(pair: pair, attributes: attributes, definition: definition)
    }

    private func asGiven(_ style: Style) -> (foreground: Int, background: Int) {
        let foreground = style.foreground.index.map(Int.init) ?? -1, background = style.background.index.map(Int.init) ?? -1
        guard foreground == background, foreground >= 0 else { return (foreground, background) }
        return (isDark(background) ? 231 : 16, background)
    }

    private func inFewColours(_ style: Style, _ attributes: inout Attributes) -> (foreground: Int, background: Int) {
        let few = FewColours(count: colours >= 16 ? 16 : 8)
        let background = style.background.index.map { few.background(for: Int($0)) } ?? -1
        guard let wanted = style.foreground.index.map(Int.init) else { return (-1, background) }
        // The terminal's own background is taken to be black.
        let ground = max(0, background)
        let contrast = XtermPalette.contrast(wanted, style.background.index.map(Int.init) ?? 0)
        let foreground = few.foreground(for: wanted, on: ground, contrast: contrast)
        if foreground < 8, XtermPalette.luminance(of: foreground) < XtermPalette.luminance(of: ground) {
            // Most terminals paint the first eight brighter where they are bold: black on white would become grey on white.
            attributes.remove(.bold)
        } else if colours < 16, few.isFaint(foreground, for: wanted) {
            attributes.insert(.bold)
        }
        return (foreground, background)
    }

    private func isDark(_ index: Int) -> Bool { index < 0 || XtermPalette.luminance(of: index) < 0.18 }
}

/// The first eight or sixteen colours of the palette in place of all 256. Readable comes first, the hue second: a state must not
/// look like ordinary words where that can be helped.
struct FewColours {
    /// 8 or 16.
    let count: Int

    /// What words need at least, and what they are given where the theme gave it them.
    private static let least = 3.0, enough = 4.5

    /// For each of the six hues from red on: itself, then the hues that stand in for it where it cannot be read. On white only red,
    /// blue and magenta can; so good, middling and bad are still three.
    private static let standIns = [[1, 5], [3, 5], [2, 6, 4], [6, 4], [4, 6], [5, 1]]

    /// A tint becomes black or white, what is to stand out keeps its hue.
    func background(for wanted: Int) -> Int {
        if XtermPalette.standsOut(wanted), let hue = XtermPalette.hue(of: wanted) { return nearest(wanted, in: shades(Self.standIns[hue][0])) ?? 0 }
        return nearest(wanted, in: count < 16 ? [0, 7] : [0, 7, 15]) ?? 0
    }

    /// The colour nearest to the one wanted that can be read on a background.
    ///
    /// - Parameter contrast: between the colours that were asked for.
    func foreground(for wanted: Int, on background: Int, contrast: Double) -> Int {
        func readable(_ choices: [Int], _ least: Double) -> [Int] { choices.filter { XtermPalette.contrast($0, background) >= least } }
        if let hue = XtermPalette.hue(of: wanted) {
            for base in Self.standIns[hue] {
                if let choice = nearest(wanted, in: readable(shades(base), Self.least)) { return choice }
            }
        }
        let greys = count < 16 ? [0, 7] : [0, 7, 8, 15]
        return nearest(wanted, in: readable(greys, contrast < Self.enough ? Self.least : Self.enough))
            ?? greys.max { XtermPalette.contrast($0, background) < XtermPalette.contrast($1, background) } ?? 0
    }

    /// Whether a colour is much darker than the one it stands for.
    func isFaint(_ index: Int, for wanted: Int) -> Bool {
        XtermPalette.luminance(of: wanted) > XtermPalette.luminance(of: index) && XtermPalette.contrast(wanted, index) > 1.35
    }

    private func shades(_ base: Int) -> [Int] { count < 16 ? [base] : [base, base + 8] }

    private func nearest(_ wanted: Int, in choices: [Int]) -> Int? {
        let luminance = XtermPalette.luminance(of: wanted)
        return choices.min {
            abs(XtermPalette.luminance(of: $0) - luminance) < abs(XtermPalette.luminance(of: $1) - luminance)
        }
    }
}

/// The xterm palette of 256 colours in red, green and blue, 0–255 each.
enum XtermPalette {
    private static let basic: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]

    static func components(of index: Int) -> (red: Int, green: Int, blue: Int) {
        if index < 16 { return basic[max(0, index)] }
        if index >= 232 {
            let grey = 8 + (index - 232) * 10
            return (grey, grey, grey)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
        let cube = index - 16
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    /// How bright a colour is to the eye, 0 to 1 (WCAG 2.2, relative luminance).
    static func luminance(of index: Int) -> Double { luminances[index] }

    /// From 1 to 21 (WCAG 2.2, contrast ratio).
    static func contrast(_ one: Int, _ other: Int) -> Double {
        let a = luminance(of: one), b = luminance(of: other)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The nearest of red, yellow, green, cyan, blue and magenta as 0 to 5; nil for greys and what is nearly grey.
    static func hue(of index: Int) -> Int? {
        let c = components(of: index)
        let most = max(c.red, c.green, c.blue), chroma = most - min(c.red, c.green, c.blue)
        guard chroma >= 80 else { return nil }
        let sixths: Double
        switch most {
        case c.red: sixths = Double(c.green - c.blue) / Double(chroma)
        case c.green: sixths = 2 + Double(c.blue - c.red) / Double(chroma)
        default: sixths = 4 + Double(c.red - c.green) / Double(chroma)
        }
        return (Int(sixths.rounded()) + 6) % 6
    }

    /// Whether a background is there to be seen, and is no screen and no quiet tint.
    static func standsOut(_ index: Int) -> Bool { hue(of: index) != nil && luminance(of: index) >= 0.05 }

    private static let luminances: [Double] = (0..<256).map { index in
        func linear(_ component: Int) -> Double {
            let share = Double(component) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let c = components(of: index)
        return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue)
    }
}
