import Indicators
import Wording

/// What changed, in the order and with the headings in which the screen lists it.
final class ChangeRows: Sendable {
    /// What the rows of a group have in common.
    enum Heading: Hashable, Sendable {
        /// On the year: worse or better by the direction of the indicator, up or down without one, the same.
        case worse, better, moved, same
        /// Between versions: another value, a new figure, a figure that is gone, other cells than the value.
        case corrected, added, removed, described
    }

    struct Row: Sendable {
        let indicator: Indicator
        /// The figure now; the former one where it is gone.
        let figure: Observation
        /// The figure that it is compared with; nil where there was none.
        let former: Observation?
        /// Nil where the two cannot be subtracted.
        let change: FigureChange?
        /// The names of the columns that differ.
        var columns: [String] = []
        /// Whether only the former version has the figure.
        var isGone = false
    }

    let groups: [(heading: Heading, rows: [Row])]
    let rows: [Row]
    let headed: HeadedLines
    /// How many rows of other tables differ.
    let otherTables: Int

    private init(_ groups: [(Heading, [Row])], otherTables: Int = 0) {
        self.groups = groups.filter { !$0.1.isEmpty }.map { (heading: $0.0, rows: $0.1) }
        rows = groups.flatMap(\.1)
        headed = HeadedLines(self.groups.map(\.rows.count))
        self.otherTables = otherTables
    }

    /// Figure by figure between two versions. Without an area, all areas.
    convenience init(_ former: FormerVersion, to catalogue: Catalogue, area: String?) {
        var groups: [Heading: [Row]] = [:]
        for figure in former.difference.figures where area == nil || figure.key.area == area {
            let code = figure.key.indicator
            guard let shown = figure.new ?? figure.old,
                let indicator = catalogue.indicator(code) ?? former.catalogue.indicator(code)
            else { continue }
            let heading: Heading =
                switch figure.kind {
                case .added: .added
                case .removed: .removed
                case .changed: figure.changesValue ? .corrected : .described
                }
            let change = figure.new.flatMap { new in
                figure.old.flatMap { FigureChange(from: $0, to: new, isShare: indicator.unit.isPercent) }
            }
            groups[heading, default: []].append(
                Row(
                    indicator: indicator, figure: shown, former: figure.new == nil ? nil : figure.old, change: change,
                    columns: figure.cells, isGone: figure.new == nil))
        }
        let order: [Heading] = [.corrected, .added, .removed, .described]
        self.init(order.map { ($0, groups[$0] ?? []) }, otherTables: area == nil ? former.difference.rows.count : 0)
    }

    /// The figure of every indicator against the same part of the year before, where the two may be compared.
    convenience init(onYearOf figures: [(indicator: Indicator, observation: Observation)], in catalogue: Catalogue) {
        var groups: [Heading: [Row]] = [:]
        for (indicator, observation) in figures {
            guard case .success(let change) = catalogue.changeOnYear(of: observation) else { continue }
            let heading = Self.heading(change, indicator, catalogue.tendency(of: observation))
            groups[heading, default: []].append(
                Row(indicator: indicator, figure: observation, former: change.earlier, change: change.change))
        }
        self.init([Heading.worse, .better, .moved, .same].map { ($0, groups[$0] ?? []) })
    }

    /// By the criterion of the indicator where it states one, as the sentence on the overview counts; else any change
    /// is one.
    private static func heading(
        _ change: ChangeOnYear, _ indicator: Indicator, _ tendency: Result<Tendency, Incomparability>
    ) -> Heading {
        if case .success(let tendency) = tendency {
            switch tendency.direction {
            case .better: return .better
            case .same: return .same
            case .worse: return .worse
            }
        }
        return change.sign == 0 ? .same : change.isGood(indicator.direction).map { $0 ? .better : .worse } ?? .moved
    }

    /// What the rows depend on, besides the data.
    struct Key: Equatable {
        let base: ChangeBase
        let area: String?
        let isKnown: Bool
    }
}

extension DashboardState {
    /// The rows for a base; made when they are first asked for, then kept.
    func changeRows(_ base: ChangeBase) -> ChangeRows {
        let former = formers?.versions[base]
        let key = ChangeRows.Key(base: base, area: session.area, isKnown: former != nil)
        return memory.changes.value(key) {
            if let former { return ChangeRows(former, to: catalogue, area: session.area) }
            guard base == .year else { return ChangeRows(onYearOf: [], in: catalogue) }
            let figures = catalogue.indicators.compactMap { indicator in
                shownObservation(of: indicator.code).map { (indicator, $0) }
            }
            return ChangeRows(onYearOf: figures, in: catalogue)
        }
    }

    /// Shows what changed; on the screen itself, against the next base.
    ///
    /// - Returns: an effect that asks for the former versions, where nobody has asked yet.
    mutating func showChanges() -> Effect? {
        if case .changes(let base) = screen {
            session.current = Visit(.changes(base.next))
        } else {
            visit(.changes(formers?.best ?? .year))
        }
        settle()
        return formers == nil ? .readFormerVersions : nil
    }

    /// Takes over the former versions. A screen of changes that was waiting for them shows the one that says most.
    mutating func take(_ found: FormerVersions) {
        formers = found
        if case .changes = screen {
            session.current = Visit(.changes(found.best))
        } else if let look = found.versions[.lastLook], !look.difference.figures.isEmpty, notice == nil {
            notice = ChangeWords.sinceLook(look.difference.figures.count)
        }
        settle()
    }

    /// What differs from the version before, in short; nil where that version is not known.
    package var changeSinceVersion: CitySentence.VersionChange? {
        guard let former = formers?.versions[.version] else { return nil }
        let key = ChangeRows.Key(base: .version, area: session.area, isKnown: true)
        return memory.sinceVersion.value(key) {
            CitySentence.VersionChange(former.difference, from: former.catalogue, to: catalogue, in: session.area)
        }
    }
}
