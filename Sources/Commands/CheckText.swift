import Cells
import Indicators
import Tables

/// What `check` says of a file, and of all of them.
enum CheckText {
    /// The largest number of problems of one kind in one column that are written out.
    private static let most = 5

    /// The problems as text, at most five of a kind, then how many more there are of it.
    static func problems(_ problems: [DataProblem], _ language: Language) -> [String] {
        struct Kind: Hashable { let file: String, code: String, field: String }
        func kind(_ problem: DataProblem) -> Kind {
            // What the field of a figure from elsewhere names is the figure, not a column.
            Kind(file: problem.file, code: problem.code, field: problem.column == 1 ? "" : problem.field)
        }
        let counts = Dictionary(grouping: problems, by: kind).mapValues(\.count)
        var seen: [Kind: Int] = [:], lines: [String] = []
        for problem in problems {
            let kind = kind(problem), all = counts[kind] ?? 1
            seen[kind, default: 0] += 1
            guard let number = seen[kind], number <= most else { continue }
            lines.append(problem.text(language))
            guard number == most, all > most else { continue }
            let name = [problem.file, kind.field].filter { !$0.isEmpty }.joined(separator: " ")
            lines.append(
                language == .zh
                    ? "    ……\(name) 还有 \(all - most) 处同样的，--format json 列出全部"
                    : "    … \(all - most) more of this kind in \(name); --format json lists all")
        }
        return lines
    }

    /// How a table is written and what it holds, on one line.
    static func summary(_ file: CatalogueReading.FileSummary, _ language: Language) -> String {
        let isChinese = language == .zh
        func part(_ number: Int?, _ zh: String, _ en: String) -> String? {
            number.map { isChinese ? "\(zh) \($0)" : "\(en) \($0)" }
        }
        let separators = [",": ("逗号", "commas"), ";": ("分号", "semicolons"), "\t": ("制表符", "tabs"), "|": ("竖线", "bars")]
        let separator = file.delimiter.flatMap { separators[$0] }.map { isChinese ? $0.0 : $0.1 }
        var parts = [
            part(file.rows, "行", "rows"), part(file.series, "系列", "series"), part(file.numeric, "有数", "numbers"),
            part(file.missing, "缺数", "missing"),
        ]
        if let first = file.periodMin, let last = file.periodMax {
            parts.append(first == last ? first : "\(first) – \(last)")
        }
        if file.kind != .own || file.encoding != .utf8 {
            parts += [form(file.kind, isChinese), file.encoding?.rawValue, separator]
        }
        let place = file.path + (file.range.map { "!" + $0 } ?? "")
        return "  \(place): " + parts.compactMap { $0 }.joined(separator: isChinese ? "，" : ", ")
    }

    /// What a column is read as, why, and what else it could be.
    static func explanation(_ column: ColumnDecision, _ language: Language) -> String {
        let name = column.name.harmless()
        let others = column.others.map(\.rawValue).joined(separator: ", ")
        if language == .zh {
            return
                "    #\(column.column) \(name.isEmpty ? "(无列名)" : name) = \(column.role.rawValue)：\(column.reason.zh)"
                + (others.isEmpty ? "" : "；也可能是 \(others)")
        }
        return
            "    #\(column.column) \(name.isEmpty ? "(no heading)" : name) = \(column.role.rawValue): "
            + "\(column.reason.en)"
            + (others.isEmpty ? "" : "; could be \(others)")
    }

    private static func form(_ kind: CatalogueReading.FileSummary.Kind, _ isChinese: Bool) -> String? {
        switch kind {
        case .own: nil
        case .tidy: isChinese ? "每行一个数" : "one observation a row"
        case .wide: isChinese ? "时期在表头" : "periods in the header"
        case .records: isChinese ? "时期在一列" : "periods in a column"
        }
    }

    static func verdict(_ name: String, errors: Int, warnings: Int, isOpened: Bool, _ language: Language) -> String {
        let counts =
            language == .zh
            ? "\(name)：\(errors) 个问题，\(warnings) 个提醒。"
            : "\(name): \(EnglishCount.text(errors, "problem")), \(EnglishCount.text(warnings, "warning"))."
        guard errors > 0 else { return counts }
        switch (language, isOpened) {
        case (.zh, true): return counts + "可以打开，有问题的行不读入。"
        case (.zh, false): return counts + "改正问题之前不能打开。"
        case (.en, true): return counts + " It opens, without the rows that have problems."
        case (.en, false): return counts + " It does not open until they are mended."
        }
    }
}
