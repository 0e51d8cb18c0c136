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
    static let jsonNotUTF8 = Rule(
        "not-utf8", "不是 UTF-8 编码", "not UTF-8", expected: ("UTF-8 编码的 JSON", "JSON in UTF-8"),
        mend: (
            "用文本编辑器打开，另存为，编码选 UTF-8；不要用 Excel", "open it in a text editor and save it as UTF-8; not in a spreadsheet"
        ))
    static let nulByte = Rule(
        "nul-byte", "含有 NUL 字节，不是文本文件", "holds a NUL byte, so it is not a text file",
        expected: ("UTF-8 文本", "UTF-8 text"),
        mend: ("如果是工作簿(.xlsx、.et)，请另存为 CSV UTF-8", "if it is a workbook, save it as CSV UTF-8"))
    static let byteOrderMark = Rule(
        "byte-order-mark", "文件开头有 BOM", "the file begins with a byte order mark",
        mend: ("不必处理：Excel 的“CSV UTF-8”就是这样存的", "nothing to do: Excel's “CSV UTF-8” has it"), severity: .warning)
    static let tooManyProblems = Rule(
        "too-many-problems", "问题太多，其余未列出", "too many problems, the rest is not listed",
        mend: ("先改正以上问题，再检查一次", "mend these first, then check again"))
    static let tooManyWarnings = Rule(
        "too-many-warnings", "提醒太多，其余未列出", "too many warnings, the rest is not listed",
        mend: ("先处理以上提醒，再检查一次", "attend to these first, then check again"), severity: .warning)
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
    /// - Parameter thousands: a number that was split at its separator of thousands, as it stands.
    static func fieldCount(_ found: Int, _ expected: Int, _ thousands: String? = nil) -> Rule {
        let many = thousands.map {
            ("是不是数里写了千位逗号(\($0))？去掉逗号，或用引号括起", "is it the separator in \($0)? Drop it, or put the number into quotes")
        }
        return Rule(
            "field-count", "这一行有 \(found) 个字段", "this row has \(found) fields",
            expected: ("\(expected) 个，与列名一样多", "\(expected), as many as there are column names"),
            mend: found > expected
                ? many ?? ("检查是否多了逗号；含逗号的文字要用引号括起", "look for a comma too many; text with a comma goes into quotes")
                : (
                    "补上缺少的逗号，空的格也要；不能用全角逗号",
                    "add the missing commas, also for empty cells; full-width ones do not count"
                ))
    }
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
        "not-an-integer", "不是整数", "not a whole number", expected: ("形如 1、2、3 的整数", "a whole number like 1, 2, 3"),
        mend: ("只写阿拉伯数字", "write digits only"))
    static let unitMultiplier = Rule(
        "unit-mult", "不是 0 到 12 的整数", "not a whole number from 0 to 12",
        expected: ("0 个，4 万，8 亿", "0 ones, 4 for 万 (ten thousand), 8 for 亿 (a hundred million)"),
        mend: ("写十的几次方：一万是 4，一亿是 8", "write the power of ten: 4 for ten thousand, 8 for a hundred million"))
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
    static func rangeWithoutHigh(_ printed: String) -> Rule {
        Rule(
            "range-without-high", "区间缺少上限；PRINTED 是“\(printed)”",
            "a range without its upper end; PRINTED is “\(printed)”",
            expected: ("VALUE_HIGH 中的数", "a number in VALUE_HIGH"),
            mend: ("照原文填上 VALUE_HIGH", "fill in VALUE_HIGH as the source has it"))
    }
    static func rangeReversed(_ low: String, _ high: String) -> Rule {
        Rule(
            "range-reversed", "区间的上限 \(high) 小于下限 \(low)",
            "the upper end \(high) of the range is below the lower \(low)",
            expected: ("VALUE_HIGH 不小于 OBS_VALUE", "VALUE_HIGH not below OBS_VALUE"),
            mend: ("对照原文，改正写错的那一个", "look at the source and mend the one that is wrong"))
    }
    static let highWithoutRange = Rule(
        "high-without-range", "有上限，PRINTED 却只印着一个数", "an upper end, but PRINTED holds one number",
        expected: ("VALUE_HIGH 为空", "an empty VALUE_HIGH"),
        mend: ("对照原文；多填了就清空这一格", "look at the source; empty this cell where it is too much"))
    static func valueWithAbsence(_ value: String) -> Rule {
        Rule(
            "value-with-absence", "OBS_STATUS 说没有数据，OBS_VALUE 却是 \(value)",
            "OBS_STATUS says that there is no value, OBS_VALUE is \(value)",
            expected: (
                "有数时为 A 已报、P 初步、F 预计、E 估计或 B 口径变化", "with a value A, P provisional, F forecast, E estimated or B break"
            ),
            mend: ("哪一格错了？对照原文再改；未报与零不同", "which of the two cells is wrong? Look at the source; missing is not zero"))
    }
    static let valueMissing = Rule(
        "value-missing", "没有数值", "no value",
        expected: (
            "数值，或说明为何没有：O 未报、M 不适用、Q 保密、L 未采集",
            "a value, or why there is none: O not reported, M not applicable, Q suppressed, L not collected"
        ),
        mend: ("填上数值，或改 OBS_STATUS", "fill it in, or change OBS_STATUS"))
    static let decimals = Rule(
        "decimals", "不是 0 到 9 的整数", "not a whole number from 0 to 9",
        expected: ("显示几位小数", "how many digits behind the point"), mend: ("写 0 到 9", "write 0 to 9"))
    static func notADay(_ hint: LocalizedText, mayBeEmpty: Bool) -> Rule {
        Rule(
            "not-a-day", "不是日期", "not a date", expected: ("形如 2022-12-31", "like 2022-12-31"),
            mend: (hint.zh + (mayBeEmpty ? "，或留空" : ""), hint.en + (mayBeEmpty ? ", or leave it empty" : "")))
    }
    static func notADateTime(_ text: String) -> Rule {
        // A date is kept in the example, so that nothing but the time is left to write.
        let day = text.prefix(10), isDay = Period(sdmx: String(day))?.kind == .day
        let example = (isDay ? String(day) : "2026-12-05") + "T09:00:00+08:00"
        return Rule(
            "not-a-date-time", "不是带时区的日期时间", "not a date and time with a zone",
            expected: ("形如 \(example)", "like \(example)"),
            mend: ("照此写上日期、时间和时区，或留空", "write date, time and zone like this, or leave it empty"))
    }
}

// MARK: Between tables

extension Rule {
    static let retired = Rule(
        "retired", "这套数据里没有这个代码；这一行作为历史保留，不再显示",
        "there is no such code in this data set; the row is kept as history and not shown",
        expected: ("现有的代码，或已经撤销、改名的代码", "a code that is there, or one that was retired or renamed"),
        mend: ("已撤销或改名的，不必改；写错的，改成现有的代码", "if it was retired or renamed leave it; if it is a slip mend it"),
        severity: .warning)
    static let areaCycle = Rule(
        "area-cycle", "上级地区绕成了圈", "the parents of areas go round in a circle",
        expected: ("一直向上能到全市", "a way up to the whole"),
        mend: ("改正 parent", "mend parent"))
    /// - Parameters:
    ///   - owner: the topic that the indicator belongs to.
    ///   - place: the row of the indicator.
    static func headlineElsewhere(_ owner: String, _ place: String) -> Rule {
        Rule(
            "headline-elsewhere", "首要指标属于另一个专题：\(place) 的 topic 是 \(owner)",
            "the headline is an indicator of another topic: the topic of \(place) is \(owner)",
            expected: ("本专题的一个指标", "an indicator of this topic"),
            mend: (
                "哪一处错了？指标的 topic 写错了就改 \(place)；指标真的换了专题，才换一个 headline",
                "which is wrong? Mend the topic at \(place) where it is mistyped; choose another headline only where "
                    + "the indicator has moved"
            ))
    }
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
