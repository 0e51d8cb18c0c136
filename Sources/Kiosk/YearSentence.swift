import Indicators
import Wording

/// How a figure differs from that of the year before, as a sentence; only where both are of the same printed span.
enum YearSentence {
    /// 比 2025 年同期多 1,802人（+7.6%）。 Empty where nothing can be compared.
    static func text(_ figure: KioskFigure, _ wording: Wording) -> String {
        guard let observation = figure.observation, observation.value != nil,
            case .success(let change) = wording.catalogue.changeOnYear(of: observation)
        else { return "" }
        let year = change.earlier.period.startYear, isWholeYear = observation.period.kind == .year
        let isChinese = wording.language == .zh
        let before =
            isChinese
            ? "\(year) 年" + (isWholeYear ? "" : "同期")
            : (isWholeYear ? "in \(year)" : "in the same part of \(year)")
        guard change.sign != 0 else {
            return isChinese ? "和 \(before)一样。" : "The same as \(before)."
        }
        let phrases = ChangeText.phrases(change, figure.indicator, wording)
        var difference = unsigned(phrases.last?.text ?? "")
        if change.isInPoints {
            difference =
                String(difference.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
                + (isChinese ? " 个百分点" : " percentage points")
        }
        // The first of two is the relative change.
        let share = phrases.count > 1 ? String(phrases[0].text.drop { $0 != "+" && $0 != "−" && !$0.isNumber }) : ""
        if isChinese {
            let word = change.isInPoints ? (change.sign > 0 ? "高" : "低") : change.sign > 0 ? "多" : "少"
            return "比 \(before)\(word) \(difference)" + (share.isEmpty ? "" : "（\(share)）") + "。"
        }
        let word = change.isInPoints ? (change.sign > 0 ? "higher" : "lower") : change.sign > 0 ? "more" : "fewer"
        let less = change.sign < 0 && ["yuan", "km", "tonnes"].contains { figure.indicator.unit.name.en.hasSuffix($0) }
        return "\(difference) \(less ? "less" : word) than \(before)" + (share.isEmpty ? "" : " (\(share))") + "."
    }

    /// The size of a difference without its direction, which the sentence says in a word.
    private static func unsigned(_ text: String) -> String {
        String(
            text.drop { !$0.isNumber && $0 != "近" && $0 != "约" && !($0.isLetter && $0.isASCII) }
                .filter { $0 != "−" })
    }
}
