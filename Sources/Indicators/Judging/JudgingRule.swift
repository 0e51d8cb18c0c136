/// The rule by which figures are compared with the time gone by; a data set can choose one (`minsheng.judging`).
public struct JudgingRule: Hashable, Sendable {
    /// The rules that a data set can choose from (`rule` in `minsheng.judging`).
    public enum Kind: String, Coded {
        /// Ahead, on pace or behind. On pace is a band on both sides of the time gone by.
        case band
        /// Three colours. After a month below pace the figure stays yellow, even once it has caught up.
        case threeColours = "three-colours"
        /// Red below 30% of the target, blue once accepted.
        case thirty
    }

    /// The rule; `band` where the data set names none.
    public var kind = Kind.band
    /// Half the width of the band, in percentage points.
    public var band = DecimalNumber(significand: 5, scale: 0)
    /// Whether time gone by is counted in months or in days (`elapsed`); months where the data set says nothing.
    public var measure = YearMeasure.months

    /// The rule that holds where a data set names none: a band of 5 percentage points, by months.
    public init() {}

    /// Below this part of the target the rule `thirty` is red.
    static let lowMark = ExactRatio(whole: 3).multiplied(byPowerOfTen: -1) ?? .zero

    /// The standing that follows from a gap and earlier figures.
    ///
    /// - Parameters:
    ///   - advantage: completion minus the share of time gone by, as a fraction of one; negated where less is better.
    ///   - completion: the value as a fraction of the target.
    ///   - hasMissed: whether an earlier figure for the same target was behind.
    ///   - isAccepted: whether fulfilment was accepted.
    ///   - isReached: whether the target is fulfilled, or the limit kept.
    ///   - isOver: whether the target's period is over, so that nothing is left to be paced.
    func standing(
        advantage: ExactRatio, completion: ExactRatio, hasMissed: Bool, isAccepted: Bool, isReached: Bool, isOver: Bool
    ) -> Standing {
        if kind == .thirty, isAccepted { return .accepted }
        if isOver { return isReached ? .fulfilled : .unfulfilled }
        if isAccepted, isReached { return .fulfilled }
        switch kind {
        case .band:
            let half = ExactRatio(band)?.multiplied(byPowerOfTen: -2) ?? .zero
            if half < advantage { return .ahead }
            return advantage < half.negated ? .behind : .onPace
        case .threeColours:
            if advantage.isNegative { return .behind }
            return hasMissed ? .caughtUp : .neverMissed
        case .thirty:
            if completion < Self.lowMark { return .underThirty }
            return advantage.isNegative ? .belowPace : .onPace
        }
    }
}

/// The position of a figure that adds up over the year relative to the time gone by.
public enum Standing: Hashable, Sendable, CaseIterable {
    case ahead, onPace, behind
    /// 已完成, 未完成: the target's period is over, or fulfilment was accepted; by every rule.
    case fulfilled, unfulfilled
    /// The rule of three colours.
    case neverMissed, caughtUp
    /// The rule of thirty per cent.
    case underThirty, belowPace, accepted

    /// The light for the standing. On pace is steady: neither good nor a warning.
    public var light: Light {
        switch self {
        case .ahead, .neverMissed, .fulfilled: .good
        case .onPace: .steady
        case .caughtUp, .belowPace: .middling
        case .behind, .underThirty, .unfulfilled: .bad
        case .accepted: .accepted
        }
    }

    /// Whether nothing is left to be paced, so that only completion is stated.
    public var isFinal: Bool { self == .fulfilled || self == .unfulfilled }
}

/// The light of a judgement, always shown with a shape and a word. Steady is neither ahead nor behind, and no warning.
public enum Light: Hashable, Sendable { case good, steady, middling, bad, accepted }
