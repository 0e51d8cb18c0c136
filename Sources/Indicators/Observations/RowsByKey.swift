/// Finds rows by the numbers of their indicator, area and period while rows are added.
struct RowsByKey: Sendable {
    /// The number of each indicator and area.
    private var series = RowTable()
    private var seriesCount: Int32 = 0
    /// The last row of each of these numbers and a period.
    private var lastRows = RowTable()
    /// For each row the previous one of the same indicator, area and period; -1 where there is none.
    private var rowBefore: [Int32] = []

    /// Adds the next row.
    mutating func append(indicator: Int32, area: Int32, period: Int32) {
        let key = Self.key(number(indicator, area), period)
        rowBefore.append(lastRows.replace(key, with: Int32(rowBefore.count)) ?? -1)
    }

    /// The last row of an indicator, area and period; nil where there is none.
    func last(indicator: Int32, area: Int32, period: Int32) -> Int? {
        guard let number = series.row(of: Self.key(indicator, area)) else { return nil }
        return lastRows.row(of: Self.key(number, period)).map(Int.init)
    }

    /// The row before another of the same indicator, area and period; nil where there is none.
    func row(before row: Int) -> Int? { rowBefore[row] < 0 ? nil : Int(rowBefore[row]) }

    /// The number of an indicator and area; new ones get a new number.
    private mutating func number(_ indicator: Int32, _ area: Int32) -> Int32 {
        let key = Self.key(indicator, area)
        if let known = series.row(of: key) { return known }
        _ = series.replace(key, with: seriesCount)
        defer { seriesCount += 1 }
        return seriesCount
    }

    private static func key(_ upper: Int32, _ lower: Int32) -> Int { Int(upper) << 32 | Int(lower) }
}
