/// A thin bar for lists, `━━━╸───`, with a resolution of half a cell.
public enum ThinBar {
    /// The bar as runs that are `columns` wide together; none if `columns` is not positive.
    ///
    /// A fraction above 0 fills at least half a cell, one below 1 leaves at least half a cell empty. NaN gives an empty
    /// bar.
    public static func runs(fraction: Double, columns: Int, glyphs: Glyphs, filled: Style, empty: Style) -> [TextRun] {
        bar(fraction, columns, (glyphs.barFilled, glyphs.barHalf, glyphs.barEmpty), filled, empty)
    }

    static func bar(
        _ fraction: Double, _ columns: Int, _ signs: (full: String, half: String, empty: String), _ filled: Style,
        _ empty: Style
    ) -> [TextRun] {
        guard columns > 0 else { return [] }
        let halves = HalfCells.count(fraction, columns: columns)
        let drawn = String(sign: signs.full, times: halves / 2, then: halves % 2 == 1 ? signs.half : "")
        let rest = String(sign: signs.empty, times: columns - (halves + 1) / 2)
        if drawn.isEmpty { return [TextRun(rest, empty)] }
        return rest.isEmpty ? [TextRun(drawn, filled)] : [TextRun(drawn, filled), TextRun(rest, empty)]
    }
}

/// A bar of full blocks, for places where the bar is the main element.
public enum BlockBar {
    /// The bar as runs that are `columns` wide together, by the rules of `ThinBar`, but in whole cells.
    public static func runs(fraction: Double, columns: Int, glyphs: Glyphs, filled: Style, empty: Style) -> [TextRun] {
        // Half a block next to the shaded empty part would leave a visible gap.
        guard columns > 0 else { return [] }
        let count = WholeCells.count(fraction, columns: columns)
        return [
            TextRun(String(sign: glyphs.blockFilled, times: count), filled),
            TextRun(String(sign: glyphs.blockEmpty, times: columns - count), empty),
        ].filter { !$0.text.isEmpty }
    }
}

/// How many cells of a bar are filled: at least one for a fraction above 0, all of them only for 1 or more.
enum WholeCells {
    static func count(_ fraction: Double, columns: Int) -> Int {
        guard fraction > 0 else { return 0 }
        if fraction >= 1 || columns == 1 { return columns }
        return min(max(1, Int((fraction * Double(columns)).rounded())), columns - 1)
    }
}

/// How many half cells of a bar are filled: at least one for a fraction above 0, all of them only for 1 or more.
enum HalfCells {
    static func count(_ fraction: Double, columns: Int) -> Int {
        guard fraction > 0 else { return 0 }
        if fraction >= 1 { return columns * 2 }
        let halves = Int((fraction * Double(columns * 2)).rounded())
        return min(max(1, halves), columns * 2 - 1)
    }
}

extension String {
    /// A sign repeated `times` times, followed by another text. Copies bytes, because a list of bars creates many.
    init(sign: String, times: Int, then last: String = "") {
        let length = sign.utf8.count, count = Swift.max(0, times) * length
        self.init(unsafeUninitializedCapacity: count + last.utf8.count) { buffer in
            var offset = 0
            for byte in sign.utf8.prefix(count) {
                buffer[offset] = byte
                offset += 1
            }
            // Each copy doubles the part that is filled.
            while offset < count, let start = buffer.baseAddress {
                let next = Swift.min(offset, count - offset)
                (start + offset).update(from: start, count: next)
                offset += next
            }
            for byte in last.utf8 {
                buffer[offset] = byte
                offset += 1
            }
            return offset
        }
    }
}
