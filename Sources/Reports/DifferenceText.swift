import Indicators
import Wording

/// What differs between two versions of the data as lines of text, topic by topic.
public enum DifferenceText {
    /// All differences: figures by topic, rows of other tables, and a summary as the last line. Two equal versions give
    /// one line that says so.
    ///
    /// - Parameter limit: how many figures, and how many rows of other tables, are shown before the rest is counted.
    public static func write(
        _ difference: CatalogueDifference, from old: Catalogue, to new: Catalogue, _ options: WordingOptions,
        atMost limit: Int = .max
    ) -> String {
        let wording = Wording(new, options), before = Wording(old, options)
        let words = DifferenceWords.in(options.language)
        guard !difference.isEmpty else { return words.none + "\n" }
        var lines: [String] = [], topic: String?
        for figure in difference.figures.prefix(limit) {
            let indicator = new.indicator(figure.key.indicator) ?? old.indicator(figure.key.indicator)
            if indicator?.topic != topic {
                topic = indicator?.topic
                let title = topic.flatMap { new.topic($0) ?? old.topic($0) }?.title[options.language] ?? ""
                lines += (lines.isEmpty ? [] : [""]) + [title]
            }
            lines.append("  " + line(figure, indicator, before, wording, words))
            lines += figure.findings.map { "      " + reason($0, wording, words) }
        }
        if difference.figures.count > limit { lines.append("  " + words.more(difference.figures.count - limit)) }
        if !difference.rows.isEmpty || difference.othersDiffer {
            lines += (lines.isEmpty ? [] : [""]) + [words.otherTables]
            for row in difference.rows.prefix(limit) {
                lines.append("  " + line(row, options.language, words))
                lines += row.findings.map { "      " + reason($0, wording, words) }
            }
            if difference.rows.count > limit { lines.append("  " + words.more(difference.rows.count - limit)) }
            if difference.othersDiffer { lines.append("  " + words.mapOrPackage) }
        }
        lines += ["", summary(difference, options.language)]
        return TextReport.page(lines)
    }

    /// How many of what kind, in one line.
    public static func summary(_ difference: CatalogueDifference, _ language: Language) -> String {
        DifferenceWords.in(language).summary(
            difference.count(.added), difference.count(.removed), difference.count(.changed),
            difference.suspicious.count + difference.suspiciousRows.count)
    }

    /// Why a figure or a row should be looked at again, and what would make it right.
    private static func reason(_ finding: Finding, _ wording: Wording, _ words: DifferenceWords) -> String {
        "\(words.look)\(wording.words.colon)\(why(finding, wording.language))"
    }

    private static func why(_ finding: Finding, _ language: Language) -> String {
        finding.message[language] + (language == .zh ? "；" : "; ") + finding.mend[language]
    }

    private static func line(_ row: CatalogueDifference.Row, _ language: Language, _ words: DifferenceWords) -> String {
        [word(row.kind, words), row.table, row.code, row.name[language]].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// The suspicious figures and rows alone, one line each with the reason.
    public static func suspicious(
        _ difference: CatalogueDifference, from old: Catalogue, to new: Catalogue, _ language: Language
    ) -> [String] {
        let options = WordingOptions(language: language)
        let wording = Wording(new, options), before = Wording(old, options),
            words = DifferenceWords.in(language)
        let figures = difference.suspicious.map { figure in
            let indicator = new.indicator(figure.key.indicator) ?? old.indicator(figure.key.indicator)
            let reasons = figure.findings.map { why($0, language) }.joined(separator: language == .zh ? "；" : "; ")
            return line(figure, indicator, before, wording, words) + wording.words.colon + reasons
        }
        let rows = difference.suspiciousRows.map { row in
            let reasons = row.findings.map { why($0, language) }.joined(separator: language == .zh ? "；" : "; ")
            return line(row, language, words) + wording.words.colon + reasons
        }
        return figures + rows
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
            return "\(now)  \(words.cellsOnly) \(figure.cells.joined(separator: new.words.listSeparator))"
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
