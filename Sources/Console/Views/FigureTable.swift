import Cells
import Wording

/// Figures as rows of a table: name and area, value, unit, period, change on a year,
/// judgement, and trend.
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
        var showsChange = true
        var showsTrend = true
        /// Whether a figure without a target says 改善, 持平 or 变差 where its indicator states which change counts.
        var showsTendency = false
        /// Units stand behind their values, so that a long unit takes columns in its own row only. The values of
        /// different units are then not in one column.
        var unitsFollow = false
        /// A longer name may be cut in this form.
        var mostOfName = Int.max
        /// Used only if a figure of the list is bad: the word of its judgement matters more than whole names.
        var isForBad = false
    }

    private enum StatusForm { case full, short, sign }

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
        var last = Content()
        let isBad = facts.contains { $0.text.judgement.light == .bad }
        for form in Self.forms where isBad || !form.isForBad {
            let all = tableColumns(form, facts), widths = widths(form, facts, all)
            last.columns = all
            last.widths = widths
            guard TableView.naturalWidth(of: all, widths) <= columns || form.status == .sign else { continue }
            last.rows = facts.map { row($0, form) }
            break
        }
        return last
    }

    /// The fullest form first. That a figure is behind is said in words before all of a long name is.
    private static let forms = [
        Form(longNames: true, status: .full, showsTendency: true),
        Form(longNames: false, status: .full, showsTendency: true),
        Form(longNames: false, status: .short, showsTendency: true),
        Form(longNames: false, status: .short),
        Form(longNames: false, status: .short, showsTrend: false),
        Form(longNames: false, status: .short, showsTrend: false, unitsFollow: true),
        Form(longNames: false, status: .short, showsTrend: false, unitsFollow: true, mostOfName: 20),
        Form(longNames: false, status: .short, showsChange: false, showsTrend: false),
        Form(longNames: false, status: .short, showsChange: false, showsTrend: false, unitsFollow: true),
        Form(
            longNames: false, status: .short, showsChange: false, showsTrend: false, unitsFollow: true, mostOfName: 20),
        Form(
            longNames: false, status: .short, showsChange: false, showsTrend: false, unitsFollow: true, mostOfName: 14,
            isForBad: true),
        Form(longNames: false, status: .sign, showsChange: false, showsTrend: false, unitsFollow: true),
    ]

    private func tableColumns(_ form: Form, _ facts: [FigureFacts]) -> [TableColumn] {
        let words = ink.words, gap = columns < 50 ? 1 : 2
        // A column that holds nothing but its heading is dropped.
        func title(_ text: String, _ isUsed: Bool = true) -> String { hasHeader && isUsed ? text : "" }
        return [
            TableColumn(title: title(words.indicator), alignment: .leading, minimum: 8, weight: 1, keepsLastRun: true),
            TableColumn(title: title(words.value), alignment: .trailing, minimum: 3, gap: 1, isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
            TableColumn(title: title(words.period), alignment: .leading, minimum: 4, dropOrder: 2, gap: gap),
            TableColumn(
                title: title(ink.judging.changeHeading, form.showsChange && facts.contains { !$0.text.change.isEmpty }),
                alignment: .trailing, minimum: 4, dropOrder: 1, gap: gap),
            TableColumn(
                title: title(words.state, form.status != .sign && facts.contains { !status($0, form).isEmpty }),
                alignment: .leading, minimum: 1, dropOrder: 3, gap: gap),
            TableColumn(
                title: title(words.trend, form.showsTrend && facts.contains { !$0.text.trend.isEmpty }),
                alignment: .leading, minimum: 4, dropOrder: 0, gap: 2),
        ]
    }

    /// The widths of the columns, computed without writing the rows.
    private func widths(_ form: Form, _ facts: [FigureFacts], _ all: [TableColumn]) -> [Int] {
        var widths = all.map { DisplayWidth.of($0.title) }
        func value(_ fact: FigureFacts) -> Int {
            let unit = form.unitsFollow && fact.widths.unit > 0 ? all[2].gap + fact.widths.unit : 0
            return fact.widths.value + unit
        }
        for fact in facts where !fact.text.isWithoutValue { widths[1] = max(widths[1], value(fact)) }
        for fact in facts {
            let name = form.longNames ? fact.nameWidths.long : fact.nameWidths.short
            // A name may use the blanks before the value of its row.
            let blank = fact.text.isWithoutValue ? 0 : widths[1] - value(fact)
            widths[0] = max(widths[0], min(name - blank, form.mostOfName))
            if fact.text.isWithoutValue { continue }
            if !form.unitsFollow { widths[2] = max(widths[2], fact.widths.unit) }
            if form.showsChange { widths[4] = max(widths[4], fact.text.change.width) }
            widths[5] = max(widths[5], status(fact, form).width)
            if form.showsTrend { widths[6] = max(widths[6], fact.text.trend.width) }
        }
        let tail = (4...6).reduce(0) { $0 + (widths[$1] > 0 ? widths[$1] + all[$1].gap : 0) }
        for fact in facts where !fact.text.isWithoutValue {
            // So may a period use the blanks behind it.
            let hasTail = !status(fact, form).isEmpty || form.showsTrend && !fact.text.trend.isEmpty
            let change = form.showsChange ? fact.text.change.width : 0
            let blank = change > 0 || hasTail ? widths[4] - change : tail
            widths[3] = max(widths[3], fact.widths.period - blank)
        }
        return widths
    }

    private func row(_ fact: FigureFacts, _ form: Form) -> [[TextRun]] {
        let name = [form.longNames ? fact.text.longName : fact.text.shortName] + fact.text.aside
        // A computed figure without a value has only its name.
        if fact.text.isWithoutValue { return [name] }
        let followed = fact.text.value + (fact.widths.unit == 0 ? [] : [ink.run(" ", .text)] + fact.text.unit)
        return [
            name, form.unitsFollow ? followed : fact.text.value, form.unitsFollow ? [] : fact.text.unit,
            fact.text.period, form.showsChange ? fact.text.change : [],
            status(fact, form), form.showsTrend ? fact.text.trend : [],
        ]
    }

    /// The judgement of a figure; without a target whether it became better or worse, where there is room. Behind it
    /// how many areas are behind, which never gives way.
    private func status(_ fact: FigureFacts, _ form: Form) -> [TextRun] {
        var runs: [TextRun] = []
        if form.showsTendency, let tendency = fact.text.tendency {
            runs = [ink.run(TendencyText.word(tendency, ink.judging), .text)]
        } else if fact.isJudged {
            let run = ink.run(JudgementText.phrase(fact.text.judgement, ink.wording, short: form.status != .full))
            runs = [form.status == .sign ? TextRun(String(run.text.prefix(1)), run.style) : run]
        }
        guard fact.text.badAreas > 0 else { return runs }
        let word = form.status == .sign ? "" : ink.words.attention.inAreas
        return runs + [ink.run((runs.isEmpty ? "" : " ") + word + "\(ink.signs.bad)\(fact.text.badAreas)", .bad)]
    }
}
