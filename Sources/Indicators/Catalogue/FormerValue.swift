/// What a figure was before it was changed (`revisions.csv`).
public struct FormerValue: Hashable, Sendable {
    public let area: String
    public let indicator: String
    /// TIME_PERIOD as written.
    public let period: String
    public let basis: PeriodBasis
    /// FORMER_VALUE as written; nil where there was none.
    public let value: DecimalNumber?
    public let unitMultiplier: Int
    public let qualifier: Qualifier
    /// When it was changed, as written.
    public let date: String
    public let kind: Revision
    public let reason: LocalizedText
}
