import Indicators

/// The decision on a whole table.
struct TableRoles: Sendable {
    enum Form: Hashable, Sendable {
        case tidy, records, wide
        /// Nothing to show, for want of periods or of values.
        case noPeriod, noValue
    }

    var form: Form
    var columns: [ColumnDecision]
    var numbers = NumberStyle.usual
    /// Whether it is SDMX-CSV, so that names decide.
    var isStandard = false
    /// Names and labels of the header.
    var names: [String] = []
    var labels: [String]?
    /// Columns with the parts of a period, in the order year, month or quarter, day.
    var parts: [Int] = []
    /// Columns of values; of a wide table those with a period.
    var values: [Int] = []
    /// The column whose cells state a part of the period that the header, or the title, states.
    var partColumn: Int?
    /// Whether some rows of that column are not parts of a year.
    var arePartsOfRowsDoubtful = false
    /// Columns of figures without a period in a table whose header has the periods; they are not read.
    var withoutPeriod: Set<Int> = []
    /// Columns that state parts of a year beside figures of another name; they are not read.
    var doubtfulParts: [Int] = []
    /// Columns with totals or means of a period that is not stated; they are not read.
    var totals: [Int] = []
    /// Whether rows of years are followed by those of their months in the same column.
    var hasRunningYears = false
    /// The column whose cells state a name and a period each: 2023年常住人口.
    var namedPeriods: Int?
    /// Whether each row is of one year, so that columns may state parts of it.
    var isYearly = false
    /// Columns of values whose headings are areas.
    var areaValues: Set<Int> = []
    /// Further columns of periods, each of the values to its right.
    var halves: [Int] = []
    /// The column of the periods of a column of values.
    func time(of column: Int) -> Int? { halves.last { $0 < column } ?? parts.first }
    /// Columns whose text stands beside the figures of their row, and those of them that hold sentences.
    var notes: [Int] = []
    var remarks: Set<Int> = []
    /// For each column of values the one of its units, where each has its own.
    var unitOf: [Int: Int] = [:]
    /// Whether there are several columns of units, and which is that of which figures is not known.
    var areUnitsUnclear = false
    /// For each column of a period the one of its flags.
    var flags: [Int: Int] = [:]

    func columns(_ role: ColumnRole) -> [Int] { columns.indices.filter { columns[$0].role == role } }
    func first(_ role: ColumnRole) -> Int? { columns.firstIndex { $0.role == role } }
    /// The column with the names of a column's codes.
    func namesColumn(of column: Int) -> Int? {
        columns.firstIndex { $0.role == .label && $0.labelled == column + 1 }
    }
}
