extension CatalogueDifference {
    /// The rows of the tables besides the observations that differ, with what is odd about them.
    ///
    /// - Parameter recorded: how many former values at the end of the new version publishing itself has recorded.
    static func rows(_ old: Catalogue, _ new: Catalogue, _ recorded: Int) -> [Row] {
        func named(_ code: String) -> LocalizedText {
            (new.indicator(code) ?? old.indicator(code))?.name ?? LocalizedText(zh: code, en: code)
        }
        var plausibility = Plausibility(new)
        return defined(.topics, old, new) + defined(.indicators, old, new) + defined(.areas, old, new)
            + defined(.sources, old, new) { YearRules.finding($1, was: $0, new) }
            + defined(.briefs, old, new) { YearRules.finding($1, was: $0, new) }
            + RowForm.targets(named).rows(
                old, new,
                findings: { before, now in
                    let move = before.flatMap { TargetMove.finding($0, now) }
                    let suspected = Set(plausibility.findings(of: now.indicator, in: now.area).keys)
                    let own = TargetRules.finding(now, new, isNew: true, suspected: suspected)
                    // That the size is odd is said by what it was.
                    let isSaid = move != nil && [.tenfold, .tenThousandfold].contains(own?.kind)
                    return [move, isSaid ? nil : own].compactMap(\.self)
                }, removed: { [.removed($0)] })
            + defined(.derived, old, new) + defined(.links, old, new)
            + revisions(.revisions(named), old, new, recorded)
            + RowForm.followUps(named).rows(old, new) { [FollowUpRules.finding($1, new, was: $0)].compactMap(\.self) }
            + RowForm.notes(named).rows(old, new) { [FollowUpRules.finding($1, new)].compactMap(\.self) }
            + defined(.contacts, old, new) { ContactRules.finding($1, was: $0) }
            + defined(.package, old, new) { YearRules.finding($1, was: $0, new) }
            + map(old, new)
    }

    /// The map as one row: it is drawn as a whole.
    private static func map(_ old: Catalogue, _ new: Catalogue) -> [Row] {
        guard old.map != new.map else { return [] }
        let kind: Figure.Kind = old.map == nil ? .added : new.map == nil ? .removed : .changed
        return [
            Row(
                kind: kind, table: "map", code: "map.txt", name: LocalizedText(zh: "地图", en: "map"), key: [], cells: [],
                findings: kind == .removed ? [.removedMap] : [])
        ]
    }

    /// The rows of a table that says what figures mean.
    ///
    /// - Parameter odd: what else is odd about a row; the first argument is the former row, nil for an added one.
    private static func defined<Value>(
        _ form: RowForm<Value>, _ old: Catalogue, _ new: Catalogue, _ odd: (Value?, Value) -> Finding? = { _, _ in nil }
    ) -> [Row] {
        form.rows(old, new) { before, now in
            let moved = before.map { DefinitionMove.findings(form.table, form.row(.changed, now, from: $0, []).cells) }
            return (moved ?? []) + [odd(before, now)].compactMap(\.self)
        }
    }

    private static func revisions(
        _ form: RowForm<FormerValue>, _ old: Catalogue, _ new: Catalogue, _ recorded: Int
    ) -> [Row] {
        var rules = FormerValueRules(new, before: old)
        let own = new.formerValues.count - recorded, last = own > 0 ? new.formerValues[own - 1].line.number : 0
        // Of rows with the same key one may be as it was.
        let known = Set(old.formerValues)
        return form.rows(old, new) { before, now in
            // What publishing has recorded itself stands behind all others.
            guard now.line.number <= last, !known.contains(now) else { return [] }
            guard let before else { return [rules.finding(now)].compactMap(\.self) }
            let cell = form.row(.changed, now, from: before, []).cells.first
            return [FormerValueRules.changed(cell.flatMap { ColumnName(rawValue: $0.column) })]
        }
    }
}
