/// What can be said of a figure against what was promised.
///
/// Only a target or a zero goal makes a figure judged; without one nothing is said.
public enum Judgement: Hashable, Sendable {
    case noTarget
    /// A zero goal (动态清零) with a value of zero.
    case zeroKept
    /// A zero goal with a value above zero.
    case zeroBroken
    /// A zero goal without a value.
    case zeroUnknown

    /// Whether the figure counts as judged.
    public var isJudged: Bool { self != .noTarget }
}

extension Catalogue {
    /// How an indicator stands by one of its observations.
    public func judgement(of indicator: Indicator, _ observation: Observation?) -> Judgement {
        guard indicator.direction == .zero else { return .noTarget }
        guard let value = observation?.value else { return .zeroUnknown }
        return value.isZero ? .zeroKept : .zeroBroken
    }

    /// How many indicators can be judged, of how many.
    public var tally: (judged: Int, all: Int) {
        let judged = indicators.count { judgement(of: $0, headlineObservation(of: $0.code)).isJudged }
        return (judged, indicators.count)
    }
}
