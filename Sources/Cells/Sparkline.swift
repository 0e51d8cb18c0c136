/// Values over time as columns in one row, for lists.
public enum Sparkline {
    /// The values as a text that is `columns` wide. If not all fit, only the newest are drawn. Nil leaves a gap.
    public static func text(_ values: [Double?], columns: Int, glyphs: Glyphs) -> String {
        var canvas = DotCanvas(columns: columns, rows: 1, glyphs: glyphs)
        let shown = Array(values.suffix(canvas.width))
        guard canvas.width > 0, !shown.isEmpty else { return String(repeating: " ", count: max(0, columns)) }
        let known = shown.compactMap { $0 }
        let low = known.min() ?? 0, high = known.max() ?? 0
        let each = max(1, min(canvas.across * 2, canvas.width / shown.count))
        for (index, value) in shown.enumerated() {
            guard let value else { continue }
            // The lowest value has one dot, so that it does not look like a gap.
            let share = high > low ? (value - low) / (high - low) : 0.5
            let dots = 1 + Int((share * Double(canvas.height - 1)).rounded())
            for x in index * each..<(index + 1) * each {
                for y in canvas.height - dots..<canvas.height { canvas.set(x, y) }
            }
        }
        return (0..<columns).map { canvas.text(column: $0, row: 0) ?? " " }.joined()
    }
}
