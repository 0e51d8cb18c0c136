import Indicators

/// The rows of a tidy table that one worker has read, in columns of sixteen to twenty-four bytes for each row.
///
/// Texts are not kept. A row has its offset in the file, from which rarely used cells are read again.
struct ScannedSegment: Sendable {
    /// The offset of the worker's part in the file; `offset` is relative to it.
    let start: Int
    var period: [UInt16] = []
    var significand: [Int64] = []
    var traits: [UInt16] = []
    var offset: [UInt32] = []
    /// The series of each row; empty where the rows of each series are consecutive.
    var series: [UInt32] = []
    /// The line of every 64th row, counted from the worker's first line.
    var lines: [UInt32] = []

    /// The number of lines in the part, including those not read.
    var lineCount = 0
    /// The number of data rows, including those with problems and deleted ones.
    var dataRows = 0
    var deletedRows = 0
    var embargoedRows = 0
    var missing = 0
    var numbers = 0

    var keys: [ByteDictionary]
    var seriesKeys: SeriesDictionary
    /// The code of the unit of each series; -1 where it has none.
    var seriesUnit: [Int32] = []
    /// Whether the rows of a series name different units.
    var hasMixedUnits = false
    var times = ByteDictionary()
    /// The texts of months and quarters, and their combinations with years, which number the periods.
    var timePartTexts = ByteDictionary()
    var timeKeys = SeriesDictionary(width: 1)
    /// The number of values of which it is not certain how they are written.
    var doubtful = 0
    var statuses = ByteDictionary()
    var multipliers = ByteDictionary()
    var units = ByteDictionary()
    /// The number of rows for each period code.
    var periodCounts: [Int] = []

    /// For each series the index of its first row in `order`, with a final sentinel.
    var firsts: [UInt32] = []
    /// Rows by series, in the order of the file; empty where this equals the order of the rows.
    var order: [UInt32] = []

    var problems: [ScanProblem] = []
    /// The number of further problems that were not kept.
    var furtherProblems = 0

    var count: Int { period.count }

    static let rowsPerMark = 64

    init(start: Int, keyCount: Int, timePartCount: Int = 0) {
        self.start = start
        timeKeys = SeriesDictionary(width: 1 + timePartCount)
        keys = [ByteDictionary](repeating: ByteDictionary(), count: keyCount)
        seriesKeys = SeriesDictionary(width: keyCount)
    }

    mutating func reserve(_ rows: Int) {
        period.reserveCapacity(rows)
        significand.reserveCapacity(rows)
        traits.reserveCapacity(rows)
        offset.reserveCapacity(rows)
    }

    /// The rows of one series of this segment, in the order of the file.
    func rows(ofSeries series: Int) -> some Sequence<Int> {
        (Int(firsts[series])..<Int(firsts[series + 1])).lazy.map { [order] in order.isEmpty ? $0 : Int(order[$0]) }
    }

    func series(ofRow row: Int) -> Int {
        if !series.isEmpty { return Int(series[row]) }
        var low = 0, high = firsts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(firsts[middle]) <= row { low = middle } else { high = middle }
        }
        return low
    }

    /// Sorts the rows by series in linear time.
    ///
    /// - Parameter runs: the first row and the series of each run of consecutive rows of one series.
    mutating func index(runs: [(first: UInt32, series: UInt32)]) {
        let seriesCount = seriesKeys.count
        periodCounts = [Int](repeating: 0, count: max(times.count, timeKeys.count))
        for code in period { periodCounts[Int(code)] += 1 }
        // Series are numbered in the order of the file. As many runs as series means that the rows are sorted.
        if runs.count == seriesCount {
            firsts = runs.map(\.first) + [UInt32(count)]
            return
        }
        firsts = [UInt32](repeating: 0, count: seriesCount + 1)
        series = [UInt32](repeating: 0, count: count)
        for (position, run) in runs.enumerated() {
            let end = position + 1 < runs.count ? Int(runs[position + 1].first) : count
            for row in Int(run.first)..<end { series[row] = run.series }
            firsts[Int(run.series) + 1] += UInt32(end) - run.first
        }
        for position in 1..<max(1, firsts.count) { firsts[position] += firsts[position - 1] }
        var next = firsts
        order = [UInt32](repeating: 0, count: count)
        for row in 0..<count {
            let one = Int(series[row])
            order[Int(next[one])] = UInt32(row)
            next[one] += 1
        }
    }
}

/// The problem of one row, with its position.
struct ScanProblem: Sendable {
    let rule: Rule
    /// The offset in the file.
    let offset: Int
    /// The line that the row begins on, relative to the worker's first line, and the offset of the row.
    let line: Int
    let rowStart: Int
    let field: String
    let found: String
}
