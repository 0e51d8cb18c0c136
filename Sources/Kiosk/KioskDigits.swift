import Cells
import Wording

/// A figure in digits as large as the room allows, at least five rows. The texts before and behind it stand on the last
/// rows of the digits.
struct KioskDigits {
    let before: String
    let digits: String
    let behind: String

    /// - Returns: nil where there is no value.
    init?(_ figure: KioskFigure, _ wording: Wording) {
        guard let observation = figure.observation, let parts = wording.parts(observation) else { return nil }
        var digits = parts.number, suffix = parts.suffix, unit = parts.unit
        // A magnitude is part of the number and as large as it: 14.04万 must not be read as 14.04.
        if let first = suffix.first, first == "万" || first == "亿" {
            digits.append(first)
            suffix.removeFirst()
        }
        if parts.isGrade {
            digits += suffix
            suffix = ""
        }
        if suffix.isEmpty, unit == "%" {
            digits += unit
            unit = ""
        }
        before = parts.prefix.last == " " ? String(parts.prefix.dropLast()) : parts.prefix
        self.digits = digits
        let apart = parts.unitStandsApart && !suffix.isEmpty && !unit.isEmpty ? " " : ""
        behind = (suffix.first == " " ? String(suffix.dropFirst()) : suffix) + apart + unit
    }

    /// A number with a word behind it.
    init(_ number: Int, _ behind: String) {
        before = ""
        digits = "\(number)"
        self.behind = behind
    }

    /// How it is drawn: the height of the digits, and the lines of the texts before and behind it, the last of which
    /// stands on the last row.
    struct Arrangement: Hashable {
        let height: LargeDigits.Height
        let before: [String]
        let behind: [String]
    }

    private static let mostLines = 4

    /// The largest arrangement that fits; nil where not even digits of five rows fit. The text behind the digits is
    /// dropped last of all, because then the unit has to be shown elsewhere.
    func arrangement(in room: Size) -> Arrangement? {
        for behind in [[behind], words(behind), []] {
            // Narrow digits are not tried while a unit of several words stands on one line: splitting it gives wider
            // digits.
            for height in [LargeDigits.Height.fifteen, .ten, .five]
                + (behind.count == 1 && words(self.behind).count > 1 ? [] : [.narrowFive, .slimFive])
            {
                for before in before.isEmpty ? [[]] : [[before], words(before)] {
                    let arrangement = Arrangement(height: height, before: before, behind: behind == [""] ? [] : behind)
                    if fits(arrangement, room) { return arrangement }
                }
            }
        }
        return nil
    }

    private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private func width(_ lines: [String]) -> Int { lines.map(DisplayWidth.of).max() ?? 0 }

    private func fits(_ arrangement: Arrangement, _ room: Size) -> Bool {
        let size = LargeDigits.size(of: digits, arrangement.height)
        let sides = [arrangement.before, arrangement.behind].filter { !$0.isEmpty }
        return size.rows <= room.rows && sides.allSatisfy { $0.count <= Self.mostLines }
            && size.columns + sides.reduce(0) { $0 + width($1) + 1 } <= room.columns
    }

    /// Draws it vertically centred, from the left; as a line of text where it is too wide for large digits.
    func draw(_ arrangement: Arrangement?, _ kiosk: KioskInk, in grid: inout CellGrid, _ rect: Rect) {
        let style = kiosk.theme[.value]
        guard let arrangement else {
            let line = Rect(
                column: rect.column, row: rect.row + max(0, (rect.rows - 1) / 2), columns: rect.columns,
                rows: min(1, rect.rows))
            kiosk.put([before, digits, behind].filter { !$0.isEmpty }.joined(separator: " "), .value, in: &grid, line)
            return
        }
        let size = LargeDigits.size(of: digits, arrangement.height)
        let top = rect.row + (rect.rows - size.rows) / 2, base = top + arrangement.height.rows - 1
        var column = rect.column
        func put(_ lines: [String]) {
            for (index, line) in lines.enumerated() {
                grid.put(
                    line, at: Point(column: column, row: base - lines.count + 1 + index), style: style, within: rect)
            }
        }
        if !arrangement.before.isEmpty {
            put(arrangement.before)
            column += width(arrangement.before) + 1
        }
        column +=
            LargeDigits.draw(
                digits, at: Point(column: column, row: top), in: &grid, height: arrangement.height,
                glyphs: kiosk.glyphs, style: style
            ).columns + 1
        put(arrangement.behind)
    }
}
