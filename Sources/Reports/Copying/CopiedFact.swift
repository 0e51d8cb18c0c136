import Indicators
import Wording

/// A figure, a computed figure or a measure in the parts that are copied, in one language.
///
/// Outside the program nothing else says what the figure is about, so the parts include area, time, certainty and
/// source. `CopiedLine` and `CopiedTable` write the parts.
package struct CopiedFact: Hashable {
    enum Kind: Hashable { case figure, computed, measure }

    var kind = Kind.figure
    var name = ""
    /// The area's full name.
    var area = ""
    /// Whether it is about the whole, which a line of text does not mention.
    var isOfTheWhole = true

    // In a sentence

    /// Value with qualifier and unit, the word for why there is none, or how far a measure has come.
    var statement = ""
    /// The status where it is not "as reported", and further remarks on the value.
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
    /// The title of the source and the position in it.
    var source = ""
}

extension CopiedFact {
    package init(_ item: CopiedItem, _ wording: Wording) {
        switch item {
        case .figure(let indicator, let observation, let area): self.init(indicator, observation, area: area, wording)
        case .derived(let derived): self.init(derived, wording)
        case .brief(let brief): self.init(brief, wording)
        case .gap(let indicator, let area, let period): self.init(noneOf: indicator, area: area, period, wording)
        }
    }

    /// A figure. Without an observation the statement says that there is none.
    private init(_ indicator: Indicator, _ observation: Observation?, area: String, _ wording: Wording) {
        self.init(about: observation?.area ?? area, wording)
        name = indicator.name[wording.language]
        unit = indicator.unit.name[wording.language]
        guard let observation else {
            statement = wording.missing
            status = wording.missing
            promise(wording.target(of: indicator, nil), indicator, wording)
            return
        }
        statement = wording.figure(observation)
        remarks = [StatusText.short(observation, wording.words), StatusText.since(observation, wording)]
            .filter { !$0.isEmpty }
        period = PeriodText.span(of: observation.period, wording, withYear: true)
        basis = PeriodText.basis(observation.basis, wording.words)
        status = StatusText.full(observation, wording.words)
        source = CopiedWords.source(observation.source, observation.place, wording)
        guard let value = observation.value else { return }
        digits = ([value] + [observation.valueHigh].compactMap { $0 }).map(\.description).joined(separator: "–")
        qualifier = CopiedWords.qualifier(observation, indicator.unit, wording.language)
        multiplier = CopiedWords.multiplier(observation.unitMultiplier, wording.language)
    }

    /// The target, where an area has a target and no observation.
    private mutating func promise(_ target: Target?, _ indicator: Indicator, _ wording: Wording) {
        guard let target else { return }
        let value = wording.parts(target, of: indicator)
            .text
        let promise = [wording.judging.target, PeriodText.span(of: target.period, wording, withYear: true), value]
            .joined(
                separator: " ")
        remarks = [promise]
        status += CopiedWords.stop(wording.language) + promise
        source = CopiedWords.source(target.source, target.place, wording)
    }

    private init(noneOf indicator: Indicator, area: String, _ period: Period, _ wording: Wording) {
        self.init(about: area, wording)
        name = indicator.name[wording.language]
        unit = indicator.unit.name[wording.language]
        statement = wording.words.notOnRecord
        status = wording.words.notOnRecord
        self.period = PeriodText.span(of: period, wording, withYear: true)
    }

    /// A computed figure with its formula, or why it is not computed.
    private init(_ derived: DerivedIndicator, _ wording: Wording) {
        self.init(about: derived.area ?? wording.catalogue.rootArea.code, wording)
        let words = wording.judging
        name = derived.name[wording.language]
        kind = .computed
        unit = derived.unit.name[wording.language]
        switch wording.catalogue.derivation(of: derived) {
        case .failure(let refusal):
            statement = words.notDerived + wording.words.colon + DerivedText.refusal(refusal, wording)
            status = statement
            source = CopiedWords.sources([refusal.numerator, refusal.denominator], wording)
        case .success(let derivation):
            let formula = DerivedText.formula(derived, derivation.numerator, derivation.denominator, wording)
            let short = StatusText.short(derivation.status, wording.words)
            let rounding = DerivedText.isRounded(derivation, derived) ? [words.rounded] : []
            statement = (DerivedText.parts(derived, wording)?.text ?? "") + " = " + formula
            remarks = (short.isEmpty ? [] : [short]) + rounding
            let ends = [derivation.value.low] + [derivation.value.high].compactMap { $0 }
            digits = ends.compactMap { $0.rounded(to: derived.decimals)?.description }.joined(separator: "–")
            qualifier = CopiedWords.qualifier(derivation.value.qualifier, wording.language)
            period = PeriodText.span(of: derivation.period, wording, withYear: true)
            basis = PeriodText.basis(derivation.basis, wording.words)
            status = short.isEmpty ? words.derived : short
            source =
                words.derived + wording.words.colon + formula + CopiedWords.stop(wording.language)
                + CopiedWords.sources([derivation.numerator, derivation.denominator], wording)
        }
    }

    /// A measure or a milestone.
    private init(_ brief: Brief, _ wording: Wording) {
        self.init(about: brief.area, wording)
        kind = .measure
        name = brief.title[wording.language]
        statement = brief.detail[wording.language]
        remarks = [BriefText.state(brief, wording.words)]
        period = PeriodText.span(of: brief.period, wording, withYear: true)
        basis = PeriodText.basis(brief.periodBasis, wording.words)
        status = BriefText.state(brief, wording.words)
        source = CopiedWords.source(brief.source, brief.place, wording)
    }

    private init(about area: String, _ wording: Wording) {
        self.area = wording.catalogue.area(area)?.name[wording.language] ?? area
        isOfTheWhole = area == wording.catalogue.rootArea.code
    }
}
