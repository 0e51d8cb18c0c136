import Glibc

/// The xterm palette of 256 colours in red, green and blue, 0–255 each.
public enum XtermPalette {
    private static let basic: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    /// Red, green and blue of a colour, 0–255 each. The first 16 are xterm's defaults; terminals may show others.
    public static func components(of index: Int) -> (red: Int, green: Int, blue: Int) {
        if index < 16 { return basic[max(0, index)] }
        if index >= 232 {
            let grey = 8 + (index - 232) * 10
            return (grey, grey, grey)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
        let cube = index - 16
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    /// The relative luminance of a colour, 0 to 1 (WCAG 2.2).
    public static func luminance(of index: Int) -> Double { luminances[index] }

    /// The contrast ratio of two colours, 1 to 21 (WCAG 2.2).
    public static func contrast(_ one: Int, _ other: Int) -> Double {
        let a = luminance(of: one), b = luminance(of: other)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The nearest hue: 0 red, 1 yellow, 2 green, 3 cyan, 4 blue, 5 magenta; nil for colours that are nearly grey.
    public static func hue(of index: Int) -> Int? {
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

    /// Whether a background is meant to be noticed: it has a hue and is not dark. Plain screens and tints do not.
    public static func standsOut(_ index: Int) -> Bool { hue(of: index) != nil && luminance(of: index) >= 0.05 }

    private static let luminances: [Double] = (0..<256).map { index in
        func linear(_ component: Int) -> Double {
            let share = Double(component) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let c = components(of: index)
        return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue)
    }
}
