import Indicators

/// Finds the figures in a text as sources print them: digits or Chinese numerals, 万 and 亿, 近, 约, 余, 多, 以上, ranges.
enum PrintedForm {
    /// The figures of a text in their order. A text may state several: 分别达到49%和85%.
    ///
    /// - Parameter subject: what the figure is of. Years and months, and numbers that stand in its name, are none.
    static func figures(in text: String, of subject: PrintedRules.Subject = PrintedRules.Subject()) -> [PrintedFigure] {
        var scanner = PrintedScanner(text, subject)
        let all = scanner.figures()
        // 城镇新增就业12900人，为年计划的92%: what has the unit of the indicator is meant.
        let own = all.filter(\.hasOwnUnit)
        return own.isEmpty ? all : own
    }

    /// Whether a character may change the meaning of a number beside it, or is part of a numeral.
    static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x1_0000 && telling[Int(scalar.value >> 6)] >> (scalar.value & 63) & 1 == 1
    }

    /// A bit for each character of the basic plane: a set would cost more than all other steps of a table.
    private static let telling: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1_024)
        let signs = "近约約逾超过余餘多万萬亿億千百十以左右上下至到足少低高不破零〇一二两兩三四五六七八九成负降减落滑无没未归几乎概出"
        for scalar in signs.unicodeScalars { bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
        return bits
    }()
}
