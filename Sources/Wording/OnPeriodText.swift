import Indicators

/// 环比: the change on the period directly before in words.
package enum OnPeriodText {
    /// `▲ +1.2% +35人`; nil where the two cannot be compared.
    package static func phrases(
        _ observation: Observation, _ indicator: Indicator, _ wording: Wording, short: Bool = false
    ) -> [Phrase]? {
        guard case .success(let found) = wording.catalogue.changeOnPeriod(of: observation) else { return nil }
        return ChangeText.phrases(found.change, from: found.earlier, indicator, wording, short: short)
    }

    /// The same with its name before it, where the change on a year earlier cannot be computed; nil where that can, or
    /// neither can. So a figure with two periods always says how it moved.
    package static func inPlaceOfYear(
        _ observation: Observation, _ indicator: Indicator, _ wording: Wording, short: Bool = false
    ) -> [Phrase]? {
        guard case .failure = wording.catalogue.changeOnYear(of: observation) else { return nil }
        return phrases(observation, indicator, wording, short: short).map {
            [Phrase(label(observation, wording) + " ", .quiet)] + $0
        }
    }

    /// 环比; in English, which has no short word for it, the period before: on Q2.
    package static func label(_ observation: Observation, _ wording: Wording) -> String {
        guard wording.language == .en, case .success(let found) = wording.catalogue.changeOnPeriod(of: observation)
        else { return wording.judging.onPeriod }
        return "on " + PeriodText.short(found.earlier, wording)
    }

    /// Why there is none, in a sentence without a stop; nil where there is one.
    package static func refusal(_ observation: Observation, _ wording: Wording) -> String? {
        guard case .failure(let reason) = wording.catalogue.changeOnPeriod(of: observation) else { return nil }
        return wording.judging.notComparedOnPeriod + wording.words.colon + ReasonText.text(reason, wording)
    }
}
