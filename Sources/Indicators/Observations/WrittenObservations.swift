/// Observations while they are read row by row, as a struct of arrays. Texts are stored as numbers of dictionaries.
package struct ObservationStore: Sendable {
    package private(set) var count = 0

    package init() {}

    fileprivate var areas = TextDictionary()
    fileprivate var indicators = TextDictionary()
    fileprivate var periodTexts = TextDictionary()
    var periodValues: [Period] = []
    fileprivate var sources = TextDictionary()
    /// Positions in sources, printed forms, notes, attributes.
    fileprivate var texts = TextDictionary()

    fileprivate var area: [Int32] = []
    fileprivate var indicator: [Int32] = []
    var period: [Int32] = []
    fileprivate var basis: [PeriodBasis] = []
    fileprivate var significand: [Int64] = []
    var scale: [Int8] = []
    fileprivate var highSignificand: [Int64] = []
    fileprivate var highScale: [Int8] = []
    fileprivate var multiplier: [Int8] = []
    fileprivate var qualifier: [Qualifier] = []
    var status: [ObservationStatus] = []
    fileprivate var revision: [Revision] = []
    fileprivate var source: [Int32] = []
    /// The columns that are kept as text, each up to the last row that fills it; -1 where a cell is empty.
    private var attributes: [ColumnName: [Int32]] = [:]
    /// The end of each embargo; `distantPast` where there is none.
    var release: [Instant] = []
    fileprivate var place: [Int32] = []
    fileprivate var printed: [Int32] = []
    fileprivate var noteChinese: [Int32] = []
    fileprivate var noteEnglish: [Int32] = []
    fileprivate var line: [Int32] = []

    private var rowsByKey = RowsByKey()

    /// The value in `scale` of rows without a value.
    static let noValue: Int8 = -1

    /// Adds an observation; its index is ignored.
    package mutating func append(_ row: Observation) {
        let areaNumber = areas.number(of: row.area), indicatorNumber = indicators.number(of: row.indicator)
        let periodNumber = periodTexts.number(of: row.period.text)
        if Int(periodNumber) == periodValues.count { periodValues.append(row.period) }
        area.append(areaNumber)
        indicator.append(indicatorNumber)
        period.append(periodNumber)
        basis.append(row.basis)
        significand.append(row.value?.significand ?? 0)
        scale.append(row.value.map { Int8($0.scale) } ?? Self.noValue)
        highSignificand.append(row.valueHigh?.significand ?? 0)
        highScale.append(row.valueHigh.map { Int8($0.scale) } ?? Self.noValue)
        multiplier.append(Int8(row.unitMultiplier))
        qualifier.append(row.qualifier)
        status.append(row.status)
        revision.append(row.revision)
        source.append(sources.number(of: row.source))
        for (name, text) in row.attributes {
            let empty = count - (attributes[name]?.count ?? 0)
            attributes[name, default: []] += repeatElement(-1, count: empty) + [texts.number(of: text)]
        }
        release.append(row.embargoUntil.isEmpty ? .distantPast : Instant(rfc3339: row.embargoUntil) ?? .distantPast)
        place.append(texts.number(of: PlacePattern.pattern(row.place, line: row.line)))
        printed.append(texts.keep(row.printed))
        noteChinese.append(texts.keep(row.note.zh))
        noteEnglish.append(texts.keep(row.note.en))
        line.append(Int32(row.line))
        rowsByKey.append(indicator: indicatorNumber, area: areaNumber, period: periodNumber)
        count += 1
    }

    /// The same rows without what finds them by their keys, which is of no use once all are added.
    fileprivate var complete: ObservationStore {
        var complete = self
        complete.rowsByKey = RowsByKey()
        return complete
    }

    /// The cells of a row in the columns that are kept as text; under embargo only EMBARGO_UNTIL.
    fileprivate func attributes(ofRow row: Int, isWithheld: Bool) -> [ColumnName: String] {
        var filled: [ColumnName: String] = [:]
        for (name, numbers) in attributes where row < numbers.count && numbers[row] >= 0 {
            if !isWithheld || name == .EMBARGO_UNTIL { filled[name] = texts[numbers[row]] }
        }
        return filled
    }

    /// The line and the value of the row that has the same key; nil where there is none.
    package func entry(ofKey key: ObservationKey) -> (line: Int, value: String)? {
        guard let indicatorNumber = indicators.known(key.indicator), let areaNumber = areas.known(key.area),
            let periodNumber = periodTexts.known(key.period), let sourceNumber = sources.known(key.source)
        else { return nil }
        var found = rowsByKey.last(indicator: indicatorNumber, area: areaNumber, period: periodNumber)
        while let row = found {
            if source[row] == sourceNumber, basis[row] == key.basis {
                guard scale[row] != Self.noValue else { return (Int(line[row]), "") }
                let value = DecimalNumber(significand: significand[row], scale: Int(scale[row]))
                return (Int(line[row]), Observation.written(value, Int(multiplier[row])))
            }
            found = rowsByKey.row(before: row)
        }
        return nil
    }

    fileprivate static func cell(_ indicator: Int32, _ area: Int32) -> Int { Int(indicator) << 32 | Int(area) }
}

/// The order of the rows of one indicator and area. It holds only the columns that it needs, because a sort copies it
/// for each comparison.
private struct NewestFirst {
    let period: [Int32]
    let periodValues: [Period]
    let basis: [PeriodBasis]

    init(_ columns: ObservationStore) {
        (period, periodValues, basis) = (columns.period, columns.periodValues, columns.basis)
    }

    /// Whether a row is before another: its period ends later, has a better basis, or is longer.
    func isNewer(_ left: Int, than right: Int) -> Bool {
        if period[left] != period[right] {
            let a = periodValues[Int(period[left])], b = periodValues[Int(period[right])]
            if a.end != b.end { return b.end < a.end }
            if basis[left] == basis[right], a.start != b.start { return a.start < b.start }
        }
        return basis[left] != basis[right] ? basis[left].standing < basis[right].standing : left < right
    }
}

/// Observations that were read row by row, with an index from indicator and area to rows.
package final class WrittenObservations: Sendable {
    private let columns: ObservationStore
    /// The distinct pairs of indicator and area, sorted; and the offset in `rows` where the rows of each begin, with a
    /// final sentinel.
    private let cells: [Int]
    private let firsts: [Int32]
    /// The rows of each indicator and area, the newest first. Of periods that end together the one with the better
    /// basis comes first, then the longer one.
    private let rows: [Int32]

    /// Figures under embargo after this moment are withheld.
    let now: Instant
    /// What the clock showed when the observations were read, trusted or not.
    package let clock: Instant
    /// Whether the clock is not trusted.
    package let doubtsClock: Bool
    /// Whether any figure has an embargo, past or present.
    package let hasEmbargo: Bool
    /// The end of the next embargo to expire; nil where there is none.
    package let nextRelease: Instant?
    /// The first day of the month in which the period of the newest reported figure ends. Forecasts, figures with an
    /// embargo and single figures far ahead of all others are left out.
    package let newestReported: CalendarDay?
    /// The last day of the newest printed period that holds a value, forecasts and values under embargo left out; nil
    /// where none does.
    package let newestValued: CalendarDay?

    package init(_ columns: ObservationStore, now: Instant = .distantPast) {
        self.columns = columns.complete
        self.now = now
        clock = now
        doubtsClock = false
        (cells, firsts, rows) = Self.index(columns)
        hasEmbargo = columns.release.contains { $0 != .distantPast }
        nextRelease = hasEmbargo ? Self.nextRelease(columns, after: now) : nil
        newestReported = hasEmbargo ? NewestMonth.reported(columns) : nil
        newestValued = Self.newestValued(columns, now)
    }

    /// The same observations at another moment; nil for a clock that is not trusted.
    private init(_ other: WrittenObservations, asOf now: Instant?) {
        (columns, cells, firsts, rows) = (other.columns, other.cells, other.firsts, other.rows)
        (hasEmbargo, newestReported) = (other.hasEmbargo, other.newestReported)
        self.now = now ?? .distantPast
        clock = now ?? other.clock
        nextRelease = hasEmbargo ? Self.nextRelease(columns, after: self.now) : nil
        newestValued = hasEmbargo ? Self.newestValued(columns, self.now) : other.newestValued
        doubtsClock = now == nil
    }

    package func asOf(_ now: Instant?) -> WrittenObservations { WrittenObservations(self, asOf: now) }

    package var count: Int { columns.count }

    // MARK: Index

    private static func index(_ columns: ObservationStore) -> (cells: [Int], firsts: [Int32], rows: [Int32]) {
        let all = (0..<Int32(columns.count)).map { $0 }
        let byArea = CountingSort.sorted(all, columns.areas.texts.count) { Int(columns.area[Int($0)]) }.sorted
        var rows = CountingSort.sorted(byArea, columns.indicators.texts.count) { Int(columns.indicator[Int($0)]) }
            .sorted
        var cells: [Int] = [], firsts: [Int32] = []
        for (index, row) in rows.enumerated() {
            let cell = ObservationStore.cell(columns.indicator[Int(row)], columns.area[Int(row)])
            guard cell != cells.last else { continue }
            cells.append(cell)
            firsts.append(Int32(index))
        }
        firsts.append(Int32(columns.count))
        let order = NewestFirst(columns)
        for cell in cells.indices where firsts[cell + 1] - firsts[cell] > 1 {
            let stretch = Int(firsts[cell])..<Int(firsts[cell + 1])
            rows.replaceSubrange(stretch, with: rows[stretch].sorted { order.isNewer(Int($0), than: Int($1)) })
        }
        return (cells, firsts, rows)
    }

    /// The index of the first pair that is not less than a pair.
    private func firstIndex(of cell: Int) -> Int {
        var low = 0, high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle] < cell { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The rows of one indicator in one area, the newest first.
    package func rows(indicator: String, area: String) -> ArraySlice<Int32> {
        guard let indicatorNumber = columns.indicators.known(indicator), let areaNumber = columns.areas.known(area)
        else { return [] }
        let cell = ObservationStore.cell(indicatorNumber, areaNumber), index = firstIndex(of: cell)
        guard index < cells.count, cells[index] == cell else { return [] }
        return rows[Int(firsts[index])..<Int(firsts[index + 1])]
    }

    /// The areas that report an indicator, in the order of the file.
    package func areas(reporting indicator: String) -> [String] {
        guard let number = columns.indicators.known(indicator) else { return [] }
        var index = firstIndex(of: ObservationStore.cell(number, 0))
        func isLast(_ index: Int) -> Bool { index + 1 == cells.count || cells[index + 1] >> 32 != Int(number) }
        if index < cells.count, cells[index] >> 32 == Int(number), isLast(index) {
            return [columns.areas[Int32(truncatingIfNeeded: cells[index])]]
        }
        var found: [(row: Int32, area: Int32)] = []
        while index < cells.count, cells[index] >> 32 == Int(number) {
            let first = rows[Int(firsts[index])..<Int(firsts[index + 1])].min() ?? 0
            found.append((first, Int32(truncatingIfNeeded: cells[index])))
            index += 1
        }
        found.sort { $0.row < $1.row }
        return found.map { columns.areas[$0.area] }
    }

    // MARK: Rows

    /// The observation at a row.
    package subscript(_ index: Int) -> Observation { observation(index, isWithheld: now < columns.release[index]) }

    /// The observation at a row with its real value, under embargo or not: for checks, never for display.
    package subscript(revealed index: Int) -> Observation { observation(index, isWithheld: false) }

    private func observation(_ index: Int, isWithheld: Bool) -> Observation {
        func number(_ significand: Int64, _ scale: Int8) -> DecimalNumber? {
            scale == ObservationStore.noValue ? nil : DecimalNumber(significand: significand, scale: Int(scale))
        }
        func unlessWithheld(_ text: Int32) -> String { isWithheld ? "" : columns.texts[text] }
        return Observation(
            index: index, line: Int(columns.line[index]), area: columns.areas[columns.area[index]],
            indicator: columns.indicators[columns.indicator[index]],
            period: columns.periodValues[Int(columns.period[index])], basis: columns.basis[index],
            value: isWithheld ? nil : number(columns.significand[index], columns.scale[index]),
            valueHigh: isWithheld ? nil : number(columns.highSignificand[index], columns.highScale[index]),
            unitMultiplier: Int(columns.multiplier[index]),
            qualifier: columns.qualifier[index], status: columns.status[index], revision: columns.revision[index],
            attributes: columns.attributes(ofRow: index, isWithheld: isWithheld), isWithheld: isWithheld,
            source: columns.sources[columns.source[index]],
            place: PlacePattern.place(columns.texts[columns.place[index]], line: Int(columns.line[index])),
            printed: unlessWithheld(columns.printed[index]),
            note: LocalizedText(
                zh: unlessWithheld(columns.noteChinese[index]), en: unlessWithheld(columns.noteEnglish[index])))
    }

    /// Whether a row is withheld.
    package func isWithheld(_ index: Int) -> Bool { now < columns.release[index] }

    package func status(_ index: Int) -> ObservationStatus { columns.status[index] }

    /// What tells a row from the others of its indicator and area.
    func figure(_ index: Int) -> FigureOfSeries {
        FigureOfSeries(
            period: period(index).text, basis: columns.basis[index], source: columns.sources[columns.source[index]])
    }

    /// Whether a row has a value, under embargo or not.
    package func hasValue(_ index: Int) -> Bool { columns.scale[index] != ObservationStore.noValue }
    func basis(_ index: Int) -> PeriodBasis { columns.basis[index] }

    package func period(_ index: Int) -> Period { columns.periodValues[Int(columns.period[index])] }

    package func value(_ index: Int) -> (number: DecimalNumber, multiplier: Int)? {
        guard columns.scale[index] != ObservationStore.noValue else { return nil }
        return (
            DecimalNumber(significand: columns.significand[index], scale: Int(columns.scale[index])),
            Int(columns.multiplier[index])
        )
    }

    // MARK: Sums

    /// The number of rows for each period, without rows that have no period.
    package var periodCounts: [(period: Period, rows: Int)] {
        var counts = [Int](repeating: 0, count: columns.periodValues.count)
        for number in columns.period { counts[Int(number)] += 1 }
        return zip(columns.periodValues, counts).filter { $0.0.kind != .none }.map { ($0.0, $0.1) }
    }

    /// Records the numbers of series and of present and missing values in the summary of a table.
    package func describe(_ summary: inout CatalogueReading.FileSummary) {
        summary.series = cells.count
        summary.missing = columns.scale.count { $0 == ObservationStore.noValue }
        summary.numeric = count - (summary.missing ?? 0)
        summary.take(periodCounts.map(\.period))
    }

    private static func nextRelease(_ columns: ObservationStore, after now: Instant) -> Instant? {
        columns.release.filter { now < $0 && $0 != .distantPast }.min()
    }

    private static func newestValued(_ columns: ObservationStore, _ now: Instant) -> CalendarDay? {
        var seen = [Bool](repeating: false, count: columns.periodValues.count)
        for row in 0..<columns.count
        where columns.scale[row] != ObservationStore.noValue && columns.status[row] != .forecast
            && columns.basis[row] == .printed && !(now < columns.release[row])
        {
            seen[Int(columns.period[row])] = true
        }
        return columns.periodValues.indices.filter { seen[$0] && columns.periodValues[$0].kind != .none }
            .map { columns.periodValues[$0].end }.max()
    }

    /// The rows whose status is 未报, in no particular order.
    package var missingRows: [Int] { columns.status.indices.filter { columns.status[$0] == .missing } }
}
