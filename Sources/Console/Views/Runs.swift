import Cells
import Indicators
import Wording

/// A figure as runs of text with styles.
enum FigureRuns {
    /// The value in bold, the unit as secondary text, the status word behind it: for a line that ends in a figure.
    ///
    /// - Parameters:
    ///   - indicator: the indicator of the observation, where the caller has it.
    ///   - power: the power of ten that it shares with the figures beside it; nil for its own.
    static func inline(
        _ observation: Observation?, of indicator: Indicator? = nil, _ ink: Ink, power: Int? = nil
    ) -> [TextRun] {
        guard let observation,
            let parts = indicator.map({ ink.wording.parts(observation, of: $0, power: power) })
                ?? ink.wording.parts(observation, power: power)
        else {
            return [ink.run(observation.map { ink.words.absence($0) } ?? ink.wording.missing, .quiet)]
        }
        var runs = [ink.run(parts.value, .value)]
        if !parts.unit.isEmpty { runs.append(ink.run((parts.standsClose ? "" : " ") + parts.unit, .quiet)) }
        let status = StatusText.standing(observation, ink.wording)
        if !status.isEmpty { runs.append(ink.run(" " + status, .quiet)) }
        return runs
    }

    /// The value alone, for a column of values.
    static func value(_ observation: Observation?, _ ink: Ink, power: Int? = nil) -> [TextRun] {
        guard let observation, let parts = ink.wording.parts(observation, power: power) else {
            return [ink.run(observation.map { ink.words.absence($0) } ?? ink.wording.missing, .quiet)]
        }
        return [ink.run(parts.value, .value)]
    }

    /// The value with its unit and no status, for a column in which units have no column of their own.
    static func figure(_ observation: Observation?, _ ink: Ink, power: Int? = nil) -> [TextRun] {
        let value = value(observation, ink, power: power), unit = unit(observation, ink)
        return unit.allSatisfy(\.text.isEmpty) ? value : value + [ink.run(" ", .quiet)] + unit
    }

    /// The unit alone, for the column beside it.
    static func unit(_ observation: Observation?, _ ink: Ink) -> [TextRun] {
        guard let observation, let parts = ink.wording.parts(observation) else { return [] }
        return [ink.run(parts.unit, .quiet)]
    }

    /// The period of a computed figure's terms, with the status that the figure has from them.
    static func period(_ derivation: Derivation, _ ink: Ink) -> [TextRun] {
        let status = StatusText.short(derivation.status, ink.words)
        return [
            ink.run(
                PeriodText.short(derivation.period, derivation.basis, ink.wording)
                    + (status.isEmpty ? "" : " " + status),
                .quiet)
        ]
    }

    /// The period with the status where that is not "as reported".
    static func period(_ observation: Observation?, _ ink: Ink) -> [TextRun] {
        guard let observation else { return [] }
        let status = StatusText.standing(observation, ink.wording)
        return [ink.run(PeriodText.short(observation, ink.wording) + (status.isEmpty ? "" : " " + status), .quiet)]
    }
}
