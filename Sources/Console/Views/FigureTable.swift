import Cells
import Wording

/// Figures as rows of a table: name and area, value, unit, period, judgement, and trend.
///
/// Where there is little room texts become shorter before columns are dropped. Value, unit and status are always kept
/// together.
struct FigureTable {
    let ink: Ink
    let rows: FigureRows
    /// Whether a figure names its area where that is not the area shown.
    let namesAreas: Bool
    let hasHeader: Bool
    let columns: Int

    /// How much the texts of a row say.
    private struct Form {
        var longNames: Bool
        var status: StatusForm
        var showsTrend: Bool
        var showsHow: Bool
    }

    private enum StatusForm: Int { case full, short, sign }

    /// Everything besides its rows that a table depends on.
    struct Key: Hashable {
        let settings: Settings
        let area: String?
        let filter: [Int: Int]
        let namesAreas: Bool
        let hasHeader: Bool
        let columns: Int
        let seen: Range<Int>
    }

    /// The written rows, independent of the selection: all rows, or the visible ones of a very long table.
    struct Content {
        var columns: [TableColumn] = []
        var rows: [[[TextRun]]] = []
        var widths: [Int] = []
    }

    /// The table in the fullest form that fits. In the shortest form names are cut, and finally periods are dropped.
    ///
    /// - Parameter visible: the number of visible rows; of a very long table only these are written.
    func table(selected: Int?, top: Int, visible: Int) -> TableView {
        let count = rows.figureCount
        let seen = count <= Self.mostMeasured ? 0..<count : min(top, count)..<min(top + visible, count)
        let key = Key(
            settings: ink.state.settings, area: ink.state.session.area, filter: ink.state.session.filter,
            namesAreas: namesAreas, hasHeader: hasHeader, columns: columns, seen: seen)
        let content = rows.table.value(key) { written(seen) }
        return TableView(
            columns: content.columns, rows: content.rows, selected: selected, top: top, style: ink.tableStyle,
            contentWidths: content.widths,
            written: TableView.Written(first: seen.lowerBound, count: count))
    }

    /// Up to this number of rows all decide on the widths of the columns, so that the widths do not change while
    /// scrolling.
    private static let mostMeasured = 500

    private func written(_ seen: Range<Int>) -> Content {
        let trendColumns = columns >= 96 ? 16 : columns >= 60 ? 10 : 0
        let facts = seen.map { FigureFacts(rows[$0], ink, namesAreas: namesAreas, trendColumns: trendColumns) }
        var known: [[[TextRun]]?] = [nil, nil, nil]
        func statuses(_ form: StatusForm) -> [[TextRun]] {
            if let made = known[form.rawValue] { return made }
            let made = facts.enumerated().map { status($1, form, seen.lowerBound + $0) }
            known[form.rawValue] = made
            return made
        }
        var last = Content()
        for form in forms {
            let status = statuses(form.status)
            let all = tableColumns(form, facts, status), widths = widths(form, facts, status, all)
            last.columns = all
            last.widths = widths
            guard TableView.naturalWidth(of: all, widths) <= columns || form.status == .sign else { continue }
            last.rows = facts.indices.map { row(facts[$0], form, status[$0]) }
            break
        }
        return last
    }

    /// The fullest form first.
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

    private func showsHow(_ form: Form) -> Bool { form.showsHow && columns >= 80 }

    private func tableColumns(_ form: Form, _ facts: [FigureFacts], _ status: [[TextRun]]) -> [TableColumn] {
        let words = ink.words
        let judges = facts.contains { $0.isJudged || $0.hasChange }
        func title(_ text: String) -> String { hasHeader ? text : "" }
        // A column that holds nothing but its heading is dropped.
        let hasStatus = status.contains { !$0.isEmpty } || showsHow(form) && facts.contains { !$0.text.how.isEmpty }
        let hasTrend = form.showsTrend && facts.contains { !$0.text.trend.isEmpty }
        let state = hasStatus && form.status != .sign ? (judges || barColumns == 0 ? words.state : words.inGroup) : ""
        return [
            TableColumn(title: title(words.indicator), alignment: .leading, minimum: 8, weight: 1, keepsLastRun: true),
            TableColumn(title: title(words.value), alignment: .trailing, minimum: 3, gap: 1, isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
            TableColumn(
                title: title(words.period), alignment: .leading, minimum: 4, dropOrder: 2, gap: columns < 50 ? 1 : 2),
            TableColumn(title: title(state), alignment: .leading, minimum: 1, dropOrder: 3, gap: columns < 50 ? 1 : 2),
            TableColumn(
                title: title(hasTrend ? words.trend : ""), alignment: .leading, minimum: 4, dropOrder: 0, gap: 2),
        ]
    }

    /// The widths of the columns, computed without writing the rows.
    private func widths(_ form: Form, _ facts: [FigureFacts], _ status: [[TextRun]], _ all: [TableColumn]) -> [Int] {
        var widths = all.map { DisplayWidth.of($0.title) }
        for (place, fact) in facts.enumerated() {
            widths[0] = max(widths[0], form.longNames ? fact.nameWidths.long : fact.nameWidths.short)
            if fact.text.isWithoutValue { continue }
            widths[1] = max(widths[1], fact.widths.value)
            widths[2] = max(widths[2], fact.widths.unit)
            widths[3] = max(widths[3], fact.widths.period)
            widths[4] = max(
                widths[4], fact.text.isComputed ? (showsHow(form) ? fact.text.how.width : 0) : status[place].width)
            if form.showsTrend { widths[5] = max(widths[5], fact.text.trend.width) }
        }
        return widths
    }

    private func row(_ fact: FigureFacts, _ form: Form, _ status: [TextRun]) -> [[TextRun]] {
        // In a narrow table the name needs the room of the separator.
        let isTight = fact.text.isComputed && columns < 50
        let aside = isTight ? [ink.run(" " + ink.judging.derived, .quiet)] : fact.text.aside
        let name = [form.longNames ? fact.text.longName : fact.text.shortName] + aside
        // A computed figure without a value has only its name.
        if fact.text.isWithoutValue { return [name] }
        if fact.text.isComputed {
            return [name, fact.text.value, fact.text.unit, fact.text.period, showsHow(form) ? fact.text.how : []]
        }
        return [
            name, fact.text.value, fact.text.unit, fact.text.period, status, form.showsTrend ? fact.text.trend : [],
        ]
    }

    private var barColumns: Int { columns < 56 ? 0 : min(28, max(8, columns / 7)) }

    /// The judgement of a figure; otherwise its change on a year, otherwise the bar that compares it.
    private func status(_ fact: FigureFacts, _ form: StatusForm, _ place: Int) -> [TextRun] {
        if fact.isJudged {
            let runs = [ink.run(JudgementText.phrase(fact.text.judgement, ink.wording, short: form != .full))]
            return form == .sign ? runs.map { TextRun(String($0.text.prefix(1)), $0.style) } : runs
        }
        if form == .sign || fact.text.isComputed { return [] }
        if fact.hasChange, let change = fact.text.change, case .figure(let indicator, _) = fact.item {
            let label = form == .full ? [ink.run(ink.judging.onYear + " ", .quiet)] : []
            return label + ink.runs(ChangeText.phrases(change, indicator, ink.wording, short: true))
        }
        guard barColumns > 0, let bar = rows.bars.fraction(place) else { return [] }
        return ThinBar.runs(
            fraction: bar, columns: barColumns, glyphs: ink.glyphs, filled: ink.theme[.bar], empty: ink.theme[.frame])
    }
}
