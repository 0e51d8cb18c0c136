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
            takeAbove(&frame, index > 0 ? records[index - 1].cells : [], first)
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
        for (place, column) in columns.enumerated() {
            frame.periods[column] = resolved.periods[place].map {
                PeriodReading.Reading(period: $0, status: resolved.statuses[place])
            }
        }
        if !cells.isEmpty { frame.periods[0] = nil }
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
        let parts = frame.headings.indices.map { column -> Period? in
            guard column >= first, let year = frame.periods[column]?.period, year.kind == .year else { return nil }
            return PeriodReading.read(year.text + "年" + below[column])?.period
                ?? PeriodParts.joined([year.text, below[column]]).flatMap { Period(sdmx: $0) }
        }
        if (first..<frame.headings.count).allSatisfy({ below[$0].isEmpty || parts[$0] != nil }) {
            for column in first..<frame.headings.count {
                frame.periods[column] = parts[column].map { PeriodReading.Reading(period: $0) }
            }
        } else {
            frame.groups = below.map(Heading.cleaned)
        }
    }

    /// Groups above repeated periods, each written once for all its columns.
    private static func takeAbove(_ frame: inout TableFrame, _ above: [String], _ first: Int) {
        let known = frame.periods.compactMap { $0?.period }
        guard Set(known).count < known.count, above.count > first,
            above.dropFirst(first).contains(where: { !$0.isEmpty })
        else { return }
        var group = ""
        for column in first..<frame.headings.count {
            if column < above.count, !above[column].isEmpty { group = Heading.cleaned(above[column]) }
            frame.groups[column] = group
        }
        // Headings that are written once for both lines stand in the upper one.
        for column in 0..<first where frame.headings[column].isEmpty {
            frame.headings[column] = Heading.cleaned(above[column])
        }
    }
}
