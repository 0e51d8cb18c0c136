import Cells
import Indicators

/// What is needed to put figures in words: the data set, the language with its words, the signs, and the area that is
/// chosen. Nothing here knows a screen.
///
/// A value in all but how it is passed on: all that is worded holds it, and a copy would be one of every word.
final class Wording: Sendable {
    let catalogue: Catalogue
    let language: Language
    /// All the digits instead of 万, 亿 and million.
    let raw: Bool
    /// Signs stand beside the words of judgements, changes and measures, and between pieces of a line.
    let glyphs: Glyphs
    /// The area that everything is about; nil for the whole.
    let area: String?
    let words: Words
    /// Further words, kept here because they are asked for again and again.
    let judging: JudgingWords
    let pictures: PictureWords

    init(_ catalogue: Catalogue, _ settings: Settings, area: String? = nil) {
        self.catalogue = catalogue
        language = settings.language
        raw = settings.raw
        glyphs = settings.glyphs
        self.area = area
        words = Words.of(catalogue, language)
        judging = words.judging
        pictures = words.pictures
    }

    /// The word for no observation at all: not on record, or where an area is chosen not reported by it.
    var missing: String { area == nil ? words.notOnRecord : words.statusMissing }

    /// How an indicator stands by an observation; without one, in the area that is chosen.
    func judgement(of indicator: Indicator, _ observation: Observation?) -> Judgement {
        catalogue.judgement(of: indicator, observation, in: area)
    }

    /// What an observation is held against; without one, what was promised in the area that is chosen.
    func target(of indicator: Indicator, _ observation: Observation?) -> Target? {
        catalogue.target(of: indicator, observation, in: area)
    }

    /// The pieces of an observation's value as the settings want them.
    func parts(_ observation: Observation) -> FigureParts? {
        guard let indicator = catalogue.indicator(observation.indicator) else { return nil }
        return parts(observation, of: indicator)
    }

    /// The same where the indicator is known.
    func parts(_ observation: Observation, of indicator: Indicator) -> FigureParts? {
        FigureText.parts(observation, unit: indicator.unit, language: language, raw: raw)
    }

    /// The pieces of a target's value.
    func parts(_ target: Target, of indicator: Indicator) -> FigureParts {
        FigureText.parts(target, unit: indicator.unit, language: language, raw: raw)
    }

    /// The value with its unit, or the word for why there is none.
    func figure(_ observation: Observation?) -> String {
        guard let observation else { return missing }
        return parts(observation)?.text ?? words.absence(observation)
    }

    /// The name of an area other than the whole, for a figure that is not the whole's.
    func foreignArea(_ observation: Observation?) -> String? {
        guard let observation, observation.area != area ?? catalogue.rootArea.code else { return nil }
        return catalogue.area(observation.area)?.shortName[language] ?? observation.area
    }
}
