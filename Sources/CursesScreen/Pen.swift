import Cells

/// Colours and attributes as a terminal has them in force.
struct Pen: Hashable {
    /// Places in the terminal's palette; -1 is its own colour.
    var foreground: Int16 = -1
    var background: Int16 = -1
    var attributes: Attributes = []

    /// What is switched on by which number of SGR (ECMA-48 section 8.3.117).
    static let codes: [(attribute: Attributes, code: Int)] = [(.bold, 1), (.dim, 2), (.underline, 4), (.reverse, 7)]

    /// Whether a blank looks the same in both.
    func isAlikeWhenBlank(as other: Pen) -> Bool {
        self == other || (background == other.background && canErase && other.canErase)
    }

    /// Whether cells erased with it look like blanks written with it.
    var canErase: Bool { attributes.isDisjoint(with: [.underline, .reverse]) }

    /// The same for blanks, with what is not seen of them left as it is in force.
    func keepingInk(of pen: Pen) -> Pen {
        pen.canErase ? Pen(foreground: pen.foreground, background: background, attributes: pen.attributes) : self
    }
}

/// The pens of the styles that have been met.
struct PenBox {
    private var colours: ColorPairs
    private let without: Attributes
    private var known: [(style: Style, pen: Pen)] = []
    private var last = 0

    /// - Parameter without: attributes that the terminal does not show together with colours.
    init(colours: Int, without: Attributes) {
        self.colours = ColorPairs(colours: colours, pairs: .max)
        self.without = without
    }

    /// The pen of a style. Styles are few: looking through them is faster than hashing.
    mutating func pen(of style: Style) -> Pen {
        if last < known.count, known[last].style == style { return known[last].pen }
        if let place = known.firstIndex(where: { $0.style == style }) {
            last = place
            return known[place].pen
        }
        let resolved = colours.resolved(style)
        var pen = Pen(foreground: Int16(resolved.foreground), background: Int16(resolved.background), attributes: resolved.attributes)
        if pen.foreground >= 0 || pen.background >= 0 { pen.attributes.subtract(without) }
        last = known.count
        known.append((style, pen))
        return pen
    }

    mutating func isAlikeWhenBlank(_ one: Style, _ other: Style) -> Bool {
        one == other || pen(of: one).isAlikeWhenBlank(as: pen(of: other))
    }
}
