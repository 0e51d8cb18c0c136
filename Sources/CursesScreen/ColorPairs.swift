import Cells

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
    private var pairs: [[Int]: Int] = [:]
    private var looks: [Style: (pair: Int, attributes: Attributes)] = [:]

    init(colours: Int, pairs: Int) {
        self.colours = colours
        mostPairs = pairs
    }

    /// The look of a style; with a definition the first time a pair is used.
    mutating func look(of style: Style) -> Look {
        if let known = looks[style] { return Look(pair: known.pair, attributes: known.attributes, definition: nil) }
        var attributes = style.attributes
        guard colours >= 8 else {
            // Without colours what has a background of its own stands out by being reversed.
            looks[style] = (0, attributes)
            return Look(pair: 0, attributes: attributes, definition: nil)
        }
        var foreground = nearest(style.foreground), background = nearest(style.background)
        if foreground == background, foreground >= 0 { foreground = isDark(background) ? (colours >= 16 ? 15 : 7) : 0 }
        if colours < 16, background == foreground { background = 0 }
        if foreground < 0 && background < 0 {
            looks[style] = (0, attributes)
            return Look(pair: 0, attributes: attributes, definition: nil)
        }
        if let pair = pairs[[foreground, background]] {
            looks[style] = (pair, attributes)
            return Look(pair: pair, attributes: attributes, definition: nil)
        }
        let pair = pairs.count + 1
        guard pair < mostPairs else {
            attributes.insert(isDark(background) ? [] : .reverse)
            looks[style] = (0, attributes)
            return Look(pair: 0, attributes: attributes, definition: nil)
        }
        pairs[[foreground, background]] = pair
        looks[style] = (pair, attributes)
        return Look(
            pair: pair, attributes: attributes,
            definition: Definition(pair: pair, foreground: foreground, background: background))
    }

    private func nearest(_ colour: Colour) -> Int {
        guard let index = colour.index else { return -1 }
        if colours >= 256 { return Int(index) }
        let wanted = XtermPalette.components(of: Int(index))
        let choices = 0..<(colours >= 16 ? 16 : 8)
        return choices.min { XtermPalette.distance(wanted, to: $0) < XtermPalette.distance(wanted, to: $1) } ?? 0
    }

    private func isDark(_ index: Int) -> Bool {
        guard index >= 0 else { return true }
        let c = XtermPalette.components(of: index)
        return c.red * 3 + c.green * 6 + c.blue < 1_275
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

    static func distance(_ colour: (red: Int, green: Int, blue: Int), to index: Int) -> Int {
        let other = components(of: index)
        let red = colour.red - other.red, green = colour.green - other.green, blue = colour.blue - other.blue
        return red * red + green * green + blue * blue
    }
}
