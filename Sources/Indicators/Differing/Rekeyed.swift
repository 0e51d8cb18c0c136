/// Rows of which one cell of the key is another: the figure counts as removed and as added, and it is said which cell.
struct Rekeyed {
    /// More rows are not looked at: what is removed by the hundred was not mistyped.
    private static let most = 500

    /// The figures with what is said of those that have moved; nil where none has.
    private(set) var figures: [CatalogueDifference.Figure]?

    init(_ all: [CatalogueDifference.Figure]) {
        let removed = all.indices.filter { all[$0].kind == .removed }
        guard !removed.isEmpty, removed.count <= Self.most else { return }
        /// What a row states besides its key.
        func statement(_ one: Observation) -> [String] {
            [one.value?.description ?? "", String(one.unitMultiplier), one.qualifier.code, one.printed]
        }
        var added: [[String]: [Observation]] = [:]
        for figure in all where figure.kind == .added {
            if let new = figure.new { added[statement(new), default: []].append(new) }
        }
        if added.isEmpty { return }
        var figures = all
        for index in removed {
            guard let old = all[index].old,
                let change = added[statement(old)]?.lazy.compactMap({ Self.change(old.key, $0.key) }).first
            else { continue }
            let one = all[index]
            figures[index] = CatalogueDifference.Figure(
                key: one.key, old: one.old, new: nil, cells: one.cells, changesValue: one.changesValue,
                findings: [.rekeyed(old, change.column, change.old, change.new)])
        }
        self.figures = figures
    }

    /// The only cell in which two keys differ; nil where they differ in several.
    private static func change(_ old: ObservationKey, _ new: ObservationKey)
        -> (column: ColumnName, old: String, new: String)?
    {
        let cells: [(ColumnName, String, String)] = [
            (.REF_AREA, old.area, new.area), (.INDICATOR, old.indicator, new.indicator),
            (.TIME_PERIOD, old.period, new.period), (.PERIOD_BASIS, old.basis.code, new.basis.code),
            (.SOURCE, old.source, new.source),
        ]
        let other = cells.filter { $0.1 != $0.2 }
        return other.count == 1 ? (other[0].0, other[0].1, other[0].2) : nil
    }
}
