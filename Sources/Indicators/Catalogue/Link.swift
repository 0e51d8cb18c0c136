/// What identifies an observation in the tables. Two sources that state different values are two observations.
public struct ObservationKey: Hashable, Sendable {
    public let area: String
    public let indicator: String
    /// TIME_PERIOD as written.
    public let period: String
    public let basis: PeriodBasis
    public let source: String
}

/// Observations that belong together (`links.csv`): the same fact twice, parts of a whole, a share and its base, or
/// sources that disagree.
public struct Link: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public let role: LinkRole
        public let area: String
        public let indicator: String
        /// TIME_PERIOD as written.
        public let period: String
        public let basis: PeriodBasis
        /// Empty where any source is meant.
        public let source: String

        public func matches(_ key: ObservationKey) -> Bool {
            indicator == key.indicator && area == key.area && period == key.period && basis == key.basis
                && (source.isEmpty || source == key.source)
        }
    }

    public let code: String
    public let kind: LinkKind
    public let members: [Member]
    /// By how much parts may miss their total, in plain units: what rounding leaves.
    public let tolerance: DecimalNumber
    public let note: LocalizedText
}
