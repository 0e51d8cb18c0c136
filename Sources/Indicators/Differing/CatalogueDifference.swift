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
        /// Whether only a code that it names is another, so that it counts as removed and added.
        package internal(set) var isRenamed = false
        /// The kinds of the findings.
        public var suspicions: [Suspicion] { findings.map(\.kind) }

        /// The kind of difference, by which of the two versions has the figure.
        public var kind: Kind { old == nil ? .added : new == nil ? .removed : .changed }
    }

    /// A cell that differs, with its text in both versions.
    public struct CellChange: Hashable, Sendable {
        /// The name of the column.
        public let column: String
        /// The text in the old version; empty for none.
        public let old: String
        /// The text in the new version; empty for none.
        public let new: String
    }

    /// A cell that identifies a row.
    package struct KeyCell: Hashable, Sendable {
        package let column: String
        package let text: String

        package init(column: String, text: String) {
            self.column = column
            self.text = text
        }
    }

    /// A row of another table that differs.
    public struct Row: Hashable, Sendable {
        /// Whether the row was added, removed or changed.
        public let kind: Figure.Kind
        /// The name of the table's resource; `datapackage` for what the description says.
        public let table: String
        /// The code of the row; for tables without codes the cells that identify it, separated by blanks.
        public let code: String
        /// The name that people read; empty for links, which have none.
        public let name: LocalizedText
        /// The cells that identify the row.
        package let key: [KeyCell]
        /// The cells of a changed row that differ.
        public let cells: [CellChange]
        /// Reasons to check the row again: a target that has moved, a unit that is another.
        public let findings: [Finding]
    }

    /// In the order of the new version's indicators, then those of indicators that only the old version has.
    public private(set) var figures: [Figure]
    /// Differing rows of the other tables, table by table; the map counts as one row.
    public private(set) var rows: [Row]
    private let columns: [Column]

    /// Whether the two versions are the same in every respect that is compared.
    public var isEmpty: Bool { figures.isEmpty && rows.isEmpty }
    /// The figures to check again before publication.
    public private(set) var suspicious: [Figure]
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
        /// The cell as the table has it.
        package let text: @Sendable (Observation) -> String

        package init(
            name: String, differs: @escaping @Sendable (_ old: Observation, _ new: Observation) -> Bool,
            text: @escaping @Sendable (Observation) -> String
        ) {
            self.name = name
            self.differs = differs
            self.text = text
        }
    }

    /// Compares two versions. Figures under embargo are compared by their real values and shown without them.
    ///
    /// - Parameters:
    ///   - pairs: which rows are the same figure.
    ///   - recorded: how many former values at the end of the new version publishing itself has recorded.
    package init(
        from old: Catalogue, to new: Catalogue, comparing columns: [Column], _ pairs: ObservationPairs,
        recorded: Int = 0
    ) {
        self.columns = columns
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
        let renames = CodeRenames(old, new, figures), moved = MovedFigures(figures)
        let settled = renames.settled(moved.figures ?? figures)
        self.figures = settled
        self.suspicious =
            moved.figures == nil && renames.figures.isEmpty ? suspicious : settled.filter { !$0.findings.isEmpty }
        self.counts = counts
        rows = renames.settled(Self.rows(old, new, recorded))
    }

    /// The same differences, with a finding at each figure and row that a person has to look at for another reason.
    package func asking(figures asked: (Figure) -> Finding?, rows askedRows: (Row) -> Finding?) -> CatalogueDifference {
        var difference = self
        for (index, figure) in figures.enumerated() {
            if let finding = asked(figure) {
                difference.figures[index] = figure.saying(figure.findings + [finding])
            }
        }
        difference.suspicious = difference.figures.filter { !$0.findings.isEmpty }
        difference.rows = rows.map { row in askedRows(row).map { row.saying(row.findings + [$0]) } ?? row }
        return difference
    }

    /// The cells of a changed figure that differ, with their texts; none of a value that is hidden.
    public func cells(of figure: Figure) -> [CellChange] {
        guard let old = figure.old, let new = figure.new else { return [] }
        return columns.filter { figure.cells.contains($0.name) }.compactMap {
            CellChange($0.name, $0.text(old), $0.text(new))
        }
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
            findings: isHidden ? hiding(old, new, before, &plausibility) : Suspicion.of(old, new, &plausibility))
    }

    /// What is odd where one of the two versions hides a figure: it was public, or it was to be hidden longer, or it is
    /// odd by itself. Nothing is said of a hidden former value.
    private static func hiding(
        _ old: Observation, _ new: Observation, _ before: Catalogue, _ plausibility: inout Plausibility
    ) -> [Finding] {
        let after = plausibility.catalogue, isSame = old.qualifiedValue == new.qualifiedValue
        guard before.observations.isWithheld(old.index) else {
            if old.value == nil { return Suspicion.of(new, after, &plausibility) }
            return [.hidden(old, new)] + (isSame ? [] : Suspicion.of(old, new, &plausibility))
        }
        if after.observations.isWithheld(new.index), isSame { return release(new, &plausibility) }
        let isEarly = !after.observations.isWithheld(new.index) && new.embargoUntil != old.embargoUntil
        return (isEarly ? [.released(old)] : []) + Suspicion.of(new, after, &plausibility)
    }

    /// What is odd about the release time of a figure under embargo.
    private static func release(_ new: Observation, _ plausibility: inout Plausibility) -> [Finding] {
        let finding = plausibility.findings(of: new.indicator, in: new.area)[new.index]
        return [finding].compactMap(\.self).filter { $0.kind == .farRelease }
    }

    private static func added(_ new: Observation, _ after: Catalogue, _ plausibility: inout Plausibility) -> Figure {
        Figure(
            key: new.key, old: nil, new: after.observations[new.index], cells: [], changesValue: false,
            findings: Suspicion.of(new, after, &plausibility))
    }

    private static func removed(_ former: Observation) -> Figure {
        Figure(key: former.key, old: former, new: nil, cells: [], changesValue: false, findings: [.removed(former)])
    }
}
