import Indicators

/// The words behind the figures of one indicator whose unit nothing else states.
struct TypedUnits: Sendable {
    /// Figures with a unit or 万 behind them, without any, and with a single letter.
    private var worded = 0
    private var bare = 0
    private var lettered = 0
    private var letters: Set<String> = []
    /// The first of the units, and the first of the words with 万 and 亿.
    private var unit = ""
    private(set) var words = ""
    private var hasScale = false
    /// The sizes of the worded figures with their powers of ten, and as they are written.
    private var sizes: (least: DecimalNumber, most: DecimalNumber)?
    private var written: (least: DecimalNumber, most: DecimalNumber)?

    mutating func add(_ number: CellNumber) {
        if Self.isLetter(number.unit) {
            lettered += 1
            letters.insert(number.unit)
        } else if number.unit.isEmpty, number.multiplier == 0 {
            bare += 1
        } else {
            worded += 1
            if unit.isEmpty { unit = number.unit }
            if words.isEmpty { words = (Self.magnitudes[number.multiplier] ?? "") + number.unit }
            let own = ScaledUnit(number.unit).power + number.multiplier
            if own > 0 { hasScale = true }
            let size = Self.size(number.value)
            if let scaled = size.multiplied(byPowerOfTen: own) { Self.widen(&sizes, scaled) }
            Self.widen(&written, size)
        }
    }

    private static let magnitudes = [
        2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 11: "千亿", 12: "万亿",
    ]

    /// 1200a: a letter that may be a unit, a flag or the mark of a footnote.
    static func isLetter(_ unit: String) -> Bool {
        unit.utf8.count == 1 && unit.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    }

    /// Whether not every figure has the same words, so that a unit may not be theirs.
    var isMixed: Bool { worded > 0 && bare > 0 || lettered > 0 && !isLetterUnit }

    private var isLetterUnit: Bool { bare == 0 && worded == 0 && letters.count == 1 }

    /// Whether a figure can be read in the unit of the others: it has none, and is of their size.
    func isCertain(_ number: CellNumber) -> Bool {
        if Self.isLetter(number.unit) { return isLetterUnit }
        guard number.unit.isEmpty, number.multiplier == 0, worded > 0, !number.value.isZero, let sizes, let written
        else { return true }
        let size = Self.size(number.value)
        if ["%", "‰"].contains(unit) {
            // 0.95 beside 96% is a share.
            return DecimalNumber(significand: 1, scale: 0) < size && Self.isNear(size, sizes, 1)
        }
        if !hasScale { return Self.isNear(size, sizes, 3) }
        return Self.isNear(size, sizes, 2) || unit.isEmpty && !Self.isNear(size, written, 1)
    }

    private static func size(_ value: DecimalNumber) -> DecimalNumber {
        DecimalNumber(significand: abs(value.significand), scale: value.scale)
    }

    private static func widen(_ range: inout (least: DecimalNumber, most: DecimalNumber)?, _ size: DecimalNumber) {
        if size.isZero { return }
        guard let (least, most) = range else { return range = (size, size) }
        range = (min(least, size), max(most, size))
    }

    /// Whether a size lies in a range, or outside by no more than a power of ten.
    private static func isNear(
        _ size: DecimalNumber, _ range: (least: DecimalNumber, most: DecimalNumber), _ power: Int
    ) -> Bool {
        guard let up = size.multiplied(byPowerOfTen: power), let down = size.multiplied(byPowerOfTen: -power) else {
            return false
        }
        return !(up < range.least) && !(range.most < down)
    }
}
