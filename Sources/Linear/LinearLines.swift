import Indicators
import Wording

/// Figures, measures and their sources in words, for speech or a braille display.
///
/// Shapes (●, ◇, ▲, ✓) are left out, because a screen reader reads out their names. A word beside each says the same.
struct LinearLines {
    let wording: Wording
    let words: LinearWords

    init(wording: Wording) {
        self.wording = wording
        words = LinearWords.in(wording.language)
    }

    var catalogue: Catalogue { wording.catalogue }
    var language: Language { wording.language }

    // MARK: One line

    /// Name, area, value with unit, period, status, judgement, change.
    func fact(_ indicator: Indicator, _ observation: Observation?) -> String {
        let name = indicator.name[language]
        return joined([
            wording.foreignArea(observation).map { "\(name) (\($0))" } ?? name, standing(indicator, observation),
        ])
    }

    /// The same with the target that it is compared with.
    func promisedFact(_ indicator: Indicator, _ observation: Observation?) -> String {
        let judgement = wording.judgement(of: indicator, observation)
        guard let target = judgement.target else { return fact(indicator, observation) }
        let promise = wording.judging.target + " " + promise(target, indicator)
        return joined([fact(indicator, observation), promise, fulfilment(judgement, indicator)])
    }

    /// The figure without indicator and area.
    func standing(_ indicator: Indicator, _ observation: Observation?) -> String {
        let judgement = wording.judgement(of: indicator, observation)
        var parts = [wording.figure(observation)]
        if let observation {
            parts += [PeriodText.full(observation, wording), StatusText.standing(observation, wording)]
        }
        if judgement != .noTarget { parts.append(JudgementText.word(judgement, wording)) }
        if let change = observation.flatMap({ try? catalogue.changeOnYear(of: $0).get() }) {
            parts.append("\(wording.judging.onYear) \(self.change(change, indicator))")
        }
        return joined(parts)
    }

    /// A measure: what it is about, how far it has come, where, when, state.
    func brief(_ brief: Brief) -> String {
        let area = brief.area == catalogue.rootArea.code ? "" : name(ofArea: brief.area)
        let title = [brief.title[language], brief.detail[language]].filter { !$0.isEmpty }.joined(
            separator: wording.words.colon)
        return joined([title, area, PeriodText.full(brief, wording), BriefText.state(brief, wording.words)])
    }

    /// A computed figure, marked as such.
    func derived(_ derived: DerivedIndicator) -> String {
        let name = "\(derived.name[language]) (\(wording.judging.derived))"
        switch catalogue.derivation(of: derived) {
        case .failure(let refusal):
            return joined([
                name, wording.judging.notDerived + wording.words.colon + DerivedText.refusal(refusal, wording),
            ])
        case .success(let derivation):
            let value = DerivedText.parts(derived, wording)?.text ?? ""
            return joined([
                name, value, PeriodText.full(derivation, wording), StatusText.short(derivation.status, wording.words),
            ])
        }
    }

    /// Source, position in it, and printed form.
    func origin(_ source: String, _ place: String, _ printed: String) -> String {
        joined([
            catalogue.source(source)?.title[language] ?? source, PlaceText.text(place, language),
            printed.isEmpty ? "" : "\(wording.words.printedForm)「\(printed)」",
        ])
    }

    // MARK: Parts of a line

    /// The target: by when, how much, on what day fulfilment was accepted.
    func promise(_ target: Target, _ indicator: Indicator) -> String {
        let value = wording.parts(target, of: indicator).text
        let limit = indicator.direction == .down ? wording.judging.notAbove + (language == .en ? " " : "") : ""
        let accepted = target.accepted.map { "\(wording.judging.accepted) \($0.text)" } ?? ""
        return joined([PeriodText.span(of: target.period, wording, withYear: true), limit + value, accepted])
    }

    /// How far a target is fulfilled, and how much of its time has gone by; empty where that is not stated.
    func fulfilment(_ judgement: Judgement, _ indicator: Indicator) -> String {
        // The first line of the screen is the target itself.
        joined(JudgementText.figures(judgement, indicator, wording).dropFirst().flatMap { pieces($0.text) })
    }

    /// The change with a word in place of its arrow, since a screen reader may skip a sign.
    func change(_ change: ChangeOnYear, _ indicator: Indicator) -> String {
        spoken(ChangeText.phrases(change, indicator, wording).text)
    }

    /// A change in words without its arrow.
    func spoken(_ text: String) -> String {
        for (arrow, word) in [(wording.signs.up, words.rises), (wording.signs.down, words.falls)]
        where text.hasPrefix(arrow + " ") {
            return joined([word] + pieces(String(text.dropFirst(arrow.count + 1))))
        }
        return text
    }

    func name(ofArea code: String) -> String { catalogue.area(code)?.name[language] ?? code }

    func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: words.pause) }

    /// Splits a text at double blanks, which separate items on the screen.
    private func pieces(_ text: String) -> [String] {
        text.split(separator: " ", omittingEmptySubsequences: false).split(separator: "").map {
            $0.joined(separator: " ")
        }
    }

    /// A label and what it says, a line each; nothing where there is nothing to say.
    func labelled(_ rows: [(String, String)]) -> [String] {
        rows.filter { !$0.1.isEmpty }.map { $0.0 + wording.words.colon + $0.1 }
    }
}
