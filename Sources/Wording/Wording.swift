import Indicators

/// What is needed to put figures in words: the data set, the language with its words, the signs, and the chosen area.
/// It does not depend on a screen.
///
/// It has the meaning of a value, but is passed by reference, since a copy would copy every word.
package final class Wording: Sendable {
    package let catalogue: Catalogue
    package let language: Language
    /// Whether all digits are shown instead of 万, 亿 and million.
    package let raw: Bool
    /// Whether a figure is shown with no more decimal places than a person reads: those of another publisher's table,
    /// on a screen.
    package let isLegible: Bool
    /// The signs beside the words of judgements, changes and measures, and between the parts of a line.
    package let signs: Signs
    /// The chosen area; nil for the whole.
    package let area: String?
    package let words: Words
    /// Further words, kept here because they are used often.
    package let judging: JudgingWords
    package let pictures: PictureWords

    package init(_ catalogue: Catalogue, _ options: WordingOptions, area: String? = nil) {
        self.catalogue = catalogue
        language = options.language
        raw = options.raw
        isLegible = options.isLegible && !options.raw && catalogue.package.isForeign
        signs = options.signs
        self.area = area
        words = Words.of(catalogue, language)
        judging = words.judging
        pictures = words.pictures
    }

    /// The word for a missing observation: not on record, or, where an area is chosen, not reported by it.
    package var missing: String { area == nil ? words.notOnRecord : words.statusMissing }

    /// The judgement of an indicator by an observation; without one, in the chosen area.
    package func judgement(of indicator: Indicator, _ observation: Observation?) -> Judgement {
        catalogue.judgement(of: indicator, observation, in: area)
    }

    /// The target that an observation is compared with; without one, the target in the chosen area.
    package func target(of indicator: Indicator, _ observation: Observation?) -> Target? {
        catalogue.target(of: indicator, observation, in: area)
    }

    /// The parts of an observation's value in the form that the settings ask for.
    package func parts(_ observation: Observation, power: Int? = nil) -> FigureParts? {
        guard let indicator = catalogue.indicator(observation.indicator) else { return nil }
        return parts(observation, of: indicator, power: power)
    }

    /// The same where the indicator is known.
    package func parts(_ observation: Observation, of indicator: Indicator, power: Int? = nil) -> FigureParts? {
        FigureText.parts(
            observation, unit: indicator.unit, language: language, raw: raw, isLegible: isLegible, power: power)
    }

    /// The power of ten that figures of one indicator side by side share; nil where all have the same.
    package func commonPower(_ observations: [Observation]) -> Int? {
        raw ? nil : FigureText.commonPower(observations, language)
    }

    /// The value with all its digits, where the screen shows fewer.
    package func unrounded(_ observation: Observation, of indicator: Indicator) -> String? {
        guard isLegible, let shown = parts(observation, of: indicator) else { return nil }
        let all = FigureText.parts(observation, unit: indicator.unit, language: language, raw: raw)
        return all == shown ? nil : all?.text
    }

    /// The name of the whole: that of the root area where a table of another publisher states one, and nothing where
    /// it has no areas.
    package var wholeName: String {
        guard catalogue.package.isForeign else { return words.wholeCity }
        if catalogue.rootArea.isStated { return catalogue.rootArea.name[language] }
        return catalogue.areas.count > 1 ? words.wholeCity : ""
    }

    /// The parts of a target's value.
    package func parts(_ target: Target, of indicator: Indicator) -> FigureParts {
        FigureText.parts(target, unit: indicator.unit, language: language, raw: raw)
    }

    /// The value with its unit, or the word for why there is none.
    package func figure(_ observation: Observation?) -> String {
        guard let observation else { return missing }
        return parts(observation)?.text ?? words.absence(observation)
    }

    /// The name of a figure's area; nil where that is the chosen area, or the whole where none is chosen.
    package func foreignArea(_ observation: Observation?) -> String? {
        guard let observation, observation.area != area ?? catalogue.rootArea.code else { return nil }
        return catalogue.area(observation.area)?.shortName[language] ?? observation.area
    }
}
