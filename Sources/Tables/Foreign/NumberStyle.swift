import Indicators

/// How the numbers of a table are written. It is decided once for the whole table, from cells that allow one reading
/// only.
struct NumberStyle: Hashable, Sendable {
    var hasDecimalComma = false
    /// Whether a point in front of three digits separates thousands.
    var hasPointGroups = false
    /// Whether a blank in front of three digits separates thousands.
    var hasBlankGroups = false
    /// Whether no cell proves which of two readings is meant.
    var isDoubtful = false

    static let usual = NumberStyle()

    /// Whether a cell has a mark that this style reads without proof: `2.155` may be 2155.
    func isDoubtful(_ text: String) -> Bool {
        guard isDoubtful else { return false }
        let shape = NumberShape(text)
        return shape.marks.count == 1 && shape.hasThousandsForm && shape.marks != [" "]
    }
}

/// The digits of a cell, divided by its marks.
struct NumberShape {
    /// Points, commas and blanks between digits.
    var marks: [Character] = []
    var groups: [String] = [""]

    init(_ text: String) {
        let narrow = NarrowText.of(text, dashes: true)
        var digits = Substring(narrow).drop { $0 == "-" || $0 == "+" || $0 == "<" || $0 == ">" }
        while let one = digits.popFirst() {
            if one.isASCII, one.isNumber {
                groups[groups.count - 1].append(one)
            } else if one == "." || one == "," || one == " ", let next = digits.first, next.isASCII, next.isNumber {
                marks.append(one)
                groups.append("")
            } else {
                break
            }
        }
    }

    /// Whether every group behind the first has three digits, and the first has one to three and no leading zero.
    var hasThousandsForm: Bool {
        !marks.isEmpty && (1...3).contains(groups[0].count) && !groups[0].hasPrefix("0")
            && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}

/// Cells that prove how numbers are written.
struct NumberEvidence: Sendable {
    private var decimalCommas = 0
    private var decimalPoints = 0
    private var commaGroups = 0
    private var pointGroups = 0
    private var blankGroups = 0
    private var brokenBlanks = 0
    private var doubtfulCommas = 0
    private var doubtfulPoints = 0

    /// Takes a plain number whose point, if it has one, is not in front of three digits.
    mutating func addPlain(scale: Int) { if scale > 0 { decimalPoints += 1 } }

    mutating func add(_ text: String) {
        if let plain = PlainDecimal(text), plain.scale != 3 { return addPlain(scale: Int(plain.scale)) }
        var shape = NumberShape(text)
        guard !shape.marks.isEmpty else { return }
        if shape.marks.contains(" ") { shape = withoutBlanks(shape) }
        guard let last = shape.marks.last else { return }
        let others = shape.marks.dropLast()
        if others.contains(where: { $0 != last }) {
            // 1.234,5 and 1,234.5: the last mark is the decimal one.
            if last == "," { (decimalCommas, pointGroups) = (decimalCommas + 1, pointGroups + 1) }
            if last == "." { (decimalPoints, commaGroups) = (decimalPoints + 1, commaGroups + 1) }
        } else if others.isEmpty {
            switch (last, shape.hasThousandsForm) {
            case (",", true): doubtfulCommas += 1
            case (",", false): decimalCommas += 1
            case (_, true): doubtfulPoints += 1
            case (_, false): decimalPoints += 1
            }
        } else if shape.hasThousandsForm {
            if last == "," { commaGroups += 1 } else { pointGroups += 1 }
        }
    }

    private mutating func withoutBlanks(_ shape: NumberShape) -> NumberShape {
        var joined = shape
        joined.marks = []
        joined.groups = [shape.groups[0]]
        for (mark, group) in zip(shape.marks, shape.groups.dropFirst()) {
            if mark == " " {
                if group.count == 3, joined.marks.isEmpty { blankGroups += 1 } else { brokenBlanks += 1 }
                joined.groups[joined.groups.count - 1] += group
            } else {
                joined.marks.append(mark)
                joined.groups.append(group)
            }
        }
        return joined
    }

    /// - Parameter isStandard: whether the table is SDMX-CSV, which has no separators of thousands and whose semicolons
    ///   mean decimal commas.
    func style(separator: UInt8, isStandard: Bool) -> NumberStyle {
        var style = NumberStyle()
        style.hasBlankGroups = blankGroups > 0 && brokenBlanks == 0
        let isSemicolon = separator == UInt8(ascii: ";")
        // In a table separated by commas a single 12,34 is more likely a slip.
        let provesComma = isSemicolon || separator == UInt8(ascii: "\t") ? decimalCommas > 0 : decimalCommas > 1
        if isStandard {
            style.hasDecimalComma = isSemicolon && decimalCommas + doubtfulCommas > 0
        } else if provesComma, decimalPoints == 0 || decimalCommas > decimalPoints * 4, commaGroups == 0 {
            (style.hasDecimalComma, style.hasPointGroups) = (true, true)
        } else if pointGroups > 0, decimalPoints == 0 {
            (style.hasDecimalComma, style.hasPointGroups) = (true, true)
        } else if decimalPoints == 0, commaGroups == 0, isSemicolon, doubtfulCommas + doubtfulPoints > 0 {
            style.hasDecimalComma = doubtfulCommas > 0
            style.isDoubtful = true
        }
        return style
    }
}
