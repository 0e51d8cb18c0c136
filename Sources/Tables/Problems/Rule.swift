import Indicators

/// A rule that tables are checked by: its name, and the texts that are shown when it is broken.
struct Rule: Sendable {
    let code: String
    var severity = DataProblem.Severity.error
    let message: LocalizedText
    var expected = LocalizedText(zh: "", en: "")
    var mend = LocalizedText(zh: "", en: "")

    init(
        _ code: String, _ zh: String, _ en: String, expected: (String, String) = ("", ""),
        mend: (String, String) = ("", ""),
        severity: DataProblem.Severity = .error
    ) {
        self.code = code
        self.severity = severity
        message = LocalizedText(zh: zh, en: en)
        self.expected = LocalizedText(zh: expected.0, en: expected.1)
        self.mend = LocalizedText(zh: mend.0, en: mend.1)
    }
}

// MARK: Files

extension Rule {
    static let missingFile = Rule(
        "missing-file", "找不到文件", "the file is not there",
        mend: (
            "把文件放进数据文件夹，或从 datapackage.json 的 resources 中删去",
            "put it into the folder, or take it out of resources in datapackage.json"
        ))
    static let missingPackage = Rule(
        "missing-file", "找不到文件", "the file is not there",
        expected: ("数据文件夹，其中有 datapackage.json", "a folder of tables with a datapackage.json in it"),
        mend: ("检查路径；要新建一个：minsheng new 文件夹", "check the path; to begin a new one: minsheng new FOLDER"))
    static let unreadableFile = Rule(
        "unreadable-file", "文件无法读取", "the file cannot be read",
        expected: ("普通文件，不是文件夹、链接、管道或设备", "an ordinary file, no folder, link, pipe or device"),
        mend: ("检查文件的种类与读取权限", "check what kind of file it is and who may read it"))
    static func fileTooLarge(_ limit: Int) -> Rule {
        Rule(
            "file-too-large", "文件太大", "the file is too large",
            expected: ("不超过 \(limit >> 20) MiB", "at most \(limit >> 20) MiB"), mend: ("把数据拆成几个文件夹", "split the data"))
    }
    static let emptyFile = Rule(
        "empty-file", "文件是空的", "the file is empty", expected: ("第一行是列名", "column names in the first line"),
        mend: ("从备份恢复，或照 docs/data.md 写上列名", "restore it, or write the column names as docs/data.md has them"))
    static let notUTF8 = Rule(
        "not-utf8", "不是 UTF-8 编码", "not UTF-8", expected: ("UTF-8 编码", "UTF-8"),
        mend: ("在 Excel 或 WPS 中另存为“CSV UTF-8(逗号分隔)”", "save it as CSV UTF-8"))
    static let nulByte = Rule(
        "nul-byte", "含有 NUL 字节，不是文本文件", "holds a NUL byte, so it is not a text file",
        expected: ("UTF-8 文本", "UTF-8 text"),
        mend: ("如果是工作簿(.xlsx、.et)，请另存为 CSV UTF-8", "if it is a workbook, save it as CSV UTF-8"))
    static let byteOrderMark = Rule(
        "byte-order-mark", "文件开头有 BOM", "the file begins with a byte order mark",
        expected: ("不带 BOM 的 UTF-8", "UTF-8 without BOM"),
        mend: ("可以不管；保存时选“无 BOM”更好", "harmless; better saved without"), severity: .warning)
    static let tooManyProblems = Rule(
        "too-many-problems", "问题太多，其余未列出", "too many problems, the rest is not listed",
        mend: ("先改正以上问题，再检查一次", "mend these first, then check again"))
}

// MARK: CSV (RFC 4180)

extension Rule {
    static let unterminatedQuote = Rule(
        "unterminated-quote", "引号没有结束", "a quoted field does not end", expected: ("另一个引号 \"", "a closing quote"),
        mend: ("在字段末尾补上引号；字段里的引号要写两次", "close it; a quote inside a field is written twice"))
    static let quoteInField = Rule(
        "quote-in-field", "没有用引号括起的字段里出现引号", "a quote inside a field that is not quoted",
        expected: ("整个字段用引号括起，里面的引号写两次", "the whole field in quotes, quotes inside doubled"),
        mend: ("例如写成 \"他说\"\"好\"\"\"", "write it like \"he said \"\"yes\"\"\""))
    static let textAfterQuote = Rule(
        "text-after-quote", "结束引号后面还有文字", "text after a closing quote",
        expected: ("逗号或换行", "a comma or the end of the line"),
        mend: ("删去多余文字，或把字段里的引号写两次", "delete it, or double the quotes inside the field"))
    static func fieldCount(_ found: Int, _ expected: Int) -> Rule {
        Rule(
            "field-count", "这一行有 \(found) 个字段", "this row has \(found) fields",
            expected: ("\(expected) 个，与列名一样多", "\(expected), as many as there are column names"),
            mend: (
                found > expected ? "检查是否多了逗号；含逗号的文字要用引号括起" : "补上缺少的逗号",
                found > expected
                    ? "look for a comma too many; text with a comma goes into quotes" : "add the missing commas"
            ))
    }
    static let blankLine = Rule(
        "blank-line", "空行", "a blank line", expected: ("数据行", "a row of data"), mend: ("删去这一行", "delete it"))
    static func lineTooLong(_ limit: Int) -> Rule {
        Rule(
            "line-too-long", "一行太长", "a line is too long",
            expected: ("不超过 \(limit >> 20) MiB", "at most \(limit >> 20) MiB"),
            mend: ("检查是否缺少换行或结束引号", "look for a missing line break or closing quote"))
    }
    static func tooManyColumns(_ limit: Int) -> Rule {
        Rule(
            "too-many-columns", "列太多", "too many columns", expected: ("不超过 \(limit) 列", "at most \(limit)"),
            mend: ("检查分隔符", "check the separator"))
    }
    static let otherSeparator = Rule(
        "other-separator", "列之间不是逗号", "the columns are not parted by commas", expected: ("逗号 ,", "commas"),
        mend: ("另存为“CSV UTF-8(逗号分隔)”", "save it as CSV with commas"))
    static let unsafeCharacter = Rule(
        "unsafe-character", "含有控制字符或改变书写方向的字符，显示时换成 �",
        "a control character, or one that turns the direction of writing; shown as �",
        expected: ("可以看见的文字", "text that can be seen"), mend: ("删去它", "delete it"), severity: .warning)
    static let missingColumn = Rule(
        "missing-column", "缺少这一列", "this column is missing",
        mend: ("照 docs/data.md 在第一行补上列名", "add it to the first line, see docs/data.md"))
    static let repeatedColumn = Rule(
        "repeated-column", "列名出现了两次", "this column name stands twice", mend: ("删去其中一列", "delete one of them"))
    static let unknownColumn = Rule(
        "unknown-column", "没有用到的列", "a column that is not used",
        mend: ("可以不管，或检查列名拼写", "harmless, or check the spelling"), severity: .warning)
}

// MARK: Cells

extension Rule {
    static let requiredCell = Rule(
        "required-cell", "不能为空", "must not be empty", expected: ("一个值", "a value"), mend: ("填上这一格", "fill it in"))
    static func unknownCode(_ allowed: [String]) -> Rule {
        let list = allowed.map { $0.isEmpty ? "(空)" : $0 }.joined(separator: ", ")
        let english = allowed.map { $0.isEmpty ? "(empty)" : $0 }.joined(separator: ", ")
        return Rule(
            "unknown-code", "不认识的代码", "an unknown code", expected: (list, english),
            mend: ("从中选一个", "choose one of these"))
    }
    static func unreadableNumber(_ hint: LocalizedText) -> Rule {
        Rule(
            "value-not-a-number", "读不出数字", "not a number",
            expected: ("形如 24002 或 3.85 的十进制数", "a decimal like 24002 or 3.85"),
            mend: (hint.zh, hint.en))
    }
    static let unreadableInteger = Rule(
        "not-an-integer", "不是整数", "not a whole number", expected: ("形如 1、2、3 的整数", "a whole number like 1, 2, 3"))
    static let unitMultiplier = Rule(
        "unit-mult", "不是 0 到 12 的整数", "not a whole number from 0 to 12",
        expected: ("0 个，4 万，8 亿", "0 ones, 4 ten-thousands 万，8 hundred-millions 亿"),
        mend: ("数值按原文填写，万、亿写在这一列", "write the value as printed and its power of ten here"))
    static func unreadablePeriod(_ hint: LocalizedText) -> Rule {
        Rule(
            "period-unreadable", "读不出时期", "not a period",
            expected: (
                "2022、2022-11、2022-Q3 或 2022-01-01/P11M(1 至 11 月)",
                "2022, 2022-11, 2022-Q3 or 2022-01-01/P11M (January to November)"
            ),
            mend: (hint.zh, hint.en))
    }
    static let periodRequired = Rule(
        "period-required", "缺少时期", "no period",
        expected: (
            "时期；只有 PERIOD_BASIS 为 usual_year 或 unspecified 时可以为空",
            "a period; only usual_year and unspecified may do without"
        ),
        mend: ("填上原文所载的时期", "write the period that the source states"))
    static let rangeWithoutHigh = Rule(
        "range-without-high", "区间缺少上限", "a range without its upper end",
        expected: ("VALUE_HIGH 中的数", "a number in VALUE_HIGH"),
        mend: ("填上 VALUE_HIGH，或把 QUALIFIER 改为 exact", "fill in VALUE_HIGH, or make QUALIFIER exact"))
    static let rangeReversed = Rule(
        "range-reversed", "区间的上限小于下限", "the upper end of the range is below the lower",
        expected: ("VALUE_HIGH 不小于 OBS_VALUE", "VALUE_HIGH not below OBS_VALUE"),
        mend: ("交换两个数", "swap the two"))
    static let highWithoutRange = Rule(
        "high-without-range", "有 VALUE_HIGH，但不是区间", "VALUE_HIGH without a range",
        expected: ("QUALIFIER 为 range", "QUALIFIER range"),
        mend: ("把 QUALIFIER 改为 range，或清空 VALUE_HIGH", "make QUALIFIER range, or empty VALUE_HIGH"))
    static let valueWithAbsence = Rule(
        "value-with-absence", "标为没有数据，却有数值", "marked as having no value, yet has one",
        expected: ("OBS_VALUE 为空，或 OBS_STATUS 为 A、P、F、E、B", "an empty OBS_VALUE, or OBS_STATUS A, P, F, E or B"),
        mend: ("改正 OBS_STATUS，或清空数值；未报与零不同", "mend OBS_STATUS or empty the value; missing is not zero"))
    static let valueMissing = Rule(
        "value-missing", "没有数值", "no value",
        expected: (
            "数值，或说明为何没有：O 未报、M 不适用、Q 保密、L 未采集",
            "a value, or why there is none: O not reported, M not applicable, Q suppressed, L not collected"
        ),
        mend: ("填上数值，或改 OBS_STATUS", "fill it in, or change OBS_STATUS"))
    static let decimals = Rule(
        "decimals", "不是 0 到 9 的整数", "not a whole number from 0 to 9",
        expected: ("显示几位小数", "how many digits behind the point"))
    static let notADay = Rule(
        "not-a-day", "不是日期", "not a date", expected: ("形如 2022-12-31", "like 2022-12-31"),
        mend: ("照此改写，或留空", "write it like this, or leave it empty"))
    static let notADateTime = Rule(
        "not-a-date-time", "不是带时区的日期时间", "not a date and time with a zone",
        expected: ("形如 2022-12-05T09:00:00+08:00", "like 2022-12-05T09:00:00+08:00"),
        mend: ("照此改写", "write it like this"))
    static let printedDiffers = Rule(
        "printed-differs", "原文印法中找不到这个数", "the printed form does not hold this number",
        expected: ("PRINTED 中含有 OBS_VALUE 的数字", "the digits of OBS_VALUE in PRINTED"),
        mend: ("核对原文，改正其中一个", "look at the source and mend one of them"), severity: .warning)
}

// MARK: Between tables

extension Rule {
    static func repeatedKey(_ firstLine: Int) -> Rule {
        Rule(
            "repeated-key", "与第 \(firstLine) 行重复", "the same as line \(firstLine)",
            expected: ("每一行的键不同", "a key of its own for each row"),
            mend: ("删去一行，或改正地区、指标、时期、PERIOD_BASIS", "delete one, or mend area, indicator, period or PERIOD_BASIS"))
    }
    static func unknownReference(_ table: String, _ nearest: String?) -> Rule {
        Rule(
            "unknown-reference", "\(table) 中没有这个代码", "no such code in \(table)",
            expected: ("\(table) 的 code 之一", "one of the codes in \(table)"),
            mend: (
                nearest.map { "是不是 \($0)？" } ?? "先在 \(table) 中加上它",
                nearest.map { "did you mean \($0)?" } ?? "add it to \(table) first"
            ))
    }
    static let retired = Rule(
        "retired", "这套数据里没有这个代码；这一行作为历史保留，不再显示",
        "there is no such code in this data set; the row is kept as history and not shown",
        expected: ("现有的代码，或已经撤销、改名的代码", "a code that is there, or one that was retired or renamed"),
        mend: ("已撤销或改名的，不必改；写错的，改成现有的代码", "if it was retired or renamed leave it; if it is a slip mend it"),
        severity: .warning)
    static func contradiction(_ sentence: LocalizedText, other: String) -> Rule {
        Rule(
            "contradiction", "\(sentence.zh)：另见 \(other)", "\(sentence.en): see also \(other)",
            expected: ("links.csv 中相关联的数字相符", "figures that links.csv joins agree"),
            mend: (
                "对照来源改正其中一处；来源本身不一致时，把 KIND 改为 disagree",
                "mend one of them by the source; where the sources themselves disagree make KIND disagree"
            ))
    }
    static let unknownObservation = Rule(
        "unknown-reference", "observations.csv 中没有这一行", "no such row in observations.csv",
        expected: (
            "地区、指标、时期、PERIOD_BASIS 与 observations.csv 的一行相同",
            "area, indicator, period and PERIOD_BASIS of a row of observations.csv"
        ),
        mend: ("改正这四格，或先在 observations.csv 中加上它", "mend these four cells, or add the row there first"))
    static let areaCycle = Rule(
        "area-cycle", "上级地区绕成了圈", "the parents of areas go round in a circle",
        expected: ("一直向上能到全市", "a way up to the whole"),
        mend: ("改正 parent", "mend parent"))
    static let headlineElsewhere = Rule(
        "headline-elsewhere", "首要指标不属于这个专题", "the headline is an indicator of another topic",
        expected: ("本专题的一个指标", "an indicator of this topic"),
        mend: ("换一个 headline", "choose another headline"))
    static let unknownRoot = Rule(
        "unknown-root", "minsheng.area 不在 areas.csv 中", "minsheng.area is not in areas.csv",
        expected: ("areas.csv 中代表全市的 code", "the code in areas.csv that is the whole"),
        mend: ("改正 datapackage.json 或 areas.csv", "mend datapackage.json or areas.csv"))
    static let missingResource = Rule(
        "missing-resource", "resources 中没有这张表", "resources lacks this table",
        mend: ("照 docs/data.md 加上它", "add it as docs/data.md says"))
    static let unknownResource = Rule(
        "unknown-resource", "没有用到的表", "a table that is not used", mend: ("可以不管", "harmless"), severity: .warning)
    static let unsafePath = Rule(
        "unsafe-path", "路径离开了数据文件夹", "the path leaves the data folder",
        expected: ("文件夹里的文件名，如 observations.csv", "a file in the folder, like observations.csv"),
        mend: ("把文件放进数据文件夹", "put the file into the folder"))
}

// MARK: JSON (RFC 8259)

extension Rule {
    static func json(
        _ zh: String, _ en: String, expected: (String, String) = ("", ""), mend: (String, String) = ("", "")
    ) -> Rule {
        Rule("json-syntax", zh, en, expected: expected, mend: mend)
    }
    static func jsonType(_ zh: String, _ en: String) -> Rule {
        Rule(
            "json-type", "不是所要的种类", "not of the kind that is needed", expected: (zh, en),
            mend: ("照 docs/data.md 改写", "write it as docs/data.md says"))
    }
    static let band = Rule(
        "judging-band", "不是 0 到 100 的数", "not a number from 0 to 100",
        expected: ("百分点数，如 5", "percentage points, like 5"))
    static func newerFormat(_ newest: Int) -> Rule {
        Rule(
            "newer-format", "数据的格式比本程序新", "the data are in a format newer than this program",
            expected: ("不高于 \(newest) 的格式", "a format up to \(newest)"),
            mend: ("换用更新的 minsheng 程序；不要改这个数", "use a newer version of minsheng; do not change the number"))
    }
    static let jsonMissing = Rule(
        "json-missing", "缺少这一项", "this member is missing", mend: ("照 docs/data.md 补上", "add it as docs/data.md says"))
}
