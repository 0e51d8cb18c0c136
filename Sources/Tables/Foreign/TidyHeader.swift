import Indicators

/// The header of a tidy table: its record and the meaning of each column.
struct TidyHeader: Sendable {
    var plan: ColumnPlan
    /// The index of the header among the first records.
    let record: Int
    /// Columns to the right of the value whose names are not known and that are not part of the key.
    let unknownColumns: [Int]

    /// Nil where no record names both a column of periods and one of values.
    init?(_ head: TableHead) {
        for (index, record) in head.records.prefix(30).enumerated() where record.filledCount > 1 {
            if let header = TidyHeader(record, index, head) {
                self = header
                return
            }
        }
        return nil
    }

    private init?(_ header: TableHead.Record, _ index: Int, _ head: TableHead) {
        let labels = header.cells.map(ColumnNames.labelled)
        let hasLabels = labels.count { $0 != nil } * 2 > header.filledCount
        let names = header.cells.enumerated().map { hasLabels ? labels[$0]?.id ?? $1 : $1 }
        let meanings = names.map(ColumnNames.meaning)
        func first(_ meaning: ColumnNames.Meaning) -> Int? { meanings.firstIndex(of: meaning) }
        guard let time = Self.first(.time, names, meanings, preferring: ["TIME_PERIOD"]),
            let value = Self.first(.value, names, meanings, preferring: ["OBS_VALUE"])
        else { return nil }
        let rows = head.records.dropFirst(index + 1).prefix(40).filter { $0.cells.count == names.count }
        let nameColumns = Self.nameColumns(names, meanings, rows)
        var plan = ColumnPlan()
        plan.separator = head.separator
        plan.hasDecimalComma = head.separator == UInt8(ascii: ";") && rows.contains { $0.cells[value].contains(",") }
        plan.hasLabels = hasLabels
        plan.columnNames = names
        (plan.time, plan.value) = (time, value)
        plan.status = first(.status)
        plan.multiplier = first(.multiplier)
        plan.unit = first(.unit)
        plan.action = first(.action)
        plan.qualifier = first(.qualifier)
        plan.valueHigh = first(.valueHigh)
        plan.embargo = first(.embargo)
        func isFree(_ column: Int) -> Bool {
            column != time && column != value && nameColumns[column] == nil && !names[column].isEmpty
                && column != plan.action
        }
        let keyEnd = min(time, value)
        /// All columns to the left of period and value form the series key.
        var keys = names.indices.filter { column in
            guard isFree(column) else { return false }
            switch meanings[column] {
            case .structure, .area, .indicator, .dimension, .basis: return true
            case .structureKind, .seriesKey, .action, .time, .value, .embargo, .qualifier, .valueHigh, .note:
                return false
            case .status, .multiplier: return false
            case .unit, nil: return column < keyEnd
            }
        }
        func isUnknown(_ column: Int) -> Bool { isFree(column) && meanings[column] == nil && !keys.contains(column) }
        // Where the periods are in the first column, as in tidy tables of the Sustainable Development Goals, the
        // columns to the left of the value form the key.
        if !names.indices.contains(where: { $0 < keyEnd && isFree($0) }) {
            keys = (keys + names.indices.filter { isUnknown($0) && $0 < value }).sorted()
            if keys.isEmpty { keys = names.indices.filter(isUnknown) }
        }
        var areaIsFound = false, indicatorIsFound = false
        plan.keys = keys.map { column in
            var role = ColumnPlan.KeyRole.dimension
            switch meanings[column] {
            case .structure: role = .structure
            case .basis: role = .basis
            case .area where !areaIsFound: (role, areaIsFound) = (.area, true)
            case .indicator where !indicatorIsFound: (role, indicatorIsFound) = (.indicator, true)
            default: break
            }
            let label = hasLabels ? labels[column]?.label ?? names[column] : names[column]
            let named = nameColumns.first { $0.value == column }?.key
            return ColumnPlan.Key(
                column: column, role: role, name: names[column], label: named.map { names[$0] } ?? label, names: named)
        }
        let used = Set(
            keys + [time, value]
                + [plan.status, plan.multiplier, plan.unit, plan.action, plan.qualifier, plan.valueHigh, plan.embargo]
                .compactMap { $0 })
        plan.notes = names.indices.filter {
            !used.contains($0) && nameColumns[$0] == nil && meanings[$0] != .seriesKey && meanings[$0] != .structureKind
                && !names[$0].isEmpty
        }
        plan.remarks = Set(plan.notes.filter { meanings[$0] == .note && ColumnNames.isRemark(names[$0]) })
        self.plan = plan
        record = index
        unknownColumns = names.indices.filter(isUnknown)
    }

    private static func first(
        _ meaning: ColumnNames.Meaning, _ names: [String], _ meanings: [ColumnNames.Meaning?],
        preferring preferred: [String]
    ) -> Int? {
        names.firstIndex { preferred.contains(ColumnNames.folded($0)) } ?? meanings.firstIndex(of: meaning)
    }

    /// Columns with the names of the codes in another column: the name column of SDMX-CSV 2 (labels=name), and pairs of
    /// an id in capitals and words that correspond one to one.
    private static func nameColumns(_ names: [String], _ meanings: [ColumnNames.Meaning?], _ rows: [TableHead.Record])
        -> [Int: Int]
    {
        let isNamed = names.contains { ColumnNames.folded($0) == "STRUCTURE_NAME" }
        var result: [Int: Int] = [:]
        for column in names.indices.dropLast()
        where result[column] == nil && looksLikeId(names[column]) && !looksLikeId(names[column + 1]) {
            if [.structureKind, .structure, .action].contains(meanings[column]) { continue }
            // A known column name keeps its own meaning, unless the table states that names follow codes.
            if meanings[column + 1] != nil, !isNamed,
                ColumnNames.folded(names[column]) != ColumnNames.folded(names[column + 1])
            {
                continue
            }
            let pairs = rows.map { ($0.cells[column], $0.cells[column + 1]) }
            let isOneToOne = Set(pairs.map { "\($0.0)\u{0}\($0.1)" }).count == Set(pairs.map(\.0)).count
            let isWords = pairs.allSatisfy { DecimalNumber($0.1) == nil }
            if isNamed || (isOneToOne && isWords && pairs.contains { !$0.1.isEmpty && $0.0 != $0.1 }) {
                result[column + 1] = column
            }
        }
        return result
    }

    /// Capitals, digits and underscores, which form the ids of SDMX components.
    private static func looksLikeId(_ name: String) -> Bool {
        !name.isEmpty
            && ColumnNames.folded(name).utf8.allSatisfy {
                $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
            }
            && !name.utf8.contains { (0x61...0x7A).contains($0) || $0 == 0x20 }
    }
}
