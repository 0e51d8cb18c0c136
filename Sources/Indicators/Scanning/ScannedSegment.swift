/// What one worker read of a tidy table: its rows in columns, sixteen to twenty-four bytes a row.
///
/// Texts are not kept: a row knows where it begins in the file, and what is asked for rarely is read there again.
struct ScannedSegment: Sendable {
    /// Where the worker's part of the file begins; `offset` counts from here.
    let start: Int
    var period: [UInt16] = []
    var significand: [Int64] = []
    var traits: [UInt16] = []
    var offset: [UInt32] = []
    /// The series of each row; empty where the rows of each series stand together.
    var series: [UInt32] = []
    /// The line of every 64th row, counted from the worker's first line.
    var lines: [UInt32] = []

    /// Lines of the part, read or not.
    var lineCount = 0
    /// Rows of data, those with problems and deleted ones included.
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
    var statuses = ByteDictionary()
    var multipliers = ByteDictionary()
    var units = ByteDictionary()
    /// Rows of each period code.
    var periodCounts: [Int] = []

    /// The first row of each series in `order`, and one more: the end.
    var firsts: [UInt32] = []
    /// Rows by series, in the order of the file; empty where that is the order of the rows.
    var order: [UInt32] = []

    var problems: [ScanProblem] = []
    /// How many more there were.
    var furtherProblems = 0

    var count: Int { period.count }

    static let rowsPerMark = 64

    init(start: Int, keyCount: Int) {
        self.start = start
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

    /// Puts the rows in the order of their series, in linear time.
    ///
    /// - Parameter runs: the first row and the series of each stretch of rows of one series.
    mutating func index(runs: [(first: UInt32, series: UInt32)]) {
        let seriesCount = seriesKeys.count
        periodCounts = [Int](repeating: 0, count: times.count)
        for code in period { periodCounts[Int(code)] += 1 }
        // Numbers are given in the order of the file, so that as many runs as series are the series in order.
        if runs.count == seriesCount {
            firsts = runs.map(\.first) + [UInt32(count)]
            return
        }
        firsts = [UInt32](repeating: 0, count: seriesCount + 1)
        series = [UInt32](repeating: 0, count: count)
        for (place, run) in runs.enumerated() {
            let end = place + 1 < runs.count ? Int(runs[place + 1].first) : count
            for row in Int(run.first)..<end { series[row] = run.series }
            firsts[Int(run.series) + 1] += UInt32(end) - run.first
        }
        for place in 1..<max(1, firsts.count) { firsts[place] += firsts[place - 1] }
        var next = firsts
        order = [UInt32](repeating: 0, count: count)
        for row in 0..<count {
            let one = Int(series[row])
            order[Int(next[one])] = UInt32(row)
            next[one] += 1
        }
    }
}

/// What is wrong with one row, where.
struct ScanProblem: Sendable {
    let rule: Rule
    /// The byte in the file.
    let offset: Int
    /// The line that the row begins on, counted from the worker's first, and where the row begins.
    let line: Int
    let rowStart: Int
    let field: String
    let found: String
}
