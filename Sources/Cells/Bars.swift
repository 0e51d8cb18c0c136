/// A thin bar for lists, `━━━╸───`, to half a cell.
public enum ThinBar {
    /// The bar as runs of exactly that many columns. What is not a number draws empty; anything above nothing shows at
    /// least a half, anything below the whole never looks full.
    public static func runs(fraction: Double, columns: Int, glyphs: Glyphs, filled: Style, empty: Style) -> [TextRun] {
        bar(fraction, columns, (glyphs.barFilled, glyphs.barHalf, glyphs.barEmpty), filled, empty)
    }

    static func bar(
        _ fraction: Double, _ columns: Int, _ signs: (full: String, half: String, empty: String), _ filled: Style,
        _ empty: Style
    ) -> [TextRun] {
        guard columns > 0 else { return [] }
        let halves = HalfCells.count(fraction, columns: columns)
        var runs: [TextRun] = []
        let drawn = String(repeating: signs.full, count: halves / 2) + (halves % 2 == 1 ? signs.half : "")
        if !drawn.isEmpty { runs.append(TextRun(drawn, filled)) }
        let rest = columns - (halves + 1) / 2
        if rest > 0 { runs.append(TextRun(String(repeating: signs.empty, count: rest), empty)) }
        return runs
    }
}

/// A bar of full blocks, for where the bar is the main thing.
public enum BlockBar {
    /// As `ThinBar.runs`, in blocks.
    public static func runs(fraction: Double, columns: Int, glyphs: Glyphs, filled: Style, empty: Style) -> [TextRun] {
        ThinBar.bar(fraction, columns, (glyphs.blockFilled, glyphs.blockHalf, glyphs.blockEmpty), filled, empty)
    }
}

/// How many half cells of a bar are filled.
enum HalfCells {
    static func count(_ fraction: Double, columns: Int) -> Int {
        guard fraction > 0 else { return 0 }
        if fraction >= 1 { return columns * 2 }
        let halves = Int((fraction * Double(columns * 2)).rounded())
        return min(max(1, halves), columns * 2 - 1)
    }
}
