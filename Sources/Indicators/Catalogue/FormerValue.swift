/// What a figure was before it was changed (`revisions.csv`).
public struct FormerValue: Hashable, Sendable {
    /// The code of the area.
    public let area: String
    /// The code of the indicator.
    public let indicator: String
    /// TIME_PERIOD as written.
    public let period: String
    /// How the period was printed.
    public let basis: PeriodBasis
    /// FORMER_VALUE as written; nil where there was none.
    public let value: DecimalNumber?
    /// UNIT_MULT of the former value: it is to be multiplied by this power of ten.
    public let unitMultiplier: Int
    /// How exactly the former value was printed.
    public let qualifier: Qualifier
    /// When it was changed, as written: a day, or a moment where the figure had changed on that day before.
    public let date: String
    /// Whether better data replaced the value or an error was corrected.
    public let kind: Revision
    /// The stated reason; empty where none is stated.
    public let reason: LocalizedText
    /// The former value as printed; empty where it is not stated.
    public package(set) var printed = ""
    /// The line of its table.
    package var line = SourceLine()

    package init(
        area: String, indicator: String, period: String, basis: PeriodBasis, value: DecimalNumber?, unitMultiplier: Int,
        qualifier: Qualifier, date: String, kind: Revision, reason: LocalizedText, printed: String = "",
        line: SourceLine = SourceLine()
    ) {
        self.area = area
        self.indicator = indicator
        self.period = period
        self.basis = basis
        self.value = value
        self.unitMultiplier = unitMultiplier
        self.qualifier = qualifier
        self.date = date
        self.kind = kind
        self.reason = reason
        self.printed = printed
        self.line = line
    }

    /// The day on which it was changed.
    public var day: String { String(date.prefix(10)) }
}
