import Indicators

extension Publication {
    /// A draft as another person reads it: its files hold former values and marks already.
    ///
    /// - Parameters:
    ///   - files: the files of the draft.
    ///   - catalogue: what they hold.
    ///   - former: the version that is shown; nil for none.
    ///   - reason: why it was submitted; publishing has recorded former values with it.
    ///   - day: the day on which it was submitted, `YYYY-MM-DD`.
    public init(
        draft files: [String: [UInt8]], _ catalogue: Catalogue, after former: Catalogue?, reason: String, day: String
    ) {
        let known = Set(former?.formerValues ?? [])
        let recorded = catalogue.formerValues.reversed().prefix {
            $0.reason.zh == reason && $0.date.hasPrefix(day) && !known.contains($0)
        }.count
        self.init(
            files: files, catalogue: catalogue, former: former,
            difference: former.map {
                CatalogueDifference(from: $0, to: catalogue, ObservationPairs($0, catalogue), recorded: recorded)
            },
            newFormerValues: recorded, warnings: [])
    }

    /// The same publication, asking about the rows of others that it puts back.
    ///
    /// - Parameters:
    ///   - undone: those rows.
    ///   - publication: which publication changed a row, in words.
    public func asking(about undone: UndoneRows, _ publication: (MergedRow) -> String) -> Publication {
        guard let difference, !undone.all.isEmpty else { return self }
        let figures = Dictionary(
            undone.all.filter { $0.table == "observations" }.map { ($0.cells, $0) },
            uniquingKeysWith: { first, _ in first })
        let others = undone.all.filter { $0.table != "observations" }
        var asked = self
        asked.difference = difference.asking(
            figures: { figure in
                let key = figure.key
                return figures[[key.area, key.indicator, key.period, key.basis.code, key.source]].map {
                    .undone(by: publication($0))
                }
            },
            rows: { row in others.first { $0.concerns(row) }.map { .undone(by: publication($0)) } })
        return asked
    }
}

extension MergedRow {
    /// Whether this is, or is part of, a row of a difference.
    fileprivate func concerns(_ row: CatalogueDifference.Row) -> Bool {
        if key.isEmpty { return table == "\(row.table).json" || table == row.code }
        guard table == row.table else { return false }
        let cells = Dictionary(
            zip((KeyedTable.keys[table] ?? []).map(\.rawValue), cells), uniquingKeysWith: { first, _ in first })
        return row.key.allSatisfy { cells[$0.column] == $0.text }
    }
}
