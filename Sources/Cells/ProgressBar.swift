/// A bar for a value and its target, with a mark at the part that should be reached by now.
public enum ProgressBar {
    /// The bar as runs that are `columns` wide together. Its whole length is the larger of value and target, so that a
    /// value beyond the target is not cut off.
    ///
    /// - Parameters:
    ///   - fraction: the value divided by the target.
    ///   - mark: the part of the target that should be reached by now, from 0; nil for none.
    ///   - isThin: `ThinBar` instead of `BlockBar`.
    public static func runs(
        fraction: Double, mark: Double?, columns: Int, glyphs: Glyphs, filled: Style, empty: Style, markStyle: Style,
        isThin: Bool
    ) -> [TextRun] {
        guard columns > 0 else { return [] }
        let whole = max(1, fraction.isFinite ? fraction : 1)
        let share = fraction.isFinite ? fraction / whole : 0
        let bar =
            isThin
            ? ThinBar.runs(fraction: share, columns: columns, glyphs: glyphs, filled: filled, empty: empty)
            : BlockBar.runs(fraction: share, columns: columns, glyphs: glyphs, filled: filled, empty: empty)
        guard let mark, mark >= 0, mark <= whole else { return bar }
        let index = min(columns - 1, Int(mark / whole * Double(columns)))
        var runs: [TextRun] = [], column = 0
        for run in bar {
            let count = run.text.count
            if index >= column, index < column + count {
                let before = String(run.text.prefix(index - column)),
                    after = String(run.text.dropFirst(index - column + 1))
                if !before.isEmpty { runs.append(TextRun(before, run.style)) }
                runs.append(TextRun(glyphs.paceMark, markStyle))
                if !after.isEmpty { runs.append(TextRun(after, run.style)) }
            } else {
                runs.append(run)
            }
            column += count
        }
        return runs
    }
}

/// A range on a scale from 0 to 1: `───├━━┤───`.
public enum RangeBar {
    /// The bar as runs that are `columns` wide together; none for fewer than 3 columns or for an end that is not
    /// finite.
    ///
    /// - Parameters:
    ///   - low: the lower end, from 0 to 1.
    ///   - high: the upper end, from 0 to 1.
    public static func runs(low: Double, high: Double, columns: Int, glyphs: Glyphs, filled: Style, empty: Style)
        -> [TextRun]
    {
        guard columns >= 3, low.isFinite, high.isFinite else { return [] }
        let first = min(columns - 2, max(0, Int((low * Double(columns)).rounded(.down))))
        let last = min(columns - 1, max(first + 1, Int((high * Double(columns)).rounded(.up)) - 1))
        func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: max(0, count)) }
        return [
            TextRun(times(glyphs.barEmpty, first), empty),
            TextRun(glyphs.rangeStart + times(glyphs.barFilled, last - first - 1) + glyphs.rangeEnd, filled),
            TextRun(times(glyphs.barEmpty, columns - last - 1), empty),
        ].filter { !$0.text.isEmpty }
    }
}
