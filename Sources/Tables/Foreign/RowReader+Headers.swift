import Indicators

/// Headings among the rows.
extension RowReader {
    /// Whether a row holds headings of another table: it begins like the header and states other periods, or names
    /// other figures.
    func isSecondHeader(_ record: TableHead.Record) -> Bool {
        let key = isWide ? 0 : roles.parts.first ?? 0
        guard record.cells.indices.contains(key), headerCells.indices.contains(key), !headerCells[key].isEmpty,
            record.cells[key] == headerCells[key]
        else { return false }
        let cells = roles.values.compactMap { record.cells.indices.contains($0) ? record.cells[$0] : nil }
            .filter { !$0.isEmpty }
        return !cells.isEmpty
            && cells.allSatisfy { isWide ? Heading.period($0) != nil : !CellShape($0).isNumber }
    }

    /// Whether a line may be the title of what follows, or state its unit.
    func mayBeTitle(_ record: TableHead.Record) -> Bool { record.filledCount == 1 || WordHeader.isAside(record) }

    /// Whether the header below some lines continues the table: they state no other unit, and no other title where
    /// the title states the unit or names the indicator.
    func continues(_ lines: [TableHead.Record]) -> Bool {
        guard !lines.isEmpty else { return true }
        let above = TableContext(lines)
        if !above.unit.isEmpty, above.unit != context.unit { return false }
        let isNamed =
            !above.title.isEmpty && !above.title.contains("续") && above.title != context.title
            && Heading.period(above.title) == nil
        let namesRows = roles.columns.contains { $0.role == .indicator }
        return !isNamed || namesRows && (context.unit.isEmpty || !above.unit.isEmpty)
    }

    /// A line between the rows that states the unit of those below.
    mutating func takeUnitLine(_ record: TableHead.Record) -> Bool {
        guard record.filledCount == 1, WordHeader.isAside(record),
            let stated = record.cells.lazy.compactMap({ UnitText.stated($0) }).first
        else { return false }
        context.unit = UnitText.single(stated)
        return true
    }

    /// A wide table that continues with other periods in the same columns.
    mutating func takePeriods(of record: TableHead.Record) -> Bool {
        guard isWide, frame.groups.allSatisfy(\.isEmpty) else { return false }
        let parts = record.cells.map { Heading.period($0) }, readings = parts.map { $0?.reading }
        let columns = record.cells.indices.filter { $0 > 0 && readings[$0] != nil }
        guard columns.allSatisfy({ roles.values.contains($0) && readings[$0]?.period.kind != .day }),
            roles.values.allSatisfy({
                !record.cells.indices.contains($0) || record.cells[$0].isEmpty || readings[$0] != nil
            })
        else { return false }
        // Figures in another unit are another table.
        let units = headerCells.map { Heading.period($0)?.unit ?? "" }
        guard columns.allSatisfy({ parts[$0]?.unit == (units.indices.contains($0) ? units[$0] : "") }) else {
            return false
        }
        for column in roles.values { frame.periods[column] = column < readings.count ? readings[column] : nil }
        return true
    }
}
