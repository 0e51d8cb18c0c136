import Indicators

/// The meaning of the columns of a tidy table, which has one observation in each row.
struct ColumnPlan: Hashable, Sendable {
    /// The meaning of a column of the series key.
    enum KeyRole: Hashable, Sendable { case structure, area, indicator, basis, dimension }

    struct Key: Hashable, Sendable {
        let column: Int
        let role: KeyRole
        /// The column name without its label.
        let name: String
        /// The name that people read; the column name where the table has no other.
        let label: String
        /// The index of a column with the names of this one's codes (SDMX-CSV 2, labels=name); nil for none.
        var names: Int?
    }

    struct TimePart: Hashable, Sendable {
        let column: Int
        /// What its numbers are: quarters, weeks, or what they say.
        let sort: PeriodParts.Sort
    }

    var separator = UInt8(ascii: ",")
    /// How numbers are written.
    var numbers = NumberStyle.usual
    /// Whether it is SDMX-CSV, where 2009-10 is always a month.
    var isStandard = false
    /// Whether it is a table of Statistics Canada, whose statuses have letters of their own.
    var isCanadian: Bool { columnNames.contains("DGUID") }
    /// Whether numbers have a decimal comma, as in tables separated by semicolons (SDMX-CSV 2.0, field guide).
    var hasDecimalComma: Bool {
        get { numbers.hasDecimalComma }
        set { numbers.hasDecimalComma = newValue }
    }
    /// Whether cells of key columns are `CODE: Name` (labels=both).
    var hasLabels = false
    /// The column names as in the header.
    var columnNames: [String] = []
    /// The number of cells in each row.
    var columnCount: Int { columnNames.count }
    /// The columns of the series key, in the order of the file.
    var keys: [Key] = []
    var time = 0
    /// The heading of the column of periods.
    var timeName: String { columnNames.indices.contains(time) ? columnNames[time] : "" }
    /// The columns of months, quarters and days that belong to the years in `time`.
    var timeParts: [TimePart] = []
    var value = 0
    var status: Int?
    var multiplier: Int?
    var unit: Int?
    var action: Int?
    var qualifier: Int?
    var valueHigh: Int?
    var embargo: Int?
    /// The indices of columns whose text is shown beside the value.
    var notes: [Int] = []
    /// Those of them that hold sentences, which are shown without the column name.
    var remarks: Set<Int> = []

    /// Where the cells stand, in a table from a sheet.
    var cells: CellPlaces?

    /// The number of first columns that are equal in consecutive rows of a series; 0 where period or value are among
    /// them.
    var prefixColumns: Int {
        let end = (keys.map(\.column).max() ?? -1) + 1
        return time >= end && value >= end && timeParts.allSatisfy { $0.column >= end } ? end : 0
    }

    /// Whether the plan has columns that can exclude rows.
    var hasSpecialColumns: Bool { action != nil || embargo != nil }
}
