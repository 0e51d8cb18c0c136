/// Codes that have become others while all that names them stayed as it was: one question for the code, none for each
/// row that names it.
struct CodeRenames {
    private struct Rename {
        let table: String
        let old: String
        let new: String
        /// How many figures have the new code in place of the old one.
        let count: Int
    }

    /// More new codes than these are a new data set.
    private static let most = 50

    private var all: [Rename] = []
    /// The indices of the figures of which only the code is another.
    private(set) var figures: Set<Int> = []

    init(_ old: Catalogue, _ new: Catalogue, _ figures: [CatalogueDifference.Figure]) {
        find("indicators", old.indicators.map(\.code), new.indicators.map(\.code), \.indicator, old, new, figures)
        find("areas", old.areas.map(\.code), new.areas.map(\.code), \.area, old, new, figures)
        find("sources", old.sources.map(\.code), new.sources.map(\.code), \.source, old, new, figures)
    }

    private mutating func find(
        _ table: String, _ before: [String], _ after: [String], _ code: KeyPath<ObservationKey, String>,
        _ old: Catalogue, _ new: Catalogue, _ figures: [CatalogueDifference.Figure]
    ) {
        let gone = Set(before).subtracting(after), come = Set(after).subtracting(before)
        guard !gone.isEmpty, !come.isEmpty, max(gone.count, come.count) <= Self.most else { return }
        /// What a figure is and states, without the code.
        func rest(_ figure: CatalogueDifference.Figure, _ one: Observation) -> [String] {
            let key = figure.key
            let parts = [key.area, key.indicator, key.period, key.basis.code, key.source]
            let value = [one.value?.description ?? "", String(one.unitMultiplier), one.qualifier.code, one.status.code]
            return parts.map { $0 == key[keyPath: code] ? "" : $0 } + value
        }
        var removed: [String: [[String]: Int]] = [:], added: [String: [[String]: Int]] = [:]
        for (index, figure) in figures.enumerated() {
            let name = figure.key[keyPath: code]
            if figure.kind == .removed, gone.contains(name), let row = figure.old?.index {
                removed[name, default: [:]][rest(figure, old.observations[revealed: row])] = index
            } else if figure.kind == .added, come.contains(name), let row = figure.new?.index {
                added[name, default: [:]][rest(figure, new.observations[revealed: row])] = index
            }
        }
        for name in gone.sorted() {
            guard let own = removed[name], !own.isEmpty else { continue }
            let matches = come.sorted().map { other in (other, own.keys.filter { added[other]?[$0] != nil }) }
            // A number may be mended on the same day.
            guard let (other, same) = matches.max(by: { $0.1.count < $1.1.count }), same.count * 10 >= own.count * 9
            else { continue }
            all.append(Rename(table: table, old: name, new: other, count: same.count))
            for key in same { self.figures.formUnion([own[key], added[other]?[key]].compactMap(\.self)) }
        }
    }

    /// The figures without findings where only the code is another.
    func settled(_ figures: [CatalogueDifference.Figure]) -> [CatalogueDifference.Figure] {
        guard !self.figures.isEmpty else { return figures }
        var settled = figures
        for index in self.figures { settled[index] = settled[index].renamed }
        return settled
    }

    /// The rows of other tables without findings where only a code is another, and a question at each code that is
    /// gone.
    func settled(_ rows: [CatalogueDifference.Row]) -> [CatalogueDifference.Row] {
        guard !all.isEmpty else { return rows }
        let added = Set(rows.filter { $0.kind == .added }.map { [$0.table] + $0.key.map(\.text) })
        return rows.map { row in
            if row.kind == .removed {
                if let own = all.first(where: { $0.table == row.table && $0.old == row.code }) {
                    return row.saying([.renamed(own.old, own.new, own.count)])
                }
                return added.contains([row.table] + row.key.map { now($0.text) }) ? row.saying([]) : row
            }
            let same = Set(row.cells.filter { now($0.old) == $0.new }.map(\.column))
            return row.saying(
                row.findings.filter { finding in
                    finding.kind != .definition || !(finding.column.map { same.contains($0.rawValue) } ?? false)
                })
        }
    }

    /// A text in which each old code is the new one.
    private func now(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let isLast = !word.hasSuffix(";"), bare = isLast ? String(word) : String(word.dropLast())
            return (all.first { $0.old == bare }?.new ?? bare) + (isLast ? "" : ";")
        }.joined(separator: " ")
    }
}

extension CatalogueDifference.Figure {
    /// The same figure as one of which only a code is another.
    fileprivate var renamed: CatalogueDifference.Figure {
        var figure = saying([])
        figure.isRenamed = true
        return figure
    }
}
