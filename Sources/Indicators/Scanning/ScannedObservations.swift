/// Observations of a scanned table: the columns of the workers, joined by dictionaries and an index.
///
/// The index leads from an indicator and an area to series, so that the time of a query is proportional to its result.
struct ScannedObservations: Sendable {
    /// A segment by reference, so that reading one of its columns does not copy the others.
    private final class Segment: Sendable {
        let columns: ScannedSegment
        init(_ columns: ScannedSegment) { self.columns = columns }
    }

    /// A series of one worker with its indicator and area.
    private struct Entry {
        var indicator: Int32
        var area: Int32
        var segment: Int32
        var series: Int32
    }

    /// The number of a period that could not be read. Rows with it are left out.
    private static let noPeriod = UInt16.max

    /// A text in the column of periods that is not a period, and its first occurrence.
    struct UnreadablePeriod: Sendable {
        let text: String
        let offset: Int
    }

    private struct Owner {
        var indicator: Int32
        var area: Int32
    }

    let file: FileBytes
    let plan: ColumnPlan
    private let segments: [Segment]
    /// The number of rows before each segment.
    private let bases: [Int]
    /// The line, from 0, at which each segment begins.
    let baseLines: [Int]
    /// The codes of each key column.
    let keyCodes: [KeyCodes]
    /// For each indicator the codes of all key columns but that of areas.
    let indicatorKeys: SeriesDictionary
    /// For each segment the index in `periods` of each of its period codes.
    private let periodNumbers: [[UInt16]]
    let periods: [Period]
    /// The rank of each period, the newest first; of periods that end together, the longer one.
    private let ages: [UInt16]
    let unreadablePeriods: [UnreadablePeriod]
    /// The number of periods that were days with slashes and are read as months; nil where they are not.
    let slashedDays: Int?
    private var entries: [Entry] = []
    /// Indicator and area of each series of each segment.
    private var owners: [[Owner]]
    /// For each indicator the index of its first entry, with a final sentinel.
    private var firstEntries: [Int] = []
    let areaKey: Int?
    /// The number of distinct combinations of all key columns.
    private(set) var seriesCount = 0
    let count: Int

    /// The codes of the indicators and areas in the catalogue; set once they are known.
    var indicatorCodes: [String] = [] {
        didSet {
            indicatorNumbers = Dictionary(
                indicatorCodes.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        }
    }
    private var indicatorNumbers: [String: Int32] = [:]
    /// The code of the only area where the table has no column of areas.
    var wholeCode = ""
    var sourceCode = ""

    init(
        file: FileBytes, plan: ColumnPlan, segments: [ScannedSegment], firstLine: Int,
        resolve: ([String]) -> PeriodColumn.Resolved
    ) {
        self.file = file
        self.plan = plan
        self.segments = segments.map(Segment.init)
        var bases: [Int] = [], lines: [Int] = [], rows = 0, line = firstLine
        for segment in segments {
            bases.append(rows)
            lines.append(line)
            rows += segment.count
            line += segment.lineCount
        }
        (self.bases, baseLines, count) = (bases, lines, rows)
        areaKey = plan.keys.firstIndex { $0.role == .area }
        var keyCodes = [KeyCodes](repeating: KeyCodes(), count: plan.keys.count)
        var numbers: [[[Int32]]] = []
        var timeNumbers: [String: Int] = [:], times: [String] = [], timesOf: [[Int]] = [], timePlaces: [Int] = []
        var unreadablePeriods: [UnreadablePeriod] = []
        file.withBytes { raw in
            guard let bytes = raw.bindMemory(to: UInt8.self).baseAddress else { return }
            for segment in segments {
                numbers.append(
                    segment.keys.enumerated().map { key, dictionary in
                        dictionary.places.map { place in
                            let (code, label) = KeyCodes.split(ByteText.text(bytes, place), hasLabel: plan.hasLabels)
                            return keyCodes[key].number(of: code, label: label)
                        }
                    })
                timesOf.append(
                    segment.times.places.map { place in
                        let text = ByteText.text(bytes, place)
                        if let number = timeNumbers[text] { return number }
                        timeNumbers[text] = times.count
                        times.append(text)
                        timePlaces.append(place.lowerBound)
                        return times.count - 1
                    })
            }
        }
        self.keyCodes = keyCodes
        // Different texts with the same period (2022, 2022-A1) get one number.
        let resolved = resolve(times)
        var periods: [Period] = [], numberOf: [Period: UInt16] = [:]
        let periodOf = resolved.periods.enumerated().map { place, period -> UInt16 in
            guard let period else {
                unreadablePeriods.append(UnreadablePeriod(text: times[place], offset: timePlaces[place]))
                return Self.noPeriod
            }
            if let number = numberOf[period] { return number }
            let number = UInt16(periods.count)
            numberOf[period] = number
            periods.append(period)
            return number
        }
        self.periods = periods
        var ages = [UInt16](repeating: 0, count: periods.count)
        let newestFirst = periods.indices.sorted { left, right in
            let (a, b) = (periods[left], periods[right])
            return a.end != b.end ? b.end < a.end : (a.start, left) < (b.start, right)
        }
        for (age, number) in newestFirst.enumerated() { ages[number] = UInt16(age) }
        self.ages = ages
        self.unreadablePeriods = unreadablePeriods
        slashedDays = resolved.isSlashed ? periods.count : nil
        periodNumbers = timesOf.map { $0.map { periodOf[$0] } }
        var indicatorKeys = SeriesDictionary(width: plan.keys.count - (areaKey == nil ? 0 : 1))
        let areaCount = areaKey.map { keyCodes[$0].codes.count } ?? 1
        let entries = Self.entries(segments, numbers, areaKey, &indicatorKeys)
        self.indicatorKeys = indicatorKeys
        owners = segments.map { segment in
            var owners: [Owner] = []
            owners.reserveCapacity(segment.seriesKeys.count)
            return owners
        }
        for entry in entries { owners[Int(entry.segment)].append(Owner(indicator: entry.indicator, area: entry.area)) }
        index(entries, areaCount: areaCount)
    }

    /// A table without rows.
    static let empty = ScannedObservations(
        file: FileBytes(copying: []), plan: ColumnPlan(), segments: [], firstLine: 0,
        resolve: { _ in PeriodColumn.Resolved(periods: []) })

    private static func entries(
        _ segments: [ScannedSegment], _ numbers: [[[Int32]]], _ areaKey: Int?, _ indicators: inout SeriesDictionary
    ) -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(segments.reduce(0) { $0 + $1.seriesKeys.count })
        var key = [Int32](repeating: 0, count: max(1, indicators.width))
        var last: [Int32] = [], lastIndicator: Int32 = -1
        for (place, segment) in segments.enumerated() {
            let local = numbers[place], width = segment.seriesKeys.width
            segment.seriesKeys.codes.withUnsafeBufferPointer { codes in
                for series in 0..<segment.seriesKeys.count {
                    var area: Int32 = 0, filled = 0
                    for column in 0..<width {
                        let code = local[column][Int(codes[series * width + column])]
                        if column == areaKey {
                            area = code
                        } else {
                            key[filled] = code
                            filled += 1
                        }
                    }
                    if key != last || lastIndicator < 0 {
                        lastIndicator = key.withUnsafeBufferPointer {
                            $0.baseAddress.map { indicators.number(of: $0) } ?? 0
                        }
                        last = key
                    }
                    entries.append(
                        Entry(indicator: lastIndicator, area: area, segment: Int32(place), series: Int32(series)))
                }
            }
        }
        return entries
    }

    /// Sorts the entries by indicator, then by area, then in their present order, by two passes of a counting sort.
    private mutating func index(_ unsorted: [Entry], areaCount: Int) {
        let byArea = CountingSort.sorted(unsorted, areaCount) { Int($0.area) }.sorted
        let (sorted, firsts) = CountingSort.sorted(byArea, indicatorKeys.count) { Int($0.indicator) }
        entries = sorted
        firstEntries = firsts
        var previous: (Int32, Int32) = (-1, -1)
        for entry in sorted where (entry.indicator, entry.area) != previous {
            seriesCount += 1
            previous = (entry.indicator, entry.area)
        }
    }

    // MARK: Questions

    private func segment(ofRow row: Int) -> Int {
        var place = bases.count - 1
        while bases[place] > row { place -= 1 }
        return place
    }

    private func entries(ofIndicator indicator: Int32) -> ArraySlice<Entry> {
        entries[firstEntries[Int(indicator)]..<firstEntries[Int(indicator) + 1]]
    }

    /// An empty cell, or a table without a column of areas, means the whole.
    private func area(_ number: Int32) -> String {
        guard let areaKey else { return wholeCode }
        let code = keyCodes[areaKey].codes[Int(number)]
        return code.isEmpty ? wholeCode : code
    }

    private func number(ofArea code: String) -> Int32? {
        guard let areaKey else { return code == wholeCode ? 0 : nil }
        return keyCodes[areaKey].known(code) ?? (code == wholeCode ? keyCodes[areaKey].known("") : nil)
    }

    /// The rows of one indicator in one area, the newest first.
    func rows(indicator: String, area: String) -> [Int32] {
        guard let indicator = indicatorNumbers[indicator], let area = number(ofArea: area) else { return [] }
        return rows(indicator, area)
    }

    /// The same for the series of an observation, found by its row, because a lookup of Chinese names takes long.
    func rows(ofSeriesOf observation: Observation) -> [Int32] {
        if observation.index < count {
            let place = segment(ofRow: observation.index), segment = segments[place]
            let owner = owners[place][segment.columns.series(ofRow: observation.index - bases[place])]
            let isWhole = areaKey.map { keyCodes[$0].codes[Int(owner.area)].isEmpty } ?? false
            // A table can have both empty areas and the code of the whole.
            if !isWhole, indicatorCodes[Int(owner.indicator)] == observation.indicator,
                area(owner.area) == observation.area
            {
                return rows(owner.indicator, owner.area)
            }
        }
        return rows(indicator: observation.indicator, area: observation.area)
    }

    private func rows(_ indicator: Int32, _ area: Int32) -> [Int32] {
        let all = entries(ofIndicator: indicator)
        var low = all.startIndex, high = all.endIndex
        while low < high {
            let middle = (low + high) / 2
            if all[middle].area < area { low = middle + 1 } else { high = middle }
        }
        var rows: [Int32] = []
        while low < all.endIndex, all[low].area == area {
            let entry = all[low]
            let base = bases[Int(entry.segment)]
            let segment = segments[Int(entry.segment)], numbers = periodNumbers[Int(entry.segment)]
            for row in segment.columns.rows(ofSeries: Int(entry.series))
            where numbers[Int(segment.columns.period[row])] != Self.noPeriod { rows.append(Int32(base + row)) }
            low += 1
        }
        // One number to sort by: the rank of the period, newest first, then the row.
        var isSorted = true
        var keys = rows.map { row -> UInt64 in
            let place = segment(ofRow: Int(row))
            let number = periodNumbers[place][Int(segments[place].columns.period[Int(row) - bases[place]])]
            return UInt64(ages[Int(number)]) << 32 | UInt64(UInt32(bitPattern: row))
        }
        for place in keys.indices.dropFirst() where keys[place] < keys[place - 1] { isSorted = false }
        if isSorted { return rows }
        keys.sort()
        return keys.map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    }

    /// `Period.none` where it could not be read.
    func period(ofRow row: Int) -> Period {
        let place = segment(ofRow: row)
        let number = periodNumbers[place][Int(segments[place].columns.period[row - bases[place]])]
        return number == Self.noPeriod ? .none : periods[Int(number)]
    }

    func traits(ofRow row: Int) -> ObservationTraits {
        let place = segment(ofRow: row)
        return ObservationTraits(packed: segments[place].columns.traits[row - bases[place]])
    }

    /// The value of a row with its power of ten; nil where it has none.
    func value(ofRow row: Int) -> (number: DecimalNumber, multiplier: Int)? {
        let place = segment(ofRow: row), local = row - bases[place]
        let traits = ObservationTraits(packed: segments[place].columns.traits[local])
        return traits.scale.map {
            (DecimalNumber(significand: segments[place].columns.significand[local], scale: $0), traits.multiplier)
        }
    }

    /// The areas that report an indicator, in the order of their first occurrence in the table.
    func areas(reporting indicator: String) -> [String] {
        guard let indicator = indicatorNumbers[indicator] else { return [] }
        var areas: [String] = [], previous: Int32 = -1
        for entry in entries(ofIndicator: indicator) where entry.area != previous {
            areas.append(area(entry.area))
            previous = entry.area
        }
        return areas
    }

    /// The unit of an indicator's first series, from the unit column or from the text behind its values; empty where
    /// there is neither.
    func unit(ofIndicator number: Int) -> String {
        guard let entry = entries(ofIndicator: Int32(number)).first else { return "" }
        let segment = segments[Int(entry.segment)]
        guard Int(entry.series) < segment.columns.seriesUnit.count, segment.columns.seriesUnit[Int(entry.series)] >= 0
        else { return "" }
        let place = segment.columns.units.places[Int(segment.columns.seriesUnit[Int(entry.series)])]
        return file.withBytes { raw in raw.bindMemory(to: UInt8.self).baseAddress.map { ByteText.text($0, place) } ?? ""
        }
    }

    /// The codes of all key columns but that of areas.
    func key(ofIndicator number: Int) -> [String] {
        var codes: [String] = [], place = 0
        let key = Array(indicatorKeys[number])
        for column in plan.keys.indices where column != areaKey {
            codes.append(keyCodes[column].codes[Int(key[place])])
            place += 1
        }
        return codes
    }

    /// The observation at a row. Its record is read when it is asked for.
    ///
    /// - Parameter records: this table, by reference.
    func observation(_ row: Int, records: any ObservationRecords) -> Observation {
        let place = segment(ofRow: row), local = row - bases[place]
        let segment = segments[place]
        let series = segment.columns.series(ofRow: local)
        let traits = ObservationTraits(packed: segment.columns.traits[local])
        let number = owners[place][series]
        let basis =
            plan.keys.firstIndex { $0.role == .basis }.flatMap { PeriodBasis(code: keyCode(segment, series, $0)) }
            ?? .printed
        return Observation(
            index: row, area: area(number.area), indicator: indicatorCodes[Int(number.indicator)],
            period: period(ofRow: row), basis: basis,
            value: traits.scale.map { DecimalNumber(significand: segment.columns.significand[local], scale: $0) },
            unitMultiplier: traits.multiplier, qualifier: traits.qualifier, status: traits.status,
            source: sourceCode, records: records)
    }

    private func keyCode(_ segment: Segment, _ series: Int, _ column: Int) -> String {
        let local = Int(segment.columns.seriesKeys[series][segment.columns.seriesKeys[series].startIndex + column])
        return file.withBytes { raw in
            raw.bindMemory(to: UInt8.self).baseAddress.map {
                KeyCodes.split(ByteText.text($0, segment.columns.keys[column].places[local]), hasLabel: plan.hasLabels)
                    .code
            } ?? ""
        }
    }

    /// The line of the file that a row begins on, from 1.
    func line(ofRow row: Int) -> Int { record(ofRow: row).line }

    /// The first line of a row as in the file, at most some dozens of characters.
    func text(ofRow row: Int) -> String {
        let place = segment(ofRow: row), columns = segments[place].columns
        let offset = columns.start + Int(columns.offset[row - bases[place]])
        return file.withBytes {
            String(
                decoding: $0[offset...].prefix(240).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") },
                as: UTF8.self)
        }
    }

    /// The rows that have the same series and period as another row, with that row, in the order of the index.
    func repetitions(limit: Int) -> [(row: Int, first: Int)] {
        var repeated: [(row: Int, first: Int)] = []
        // For each period the entry and the row in which it was last seen.
        var seenIn = [Int](repeating: -1, count: periods.count), seenAt = seenIn
        var group = -1
        var previous: (Int32, Int32) = (-1, -1)
        for entry in entries {
            if (entry.indicator, entry.area) != previous {
                previous = (entry.indicator, entry.area)
                group += 1
            }
            let segment = segments[Int(entry.segment)], numbers = periodNumbers[Int(entry.segment)],
                base = bases[Int(entry.segment)]
            for row in segment.columns.rows(ofSeries: Int(entry.series)) {
                let number = Int(numbers[Int(segment.columns.period[row])])
                if number == Int(Self.noPeriod) { continue }
                if seenIn[number] == group {
                    repeated.append((base + row, seenAt[number]))
                    if repeated.count == limit { return repeated }
                } else {
                    seenIn[number] = group
                    seenAt[number] = base + row
                }
            }
        }
        return repeated
    }

    /// For the codes of a key column the names in the next column at their first occurrence.
    func namesBehind(_ column: Int) -> [String: String] {
        var names: [String: String] = [:]
        file.withBytes { raw in
            guard let bytes = raw.bindMemory(to: UInt8.self).baseAddress else { return }
            for segment in segments {
                for place in segment.columns.keys[column].places {
                    let code = KeyCodes.split(ByteText.text(bytes, place), hasLabel: plan.hasLabels).code
                    if names[code] != nil { continue }
                    var next = place.upperBound
                    while next < raw.count, raw[next] != plan.separator { next += 1 }
                    var reader = CSVReader(raw, from: next + 1, separator: plan.separator)
                    if (try? reader.next()) == true, let field = reader.fields.first {
                        names[code] = reader.text(field)
                    }
                }
            }
        }
        return names
    }

    /// The parts of a row that are not in columns, read from the file; empty where the file has changed.
    func record(ofRow row: Int) -> ObservationRecord {
        let place = segment(ofRow: row), local = row - bases[place]
        let segment = segments[place], start = segment.columns.start, mark = local / ScannedSegment.rowsPerMark
        return ObservationRecord(
            file, plan, at: start + Int(segment.columns.offset[local]),
            mark: (
                start + Int(segment.columns.offset[mark * ScannedSegment.rowsPerMark]),
                1 + baseLines[place] + Int(segment.columns.lines[mark])
            ),
            isRange: ObservationTraits(packed: segment.columns.traits[local]).qualifier == .range)
    }

    /// The number of rows for each period.
    var periodCounts: [(period: Period, rows: Int)] {
        var counts = [Int](repeating: 0, count: periods.count)
        for (place, segment) in segments.enumerated() {
            for (code, rows) in segment.columns.periodCounts.enumerated()
            where periodNumbers[place][code] != Self.noPeriod { counts[Int(periodNumbers[place][code])] += rows }
        }
        return zip(periods, counts).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
    }
}
