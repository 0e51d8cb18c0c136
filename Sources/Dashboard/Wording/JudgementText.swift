import Cells
import Indicators

/// A judgement: shape, word, and only then colour.
enum JudgementText {
    /// - Parameter short: only shape and word, for a narrow column.
    static func runs(_ judgement: Judgement, _ ink: Ink, short: Bool = false) -> [TextRun] {
        let words = ink.words, glyphs = ink.glyphs
        switch judgement {
        case .noTarget:
            return [ink.run("\(glyphs.notJudged) \(short ? words.notJudgedShort : words.notJudged)", .quiet)]
        case .unjudged:
            return [ink.run("\(glyphs.notJudged) \(short ? words.notJudgedShort : words.judging.unjudged)", .quiet)]
        case .zeroKept: return [lit(.good, words.keptZero, ink)]
        case .zeroBroken: return [lit(.bad, words.brokenZero, ink)]
        case .zeroUnknown: return [ink.run("\(glyphs.notJudged) \(words.unknownZero)", .quiet)]
        case .paced(let pace):
            let word = word(pace, words.judging)
            let saysGap =
                !short && pace.standing != .onPace && pace.standing != .accepted && pace.standing != .underThirty
            return [lit(pace.standing.light, saysGap ? word + " " + ComputedText.points(pace.gap, words) : word, ink)]
        case .level(let level):
            let word =
                switch level.state {
                case .reached: words.judging.reached
                case .pending: words.judging.pending
                case .missed: words.judging.missed
                }
            let part =
                short || level.lessIsBetter
                ? "" : level.completion.map { " " + ComputedText.percent($0, ink.language) } ?? ""
            return [lit(level.light, word + part, ink)]
        }
    }

    private static func lit(_ light: Light, _ text: String, _ ink: Ink) -> TextRun {
        let shape =
            switch light {
            case .good: ink.glyphs.good
            case .steady, .middling: ink.glyphs.middling
            case .bad: ink.glyphs.bad
            case .accepted: ink.glyphs.accepted
            }
        return ink.run("\(shape) \(text)", role(light))
    }

    /// The colour of a light; on pace is no warning.
    static func role(_ light: Light) -> Role {
        switch light {
        case .good, .steady: .good
        case .middling: .middling
        case .bad: .bad
        case .accepted: .accent
        }
    }

    private static func word(_ pace: Pace, _ words: JudgingWords) -> String {
        switch pace.standing {
        case .ahead: pace.lessIsBetter ? words.better : words.ahead
        case .onPace: words.onPace
        case .behind: pace.lessIsBetter ? words.worse : words.behind
        case .neverMissed: words.neverMissed
        case .caughtUp: words.caughtUp
        case .underThirty: words.underThirty
        case .belowPace: words.belowPace
        case .accepted: words.accepted
        }
    }

    /// The rule that led to it.
    static func rule(_ judgement: Judgement, _ ink: Ink) -> String {
        switch judgement {
        case .noTarget: ink.words.noTargetRule
        case .zeroKept, .zeroBroken, .zeroUnknown: ink.words.zeroRule
        case .paced: paceRule(ink)
        case .level: ink.judging.levelRule
        case .unjudged(_, let reason):
            ink.judging.unjudged + ink.words.colon + (reason.map { ReasonText.text($0, ink) } ?? ink.judging.noFigure)
        }
    }

    /// The rule of pace in force, by what time is measured, and what rounding does.
    static func paceRule(_ ink: Ink) -> String {
        let rule = ink.catalogue.package.judging, words = ink.judging
        let kind =
            switch rule.kind {
            case .band: words.bandRule(rule.band.description)
            case .threeColours: words.threeColoursRule
            case .thirty: words.thirtyRule
            }
        let stop = ink.language == .zh ? "；" : "; "
        return [kind, rule.measure == .months ? words.byMonths : words.byDays, words.roundingRule].joined(
            separator: stop)
    }

    /// Completion and time gone by in one short line, with the sign of the mark on the bar.
    static func progress(_ pace: Pace, _ ink: Ink) -> [TextRun] {
        let words = ink.judging
        return [
            ink.run((pace.lessIsBetter ? words.ofLimit : words.completion) + " ", .quiet),
            ink.run(ComputedText.percent(pace.completion, ink.language), .value),
            ink.run("  \(words.elapsed) ", .quiet), ink.run(ComputedText.percent(pace.elapsed, ink.language), .value),
            ink.run(" \(ink.glyphs.paceMark)", .value),
        ]
    }

    /// Target, completion and time gone by as lines for a detail; nothing without a target.
    static func figures(_ judgement: Judgement, _ indicator: Indicator, _ ink: Ink) -> [[TextRun]] {
        guard let target = judgement.target else { return [] }
        let words = ink.judging
        let promised = FigureText.parts(
            target, unit: indicator.unit, language: ink.language, raw: ink.state.settings.raw)
        let limit = indicator.direction == .down ? words.notAbove + (ink.language == .en ? " " : "") : ""
        var first = [
            ink.run(PeriodText.span(of: target.period, ink, withYear: true) + " " + limit, .quiet),
            ink.run(promised.value, .value),
            ink.run((promised.standsClose ? "" : " ") + promised.unit, .quiet),
        ]
        if let accepted = target.accepted { first.append(ink.run("  \(words.accepted) \(accepted.text)", .quiet)) }
        var lines = [first]
        switch judgement {
        case .paced(let pace):
            lines.append([
                ink.run((pace.lessIsBetter ? words.ofLimit : words.completion) + " ", .quiet),
                ink.run(ComputedText.percent(pace.completion, ink.language), .value),
                ink.run("  \(words.elapsed) ", .quiet),
                ink.run(ComputedText.percent(pace.elapsed, ink.language), .value),
                ink.run("  \(words.gap) ", .quiet), ink.run(ComputedText.points(pace.gap, ink.words), .value),
            ])
        case .level(let level):
            if let completion = level.completion, !level.lessIsBetter {
                lines.append([
                    ink.run(words.completion + " ", .quiet),
                    ink.run(ComputedText.percent(completion, ink.language), .value),
                ])
            }
        case .noTarget, .zeroKept, .zeroBroken, .zeroUnknown, .unjudged: break
        }
        return lines
    }
}

/// The change on a year earlier in words.
enum ChangeText {
    /// `▲ +7.6% +1,802人`, in the colour of good or bad where the indicator has a direction.
    static func runs(_ change: ChangeOnYear, _ indicator: Indicator, _ ink: Ink, short: Bool = false) -> [TextRun] {
        let role: Role = change.isGood(indicator.direction).map { $0 ? .good : .bad } ?? .text
        guard change.sign != 0 else { return [ink.run(ink.judging.noChange, .quiet)] }
        let arrow = change.sign > 0 ? ink.glyphs.up : ink.glyphs.down
        let difference = difference(change, indicator, ink)
        guard let relative = change.relative.map({ relativeText($0, ink.language) }) else {
            return [ink.run("\(arrow) \(difference)", role)]
        }
        return [ink.run("\(arrow) \(relative)", role)] + (short ? [] : [ink.run("  " + difference, .quiet)])
    }

    private static func relativeText(_ value: QualifiedValue, _ language: Language) -> String {
        let text = ComputedText.percent(value, language)
        return value.low.isNegative || value.qualifier != .exact ? text : "+" + text
    }

    private static func difference(_ change: ChangeOnYear, _ indicator: Indicator, _ ink: Ink) -> String {
        let words = ink.words
        let earlier = change.earlier
        // What was written in 万 or 亿 differs in 万 or 亿; English has no such words.
        let power =
            ink.language == .zh && (earlier.unitMultiplier == 4 || earlier.unitMultiplier == 8)
            ? earlier.unitMultiplier : 0
        let magnitude = power == 4 ? "万" : power == 8 ? "亿" : ""
        let unit =
            change.isInPoints
            ? Unit(chinese: words.judging.points, english: words.judging.points)
            : Unit(chinese: magnitude + indicator.unit.name.zh, english: indicator.unit.name.en)
        guard let factor = ExactRatio.one.multiplied(byPowerOfTen: -power),
            let value = change.difference.scaled(by: factor)
        else { return "" }
        let decimals = (0...9).first { value.low.isExact(to: $0) && value.high?.isExact(to: $0) ?? true } ?? 2
        guard
            let parts = ComputedText.parts(
                value, decimals: max(decimals, change.isInPoints ? 1 : 0), unit: unit, language: ink.language)
        else { return "" }
        return (change.sign > 0 && value.qualifier == .exact ? "+" : "") + parts.text
    }
}
