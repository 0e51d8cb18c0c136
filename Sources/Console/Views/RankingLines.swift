import Cells
import Indicators
import Wording

/// The areas side by side: ranked where all report the same span, otherwise listed with the reason below.
struct RankingLines {
    let ink: Ink
    let columns: Int

    /// Nil where there are no areas to compare.
    func lines(_ indicator: Indicator, _ observation: Observation?) -> [StyledLine]? {
        guard let observation,
            case .success(let ranking) = ink.catalogue.ranking(
                of: indicator, below: ink.catalogue.rootArea.code, in: observation.period)
        else { return nil }
        let names = ranking.places.map {
            ink.catalogue.area($0.observation.area)?.shortName[ink.language] ?? $0.observation.area
        }
        let power = ink.wording.commonPower(ranking.places.map(\.observation))
        let figures = ranking.places.map { FigureRuns.inline($0.observation, ink, power: power) }
        // Which of them are behind is said here too: the place in the order does not say it.
        let isBad = ranking.places.map { place in
            ink.wording.judgement(of: indicator, place.observation).light == .bad
        }
        let nameWidth = names.map(DisplayWidth.of).max() ?? 0, figureWidth = figures.map(\.width).max() ?? 0
        let barWidth = columns - (isBad.contains(true) ? 6 : 4) - nameWidth - 2 - figureWidth - 2
        let largest = ranking.places.compactMap { $0.observation.qualifiedValue?.low.doubleValue }.max() ?? 0
        var lines = ranking.places.indices.map { index -> StyledLine in
            let entry = ranking.places[index]
            let rank = entry.rank.map(String.init) ?? ""
            let isOwn = entry.observation.area == observation.area
            var line = [
                ink.run(TextLayout.pad(rank, to: 3, .trailing) + " ", .quiet),
                ink.run(!isBad.contains(true) ? "" : isBad[index] ? ink.signs.bad + " " : "  ", .bad),
                ink.run(TextLayout.pad(names[index], to: nameWidth) + "  ", isOwn ? .title : .text),
            ]
            if barWidth >= 4 {
                let share =
                    (entry.observation.qualifiedValue?.low.doubleValue ?? 0) / max(largest, .leastNonzeroMagnitude)
                line +=
                    entry.observation.value == nil
                    ? [ink.run(String(repeating: " ", count: barWidth), .quiet)]
                    : ThinBar.runs(
                        fraction: share, columns: barWidth, glyphs: ink.glyphs, filled: ink.theme[.bar],
                        empty: ink.theme[.frame])
            }
            line.append(ink.run(String(repeating: " ", count: 2 + figureWidth - figures[index].width), .quiet))
            return line + figures[index]
        }
        if !ranking.isRanked {
            let short = ink.pictures.notRanked,
                long = short + ink.words.colon + ReasonText.text(.notAllReport, ink.wording)
            lines.append([ink.run("    " + (4 + DisplayWidth.of(long) <= columns ? long : short), .quiet)])
        }
        if ranking.hasQualified { lines.append([ink.run("    " + ink.judging.lowEndRule, .quiet)]) }
        return lines
    }
}
