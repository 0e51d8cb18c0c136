extension TableRoles {
    /// For each column of values the part of the year that it states, where it is known whose parts they are, and the
    /// name of the indicator: empty where the headings state nothing but parts.
    func partsOfColumns(_ frame: TableFrame) -> [Int: HeadingPart] {
        guard !frame.isWide, isYearly else { return [:] }
        let read = values.filter { !doubtfulParts.contains($0) }
        var parts: [Int: HeadingPart] = [:], named: [Int: HeadingPart] = [:]
        let spread = doubtfulParts.isEmpty ? PartSpread(values.map { columns[$0].name }) : nil
        // The rows name the indicators, and the title the year: 指标,1-9月,上年同期.
        let areRowsNamed = self.parts.isEmpty && columns.contains { $0.role == .indicator }
        let areOnlyParts = values.allSatisfy { YearPart(columns[$0].name) != nil }
        for (index, column) in values.enumerated() where read.contains(column) {
            let name = columns[column].name
            if let spread {
                if case .part(let part) = spread.kinds[index] { parts[column] = HeadingPart(part) }
            } else if let part = YearPart(name), areOnlyParts || areRowsNamed && part.isShort {
                parts[column] = HeadingPart(part)
            }
            if parts[column] == nil { parts[column] = HeadingPart(name) }
            if parts[column] == nil, let one = YearPart.named(name) {
                named[column] = HeadingPart(one.part, name: one.name)
            }
        }
        // Jobs Q1 beside Jobs Q2.
        let isSeveral = Set(named.values.map(\.part)).count > 1
        for (column, part) in named where isSeveral { parts[column] = part }
        return parts
    }
}

extension RowReader.Measure {
    /// Takes what the heading says of its period beside parts of the year, or beside the periods of rows.
    mutating func takePeriod(_ roles: TableRoles, _ parts: [Int: HeadingPart], _ stated: Set<YearPart>) {
        // Cars 1995 may be a kind of cars; 2020年普查人口 is of that year.
        let own = name.contains("年") ? Heading.namedPeriod(name) : nil
        if roles.parts.isEmpty, roles.partColumn == nil {
            if let own { (self.own, name) = (own.reading.period, own.name) }
            let isOfPart = parts.values.allSatisfy(\.name.isEmpty) || isRatio
            if stated.count == 1, isOfPart { beside = stated.first }
            // Of which part the work is done, or the growth is, is not stated.
            isElsewhere = stated.count > 1 && (isCompletion || isGrowth)
            return
        }
        let time = roles.parts.first.map { roles.columns[$0].name } ?? ""
        // The heading of the periods says that figures are so far: 截至时间.
        guard !["截至", "截止"].contains(where: { time.hasPrefix($0) }) else { return }
        isRelative = TitlePeriod.isRelative(name)
        isElsewhere = HeadingPart(name) != nil || own != nil
    }

    private var isRatio: Bool { isCompletion || ["比", "率", "%", "％", "同期", "进度"].contains { name.contains($0) } }

    private var isGrowth: Bool {
        !TitlePeriod.isLength(name) && ["同比", "环比", "增长", "增减", "增速", "±"].contains { name.contains($0) }
    }

    /// 完成率, 完成进度, 占年计划%.
    private var isCompletion: Bool {
        ["完成率", "完成比例", "完成进度", "完成百分比", "完成%", "占年", "占全年", "进度"].contains { name.contains($0) }
    }
}
