/// The differences between two versions of a data set, figure by figure in the order of the dashboard.
public struct CatalogueDifference: Sendable {
    /// A figure that only one version has, or that differs between them.
    public struct Figure: Hashable, Sendable {
        /// Whether the old version lacks the figure, the new one lacks it, or both have it with different cells.
        public enum Kind: String, Sendable { case added, removed, changed }

        /// What identifies the figure in both versions.
        public let key: ObservationKey
        /// The observation in the old version, without its value where it is under embargo. Nil for a figure that was
        /// added.
        public let old: Observation?
        /// The observation in the new version, without its value where it is under embargo. Nil for a figure that was
        /// removed.
        public let new: Observation?
        /// The names of the columns whose cells differ; empty for what was added or removed.
        public let cells: [String]
        /// Whether there was a value and value, power of ten, qualifier or absence differ, so that `revisions.csv`
        /// keeps the former value. The first value of a figure that had none changes nothing.
        public let changesValue: Bool
        /// Reasons to check the figure again, each with both figures.
        public let findings: [Finding]
        /// The kinds of the findings.
        public var suspicions: [Suspicion] { findings.map(\.kind) }

        /// The kind of difference, by which of the two versions has the figure.
        public var kind: Kind { old == nil ? .added : new == nil ? .removed : .changed }
    }

    /// A row of another table that differs.
    public struct Row: Hashable, Sendable {
        /// Whether the row was added, removed or changed.
        public let kind: Figure.Kind
        /// The name of the table's resource.
        public let table: String
        /// The code of the row; for tables without codes the cells that identify it, separated by blanks.
        public let code: String
        /// The name that people read; empty for links, which have none.
        public let name: LocalizedText
        /// Reasons to check the row again: a target that has moved.
        public var findings: [Finding] = []
    }

    /// In the order of the new version's indicators, then those of indicators that only the old version has.
    public let figures: [Figure]
    /// Differing rows of the other tables, table by table.
    public let rows: [Row]
    /// Whether the map or the description in `datapackage.json` differs.
    public let othersDiffer: Bool

    /// Whether the two versions are the same in every respect that is compared.
    public var isEmpty: Bool { figures.isEmpty && rows.isEmpty && !othersDiffer }
    /// The figures to check again before publication.
    public let suspicious: [Figure]
    /// The rows of other tables to check again before publication.
    public var suspiciousRows: [Row] { rows.filter { !$0.findings.isEmpty } }
    private let counts: [Figure.Kind: Int]
    /// How many figures differ in that way; rows of other tables are not counted.
    public func count(_ kind: Figure.Kind) -> Int { counts[kind] ?? 0 }

    /// A column of the observations that is compared.
    package struct Column: Sendable {
        package let name: String
        /// Whether two observations with the same key differ in it.
        package let differs: @Sendable (_ old: Observation, _ new: Observation) -> Bool

        package init(
            name: String, differs: @escaping @Sendable (_ old: Observation, _ new: Observation) -> Bool
        ) {
            self.name = name
            self.differs = differs
        }
    }

    /// Compares two versions. Figures under embargo are compared by their real values and shown without them.
    ///
    /// - Parameter pairs: which rows are the same figure.
    package init(from old: Catalogue, to new: Catalogue, comparing columns: [Column], _ pairs: ObservationPairs) {
        var figures: [Figure] = [], suspicious: [Figure] = [], counts: [Figure.Kind: Int] = [:]
        var plausibility = Plausibility(new)
        // What is not used of it takes no memory, and figures are large.
        figures.reserveCapacity(pairs.all.count)
        for pair in pairs.all {
            let figure: Figure?
            switch (pair.old, pair.new) {
            case (let before?, let after?):
                figure = Self.changed(
                    old.observations[revealed: before], new.observations[revealed: after], old, new, columns,
                    &plausibility)
            case (nil, let after?): figure = Self.added(new.observations[revealed: after], new, &plausibility)
            case (let before?, nil): figure = Self.removed(old.observations[before])
            case (nil, nil): figure = nil
            }
            guard let figure else { continue }
            counts[figure.kind, default: 0] += 1
            if !figure.findings.isEmpty { suspicious.append(figure) }
            figures.append(figure)
        }
        self.figures = figures
        self.suspicious = suspicious
        self.counts = counts
        rows = Self.rows(old, new)
        othersDiffer = old.map != new.map || old.package != new.package
    }

    /// Whether there was a value that another one, or none, has replaced.
    package static func changesValue(_ old: Observation, _ new: Observation) -> Bool {
        // A first value replaces none.
        old.value != nil
            && (old.qualifiedValue != new.qualifiedValue || (new.value == nil && old.status != new.status))
    }

    private static func changed(
        _ old: Observation, _ new: Observation, _ before: Catalogue, _ after: Catalogue, _ columns: [Column],
        _ plausibility: inout Plausibility
    ) -> Figure? {
        let cells = columns.filter { $0.differs(old, new) }.map(\.name)
        guard !cells.isEmpty else { return nil }
        let isHidden = before.observations.isWithheld(old.index) || after.observations.isWithheld(new.index)
        return Figure(
            key: new.key, old: isHidden ? before.observations[old.index] : old,
            new: isHidden ? after.observations[new.index] : new, cells: cells, changesValue: changesValue(old, new),
            findings: isHidden ? [] : Suspicion.of(old, new, &plausibility))
    }

    private static func added(_ new: Observation, _ after: Catalogue, _ plausibility: inout Plausibility) -> Figure {
        let shown = after.observations[new.index]
        return Figure(
            key: new.key, old: nil, new: shown, cells: [], changesValue: false,
            findings: shown.isWithheld ? [] : Suspicion.of(new, after, &plausibility))
    }

    private static func removed(_ former: Observation) -> Figure {
        Figure(key: former.key, old: former, new: nil, cells: [], changesValue: false, findings: [.removed(former)])
    }

    // MARK: Other tables

    private static func rows(_ old: Catalogue, _ new: Catalogue) -> [Row] {
        func rows<Value: Hashable>(
            _ table: String, _ list: KeyPath<Catalogue, [Value]>, _ code: (Value) -> String,
            _ name: (Value) -> LocalizedText, findings: (Value, Value) -> [Finding] = { _, _ in [] }
        ) -> [Row] {
            // A code may be several cells, so it is put together once.
            let oldCodes = old[keyPath: list].map(code), newCodes = new[keyPath: list].map(code)
            let before = Dictionary(zip(oldCodes, old[keyPath: list]), uniquingKeysWith: { first, _ in first })
            let after = Set(newCodes)
            return zip(newCodes, new[keyPath: list]).compactMap { code, value in
                guard let former = before[code] else {
                    return Row(kind: .added, table: table, code: code, name: name(value))
                }
                guard former != value else { return nil }
                return Row(
                    kind: .changed, table: table, code: code, name: name(value), findings: findings(former, value))
            }
                + zip(oldCodes, old[keyPath: list]).filter { !after.contains($0.0) }.map { code, value in
                    Row(kind: .removed, table: table, code: code, name: name(value))
                }
        }
        func named(_ code: String) -> LocalizedText {
            (new.indicator(code) ?? old.indicator(code))?.name ?? LocalizedText(zh: code, en: code)
        }
        let nothing = LocalizedText(zh: "", en: "")
        return rows("topics", \.topics, \.code, \.title) + rows("indicators", \.indicators, \.code, \.name)
            + rows("areas", \.areas, \.code, \.name) + rows("sources", \.sources, \.code, \.title)
            + rows("briefs", \.briefs, \.code, \.title)
            + rows(
                "targets", \.targets, { "\($0.area) \($0.indicator) \($0.period.text)" }, { named($0.indicator) },
                findings: { TargetMove.finding($0, $1).map { [$0] } ?? [] })
            + rows("derived", \.derived, \.code, \.name)
            + rows("links", \.links, \.code, { _ in nothing })
            + rows(
                "revisions", \.formerValues,
                { "\($0.area) \($0.indicator) \($0.period) \($0.date) \($0.value?.description ?? "")" },
                { named($0.indicator) })
            + rows("followups", \.followUps, \.code, { named($0.indicator) })
            + rows(
                "notes", \.notes, { "\($0.area) \($0.indicator) \($0.period) \($0.date.text) \($0.signed.zh)" },
                { named($0.indicator) })
            + rows("contacts", \.contacts, { "\($0.topic) \($0.department.zh) \($0.window.zh)" }, \.department)
    }
}
