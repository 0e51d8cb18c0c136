import Indicators

/// A unit as a power of ten of another: 万元 is 10^4 元, thousand tonnes are 10^3 tonnes.
struct ScaledUnit: Hashable, Sendable {
    var power = 0
    /// What is counted; empty for a power of ten alone.
    var base: String

    private static let magnitudes: [(String, Int)] = [
        ("亿", 8), ("億", 8), ("千", 3), ("百", 2), ("十", 1), ("万", 4), ("萬", 4),
    ]
    private static let words: [String: Int] = [
        "hundred": 2, "thousand": 3, "thousands": 3, "ths": 3, "thsd": 3, "tsd": 3, "000": 3, "000s": 3, "million": 6,
        "millions": 6, "mn": 6, "mln": 6, "mio": 6, "billion": 9, "billions": 9, "bn": 9, "mrd": 9, "trillion": 12,
    ]

    init(_ text: String) {
        base = TableHead.trimmed(NarrowText.of(text, dashes: false))
        if base.utf8.allSatisfy({ $0 < 0x80 }) { takeWords() } else { takeMagnitudes() }
    }

    private mutating func takeMagnitudes() {
        var rest = Substring(base.filter { $0 != " " })
        if rest.hasPrefix("人民币") { rest = rest.dropFirst(3) }
        while let (sign, power) = Self.magnitudes.first(where: { rest.hasPrefix($0.0) }) {
            // 百分点 and 万分之一 are units of their own.
            if rest.dropFirst(sign.count).hasPrefix("分") { break }
            rest = rest.dropFirst(sign.count)
            self.power += power
        }
        if rest.hasPrefix("个百分点") { rest = rest.dropFirst() }
        base = ["¥", "元人民币"].contains(String(rest)) ? "元" : String(rest)
    }

    private mutating func takeWords() {
        let tokens = base.split { $0 == " " || $0 == "'" }.map { $0.lowercased() }
        let scales = tokens.compactMap { Self.words[$0] }
        guard !scales.isEmpty else { return }
        power = scales.reduce(0, +)
        base = tokens.filter { Self.words[$0] == nil && !["in", "of"].contains($0) }.joined(separator: " ")
    }

    /// Whether it is a share or points of one, of which nobody counts ten thousands.
    private var isShare: Bool { ["%", "‰", "百分点"].contains(base) }

    /// A number in this unit, from one that has its own words behind it; nil where those name another unit.
    func taking(_ number: CellNumber) -> CellNumber? {
        if number.multiplier == 0, number.unit.isEmpty { return number }
        let own = ScaledUnit(number.unit)
        guard own.base.isEmpty || base.isEmpty || own.base.lowercased() == base.lowercased(),
            !isShare || number.multiplier == 0
        else { return nil }
        var result = number
        result.unit = ""
        if power == 0 {
            result.multiplier += own.power
            return result
        }
        let shift = number.multiplier + own.power - power
        guard let value = number.value.multiplied(byPowerOfTen: shift) else { return nil }
        (result.value, result.multiplier) = (value, 0)
        if let high = number.high {
            guard let moved = high.multiplied(byPowerOfTen: shift) else { return nil }
            result.high = moved
        }
        return result
    }
}
