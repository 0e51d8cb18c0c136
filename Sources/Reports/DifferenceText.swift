import Indicators
import Wording

/// What differs between two versions of the data as lines of text, topic by topic.
public enum DifferenceText {
    /// All differences: figures by topic, rows of other tables, and a summary as the last line. Two equal versions give
    /// one line that says so.
    ///
    /// - Parameter limit: how many figures that were added, removed and changed, and how many rows of another table,
    ///   are shown before the rest is counted.
    /// - Parameter command: what shows all of them, as it is typed; empty where nothing is left out.
    public static func write(
        _ difference: CatalogueDifference, from old: Catalogue, to new: Catalogue, _ options: WordingOptions,
        atMost limit: Int = .max, all command: String = ""
    ) -> String {
        let wording = Wording(new, options), before = Wording(old, options)
        let words = DifferenceWords.in(options.language)
        guard !difference.isEmpty else { return words.none + "\n" }
        var lines: [String] = [], topic: String?
        // Where some are left out, those that somebody has filled in are shown.
        let isCut = difference.figures.count > limit
        let figures =
            isCut
            ? difference.figures.filter { !$0.isUnfilled } + difference.figures.filter(\.isUnfilled)
            : difference.figures
        func more(_ count: Int) -> String { words.more(count, command) }
        lines += limited(figures, limit, kind: FigureKind.init, more) { figure in
            let indicator = new.indicator(figure.key.indicator) ?? old.indicator(figure.key.indicator)
            var own: [String] = []
            if indicator?.topic != topic {
                let title = indicator.flatMap { new.topic($0.topic) ?? old.topic($0.topic) }?.title[options.language]
                own += (topic == nil ? [] : [""]) + [title ?? ""]
                topic = indicator?.topic
            }
            own.append(
                "  " + line(figure, indicator, before, wording, words) + changedCells(figure, difference, wording))
            return own + figure.findings.map { "      " + reason($0, wording, words) }
        }
        if !difference.rows.isEmpty {
            lines += (lines.isEmpty ? [] : [""]) + [words.otherTables]
            lines += limited(difference.rows, limit, kind: RowKind.init, more) { row in
                ["  " + line(row, options.language, words)] + row.findings.map { "      " + reason($0, wording, words) }
            }
        }
        lines += ["", summary(difference, options.language)]
        return TextReport.page(lines)
    }

    /// How many of what kind, in one line.
    public static func summary(_ difference: CatalogueDifference, _ language: Language) -> String {
        DifferenceWords.in(language).summary(
            difference.count(.added), difference.count(.removed), difference.count(.changed),
            difference.suspicious.count + difference.suspiciousRows.count, difference.figures.count(where: \.isUnfilled)
        )
    }

    /// Why a figure or a row should be looked at again, and what would make it right.
    private static func reason(_ finding: Finding, _ wording: Wording, _ words: DifferenceWords) -> String {
        "\(words.look)\(wording.words.colon)\(why(finding, wording.language))"
    }

    private static func why(_ finding: Finding, _ language: Language) -> String {
        finding.message[language] + (language == .zh ? "；" : "; ") + finding.mend[language]
    }

    private static func line(_ row: CatalogueDifference.Row, _ language: Language, _ words: DifferenceWords) -> String {
        let cells = row.cells.map { text($0) }.joined(separator: language == .zh ? "，" : ", ")
        // The map has no cells to name.
        let isMap = row.table == "map"
        return [word(row.kind, words), isMap ? "" : row.table, row.code, row.name[language], cells].filter {
            !$0.isEmpty
        }
        .joined(separator: "  ")
    }

    /// A cell that differs, with both texts.
    private static func text(_ cell: CatalogueDifference.CellChange) -> String {
        func shown(_ text: String) -> String {
            guard text.unicodeScalars.count > longestCell else { return text.isEmpty ? "—" : text }
            return String(text.prefix(longestCell)) + "…"
        }
        return "\(cell.column) \(shown(cell.old)) → \(shown(cell.new))"
    }
    /// Notes may be long.
    private static let longestCell = 60

    /// The changed cells of a figure, where the line does not show an old and a new value.
    private static func changedCells(
        _ figure: CatalogueDifference.Figure, _ difference: CatalogueDifference, _ wording: Wording
    ) -> String {
        guard figure.kind == .changed else { return "" }
        let isHidden = figure.old?.isWithheld == true || figure.new?.isWithheld == true
        // Of a figure under embargo only a change of EMBARGO_UNTIL is shown.
        guard !figure.changesValue || isHidden else { return "" }
        let cells = difference.cells(of: figure).filter { !isHidden || $0.column == "EMBARGO_UNTIL" }
        return cells.isEmpty ? "" : "  " + cells.map(text).joined(separator: wording.words.listSeparator)
    }

    /// What rows of other tables have in common that are counted together.
    private struct RowKind: Hashable {
        let table: String, kind: CatalogueDifference.Figure.Kind

        init(_ row: CatalogueDifference.Row) { (table, kind) = (row.table, row.kind) }
    }

    /// What figures have in common that are counted together.
    private struct FigureKind: Hashable {
        let kind: CatalogueDifference.Figure.Kind, isUnfilled: Bool

        init(_ figure: CatalogueDifference.Figure) { (kind, isUnfilled) = (figure.kind, figure.isUnfilled) }
    }

    /// What is shown of elements, at most so many of a kind, then how many more there are of it.
    private static func limited<Element, Kind: Hashable>(
        _ all: [Element], _ limit: Int, kind: (Element) -> Kind, _ more: (Int) -> String,
        _ text: (Element) -> [String]
    ) -> [String] {
        if all.count <= limit { return all.flatMap(text) }
        let kinds = all.map(kind)
        var counts: [Kind: Int] = [:], seen: [Kind: Int] = [:], lines: [String] = []
        for kind in kinds { counts[kind, default: 0] += 1 }
        for (element, kind) in zip(all, kinds) {
            let number = (seen[kind] ?? 0) + 1
            seen[kind] = number
            if number <= limit { lines += text(element) }
            if number == limit, let all = counts[kind], all > limit { lines.append("  " + more(all - limit)) }
        }
        return lines
    }

    /// A suspicious figure in one line, with the reasons.
    ///
    /// - Parameter old: the version before; nil for the first.
    public static func suspicious(
        _ figure: CatalogueDifference.Figure, from old: Catalogue?, to new: Catalogue, _ language: Language
    ) -> String {
        let options = WordingOptions(language: language), wording = Wording(new, options)
        let indicator = new.indicator(figure.key.indicator) ?? old?.indicator(figure.key.indicator)
        return line(figure, indicator, Wording(old ?? new, options), wording, DifferenceWords.in(language))
            + wording.words.colon + reasons(figure.findings, language)
    }

    /// A suspicious row of another table in one line, with the reasons.
    public static func suspicious(_ row: CatalogueDifference.Row, _ language: Language) -> String {
        line(row, language, DifferenceWords.in(language)) + (language == .zh ? "：" : ": ")
            + reasons(row.findings, language)
    }

    private static func reasons(_ findings: [Finding], _ language: Language) -> String {
        findings.map { why($0, language) }.joined(separator: language == .zh ? "；" : "; ")
    }

    private static func line(
        _ figure: CatalogueDifference.Figure, _ indicator: Indicator?, _ old: Wording, _ new: Wording,
        _ words: DifferenceWords
    ) -> String {
        let language = new.language, shown = figure.new ?? figure.old
        var name = indicator?.name[language] ?? figure.key.indicator
        if figure.key.area != new.catalogue.rootArea.code {
            let area = new.catalogue.area(figure.key.area) ?? old.catalogue.area(figure.key.area)
            name += " (\(area?.shortName[language] ?? figure.key.area))"
        }
        let period = shown.map { PeriodText.full($0, new) } ?? ""
        let parts = [word(figure.kind, words), name, period, value(figure, old, new, words)]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private static func value(
        _ figure: CatalogueDifference.Figure, _ old: Wording, _ new: Wording, _ words: DifferenceWords
    )
        -> String
    {
        func text(_ observation: Observation, _ wording: Wording) -> String {
            let status = StatusText.short(observation, wording.words)
            return wording.figure(observation) + (status.isEmpty || observation.value == nil ? "" : " \(status)")
        }
        switch (figure.old, figure.new) {
        case (let before?, let after?):
            let former = text(before, old), now = text(after, new)
            guard former == now else { return "\(former) → \(now)" + change(before, after, new) }
            return figure.changesValue ? "\(former) → \(now)" : "\(now)  \(words.cellsOnly)"
        case (nil, let after?): return text(after, new)
        case (let before?, nil): return text(before, old)
        case (nil, nil): return ""
        }
    }

    /// The size of the change, where both values are exact.
    private static func change(_ before: Observation, _ after: Observation, _ wording: Wording) -> String {
        guard let old = before.qualifiedValue, let new = after.qualifiedValue, old.qualifier == .exact,
            new.qualifier == .exact,
            let difference = new.low.subtracting(old.low), !difference.isZero
        else { return "" }
        let decimals = max(before.value?.scale ?? 0, after.value?.scale ?? 0)
        guard let shown = difference.rounded(to: max(0, min(9, decimals))) else { return "" }
        return "  (" + (difference.isNegative ? "−" : "+")
            + FigureText.grouped(
                shown.isNegative ? DecimalNumber(significand: -shown.significand, scale: shown.scale) : shown) + ")"
    }

    private static func word(_ kind: CatalogueDifference.Figure.Kind, _ words: DifferenceWords) -> String {
        switch kind {
        case .added: words.added
        case .removed: words.removed
        case .changed: words.changed
        }
    }
}

extension CatalogueDifference.Figure {
    /// Whether it is a row that was added and that nobody has filled in yet.
    fileprivate var isUnfilled: Bool {
        guard old == nil, let new else { return false }
        return new.value == nil && !new.isWithheld && new.status == .missing
    }
}
