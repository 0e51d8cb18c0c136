/// A measure or a milestone without a figure, in our own words (`briefs.csv`).
public struct Brief: Hashable, Sendable {
    /// The code of the measure, unique in its table.
    public let code: String
    /// The code of its topic.
    public let topic: String
    /// The position within the topic, ascending; equal numbers keep the order of the table.
    public let order: Int
    /// The code of the area that the measure is about.
    public let area: String
    /// Whether it is done, ongoing, planned or only claimed by the source.
    public let state: BriefState
    /// The time of the measure; `Period.none` where the source states none.
    public let period: Period
    /// How the source prints that time.
    public let periodBasis: PeriodBasis
    /// What it is about.
    public let title: LocalizedText
    /// How far it has come.
    public let detail: LocalizedText
    /// The codes of the indicators whose figures belong to it, in the order of the table; empty where there are none.
    public let figures: [String]
    /// The code of the source.
    public let source: String
    /// Where it stands in the source: section heading and paragraph, as written.
    public let place: String
    /// Remarks; empty where there are none.
    public let note: LocalizedText
    /// The line of its table.
    package var line = SourceLine()

    package init(
        code: String, topic: String, order: Int, area: String, state: BriefState, period: Period,
        periodBasis: PeriodBasis, title: LocalizedText, detail: LocalizedText, figures: [String], source: String,
        place: String, note: LocalizedText,
        line: SourceLine = SourceLine()
    ) {
        self.code = code
        self.topic = topic
        self.order = order
        self.area = area
        self.state = state
        self.period = period
        self.periodBasis = periodBasis
        self.title = title
        self.detail = detail
        self.figures = figures
        self.source = source
        self.place = place
        self.note = note
        self.line = line
    }
}
