import Indicators

/// Headings that hold periods, with names of the indicators above or below them.
enum WideHeader {
    static func frame(_ records: [TableHead.Record], _ index: Int, _ width: Int) -> TableFrame? {
        let cells = records[index].cells
        var frame = TableFrame(header: index, dataStart: index + 1, headings: cells.map(Heading.cleaned))
        frame.groups = [String](repeating: "", count: cells.count)
        frame.units = frame.groups
        readPeriods(&frame, cells)
        guard let first = frame.periods.indices.first(where: { $0 > 0 && frame.periods[$0] != nil }) else { return nil }
        let below = records.indices.contains(index + 1) ? records[index + 1].cells : []
        if isSubheading(below, cells, first) {
            takeBelow(&frame, below, first)
        } else {
            takeAbove(&frame, records[..<index].suffix(2).map(\.cells), first)
            HeadingCompanions.take(&frame)
        }
        takeAside(&frame, records, first)
        for column in frame.periods.indices where frame.groups[column].isEmpty && isSumOfYear(frame, column) {
            frame.groups[column] = "累计"
        }
        return frame
    }

    private static func readPeriods(_ frame: inout TableFrame, _ cells: [String]) {
        let cells = DayOrder.resolved(cells)
        let parts = cells.map { Heading.period($0) }
        frame.flags = PeriodFlags.columns(frame.headings)
        frame.units = parts.map { $0?.unit ?? "" }
        frame.periods = parts.map { $0?.reading }
        let columns = parts.indices.filter { parts[$0] != nil && $0 > 0 }
        let texts = columns.map { column -> String in
            let cleaned = Heading.cleaned(cells[column])
            return PeriodReading.read(cleaned, years: PeriodReading.years) == nil
                ? Heading.parted(cleaned).name : cleaned
        }
        let resolved = PeriodColumn.resolve(texts, years: PeriodReading.years)
        frame.findings = resolved.findings
        frame.isSlashed = resolved.slashedDays != nil
        for (index, column) in columns.enumerated() {
            frame.periods[column] = resolved.periods[index].map {
                PeriodReading.Reading(period: $0, status: resolved.statuses[index])
            }
        }
        if !cells.isEmpty { frame.periods[0] = nil }
        takeSumsOfYears(&frame)
    }

    private static func isSumOfYear(_ frame: TableFrame, _ column: Int) -> Bool {
        frame.headings[column].contains("累计") && frame.periods[column]?.period.kind == .year
    }

    /// 2022年累计 beside months of 2022 is the sum of those, and of the whole year only where all of it stands there.
    private static func takeSumsOfYears(_ frame: inout TableFrame) {
        for column in frame.periods.indices where isSumOfYear(frame, column) {
            guard let period = frame.periods[column]?.period else { continue }
            let parts = frame.periods.compactMap { $0?.period }.filter { $0.year == period.year }
            let texts = Set(parts).sorted().compactMap { part -> String? in
                switch part.kind {
                case .month: "\(part.startMonth)月"
                case .quarter: "\((part.startMonth + 2) / 3)季度"
                default: nil
                }
            }
            guard let first = texts.first else { continue }
            var sum = texts.count == 1 ? YearPart(first)?.sinceJanuary : nil
            if let spread = PartSpread(texts + ["累计"]), case .part(let part)? = spread.kinds.last { sum = part }
            frame.periods[column] = sum?.period(of: period.startYear).map { PeriodReading.Reading(period: $0) }
            if sum == nil {
                frame.groups[column] = frame.headings[column]
                frame.totals.append(column)
            }
        }
    }

    private static func isSubheading(_ below: [String], _ header: [String], _ first: Int) -> Bool {
        guard below.count >= header.count, first < below.count, !below[first].isEmpty else { return false }
        let hasMerged = header.indices.contains { $0 > first && header[$0].isEmpty && below[$0] != "" }
        return hasMerged && below.dropFirst(first).allSatisfy { $0.isEmpty || DecimalNumber($0) == nil }
    }

    /// Sub-headings below merged periods: names of indicators, or months of the year above.
    private static func takeBelow(_ frame: inout TableFrame, _ below: [String], _ first: Int) {
        frame.dataStart += 1
        for column in frame.headings.indices where column > first && frame.headings[column].isEmpty {
            guard below[column] != "" else { continue }
            frame.periods[column] = frame.periods[column - 1]
        }
        let columns = (first..<frame.headings.count).filter { !below[$0].isEmpty }
        let years = Dictionary(grouping: columns) { frame.periods[$0]?.period }
        for (period, columns) in years {
            let spread = PartSpread(columns.map { below[$0] })
            for (index, column) in columns.enumerated() {
                guard let spread, let period, period.kind == .year else {
                    takeSingle(&frame, column, below[column], period)
                    continue
                }
                if case .part(let part) = spread.kinds[index] {
                    frame.periods[column] =
                        spread.isCertain
                        ? part.period(of: period.startYear).map { PeriodReading.Reading(period: $0) } : nil
                    if !spread.isCertain { frame.doubtfulParts.append(column) }
                } else if spread.kinds[index] == .unknownSpan {
                    frame.periods[column] = nil
                    frame.groups[column] = Heading.cleaned(below[column])
                    frame.totals.append(column)
                } else {
                    frame.groups[column] = Heading.cleaned(below[column])
                }
            }
        }
    }

    /// A sub-heading that is no month among months: the name of an indicator, or what it says of the period above.
    private static func takeSingle(_ frame: inout TableFrame, _ column: Int, _ below: String, _ period: Period?) {
        let text = Heading.cleaned(below), name = Heading.parted(text).name
        if let single = period.flatMap({ part(below, of: $0) }) {
            (frame.periods[column], frame.groups[column]) = (PeriodReading.Reading(period: single), "")
            return
        }
        frame.groups[column] = text
        guard let period else { return }
        if period.kind == .year, let stated = HeadingPart(text) {
            let own = stated.part.period(of: period.startYear - (stated.isFormer ? 1 : 0))
            frame.periods[column] = own.map { PeriodReading.Reading(period: $0) }
            if !stated.name.isEmpty { frame.groups[column] = stated.name }
        } else if TitlePeriod.isRelative(name) {
            frame.periods[column] = TitlePeriod.period(name, period).map { PeriodReading.Reading(period: $0) }
        }
    }

    /// One month below its year.
    private static func part(_ text: String, of year: Period) -> Period? {
        guard year.kind == .year else { return nil }
        return PeriodReading.read(year.text + "年" + text)?.period
            ?? YearPart(text).flatMap { $0.period(of: year.startYear) }
    }

    /// Groups above repeated periods, each written once for all its columns, in one line or in two.
    private static func takeAbove(_ frame: inout TableFrame, _ lines: [[String]], _ first: Int) {
        let known = frame.periods.compactMap { $0?.period }
        guard Set(known).count < known.count, let above = lines.last, above.count > first,
            above.dropFirst(first).contains(where: { !$0.isEmpty })
        else { return }
        var groups = spread(above, first, frame.headings.count)
        let upper = lines.count > 1 ? lines[0] : []
        if upper.count > first, above.prefix(first).allSatisfy(\.isEmpty), upper.count(where: { !$0.isEmpty }) > 1,
            upper.dropFirst(first).contains(where: { !$0.isEmpty }),
            upper.allSatisfy({ $0.isEmpty || !CellShape($0).isNumber && Heading.period($0) == nil })
        {
            groups = zip(spread(upper, first, frame.headings.count), groups).map { upper, lower in
                MergedHeadings.named(upper, lower)
            }
            for column in 0..<first where frame.headings[column].isEmpty {
                frame.headings[column] = Heading.cleaned(upper[column])
            }
        }
        for column in first..<frame.headings.count {
            frame.groups[column] = groups[column]
            // 累计 over months: they have run up since January.
            guard groups[column].contains("累计"), let period = frame.periods[column]?.period, period.kind != .year
            else { continue }
            frame.periods[column] = PeriodSpan.sum(period).map { PeriodReading.Reading(period: $0) }
        }
        // Headings that are written once for both lines stand in the upper one.
        for column in 0..<first where frame.headings[column].isEmpty {
            frame.headings[column] = Heading.cleaned(above[column])
        }
    }

    /// A line of merged cells with the text of each in all its columns.
    private static func spread(_ cells: [String], _ first: Int, _ count: Int) -> [String] {
        var group = ""
        return (0..<count).map { column in
            if column >= first, column < cells.count, !cells[column].isEmpty { group = Heading.cleaned(cells[column]) }
            return group
        }
    }

    /// A line below the header that names the first column, or states the units of the figures, is no row.
    private static func takeAside(_ frame: inout TableFrame, _ records: [TableHead.Record], _ first: Int) {
        guard records.indices.contains(frame.dataStart + 1) else { return }
        let cells = records[frame.dataStart].cells
        guard cells.count >= frame.headings.count, let name = cells.first else { return }
        let figures = frame.periods.indices.filter { frame.periods[$0] != nil }
        if !name.isEmpty, ["TIME", "时间", "Time"].contains(frame.headings[0]), cells.dropFirst().allSatisfy(\.isEmpty) {
            frame.headings[0] = Heading.cleaned(name)
            frame.dataStart += 1
        } else if cells.prefix(first).allSatisfy(\.isEmpty), figures.allSatisfy({ !cells[$0].isEmpty }),
            figures.allSatisfy({ !CellShape(cells[$0]).isNumber && !CellShape(cells[$0]).isAbsent })
        {
            for column in figures where frame.units[column].isEmpty { frame.units[column] = cells[column] }
            frame.dataStart += 1
        }
    }
}
