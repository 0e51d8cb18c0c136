import Indicators

/// The figure of the whole beside that of an area: 全市 24,002人 · 占 33.8%.
package enum WholeText {
    /// Nil where nothing can be compared.
    package static func line(_ observation: Observation, _ wording: Wording) -> String? {
        guard let against = wording.catalogue.againstWhole(observation) else { return nil }
        let isChinese = wording.language == .zh
        var parts = [wording.words.wholeCity + " " + wording.figure(against.whole)]
        if let part = against.part {
            let percent = ComputedText.percent(part, wording.language)
            parts.append(isChinese ? "占 \(percent)" : "\(percent) of it")
        }
        if let points = against.points, points.high == nil, let number = points.low.rounded(to: 1) {
            let size = FigureText.grouped(DecimalNumber(significand: abs(number.significand), scale: number.scale))
            switch (number.isZero, isChinese) {
            case (true, _): parts.append(isChinese ? "相同" : "the same")
            case (false, true): parts.append("\(number.isNegative ? "低" : "高") \(size) 个百分点")
            case (false, false): parts.append("\(size) points \(number.isNegative ? "below" : "above")")
            }
        }
        return parts.joined(separator: " · ")
    }
}
