import Cells

@testable import CursesScreen

/// A terminal of ECMA-48 as far as `FramePainter` speaks to it: what its cells hold after some bytes. Anything that it does not know is noted.
struct PlainTerminal {
    struct Content: Hashable {
        /// Empty for the second half of a wide character.
        var text: String
        var pen: Pen
    }

    let abilities: FramePainter.Abilities
    let size: Size
    private(set) var cells: [Content]
    private(set) var cursor = Point(column: 0, row: 0)
    private(set) var pen = Pen()
    private(set) var showsCursor = false
    private(set) var unknown: [String] = []
    private(set) var hasScrolled = false
    /// The cursor is behind the last column, where real terminals differ.
    private var isAtMargin = false

    init(_ abilities: FramePainter.Abilities, size: Size) {
        self.abilities = abilities
        self.size = size
        // What somebody else has left there.
        cells = Array(repeating: Content(text: "?", pen: Pen(foreground: 1, background: 2)), count: size.columns * size.rows)
        pen = Pen(foreground: 3, background: 4, attributes: .reverse)
        cursor = Point(column: size.columns / 2, row: size.rows / 2)
    }

    mutating func take(_ bytes: [UInt8]) {
        var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\u{1B}":
                guard scalars.popFirst() == "[" else {
                    unknown.append("ESC")
                    continue
                }
                var text = ""
                while let next = scalars.popFirst() {
                    if ("@"..."~").contains(next) {
                        control(text, next)
                        break
                    }
                    text.unicodeScalars.append(next)
                }
            case "\u{8}":
                if cursor.column == 0 { unknown.append("BS at the margin") }
                (cursor.column, isAtMargin) = (max(0, cursor.column - 1), false)
            case "\r": (cursor.column, isAtMargin) = (0, false)
            case "\n":
                if cursor.row == size.rows - 1 { hasScrolled = true }
                cursor.row = min(cursor.row + 1, size.rows - 1)
            default: write(scalar)
            }
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        let width = DisplayWidth.of(scalar)
        if width == 0 {
            let index = cursor.row * size.columns + cursor.column - (isAtMargin ? 0 : 1)
            let lead = cells[index].text.isEmpty ? index - 1 : index
            cells[lead].text.unicodeScalars.append(scalar)
            return
        }
        if isAtMargin { unknown.append("written behind the margin") }
        for column in cursor.column..<min(cursor.column + width, size.columns) { cut(column) }
        put(Content(text: String(scalar), pen: pen))
        if width == 2 { put(Content(text: "", pen: pen)) }
        if cursor.column == size.columns {
            cursor.column = size.columns - 1
            isAtMargin = true
            if !abilities.holdsAtMargin, cursor.row == size.rows - 1 { hasScrolled = true }
        }
    }

    private mutating func put(_ content: Content) {
        if cursor.column < size.columns { cells[cursor.row * size.columns + cursor.column] = content }
        cursor.column += 1
    }

    /// Half a wide character is none.
    private mutating func cut(_ column: Int) {
        let start = cursor.row * size.columns
        if cells[start + column].text.isEmpty, column > 0 { cells[start + column - 1].text = " " }
        if column + 1 < size.columns, cells[start + column + 1].text.isEmpty { cells[start + column + 1].text = " " }
    }

    private mutating func erase(_ columns: Range<Int>, row: Int) {
        for column in columns {
            let old = cursor.row
            cursor.row = row
            cut(column)
            cursor.row = old
            cells[row * size.columns + column] = Content(text: " ", pen: Pen(background: abilities.erasesInColour ? pen.background : -1))
        }
    }

    private mutating func control(_ text: String, _ final: Unicode.Scalar) {
        if text.hasPrefix("?25") {
            showsCursor = final == "h"
            return
        }
        let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let first = max(1, numbers.first ?? 1)
        isAtMargin = false
        switch final {
        case "H": cursor = Point(column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, row: first - 1)
        case "A":
            if cursor.row < first { unknown.append("above the screen") }
            cursor.row = max(0, cursor.row - first)
        case "B": cursor.row += first
        case "C": cursor.column += first
        case "G": cursor.column = first - 1
        case "K": erase(cursor.column..<size.columns, row: cursor.row)
        case "X" where abilities.erasesCells: erase(cursor.column..<min(size.columns, cursor.column + first), row: cursor.row)
        case "J" where numbers == [2]: for row in 0..<size.rows { erase(0..<size.columns, row: row) }
        case "m": select(numbers)
        default: unknown.append(text + String(final))
        }
        if cursor.column >= size.columns || cursor.row >= size.rows { unknown.append("beyond the screen: \(text)\(final)") }
    }

    private mutating func select(_ numbers: [Int]) {
        var rest = numbers.isEmpty ? [0] : numbers[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: pen = Pen()
            case 1: pen.attributes.insert(.bold)
            case 2: pen.attributes.insert(.dim)
            case 4: pen.attributes.insert(.underline)
            case 7: pen.attributes.insert(.reverse)
            case 22: pen.attributes.subtract([.bold, .dim])
            case 24: pen.attributes.remove(.underline)
            case 27: pen.attributes.remove(.reverse)
            case 30...37: pen.foreground = Int16(number - 30)
            case 39: pen.foreground = -1
            case 40...47: pen.background = Int16(number - 40)
            case 49: pen.background = -1
            case 90...97: pen.foreground = Int16(number - 82)
            case 100...107: pen.background = Int16(number - 92)
            case 38 where rest.prefix(1) == [5], 48 where rest.prefix(1) == [5]:
                rest.removeFirst()
                let index = Int16(rest.popFirst() ?? -9)
                if number == 38 { pen.foreground = index } else { pen.background = index }
            default: unknown.append("SGR \(number)")
            }
        }
    }
}
