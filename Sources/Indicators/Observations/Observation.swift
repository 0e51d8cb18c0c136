/// One observation, made on demand from the columns; never stored.
public struct Observation: Hashable, Sendable {
    /// The row in the table, from 0.
    public let index: Int
    /// The line of the file that it begins on.
    public let line: Int
    public let area: String
    public let indicator: String
    public let period: Period
    public let basis: PeriodBasis
    /// OBS_VALUE as written; nil where there is none.
    public let value: DecimalNumber?
    /// VALUE_HIGH of a range.
    public let valueHigh: DecimalNumber?
    /// UNIT_MULT: the value is to be multiplied by this power of ten.
    public let unitMultiplier: Int
    public let qualifier: Qualifier
    public let status: ObservationStatus
    public let revision: Revision
    /// RFC 3339; empty where there is no embargo.
    public let embargoUntil: String
    /// Whether the embargo still holds: value, printed form and note are then empty (未到发布时间).
    public let isWithheld: Bool
    public let source: String
    public let place: String
    /// The figure as printed.
    public let printed: String
    public let note: LocalizedText

    public var key: ObservationKey {
        ObservationKey(area: area, indicator: indicator, period: period.text, basis: basis, source: source)
    }
}
