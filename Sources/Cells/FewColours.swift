/// Replaces colours of the xterm palette of 256 by the first 8 or 16. Contrast is more important than hue; the hue is
/// kept where possible, so that a judgement does not look like ordinary text.
public struct FewColours {
    /// How many colours the terminal has: 8 or 16.
    public let count: Int

    /// - Parameter count: 8 or 16.
    public init(count: Int) { self.count = count }

    /// Contrast ratios (WCAG 2.2): the least for any text, and the one for text that has it in the theme.
    private static let least = 3.0, enough = 4.5

    /// For each of the six hues, red first, the colours to try: the hue itself, then its replacements if it is not
    /// readable. On white only red, blue and magenta are, which still gives good, middling and bad three colours.
    private static let standIns = [[1, 5], [3, 5], [2, 6, 4], [6, 4], [4, 6], [5, 1]]

    /// The nearest background: a tint becomes black or white, a background that stands out keeps its hue.
    public func background(for wanted: Int) -> Int {
        if XtermPalette.standsOut(wanted), let hue = XtermPalette.hue(of: wanted) {
            return nearest(wanted, in: shades(Self.standIns[hue][0])) ?? 0
        }
        return nearest(wanted, in: count < 16 ? [0, 7] : [0, 7, 15]) ?? 0
    }

    /// The colour nearest in hue and luminance to the wanted one that is readable on a background.
    ///
    /// - Parameters:
    ///   - wanted: an index of the palette of 256.
    ///   - background: the background used, one of the first 16.
    ///   - contrast: the contrast ratio that the theme has between text and background.
    public func foreground(for wanted: Int, on background: Int, contrast: Double) -> Int {
        func readable(_ choices: [Int], _ least: Double) -> [Int] {
            choices.filter { XtermPalette.contrast($0, background) >= least }
        }
        if let hue = XtermPalette.hue(of: wanted) {
            for base in Self.standIns[hue] {
                if let choice = nearest(wanted, in: readable(shades(base), Self.least)) { return choice }
            }
        }
        let greys = count < 16 ? [0, 7] : [0, 7, 8, 15]
        return nearest(wanted, in: readable(greys, contrast < Self.enough ? Self.least : Self.enough))
            ?? greys.max { XtermPalette.contrast($0, background) < XtermPalette.contrast($1, background) } ?? 0
    }

    /// Whether a colour is clearly darker than the one it replaces, so that bold may help.
    public func isFaint(_ index: Int, for wanted: Int) -> Bool {
        XtermPalette.luminance(of: wanted) > XtermPalette.luminance(of: index)
            && XtermPalette.contrast(wanted, index) > 1.35
    }

    private func shades(_ base: Int) -> [Int] { count < 16 ? [base] : [base, base + 8] }

    private func nearest(_ wanted: Int, in choices: [Int]) -> Int? {
        let luminance = XtermPalette.luminance(of: wanted)
        return choices.min {
            abs(XtermPalette.luminance(of: $0) - luminance) < abs(XtermPalette.luminance(of: $1) - luminance)
        }
    }
}
