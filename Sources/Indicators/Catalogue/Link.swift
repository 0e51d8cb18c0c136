/// What identifies an observation in the tables.
public struct ObservationKey: Hashable, Sendable {
    public let area: String
    public let indicator: String
    /// TIME_PERIOD as written.
    public let period: String
    public let basis: PeriodBasis
}

/// Observations that state the same fact, or the parts of a whole (`links.csv`).
public struct Link: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        /// member, part, total, share or base.
        public let role: String
        public let key: ObservationKey
    }

    public let code: String
    public let kind: LinkKind
    public let members: [Member]
    public let note: LocalizedText
}
