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
    /// The first term minus the second.
    case difference
    /// The first term plus the second.
    case sum
}

/// A figure that we compute (推算), as `derived.csv` describes it.
public struct DerivedIndicator: Hashable, Sendable {
    /// The code of the computed figure, unique in its table.
    public let code: String
    /// The code of its topic.
    public let topic: String
    /// The position within the topic, ascending; equal numbers keep the order of the table.
    public let order: Int
    /// The name that is shown beside the result.
    public let name: LocalizedText
    /// How the two terms are combined.
    public let formula: Formula
    /// Codes of indicators: the first and the second term of the formula.
    public let numerator: String
    /// The code of the indicator that is the second term.
    public let denominator: String
    /// The code of the area; nil for the whole.
    public let area: String?
    /// TIME_PERIOD of both terms; nil for the newest of each.
    public let period: String?
    /// The result is divided by this power of ten, which its unit contains: 4 for 万元.
    public let scale: Int
    /// How many digits behind the point are shown.
    public let decimals: Int
    /// The unit of the result, its magnitude included: 万元/公里.
    public let unit: Unit
    /// Remarks; empty where there are none.
    public let note: LocalizedText

    package init(
        code: String, topic: String, order: Int, name: LocalizedText, formula: Formula, numerator: String,
        denominator: String, area: String?, period: String?, scale: Int, decimals: Int, unit: Unit, note: LocalizedText
    ) {
        self.code = code
        self.topic = topic
        self.order = order
        self.name = name
        self.formula = formula
        self.numerator = numerator
        self.denominator = denominator
        self.area = area
        self.period = period
        self.scale = scale
        self.decimals = decimals
        self.unit = unit
        self.note = note
    }
}
