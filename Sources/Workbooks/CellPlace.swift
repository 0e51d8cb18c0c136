/// The name of a cell in a sheet: column B, row 7 is B7.
package enum CellPlace {
    /// The last row and column that any spreadsheet has, from 0.
    package static let lastRow = 1_048_575
    package static let lastColumn = 16_383

    /// - Parameters: row and column from 0.
    package static func text(row: Int, column: Int) -> String { letters(column) + "\(row + 1)" }

    package static func letters(_ column: Int) -> String {
        var rest = column, letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// Row and column from 0 of a reference such as `B7` or `$B$7`; nil for anything else.
    static func read(_ text: some Sequence<UInt8>) -> (row: Int, column: Int)? {
        var row = 0, column = 0, hasDigit = false
        for byte in text where byte != UInt8(ascii: "$") {
            switch byte {
            case 0x41...0x5A where !hasDigit: column = column * 26 + Int(byte) - 0x40
            case 0x61...0x7A where !hasDigit: column = column * 26 + Int(byte) - 0x60
            case 0x30...0x39:
                row = row * 10 + Int(byte) - 0x30
                hasDigit = true
            default: return nil
            }
            if row > lastRow + 1 || column > lastColumn + 1 { return nil }
        }
        return row > 0 && column > 0 ? (row - 1, column - 1) : nil
    }
}

/// Cells merged into one, rows and columns from 0.
struct CellRange: Hashable, Sendable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) { (self.rows, self.columns) = (rows, columns) }

    /// Reads `A1:C3`.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let first = CellPlace.read(text[..<colon]),
            let last = CellPlace.read(text[(colon + 1)...]), first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
