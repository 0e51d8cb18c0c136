/// A table besides the observations as two versions are compared in it: what identifies a row, and its other cells.
struct RowForm<Value: Hashable> {
    /// A column by its name, and its cell in a row as the table has it.
    typealias Column = (name: String, text: (Value) -> String)

    /// The name of the table's resource.
    let table: String
    let list: (Catalogue) -> [Value]
    /// The columns that identify a row.
    let key: [Column]
    /// The columns that are compared.
    let others: [Column]
    /// What people call a row.
    let name: (Value) -> LocalizedText
    /// The cells of a changed row that differ.
    var cells: ((Value, Value) -> [CatalogueDifference.CellChange])?

    init(
        _ table: String, _ list: @escaping (Catalogue) -> [Value], key: [Column], others: [Column],
        name: @escaping (Value) -> LocalizedText
    ) {
        self.table = table
        self.list = list
        self.key = key
        self.others = others
        self.name = name
    }

    /// What identifies a row, as one text.
    func code(_ value: Value) -> String { key.map { $0.text(value) }.joined(separator: " ") }

    /// A row that differs between two versions.
    func row(_ kind: CatalogueDifference.Figure.Kind, _ value: Value, from old: Value? = nil, _ findings: [Finding])
        -> CatalogueDifference.Row
    {
        CatalogueDifference.Row(
            kind: kind, table: table, code: code(value), name: name(value),
            key: key.map { CatalogueDifference.KeyCell(column: $0.name, text: $0.text(value)) },
            cells: old.map { changes($0, value) } ?? [], findings: findings)
    }

    private func changes(_ old: Value, _ new: Value) -> [CatalogueDifference.CellChange] {
        if let cells { return cells(old, new) }
        return others.compactMap { CatalogueDifference.CellChange($0.name, $0.text(old), $0.text(new)) }
    }

    /// The rows that differ between two versions.
    ///
    /// - Parameters:
    ///   - findings: what is odd about a row; the first argument is the former row, nil for an added one.
    ///   - removed: what is odd about a row that is gone.
    func rows(
        _ old: Catalogue, _ new: Catalogue, findings: (Value?, Value) -> [Finding],
        removed: (Value) -> [Finding] = { _ in [.removedRow] }
    ) -> [CatalogueDifference.Row] {
        let oldValues = list(old), newValues = list(new)
        if oldValues == newValues { return [] }
        // A code may be several cells, so it is put together once.
        let oldCodes = oldValues.map(code), newCodes = newValues.map(code)
        let before = Dictionary(zip(oldCodes, oldValues), uniquingKeysWith: { first, _ in first })
        let after = Set(newCodes)
        var rows = zip(newCodes, newValues).compactMap { code, value -> CatalogueDifference.Row? in
            guard let former = before[code] else { return row(.added, value, findings(nil, value)) }
            return former == value ? nil : row(.changed, value, from: former, findings(former, value))
        }
        for (code, value) in zip(oldCodes, oldValues) where !after.contains(code) {
            rows.append(row(.removed, value, removed(value)))
        }
        return rows
    }
}

extension CatalogueDifference.CellChange {
    /// Nil for two texts that are the same.
    init?(_ column: String, _ old: String, _ new: String) {
        guard old != new else { return nil }
        self.init(column: column, old: old, new: new)
    }
}
