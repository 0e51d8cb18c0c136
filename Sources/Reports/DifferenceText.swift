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
            lines += figure.suspicions.map { "      \(words.look)\(wording.words.colon)\(words.suspicion($0))" }
        }
        if difference.figures.count > limit { lines.append("  " + words.more(difference.figures.count - limit)) }
        if !difference.rows.isEmpty || difference.othersDiffer {
            lines += (lines.isEmpty ? [] : [""]) + [words.otherTables]
            lines += difference.rows.prefix(limit).map { row in
                ["  \(word(row.kind, words))", row.table, row.code, row.name[options.language]].filter { !$0.isEmpty }
                    .joined(separator: "  ")
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
            difference.suspicious.count)
    }

    /// The suspicious figures alone, one line each with the reason.
    public static func suspicious(
        _ difference: CatalogueDifference, from old: Catalogue, to new: Catalogue, _ language: Language
    ) -> [String] {
        let options = WordingOptions(language: language)
        let wording = Wording(new, options), before = Wording(old, options),
            words = DifferenceWords.in(language)
        return difference.suspicious.map { figure in
            let indicator = new.indicator(figure.key.indicator) ?? old.indicator(figure.key.indicator)
            let why = figure.suspicions.map(words.suspicion).joined(separator: language == .zh ? "；" : "; ")
            return line(figure, indicator, before, wording, words) + wording.words.colon + why
        }
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
