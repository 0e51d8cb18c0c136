import Indicators

/// The rules for what is read although it is not in canonical form, and for codes that no table has.
extension Rule {
    static let readAsCode = "read-as"
    private static let fix = (
        "不必处理；检查时加 --fix 可改成规范写法", "nothing to do; checking with --fix writes the canonical form"
    )

    static func readAs(_ text: String) -> Rule {
        Rule(readAsCode, "读作 \(text)", "read as \(text)", mend: fix, severity: .warning)
    }
    static func headerRead(_ names: [(written: String, column: String)]) -> Rule {
        let list = names.map { "\($0.written) → \($0.column)" }.joined(separator: ", ")
        return Rule("header-read", "列名读作：\(list)", "column names read as: \(list)", mend: fix, severity: .warning)
    }
    static func emptyRows(_ count: Int) -> Rule {
        Rule(
            "blank-line", "\(count) 个空行，略去", "\(EnglishCount.text(count, "empty row")), left out", mend: fix,
            severity: .warning)
    }
    static func trailingCommas(_ count: Int) -> Rule {
        Rule(
            "trailing-commas", "\(count) 行的末尾多了逗号，略去",
            "commas too many at the end of \(EnglishCount.text(count, "row")), left out", mend: fix,
            severity: .warning)
    }
    static let fullWidthCommas = Rule(
        "full-width-commas", "列之间是全角逗号，按半角逗号读", "the columns are parted by full-width commas, read as commas",
        mend: fix,
        severity: .warning)
    static let unclearCommas = Rule(
        "full-width-commas", "列之间是全角逗号，文字里也有，分不清", "full-width commas part the columns and also stand in texts",
        expected: ("列之间是半角逗号 ,", "commas between the columns"),
        mend: ("把列之间的全角逗号改成半角；文字里的不改", "write commas between the columns; those in texts stay"))
    static func missingColumns(_ names: [String], isHeader: Bool) -> Rule {
        let list = names.joined(separator: ", ")
        return Rule(
            "missing-column", isHeader ? "缺少列：\(list)" : "第一行不是列名",
            isHeader ? "columns are missing: \(list)" : "no column names in the first line",
            expected: isHeader ? ("", "") : ("列名，如 \(list)", "column names like \(list)"),
            mend: (
                isHeader ? "在第一行补上列名，每行补上这些格" : "列名应在第一行：上面有标题行就删去，列名不全就照 docs/data.md 写",
                isHeader
                    ? "add them to the first line and their cells to each row"
                    : "column names come first: delete a title above them, or write them as docs/data.md has them"
            ))
    }
    static func misspelledColumn(_ column: String) -> Rule {
        Rule(
            "missing-column", "缺少列 \(column)；这一列的名称不认识", "the column \(column) is missing; this name is not known",
            mend: ("是不是 \(column)？改这个列名", "is it \(column)? Then mend the name"))
    }
    static func columnTwice(missing: String?) -> Rule {
        guard let missing else {
            return Rule(
                "repeated-column", "列名出现了两次", "this column name stands twice",
                mend: ("两列内容不同时对照原文，留下对的一列", "where the two differ look at the source, and keep the right one"))
        }
        return Rule(
            "repeated-column", "列名出现了两次，又缺少 \(missing)", "this column name stands twice, and \(missing) is missing",
            mend: ("其中一列是不是 \(missing)？改那个列名", "is one of them \(missing)? Then mend its name"))
    }
    static let emptyObservations = Rule(
        "no-rows", "只有列名，没有数据", "column names, but no data", expected: ("每个数一行", "a row for each figure"),
        mend: ("文件可能被截断；从上一版恢复", "the file may have been cut; restore it from the version before"), severity: .warning)

    // MARK: Codes

    static func codeForm(_ intended: String) -> Rule {
        Rule(
            "code-form", "代码只能用小写字母、数字和连字符", "a code has small letters, digits and hyphens only",
            expected: ("形如 \(intended)", "like \(intended)"),
            mend: ("改成这种形式；引用它的表用同一写法", "write it like this, the same in every table that names it"))
    }
    static func repeatedCode(_ code: String, _ firstLine: Int) -> Rule {
        Rule(
            "repeated-key", "代码 \(code) 与第 \(firstLine) 行重复", "the code \(code) of line \(firstLine) again",
            expected: ("每一行一个自己的代码", "a code of its own for each row"),
            mend: (
                "其中一行的代码写错了：对照其他表里用的代码改正", "one of the two is mistyped: mend it by the codes that the other tables use"
            ))
    }
    static func unknownKey(_ orphan: String, _ code: String, _ places: [References.Place]) -> Rule {
        let first = places.first.map { "\($0.file):\($0.line)" } ?? ""
        return Rule(
            "unknown-key", "没有一行用到 \(orphan)，却有 \(places.count) 处用 \(code)（第一处 \(first)）",
            "nothing uses \(orphan), but \(places.count) cells use \(code) (the first is \(first))",
            expected: (code, code),
            mend: (
                "是不是这一格写错了？改成 \(code)，那 \(places.count) 处就都对了",
                "is this cell mistyped? With \(code) all of them are right"
            ))
    }
    /// - Parameter tables: the files in which the code may stand.
    static func unknownReference(_ tables: [String], _ nearest: String?, uses: Int = 1) -> Rule {
        let many =
            uses > 1 ? LocalizedText(zh: "，共 \(uses) 处", en: ", in \(uses) cells") : LocalizedText(zh: "", en: "")
        let (zh, en) = (tables.joined(separator: "、"), tables.joined(separator: " or "))
        return Rule(
            "unknown-reference", "\(zh) 中没有这个代码\(many.zh)", "no such code in \(en)\(many.en)",
            expected: ("\(zh) 的 code 之一，或只有一行叫的名称", "one of the codes in \(en), or a name that one row has"),
            mend: (
                nearest.map { "是不是 \($0)？" } ?? "写错了就照 \(zh) 改正；少了这一行就补上",
                nearest.map { "did you mean \($0)?" }
                    ?? "mend it by \(en) where it is mistyped; add the row there where it is missing"
            ))
    }
    static func unknownCode<Value: Coded>(_ type: Value.Type, near: String?) -> Rule {
        func named(_ code: String) -> String {
            let word = CodeWords.word(code, Value.self)
            return word.isEmpty ? code : "\(code) \(word)"
        }
        // Codes without a word are allowed, but nobody starts to use them.
        let worded = Value.codes.filter { !CodeWords.word($0, Value.self).isEmpty }
        let codes = (worded.isEmpty ? Value.codes : worded).filter { !$0.isEmpty }
        let list = codes.map(named).joined(separator: ", ")
        let english = codes.map { code in
            [code, CodeWords.english(code, Value.self)].filter { !$0.isEmpty }.joined(separator: " ")
        }.joined(separator: ", ")
        let optional = Value.codes.contains("")
        let mend = near.flatMap { $0.isEmpty ? nil : $0 }
        return Rule(
            "unknown-code", "不认识的代码", "an unknown code",
            expected: (
                list + (optional ? "，或留空" : ""), english + (optional ? ", or empty" : "")
            ),
            mend: (
                mend.map { "是不是 \(named($0))？" } ?? "从中选一个", mend.map { "did you mean \($0)?" } ?? "choose one of these"
            ))
    }

    // MARK: Rows that repeat

    static func repeatedFigure(_ firstLine: Int, _ values: (first: String, second: String)) -> Rule {
        let isSame = values.first == values.second
        return Rule(
            "repeated-key",
            "与第 \(firstLine) 行是同一个数" + (isSame ? "，录了两次" : "，值却不同：\(values.first)，\(values.second)"),
            "the same figure as line \(firstLine)"
                + (isSame ? ", entered twice" : ", with another value: \(values.first) and \(values.second)"),
            expected: (
                "每个地区、指标、时期、PERIOD_BASIS、来源一行", "one row for each area, indicator, period, PERIOD_BASIS and source"
            ),
            mend: (
                isSame ? "两行说的真是同一个数，就留下一行" : "其中一行的地区、指标、时期或来源写错了：对照原文改正",
                isSame
                    ? "keep one of them where they really are the same figure"
                    : "area, indicator, period or source of one of them is wrong: mend it by the source"
            ))
    }

    // MARK: Names and the whole

    static func repeatedName(_ name: String, _ firstLine: Int) -> Rule {
        Rule(
            "repeated-name", "名称 \(name) 与第 \(firstLine) 行相同", "the name \(name) of line \(firstLine) again",
            expected: ("每一行一个自己的名称", "a name of its own for each row"),
            mend: ("其中一个写错了就改正", "mend the one that is mistyped"), severity: .warning)
    }
    static func secondWhole(_ root: String) -> Rule {
        Rule(
            "second-whole", "没有上级；全市已是 \(root)", "no area above it; the whole is \(root)",
            expected: ("上级地区的代码", "the code of the area above"),
            mend: ("属于 \(root) 就填 \(root)", "fill in \(root) where it is part of it"), severity: .warning)
    }
    static func shortTooLong(_ width: Int, _ language: Language) -> Rule {
        let column = language == .zh ? "short_zh" : "short_en"
        return Rule(
            "short-too-long", "各专题的 \(column) 连起来宽 \(width) 格，80 列的屏上排不下，只好都不显示；这一个最长",
            "all \(column) together are \(width) cells wide, too many for 80 columns; this is the longest",
            expected: ("合起来不超过 80 格", "80 cells at most together"), mend: ("缩短它", "shorten it"), severity: .warning)
    }
    static let derivedWithoutFigure = Rule(
        "derived-without-figure", "这个时期没有分子或分母的数，算不出来", "no figure of this period to compute with",
        expected: ("分子与分母都有数的时期，或留空", "a period for which both terms have a figure, or none"),
        mend: (
            "对照 observations.csv 改正 period；留空就用最新的数",
            "mend period by observations.csv; without one the newest figures are taken"
        ),
        severity: .warning)
    static func workbookBeside(_ workbook: String) -> Rule {
        Rule(
            "workbook-beside", "旁边有 \(workbook)；读的是这张 CSV", "\(workbook) lies beside it; this CSV is what is read",
            mend: (
                "改的是工作簿，就把它另存为 CSV UTF-8，盖过这张表", "where the workbook was changed save it as CSV UTF-8 over this table"
            ),
            severity: .warning)
    }
}
