/// The characters that pictures are made of, in three sets: for terminals with braille, without it, and with ASCII
/// only.
public struct Glyphs: Hashable, Sendable {
    /// The sets by the names that `--glyphs` takes.
    public enum Name: String, CaseIterable, Hashable, Sendable { case braille, block, ascii }

    public let name: Name
    public let topLeft, topRight, bottomLeft, bottomRight: String
    public let horizontal, vertical: String
    /// A thin bar in a list: filled, its half, and what is not filled.
    public let barFilled, barHalf, barEmpty: String
    /// A bar where the bar is the main thing.
    public let blockFilled, blockHalf, blockEmpty: String
    /// Half blocks of large digits: upper, lower, full.
    public let upperHalf, lowerHalf, full: String
    public let up, down: String
    /// Shapes of judgements: on the good side, between, on the bad side, not judged.
    public let good, middling, bad, notJudged: String
    /// Fulfilment that was accepted.
    public let accepted: String
    /// Shapes of measures.
    public let done, ongoing, planned: String
    /// Points of a chart, and of one that has not happened yet.
    public let point, pointHollow: String
    public let axisTick, axisCorner, dashed: String
    /// Where a bar should be by now; the ends of a range.
    public let paceMark, rangeStart, rangeEnd: String
    public let selectionBar: String
    public let separator, crumb, ellipsis, dash: String
    /// Marks of a list that goes on: above, below, both.
    public let moreAbove, moreBelow, moreOnBothSides: String

    /// The set with a name.
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
        up = pick("▲", "^")
        down = pick("▼", "v")
        good = pick("●", "*")
        middling = pick("◐", "o")
        bad = pick("○", "!")
        notJudged = pick("◇", "-")
        accepted = pick("■", "#")
        done = pick("✓", "v")
        ongoing = pick("…", "~")
        planned = pick("→", ">")
        point = pick("●", "*")
        pointHollow = pick("○", "o")
        axisTick = pick("┤", "+")
        axisCorner = pick("└", "+")
        dashed = pick(name == .braille ? "╌" : "─", "-")
        paceMark = pick("│", "|")
        rangeStart = pick("├", "[")
        rangeEnd = pick("┤", "]")
        selectionBar = pick("▌", ">")
        separator = pick("·", "-")
        crumb = pick("›", ">")
        ellipsis = pick("…", "~")
        dash = pick("—", "-")
        moreAbove = pick("▴", "^")
        moreBelow = pick("▾", "v")
        moreOnBothSides = pick("⇕", ":")
    }

    public static let braille = Glyphs(.braille)
    public static let block = Glyphs(.block)
    public static let ascii = Glyphs(.ascii)
}
