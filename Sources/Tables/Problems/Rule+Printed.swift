import Indicators

/// The rules about what is printed (PRINTED) and the cells that say the same.
extension Rule {
    private static let which = (
        "哪一处错了？对照原文(SOURCE、PLACE)，只改错的那一处",
        "which of the two is wrong? Look at the source (SOURCE, PLACE) and mend only that one"
    )

    /// - Parameters:
    ///   - figure: the figure in the printed text that is nearest to the row; nil where it holds none.
    ///   - column: the cell that differs, and what it holds.
    static func printedDiffers(_ printed: String, _ figure: PrintedFigure?, _ column: String, _ stated: String) -> Rule
    {
        let zh: String, en: String
        switch (column, figure) {
        case (_, nil): (zh, en) = ("没有数", "holds no number")
        case ("PRINTED", let figure?):
            if figure.isPercent != true, let measure = figure.measure {
                return Rule(
                    "printed-differs", "PRINTED“\(printed)”数的是 \(measure)，指标的单位是 \(stated)",
                    "PRINTED “\(printed)” counts \(measure), the unit of the indicator is \(stated)",
                    expected: ("PRINTED 与指标的单位相符", "PRINTED in the unit of the indicator"),
                    mend: ("哪一处错了？是印法抄错，还是指标选错；对照原文再改", "which is wrong, PRINTED or the indicator? Look at the source"))
            }
            let isPercent = figure.isPercent == true
            return Rule(
                "printed-differs", "PRINTED“\(printed)”\(isPercent ? "是" : "不是")百分数，指标的单位是 \(stated)",
                "PRINTED “\(printed)” is \(isPercent ? "" : "not ")in per cent, the unit of the indicator is \(stated)",
                expected: ("PRINTED 与指标的单位相符", "PRINTED in the unit of the indicator"),
                mend: ("哪一处错了？是印法抄错，还是指标选错；对照原文再改", "which is wrong, PRINTED or the indicator? Look at the source"))
        case ("QUALIFIER", let figure?):
            let code = figure.qualifiers[0]
            (zh, en) = ("读作 \(code.code)(\(CodeWords.word(code.code, Qualifier.self)))", "reads as \(code.code)")
        case (_, let figure?): (zh, en) = ("读作 \(figure.plainText)", "reads as \(figure.plainText)")
        }
        let cell = stated.isEmpty ? LocalizedText(zh: "空的", en: "empty") : LocalizedText(zh: stated, en: stated)
        return Rule(
            "printed-differs", "与 PRINTED 不符：PRINTED“\(printed)”\(zh)，\(column) 是 \(cell.zh)",
            "differs from PRINTED: “\(printed)” \(en), \(column) is \(cell.en)",
            expected: (
                "PRINTED 与数值、UNIT_MULT、QUALIFIER 说的是同一个数",
                "PRINTED, the value, UNIT_MULT and QUALIFIER state the same figure"
            ), mend: which)
    }

    static func printedWithoutValue(_ printed: String) -> Rule {
        Rule(
            "printed-without-value", "PRINTED 印着“\(printed)”，OBS_VALUE 却是空的",
            "PRINTED is “\(printed)”, but OBS_VALUE is empty",
            expected: ("两格都填，或都空", "both filled in, or neither"),
            mend: (
                "原文有这个数，就照填 OBS_VALUE、UNIT_MULT、QUALIFIER，OBS_STATUS 写 A；PRINTED 是误填的才删去它",
                "where the source has it fill in OBS_VALUE, UNIT_MULT, QUALIFIER and A in OBS_STATUS; delete PRINTED "
                    + "only where it was filled in by mistake"
            ))
    }

    static func printedDigits(_ printed: String, _ digits: String, _ column: String, _ value: String) -> Rule {
        Rule(
            "printed-digits", "PRINTED“\(printed)”是 \(digits)，\(column) 是 \(value)：小数位数不同，可能被电子表格改写",
            "PRINTED “\(printed)” has \(digits), \(column) has \(value): other digits behind the point; perhaps a "
                + "spreadsheet rewrote it",
            expected: ("与原文一样多的小数位", "as many digits behind the point as in print"),
            mend: ("把这一列设为文本，照原文写", "make the column text and write it as printed"), severity: .warning)
    }
}
