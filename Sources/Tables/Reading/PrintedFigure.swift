import Indicators

/// A figure that a text states: `近11万名`, `3.85亿元`, `40万吨至50万吨`, `六大`.
struct PrintedFigure: Hashable, Sendable {
    /// The number as printed; of a range the lower end.
    var value: DecimalNumber
    /// The upper end of a range.
    var high: DecimalNumber?
    /// The power of ten that 万 or 亿 stands for.
    var multiplier = 0
    /// Whether the text leaves the power of ten open: 三万五千, 5千. Then only the product counts.
    var isFreelyScaled = false
    /// The qualifiers that the words around the number allow, the plain one first. 不低于 is a limit and may be exact.
    var qualifiers: [Qualifier] = [.exact]
    /// Whether % or 百分点 stands behind the number; nil where no unit does that would rule it out.
    var isPercent: Bool?
    /// Whether the unit of the indicator stands behind it.
    var hasOwnUnit = false
    /// A measure behind it that tells what is counted: 人, 户, 元.
    var measure: Unicode.Scalar?
    /// What the words before the number say of its sign.
    var direction = Direction.none

    /// Whether the number is said to rise or to fall.
    enum Direction: Hashable, Sendable { case none, rises, falls }

    /// The figure without its qualifier, as a message shows it.
    var plainText: String {
        let power = multiplier == 0 ? "" : multiplier == 4 ? "万" : multiplier == 8 ? "亿" : "×10^\(multiplier)"
        return value.description + (high.map { "–\($0)" } ?? "") + power
    }
}

/// Compares what is printed with the cells of its row.
enum PrintedRules {
    /// What the indicator of a row says of its printed figures.
    struct Subject: Hashable {
        /// Whether it is a change, so that 下降1.2% is -1.2.
        var isChange = false
        /// Whether it is counted in per cent; nil where the unit leaves that open.
        var isPercent: Bool?
        /// The unit in Chinese.
        var unit = ""
        /// The name in Chinese. Numbers in it are no figures: 零就业家庭, 5G基站.
        var name = ""
        /// Whether its aim is that there is none.
        var isZeroGoal = false

        /// The numbers that stand in the name in digits.
        var numbersInName: [Int64] = []

        /// The unit where it is a single sign that tells what is counted.
        var measure: Unicode.Scalar? {
            let scalars = unit.unicodeScalars
            guard scalars.count == 1, let one = scalars.first, "人户元吨亩张".unicodeScalars.contains(one) else { return nil }
            return one
        }

        /// The numbers that a text has in digits.
        static func numbers(in text: String) -> [Int64] {
            text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int64($0) }
        }

        init() {}

        init(_ indicator: Indicator) {
            isChange = indicator.display == .change
            unit = indicator.unit.name.zh
            name = indicator.name.zh
            numbersInName = Self.numbers(in: name)
            isZeroGoal = indicator.direction == .zero || indicator.display == .zero
            isPercent =
                indicator.unit.isPercent
                ? true : unit.isEmpty || unit.contains("百分") || unit.contains("‰") ? nil : false
        }
    }

    /// The cells of a row that a printed figure must equal.
    struct Cells: Hashable {
        var value: DecimalNumber
        var high: DecimalNumber?
        var multiplier = 0
        var qualifier = Qualifier.exact
        var subject = Subject()
    }

    /// A cell that differs from what is printed.
    enum Part: Int { case unit, qualifier, high, multiplier, value }

    enum Comparison: Hashable {
        case agrees
        /// Equal, but not with the same digits behind the point: 1.10 and 1.1.
        case otherDigits(printed: DecimalNumber)
        /// The part that differs from the figure that is nearest; nil where the text states no number.
        case differs(Part, PrintedFigure?)
    }

    /// Whether one of the figures of a text is that of the row.
    static func compare(_ printed: String, _ cells: Cells) -> Comparison {
        if PlainPrint.agrees(printed, cells) { return .agrees }
        var nearest: (parts: [Part], figure: PrintedFigure)?
        for figure in PrintedForm.figures(in: printed, of: cells.subject) {
            let parts = differing(figure, cells)
            if parts.isEmpty {
                return figure.isFreelyScaled || figure.value.scale == cells.value.scale
                    ? .agrees : .otherDigits(printed: figure.value)
            }
            if let known = nearest, weight(known.parts) <= weight(parts) { continue }
            nearest = (parts, figure)
        }
        guard let nearest, let part = nearest.parts.max(by: { $0.rawValue < $1.rawValue }) else {
            return .differs(.value, nil)
        }
        return .differs(part, nearest.figure)
    }

    /// A wrong number weighs more than a wrong word beside it.
    private static func weight(_ parts: [Part]) -> Int { parts.reduce(0) { $0 + 1 << $1.rawValue } }

    private static func differing(_ figure: PrintedFigure, _ cells: Cells) -> [Part] {
        var parts: [Part] = []
        if let one = figure.isPercent, let other = cells.subject.isPercent, one != other {
            parts.append(.unit)
        } else if let measure = figure.measure, let own = cells.subject.measure, measure != own {
            parts.append(.unit)
        }
        let isRange = figure.high != nil
        if isRange != (cells.qualifier == .range) || (!isRange && !figure.qualifiers.contains(cells.qualifier)) {
            parts.append(.qualifier)
        }
        // One end of a printed range is that number, and only the word differs.
        if let high = figure.high, cells.qualifier != .range, figure.multiplier == cells.multiplier,
            [figure.value, high].contains(where: { agrees(cells.value, $0, figure, cells) })
        {
            return parts
        }
        let sameMultiplier = figure.multiplier == cells.multiplier
        let isSame = sameMultiplier && agrees(cells.value, figure.value, figure, cells)
        if !isSame {
            let sameProduct = product(cells.value, cells.multiplier).flatMap { mine in
                product(figure.value, figure.multiplier).map { agrees(mine, $0, figure, cells) }
            }
            if sameProduct == true {
                if !figure.isFreelyScaled { parts.append(.multiplier) }
            } else if !sameMultiplier, agrees(cells.value, figure.value, figure, cells) {
                parts.append(.multiplier)
            } else {
                parts.append(.value)
            }
        }
        if cells.qualifier == .range, let high = figure.high, let mine = cells.high, !high.isEqualInValue(to: mine) {
            parts.append(.high)
        }
        return parts
    }

    private static func product(_ value: DecimalNumber, _ multiplier: Int) -> DecimalNumber? {
        value.multiplied(byPowerOfTen: multiplier)
    }

    /// Whether a cell holds the printed number, with the sign that the words give it.
    private static func agrees(
        _ value: DecimalNumber, _ printed: DecimalNumber, _ figure: PrintedFigure, _ cells: Cells
    ) -> Bool {
        let negated = DecimalNumber(significand: -printed.significand, scale: printed.scale)
        switch figure.direction {
        case .none, .rises: return value.isEqualInValue(to: printed)
        case .falls:
            return value.isEqualInValue(to: negated) || (!cells.subject.isChange && value.isEqualInValue(to: printed))
        }
    }
}

/// Recognizes the most frequent form without looking at words: one number, no word that could change it.
private enum PlainPrint {
    static func agrees(_ printed: String, _ cells: PrintedRules.Cells) -> Bool {
        guard cells.multiplier == 0, cells.qualifier == .exact, !cells.value.isNegative,
            !cells.subject.numbersInName.contains(cells.value.significand)
        else { return false }
        var isPercent = false, digits = 0, significand: Int64 = 0, scale = 0, seenPoint = false, isInside = false,
            isDone = false
        for scalar in printed.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39:
                guard !isDone, digits < 17 else { return false }
                isInside = true
                digits += 1
                significand = significand * 10 + Int64(scalar.value - 0x30)
                if seenPoint { scale += 1 }
            case 0x25: isPercent = true
            case 0x2E where isInside && !seenPoint: seenPoint = true
            case 0x00...0x24, 0x26...0x7F, 0xFF00...0xFF5E, 0x2010...0x2015, 0x2212: return false
            default:
                if isInside {
                    (isInside, isDone) = (false, true)
                    // A year, or another measure than the indicator's.
                    if "年月日号".unicodeScalars.contains(scalar) { return false }
                    if let own = cells.subject.measure, own != scalar, "人户元吨亩张".unicodeScalars.contains(scalar) {
                        return false
                    }
                }
                if scalar == "第" || PrintedForm.isTelling(scalar) { return false }
            }
        }
        return digits > 0 && isPercent == (cells.subject.isPercent ?? isPercent) && (!seenPoint || scale > 0)
            && significand == cells.value.significand
            && scale == cells.value.scale
    }
}
