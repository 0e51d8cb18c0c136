import Indicators

/// The rules for tables of other publishers.
extension Rule {
    static func workbook(_ zh: String, _ en: String) -> Rule {
        Rule(
            "workbook", "这是\(zh)，不能直接读取", "this is \(en), which is not read",
            expected: ("工作簿(.xlsx、.ods)或 CSV 表格", "a workbook (.xlsx, .ods) or a table as CSV"),
            mend: (
                "Excel：文件→另存为→“Excel 工作簿(*.xlsx)”；WPS：文件→另存为→类型选“Excel 文件(*.xlsx)”；"
                    + "LibreOffice：文件→另存为→“Excel 2007-365 (.xlsx)”",
                "Excel: File, Save As, “Excel Workbook (*.xlsx)”; WPS: File, Save As, type “Excel file (*.xlsx)”; "
                    + "LibreOffice: File, Save As, “Excel 2007-365 (.xlsx)”"
            ))
    }
    static func otherKind(_ zh: String, _ en: String, mend: (String, String)) -> Rule {
        Rule(
            "not-a-table", "这是\(zh)", "this is \(en)",
            expected: ("工作簿(.xlsx、.ods)或 CSV 表格", "a workbook (.xlsx, .ods) or a table as CSV"),
            mend: mend)
    }
    static let emptyTable = Rule(
        "empty-file", "文件是空的", "the file is empty", expected: ("一张有列名和数据的表", "a table with column names and data"),
        mend: ("从备份恢复，或从来源重新导出", "restore it, or export it again from where it came"))
    static let noRows = Rule(
        "no-rows", "只有列名，没有可以显示的数据", "column names, but no data to show",
        expected: ("列名下面至少一行数据", "at least one row of data below the names"),
        mend: ("从来源重新导出；筛选条件可能太窄", "export it again from where it came: perhaps the filter was too narrow"))
    static func damaged(_ encoding: String) -> Rule {
        Rule(
            "not-decodable", "文件是 \(encoding) 编码，这里的字节却不是", "the file is \(encoding), but not the bytes here",
            expected: ("\(encoding) 文本", "text in \(encoding)"),
            mend: ("文件可能没有传完或已损坏；重新导出，编码选 UTF-8", "the file may be cut short or damaged; export it again as UTF-8"))
    }
    static func otherEncoding(_ encoding: String) -> Rule {
        Rule(
            "other-encoding", "按 \(encoding) 编码读取", "read as \(encoding)", expected: ("UTF-8", "UTF-8"),
            mend: ("可以不管；另存为 CSV UTF-8 更稳妥", "harmless; saving it as CSV UTF-8 is safer"), severity: .warning)
    }
    static func guessedEncoding(_ encoding: String) -> Rule {
        Rule(
            "other-encoding", "文件没有写明编码，按 \(encoding) 读取，这是猜测",
            "the encoding is not stated; read as \(encoding), a guess",
            expected: ("UTF-8", "UTF-8"),
            mend: ("看看名称是否正确；不对就另存为 CSV UTF-8", "look whether the names are right; if not, save it as CSV UTF-8"),
            severity: .warning)
    }
    static let noTable = Rule(
        "no-table", "看不出这是什么表", "not a table that is understood",
        expected: (
            "SDMX-CSV(有 TIME_PERIOD 与 OBS_VALUE 列)、整洁表(有 Year/年份 与 Value/数值 列)，或首列是名称、表头是时期的表",
            "SDMX-CSV (with columns TIME_PERIOD and OBS_VALUE), a tidy table (Year and Value), or names in the "
                + "first column and periods in the header"
        ),
        mend: ("检查表头一行：它应写明时期和数值在哪里", "look at the header: it should say where periods and values are"))
    static let noPeriods = Rule(
        "no-periods", "没有时期：没有一列是年份或日期，表头和标题里也没有",
        "no periods: no column of years or dates, and none in the header or in the title",
        expected: ("一列时期(年份、2022-11)，或写着时期的表头", "a column of periods (years, 2022-11), or periods in the header"),
        mend: ("加上一列“年份”，或用 --roles 指明哪一列是时期", "add a column of years, or say with --roles which column it is"))
    static let noValues = Rule(
        "no-values", "没有数值：没有一列可以当作数", "no values: no column can be taken for figures",
        expected: ("至少一列数", "at least one column of numbers"),
        mend: ("检查表头一行，或用 --roles 指明哪一列是数值", "look at the header, or say with --roles which column it is"))
    static let doubtfulColumn = Rule(
        "column-doubt", "看不出这一列是数值还是代码，没有读入", "may be values or codes; it was not read",
        expected: ("能看出用途的列名", "a name that says what it is"),
        mend: ("列名写明单位或“代码”，或用 --roles 指明", "write a unit or “code” into its name, or say so with --roles"))
    static let doubtfulParts = Rule(
        "months-doubt", "看不出这些月份(季度)是哪个指标的，没有读入",
        "months or quarters beside figures of another name: whose they are is not stated; they were not read",
        expected: ("月份上面或标题里写明指标，或每列写明：就业 1月", "the name of the indicator above the months or in each heading"),
        mend: (
            "在月份上面加一行写明指标，或把别的数移到另一张表",
            "write the indicator above the months, or move the other figures to a table of their own"
        ))
    static let totalOfUnknownSpan = Rule(
        "total-period", "看不出这个合计或平均是哪一段时期的，没有读入",
        "it is not stated of which period this total or mean is; it was not read",
        expected: (
            "合计旁边是相连的月份，平均旁边是全年的月份；或写明时期，如 1-3月",
            "months in a row beside a total, all months of the year beside a mean; or the period, such as 1-3月"
        ), mend: ("补上缺的月份，或在这一格写明时期", "add the missing months, or write the period into this cell"))
    static let secondTable = Rule(
        "second-table", "从这一行起是另一张表，没有读入", "another table begins here; it was not read",
        expected: ("一个文件一张表", "one table in a file"),
        mend: (
            "把它存成另一个文件，或放在工作簿里(.xlsx)，中间空一行",
            "save it as a file of its own, or in a workbook (.xlsx) behind an empty row"
        ))
    static let roleLine = Rule(
        "role-line", "指定列的这一行看不懂，或者没有这一列", "a line on a role that is not understood, or no such column",
        expected: ("列名或 #3，= 号，角色", "a heading or #3, = and a role"),
        mend: ("照 check --explain 的列名和角色改写", "write heading and role as check --explain has them"))
    static let doubtfulPeriod = Rule(
        "period-doubt", "可能是月份，也可能是跨年度", "may be a month or a year that spans two",
        expected: ("月份写 2009-10，跨年度写 2009/2010", "2009-10 for the month, 2009/2010 for the year"),
        mend: ("照来源的意思改写", "write what the source means"))
    static let october = Rule(
        "october", "按 10 月读取：电子表格略去了末尾的 0", "read as October: a spreadsheet dropped its last zero",
        expected: ("形如 2022-10", "like 2022-10"), mend: ("把这一列设为文本再导出", "make the column text, then export again"),
        severity: .warning)
    static func doubtfulNumbers(_ count: Int) -> Rule {
        Rule(
            "number-doubt", "\(count) 个数的分隔符可能是小数点，也可能是千位分隔，标为不可靠",
            "the mark in \(count) numbers may be a decimal one or separate thousands; they are marked as unreliable",
            expected: ("全部去掉千位分隔，或至少有一个数能看出是哪一种", "no separators of thousands, or one number that proves which it is"),
            mend: ("向来源核对，重新导出", "ask the source, then export again"))
    }
    static let emptyHeader = Rule(
        "empty-header", "这一列有数据，却没有列名", "this column has values but no name", expected: ("列名", "a name"),
        mend: ("在表头写上列名", "write one into the header"))
    static func headerCell(_ found: String) -> Rule {
        Rule(
            "header-period", "表头里这一格看不出是哪个时期，这一列没有读入", "this heading states no period; its column was not read",
            expected: ("形如 2022、2022年、2022年11月、2022-Q3 的时期", "a period like 2022, 2022-11 or 2022-Q3"),
            mend: (
                "写明时期；合并的单元格请拆开，每格都写；不属于某个时期的数可以不管",
                "write the period; split merged cells and fill in each; figures of no period may be left as they are"
            ))
    }
    static let tooManyPeriods = Rule(
        "too-many-periods", "时期太多", "too many different periods",
        expected: ("不超过 65,535 个不同的时期", "at most 65,535 different periods"),
        mend: ("把数据拆成几个文件", "split the data into several files"))
    static let unknownStatus = Rule(
        "unknown-status", "不认识的数据状态，按正常数据显示", "an unknown status; shown as a normal value",
        expected: ("SDMX 代码表 CL_OBS_STATUS 的代码", "a code of the SDMX list CL_OBS_STATUS"),
        mend: ("核对这一列的说明", "look up what the publisher says of this column"), severity: .warning)
    static func deletedRows(_ count: Int) -> Rule {
        Rule(
            "deleted-rows", "\(count) 行标为删除(ACTION=D)，不显示",
            "deletions (ACTION=D) are not shown: \(EnglishCount.text(count, "row"))",
            mend: ("不必处理", "nothing to do"),
            severity: .warning)
    }
    static func embargoedRows(_ count: Int) -> Rule {
        Rule(
            "embargoed-rows", "\(count) 行未到发布时间，不显示", "under embargo and not shown: \(EnglishCount.text(count, "row"))",
            mend: ("不必处理", "nothing to do"), severity: .warning)
    }
    static func slashedDays(_ count: Int) -> Rule {
        Rule(
            "spreadsheet-date", "时期都写成某月 1 日(共 \(count) 种)，像是电子表格改写过；按月份读取",
            "all periods are the first of a month (\(count) of them), as spreadsheets rewrite them; read as months",
            expected: ("形如 2022-11", "like 2022-11"), mend: ("把这一列设为文本再导出", "make the column text, then export again"),
            severity: .warning)
    }
    static func exponents(_ count: Int) -> Rule {
        Rule(
            "exponent", "\(count) 个数写成科学记数法，电子表格可能已略去末尾的数字",
            "\(count) numbers have an exponent; a spreadsheet may have dropped digits",
            expected: ("写出全部数字", "all the digits"),
            mend: (
                "把列加宽、格式改为“数值”再导出；并与来源核对",
                "widen the column, format it as a number, export again; compare with the source"
            ),
            severity: .warning)
    }
    static func repeatedObservation(_ firstLine: Int) -> Rule {
        Rule(
            "repeated-key", "与第 \(firstLine) 行是同一个数(系列与时期都相同)", "the same series and period as line \(firstLine)",
            expected: ("每个系列每个时期一行", "one row for each series and period"),
            mend: (
                "两行说的是两件事时，加一列写明各是什么(例如地区、性别)；是同一个数时只留与来源相符的一行",
                "where the rows mean different things add a column that says which (an area, a sex); where they are "
                    + "one figure keep the row that agrees with the source"
            ))
    }
    static let unitsMixed = Rule(
        "units-mixed", "同一个系列用了不同的单位", "one series has different units",
        expected: ("每个系列一个单位", "one unit for each series"),
        mend: ("把单位放到 TIME_PERIOD 左边，作为维度", "put the unit left of TIME_PERIOD, as a dimension"))
    static func ownSchema(_ zh: String, _ en: String) -> Rule {
        Rule(
            "own-schema", "不合数据包自己的规定：\(zh)", "breaks the package's own schema: \(en)",
            mend: ("仍会打开；请改正数据或 schema", "opened all the same; mend the data or the schema"))
    }
    static let emptyPackage = Rule(
        "no-table", "数据包里没有能打开的表", "no table of this package can be opened",
        expected: ("resources 中至少一个本地的 CSV 文件", "at least one CSV file of its own in resources"),
        mend: ("把表格下载或导出为 CSV，放进数据包文件夹", "download or export the tables as CSV into the folder of the package"))
    static let remoteResource = Rule(
        "remote-resource", "数据在网上，没有打开", "the data are on the network and were not opened",
        mend: ("先下载到数据包文件夹", "download them into the folder of the package first"), severity: .warning)
    static func skippedResource(_ zh: String, _ en: String) -> Rule {
        Rule(
            "skipped-resource", "没有打开：\(zh)", "not opened: \(en)",
            mend: ("需要它时，导出为 CSV 放进数据包文件夹", "where it is needed export it as CSV into the folder of the package"),
            severity: .warning)
    }
    static let fileChanged = Rule(
        "file-changed", "文件在读取时被改动或变短", "the file was changed or cut while it was read",
        mend: ("等它写完，再打开一次", "wait until it is written, then open it again"))
    /// - Parameter factor: how many times, in words.
    static func suddenGrowth(_ factor: LocalizedText, isUnit: Bool) -> Rule {
        Rule(
            isUnit ? "unit-jump" : "growth", "与前一期相差约 \(factor.zh) 倍" + (isUnit ? "，可能是单位不同" : ""),
            "differs from the period before by a factor of about \(factor.en)"
                + (isUnit ? ": perhaps another unit" : ""), expected: ("与前后各期相近的数", "a number near its neighbours"),
            mend: (
                isUnit ? "核对来源；以万、亿计的数写 UNIT_MULT 4、8" : "核对来源；确实如此就不必改",
                isUnit
                    ? "look at the source; give 万 and 亿 as UNIT_MULT 4 and 8"
                    : "look at the source; leave it where it is true"
            ),
            severity: .warning)
    }
}
