import Indicators

/// Periods that a row has from those above it.
extension RowReader {
    /// The year of the rows above, and how far its months have been read.
    struct RunningYear {
        var year: Int?
        var hasFigures = false
        /// Whether it is open of which year the months below are: two years stand below each other.
        var isUncertain = false
        var end: CalendarDay?
    }

    /// A period that is written once for several rows, and the names of those rows.
    struct FilledPeriod {
        var period: Period?
        /// The year, where a month or quarter stands beside it.
        var year = ""
        var names: Set<String> = []
    }

    /// The period of a row of a year, or of a month below it; false where there is none.
    mutating func takeRunning(_ row: inout Row, _ time: Int) -> Bool {
        let cell = row.record.cells[time]
        if let year = periods[time]?[cell]?.period, year.kind == .year {
            let isNext = running.year != nil && running.hasFigures && running.end == nil
            running = RunningYear(year: year.startYear, hasFigures: row.record.filledCount > 1, isUncertain: isNext)
            row.period = year
            return running.hasFigures
        }
        guard let year = running.year, !running.isUncertain, let period = YearPart(cell)?.period(of: year),
            running.end.map({ !(period.end < $0) }) ?? true
        else {
            problems.add(problem(.unreadablePeriod(Hints.forPeriod(cell)), row.record, time, "", cell))
            return false
        }
        running.end = period.end
        row.period = period
        return true
    }

    /// A period in the first column stands for the rows below it that have none, where each of them has another name.
    mutating func fillPeriod(_ row: inout Row, _ time: Int) {
        guard time == 0, roles.parts.count == 1, roles.halves.isEmpty else { return }
        let name = ([row.area] + row.words).joined(separator: "\u{0}")
        if let period = row.period {
            filled = FilledPeriod(period: period, names: [name])
        } else if row.record.cells[time].isEmpty, !(row.area.isEmpty && row.words.isEmpty),
            filled.names.insert(name).inserted
        {
            row.period = filled.period
        }
    }

    /// A year in the first column stands for the rows of its months below, where none of them comes again.
    mutating func fillYear(_ row: Row, _ texts: [String]) -> [String] {
        guard roles.parts.first == 0, texts.count > 1, !texts[1].isEmpty else { return texts }
        let name = ([row.area] + row.words + texts.dropFirst()).joined(separator: "\u{0}")
        if !texts[0].isEmpty {
            filled = FilledPeriod(year: texts[0], names: [name])
        } else if filled.names.insert(name).inserted {
            return [filled.year] + texts.dropFirst()
        }
        return texts
    }

    /// The name of a row without the period that its cell states too: 2023年常住人口, 甲区（2023年）.
    func named(_ cell: String, _ row: inout Row) -> String {
        guard let (reading, name) = Heading.namedPeriod(cell) else { return cell }
        row.period = reading.period
        if let status = reading.status { row.status = status }
        return name
    }
}

extension TableDecision {
    /// Rows that state their periods in their names, where nothing else states one.
    mutating func takePeriodsOfNames() {
        guard roles.form == .noPeriod, !frame.isWide, context.periodDoubt == nil else { return }
        let named = roles.columns.indices.filter { column in
            let one = profile.columns[column], role = roles.columns[column].role
            guard [.area, .indicator, .dimension, .remark].contains(role), !one.isCapped, one.empty == 0 else {
                return false
            }
            return !one.texts.isEmpty
                && one.texts.allSatisfy { Heading.namedPeriod($0).map { !$0.name.isEmpty } ?? false }
        }
        guard named.count == 1, let column = named.first else { return }
        roles.namedPeriods = column
        if roles.columns[column].role != .area { roles.columns[column].role = .indicator }
        roles.form = .records
    }
}
