/// The rules for tables of others whose periods are written and yet not known.
extension Rule {
    private static func noPeriod(_ zh: String, _ en: String, mend: (zh: String, en: String)) -> Rule {
        Rule(
            "no-periods", zh, en,
            expected: ("一列时期(年份、2022-11)，或写着时期的表头", "a column of periods (years, 2022-11), or periods in the header"),
            mend: mend)
    }

    /// A year, or a part of one, that is written and not understood.
    static func unclearPeriod(_ text: String) -> Rule {
        noPeriod(
            "没有读出时期：写着“\(text)”，看不出是哪一段时期", "no periods: of which one “\(text)” is, is not clear",
            mend: (
                "写成 2022、2022年11月、2022年1-11月、2022年三季度这样的形式", "write it like 2022, 2022-11, Jan-Nov 2022 or 2022-Q3"
            ))
    }
    /// A year in a title that is that of a yearbook, of prices or of a standard.
    static func unclearTitle(_ text: String) -> Rule {
        noPeriod(
            "没有时期：标题“\(text)”里的年份看不出是不是数据的时期",
            "no periods: whether the year in the title “\(text)” is that of the figures is not clear",
            mend: (
                "加上一列“年份”，或在标题里写明数据是哪一年的", "add a column of years, or say in the title of which year the figures are"
            ))
    }
    /// Months or quarters without their year.
    static func yearMissing(_ text: String) -> Rule {
        noPeriod(
            "没有年份：写着“\(text)”，没有写是哪一年", "no year: “\(text)” is written, but not of which year",
            mend: ("把年份写进标题，如 2023年1-6月，或加上一列“年份”", "write the year into the title, or add a column of years"))
    }
    /// Weeks and parts of months in one text with their year.
    static func smallPeriod(_ text: String) -> Rule {
        noPeriod(
            "不读取这样的时期：“\(text)”", "periods like “\(text)” are not read",
            mend: (
                "周写成 2022-W05，或写成两列“年份”和“周”；旬写首日和末日，如 2022-11-01/2022-11-10",
                "write a week like 2022-W05, or in two columns, year and week; else the first and last day, such as "
                    + "2022-11-01/2022-11-10"
            ))
    }
    static func sheetContradicts(_ sheet: String, _ title: String) -> Rule {
        noPeriod(
            "工作表“\(sheet)”的标题写着 \(title)，两者矛盾，没有读入",
            "the sheet is called “\(sheet)” and its title says \(title); it was not read",
            mend: ("改正标题或工作表的名称", "correct the title or the name of the sheet"))
    }
    static func rewrittenMonths(_ day: String, _ year: String) -> Rule {
        noPeriod(
            "标题写着 \(year) 年，时期却是 \(day) 这样的日期，像是电子表格改写过的月份，没有读入",
            "the title says \(year), the periods are days like \(day): months that a spreadsheet rewrote? Not read",
            mend: ("把这些单元格设为文本，写成 2023年1-3月", "make these cells text and write Jan-Mar 2023"))
    }
    static let periodMissing = Rule(
        "period-required", "这一行没有写时期", "this row states no period", expected: ("每行一个时期", "a period in each row"),
        mend: ("填上时期；合并的单元格请拆开，每格都写", "fill it in; split merged cells and fill in each"))
}
