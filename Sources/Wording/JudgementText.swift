import Indicators

/// A judgement in shape, word and colour; the colour never stands alone (WCAG 2.2, 1.4.1).
package enum JudgementText {
    /// Shape and word.
    ///
    /// - Parameter short: without the gap or the completion, for a narrow column.
    package static func phrase(_ judgement: Judgement, _ wording: Wording, short: Bool = false) -> Phrase {
        let text = shape(judgement, wording.signs) + " " + word(judgement, wording, short: short)
        return Phrase(text, judgement.light.map(role) ?? .quiet)
    }

    private static func shape(_ judgement: Judgement, _ signs: Signs) -> String {
        switch judgement.light {
        case .good?: signs.good
        case .steady?, .middling?: signs.middling
        case .bad?: signs.bad
        case .accepted?: signs.accepted
        case nil: signs.notJudged
        }
    }

    /// The word alone, which has the same meaning as the shape.
    package static func word(_ judgement: Judgement, _ wording: Wording, short: Bool = false) -> String {
        let words = wording.words
        switch judgement {
        case .noTarget: return short ? words.notJudgedShort : words.notJudged
        case .unjudged: return short ? words.notJudgedShort : wording.judging.unjudged
        case .zeroKept: return words.keptZero
        case .zeroBroken: return words.brokenZero
        case .zeroUnknown: return words.unknownZero
        case .paced(let pace):
            let word = word(pace, wording.judging)
            if !short, pace.standing.isFinal, !pace.lessIsBetter, pace.completion.low != .one {
                return word + " " + ComputedText.percent(pace.completion, wording.language)
            }
            let saysGap =
                !short && pace.standing != .onPace && pace.standing != .accepted && pace.standing != .underThirty
                && !pace.standing.isFinal
            return saysGap ? word + " " + gap(pace, words) : word
        case .level(let level):
            let word =
                switch level.state {
                case .reached: wording.judging.reached
                case .pending: wording.judging.pending
                case .missed: wording.judging.missed
                }
            if short || level.lessIsBetter { return word }
            return word + (level.completion.map { " " + ComputedText.percent($0, wording.language) } ?? "")
        }
    }

    /// The colour of a light: one for each shape, so that a sign has one colour wherever it stands.
    package static func role(_ light: Light) -> Role {
        switch light {
        case .good: .good
        case .steady, .middling: .middling
        case .bad: .bad
        case .accepted: .accent
        }
    }

    /// The gap; without its sign where the word before it already says which way.
    private static func gap(_ pace: Pace, _ words: Words) -> String {
        switch pace.standing {
        case .ahead, .behind: ComputedText.amountOfPoints(pace.gap, words)
        default: ComputedText.points(pace.gap, words)
        }
    }

    private static func word(_ pace: Pace, _ words: JudgingWords) -> String {
        switch pace.standing {
        case .ahead: pace.lessIsBetter ? words.better : words.ahead
        case .onPace: words.onPace
        case .behind: pace.lessIsBetter ? words.worse : words.behind
        case .fulfilled: pace.lessIsBetter ? words.withinLimit : words.fulfilled
        case .unfulfilled: pace.lessIsBetter ? words.overLimit : words.unfulfilled
        case .neverMissed: words.neverMissed
        case .caughtUp: words.caughtUp
        case .underThirty: words.underThirty
        case .belowPace: words.belowPace
        case .accepted: words.accepted
        }
    }

    /// The rule that led to the judgement.
    package static func rule(_ judgement: Judgement, _ wording: Wording) -> String {
        switch judgement {
        case .noTarget: wording.words.noTargetRule
        case .zeroKept, .zeroBroken, .zeroUnknown: wording.words.zeroRule
        case .paced: paceRule(wording)
        case .level: wording.judging.levelRule
        case .unjudged(_, let reason):
            wording.judging.unjudged + wording.words.colon
                + (reason.map { ReasonText.text($0, wording) } ?? wording.judging.noFigure)
        }
    }

    /// The rule of pace in force, how time is measured, and how values are rounded.
    package static func paceRule(_ wording: Wording) -> String {
        let rule = wording.catalogue.package.judging, words = wording.judging
        let kind =
            switch rule.kind {
            case .band: words.bandRule(rule.band.description)
            case .threeColours: words.threeColoursRule
            case .thirty: words.thirtyRule
            }
        let stop = wording.language == .zh ? "；" : "; "
        return [kind, words.finalRule, rule.measure == .months ? words.byMonths : words.byDays, words.roundingRule]
            .joined(separator: stop)
    }

    /// Completion and time gone by in one short line.
    ///
    /// - Parameter mark: the sign that marks the time on the bar.
    package static func progress(_ pace: Pace, _ wording: Wording, mark: String) -> [Phrase] {
        let words = wording.judging
        let completion = [
            Phrase((pace.lessIsBetter ? words.ofLimit : words.completion) + " ", .quiet),
            Phrase(ComputedText.percent(pace.completion, wording.language), .value),
        ]
        // A year that is over has no time gone by to compare with.
        if pace.standing.isFinal { return completion }
        return completion + [
            Phrase("  \(words.elapsed) ", .quiet), Phrase(ComputedText.percent(pace.elapsed, wording.language), .value),
            Phrase(" \(mark)", .value),
        ]
    }

    /// Target, completion and time gone by as lines of the details; empty without a target.
    package static func figures(_ judgement: Judgement, _ indicator: Indicator, _ wording: Wording) -> [[Phrase]] {
        guard let target = judgement.target else { return [] }
        let words = wording.judging
        let promised = wording.parts(target, of: indicator)
        let limit = indicator.direction == .down ? words.notAbove + (wording.language == .en ? " " : "") : ""
        var first = [
            Phrase(PeriodText.span(of: target.period, wording, withYear: true) + " " + limit, .quiet),
            Phrase(promised.value, .value),
            Phrase((promised.standsClose ? "" : " ") + promised.unit, .quiet),
        ]
        if let accepted = target.accepted { first.append(Phrase("  \(words.accepted) \(accepted.text)", .quiet)) }
        var lines = [first]
        switch judgement {
        case .paced(let pace):
            let completion = [
                Phrase((pace.lessIsBetter ? words.ofLimit : words.completion) + " ", .quiet),
                Phrase(ComputedText.percent(pace.completion, wording.language), .value),
            ]
            let comparison = [
                Phrase("  \(words.elapsed) ", .quiet),
                Phrase(ComputedText.percent(pace.elapsed, wording.language), .value),
                Phrase("  \(words.gap) ", .quiet), Phrase(ComputedText.points(pace.gap, wording.words), .value),
            ]
            lines.append(pace.standing.isFinal ? completion : completion + comparison)
        case .level(let level):
            if let completion = level.completion, !level.lessIsBetter {
                lines.append([
                    Phrase(words.completion + " ", .quiet),
                    Phrase(ComputedText.percent(completion, wording.language), .value),
                ])
            }
        case .noTarget, .zeroKept, .zeroBroken, .zeroUnknown, .unjudged: break
        }
        return lines
    }
}

/// The change on a year earlier in words.
package enum ChangeText {
    /// `▲ +7.6% +1,802人`, in the colour of good or bad where the indicator has a direction.
    package static func phrases(_ change: ChangeOnYear, _ indicator: Indicator, _ wording: Wording, short: Bool = false)
        -> [Phrase]
    {
        phrases(change.change, from: change.earlier, indicator, wording, short: short)
    }

    /// The same for any two values of an indicator.
    ///
    /// - Parameter earlier: the value that it was.
    package static func phrases(
        _ change: FigureChange, from earlier: Observation, _ indicator: Indicator, _ wording: Wording,
        short: Bool = false
    ) -> [Phrase] {
        let role: Role = change.isGood(indicator.direction).map { $0 ? .good : .bad } ?? .text
        guard change.sign != 0 else { return [Phrase(wording.judging.noChange, .quiet)] }
        let arrow = change.sign > 0 ? wording.signs.up : wording.signs.down
        let difference = difference(change, from: earlier, indicator, wording)
        guard let relative = change.relative.map({ relativeText($0, wording.language) }) else {
            return [Phrase("\(arrow) \(difference)", role)]
        }
        return [Phrase("\(arrow) \(relative)", role)] + (short ? [] : [Phrase("  " + difference, .quiet)])
    }

    private static func relativeText(_ value: QualifiedValue, _ language: Language) -> String {
        let text = ComputedText.percent(value, language)
        return value.low.isNegative || value.qualifier != .exact ? text : "+" + text
    }

    private static func difference(
        _ change: FigureChange, from earlier: Observation, _ indicator: Indicator, _ wording: Wording
    ) -> String {
        let words = wording.words
        // The change of a value in 万 or 亿 is stated in 万 or 亿; English has no such words.
        let power =
            wording.language == .zh && (earlier.unitMultiplier == 4 || earlier.unitMultiplier == 8)
            ? earlier.unitMultiplier : 0
        let magnitude = power == 4 ? "万" : power == 8 ? "亿" : ""
        let unit =
            change.isInPoints
            ? Unit(chinese: words.judging.points, english: words.judging.points)
            : Unit(chinese: magnitude + indicator.unit.name.zh, english: indicator.unit.english)
        guard let factor = ExactRatio.one.multiplied(byPowerOfTen: -power),
            let value = change.difference.scaled(by: factor)
        else { return "" }
        var decimals = (0...9).first { value.low.isExact(to: $0) && value.high?.isExact(to: $0) ?? true } ?? 2
        if wording.isLegible, let legible = value.low.rounded(to: 12)?.shortened.legible { decimals = legible.scale }
        guard
            let parts = ComputedText.parts(
                value, decimals: max(decimals, change.isInPoints ? 1 : 0), unit: unit, language: wording.language)
        else { return "" }
        return (change.sign > 0 && value.qualifier == .exact ? "+" : "") + parts.text
    }
}
