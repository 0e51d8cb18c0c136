/// The result of comparing a figure with its target.
///
/// A figure is judged only where it has a target or a zero-goal.
public enum Judgement: Hashable, Sendable {
    /// There is neither a target nor a zero-goal.
    case noTarget
    /// A zero-goal (动态清零) with a value of zero.
    case zeroKept
    /// A zero-goal with a value above zero.
    case zeroBroken
    /// A zero-goal without a value.
    case zeroUnknown
    /// A figure that adds up over the target's period, compared with the time gone by.
    case paced(Pace)
    /// A figure at a date, compared with the target itself.
    case level(Level)
    /// There is a target, but the figure cannot be judged by it, for this reason; nil where there is no figure.
    case unjudged(Target, Incomparability?)

    /// Whether the figure counts as judged.
    public var isJudged: Bool {
        switch self {
        case .zeroKept, .zeroBroken, .zeroUnknown, .paced, .level: true
        case .noTarget, .unjudged: false
        }
    }

    /// The light; nil where the figure is not judged, or a zero-goal has no value.
    public var light: Light? {
        switch self {
        case .zeroKept: .good
        case .zeroBroken: .bad
        case .paced(let pace): pace.standing.light
        case .level(let level): level.light
        case .noTarget, .zeroUnknown, .unjudged: nil
        }
    }

    /// The target of the judgement; nil for a zero-goal and where there is no target.
    public var target: Target? {
        switch self {
        case .paced(let pace): pace.target
        case .level(let level): level.target
        case .unjudged(let target, _): target
        case .noTarget, .zeroKept, .zeroBroken, .zeroUnknown: nil
        }
    }
}

/// 序时进度: completion compared with the part of the target's period that had gone by at the end of the figure's period.
public struct Pace: Hashable, Sendable {
    /// The target that the pace is measured against.
    public let target: Target
    /// The value as a fraction of the target, with the qualifiers of both. 1 is 100%; larger values are not limited.
    public let completion: QualifiedValue
    /// The part of the target's period that had gone by, from 0 to 1.
    public let elapsed: ExactRatio
    /// Completion minus elapsed, unrounded.
    public let gap: ExactRatio
    /// Whether less is better, so that the gap should be negative.
    public let lessIsBetter: Bool
    /// What the rule of the data set makes of the gap.
    public let standing: Standing
}

/// A figure at a date against the target it is to reach.
public struct Level: Hashable, Sendable {
    /// Whether the target is reached, is not due yet, or was missed by the end of its period.
    public enum State: Hashable, Sendable { case reached, pending, missed }

    /// The target that the figure is held against.
    public let target: Target
    /// The value as a fraction of the target; nil where the target is zero.
    public let completion: QualifiedValue?
    /// Whether less is better, so that the target is a limit.
    public let lessIsBetter: Bool
    /// Whether the target is reached.
    public let state: State

    /// The light for the state: good where reached, middling while pending, bad where missed.
    public var light: Light {
        switch state {
        case .reached: .good
        case .pending: .middling
        case .missed: .bad
        }
    }
}
