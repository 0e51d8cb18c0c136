/// Figures in large digits: three rows of half blocks, or five, ten or fifteen rows of full blocks.
///
/// A comma slants below the base line, a point is one square on the base line, so that 24,002 is not read as 24.002.
/// The comma of slim and narrow digits slants too, but ends on the base line.
public enum LargeDigits {
    /// The sizes. The slim and the narrow ones have five rows and take fewer columns.
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

        /// How many rows of cells a dot of a shape takes; 0 for `three`, where a dot takes half a row.
        var rowsOfDot: Int { rows / 5 }

        /// How many columns of cells a dot takes: `dot` counts from 0, `dots` is the width of the shape.
        func columns(ofDot dot: Int, of dots: Int) -> Int {
            switch self {
            case .three, .slimFive: 1
            case .narrowFive: dots == 3 ? (dot == 1 ? 2 : 1) : dots == 1 || dots == 2 && dot == 0 ? 2 : 1
            case .five: 2
            case .ten: 4
            case .fifteen: 6
            }
        }

        /// Whether a comma extends below the last row.
        var commaHangs: Bool { self == .five || self == .ten || self == .fifteen }
    }

    /// The size of a figure in cells.
    public static func size(of text: String, _ height: Height) -> Size {
        var columns = 0
        for character in text { columns += width(of: character, height) + height.gap }
        let hangs = height.commaHangs && text.contains(",")
        return Size(columns: max(0, columns - height.gap), rows: height.rows + (hangs ? height.rowsOfDot : 0))
    }

    /// Draws a figure with its upper left corner at a point. A character without a large shape is written as itself on
    /// the last row.
    ///
    /// - Returns: the size in cells, as `size` gives it.
    @discardableResult
    public static func draw(
        _ text: String, at point: Point, in grid: inout CellGrid, height: Height, glyphs: Glyphs, style: Style
    ) -> Size {
        var column = point.column
        for character in text {
            if let shape = shape(of: character, height) {
                draw(shape, at: Point(column: column, row: point.row), in: &grid, height, glyphs, style)
            } else {
                grid.put(String(character), at: Point(column: column, row: point.row + height.rows - 1), style: style)
            }
            column += width(of: character, height) + height.gap
        }
        return size(of: text, height)
    }

    private static func draw(
        _ shape: Shape, at point: Point, in grid: inout CellGrid, _ height: Height, _ glyphs: Glyphs, _ style: Style
    ) {
        guard height != .three else {
            for row in 0..<3 {
                for column in 0..<shape.columns {
                    let upper = shape.isSet(column, 2 * row), lower = shape.isSet(column, 2 * row + 1)
                    guard upper || lower else { continue }
                    let sign = upper && lower ? glyphs.full : upper ? glyphs.upperHalf : glyphs.lowerHalf
                    grid.put(sign, at: Point(column: point.column + column, row: point.row + row), style: style)
                }
            }
            return
        }
        for row in 0..<6 {
            var left = point.column
            for column in 0..<shape.columns {
                let columns = height.columns(ofDot: column, of: shape.columns)
                if shape.isSet(column, row) {
                    let dot = Rect(
                        column: left, row: point.row + row * height.rowsOfDot, columns: columns, rows: height.rowsOfDot)
                    grid.fill(dot, with: glyphs.full, style: style)
                }
                left += columns
            }
        }
    }

    private static func width(of character: Character, _ height: Height) -> Int {
        guard let shape = shape(of: character, height) else { return DisplayWidth.of(character) }
        var width = 0
        for dot in 0..<shape.columns { width += height.columns(ofDot: dot, of: shape.columns) }
        return width
    }

    /// Six rows of at most eight dots, one byte for each row, the first row in the highest byte. The sixth row lies
    /// below the base line.
    private struct Shape {
        let columns: Int
        private let rows: UInt64

        init(
            _ first: StaticString, _ second: StaticString, _ third: StaticString, _ fourth: StaticString,
            _ fifth: StaticString, _ hanging: StaticString = ""
        ) {
            columns = first.utf8CodeUnitCount
            rows =
                Self.dots(first) << 40 | Self.dots(second) << 32 | Self.dots(third) << 24 | Self.dots(fourth) << 16
                | Self.dots(fifth) << 8
                | Self.dots(hanging)
        }

        /// The first dot is the highest bit.
        private static func dots(_ line: StaticString) -> UInt64 {
            var dots: UInt64 = 0
            for index in 0..<line.utf8CodeUnitCount where line.utf8Start[index] == UInt8(ascii: "#") {
                dots |= 0x80 >> UInt64(index)
            }
            return dots
        }

        func isSet(_ column: Int, _ row: Int) -> Bool { rows >> UInt64((5 - row) * 8 + 7 - column) & 1 != 0 }
    }

    private static func shape(of character: Character, _ height: Height) -> Shape? {
        guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return nil }
        switch scalar {
        case "0": return Shape("###", "# #", "# #", "# #", "###")
        case "1": return Shape(" # ", "## ", " # ", " # ", "###")
        case "2": return Shape("###", "  #", "###", "#  ", "###")
        case "3": return Shape("###", "  #", "###", "  #", "###")
        case "4": return Shape("# #", "# #", "###", "  #", "  #")
        case "5": return Shape("###", "#  ", "###", "  #", "###")
        case "6": return Shape("###", "#  ", "###", "# #", "###")
        case "7": return Shape("###", "  #", "  #", "  #", "  #")
        case "8": return Shape("###", "# #", "###", "# #", "###")
        case "9": return Shape("###", "# #", "###", "  #", "###")
        case "A": return Shape("###", "# #", "###", "# #", "# #")
        case "%": return Shape("# #", "  #", " # ", "#  ", "# #")
        case "-", "−", "–": return Shape("   ", "   ", "###", "   ", "   ")
        case "+": return Shape("   ", " # ", "###", " # ", "   ")
        case "/": return Shape("  #", "  #", " # ", "#  ", "#  ")
        case " ": return Shape("  ", "  ", "  ", "  ", "  ")
        case ".": return Shape(" ", " ", " ", " ", "#")
        // It may not extend below the base line, but slants.
        case "," where height == .narrowFive || height == .slimFive: return Shape("  ", "  ", "  ", " #", "# ")
        case ",": return Shape("  ", "  ", "  ", "  ", " #", "# ")
        default: return nil
        }
    }
}
