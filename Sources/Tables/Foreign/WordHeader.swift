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
    private static let lineNames: Set<String> = [
        "单位", "计量单位", "频率", "频度", "来源", "数据来源", "指标ID", "指标代码", "更新时间", "国家", "Unit", "Units", "Frequency",
        "Source", "unit", "frequency", "source",
    ]

    static func frame(_ records: [TableHead.Record], _ first: Int, _ dataStart: Int, _ width: Int) -> TableFrame {
        var headings = records[first].cells.map(Heading.cleaned)
        var units: [String] = [], remarks: [String] = [], groups: [String] = []
        for record in records[min(first + 1, dataStart)..<dataStart] where !record.isBlank {
            let cells = record.cells
            if let name = cells.first, lineNames.contains(name) {
                if unitNames.contains(name) {
                    units = [""] + cells.dropFirst()
                } else {
                    let texts = cells.dropFirst().filter { !$0.isEmpty }
                    remarks.append(name + "：" + Array(Set(texts)).sorted().joined(separator: "、"))
                }
            } else if cells.first?.isEmpty == true, isSubheading(cells, headings) {
                (headings, groups) = merged(headings, cells)
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
        _ = groups
        return frame
    }

    /// Whether a line has texts where the line above is empty, as merged headings leave it.
    private static func isSubheading(_ cells: [String], _ headings: [String]) -> Bool {
        cells.indices.contains { $0 > 0 && !cells[$0].isEmpty && ($0 >= headings.count || headings[$0].isEmpty) }
    }

    /// A heading above columns of its own is left out where they are its parts; each column keeps its own words.
    private static func merged(_ headings: [String], _ cells: [String]) -> ([String], [String]) {
        var above = "", result = headings, groups = [String](repeating: "", count: max(headings.count, cells.count))
        while result.count < cells.count { result.append("") }
        for column in result.indices where column > 0 {
            if column < headings.count, !headings[column].isEmpty { above = headings[column] }
            guard column < cells.count, !cells[column].isEmpty else { continue }
            let cell = Heading.cleaned(cells[column])
            groups[column] = above
            result[column] = result[column].isEmpty || above.isEmpty ? cell : cell
        }
        // The same words under two headings need them.
        let repeated = Dictionary(grouping: result.indices.filter { !result[$0].isEmpty }) { result[$0] }
        for (_, columns) in repeated where columns.count > 1 {
            for column in columns where !groups[column].isEmpty {
                result[column] = groups[column] + " · " + result[column]
            }
        }
        return (result, groups)
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
