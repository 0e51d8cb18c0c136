import Indicators
import Wording

extension DetailLines {
    /// 同比, whether it is better or worse by the criterion of the indicator, and 环比: each with the figure it is
    /// compared with, or why it is not computed.
    func changes(_ indicator: Indicator, _ observation: Observation?) -> [StyledLine] {
        guard let observation else { return [] }
        let year = onYear(indicator, observation), period = onPeriod(indicator, observation)
        let tendency = TendencyText.line(indicator, observation, ink.wording).map { wrapped($0, .text) } ?? []
        if year.isEmpty, period.isEmpty { return section(ink.judging.onYear, tendency) }
        return section(ink.judging.onYear, year + tendency) + period
    }

    /// A single figure cannot be compared in any case, and the trend says so.
    private func hasOthers(_ observation: Observation) -> Bool {
        observation.value != nil
            && ink.catalogue.observations(of: observation.indicator, in: observation.area).count > 1
    }

    private func onYear(_ indicator: Indicator, _ observation: Observation) -> [StyledLine] {
        switch ink.catalogue.changeOnYear(of: observation) {
        case .success(let change):
            let earlier = "\(ink.judging.sameSpanBefore) \(ink.wording.figure(change.earlier))"
            return [ink.runs(ChangeText.phrases(change, indicator, ink.wording))] + wrapped(earlier, .quiet)
        case .failure(let reason):
            guard hasOthers(observation) else { return [] }
            return wrapped(ink.judging.notCompared + ink.words.colon + ReasonText.text(reason, ink.wording), .quiet)
        }
    }

    private func onPeriod(_ indicator: Indicator, _ observation: Observation) -> [StyledLine] {
        guard let phrases = OnPeriodText.phrases(observation, indicator, ink.wording),
            case .success(let change) = ink.catalogue.changeOnPeriod(of: observation)
        else {
            guard hasOthers(observation), let refusal = OnPeriodText.refusal(observation, ink.wording) else {
                return []
            }
            return wrapped(refusal, .quiet)
        }
        let before = PeriodText.span(of: change.earlier.period, ink.wording, withYear: true)
        let earlier = "\(ink.judging.periodBefore) \(before) \(ink.wording.figure(change.earlier))"
        return ink.wrapped([Phrase(ink.judging.onPeriod + " ", .quiet)] + phrases, to: columns)
            + wrapped(earlier, .quiet)
    }
}
