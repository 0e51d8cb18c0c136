import Indicators

/// Headings of words: in one line, in two lines with merged cells, or followed by lines of units and the like.
enum WordHeader {
    /// Whether a line says something of the table: 单位：亿元 beside a title, or what a statutory form has above its
    /// headings.
    static func isAside(_ record: TableHead.Record) -> Bool {
        func isOne(_ cell: String, _ beginnings: [String]) -> Bool {
            beginnings.contains { cell.hasPrefix($0) } && cell.contains { $0 == "：" || $0 == ":" }
        }
        return record.filledCount <= 2 && record.cells.contains { isOne($0, ["单位", "Unit:", "unit:", "制表", "时间："]) }
            || record.filledCount <= 4 && record.cells.contains { isOne($0, formLabels) }
    }

    private static let formLabels = [
        "填报", "报送", "编制", "综合机关", "制定机关", "批准机关", "有效期", "表号", "文号", "报表日期",
    ]

    /// The line of column numbers below the headings of a statutory form: 甲, 乙, 1, 2, or 栏次, 1, 2.
    static func isColumnNumbers(_ cells: [String]) -> Bool {
        let filled = cells.map { $0.filter { !"()（）".contains($0) } }.filter { !$0.isEmpty }
        guard filled.count > 1 else { return false }
        let words = Array(filled.prefix { Int($0) == nil }), numbers = filled.dropFirst(words.count).map { Int($0) }
        guard numbers == (0..<numbers.count).map({ $0 + 1 }) else { return false }
        if words.count == 1, ["栏次", "列次", "栏号", "列号"].contains(words[0]) { return !numbers.isEmpty }
        return !words.isEmpty && words == "甲乙丙丁戊己庚辛壬癸".prefix(words.count).map(String.init)
    }

    private static let unitNames: Set<String> = ["单位", "计量单位", "Unit", "Units", "unit"]
    private static let frequencyNames: Set<String> = ["频率", "频度", "Frequency", "frequency"]
    private static let frequencyWords: [String: PeriodColumn.Spacing] = [
        "月": .month, "月度": .month, "季": .quarter, "季度": .quarter, "monthly": .month, "quarterly": .quarter,
    ]
    private static let lineNames = Set(lines.map { $0.lowercased() })
    private static let lines = [
        "单位", "计量单位", "频率", "频度", "来源", "数据来源", "指标ID", "指标代码", "更新时间", "国家", "Unit", "Units", "Frequency",
        "Source", "unit", "frequency", "source", "CDID", "PreUnit", "Source dataset ID", "Release date",
        "Next release", "Important notes",
    ]

    static func frame(_ records: [TableHead.Record], _ first: Int, _ dataStart: Int, _ width: Int) -> TableFrame {
        var headings = records[first].cells.map(Heading.cleaned)
        var units: [String] = [], remarks: [String] = [], frequencies: [PeriodColumn.Spacing?] = []
        var prefixes: [String] = []
        for record in records[min(first + 1, dataStart)..<dataStart]
        where !record.isBlank && !isColumnNumbers(record.cells) {
            let cells = record.cells
            if let name = cells.first, lineNames.contains(name.lowercased()) {
                if unitNames.contains(name) {
                    // £ and m in two lines.
                    units =
                        [""] + cells.indices.dropFirst().map { (prefixes.count > $0 ? prefixes[$0] : "") + cells[$0] }
                } else if name == "PreUnit" {
                    prefixes = cells
                } else {
                    if frequencyNames.contains(name) { frequencies = cells.map { frequencyWords[$0.lowercased()] } }
                    let texts = cells.dropFirst().filter { !$0.isEmpty }
                    remarks.append(name + "：" + Array(Set(texts)).sorted().joined(separator: "、"))
                }
            } else if MergedHeadings.areAbove(headings, cells) {
                headings = MergedHeadings.joined(headings, cells.map(Heading.cleaned))
            } else if cells.first?.isEmpty == true, areUnits(cells) {
                units = cells
            } else if cells.count == headings.count, cells.filter({ !$0.isEmpty }).count == cells.count {
                // A second line of headings below the first: the lower one is nearer to the data.
                headings = cells.map(Heading.cleaned)
            }
        }
        var frame = TableFrame(header: first, dataStart: dataStart, headings: headings)
        frame.pad(to: width, records[dataStart...])
        frame.units = units
        frame.remarks = remarks
        frame.frequencies = frequencies
        return frame
    }

    private static func areUnits(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.allSatisfy { $0.count <= 12 && DecimalNumber($0) == nil }
    }
}

extension TableFrame {
    /// Gives columns without a heading an empty one. Row names that R writes stand in front of the first heading.
    mutating func pad(to width: Int, _ rows: ArraySlice<TableHead.Record>) {
        let data = rows.filter { !$0.isBlank && $0.filledCount > 1 }
        if headings.count + 1 == width, !data.isEmpty, data.allSatisfy({ $0.cells.count == width }),
            data.enumerated().allSatisfy({ Int($1.cells[0]) == $0 + 1 })
        {
            headings.insert("", at: 0)
        }
    }
}
