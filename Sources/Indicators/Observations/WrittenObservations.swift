/// Observations that were read row by row, in columns: a struct of arrays, texts as numbers of dictionaries.
struct WrittenObservations: Sendable {
    private(set) var count = 0

    private var areas = TextDictionary()
    private var indicators = TextDictionary()
    private var periodTexts = TextDictionary()
    private var periodValues: [Period] = []
    private var sources = TextDictionary()
    /// Places, printed forms, notes, embargoes.
    private var texts = TextDictionary()

    private var area: [Int32] = []
    private var indicator: [Int32] = []
    private var period: [Int32] = []
    private var basis: [PeriodBasis] = []
    private var significand: [Int64] = []
    private var scale: [Int8] = []
    private var highSignificand: [Int64] = []
    private var highScale: [Int8] = []
    private var multiplier: [Int8] = []
    private var qualifier: [Qualifier] = []
    private var status: [ObservationStatus] = []
    private var revision: [Revision] = []
    private var source: [Int32] = []
    private var embargo: [Int32] = []
    /// The end of each embargo; the distant past where there is none.
    private var release: [Instant] = []
    private var place: [Int32] = []
    private var printed: [Int32] = []
    private var noteChinese: [Int32] = []
    private var noteEnglish: [Int32] = []
    private var line: [Int32] = []

    /// Rows of each (indicator, area), in the order of the file.
    private var rowsByCell: [UInt64: [Int32]] = [:]
    private var areasByIndicator: [Int32: [Int32]] = [:]

    /// Stands in `scale` for "no value".
    private static let noValue: Int8 = -1

    /// What is under embargo after this moment is withheld.
    private var now: Instant
    /// Whether nobody believes the clock.
    private(set) var doubtsClock = false
    /// Whether any figure has an embargo, over or not; known once the rows are in order.
    private(set) var hasEmbargo = false
    /// The first end of an embargo that still holds.
    private(set) var nextRelease: Instant?
    /// The first day of the month that the newest reported figure ends with, of the year that it is all about; forecasts and what has
    /// an embargo left out.
    private(set) var newestReported: CalendarDay?

    init(now: Instant = .distantPast) { self.now = now }

    /// Adds an observation; its index is ignored.
    mutating func append(_ row: Observation) {
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
        embargo.append(texts.number(of: row.embargoUntil))
        release.append(row.embargoUntil.isEmpty ? .distantPast : Instant(rfc3339: row.embargoUntil) ?? .distantPast)
        place.append(texts.number(of: row.place))
        printed.append(texts.keep(row.printed))
        noteChinese.append(texts.keep(row.note.zh))
        noteEnglish.append(texts.keep(row.note.en))
        line.append(Int32(row.line))
        let key = Self.cell(indicatorNumber, areaNumber)
        if rowsByCell[key] == nil { areasByIndicator[indicatorNumber, default: []].append(areaNumber) }
        rowsByCell[key, default: []].append(Int32(count))
        count += 1
    }

    private static func cell(_ indicator: Int32, _ area: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: indicator)) << 32 | UInt64(UInt32(bitPattern: area))
    }

    /// The observation at a row.
    subscript(_ index: Int) -> Observation { observation(index, isWithheld: now < release[index]) }

    /// The observation at a row as it is, under embargo or not: for checking, never for showing.
    subscript(revealed index: Int) -> Observation { observation(index, isWithheld: false) }

    private func observation(_ index: Int, isWithheld: Bool) -> Observation {
        func number(_ significand: Int64, _ scale: Int8) -> DecimalNumber? {
            scale == Self.noValue ? nil : DecimalNumber(significand: significand, scale: Int(scale))
        }
        func unlessWithheld(_ text: Int32) -> String { isWithheld ? "" : texts[text] }
        return Observation(
            index: index, line: Int(line[index]), area: areas[area[index]], indicator: indicators[indicator[index]],
            period: periodValues[Int(period[index])], basis: basis[index],
            value: isWithheld ? nil : number(significand[index], scale[index]),
            valueHigh: isWithheld ? nil : number(highSignificand[index], highScale[index]), unitMultiplier: Int(multiplier[index]),
            qualifier: qualifier[index], status: status[index], revision: revision[index],
            embargoUntil: texts[embargo[index]], isWithheld: isWithheld, source: sources[source[index]], place: texts[place[index]],
            printed: unlessWithheld(printed[index]),
            note: LocalizedText(zh: unlessWithheld(noteChinese[index]), en: unlessWithheld(noteEnglish[index])))
    }

    /// Puts the rows of every indicator and area in order, once: the newest first; of those that end together the better
    /// known period first, then the longer one.
    mutating func sortRows() {
        summarise()
        for key in rowsByCell.keys {
            guard let rows = rowsByCell[key], rows.count > 1 else { continue }
            rowsByCell[key] = rows.sorted { left, right in
                let a = periodValues[Int(period[Int(left)])], b = periodValues[Int(period[Int(right)])]
                if a.end != b.end { return b.end < a.end }
                let first = basis[Int(left)], second = basis[Int(right)]
                if first != second { return first.standing < second.standing }
                return (a.start, left) < (b.start, right)
            }
        }
    }

    private mutating func summarise() {
        hasEmbargo = release.contains { $0 != .distantPast }
        nextRelease = hasEmbargo ? release.filter { now < $0 && $0 != .distantPast }.min() : nil
        guard hasEmbargo else { return }
        var seen: Set<Int32> = []
        for row in 0..<count where scale[row] != Self.noValue && status[row] != .forecast && release[row] == .distantPast {
            guard seen.insert(period[row]).inserted else { continue }
            let one = periodValues[Int(period[row])]
            guard one.kind != .none else { continue }
            let month = CalendarDay(year: one.end.year, month: one.kind == .year ? one.start.month : one.end.month, day: 1)
            newestReported = max(newestReported ?? month, month)
        }
    }

    /// The same at another moment; nil for a clock that is not believed.
    func asOf(_ now: Instant?) -> WrittenObservations {
        var table = self
        table.now = now ?? .distantPast
        table.doubtsClock = now == nil
        return table
    }

    /// The rows of one indicator in one area, in the order of the file until they are sorted.
    func rows(indicator: String, area: String) -> [Int32] {
        guard let indicatorNumber = indicators.known(indicator), let areaNumber = areas.known(area) else { return [] }
        return rowsByCell[Self.cell(indicatorNumber, areaNumber)] ?? []
    }

    /// The areas that report an indicator, in the order of the file.
    func areas(reporting indicator: String) -> [String] {
        guard let number = indicators.known(indicator) else { return [] }
        return (areasByIndicator[number] ?? []).map { areas[$0] }
    }

    /// Whether a row is withheld.
    func isWithheld(_ index: Int) -> Bool { now < release[index] }

    func status(_ index: Int) -> ObservationStatus { status[index] }

    func period(_ index: Int) -> Period { periodValues[Int(period[index])] }

    func value(_ index: Int) -> (number: DecimalNumber, multiplier: Int)? {
        scale[index] == Self.noValue ? nil : (DecimalNumber(significand: significand[index], scale: Int(scale[index])), Int(multiplier[index]))
    }

    /// How many rows each period has; those without a time left out.
    var periodCounts: [(period: Period, rows: Int)] {
        var counts = [Int](repeating: 0, count: periodValues.count)
        for number in period { counts[Int(number)] += 1 }
        return zip(periodValues, counts).filter { $0.0.kind != .none }.map { ($0.0, $0.1) }
    }

    /// Series, and values present and missing, for the summary of a table.
    func describe(_ summary: inout CatalogueReading.FileSummary) {
        summary.series = rowsByCell.count
        summary.missing = scale.count { $0 == Self.noValue }
        summary.numeric = count - (summary.missing ?? 0)
        summary.take(periodCounts.map(\.period))
    }
}
