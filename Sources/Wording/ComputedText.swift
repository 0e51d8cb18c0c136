import Indicators

/// Computed values in words. They have the qualifiers of the values they come from and are rounded only here.
package enum ComputedText {
    /// The parts of a computed value: the digits rounded half away from zero, with 近, 约 or 余 as in its terms.
    package static func parts(_ value: QualifiedValue, decimals: Int, unit: Unit, language: Language) -> FigureParts? {
        guard let low = value.low.rounded(to: decimals) else { return nil }
        var parts = FigureParts()
        parts.number = FigureText.grouped(low)
        if let high = value.high {
            guard let high = high.rounded(to: decimals) else { return nil }
            parts.number += "–" + FigureText.grouped(high)
        }
        switch (value.qualifier, language) {
        case (.exact, _), (.range, _): break
        case (.approx, .zh): parts.prefix = "约"
        case (.approxBelow, .zh): parts.prefix = "近"
        case (.approxAbove, .zh): parts.suffix = "余"
        case (.approx, .en): parts.prefix = "about "
        case (.approxBelow, .en): parts.prefix = "nearly "
        case (.approxAbove, .en): parts.prefix = "over "
        }
        parts.unit = unit.name(language, count: value.qualifier == .exact && value.high == nil ? low : nil)
        parts.unitStandsApart = language == .en && !unit.isPercent
        return parts
    }

    private static let percentUnit = Unit(chinese: "%", english: "%")

    /// A fraction of one as a percentage with one digit behind the point, and its qualifier.
    package static func percent(_ value: QualifiedValue, _ language: Language) -> String {
        value.scaled(by: ExactRatio.hundred).flatMap { parts($0, decimals: 1, unit: percentUnit, language: language) }?
            .text ?? ""
    }

    package static func percent(_ value: ExactRatio, _ language: Language) -> String {
        percent(QualifiedValue(low: value, qualifier: .exact), language)
    }

    /// A difference of fractions of one in percentage points, with its sign.
    package static func points(_ value: ExactRatio, _ words: Words) -> String {
        guard let number = value.multiplied(by: .hundred)?.rounded(to: 1) else { return "" }
        return signed(number) + (words.language == .en ? " " : "") + words.judging.points
    }

    /// The same without its sign: 16.7 个百分点.
    package static func amountOfPoints(_ value: ExactRatio, _ words: Words) -> String {
        guard let number = value.magnitude.multiplied(by: .hundred)?.rounded(to: 1) else { return "" }
        return FigureText.grouped(number) + (words.language == .en ? " " : " 个") + words.judging.points
    }

    /// A number with + or −; without a sign for zero.
    package static func signed(_ number: DecimalNumber) -> String {
        (number.isZero || number.isNegative ? "" : "+") + FigureText.grouped(number)
    }
}

extension QualifiedValue {
    /// Both ends rounded to a number of decimal places; nil where that is too large.
    fileprivate func rounded(to decimals: Int) -> QualifiedValue? {
        guard let low = low.rounded(to: decimals).flatMap(ExactRatio.init) else { return nil }
        guard let high else { return QualifiedValue(low: low, qualifier: qualifier) }
        return high.rounded(to: decimals).flatMap(ExactRatio.init).map {
            QualifiedValue(low: low, high: $0, qualifier: qualifier)
        }
    }
}

extension ExactRatio {
    fileprivate static let hundred = ExactRatio.one.multiplied(byPowerOfTen: 2) ?? .one
}

/// A computed figure with its formula, or why it is not computed.
package enum DerivedText {
    /// The parts of the value; nil where it is not computed.
    package static func parts(_ derived: DerivedIndicator, _ wording: Wording) -> FigureParts? {
        guard case .success(let derivation) = wording.catalogue.derivation(of: derived) else { return nil }
        return parts(derived, derivation, wording)
    }

    /// The same where it was computed already.
    package static func parts(_ derived: DerivedIndicator, _ derivation: Derivation, _ wording: Wording) -> FigureParts?
    {
        // The table gives the English unit without 万 and 亿; English counts in thousands, millions and billions. It
        // states what the table rounds to, no digit more: 17.0亿 is 1.70 billion.
        guard wording.language == .en, let rounded = derivation.value.rounded(to: derived.decimals),
            let (power, word) = magnitude(of: rounded, derived.scale),
            let factor = ExactRatio.one.multiplied(byPowerOfTen: derived.scale - power),
            let value = rounded.scaled(by: factor)
        else {
            var parts = ComputedText.parts(
                derivation.value, decimals: derived.decimals, unit: derived.unit, language: wording.language)
            // 万 and 亿 belong to the number, as in every other figure.
            if let first = parts?.unit.first, wording.language == .zh, derived.scale == 4 || derived.scale == 8,
                first == "万" || first == "亿"
            {
                let suffix = parts?.suffix ?? ""
                parts?.suffix = "\(first)" + suffix
                parts?.unit.removeFirst()
            }
            return parts
        }
        var parts = ComputedText.parts(
            value, decimals: max(0, derived.decimals - (derived.scale - power)), unit: derived.unit, language: .en)
        parts?.suffix += " " + word
        return parts
    }

    private static let ten = ExactRatio.one.multiplied(byPowerOfTen: 1) ?? .one

    /// For a power of ten that a unit of 万 or 亿 leaves out, the power that the English word stands for, and the word.
    private static func magnitude(of value: QualifiedValue, _ scale: Int) -> (power: Int, word: String)? {
        switch scale {
        case 4: (3, "thousand")
        case 8: value.low.magnitude < ten ? (6, "million") : (9, "billion")
        default: nil
        }
    }

    /// The formula with its terms as they are written: 20,352人 ÷ 11,331人.
    package static func formula(
        _ derived: DerivedIndicator, _ numerator: Observation, _ denominator: Observation, _ wording: Wording
    )
        -> String
    {
        let first = wording.figure(numerator), second = wording.figure(denominator)
        return switch derived.formula {
        case .ratio: "\(first) ÷ \(second)"
        case .share: "\(first) ÷ \(second) × 100%"
        case .priorLevel: "\(first) ÷ (1 + \(second))"
        case .baseOfShare: "\(first) ÷ \(second)"
        case .difference: "\(first) − \(second)"
        case .sum: "\(first) + \(second)"
        }
    }

    /// Whether the value was rounded for display.
    package static func isRounded(_ derivation: Derivation, _ derived: DerivedIndicator) -> Bool {
        !derivation.value.low.isExact(to: derived.decimals)
            || !(derivation.value.high?.isExact(to: derived.decimals) ?? true)
    }

    /// Why it is not computed.
    package static func refusal(_ refusal: DerivationRefusal, _ wording: Wording) -> String {
        if case .spansDiffer = refusal.reason, let first = refusal.numerator, let second = refusal.denominator {
            return wording.judging.spansDiffer(PeriodText.full(first, wording), PeriodText.full(second, wording))
        }
        return ReasonText.text(refusal.reason, wording)
    }

    /// One line for lists and pipes: value or refusal, then the formula.
    package static func line(_ derived: DerivedIndicator, _ wording: Wording) -> String {
        let words = wording.judging
        switch wording.catalogue.derivation(of: derived) {
        case .failure(let reason): return "\(words.notDerived)\(wording.words.colon)\(refusal(reason, wording))"
        case .success(let derivation):
            let formula = formula(derived, derivation.numerator, derivation.denominator, wording)
            return [
                parts(derived, derivation, wording)?.text ?? "", "= " + formula, PeriodText.full(derivation, wording),
                StatusText.short(derivation.status, wording.words),
            ]
            .filter { !$0.isEmpty }.joined(separator: "  ")
        }
    }
}

/// The reasons why figures are not compared, judged or computed with, in words.
package enum ReasonText {
    package static func text(_ reason: Incomparability, _ wording: Wording) -> String {
        let words = wording.judging
        return switch reason {
        case .basis(let basis): words.notPrinted(PeriodText.basis(basis, wording.words))
        case .spansDiffer(let one, let other):
            words.spansDiffer(
                PeriodText.span(of: one, wording, withYear: true), PeriodText.span(of: other, wording, withYear: true))
        case .absent(let status): words.noValue(wording.words.absence(status))
        case .withheld: words.noValue(wording.words.statusEmbargoed)
        case .nothingEarlier: words.nothingEarlier
        case .nothingBefore: words.nothingBefore
        case .addsUp: words.addsUp
        case .noDirection: words.noDirection
        case .noCriterion: words.noCriterion
        case .notAllReport: words.notAllReport
        case .onlyOneArea: words.onlyOneArea
        case .breakInSeries: words.breakBetween
        case .forecast: words.isForecast
        case .divisionByZero: words.divisionByZero
        case .targetIsZero: words.targetIsZero
        case .collectionUnknown: words.collectionUnknown
        case .missingInput(let code):
            words.missingInput(wording.catalogue.indicator(code)?.name[wording.language] ?? code)
        }
    }
}
