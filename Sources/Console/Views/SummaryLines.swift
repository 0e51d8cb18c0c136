import Cells
import Indicators
import Wording

/// The lines below a large figure: its period, a picture, the judgement, the change, and for an area the
/// figure of the whole.
struct SummaryLines {
    let ink: Ink
    let columns: Int

    func lines(_ indicator: Indicator, _ observation: Observation) -> [StyledLine] {
        let detail = DetailLines(ink: ink, columns: columns)
        let area =
            observation.area == ink.catalogue.rootArea.code
            ? "" : ink.catalogue.area(observation.area)?.name[ink.language] ?? observation.area
        let parts = [
            area, PeriodText.full(observation, ink.wording), StatusText.collection(indicator.collection, ink.words),
            StatusText.full(observation, ink.words),
        ].filter { !$0.isEmpty }
        var lines = detail.wrapped(parts.joined(separator: " \(ink.signs.separator) "), .quiet)
        let judgement = ink.wording.judgement(of: indicator, observation)
        if let all = ink.wording.unrounded(observation, of: indicator) {
            lines += detail.wrapped("\(ink.words.allDigits) \(all)", .quiet)
        }
        if ink.catalogue.judgesAnything { lines.append([ink.run(JudgementText.phrase(judgement, ink.wording))]) }
        lines += picture(indicator, observation, judgement)
        if case .success(let change) = ink.catalogue.changeOnYear(of: observation) {
            let onYear = Phrase(ink.judging.onYear + " ", .quiet)
            // Where there is not room for both, the share alone; the details below say the amount.
            let whole = ink.runs([onYear] + ChangeText.phrases(change, indicator, ink.wording))
            lines.append(
                whole.width <= columns
                    ? whole : ink.runs([onYear] + ChangeText.phrases(change, indicator, ink.wording, short: true)))
        }
        if let change = OnPeriodText.inPlaceOfYear(observation, indicator, ink.wording, short: true) {
            lines.append(ink.runs(change))
        }
        if let whole = WholeText.line(observation, ink.wording) { lines += detail.wrapped(whole, .quiet) }
        return lines
    }

    /// One line: progress towards the target, a share of the whole, or a range; empty where none of these applies.
    private func picture(_ indicator: Indicator, _ observation: Observation, _ judgement: Judgement) -> [StyledLine] {
        let width = min(44, columns - 2)
        guard width >= 12 else { return [] }
        let empty = ink.theme[.frame], filled = ink.theme[.bar]
        if case .paced(let pace) = judgement {
            let bar = ProgressBar.runs(
                fraction: pace.completion.low.doubleValue, mark: pace.standing.isFinal ? nil : pace.elapsed.doubleValue,
                columns: width,
                glyphs: ink.glyphs,
                filled: ink.theme[JudgementText.role(pace.standing.light)], empty: empty, markStyle: ink.theme[.value],
                isThin: false)
            return [bar, ink.runs(JudgementText.progress(pace, ink.wording, mark: ink.glyphs.paceMark))]
        }
        guard let value = observation.value else { return [] }
        if indicator.display == .range, let high = observation.valueHigh {
            let top = AxisScale([high.doubleValue], most: 4, startsAtZero: true).high
            return [
                RangeBar.runs(
                    low: value.doubleValue / top, high: high.doubleValue / top, columns: width, glyphs: ink.glyphs,
                    filled: filled, empty: empty)
            ]
        }
        if indicator.display == .share, indicator.unit.isPercent, observation.qualifier == .exact {
            return [
                BlockBar.runs(
                    fraction: value.doubleValue / 100, columns: width, glyphs: ink.glyphs, filled: filled, empty: empty)
            ]
        }
        return []
    }
}
