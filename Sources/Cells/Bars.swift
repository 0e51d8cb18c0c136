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
        let drawn = String(sign: signs.full, times: halves / 2, then: halves % 2 == 1 ? signs.half : "")
        let rest = String(sign: signs.empty, times: columns - (halves + 1) / 2)
        if drawn.isEmpty { return [TextRun(rest, empty)] }
        return rest.isEmpty ? [TextRun(drawn, filled)] : [TextRun(drawn, filled), TextRun(rest, empty)]
    }
}

/// A bar of full blocks, for where the bar is the main thing.
public enum BlockBar {
    /// As `ThinBar.runs`, in blocks.
    public static func runs(fraction: Double, columns: Int, glyphs: Glyphs, filled: Style, empty: Style) -> [TextRun] {
        // In whole cells: half a block beside the shade of what is empty would leave a notch.
        guard columns > 0 else { return [] }
        let count = WholeCells.count(fraction, columns: columns)
        return [
            TextRun(String(sign: glyphs.blockFilled, times: count), filled),
            TextRun(String(sign: glyphs.blockEmpty, times: columns - count), empty),
        ].filter { !$0.text.isEmpty }
    }
}

/// How many cells of a bar are filled; as with halves anything above nothing shows, and only the whole looks full.
enum WholeCells {
    static func count(_ fraction: Double, columns: Int) -> Int {
        guard fraction > 0 else { return 0 }
        if fraction >= 1 || columns == 1 { return columns }
        return min(max(1, Int((fraction * Double(columns)).rounded())), columns - 1)
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

extension String {
    /// One sign so many times and another text behind, byte by byte: a list full of bars is made of them.
    init(sign: String, times: Int, then last: String = "") {
        let length = sign.utf8.count, count = Swift.max(0, times) * length
        self.init(unsafeUninitializedCapacity: count + last.utf8.count) { buffer in
            var place = 0
            for byte in sign.utf8.prefix(count) {
                buffer[place] = byte
                place += 1
            }
            // What is there is copied behind itself, twice as much each time.
            while place < count, let start = buffer.baseAddress {
                let next = Swift.min(place, count - place)
                (start + place).update(from: start, count: next)
                place += next
            }
            for byte in last.utf8 {
                buffer[place] = byte
                place += 1
            }
            return place
        }
    }
}
