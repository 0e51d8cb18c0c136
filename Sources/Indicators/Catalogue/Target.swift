/// What was promised (`targets.csv`): a value to be reached by the end of a period.
public struct Target: Hashable, Sendable {
    public let area: String
    public let indicator: String
    /// The time the promise is about; a year's promise has the year.
    public let period: Period
    /// TARGET_VALUE as written.
    public let value: DecimalNumber
    public let unitMultiplier: Int
    public let qualifier: Qualifier
    /// The day on which fulfilment was accepted (验收), where the source names one.
    public let accepted: CalendarDay?
    public let source: String
    public let place: String
    public let printed: String
    public let note: LocalizedText

    /// The promised value in plain units with its qualifier.
    public var qualifiedValue: QualifiedValue? {
        QualifiedValue(value, multiplier: unitMultiplier, qualifier: qualifier)
    }
}
