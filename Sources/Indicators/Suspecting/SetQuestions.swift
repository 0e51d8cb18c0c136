/// What is odd about a data set by itself, whatever the version before.
package struct SetQuestions {
    /// The figures by their rows, with what is odd about them.
    package private(set) var figures: [(row: Int, finding: Finding)] = []
    /// The rows of other tables with what is odd about them, and the line of each; 0 for what
    /// `datapackage.json` says.
    package private(set) var rows: [(row: CatalogueDifference.Row, line: Int)] = []

    /// - Parameter isFirst: whether there is no version before, so that all of it is new.
    package init(_ catalogue: Catalogue, isFirst: Bool = false) {
        var plausibility = Plausibility(catalogue)
        for indicator in catalogue.indicators {
            for area in catalogue.areas(reporting: indicator.code) {
                figures += plausibility.findings(of: indicator.code, in: area).sorted { $0.key < $1.key }
                    .map { (row: $0.key, finding: $0.value) }
            }
        }
        func named(_ code: String) -> LocalizedText {
            catalogue.indicator(code)?.name ?? LocalizedText(zh: code, en: code)
        }
        var revisions = FormerValueRules(catalogue)
        add(RowForm.sources, catalogue, \.line) { YearRules.finding($0, was: nil, catalogue) }
        add(RowForm.briefs, catalogue, \.line) { YearRules.finished($0, catalogue) }
        add(RowForm.targets(named), catalogue, \.line) { target in
            let suspected = Set(plausibility.findings(of: target.indicator, in: target.area).keys)
            return TargetRules.finding(target, catalogue, isNew: isFirst, suspected: suspected)
        }
        add(RowForm.revisions(named), catalogue, \.line) { revisions.finding($0) }
        add(RowForm.followUps(named), catalogue, \.line) { FollowUpRules.finding($0, catalogue) }
        add(RowForm.notes(named), catalogue, \.line) { FollowUpRules.finding($0, catalogue) }
        add(RowForm.package, catalogue, { _ in SourceLine() }) { YearRules.finding($0, was: nil, catalogue) }
    }

    private mutating func add<Value>(
        _ form: RowForm<Value>, _ catalogue: Catalogue, _ line: (Value) -> SourceLine, _ finding: (Value) -> Finding?
    ) {
        for value in form.list(catalogue) {
            if let found = finding(value) { rows.append((form.row(.added, value, [found]), line(value).number)) }
        }
    }
}

extension CatalogueDifference {
    /// The figures and rows of a first version that are odd, as if all of it had been added.
    package static func questions(of catalogue: Catalogue) -> (figures: [Figure], rows: [Row]) {
        let questions = SetQuestions(catalogue, isFirst: true)
        let figures = questions.figures.map { row, finding in
            let observation = catalogue.observations[row]
            return Figure(
                key: observation.key, old: nil, new: observation, cells: [], changesValue: false, findings: [finding])
        }
        return (figures, questions.rows.map(\.row))
    }
}
