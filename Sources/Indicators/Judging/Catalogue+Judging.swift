extension Catalogue {
    /// The target that an observation is compared with: of the targets whose period contains that of the observation,
    /// the one with the shortest. For an indicator without an observation it is the newest target in an area.
    public func target(of indicator: Indicator, _ observation: Observation?, in area: String? = nil) -> Target? {
        let area = observation?.area ?? area ?? package.rootArea
        let candidates = targets(of: indicator.code, in: area)
        guard let observation else { return candidates.max { $0.period < $1.period } }
        return candidates.filter { $0.period.contains(observation.period) }.min { $0.period.days < $1.period.days }
    }

    /// Whether an indicator can be judged at all. For any other indicator the judgement is `noTarget`, whatever its
    /// observations are.
    public func mayBeJudged(_ indicator: Indicator) -> Bool {
        indicator.direction == .zero || hasTargets(of: indicator.code)
    }

    /// The judgement of an indicator by one of its observations and the rule of the data set.
    public func judgement(of indicator: Indicator, _ observation: Observation?, in area: String? = nil) -> Judgement {
        if indicator.direction == .zero { return zeroGoal(observation) }
        guard let target = target(of: indicator, observation, in: area) else { return .noTarget }
        if target.value.isZero {
            return indicator.direction == .up ? .unjudged(target, .targetIsZero) : zeroGoal(observation)
        }
        guard let observation else { return .unjudged(target, nil) }
        if let reason = observation.incomparability { return .unjudged(target, reason) }
        if observation.status == .forecast { return .unjudged(target, .forecast) }
        switch indicator.collection {
        case .summed: return pace(indicator, observation, target)
        case .endOfPeriod, .average: return level(indicator, observation, target)
        case .unknown: return .unjudged(target, .collectionUnknown)
        }
    }

    private func zeroGoal(_ observation: Observation?) -> Judgement {
        guard let observation, let value = observation.value else { return .zeroUnknown }
        guard value.isZero, observation.valueHigh?.isZero ?? true else { return .zeroBroken }
        // Kept until then; whether it is kept now is not known where a later figure was not reported.
        return absence(since: observation)?.status == .missing ? .zeroUnknown : .zeroKept
    }

    private func pace(_ indicator: Indicator, _ observation: Observation, _ target: Target) -> Judgement {
        guard let measured = measure(observation, target) else {
            return .unjudged(target, .spansDiffer(observation.period, target.period))
        }
        let lessIsBetter = indicator.direction == .down
        let standing = package.judging.standing(
            advantage: lessIsBetter ? measured.gap.negated : measured.gap, completion: measured.completion.low,
            hasMissed: package.judging.kind == .threeColours && hasMissed(before: observation, target, lessIsBetter),
            isAccepted: target.accepted != nil,
            isReached: lessIsBetter
                ? !(ExactRatio.one < measured.completion.low) : !(measured.completion.low < .one),
            isOver: !(observation.period.end < target.period.end))
        return .paced(
            Pace(
                target: target, completion: measured.completion, elapsed: measured.elapsed, gap: measured.gap,
                lessIsBetter: lessIsBetter, standing: standing))
    }

    /// Completion, time gone by and gap; nil where the figure does not begin with the target's period.
    private func measure(
        _ observation: Observation, _ target: Target
    ) -> (completion: QualifiedValue, elapsed: ExactRatio, gap: ExactRatio)? {
        guard observation.period.start == target.period.start,
            let elapsed = target.period.share(goneAt: observation.period.end, by: package.judging.measure),
            let value = observation.qualifiedValue, let promised = target.qualifiedValue,
            let completion = value.divided(by: promised), let gap = completion.low.subtracting(elapsed)
        else { return nil }
        return (completion, elapsed, gap)
    }

    /// Whether an earlier figure for the same target was behind the time gone by.
    private func hasMissed(before observation: Observation, _ target: Target, _ lessIsBetter: Bool) -> Bool {
        observations(of: observation.indicator, in: observation.area).contains { earlier in
            guard earlier.period.end < observation.period.end, earlier.incomparability == nil,
                earlier.status != .forecast, target.period.contains(earlier.period),
                let measured = measure(earlier, target)
            else { return false }
            return lessIsBetter ? ExactRatio.zero < measured.gap : measured.gap.isNegative
        }
    }

    private func level(_ indicator: Indicator, _ observation: Observation, _ target: Target) -> Judgement {
        guard let value = observation.qualifiedValue, let promised = target.qualifiedValue else {
            return .unjudged(target, observation.incomparability)
        }
        let isReached = indicator.direction == .down ? !(promised.low < value.low) : !(value.low < promised.low)
        let isOver = !(observation.period.end < target.period.end)
        return .level(
            Level(
                target: target, completion: value.divided(by: promised), lessIsBetter: indicator.direction == .down,
                state: isReached ? .reached : isOver ? .missed : .pending))
    }

    /// The number of indicators that are judged, and how many are on the good side, between, and on the bad side.
    public struct Tally: Hashable, Sendable {
        /// How many indicators have a judgement, an unknown zero-goal included.
        public let judged: Int
        /// How many indicators were counted, with or without a target.
        public let all: Int
        /// How many are on the good side: ahead, on schedule, reached, kept or accepted.
        public let good: Int
        /// How many are neither good nor bad: on pace, caught up, below pace, or not due yet.
        public let between: Int
        /// How many are on the bad side: behind, below 30%, missed or broken.
        public let bad: Int
        /// How many zero-goals are unknown: judged, but on no side.
        public var unknown: Int { judged - good - between - bad }
    }

    /// The tally of one topic.
    public func tally(ofTopic code: String) -> Tally { tally(of: indicators(ofTopic: code)) }

    /// The tally of some indicators in an area; nil for the headline observation of each.
    public func tally(of indicators: [Indicator], in area: String? = nil) -> Tally {
        var judged = 0, good = 0, between = 0, bad = 0
        for indicator in indicators where mayBeJudged(indicator) {
            let judgement = judgement(of: indicator, headlineObservation(of: indicator.code, area: area), in: area)
            if judgement.isJudged { judged += 1 }
            switch judgement.light {
            case .good, .accepted: good += 1
            case .steady, .middling: between += 1
            case .bad: bad += 1
            case nil: break
            }
        }
        return Tally(judged: judged, all: indicators.count, good: good, between: between, bad: bad)
    }
}
