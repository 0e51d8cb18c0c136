/// Figures in large digits: three rows of half blocks, or five rows of full ones and multiples of these.
///
/// A comma hangs to the lower left below the line, a point is one square on it: 24,002 is never read as 24.002. Narrow
/// and slim digits, for where columns are dear, keep their comma above the foot of the line, still slanting.
public enum LargeDigits {
    public enum Height: CaseIterable, Sendable {
        case three, slimFive, narrowFive, five, ten, fifteen

        /// How many rows a digit has.
        public var rows: Int {
            switch self {
            case .three: 3
            case .slimFive, .narrowFive, .five: 5
            case .ten: 10
            case .fifteen: 15
            }
        }

        /// Columns between two characters.
        var gap: Int {
            switch self {
            case .three, .slimFive, .narrowFive: 1
            case .five: 2
            case .ten: 4
            case .fifteen: 6
            }
        }

        /// How many rows a dot has; half a row counts as none.
        var rowsOfDot: Int { rows / 5 }

        /// How many columns each dot of a shape of so many has.
        func columns(ofDots dots: Int) -> [Int] {
            switch self {
            case .three, .slimFive: Array(repeating: 1, count: dots)
            case .narrowFive: dots == 3 ? [1, 2, 1] : dots == 1 ? [2] : dots == 2 ? [2, 1] : Array(repeating: 1, count: dots)
            case .five: Array(repeating: 2, count: dots)
            case .ten: Array(repeating: 4, count: dots)
            case .fifteen: Array(repeating: 6, count: dots)
            }
        }

        /// Whether it hangs below the last row.
        var commaHangs: Bool { self == .five || self == .ten || self == .fifteen }
    }

    /// How much room a figure takes.
    public static func size(of text: String, _ height: Height) -> Size {
        var columns = 0
        for character in text { columns += width(of: character, height) + height.gap }
        let hangs = height.commaHangs && text.contains(",")
        return Size(columns: max(0, columns - height.gap), rows: height.rows + (hangs ? height.rowsOfDot : 0))
    }

    /// Draws a figure with its upper left corner at a place and returns the room it took. What is neither a digit nor a
    /// sign of a number stands as itself on the last row.
    @discardableResult
    public static func draw(
        _ text: String, at point: Point, in grid: inout CellGrid, height: Height, glyphs: Glyphs, style: Style
    ) -> Size {
        var column = point.column
        for character in text {
            if let shape = shape(of: character, height) {
                for (row, line) in lines(shape, height, glyphs).enumerated() {
                    for (offset, sign) in line.enumerated() where sign != " " {
                        grid.put(String(sign), at: Point(column: column + offset, row: point.row + row), style: style)
                    }
                }
            } else {
                grid.put(String(character), at: Point(column: column, row: point.row + height.rows - 1), style: style)
            }
            column += width(of: character, height) + height.gap
        }
        return size(of: text, height)
    }

    private static func width(of character: Character, _ height: Height) -> Int {
        guard let shape = shape(of: character, height) else { return DisplayWidth.of(character) }
        return height.columns(ofDots: shape[0].count).reduce(0, +)
    }

    private static func shape(of character: Character, _ height: Height) -> [String]? {
        if character == ",", height == .narrowFive || height == .slimFive { return raisedComma }
        return shapes[character] ?? (height == .three ? nil : magnitudes[character])
    }

    private static let raisedComma = ["  ", "  ", "  ", " #", "# "]

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

    /// The magnitudes that Chinese figures are read in; three rows are too few for them.
    private static let magnitudes: [Character: [String]] = [
        "万": ["######", " #    ", " #### ", " #  # ", "#  ## "], "亿": [" # ####", "#    # ", "##  #  ", " # #  #", " # ####"],
    ]

    private static func lines(_ shape: [String], _ height: Height, _ glyphs: Glyphs) -> [String] {
        switch height {
        case .slimFive, .narrowFive, .five, .ten, .fifteen:
            let widths = height.columns(ofDots: shape[0].count)
            return shape.flatMap { row in
                let line = zip(row, widths).map { String(repeating: $0 == "#" ? glyphs.full : " ", count: $1) }.joined()
                return Array(repeating: line, count: height.rowsOfDot)
            }
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
