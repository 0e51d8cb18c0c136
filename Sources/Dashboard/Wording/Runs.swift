import Cells
import Indicators

/// A figure as weighted runs.
enum FigureRuns {
    /// The value bold, the unit quiet, the status word behind: for a line that ends in a figure.
    ///
    /// - Parameter indicator: that of the observation, where it is at hand.
    static func inline(_ observation: Observation?, of indicator: Indicator? = nil, _ ink: Ink) -> [TextRun] {
        guard let observation, let parts = indicator.map({ ink.parts(observation, of: $0) }) ?? ink.parts(observation)
        else {
            return [ink.run(observation.map { ink.words.absence($0) } ?? ink.missing, .quiet)]
        }
        var runs = [ink.run(parts.value, .value)]
        if !parts.unit.isEmpty { runs.append(ink.run((parts.standsClose ? "" : " ") + parts.unit, .quiet)) }
        let status = StatusText.short(observation, ink.words)
        if !status.isEmpty { runs.append(ink.run(" " + status, .quiet)) }
        return runs
    }

    /// The value alone, for a column of values.
    static func value(_ observation: Observation?, _ ink: Ink) -> [TextRun] {
        guard let observation, let parts = ink.parts(observation) else {
            return [ink.run(observation.map { ink.words.absence($0) } ?? ink.missing, .quiet)]
        }
        return [ink.run(parts.value, .value)]
    }

    /// The unit alone, for the column beside it.
    static func unit(_ observation: Observation?, _ ink: Ink) -> [TextRun] {
        guard let observation, let parts = ink.parts(observation) else { return [] }
        return [ink.run(parts.unit, .quiet)]
    }

    /// The period of a computed figure's terms, with the status that it takes from them.
    static func period(_ derivation: Derivation, _ ink: Ink) -> [TextRun] {
        let status = StatusText.short(derivation.status, ink.words)
        return [
            ink.run(
                PeriodText.short(derivation.period, derivation.basis, ink) + (status.isEmpty ? "" : " " + status),
                .quiet)
        ]
    }

    /// The period with the status where that is not "as reported".
    static func period(_ observation: Observation?, _ ink: Ink) -> [TextRun] {
        guard let observation else { return [] }
        let status = StatusText.short(observation, ink.words)
        return [ink.run(PeriodText.short(observation, ink) + (status.isEmpty ? "" : " " + status), .quiet)]
    }
}

/// A measure or milestone: ✓ done, … ongoing, → planned; never in the colours of a judgement.
enum BriefText {
    static func mark(_ brief: Brief, _ ink: Ink) -> TextRun {
        switch brief.state {
        case .done: ink.run(ink.glyphs.done, .quiet)
        case .ongoing: ink.run(ink.glyphs.ongoing, .quiet)
        case .planned: ink.run(ink.glyphs.planned, .quiet)
        }
    }

    static func state(_ brief: Brief, _ words: Words) -> String {
        switch brief.state {
        case .done: words.done
        case .ongoing: words.ongoing
        case .planned: words.planned
        }
    }

    /// Mark, title, detail and state in one line.
    static func line(_ brief: Brief, _ ink: Ink) -> [TextRun] {
        var runs = [mark(brief, ink), ink.run(" " + brief.title[ink.language], .text)]
        let detail = brief.detail[ink.language]
        if !detail.isEmpty { runs.append(ink.run(" \(ink.glyphs.separator) \(detail)", .text)) }
        if brief.area != ink.catalogue.rootArea.code, let area = ink.catalogue.area(brief.area) {
            runs.append(ink.run(" \(ink.glyphs.separator) \(area.shortName[ink.language])", .quiet))
        }
        if let year = brief.period.year, year != ink.catalogue.mainYear {
            runs.append(
                ink.run(" \(ink.glyphs.separator) " + PeriodText.short(brief.period, brief.periodBasis, ink), .quiet))
        }
        runs.append(ink.run("  " + state(brief, ink.words), .quiet))
        return runs
    }
}
