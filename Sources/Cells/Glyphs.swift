/// The characters for drawing, in three sets: for terminals with braille, for terminals with block elements, and for
/// ASCII. Each character is one column wide.
public struct Glyphs: Hashable, Sendable {
    /// The sets by the names that `--glyphs` takes.
    public enum Name: String, CaseIterable, Hashable, Sendable { case braille, block, ascii }

    /// The name of this set.
    public let name: Name
    /// The corners of a frame.
    public let topLeft, topRight, bottomLeft, bottomRight: String
    /// The edges of a frame.
    public let horizontal, vertical: String
    /// Cells of a thin bar in a list: filled, half filled, empty.
    public let barFilled, barHalf, barEmpty: String
    /// Cells of a bar of blocks: filled, half filled, empty.
    public let blockFilled, blockHalf, blockEmpty: String
    /// Cells of large digits: upper half, lower half, full.
    public let upperHalf, lowerHalf, full: String
    /// A point of a chart: reported, and forecast.
    public let point, pointHollow: String
    /// Parts of a chart: a tick on the axis, the corner of the axes, the line of a target.
    public let axisTick, axisCorner, dashed: String
    /// Parts of a bar: the value that should be reached by now, the lower and the upper end of a range.
    public let paceMark, rangeStart, rangeEnd: String
    /// The sign before the selected row.
    public let selectionBar: String
    /// The sign for text left out.
    public let ellipsis: String
    /// Signs at the edge of a list with hidden rows: above, below, on both sides.
    public let moreAbove, moreBelow, moreOnBothSides: String

    /// The set of that name.
    public init(_ name: Name) {
        self.name = name
        let isASCII = name == .ascii
        func pick(_ rich: String, _ plain: String) -> String { isASCII ? plain : rich }
        let corners = name == .braille ? ["╭", "╮", "╰", "╯"] : ["┌", "┐", "└", "┘"]
        topLeft = pick(corners[0], "+")
        topRight = pick(corners[1], "+")
        bottomLeft = pick(corners[2], "+")
        bottomRight = pick(corners[3], "+")
        horizontal = pick("─", "-")
        vertical = pick("│", "|")
        barFilled = pick("━", "=")
        barHalf = pick("╸", "-")
        barEmpty = pick("─", ".")
        blockFilled = pick("█", "#")
        blockHalf = pick("▌", "=")
        blockEmpty = pick("░", ".")
        upperHalf = pick("▀", "\"")
        lowerHalf = pick("▄", "_")
        full = pick("█", "#")
        point = pick("●", "*")
        pointHollow = pick("○", "o")
        axisTick = pick("┤", "+")
        axisCorner = pick("└", "+")
        dashed = pick(name == .braille ? "╌" : "─", "-")
        paceMark = pick("│", "|")
        rangeStart = pick("├", "[")
        rangeEnd = pick("┤", "]")
        selectionBar = pick("▌", ">")
        ellipsis = pick("…", "~")
        moreAbove = pick("▴", "^")
        moreBelow = pick("▾", "v")
        moreOnBothSides = pick("⇕", ":")
    }

    /// Braille dots for curves, rounded corners.
    public static let braille = Glyphs(.braille)
    /// Half blocks for curves, square corners.
    public static let block = Glyphs(.block)
    /// ASCII only.
    public static let ascii = Glyphs(.ascii)
}
