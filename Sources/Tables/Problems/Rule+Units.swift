import Indicators

/// The rules for units of figures in tables of other publishers.
extension Rule {
    static func unitDiffers(_ unit: String) -> Rule {
        Rule(
            "units-mixed", "单位与表中写明的 \(unit) 不同，没有读入",
            "not in \(unit), the unit that the table states; it was not read",
            expected: ("以 \(unit) 计的数", "a figure in \(unit)"),
            mend: ("换算成 \(unit)，或把它放在单位相符的一行(一列)", "convert it, or put it into a row or column of its own unit"))
    }
    static func bareAmongUnits(_ unit: String) -> Rule {
        Rule(
            "unit-doubt", "别的格写着 \(unit)，这一格没有写，看不出单位，没有读入",
            "other cells say \(unit) and this one nothing: its unit is not certain; it was not read",
            expected: ("每一格写同一个单位，或在列名里写一次", "the same unit in every cell, or once in the heading"),
            mend: ("对照来源，写上它的单位", "look at the source, and write its unit"))
    }
    static func letterBehind(_ letter: String) -> Rule {
        Rule(
            "unit-doubt", "数字后面的“\(letter)”看不出是单位还是脚注、状态的标记，没有读入",
            "“\(letter)” behind the number may be a unit, or the mark of a footnote or a status; it was not read",
            expected: ("只写数字", "only the number"),
            mend: (
                "删去这个字母；是脚注就写到“备注”列，是状态就写到“状态”列，是单位就写在列名里",
                "delete it; a remark, a status and a unit have columns or headings"
            ))
    }
    static let unclearUnitColumns = Rule(
        "unit-doubt", "有几列单位，看不出各是哪一列数的，没有读入",
        "several columns of units: which is that of which figures is not certain; they were not read",
        expected: ("一列单位，或每一列数的右边一列", "one column of units, or one to the right of each column of figures"),
        mend: ("把每个单位写在它的数的右边，或写进列名", "write each unit to the right of its figures, or into the heading"))
}
