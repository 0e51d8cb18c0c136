/// Which change of a figure counts, where it has no target: `2%` of the earlier value, or `0.5pp` percentage points.
public struct ChangeCriterion: Hashable, Sendable {
    /// As written, without its unit.
    public let amount: DecimalNumber
    /// Whether the amount is in percentage points; otherwise it is a percentage of the earlier value.
    public let isInPoints: Bool

    /// Reads `2%` or `0.5pp`; nil for anything else and for negative amounts.
    public init?(_ text: String) {
        let isInPoints = text.hasSuffix("pp")
        guard isInPoints || text.hasSuffix("%"), let amount = DecimalNumber(text.dropLast(isInPoints ? 2 : 1)),
            !amount.isNegative
        else { return nil }
        self.amount = amount
        self.isInPoints = isInPoints
    }

    /// As it is written in the table.
    public var text: String { amount.description + (isInPoints ? "pp" : "%") }

    /// The amount to compare a change with: a fraction of one for a percentage, points for points.
    var threshold: ExactRatio? {
        let amount = ExactRatio(amount)
        return isInPoints ? amount : amount?.multiplied(byPowerOfTen: -2)
    }
}
