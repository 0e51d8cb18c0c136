/// What was promised (`targets.csv`): a value to be reached by the end of a period.
public struct Target: Hashable, Sendable {
    /// The code of the area.
    public let area: String
    /// The code of the indicator.
    public let indicator: String
    /// The time the promise is about; a year's promise has the year.
    public let period: Period
    /// TARGET_VALUE as written.
    public let value: DecimalNumber
    /// UNIT_MULT: the value is to be multiplied by this power of ten.
    public let unitMultiplier: Int
    /// How exactly the value was printed.
    public let qualifier: Qualifier
    /// The day on which fulfilment was accepted (验收), where the source names one.
    public let accepted: CalendarDay?
    /// The code of the source that states the target.
    public let source: String
    /// Where it stands in the source: section heading and paragraph, as written.
    public let place: String
    /// The target as printed.
    public let printed: String
    /// Remarks; empty where there are none.
    public let note: LocalizedText
    /// The line of its table.
    package var line = SourceLine()

    package init(
        area: String, indicator: String, period: Period, value: DecimalNumber, unitMultiplier: Int,
        qualifier: Qualifier, accepted: CalendarDay?, source: String, place: String, printed: String,
        note: LocalizedText, line: SourceLine = SourceLine()
    ) {
        self.area = area
        self.indicator = indicator
        self.period = period
        self.value = value
        self.unitMultiplier = unitMultiplier
        self.qualifier = qualifier
        self.accepted = accepted
        self.source = source
        self.place = place
        self.printed = printed
        self.note = note
        self.line = line
    }

    /// The promised value in plain units with its qualifier.
    public var qualifiedValue: QualifiedValue? {
        QualifiedValue(value, multiplier: unitMultiplier, qualifier: qualifier)
    }
}
