/// Figures in large digits, of three rows made of half blocks or five rows of full ones.
///
/// A comma hangs to the lower left below the line, a point is one square on it: 24,002 is never read as 24.002.
public enum LargeDigits {
    public enum Height: Sendable { case three, five }

    /// How much room a figure takes.
    public static func size(of text: String, _ height: Height) -> Size {
        var columns = 0
        for character in text { columns += width(of: character, height) + gap(height) }
        let hangs = height == .five && text.contains(",")
        return Size(columns: max(0, columns - gap(height)), rows: (height == .three ? 3 : 5) + (hangs ? 1 : 0))
    }

    /// Draws a figure with its upper left corner at a place and returns the room it took. What is neither a digit nor a
    /// sign of a number stands as itself on the last row.
    @discardableResult
    public static func draw(
        _ text: String, at point: Point, in grid: inout CellGrid, height: Height, glyphs: Glyphs, style: Style
    ) -> Size {
        var column = point.column
        for character in text {
            if let shape = shapes[character] {
                for (row, line) in lines(shape, height, glyphs).enumerated() {
                    for (offset, sign) in line.enumerated() where sign != " " {
                        grid.put(String(sign), at: Point(column: column + offset, row: point.row + row), style: style)
                    }
                }
            } else {
                let base = point.row + (height == .three ? 2 : 4)
                grid.put(String(character), at: Point(column: column, row: base), style: style)
            }
            column += width(of: character, height) + gap(height)
        }
        return size(of: text, height)
    }

    private static func gap(_ height: Height) -> Int { height == .three ? 1 : 2 }

    private static func width(of character: Character, _ height: Height) -> Int {
        guard let shape = shapes[character] else { return DisplayWidth.of(character) }
        let dots = shape[0].count
        return height == .three ? dots : dots * 2
    }

    /// Each shape is five rows of dots, a sixth where it hangs below the line.
    private static let shapes: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
        "A": ["###", "# #", "###", "# #", "# #"], "%": ["# #", "  #", " # ", "#  ", "# #"],
        "-": ["   ", "   ", "###", "   ", "   "], "−": ["   ", "   ", "###", "   ", "   "],
        "–": ["   ", "   ", "###", "   ", "   "], "+": ["   ", " # ", "###", " # ", "   "],
        "/": ["  #", "  #", " # ", "#  ", "#  "], " ": ["  ", "  ", "  ", "  ", "  "],
        ".": [" ", " ", " ", " ", "#"], ",": ["  ", "  ", "  ", "  ", " #", "# "],
    ]

    private static func lines(_ shape: [String], _ height: Height, _ glyphs: Glyphs) -> [String] {
        switch height {
        case .five:
            return shape.map { row in row.map { $0 == "#" ? glyphs.full + glyphs.full : "  " }.joined() }
        case .three:
            let rows = shape.map(Array.init)
            return stride(from: 0, to: 6, by: 2).map { top in
                rows[0].indices.map { column in
                    let upper = rows[top][column] == "#"
                    let lower = top + 1 < rows.count && rows[top + 1][column] == "#"
                    switch (upper, lower) {
                    case (true, true): return glyphs.full
                    case (true, false): return glyphs.upperHalf
                    case (false, true): return glyphs.lowerHalf
                    case (false, false): return " "
                    }
                }.joined()
            }
        }
    }
}
