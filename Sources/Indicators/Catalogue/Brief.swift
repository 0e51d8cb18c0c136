/// A measure or a milestone without a figure, in our own words (`briefs.csv`).
public struct Brief: Hashable, Sendable {
    public let code: String
    public let topic: String
    public let order: Int
    public let area: String
    public let state: BriefState
    public let period: Period
    public let periodBasis: PeriodBasis
    /// What it is about.
    public let title: LocalizedText
    /// How far it has come.
    public let detail: LocalizedText
    public let source: String
    public let place: String
    public let note: LocalizedText
}
