import Indicators

/// 改善, 持平 or 变差 in words. It is no status: it has no light and no colour of one.
package enum TendencyText {
    /// The word alone.
    package static func word(_ direction: Tendency.Direction, _ words: JudgingWords) -> String {
        switch direction {
        case .better: words.improved
        case .same: words.unmoved
        case .worse: words.worsened
        }
    }

    /// The word with the criterion behind it; the criterion alone where nothing can be compared. Nil for an indicator
    /// without a criterion.
    package static func line(_ indicator: Indicator, _ observation: Observation, _ wording: Wording) -> String? {
        guard let criterion = indicator.criterion, indicator.direction != .none else { return nil }
        let rule = rule(criterion, wording)
        guard case .success(let tendency) = wording.catalogue.tendency(of: observation) else {
            return wording.language == .zh ? rule : rule.prefix(1).uppercased() + rule.dropFirst()
        }
        return wording.inBrackets(word(tendency.direction, wording.judging), rule)
    }

    /// Which change counts.
    package static func rule(_ criterion: ChangeCriterion, _ wording: Wording) -> String {
        let amount = criterion.amount.description
        let unit =
            criterion.isInPoints
            ? wording.language == .zh ? " 个" + wording.judging.points : " " + wording.judging.points : "%"
        return wording.judging.criterion(amount + unit)
    }
}
