import Indicators

/// Finds the line of headings. Data are never headings: a line of periods below a full line of words is a row.
struct HeaderSearch {
    private let records: [TableHead.Record]
    private let lines: [LineShape]
    /// The number of cells that most lines have.
    private let width: Int

    /// What one line holds.
    struct LineShape {
        var periods = 0
        var numbers = 0
        var words = 0
        /// Those of the numbers that have words behind them: 0-14岁, 2022年计划.
        var worded = 0
        var filled: Int { periods + numbers + words }
        /// Whether the first cell that is filled is a period.
        var startsWithPeriod = false
        /// The columns of the periods.
        var periodColumns: [Int] = []

        init(_ cells: [String]) {
            var isFirst = true
            let areClasses = Heading.areClasses(cells)
            for (column, cell) in DayOrder.resolved(cells).enumerated() where !cell.isEmpty {
                let shape = CellShape(cell)
                if !areClasses, Heading.period(cell) != nil {
                    periods += 1
                    periodColumns.append(column)
                    if isFirst { startsWithPeriod = true }
                } else if YearPart(cell)?.isShort ?? false {
                    words += 1
                } else if shape.isNumber || (shape.isAbsent && !shape.isEmpty) {
                    numbers += 1
                    if shape.isNumber, cell.contains(where: { $0.isLetter && !"万亿千百".contains($0) }) { worded += 1 }
                } else {
                    words += 1
                }
                isFirst = false
            }
        }
    }

    /// The frame of a table; nil where no line can be one of headings.
    static func frame(_ head: TableHead) -> TableFrame? {
        guard var frame = HeaderSearch(head).frame() else { return nil }
        while frame.dataStart < head.records.count, WordHeader.isColumnNumbers(head.records[frame.dataStart].cells) {
            frame.dataStart += 1
        }
        return frame
    }

    private init(_ head: TableHead) {
        records = head.records
        lines = records.map { LineShape($0.cells) }
        var counts: [Int: Int] = [:]
        for record in records where record.filledCount > 1 { counts[record.cells.count, default: 0] += 1 }
        width = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    private func frame() -> TableFrame? {
        if let dataStart = seriesStart() {
            var frame = WordHeader.frame(records, 0, dataStart, width)
            // Below the word Title are the periods.
            frame.headings[0] = "Date"
            return frame
        }
        if let known = knownHeader() { return WordHeader.frame(records, known, known + 1, width) }
        if let wide = wideHeader() { return WideHeader.frame(records, wide, width) }
        guard let (first, dataStart) = wordHeader() else { return nil }
        var frame = WordHeader.frame(records, first, dataStart, width)
        frame.takeNamedPeriods()
        return frame
    }

    /// Where the figures begin below the lines that the British office writes over a series: Title, CDID and others.
    private func seriesStart() -> Int? {
        guard records.first?.cells.first == "Title", records.prefix(5).contains(where: { $0.cells.first == "CDID" })
        else { return nil }
        return lines.indices.first { lines[$0].startsWithPeriod && lines[$0].numbers > 0 }
    }

    /// A line that names both a column of periods and one of values.
    private func knownHeader() -> Int? {
        records.prefix(30).indices.first { index in
            guard records[index].filledCount > 1 else { return false }
            let names = ColumnNames.names(of: records[index].cells).names
            let meanings = names.map(ColumnNames.meaning)
            return meanings.contains(.time) && meanings.contains(.value)
        }
    }

    /// The line with the most periods that is no row of data.
    private func wideHeader() -> Int? {
        let candidates = records.indices.filter { index in
            let line = lines[index]
            let numbers = line.numbers - line.worded
            let isDotted = numbers == 0 || numbers <= line.periods / 4
            return line.periodColumns.contains { $0 > 0 } && isDotted && line.filled > 1
                && !WordHeader.isAside(records[index])
                && (!line.startsWithPeriod || isBelowGroups(index))
                && !isData(index) && holdsNumbersBelow(index)
        }
        return candidates.max { (lines[$0].periods, $1) < (lines[$1].periods, $0) }
    }

    /// Whether a line of periods begins with an empty cell below a heading, as headings of several lines do.
    private func isBelowGroups(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.periods > 1, records[index].cells.first == "" else { return false }
        if isBelowCorner(index) { return true }
        guard line.words + line.numbers == 0 else { return false }
        for above in (max(0, index - 2)..<index).reversed() {
            guard lines[above].words > 1, lines[above].periods + lines[above].numbers == 0 else { return false }
            if records[above].cells.first != "" { return true }
        }
        return false
    }

    /// Whether a line of periods stands below a line of merged headings that leaves the corner empty too.
    private func isBelowCorner(_ index: Int) -> Bool {
        guard index > 0, lines[index].numbers == 0, lines[index].words * 2 <= lines[index].periods else { return false }
        let above = lines[index - 1], cells = records[index - 1].cells
        return above.words > 1 && above.periods + above.numbers == 0 && cells.first == ""
            && cells.dropFirst().first?.isEmpty == false && above.words * 2 <= cells.count
            && (index < 2 || records[index - 2].filledCount <= 2)
    }

    /// Whether a line is a row below a full line of words.
    private func isData(_ index: Int) -> Bool {
        let cells = records[index].cells
        return records.indices.prefix(index).contains { above in
            let shape = lines[above], words = records[above].cells
            guard shape.periods == 0, shape.numbers == 0, shape.words > 1, words.count * 10 >= cells.count * 9 else {
                return false
            }
            // Each cell of the row stands under a heading; headings merged over columns are empty beside their text.
            let isCovered = cells.indices.allSatisfy { cells[$0].isEmpty || ($0 < words.count && !words[$0].isEmpty) }
            let overPeriods = lines[index].periodColumns.compactMap { $0 < words.count ? words[$0] : nil }
            let areDifferent = Set(overPeriods).count == overPeriods.count
            return isCovered && areDifferent
        }
    }

    private func holdsNumbersBelow(_ index: Int) -> Bool {
        let below = records.dropFirst(index + 1).filter { !$0.isBlank }
        if below.isEmpty { return records.count == index + 1 }
        let periods = lines[index].periodColumns.filter { $0 > 0 }
        var numbers = 0, others = 0, sameYears = 0
        for record in below.prefix(20) {
            for column in periods where column < record.cells.count && !record.cells[column].isEmpty {
                let shape = CellShape(record.cells[column])
                if shape.isNumber || shape.isAbsent { numbers += 1 } else { others += 1 }
                if shape.isPeriod { sameYears += 1 }
            }
        }
        return numbers > 0 && numbers >= others && sameYears <= numbers
    }

    /// The first line of the headings and the first line of data, where no heading is a period.
    private func wordHeader() -> (first: Int, dataStart: Int)? {
        let worded = wordedHeader()
        let isRow = records.indices.map { index in
            let line = lines[index]
            return line.filled > 1 && line.periods + line.numbers > 0 && records[index].cells.count * 2 >= width
                && !WordHeader.isAside(records[index]) && !WordHeader.isColumnNumbers(records[index].cells)
                && index != worded
        }
        guard let dataStart = isRow.firstIndex(of: true) else { return nil }
        // The last full line of words above the data, and what belongs to it.
        let above = (0..<dataStart).filter { isFullOfWords($0) || $0 == worded }
        guard let last = above.last else { return nil }
        var first = last
        while above.contains(first - 1), lines[first - 1].words > 1, first - 1 >= last - 5 { first -= 1 }
        // A year without figures stands above its months.
        var start = dataStart
        while start - 1 > last, isLoneYear(start - 1) { start -= 1 }
        return (first, start)
    }

    private func isLoneYear(_ index: Int) -> Bool {
        guard records[index].filledCount == 1, records[index].cells.count > 1, let cell = records[index].cells.first
        else { return false }
        return PeriodReading.read(cell, years: PeriodReading.years)?.period.kind == .year
    }

    private func isFullOfWords(_ index: Int) -> Bool {
        let line = lines[index]
        return line.words > 1 && line.periods + line.numbers == 0 && !WordHeader.isAside(records[index])
            && !WordHeader.isColumnNumbers(records[index].cells)
            && (records[index].cells.count + 1) * 10 >= width * 9
    }

    /// A line of headings such as 0-14岁 above plain numbers, where no line above it is one of headings.
    private func wordedHeader() -> Int? {
        let first = lines.indices.first { lines[$0].filled > 1 && records[$0].cells.count * 10 >= width * 9 }
        guard let first, lines[first].words > 0, lines[first].worded > 0,
            lines[first].worded == lines[first].numbers, lines[first].periods == 0,
            let below = lines.indices.dropFirst(first + 1).first(where: { lines[$0].filled > 1 }),
            lines[below].numbers + lines[below].periods > lines[below].worded
        else { return nil }
        return first
    }
}
