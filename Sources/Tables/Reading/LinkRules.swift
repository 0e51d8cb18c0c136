import Indicators

/// Checks whether linked observations agree.
enum LinkRules {
    /// A contradiction: the observation that is reported, the other one, and what was found.
    struct Contradiction {
        let observation: Observation
        let other: Observation
        let sentence: LocalizedText
        let found: String
    }

    /// Nil where the members agree, or where that cannot be decided: a value is missing, or parts are not exact.
    static func contradiction(_ link: Link, _ members: [(role: LinkRole, observation: Observation)]) -> Contradiction? {
        switch link.kind {
        case .same: same(members.map(\.observation))
        case .parts: parts(link, members)
        case .share: share(members)
        case .disagree: nil
        }
    }

    private static func same(_ members: [Observation]) -> Contradiction? {
        guard let first = members.first(where: { $0.value != nil }) else { return nil }
        for other in members where other.value != nil && other.qualifiedValue != first.qualifiedValue {
            return Contradiction(
                observation: first, other: other,
                sentence: LocalizedText(zh: "同一事实的两处记载数值不同", en: "the same fact is stated with different values"),
                found: "\(written(first)) ≠ \(written(other))")
        }
        return nil
    }

    private static func parts(_ link: Link, _ members: [(role: LinkRole, observation: Observation)]) -> Contradiction? {
        let parts = members.filter { $0.role == .part }.map(\.observation)
        guard let total = members.first(where: { $0.role == .total })?.observation, let first = parts.first,
            (parts + [total]).allSatisfy({ $0.qualifier == .exact }), let whole = total.qualifiedValue?.low,
            let tolerance = ExactRatio(link.tolerance)
        else { return nil }
        var sum = ExactRatio.zero
        for part in parts {
            guard let value = part.qualifiedValue?.low, let next = sum.adding(value) else { return nil }
            sum = next
        }
        guard let difference = sum.subtracting(whole),
            tolerance < (difference.isNegative ? difference.negated : difference)
        else { return nil }
        let shown = sum.rounded(to: 4)?.shortened.description ?? ""
        return Contradiction(
            observation: total, other: first,
            sentence: LocalizedText(zh: "各部分之和与合计不符", en: "the parts do not add up to the total"),
            found: "\(shown) ≠ \(written(total))")
    }

    /// A share agrees where it can result from a part and a base that are themselves rounded to their last digit.
    private static func share(_ members: [(role: LinkRole, observation: Observation)]) -> Contradiction? {
        func member(_ role: LinkRole) -> Observation? { members.first { $0.role == role }?.observation }
        guard let share = member(.share), let part = member(.part), let base = member(.base),
            [share, part, base].allSatisfy({ $0.qualifier == .exact }), let stated = interval(share),
            let upper = interval(part),
            let lower = interval(base), !lower.least.isNegative, !lower.least.isZero,
            let least = upper.least.divided(by: lower.most)?.multiplied(byPowerOfTen: 2),
            let most = upper.most.divided(by: lower.least)?.multiplied(byPowerOfTen: 2)
        else { return nil }
        if !(most < stated.least), !(stated.most < least) { return nil }
        let exact = part.qualifiedValue.flatMap { part in base.qualifiedValue.flatMap { part.low.divided(by: $0.low) } }
        let computed = exact?.multiplied(byPowerOfTen: 2)?.rounded(to: 2)?.description ?? ""
        return Contradiction(
            observation: share, other: part,
            sentence: LocalizedText(zh: "比重与部分、基数不符", en: "the share does not follow from part and base"),
            found: "\(written(part)) ÷ \(written(base)) = \(computed)% ≠ \(written(share))%")
    }

    /// The interval from half a unit of the last written digit below the value to as much above; a whole number in
    /// plain units is exact.
    private static func interval(_ observation: Observation) -> (least: ExactRatio, most: ExactRatio)? {
        guard let value = observation.value, let middle = observation.qualifiedValue?.low else { return nil }
        if value.scale == 0, observation.unitMultiplier == 0 { return (middle, middle) }
        guard
            let half = ExactRatio(DecimalNumber(significand: 5, scale: value.scale + 1))?
                .multiplied(byPowerOfTen: observation.unitMultiplier),
            let least = middle.subtracting(half), let most = middle.adding(half)
        else { return nil }
        return (least, most)
    }

    private static func written(_ observation: Observation) -> String {
        let power =
            switch observation.unitMultiplier {
            case 0: ""
            case 4: "万"
            case 8: "亿"
            default: "×10^\(observation.unitMultiplier)"
            }
        return (observation.value?.description ?? "") + power
    }
}
