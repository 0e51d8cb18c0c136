/// Values over time as columns in one row, for lists.
public enum Sparkline {
    /// Seven heights. None fills a cell to its top, so that the columns of one row do not touch those of the row above.
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]
    private static let signs: [Character] = [".", ":", "|"]

    /// The values as a text that is `columns` wide. If not all fit, only the newest are drawn. Nil leaves a gap. The
    /// lowest value has a height, so that it does not look like a gap; equal values are of middle height.
    public static func text(_ values: [Double?], columns: Int, glyphs: Glyphs) -> String {
        let shown = values.suffix(max(0, columns))
        guard !shown.isEmpty else { return String(repeating: " ", count: max(0, columns)) }
        let heights = glyphs.name == .ascii ? signs : blocks
        let known = shown.compactMap { $0 }
        let low = known.min() ?? 0, high = known.max() ?? 0
        let each = min(2, columns / shown.count)
        let text = shown.map { value -> String in
            guard let value else { return String(repeating: " ", count: each) }
            let share = high > low ? (value - low) / (high - low) : 0.5
            let height = heights[Int((share * Double(heights.count - 1)).rounded())]
            return String(repeating: height, count: each)
        }.joined()
        return text + String(repeating: " ", count: columns - each * shown.count)
    }
}
