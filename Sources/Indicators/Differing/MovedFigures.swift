/// Figures that are not what they were because rows were mixed up: a row of which one cell of the key is another, so
/// that it counts as removed and as added, and two figures that have exchanged their values.
struct MovedFigures {
    /// Above these counts nothing is looked for: so many changes are no slips.
    private static let mostRemoved = 500, mostChanged = 5_000

    /// The figures with what is said of those that have moved; nil where none has.
    private(set) var figures: [CatalogueDifference.Figure]?

    init(_ all: [CatalogueDifference.Figure]) {
        findRekeyed(all)
        findSwapped(figures ?? all)
    }

    /// What a row states besides its key.
    private static func statement(_ one: Observation) -> [String] {
        [one.value?.description ?? "", String(one.unitMultiplier), one.qualifier.code, one.printed]
    }

    private mutating func findRekeyed(_ all: [CatalogueDifference.Figure]) {
        let removed = all.indices.filter { all[$0].kind == .removed }
        guard !removed.isEmpty, removed.count <= Self.mostRemoved else { return }
        var added: [[String]: [Observation]] = [:]
        for figure in all where figure.kind == .added {
            if let new = figure.new { added[Self.statement(new), default: []].append(new) }
        }
        for index in removed {
            // Rows without a value all state the same.
            guard let old = all[index].old, old.value != nil,
                let change = added[Self.statement(old)]?.lazy.compactMap({ Self.change(old.key, $0.key) }).first
            else { continue }
            let finding = Finding.rekeyed(old, change.column, change.old, change.new)
            if figures == nil { figures = all }
            figures?[index] = all[index].saying([finding])
        }
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

    private mutating func findSwapped(_ all: [CatalogueDifference.Figure]) {
        let changed = all.indices.filter {
            all[$0].kind == .changed && all[$0].changesValue && all[$0].new?.value != nil
        }
        guard changed.count > 1, changed.count <= Self.mostChanged else { return }
        func key(_ figure: CatalogueDifference.Figure, _ one: Observation?, _ other: Observation?) -> [String] {
            [figure.key.indicator, one?.writtenValue ?? "", other?.writtenValue ?? ""]
        }
        let known = Dictionary(
            changed.map { (key(all[$0], all[$0].old, all[$0].new), $0) }, uniquingKeysWith: { first, _ in first })
        for index in changed {
            let figure = all[index]
            guard let other = known[key(figure, figure.new, figure.old)], other != index, let old = figure.old,
                let new = figure.new, let partner = all[other].new
            else { continue }
            if figures == nil { figures = all }
            figures?[index] = figure.saying(figure.findings + [.swapped(old, new, with: partner)])
        }
    }
}

extension CatalogueDifference.Figure {
    /// The same figure with other findings.
    func saying(_ findings: [Finding]) -> CatalogueDifference.Figure {
        CatalogueDifference.Figure(
            key: key, old: old, new: new, cells: cells, changesValue: changesValue, findings: findings)
    }
}

extension CatalogueDifference.Row {
    /// The same row with other findings.
    func saying(_ findings: [Finding]) -> CatalogueDifference.Row {
        CatalogueDifference.Row(
            kind: kind, table: table, code: code, name: name, key: key, cells: cells, findings: findings)
    }
}
