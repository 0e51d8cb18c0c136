import Cells
import Glibc

/// Contrast as WCAG 2.2 defines it, on the xterm palette of 256.
public enum Contrast {
    /// Red, green and blue of a colour of the palette, 0–255 each.
    public static func components(_ index: UInt8) -> [Double] {
        let basic: [[Double]] = [
            [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
            [229, 229, 229],
            [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255], [255, 0, 255], [0, 255, 255],
            [255, 255, 255],
        ]
        let levels: [Double] = [0, 95, 135, 175, 215, 255]
        switch index {
        case 0..<16: return basic[Int(index)]
        case 16..<232:
            let place = Int(index) - 16
            return [levels[place / 36], levels[place / 6 % 6], levels[place % 6]]
        default: return [Double](repeating: 8 + 10 * Double(index - 232), count: 3)
        }
    }

    public static func luminance(_ index: UInt8) -> Double {
        zip(components(index), [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
            let share = part.0 / 255
            return sum + part.1 * (share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4))
        }
    }

    public static func ratio(_ one: UInt8, _ other: UInt8) -> Double {
        let a = luminance(one), b = luminance(other)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Between the characters of a style and what is behind them; nil where the terminal chooses.
    public static func ratio(_ style: Style) -> Double? {
        guard let foreground = style.foreground.index, let background = style.background.index else { return nil }
        return ratio(foreground, background)
    }
}
