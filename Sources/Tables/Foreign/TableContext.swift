import Indicators

/// What the lines around a table say of it: title, unit, area, period, notes and source.
struct TableContext: Sendable {
    var title = ""
    /// The indicator that the lines above name for the whole table.
    var subject = ""
    var unit = ""
    /// The unit that a note states for amounts of money only.
    var moneyUnit = ""
    var area = ""
    var period: Period?
    /// A line above the table whose year is not that of its figures, or not understood.
    var unclearPeriod = ""
    /// Why the period that was stated is not taken.
    var periodDoubt: Rule?
    /// Whether the sheet says that all figures have run up since January.
    var isCumulative = false
    var notes: [String] = []
    var publisher = ""

    /// Whether the lines above name the indicator: a title that is more than a period, or a line 指标：.
    var namesIndicator: Bool { !subject.isEmpty || !title.isEmpty && PeriodReading.read(title) == nil }

    private static let footers = [
        "注：", "注:", "注1", "注 ", "数据来源", "资料来源", "来源：", "来源:", "说明：", "说明:", "备注：", "备注:", "Source", "source:", "Note",
        "Footnote",
        "*", "＊", "Data from database", "Last Updated", "Last updated",
        "footnoteSeqID", "fnSeqID",
    ]

    static func isFooter(_ text: String) -> Bool { footers.contains { text.hasPrefix($0) } }

    /// Splits `指标：地区生产总值(亿元)`.
    static func labelled(_ text: String) -> (label: String, value: String)? {
        guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        return (TableHead.trimmed(String(text[..<colon])), TableHead.trimmed(String(text[text.index(after: colon)...])))
    }

    init(_ records: some Sequence<TableHead.Record>) {
        for record in records where !record.isBlank { take(record) }
        if !subject.isEmpty { title = subject }
        // Exports of the National Bureau of Statistics have no other title.
        if title.isEmpty, let base = notes.lazy.compactMap(Self.labelled).first(where: { $0.label == "数据库" }) {
            title = base.value
        }
    }

    private mutating func take(_ record: TableHead.Record) {
        let cells = record.cells.filter { !$0.isEmpty }
        for cell in cells {
            if let stated = UnitText.stated(cell) {
                unit = UnitText.single(stated)
            } else if cell.lowercased().hasPrefix("unit"), let (_, value) = Self.labelled(cell) {
                unit = value
            }
        }
        let rest = cells.filter { !($0.hasPrefix("单位") || $0.lowercased().hasPrefix("unit:")) }
            .map(Self.withoutUnit).filter { !$0.isEmpty }
        guard let text = rest.first else { return }
        if period == nil {
            // A statutory form has its period between what it names: 综合机关名称：…, 2023年1-9月, 有效期至：….
            let stated = [text] + rest.dropFirst().filter { Self.labelled($0) == nil }
            for one in stated where period == nil {
                switch PeriodOfTitle.find(one) {
                case .period(let known) where !Self.isDated(rest.joined()): period = known
                case .period, .unclear: if unclearPeriod.isEmpty { unclearPeriod = one }
                case .none: break
                }
            }
        }
        if rest.count == 1, let (label, value) = Self.labelled(text) {
            switch label {
            case "指标", "指标名称": (subject, unit) = Heading.parted(value)
            case "地区": area = value
            case "数据库": notes.append(text)
            default: if !value.isEmpty { notes.append(text) }
            }
        } else if rest.count == 1, title.isEmpty {
            let parted = Heading.parted(text)
            title = parted.name
            if unit.isEmpty { unit = parted.unit }
        } else {
            notes.append(rest.joined(separator: " "))
        }
    }

    /// 财政收支（单位：万元） without its unit.
    private static func withoutUnit(_ text: String) -> String {
        for open in ["（单位", "(单位"] {
            guard let start = text.firstRange(of: open)?.lowerBound, let end = text.last, ")）".contains(end) else {
                continue
            }
            return TableHead.trimmed(String(text[..<start]))
        }
        return text
    }

    /// Whether a line says when the table was made and not what it is about.
    private static func isDated(_ text: String) -> Bool {
        let lower = text.lowercased()
        return [
            "更新", "制表", "发布", "导出", "打印", "下载", "填报日期", "填报时间", "填表日期", "填表时间", "报送日期", "报送时间", "审核日期",
            "updated", "created", "printed", "published", "release",
        ]
        .contains { lower.contains($0) }
    }

    mutating func takeFooter(_ record: TableHead.Record) {
        let text = record.cells.filter { !$0.isEmpty }.joined(separator: "，")
        guard !text.isEmpty else { return }
        if let (label, value) = Self.labelled(text),
            ["数据来源", "资料来源", "来源", "Source"].contains(label)
        {
            publisher = value
        } else {
            // 注：本表金额单位为万元
            if unit.isEmpty, let stated = UnitText.stated(text), UnitText.isUnit(stated) {
                if text.contains("金额单位") { moneyUnit = stated } else { unit = stated }
            }
            notes.append(text)
        }
    }

    /// The unit of an indicator that states none itself.
    func unit(of name: String) -> String {
        if !unit.isEmpty || moneyUnit.isEmpty { return unit }
        let money = ["收入", "支出", "额", "产值", "投资", "税", "费", "款", "利润", "资产", "负债", "成本", "资金", "预算", "生产总值", "增加值"]
        let isMoney = money.contains { name.contains($0) } && (OwnUnit.of(name) ?? "x") == "x"
        return isMoney ? moneyUnit : ""
    }

    /// The context for a draft without anything else to go by.
    func apply(to draft: inout ForeignDraft) {
        if !title.isEmpty { draft.title = title }
        draft.publisher = publisher
        draft.notes = notes
    }
}

/// Where the rows of a table end and its notes begin.
enum TableEnd {
    private static let tail = 64 << 10

    /// - Returns: the offset behind the last row, and the lines of notes behind it.
    static func find(
        _ bytes: UnsafeRawBufferPointer, from start: Int, width: Int, separator: UInt8
    ) -> (end: Int, notes: [TableHead.Record]) {
        var first = max(start, bytes.count - tail)
        if first > start {
            while first < bytes.count, bytes[first] != UInt8(ascii: "\n") { first += 1 }
            first = min(first + 1, bytes.count)
        }
        var reader = CSVReader(bytes, from: first, separator: separator)
        var records: [TableHead.Record] = []
        while true {
            guard let isRow = try? reader.next() else {
                // A record that cannot be read is no note.
                records.removeAll()
                continue
            }
            if !isRow { break }
            records.append(
                TableHead.Record(
                    cells: reader.fields.map { TableHead.trimmed(reader.text($0)) }, line: reader.recordLine,
                    start: reader.recordStart, end: reader.offset))
        }
        var count = 0
        for record in records.reversed() {
            guard isNote(record, width) else { break }
            count += 1
        }
        var notes = Array(records.suffix(count))
        // A line of notes begins them, whatever commas stand in the lines below it.
        if let begin = records.suffix(40).firstIndex(where: {
            TableContext.isFooter($0.cells[0])
                && ($0.filledCount == 1 || $0.cells.count != width || $0.cells[0].hasSuffix("SeqID"))
        }), records.count - begin > count {
            notes = Array(records[begin...])
        }
        while notes.first?.isBlank == true { notes.removeFirst() }
        return (notes.first?.start ?? bytes.count, notes.filter { !$0.isBlank })
    }

    private static func isNote(_ record: TableHead.Record, _ width: Int) -> Bool {
        if record.isBlank { return true }
        guard record.filledCount == 1, let text = record.cells.first(where: { !$0.isEmpty }) else {
            return TableContext.isFooter(record.cells[0]) && record.cells.count != width
        }
        if TableContext.isFooter(text) { return true }
        if record.cells.count == 1 { return width > 1 && DecimalNumber(text) == nil && PeriodReading.read(text) == nil }
        guard width > 2, !record.cells[0].isEmpty else { return false }
        return text.count > 16 || text.contains { "：:。；;，,".contains($0) }
    }
}
