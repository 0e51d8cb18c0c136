/// What the columns of a tidy table, one observation a row, are for.
struct ColumnPlan: Hashable, Sendable {
    /// What a column of the series' key says.
    enum KeyRole: Hashable, Sendable { case structure, area, indicator, basis, dimension }

    struct Key: Hashable, Sendable {
        let column: Int
        let role: KeyRole
        /// The column name without its label.
        let name: String
        /// What people call it; the name where the table says nothing else.
        let label: String
        /// A column of names beside this one (SDMX-CSV 2, labels=name).
        var names: Int?
    }

    var separator = UInt8(ascii: ",")
    /// Numbers are written with a decimal comma, as in tables parted by semicolons (SDMX-CSV 2.0, field guide).
    var hasDecimalComma = false
    /// Cells of key columns are `CODE: Name` (labels=both).
    var hasLabels = false
    /// As the header has them.
    var columnNames: [String] = []
    /// How many columns each row has.
    var columnCount: Int { columnNames.count }
    /// In the order of the file.
    var keys: [Key] = []
    var time = 0
    var value = 0
    var status: Int?
    var multiplier: Int?
    var unit: Int?
    var action: Int?
    var qualifier: Int?
    var valueHigh: Int?
    var embargo: Int?
    /// Columns whose text is shown beside the value.
    var notes: [Int] = []
    /// Those of them that hold sentences, which need no name of the column.
    var remarks: Set<Int> = []

    /// So many first columns are the same in all rows of a series that stand together; 0 where time or value stand
    /// among them.
    var prefixColumns: Int {
        let end = (keys.map(\.column).max() ?? -1) + 1
        return time >= end && value >= end ? end : 0
    }

    /// Whether some rows may not enter.
    var hasSpecialColumns: Bool { action != nil || embargo != nil }
}
