/// A bar towards a target with a mark where it should be by now.
public enum ProgressBar {
    /// The bar as runs of exactly that many columns. It is as long as the larger of the target and the value, so that
    /// more than all of it is never cut off.
    ///
    /// - Parameters:
    ///   - fraction: the value as a part of the target.
    ///   - mark: the part that should be reached by now; nil for none.
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
        let place = min(columns - 1, Int(mark / whole * Double(columns)))
        var runs: [TextRun] = [], column = 0
        for run in bar {
            let count = run.text.count
            if place >= column, place < column + count {
                let before = String(run.text.prefix(place - column)),
                    after = String(run.text.dropFirst(place - column + 1))
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

/// From a lower to an upper end on a scale that begins at zero: `───├━━┤───`.
public enum RangeBar {
    /// The bar as runs of exactly that many columns; both ends as parts of one.
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
