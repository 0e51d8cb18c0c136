/// The first eight or sixteen colours of the palette in place of all 256. Readable comes first, the hue second: a state
/// must not look like ordinary words where that can be helped.
public struct FewColours {
    /// 8 or 16.
    public let count: Int

    public init(count: Int) { self.count = count }

    /// What words need at least, and what they are given where the theme gave it them.
    private static let least = 3.0, enough = 4.5

    /// For each of the six hues from red on: itself, then the hues that stand in for it where it cannot be read. On
    /// white only red, blue and magenta can; so good, middling and bad are still three.
    private static let standIns = [[1, 5], [3, 5], [2, 6, 4], [6, 4], [4, 6], [5, 1]]

    /// A tint becomes black or white, what is to stand out keeps its hue.
    public func background(for wanted: Int) -> Int {
        if XtermPalette.standsOut(wanted), let hue = XtermPalette.hue(of: wanted) {
            return nearest(wanted, in: shades(Self.standIns[hue][0])) ?? 0
        }
        return nearest(wanted, in: count < 16 ? [0, 7] : [0, 7, 15]) ?? 0
    }

    /// The colour nearest to the one wanted that can be read on a background.
    ///
    /// - Parameter contrast: between the colours that were asked for.
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

    /// Whether a colour is much darker than the one it stands for.
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
