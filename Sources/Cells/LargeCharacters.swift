/// Words as tall as large digits: units, magnitudes and qualifiers, from drawings of our own.
///
/// A Chinese character has ten by ten dots of half a cell, so that it is five rows high and ten columns wide; a letter
/// has five rows of dots of a cell and is drawn as a capital, but for symbols such as km and m², which stay as they
/// are. All are enlarged in whole steps. A text with any other character has no large form: whoever draws it writes it
/// in one row.
public enum LargeCharacters {
    /// The heights in rows: those of five, ten and fifteen.
    public static let heights = [5, 10, 15]

    private struct Drawing {
        /// The dots of each row, the first dot in the lowest bit.
        var rows: [UInt32] = []
        var columns = 0
        /// Dots that are half as high as a cell.
        let isHalved: Bool

        func isSet(_ column: Int, _ row: Int) -> Bool { rows[row] >> UInt32(column) & 1 != 0 }
    }

    private static let drawings: [Character: Drawing] = read(chineseDrawings, rows: 10, isHalved: true).merging(
        read(latinDrawings, rows: 5, isHalved: false)
    ) { first, _ in first }

    private static let symbols: [Character: Drawing] = read(symbolDrawings, rows: 10, isHalved: true)

    private static func read(_ sheet: String, rows: Int, isHalved: Bool) -> [Character: Drawing] {
        var drawings: [Character: Drawing] = [:]
        let lines = sheet.split(separator: "\n", omittingEmptySubsequences: true)
        for first in stride(from: 0, to: lines.count, by: rows + 1) {
            let names = lines[first].filter { $0 != " " }
            var made = names.map { _ in Drawing(isHalved: isHalved) }
            for line in lines[(first + 1)...].prefix(rows) {
                for (index, part) in line.split(separator: " ", omittingEmptySubsequences: true).enumerated() {
                    var dots: UInt32 = 0
                    for (column, dot) in part.enumerated() where dot == "#" { dots |= 1 << UInt32(column) }
                    made[index].rows.append(dots)
                    made[index].columns = part.count
                }
            }
            for (name, drawing) in zip(names, made) { drawings[name] = drawing }
        }
        return drawings
    }

    /// Characters with a drawing of their own.
    static var drawn: [Character] { drawings.keys.sorted() }

    /// Whether a text has a large form: every character is drawn, and a Latin one is a word or a symbol. Capitals for a
    /// symbol would mean something else.
    public static func canDraw(_ text: String, _ glyphs: Glyphs) -> Bool {
        let drawn = drawings(of: text)
        guard !text.isEmpty, zip(text, drawn).allSatisfy({ $0 == " " || $1 != nil }) else { return false }
        if drawn.contains(where: { $0?.isHalved == true }) { return glyphs.name != .ascii }
        return !text.contains("/") && hasWord(text)
    }

    private static func hasWord(_ text: String) -> Bool {
        text.split { $0 == " " || $0 == "/" }.contains { $0.count > 3 }
    }

    /// The drawing of each character; nil for those that have none, and for a blank.
    private static func drawings(of text: String) -> [Drawing?] {
        if !hasWord(text), text.allSatisfy({ symbols[$0] != nil }) { return text.map { symbols[$0] } }
        return text.map { character in
            drawings[character]
                ?? (character.isASCII ? character.uppercased().first.flatMap { drawings[$0] } : nil)
        }
    }

    /// The width of a blank in dots.
    private static let blank = 2

    /// The size of a text in cells; zero where it has no large form.
    ///
    /// - Parameter rows: one of `heights`.
    public static func size(of text: String, rows: Int) -> Size {
        let scale = rows / 5
        var columns = 0
        for drawing in drawings(of: text) { columns += ((drawing?.columns ?? blank) + 1) * scale }
        return Size(columns: max(0, columns - scale), rows: rows)
    }

    /// Draws a text with its upper left corner at a point.
    public static func draw(
        _ text: String, at point: Point, in grid: inout CellGrid, rows: Int, glyphs: Glyphs, style: Style
    ) {
        let scale = rows / 5
        var column = point.column
        for drawing in drawings(of: text) {
            guard let drawing else {
                column += (blank + 1) * scale
                continue
            }
            for x in 0..<drawing.columns {
                for row in 0..<rows {
                    // A cell is two half rows, each of which belongs to one dot.
                    let halves = [2 * row, 2 * row + 1].map { half in
                        drawing.isSet(x, half / (drawing.isHalved ? scale : 2 * scale))
                    }
                    let sign: String
                    switch (halves[0], halves[1]) {
                    case (true, true): sign = glyphs.full
                    case (true, false): sign = glyphs.upperHalf
                    case (false, true): sign = glyphs.lowerHalf
                    case (false, false): continue
                    }
                    let cells = Rect(column: column + x * scale, row: point.row + row, columns: scale, rows: 1)
                    grid.fill(cells, with: sign, style: style)
                }
            }
            column += (drawing.columns + 1) * scale
        }
    }
}
