import Indicators

/// A figure in words, in parts that a view may style differently: 近 | 11 | 万 | 名.
public struct FigureParts: Hashable, Sendable {
    /// The text before the digits: 近, 约, nearly, about, over.
    public var prefix = ""
    /// The digits, grouped by thousands; a range with an en dash.
    public var number = ""
    /// The text that belongs to the number behind the digits: 万, 亿, 余, 万余, 多万, million.
    public var suffix = ""
    /// The unit.
    public var unit = ""
    /// Whether a blank stands between the number and the unit, as in English.
    public var unitStandsApart = false

    /// Whether the unit follows without a blank even where figure and unit have different styles: 3.85亿元, 85%.
    public var standsClose: Bool { !unitStandsApart && (!suffix.isEmpty || unit.hasPrefix("%")) }
    /// Whether the value is a grade of digits and letters, which are not told apart in large glyphs: 5A.
    public var isGrade: Bool { unit.isEmpty && suffix == "A" }

    /// The number with its qualifier, without the unit.
    public var value: String { prefix + number + suffix }

    /// The whole figure as one text, in which the number is not separated from its unit.
    public var text: String { value + (unitStandsApart && !unit.isEmpty ? " " : "") + unit }
}

/// Figures in the Chinese style (3.85亿元, 近11万名, 770多万元) and the English style (385 million yuan, nearly 110,000).
///
/// Every digit shown is a digit of the source or a zero of its multiplier. Nothing is rounded but what was asked to be
/// legible.
public enum FigureText {
    /// The parts of an observation's value; nil where it has none.
    ///
    /// - Parameters:
    ///   - raw: whether all digits are shown, without 万, 亿 or million.
    ///   - isLegible: whether decimal places that nobody reads are rounded away.
    ///   - power: the power of ten that the digits leave out, where figures side by side share one; nil for its own.
    public static func parts(
        _ observation: Observation, unit: Unit, language: Language, raw: Bool, isLegible: Bool = false,
        power: Int? = nil
    ) -> FigureParts? {
        observation.value.map { value in
            // Only the position of 余 and 多 depends on the printed form; in a large table that form is read from the
            // file.
            let printed = observation.qualifier == .approxAbove ? observation.printed : ""
            return parts(
                Written(
                    value: value, high: observation.valueHigh, multiplier: observation.unitMultiplier,
                    qualifier: observation.qualifier, printed: printed), unit, language, raw, isLegible, power)
        }
    }

    /// The power of ten that the digits of figures of one indicator leave out where they stand side by side; nil where
    /// each may have its own, because all have the same. A column in which 1.2亿 stands above 9,800万 is misread.
    package static func commonPower(_ observations: [Observation], _ language: Language) -> Int? {
        let powers = Set(
            observations.compactMap { observation -> Int? in
                guard let value = observation.value, !value.isZero else { return nil }
                return Scaled.magnitude(
                    of: value, observation.valueHigh, multiplier: observation.unitMultiplier, language: language,
                    raw: false
                ).0
            })
        return powers.count > 1 ? powers.min() : nil
    }

    /// The parts of a target's value.
    package static func parts(_ target: Target, unit: Unit, language: Language, raw: Bool) -> FigureParts {
        parts(
            Written(
                value: target.value, high: nil, multiplier: target.unitMultiplier, qualifier: target.qualifier,
                printed: target.printed),
            unit, language, raw)
    }

    /// The parts of a value that was replaced; nil where there was none.
    package static func parts(_ former: FormerValue, unit: Unit, language: Language, raw: Bool) -> FigureParts? {
        former.value.map { value in
            parts(
                Written(
                    value: value, high: nil, multiplier: former.unitMultiplier, qualifier: former.qualifier, printed: ""
                ),
                unit, language, raw)
        }
    }

    /// The parts of a value that is not in the table any more; nil where there was none.
    static func parts(_ former: FormerFigure, unit: Unit, language: Language, raw: Bool) -> FigureParts? {
        former.value.map { value in
            parts(
                Written(
                    value: value, high: nil, multiplier: former.unitMultiplier, qualifier: former.qualifier, printed: ""
                ),
                unit, language, raw)
        }
    }

    /// A value as the table states it.
    private struct Written {
        let value: DecimalNumber
        let high: DecimalNumber?
        let multiplier: Int
        let qualifier: Qualifier
        let printed: String
    }

    private static func parts(
        _ written: Written, _ unit: Unit, _ language: Language, _ raw: Bool, _ isLegible: Bool = false,
        _ power: Int? = nil
    ) -> FigureParts {
        var parts = FigureParts()
        let scaled = Scaled(
            written.value, written.high, multiplier: written.multiplier, language: language, raw: raw,
            isLegible: isLegible, power: power)
        parts.number = scaled.number
        switch language {
        case .zh: qualifyChinese(&parts, written, scaled.magnitude)
        case .en: qualifyEnglish(&parts, written, scaled.magnitude)
        }
        if unit.isGrade {
            parts.suffix += unit.name[language]
            return parts
        }
        let isPlain = written.multiplier == 0 && written.qualifier == .exact
        parts.unit = unit.name(language, count: isPlain ? written.value : nil)
        parts.unitStandsApart = language == .en && !unit.isPercent
        return parts
    }

    private static func qualifyChinese(_ parts: inout FigureParts, _ written: Written, _ magnitude: String) {
        parts.suffix = magnitude
        switch written.qualifier {
        case .exact, .range: break
        case .approx: parts.prefix = "约"
        case .approxBelow: parts.prefix = "近"
        case .approxAbove:
            if Excess.isAtLeast(written.printed) {
                parts.prefix = "至少"
                return
            }
            let excess = Excess(printed: written.printed)
            parts.suffix =
                excess.standsBeforeMagnitude && !magnitude.isEmpty
                ? excess.word + magnitude : magnitude + excess.word
        }
    }

    private static func qualifyEnglish(_ parts: inout FigureParts, _ written: Written, _ magnitude: String) {
        parts.suffix = magnitude
        switch written.qualifier {
        case .exact, .range: break
        case .approx: parts.prefix = "about "
        case .approxBelow: parts.prefix = "nearly "
        case .approxAbove: parts.prefix = Excess.isAtLeast(written.printed) ? "at least " : "over "
        }
    }

    /// A decimal with thousands separators; the digits after the point stay as written.
    public static func grouped(_ number: DecimalNumber) -> String {
        let written = Array(number.description.utf8), isNegative = number.isNegative
        let start = isNegative ? 1 : 0, end = written.firstIndex(of: UInt8(ascii: ".")) ?? written.count
        if end - start <= 3 {
            return isNegative
                ? "−" + String(decoding: written[1...], as: UTF8.self) : String(decoding: written, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.count * 4 / 3 + 1)
        for index in start..<end {
            if index > start, (end - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(written[index])
        }
        bytes += written[end...]
        return (isNegative ? "−" : "") + String(decoding: bytes, as: UTF8.self)
    }
}

/// The word for "and more" as the source printed it, and its position.
///
/// 770多万 lies between 770 and 780 times ten thousand, 10万余 just above a hundred thousand. The position is part of the
/// statement, so it is kept.
private struct Excess {
    var word = "余"
    var standsBeforeMagnitude = false

    init(printed: String) {
        let scalars = Array(printed.unicodeScalars)
        for (index, scalar) in scalars.enumerated() where scalar == "多" || scalar == "余" {
            guard index > 0, Self.belongsToNumber(scalars[index - 1]) else { continue }
            word = String(scalar)
            if index + 1 < scalars.count {
                standsBeforeMagnitude = scalars[index + 1] == "万" || scalars[index + 1] == "亿"
            }
            return
        }
    }

    /// 5个以上 is five or more, 600余个 more than six hundred.
    static func isAtLeast(_ printed: String) -> Bool { printed.range(of: "以上") != nil }

    private static func belongsToNumber(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "万" || scalar == "亿"
    }
}

/// A value in the magnitude in which it is shown.
private struct Scaled {
    var number: String
    var magnitude: String

    init(
        _ low: DecimalNumber, _ high: DecimalNumber?, multiplier: Int, language: Language, raw: Bool, isLegible: Bool,
        power: Int?
    ) {
        func written(_ number: DecimalNumber) -> String { FigureText.grouped(isLegible ? number.legible : number) }
        let own = Self.magnitude(of: low, high, multiplier: multiplier, language: language, raw: raw)
        let (shift, word) = raw ? own : power.map { ($0, Self.word($0, language)) } ?? own
        guard let first = Self.shifted(low, by: multiplier - shift) else {
            number = FigureText.grouped(low)
            magnitude = multiplier == 0 ? "" : "×10^\(multiplier)"
            return
        }
        number = written(first)
        if let high, let second = Self.shifted(high, by: multiplier - shift) {
            number += "–" + written(second)
        }
        magnitude = word
    }

    /// Exact. Zeros that only the shift put behind the point are dropped (4600万 is 46 million, not 46.00).
    private static func shifted(_ number: DecimalNumber, by power: Int) -> DecimalNumber? {
        guard var result = number.multiplied(byPowerOfTen: power) else { return nil }
        guard power < 0 else { return result }
        while result.scale > 0, result.significand.isMultiple(of: 10), result.scale > number.scale {
            result = DecimalNumber(significand: result.significand / 10, scale: result.scale - 1)
        }
        return result
    }

    private static func word(_ power: Int, _ language: Language) -> String {
        switch (power, language) {
        case (8, .zh): "亿"
        case (4, .zh): "万"
        case (9, .en): " billion"
        case (6, .en): " million"
        default: ""
        }
    }

    /// The power of ten left out of the digits and the word that stands for it.
    static func magnitude(
        of low: DecimalNumber, _ high: DecimalNumber?, multiplier: Int, language: Language, raw: Bool
    ) -> (Int, String) {
        if raw { return (0, "") }
        let plain = low.multiplied(byPowerOfTen: multiplier)
        switch language {
        case .zh:
            if multiplier == 4 { return (4, "万") }
            if multiplier == 8 { return (8, "亿") }
            guard let plain, plain.scale == 0, plain.significand != 0 else { return (0, "") }
            let size = plain.significand.magnitude
            if size >= 100_000_000 && size.isMultiple(of: 1_000_000) { return (8, "亿") }
            if size >= 1_000_000 && size.isMultiple(of: 10_000) { return (4, "万") }
            return (0, "")
        case .en:
            guard let plain, plain.scale == 0 else { return (0, "") }
            let size = plain.significand.magnitude
            if size >= 1_000_000_000 && size.isMultiple(of: 1_000_000) { return (9, " billion") }
            if size >= 1_000_000 && size.isMultiple(of: 1_000) { return (6, " million") }
            return (0, "")
        }
    }
}
