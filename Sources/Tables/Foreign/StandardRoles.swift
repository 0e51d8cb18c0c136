import Indicators

/// The roles of the columns of SDMX-CSV, which are decided by their names: all columns left of TIME_PERIOD and
/// OBS_VALUE form the key of a series.
struct StandardRoles {
    private(set) var plan: ColumnPlan
    /// Columns to the right of the value whose names are not known and that are not part of the key.
    private(set) var unknownColumns: [Int]

    /// Whether a header is one of SDMX-CSV.
    static func isStandard(_ names: [String]) -> Bool {
        let folded = names.map(ColumnNames.folded)
        return folded.contains("TIME_PERIOD") && folded.contains("OBS_VALUE")
    }

    /// Nil where the header is none of SDMX-CSV.
    init?(_ header: TableHead.Record, _ rows: [TableHead.Record], separator: UInt8, numbers: NumberStyle) {
        let (names, given) = ColumnNames.names(of: header.cells)
        guard Self.isStandard(names) else { return nil }
        let meanings = names.map(ColumnNames.meaning)
        func first(_ meaning: ColumnNames.Meaning) -> Int? { meanings.firstIndex(of: meaning) }
        guard let time = Self.first(.time, names, meanings, preferring: ["TIME_PERIOD"]),
            let value = Self.first(.value, names, meanings, preferring: ["OBS_VALUE"])
        else { return nil }
        var plan = ColumnPlan()
        plan.separator = separator
        plan.numbers = numbers
        plan.isStandard = true
        plan.hasLabels = given != nil
        plan.columnNames = names
        (plan.time, plan.value) = (time, value)
        plan.status = first(.status)
        plan.multiplier = first(.multiplier)
        plan.unit = first(.unit)
        plan.action = first(.action)
        plan.qualifier = first(.qualifier)
        plan.valueHigh = first(.valueHigh)
        plan.embargo = first(.embargo)
        let columns = Columns(
            names: names, labels: given ?? names, meanings: meanings,
            nameColumns: Self.nameColumns(names, meanings, rows.filter { $0.cells.count == names.count }))
        let keys = columns.keys(plan)
        plan.keys = columns.described(keys)
        plan.notes = columns.notes(plan, keys)
        plan.remarks = Set(plan.notes.filter { meanings[$0] == .note && ColumnNames.isRemark(names[$0]) })
        self.plan = plan
        unknownColumns = names.indices.filter { columns.isUnknown($0, plan) && !keys.contains($0) }
    }

    /// The columns of a header by their names.
    private struct Columns {
        let names: [String]
        let labels: [String]
        let meanings: [ColumnNames.Meaning?]
        /// For each column of names the column of its codes.
        let nameColumns: [Int: Int]

        private func isFree(_ column: Int, _ plan: ColumnPlan) -> Bool {
            column != plan.time && column != plan.value && nameColumns[column] == nil && !names[column].isEmpty
                && column != plan.action
        }

        func isUnknown(_ column: Int, _ plan: ColumnPlan) -> Bool { isFree(column, plan) && meanings[column] == nil }

        /// All columns to the left of period and value form the series key.
        func keys(_ plan: ColumnPlan) -> [Int] {
            let keyEnd = min(plan.time, plan.value)
            let keys = names.indices.filter { column in
                guard isFree(column, plan) else { return false }
                switch meanings[column] {
                case .structure, .area, .indicator, .dimension, .basis: return true
                case .structureKind, .seriesKey, .action, .time, .value, .embargo, .qualifier, .valueHigh, .note,
                    .status, .multiplier:
                    return false
                case .unit, nil: return column < keyEnd
                }
            }
            if names.indices.contains(where: { $0 < keyEnd && isFree($0, plan) }) { return keys }
            // Where the periods are in the first column, the columns to the left of the value form the key.
            let unknown = names.indices.filter { isUnknown($0, plan) && !keys.contains($0) }
            let left = (keys + unknown.filter { $0 < plan.value }).sorted()
            return left.isEmpty ? unknown : left
        }

        func described(_ keys: [Int]) -> [ColumnPlan.Key] {
            let area = keys.first { meanings[$0] == .area }, indicator = keys.first { meanings[$0] == .indicator }
            return keys.map { column in
                var role = ColumnPlan.KeyRole.dimension
                if meanings[column] == .structure { role = .structure }
                if meanings[column] == .basis { role = .basis }
                if column == area { role = .area }
                if column == indicator { role = .indicator }
                let named = nameColumns.first { $0.value == column }?.key
                return ColumnPlan.Key(
                    column: column, role: role, name: names[column], label: named.map { names[$0] } ?? labels[column],
                    names: named)
            }
        }

        /// The columns whose text is shown beside the value.
        func notes(_ plan: ColumnPlan, _ keys: [Int]) -> [Int] {
            let special = [
                plan.status, plan.multiplier, plan.unit, plan.action, plan.qualifier, plan.valueHigh, plan.embargo,
            ]
            let used = Set(keys + [plan.time, plan.value] + special.compactMap { $0 })
            return names.indices.filter {
                !used.contains($0) && nameColumns[$0] == nil && meanings[$0] != .seriesKey
                    && meanings[$0] != .structureKind && !names[$0].isEmpty
            }
        }
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
            if meanings[column + 1] != nil, meanings[column + 1] != meanings[column], !isNamed,
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

extension StandardRoles {
    /// The same as decisions on the columns.
    func roles() -> TableRoles {
        let columns = plan.columnNames.indices.map { column -> ColumnDecision in
            var decision = ColumnDecision(
                name: plan.columnNames[column], column: column + 1, role: role(column),
                reason: LocalizedText(zh: "SDMX-CSV 的列名", en: "a column name of SDMX-CSV"))
            if let key = plan.keys.first(where: { $0.names == column }) {
                (decision.role, decision.labelled) = (.label, key.column + 1)
            }
            if unknownColumns.contains(column) { decision.others = [.dimension] }
            return decision
        }
        var roles = TableRoles(form: .tidy, columns: columns, numbers: plan.numbers, isStandard: true)
        roles.names = plan.columnNames
        (roles.parts, roles.values) = ([plan.time], [plan.value])
        return roles
    }

    private func role(_ column: Int) -> ColumnRole {
        if let key = plan.keys.first(where: { $0.column == column }) {
            switch key.role {
            case .structure: return .structure
            case .area: return .area
            case .indicator: return .indicator
            case .basis: return .basis
            case .dimension: return .dimension
            }
        }
        switch column {
        case plan.time: return .period
        case plan.value: return .value
        case plan.status: return .status
        case plan.multiplier: return .scale
        case plan.unit: return .unit
        case plan.action: return .action
        case plan.qualifier: return .qualifier
        case plan.valueHigh: return .valueHigh
        case plan.embargo: return .embargo
        default: return .remark
        }
    }
}
