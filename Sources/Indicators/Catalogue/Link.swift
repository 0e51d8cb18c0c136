/// What identifies an observation in the tables. Two sources that state different values are two observations.
public struct ObservationKey: Hashable, Sendable {
    /// The code of the area (REF_AREA).
    public let area: String
    /// The code of the indicator (INDICATOR).
    public let indicator: String
    /// TIME_PERIOD as written.
    public let period: String
    /// How the period is printed (PERIOD_BASIS).
    public let basis: PeriodBasis
    /// The code of the source (SOURCE).
    public let source: String

    package init(area: String, indicator: String, period: String, basis: PeriodBasis, source: String) {
        self.area = area
        self.indicator = indicator
        self.period = period
        self.basis = basis
        self.source = source
    }
}

/// Observations that belong together (`links.csv`): the same fact twice, parts of a whole, a share and its base, or
/// sources that disagree.
public struct Link: Hashable, Sendable {
    /// One observation of a link, named by its key.
    public struct Member: Hashable, Sendable {
        /// What the observation is in the link: a part, the total, a share, its base, or an equal member.
        public let role: LinkRole
        /// The code of the area.
        public let area: String
        /// The code of the indicator.
        public let indicator: String
        /// TIME_PERIOD as written.
        public let period: String
        /// How the period is printed.
        public let basis: PeriodBasis
        /// Empty where any source is meant.
        public let source: String

        package init(
            role: LinkRole, area: String, indicator: String, period: String, basis: PeriodBasis, source: String
        ) {
            self.role = role
            self.area = area
            self.indicator = indicator
            self.period = period
            self.basis = basis
            self.source = source
        }

        /// Whether another member means the same figure, in whatever role.
        package func isOfSameFigure(as other: Member) -> Bool {
            area == other.area && indicator == other.indicator && period == other.period && basis == other.basis
                && source == other.source
        }

        /// Whether the member means the observation with this key. Periods are compared as written.
        public func matches(_ key: ObservationKey) -> Bool {
            indicator == key.indicator && area == key.area && period == key.period && basis == key.basis
                && (source.isEmpty || source == key.source)
        }
    }

    /// The code that all members of the link share.
    public let code: String
    /// How the members belong together.
    public let kind: LinkKind
    /// In the order of the table.
    public let members: [Member]
    /// By how much parts may miss their total, in plain units: what rounding leaves.
    public let tolerance: DecimalNumber
    /// Remarks; empty where there are none.
    public let note: LocalizedText

    package init(code: String, kind: LinkKind, members: [Member], tolerance: DecimalNumber, note: LocalizedText) {
        self.code = code
        self.kind = kind
        self.members = members
        self.tolerance = tolerance
        self.note = note
    }
}
