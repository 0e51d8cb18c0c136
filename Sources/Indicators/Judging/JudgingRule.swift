/// By which rule figures are judged against the time gone by; a data set names its own (`minsheng.judging`).
public struct JudgingRule: Hashable, Sendable {
    /// The rules that a data set can choose from (`rule` in `minsheng.judging`).
    public enum Kind: String, Coded {
        /// Ahead, on pace, behind: on pace within a band on both sides.
        case band
        /// Three colours: a month that was missed stays yellow after it is caught up.
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

    /// What a gap and what came before make of a figure.
    ///
    /// - Parameters:
    ///   - advantage: completion minus the share of time gone by; for what should be less, its negative. In parts of
    ///     one.
    ///   - completion: the value as a part of the target.
    ///   - hasMissed: whether an earlier month of the same target lay behind.
    ///   - isAccepted: whether fulfilment was accepted.
    func standing(advantage: ExactRatio, completion: ExactRatio, hasMissed: Bool, isAccepted: Bool) -> Standing {
        switch kind {
        case .band:
            let half = ExactRatio(band)?.multiplied(byPowerOfTen: -2) ?? .zero
            if half < advantage { return .ahead }
            return advantage < half.negated ? .behind : .onPace
        case .threeColours:
            if advantage.isNegative { return .behind }
            return hasMissed ? .caughtUp : .neverMissed
        case .thirty:
            if isAccepted { return .accepted }
            if completion < Self.lowMark { return .underThirty }
            return advantage.isNegative ? .belowPace : .onPace
        }
    }
}

/// How a figure that adds up through the year stands to the time gone by.
public enum Standing: Hashable, Sendable, CaseIterable {
    case ahead, onPace, behind
    /// The rule of three colours.
    case neverMissed, caughtUp
    /// The rule of thirty per cent.
    case underThirty, belowPace, accepted

    /// The light for the standing. On pace is steady: neither good nor a warning.
    public var light: Light {
        switch self {
        case .ahead, .neverMissed: .good
        case .onPace: .steady
        case .caughtUp, .belowPace: .middling
        case .behind, .underThirty: .bad
        case .accepted: .accepted
        }
    }
}

/// The light of a judgement; always beside a shape and a word. Steady is neither ahead nor behind, and no warning.
public enum Light: Hashable, Sendable { case good, steady, middling, bad, accepted }
