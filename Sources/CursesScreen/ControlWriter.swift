import Cells

/// Writes characters and the control functions of ECMA-48 between them, and knows what they leave in force: nothing is said that holds already.
struct ControlWriter {
    private(set) var bytes: [UInt8] = []
    /// What is in force on the terminal; nil where that is not known.
    var pen: Pen?
    /// Where its cursor stands; nil where that is not known.
    var cursor: Point?

    mutating func begin() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ more: [UInt8]) { bytes += more }

    // MARK: Characters

    mutating func append(_ scalar: UInt32) {
        switch scalar {
        case ..<0x80: bytes.append(UInt8(scalar))
        case ..<0x800:
            bytes.append(0xC0 | UInt8(scalar >> 6))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        case ..<0x10000:
            bytes.append(0xE0 | UInt8(scalar >> 12))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(scalar >> 18 & 7))
            bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        }
    }

    // MARK: Places

    /// Moves the cursor in as few bytes as can be: by rows and columns, or to its place at once (CUP).
    mutating func move(to point: Point) {
        if cursor == point { return }
        defer { cursor = point }
        guard let cursor, Self.stepsCost(from: cursor, to: point) < Self.placeCost(point) else { return place(point) }
        let rows = point.row - cursor.row
        switch rows {
        case ..<0: control(-rows, "A")
        // The terminal is raw: a line feed is a step down and no more.
        case 0...Self.mostSigns: bytes += repeatElement(0x0A, count: rows)
        default: control(rows, "B")
        }
        let columns = point.column - cursor.column
        switch columns {
        case 0: break
        case 1...: control(columns, "C")
        case (-Self.mostSigns)...: bytes += repeatElement(0x08, count: -columns)
        default: if point.column == 0 { bytes.append(0x0D) } else { control(point.column + 1, "G") }
        }
    }

    private mutating func place(_ point: Point) {
        bytes += [0x1B, 0x5B]
        if point.row > 0 || point.column > 0 { number(point.row + 1) }
        if point.column > 0 {
            bytes.append(0x3B)
            number(point.column + 1)
        }
        bytes.append(UInt8(ascii: "H"))
    }

    /// So many steps down or to the left are signs of one byte each.
    private static let mostSigns = 3

    /// How many bytes `move` takes.
    static func cost(from cursor: Point, to point: Point) -> Int {
        cursor == point ? 0 : min(stepsCost(from: cursor, to: point), placeCost(point))
    }

    private static func placeCost(_ point: Point) -> Int {
        3 + (point.row > 0 || point.column > 0 ? digits(point.row + 1) : 0) + (point.column > 0 ? 1 + digits(point.column + 1) : 0)
    }

    private static func stepsCost(from cursor: Point, to point: Point) -> Int {
        let rows = point.row - cursor.row, columns = point.column - cursor.column
        let down = (0...mostSigns).contains(rows) ? rows : controlCost(abs(rows))
        if columns >= 0 { return down + (columns == 0 ? 0 : controlCost(columns)) }
        return down + (columns >= -mostSigns ? -columns : point.column == 0 ? 1 : controlCost(point.column + 1))
    }

    private static func controlCost(_ value: Int) -> Int { 3 + (value == 1 ? 0 : digits(value)) }

    private static func digits(_ value: Int) -> Int { value < 10 ? 1 : value < 100 ? 2 : value < 1_000 ? 3 : 4 }

    /// A control sequence with one number, left out where it is one.
    mutating func control(_ value: Int, _ final: Unicode.Scalar) {
        bytes += [0x1B, 0x5B]
        if value != 1 { number(value) }
        bytes.append(UInt8(ascii: final))
    }

    private mutating func number(_ value: Int) {
        if value >= 10 { number(value / 10) }
        bytes.append(0x30 + UInt8(value % 10))
    }

    // MARK: Pens

    /// Puts a pen in force: only what changes is said (SGR, ECMA-48 section 8.3.117).
    mutating func use(_ wanted: Pen) {
        if pen == wanted { return }
        defer { pen = wanted }
        bytes += [0x1B, 0x5B]
        let first = bytes.count
        var from = Pen()
        if wanted == Pen() {
            // Nothing at all is the shortest way to say it.
        } else if let pen {
            from = pen
            let gone = from.attributes.subtracting(wanted.attributes)
            if !gone.isDisjoint(with: [.bold, .dim]) {
                number(22)
                from.attributes.subtract([.bold, .dim])
            }
            if gone.contains(.underline) {
                separate(from: first)
                number(24)
            }
            if gone.contains(.reverse) {
                separate(from: first)
                number(27)
            }
        } else {
            number(0)
        }
        if wanted != Pen() {
            let come = wanted.attributes.subtracting(from.attributes)
            for (attribute, code) in Pen.codes where come.contains(attribute) {
                separate(from: first)
                number(code)
            }
            if wanted.foreground != from.foreground {
                separate(from: first)
                colour(Int(wanted.foreground), 30)
            }
            if wanted.background != from.background {
                separate(from: first)
                colour(Int(wanted.background), 40)
            }
        }
        bytes.append(UInt8(ascii: "m"))
    }

    private mutating func separate(from first: Int) { if bytes.count > first { bytes.append(0x3B) } }

    /// - Parameter base: 30 for the ink, 40 for the paper.
    private mutating func colour(_ index: Int, _ base: Int) {
        switch index {
        case ..<0: number(base + 9)
        case ..<8: number(base + index)
        case ..<16: number(base + 60 + index - 8)
        default:
            number(base + 8)
            bytes += Array(";5;".utf8)
            number(index)
        }
    }

    /// How many bytes `use` takes, nearly.
    static func cost(from pen: Pen?, to wanted: Pen) -> Int {
        if pen == wanted { return 0 }
        if wanted == Pen() { return 3 }
        let from = pen ?? Pen()
        func cost(_ one: Int16, _ other: Int16) -> Int { one == other ? 0 : other < 16 ? 3 : 9 }
        let attributes = (from.attributes.isSubset(of: wanted.attributes) ? 0 : 3) + (wanted.attributes.isSubset(of: from.attributes) ? 0 : 2)
        return 2 + attributes + cost(from.foreground, wanted.foreground) + cost(from.background, wanted.background)
    }
}
