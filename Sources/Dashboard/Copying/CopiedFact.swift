import Indicators

/// A figure, a computed figure or a measure in the pieces that are taken along, in the words of a language.
///
/// Far from the program nothing beside it says whose it is, so it says all of it itself: area, time, how sure, where
/// from. It is only made here; `CopiedLine` and `CopiedTable` write it.
struct CopiedFact: Hashable {
    enum Kind: Hashable { case figure, computed, measure }

    var kind = Kind.figure
    var name = ""
    /// The area's full name.
    var area = ""
    /// Whether it is about the whole, which a line need not say.
    var isOfTheWhole = true

    // In a sentence

    /// Value with qualifier and unit, the word for why there is none, or how far a measure has come.
    var statement = ""
    /// What differs from "as reported", and what else is to be known of the value.
    var remarks: [String] = []

    // In columns

    /// As written, without grouping; a range with an en dash; empty where there is none.
    var digits = ""
    var qualifier = ""
    var unit = ""
    /// What the digits are to be multiplied by.
    var multiplier = ""
    /// Without the basis.
    var period = ""
    var basis = ""
    var status = ""
    /// Title of the source, and the place in it.
    var source = ""
}

extension CopiedFact {
    init(_ item: CopiedItem, _ ink: Ink) {
        switch item {
        case .figure(let indicator, let observation, let area): self.init(indicator, observation, area: area, ink)
        case .derived(let derived): self.init(derived, ink)
        case .brief(let brief): self.init(brief, ink)
        case .gap(let indicator, let area, let period): self.init(noneOf: indicator, area: area, period, ink)
        }
    }

    /// A figure; without an observation that there is none.
    private init(_ indicator: Indicator, _ observation: Observation?, area: String, _ ink: Ink) {
        self.init(about: observation?.area ?? area, ink)
        name = indicator.name[ink.language]
        unit = indicator.unit.name[ink.language]
        guard let observation else {
            statement = ink.wording.missing
            status = ink.wording.missing
            promise(ink.wording.target(of: indicator, nil), indicator, ink)
            return
        }
        statement = ink.wording.figure(observation)
        let short = StatusText.short(observation, ink.words)
        remarks = short.isEmpty ? [] : [short]
        period = PeriodText.span(of: observation.period, ink.wording, withYear: true)
        basis = PeriodText.basis(observation.basis, ink.words)
        status = StatusText.full(observation, ink.words)
        source = CopiedWords.source(observation.source, observation.place, ink)
        guard let value = observation.value else { return }
        digits = ([value] + [observation.valueHigh].compactMap { $0 }).map(\.description).joined(separator: "–")
        qualifier = CopiedWords.qualifier(observation, indicator.unit, ink.language)
        multiplier = CopiedWords.multiplier(observation.unitMultiplier, ink.language)
    }

    /// What was promised, where that is all there is.
    private mutating func promise(_ target: Target?, _ indicator: Indicator, _ ink: Ink) {
        guard let target else { return }
        let value = FigureText.parts(target, unit: indicator.unit, language: ink.language, raw: ink.state.settings.raw)
            .text
        let promise = [ink.judging.target, PeriodText.span(of: target.period, ink.wording, withYear: true), value]
            .joined(
                separator: " ")
        remarks = [promise]
        status += CopiedWords.stop(ink.language) + promise
        source = CopiedWords.source(target.source, target.place, ink)
    }

    private init(noneOf indicator: Indicator, area: String, _ period: Period, _ ink: Ink) {
        self.init(about: area, ink)
        name = indicator.name[ink.language]
        unit = indicator.unit.name[ink.language]
        statement = ink.words.notOnRecord
        status = ink.words.notOnRecord
        self.period = PeriodText.span(of: period, ink.wording, withYear: true)
    }

    /// A computed figure with its formula, or why it is not computed.
    private init(_ derived: DerivedIndicator, _ ink: Ink) {
        self.init(about: derived.area ?? ink.catalogue.rootArea.code, ink)
        let words = ink.judging
        name = derived.name[ink.language]
        kind = .computed
        unit = derived.unit.name[ink.language]
        switch ink.catalogue.derivation(of: derived) {
        case .failure(let refusal):
            statement = words.notDerived + ink.words.colon + DerivedText.refusal(refusal, ink.wording)
            status = statement
            source = CopiedWords.sources([refusal.numerator, refusal.denominator], ink)
        case .success(let derivation):
            let formula = DerivedText.formula(derived, derivation.numerator, derivation.denominator, ink.wording)
            let short = StatusText.short(derivation.status, ink.words)
            let rounding = DerivedText.isRounded(derivation, derived) ? [words.rounded] : []
            statement = (DerivedText.parts(derived, ink.wording)?.text ?? "") + " = " + formula
            remarks = (short.isEmpty ? [] : [short]) + rounding
            let ends = [derivation.value.low] + [derivation.value.high].compactMap { $0 }
            digits = ends.compactMap { $0.rounded(to: derived.decimals)?.description }.joined(separator: "–")
            qualifier = CopiedWords.qualifier(derivation.value.qualifier, ink.language)
            period = PeriodText.span(of: derivation.period, ink.wording, withYear: true)
            basis = PeriodText.basis(derivation.basis, ink.words)
            status = short.isEmpty ? words.derived : short
            source =
                words.derived + ink.words.colon + formula + CopiedWords.stop(ink.language)
                + CopiedWords.sources([derivation.numerator, derivation.denominator], ink)
        }
    }

    /// A measure or a milestone.
    private init(_ brief: Brief, _ ink: Ink) {
        self.init(about: brief.area, ink)
        kind = .measure
        name = brief.title[ink.language]
        statement = brief.detail[ink.language]
        remarks = [BriefText.state(brief, ink.words)]
        period = PeriodText.span(of: brief.period, ink.wording, withYear: true)
        basis = PeriodText.basis(brief.periodBasis, ink.words)
        status = BriefText.state(brief, ink.words)
        source = CopiedWords.source(brief.source, brief.place, ink)
    }

    private init(about area: String, _ ink: Ink) {
        self.area = ink.catalogue.area(area)?.name[ink.language] ?? area
        isOfTheWhole = area == ink.catalogue.rootArea.code
    }
}
