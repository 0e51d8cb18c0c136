import Indicators

/// Observations of a scanned table: the columns of the workers, joined by dictionaries and an index.
///
/// The index leads from an indicator and an area to series, so that the time of a query is proportional to its result.
struct ScannedObservations: Sendable {
    /// A segment by reference, so that reading one of its columns does not copy the others.
    final class Segment: Sendable {
        let columns: ScannedSegment
        init(_ columns: ScannedSegment) { self.columns = columns }
    }

    /// A series of one worker with its indicator and area.
    struct Entry {
        var indicator: Int32
        var area: Int32
        var segment: Int32
        var series: Int32
    }

    /// The number of a period that could not be read. Rows with it are left out.
    static let noPeriod = UInt16.max

    /// A text in the column of periods that is not a period, and its first occurrence.
    struct UnreadablePeriod: Sendable {
        let text: String
        let offset: Int
    }

    struct Owner {
        var indicator: Int32
        var area: Int32
    }

    let file: FileBytes
    let plan: ColumnPlan
    let segments: [Segment]
    /// The number of rows before each segment.
    let bases: [Int]
    /// The line, from 0, at which each segment begins.
    let baseLines: [Int]
    /// The codes of each key column.
    let keyCodes: [KeyCodes]
    /// For each indicator the codes of all key columns but that of areas.
    let indicatorKeys: SeriesDictionary
    /// For each segment the index in `periods` of each of its period codes.
    let periodNumbers: [[UInt16]]
    let periods: [Period]
    /// The rank of each period, the newest first; of periods that end together, the longer one.
    let ages: [UInt16]
    let unreadablePeriods: [UnreadablePeriod]
    /// What has to be said of the column of periods.
    let findings: [PeriodColumn.Finding]
    var entries: [Entry] = []
    /// Indicator and area of each series of each segment.
    var owners: [[Owner]]
    /// For each indicator the index of its first entry, with a final sentinel.
    var firstEntries: [Int] = []
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
    var indicatorNumbers: [String: Int32] = [:]
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
        (bases, baseLines, count) = Self.offsets(segments, firstLine: firstLine)
        areaKey = plan.keys.firstIndex { $0.role == .area }
        let texts = SegmentTexts(file, plan, segments)
        keyCodes = texts.keyCodes
        let resolved = resolve(texts.times), numbered = NumberedPeriods(resolved.periods, of: texts)
        periods = numbered.periods
        ages = numbered.ages
        unreadablePeriods = numbered.unreadable
        findings = resolved.findings
        periodNumbers = texts.timesOf.map { $0.map { numbered.numbers[$0] } }
        var indicatorKeys = SeriesDictionary(width: plan.keys.count - (areaKey == nil ? 0 : 1))
        let areaCount = areaKey.map { texts.keyCodes[$0].codes.count } ?? 1
        let entries = Self.entries(segments, texts.numbers, areaKey, &indicatorKeys)
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

    /// The number of rows and the line before each segment, and the number of all rows.
    private static func offsets(_ segments: [ScannedSegment], firstLine: Int) -> (
        rows: [Int], lines: [Int], count: Int
    ) {
        var bases: [Int] = [], lines: [Int] = [], rows = 0, line = firstLine
        for segment in segments {
            bases.append(rows)
            lines.append(line)
            rows += segment.count
            line += segment.lineCount
        }
        return (bases, lines, rows)
    }

    private static func entries(
        _ segments: [ScannedSegment], _ numbers: [[[Int32]]], _ areaKey: Int?, _ indicators: inout SeriesDictionary
    ) -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(segments.reduce(0) { $0 + $1.seriesKeys.count })
        var key = [Int32](repeating: 0, count: max(1, indicators.width))
        var last: [Int32] = [], lastIndicator: Int32 = -1
        for (index, segment) in segments.enumerated() {
            let local = numbers[index], width = segment.seriesKeys.width
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
                        Entry(indicator: lastIndicator, area: area, segment: Int32(index), series: Int32(series)))
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
}
