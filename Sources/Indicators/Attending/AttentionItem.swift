/// 关注: one thing that needs attention, with all that is known of it.
public struct AttentionItem: Hashable, Sendable {
    /// Why it needs attention.
    public enum Kind: String, Coded {
        /// A zero-goal that is not kept.
        case broken
        /// Behind pace, below its target at the end, or above its limit.
        case behind
        /// A follow-up that was not answered by its day.
        case overdue
        /// 未报: owed and not reported.
        case unreported
        /// Sources state different values.
        case contradicted
        /// 修订, 更正: a published value was replaced, and the table says so.
        case revised
        /// It differs from the version before, and the table does not say so.
        case changed
    }

    /// The parts of the list, the worst first.
    public enum Section: Int, CaseIterable, Hashable, Sendable {
        case behind, overdue, unreported, contradicted, changed
    }

    /// By how much.
    public enum Gap: Hashable, Sendable {
        /// As a fraction of the target: completion minus the time gone by, or minus one where that is over.
        case points(ExactRatio)
        /// In plain units: above zero, the other source's value minus this one, or the new value minus the former.
        case amount(QualifiedValue)
    }

    /// What would have to be reached, or may still be used, in each month that is left. It is arithmetic (推算).
    public struct Needed: Hashable, Sendable {
        /// In plain units for one month.
        public let perMonth: QualifiedValue
        /// The average of each month so far, in plain units.
        public let soFar: QualifiedValue
        /// How many months of the target's period are left.
        public let months: ExactRatio
        /// Whether the target is a limit, so that this is what may still be used; below zero where it is exceeded.
        public let isAllowance: Bool
    }

    /// Why it needs attention.
    public let kind: Kind
    /// The code of the indicator.
    public let indicator: String
    /// The code of the area.
    public let area: String
    /// The period of the figure, or the one that is owed.
    public let period: Period
    /// The figure; nil where there is none.
    public let observation: Observation?
    /// The target it is held against; nil for a zero-goal and where there is none.
    public var target: Target?
    /// Whether the target is a limit, so that less is better.
    public var isLimit = false
    /// By how much; nil where nothing can be computed.
    public var gap: Gap?
    /// What is needed in each month that is left; nil where none is left, or the figure does not add up.
    public var needed: Needed?
    /// The responsible department; empty where none is stated.
    public let department: LocalizedText
    /// The first period of the unbroken run that it stands in, or the day of a revision or a due answer; nil where that
    /// is not known.
    public var since: Period?
    /// How many periods in a row it has stood so, this one included; 1 for what is not counted by periods.
    public var periods = 1
    /// The newest follow-up on the figure; nil where there is none.
    public let followUp: FollowUp?
    /// What the figure was before it was revised or changed; nil for all other kinds and where that is not known.
    public var former: FormerFigure?
    /// What another source states instead; nil for all other kinds.
    public var other: Observation?

    /// The part of the list that it belongs to.
    public var section: Section {
        switch kind {
        case .broken, .behind: .behind
        case .overdue: .overdue
        case .unreported: .unreported
        case .contradicted: .contradicted
        case .revised, .changed: .changed
        }
    }

    /// Whether it is behind or broken, which counts as bad everywhere.
    public var isBad: Bool { section == .behind }

    /// Whether it has stood so for this period only.
    public var isNew: Bool { periods == 1 }

    /// Whether its follow-up is closed although the figure is still behind.
    public var isClosedWhileBad: Bool { isBad && followUp?.state == .closed }
}

/// The value that a figure had before.
public struct FormerFigure: Hashable, Sendable {
    /// As written; nil where there was none.
    public let value: DecimalNumber?
    /// The value is to be multiplied by this power of ten.
    public let unitMultiplier: Int
    /// How exactly it was printed.
    public let qualifier: Qualifier
    /// The stated reason of the change; empty where none is stated.
    public let reason: LocalizedText

    /// In plain units with its qualifier; nil where there was no value.
    public var qualifiedValue: QualifiedValue? {
        QualifiedValue(value, multiplier: unitMultiplier, qualifier: qualifier)
    }
}
