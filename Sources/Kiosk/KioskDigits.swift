import Cells
import Wording

/// A figure in digits as large as the room allows, at least five rows. Qualifier, magnitude and unit are as tall as the
/// digits where there are drawings of them and room; otherwise they stand in one row, or in several short ones, on the
/// last rows of the digits.
struct KioskDigits {
    /// 近, nearly.
    let before: String
    let digits: String
    /// 万, 多万, million.
    let magnitude: String
    let unit: String
    /// Between magnitude and unit in one row.
    private let apart: String

    /// - Returns: nil where there is no value.
    init?(_ figure: KioskFigure, _ wording: Wording) {
        guard let observation = figure.observation, let parts = wording.parts(observation) else { return nil }
        let isSign = parts.suffix.isEmpty && parts.unit == "%"
        before = Self.trimmed(parts.prefix)
        digits = parts.number + (parts.isGrade ? parts.suffix : isSign ? parts.unit : "")
        magnitude = parts.isGrade ? "" : Self.trimmed(parts.suffix)
        unit = isSign ? "" : parts.unit
        apart = parts.unitStandsApart && !magnitude.isEmpty && !unit.isEmpty ? " " : ""
    }

    private static func trimmed(_ text: String) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    /// A number with a word behind it.
    init(_ number: Int, _ behind: String) {
        (before, digits, magnitude, unit, apart) = ("", "\(number)", "", behind, "")
    }

    /// Everything behind the digits in one row.
    var behind: String { magnitude + apart + unit }

    /// How a text beside the digits is drawn.
    enum Side: Hashable {
        /// As tall as the digits.
        case large(String)
        /// In lines, the last on the last row of the digits.
        case small([String])
    }

    /// How all of it is drawn, from the left.
    struct Arrangement: Hashable {
        let height: LargeDigits.Height
        let before: [Side]
        let behind: [Side]
        /// Whether the unit has no room and is shown elsewhere.
        var lacksUnit = false
    }

    private static let mostLines = 4

    /// The best arrangement that fits; nil where not even digits of five rows fit.
    ///
    /// Large words come before larger digits; the unit is the first to be small, and dropped last of all, because then
    /// it has to be shown elsewhere.
    func arrangement(in room: Size, _ glyphs: Glyphs) -> Arrangement? {
        func large(_ text: String) -> Side? { LargeCharacters.canDraw(text, glyphs) ? .large(text) : nil }
        func small(_ text: String, inWords: Bool = false) -> Side {
            .small(inWords ? text.split(separator: " ").map(String.init) : [text])
        }
        let largeBefore = before.isEmpty ? [] : [large(before) ?? small(before)]
        let largeMagnitude = magnitude.isEmpty ? nil : large(magnitude)
        var candidates: [(before: [Side], behind: [Side], lacksUnit: Bool)] = []
        if let largeUnit = large(magnitude + unit), !unit.isEmpty, magnitude.isEmpty || apart.isEmpty {
            candidates.append((largeBefore, [largeUnit], false))
        } else if !unit.isEmpty, magnitude.isEmpty || largeMagnitude != nil, let largeUnit = large(unit) {
            candidates.append((largeBefore, [largeMagnitude, largeUnit].compactMap { $0 }, false))
        }
        if magnitude.isEmpty || largeMagnitude != nil {
            let first = [largeMagnitude].compactMap { $0 }
            for inWords in [false, true] {
                candidates.append((largeBefore, first + (unit.isEmpty ? [] : [small(unit, inWords: inWords)]), false))
            }
            if !unit.isEmpty { candidates.append((largeBefore, first, true)) }
        }
        for inWords in [false, true] {
            let sides = before.isEmpty ? [] : [small(before, inWords: inWords)]
            candidates.append((sides, behind.isEmpty ? [] : [small(behind, inWords: inWords)], false))
        }
        candidates.append((before.isEmpty ? [] : [small(before, inWords: true)], [], !behind.isEmpty))
        for candidate in candidates {
            for height in [LargeDigits.Height.fifteen, .ten, .five, .narrowFive, .slimFive] {
                let arrangement = Arrangement(
                    height: height, before: candidate.before, behind: candidate.behind, lacksUnit: candidate.lacksUnit)
                if fits(arrangement, room) { return arrangement }
            }
        }
        return nil
    }

    /// The columns between digits and a text as tall as they. Letters look like digits, so they stand further apart.
    private static func gap(_ text: String, _ height: LargeDigits.Height) -> Int {
        let usual = height == .five ? 2 : height.rows > 5 ? height.rows / 5 + 1 : 1
        return text.contains { $0.isASCII && $0.isLetter } ? max(usual, 3) : usual
    }

    private func columns(_ side: Side, _ height: LargeDigits.Height) -> Int {
        switch side {
        case .large(let text): LargeCharacters.size(of: text, rows: height.rows).columns + Self.gap(text, height)
        case .small(let lines): (lines.map(DisplayWidth.of).max() ?? 0) + 1
        }
    }

    private func fits(_ arrangement: Arrangement, _ room: Size) -> Bool {
        let isShort = (arrangement.before + arrangement.behind).allSatisfy {
            if case .small(let lines) = $0 { lines.count <= Self.mostLines } else { true }
        }
        return isShort && LargeDigits.size(of: digits, arrangement.height).rows <= room.rows
            && columns(arrangement) <= room.columns
    }

    /// The columns that it takes.
    func columns(_ arrangement: Arrangement) -> Int {
        (arrangement.before + arrangement.behind).reduce(LargeDigits.size(of: digits, arrangement.height).columns) {
            $0 + columns($1, arrangement.height)
        }
    }

    /// Draws it vertically centred, from the left; as a line of text where it is too wide for large digits.
    ///
    /// - Parameter style: nil for that of a value on the page.
    func draw(
        _ arrangement: Arrangement?, _ kiosk: KioskInk, in grid: inout CellGrid, _ rect: Rect, style: Style? = nil
    ) {
        let style = style ?? kiosk.theme[.value]
        guard let arrangement else {
            let line = Rect(
                column: rect.column, row: rect.row + max(0, (rect.rows - 1) / 2), columns: rect.columns,
                rows: min(1, rect.rows))
            kiosk.put([before, digits, behind].filter { !$0.isEmpty }.joined(separator: " "), .value, in: &grid, line)
            return
        }
        let height = arrangement.height
        let size = LargeDigits.size(of: digits, height)
        let top = rect.row + (rect.rows - size.rows) / 2, base = top + height.rows - 1
        var column = rect.column
        func put(_ side: Side) {
            switch side {
            case .large(let text):
                LargeCharacters.draw(
                    text, at: Point(column: column, row: top), in: &grid, rows: height.rows, glyphs: kiosk.glyphs,
                    style: style)
            case .small(let lines):
                for (index, line) in lines.enumerated() {
                    grid.put(
                        line, at: Point(column: column, row: base - lines.count + 1 + index), style: style,
                        within: rect)
                }
            }
        }
        for side in arrangement.before {
            put(side)
            column += columns(side, height)
        }
        LargeDigits.draw(
            digits, at: Point(column: column, row: top), in: &grid, height: height, glyphs: kiosk.glyphs, style: style)
        column += size.columns
        for side in arrangement.behind {
            column += leading(side, height)
            put(side)
            column += columns(side, height) - leading(side, height)
        }
    }

    /// The columns left free before a text behind the digits.
    private func leading(_ side: Side, _ height: LargeDigits.Height) -> Int {
        if case .large(let text) = side { Self.gap(text, height) } else { 1 }
    }
}
