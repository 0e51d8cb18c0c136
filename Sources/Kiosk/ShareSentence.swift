import Indicators
import Wording

/// What part of a whole a figure is, as a sentence with the whole in it; only where the data set computes that share
/// (推算) and has no remark on it, for which there is no room.
enum ShareSentence {
    /// 占“收到答卷”371份的 38.8%（推算）。 and shorter without the name of the whole. Empty where nothing is computed.
    static func texts(_ figure: KioskFigure, _ wording: Wording) -> [String] {
        let catalogue = wording.catalogue
        for derived in catalogue.derived(ofTopic: figure.indicator.topic)
        where derived.formula == .share && derived.numerator == figure.indicator.code && derived.note.zh.isEmpty {
            guard case .success(let derivation) = catalogue.derivation(of: derived),
                derivation.numerator == figure.observation, let whole = catalogue.indicator(derived.denominator),
                let share = DerivedText.parts(derived, derivation, wording)?.text
            else { continue }
            let name = whole.shortName[wording.language], value = wording.figure(derivation.denominator)
            return wording.language == .zh
                ? ["占“\(name)”\(value)的 \(share)（推算）。", "占\(value)的 \(share)（推算）。"]
                : ["\(share) of “\(name)”, \(value) (computed).", "\(share) of \(value) (computed)."]
        }
        return []
    }
}
