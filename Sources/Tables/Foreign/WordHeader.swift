import Indicators

/// Headings of words: in one line, in two lines with merged cells, or followed by lines of units and the like.
enum WordHeader {
    /// Whether a line says something of the table: 单位：亿元 beside a title.
    static func isAside(_ record: TableHead.Record) -> Bool {
        record.filledCount <= 2
            && record.cells.contains { cell in
                ["单位", "Unit:", "unit:", "制表", "时间："].contains { cell.hasPrefix($0) }
                    && cell.contains { $0 == "：" || $0 == ":" }
            }
    }

    private static let unitNames: Set<String> = ["单位", "计量单位", "Unit", "Units", "unit"]
    private static let frequencyNames: Set<String> = ["频率", "频度", "Frequency", "frequency"]
    private static let frequencyWords: [String: PeriodColumn.Spacing] = [
        "月": .month, "月度": .month, "季": .quarter, "季度": .quarter, "monthly": .month, "quarterly": .quarter,
    ]
    private static let lineNames: Set<String> = [
        "单位", "计量单位", "频率", "频度", "来源", "数据来源", "指标ID", "指标代码", "更新时间", "国家", "Unit", "Units", "Frequency",
        "Source", "unit", "frequency", "source", "CDID", "PreUnit", "Source dataset ID", "Release date",
        "Next release", "Important notes",
    ]

    static func frame(_ records: [TableHead.Record], _ first: Int, _ dataStart: Int, _ width: Int) -> TableFrame {
        var headings = records[first].cells.map(Heading.cleaned)
        var units: [String] = [], remarks: [String] = [], frequencies: [PeriodColumn.Spacing?] = []
        var prefixes: [String] = []
        for record in records[min(first + 1, dataStart)..<dataStart] where !record.isBlank {
            let cells = record.cells
            if let name = cells.first, lineNames.contains(name) {
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
