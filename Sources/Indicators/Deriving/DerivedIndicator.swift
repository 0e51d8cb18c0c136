/// How a figure is computed from two others.
public enum Formula: String, Coded {
    /// One divided by the other.
    case ratio
    /// One as a percentage of the other.
    case share
    /// The level a year before, from a level and its growth in per cent.
    case priorLevel = "prior_level"
    /// The whole, from a part and its share in per cent.
    case baseOfShare = "base_of_share"
    case difference
    case sum
}

/// A figure that we compute (推算), as `derived.csv` describes it.
public struct DerivedIndicator: Hashable, Sendable {
    public let code: String
    public let topic: String
    public let order: Int
    public let name: LocalizedText
    public let formula: Formula
    /// Codes of indicators: the first and the second term of the formula.
    public let numerator: String
    public let denominator: String
    /// Where; nil for the whole.
    public let area: String?
    /// TIME_PERIOD of both terms; nil for the newest of each.
    public let period: String?
    /// The power of ten that the unit leaves out: 4 for 万元.
    public let scale: Int
    /// How many digits behind the point are shown.
    public let decimals: Int
    public let unit: Unit
    public let note: LocalizedText
}
