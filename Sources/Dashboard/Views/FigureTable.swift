import Cells
import Indicators

/// Figures as rows of a table: name and area, value, unit, period, how it stands, and its trend.
///
/// Where there is little room words grow shorter before anything disappears; value, unit and status are never parted.
struct FigureTable {
    let ink: Ink
    let items: [Item]
    /// Whether a figure of another area than the one shown names it.
    let namesAreas: Bool
    let hasHeader: Bool
    let columns: Int

    /// How much the words of a row say.
    private struct Form {
        var longNames: Bool
        var status: StatusForm
        var showsTrend: Bool
        var showsHow: Bool
    }

    private enum StatusForm { case full, short, sign }

    /// The fullest first.
    private var forms: [Form] {
        [
            Form(longNames: true, status: .full, showsTrend: true, showsHow: true),
            Form(longNames: true, status: .full, showsTrend: true, showsHow: false),
            Form(longNames: true, status: .short, showsTrend: true, showsHow: false),
            Form(longNames: false, status: .full, showsTrend: true, showsHow: false),
            Form(longNames: false, status: .short, showsTrend: true, showsHow: false),
            Form(longNames: false, status: .full, showsTrend: false, showsHow: false),
            Form(longNames: false, status: .short, showsTrend: false, showsHow: false),
            Form(longNames: false, status: .sign, showsTrend: false, showsHow: false),
        ]
    }

    /// The table in the fullest form that fits; in the shortest one names are cut and, last, periods go.
    ///
    /// - Parameter visible: how many rows are seen; of very many only these are written out, for nobody waits for the rest.
    func table(selected: Int?, top: Int, visible: Int) -> TableView {
        let trendColumns = columns >= 96 ? 16 : columns >= 60 ? 10 : 0
        let seen = items.count <= Self.mostMeasured ? 0..<items.count : top..<top + visible
        let facts = items.enumerated().map { seen.contains($0) ? Facts($1, ink, trendColumns: trendColumns) : nil }
        let known = items.compactMap { if case .figure(let indicator, let observation) = $0 { (indicator, observation) } else { nil } }
        let siblings = SiblingBars(known.map(\.0), observations: known.map(\.1))
        var last: TableView?
        for form in forms {
            let view = table(form, facts, siblings, selected: selected, top: top)
            if view.naturalWidth <= columns { return view }
            last = view
        }
        return last ?? TableView(columns: [], rows: [], selected: nil, top: 0, style: ink.tableStyle)
    }

    /// Up to here all rows decide on the widths of the columns, so that scrolling does not shake them.
    private static let mostMeasured = 500

    /// What is asked of the catalogue once for all forms.
    private struct Facts {
        let item: Item
        var judgement = Judgement.noTarget
        var change: ChangeOnYear?
        var value: [TextRun] = []
        var unit: [TextRun] = []
        var period: [TextRun] = []
        var trend: [TextRun] = []
        /// How a computed figure was computed, or why not.
        var how: [TextRun] = []
        var isWithoutValue = false

        init(_ item: Item, _ ink: Ink, trendColumns: Int) {
            self.item = item
            if case .derived(let derived) = item { takeDerived(derived, ink) }
            guard case .figure(let indicator, let observation) = item else { return }
            judgement = ink.judgement(of: indicator, observation)
            change = observation.flatMap { try? ink.catalogue.changeOnYear(of: $0).get() }
            value = FigureRuns.value(observation, ink)
            unit = FigureRuns.unit(observation, ink)
            period = FigureRuns.period(observation, ink)
            if trendColumns > 0 { trend = ink.sparkline(observation, columns: trendColumns) ?? [] }
        }

        private mutating func takeDerived(_ derived: DerivedIndicator, _ ink: Ink) {
            switch ink.catalogue.derivation(of: derived) {
            case .failure(let refusal):
                value = [ink.run(ink.words.judging.notDerived, .quiet)]
                how = [ink.run(DerivedText.refusal(refusal, ink), .quiet)]
            case .success(let derivation):
                guard let parts = DerivedText.parts(derived, ink) else {
                    isWithoutValue = true
                    return
                }
                value = [ink.run(parts.value, .value)]
                unit = [ink.run(parts.unit, .quiet)]
                period = FigureRuns.period(derivation, ink)
                how = [ink.run("= " + DerivedText.formula(derived, derivation.numerator, derivation.denominator, ink), .quiet)]
            }
        }
    }

    private func table(_ form: Form, _ facts: [Facts?], _ siblings: SiblingBars, selected: Int?, top: Int) -> TableView {
        let words = ink.words
        let barColumns = columns < 56 ? 0 : min(28, max(8, columns / 7))
        let judges = facts.contains { $0.map { $0.judgement != .noTarget || $0.change != nil } ?? false }
        func title(_ text: String) -> String { hasHeader ? text : "" }
        let rows = facts.enumerated().map { index, fact -> [[TextRun]] in
            guard let fact else { return [] }
            switch fact.item {
            case .figure(let indicator, let observation):
                return row(indicator, observation, fact, form, bar: barColumns > 0 ? siblings.fraction(index) : nil, barColumns)
                    + [form.showsTrend ? fact.trend : []]
            case .derived(let derived): return row(derived, fact, form)
            case .brief, .area, .topic, .choice: return []
            }
        }
        // A heading alone keeps no column.
        func hasContent(_ column: Int) -> Bool { rows.contains { $0.indices.contains(column) && !$0[column].isEmpty } }
        let hasStatus = hasContent(4), hasTrend = hasContent(5)
        return TableView(
            columns: [
                TableColumn(title: title(words.indicator), alignment: .leading, minimum: 8, weight: 1, keepsLastRun: true),
                TableColumn(title: title(words.value), alignment: .trailing, minimum: 3, gap: 1, isWhole: true),
                TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
                TableColumn(title: title(words.period), alignment: .leading, minimum: 4, dropOrder: 2, gap: columns < 50 ? 1 : 2),
                TableColumn(title: title(hasStatus && form.status != .sign ? (judges || barColumns == 0 ? words.state : words.inGroup) : ""), alignment: .leading, minimum: 1, dropOrder: 3, gap: columns < 50 ? 1 : 2),
                TableColumn(title: title(hasTrend ? words.trend : ""), alignment: .leading, minimum: 4, dropOrder: 0, gap: 2),
            ],
            rows: rows, selected: selected, top: top, style: ink.tableStyle)
    }

    private func row(
        _ indicator: Indicator, _ observation: Observation?, _ fact: Facts, _ form: Form, bar: Double?, _ barColumns: Int
    ) -> [[TextRun]] {
        var name = [ink.run((form.longNames ? indicator.name : indicator.shortName)[ink.language], .text)]
        if namesAreas, let area = ink.foreignArea(observation) { name.append(ink.run(" \(ink.glyphs.separator) \(area)", .quiet)) }
        var last: [TextRun] = []
        if fact.judgement != .noTarget {
            last = JudgementText.runs(fact.judgement, ink, short: form.status != .full)
            if form.status == .sign { last = last.map { TextRun(String($0.text.prefix(1)), $0.style) } }
        } else if let change = fact.change {
            let label = form.status == .full ? [ink.run(ink.words.judging.onYear + " ", .quiet)] : []
            last = form.status == .sign ? [] : label + ChangeText.runs(change, indicator, ink, short: true)
        } else if let bar, form.status != .sign {
            last = ThinBar.runs(fraction: bar, columns: barColumns, glyphs: ink.glyphs, filled: ink.theme[.bar], empty: ink.theme[.frame])
        }
        return [
            name, fact.value, fact.unit, fact.period, last,
        ]
    }

    /// A computed figure: its name marked 推算, then the value, or that there is none and why.
    private func row(_ derived: DerivedIndicator, _ fact: Facts, _ form: Form) -> [[TextRun]] {
        let name = [ink.run(derived.name[ink.language], .text), ink.run(" \(ink.glyphs.separator) \(ink.words.judging.derived)", .quiet)]
        if fact.isWithoutValue { return [name] }
        return [name, fact.value, fact.unit, fact.period, form.showsHow && columns >= 80 ? fact.how : []]
    }
}
