/// Years and periods in words that cannot be: what is done after today, what was published after today.
enum YearRules {
    private static func finding(_ text: String, _ today: CalendarDay, _ column: ColumnName?) -> Finding {
        let name = column?.rawValue ?? "minsheng.period_zh"
        return Finding(
            .futureDay, ("\(name) 是 \(text)，在今天 \(today.text) 之后", "\(name) is \(text), after today, \(today.text)"),
            mend: ("是不是写错了年份？对照原文改正", "is the year mistyped? Mend it by the source"), column: column)
    }

    /// A measure that was finished after today.
    static func finished(_ brief: Brief, _ catalogue: Catalogue) -> Finding? {
        guard let today = catalogue.observations.today, brief.period.kind != .none, brief.state == .done,
            today.adding(days: 1) < brief.period.start
        else { return nil }
        return finding(brief.period.text, today, .period)
    }

    /// A measure whose time or state is new and that was finished after today, or is planned for a time that is over.
    /// What was planned once stays as it was written, so it is not asked about later.
    ///
    /// - Parameter old: what it was in the version before; nil where it was not there.
    static func finding(_ brief: Brief, was old: Brief?, _ catalogue: Catalogue) -> Finding? {
        guard let today = catalogue.observations.today, brief.period != old?.period || brief.state != old?.state else {
            return nil
        }
        if let finished = finished(brief, catalogue) { return finished }
        guard brief.state == .planned, brief.period.kind != .none, brief.period.end < today else { return nil }
        return Finding(
            .farPeriod,
            ("计划的时期 \(brief.period.text) 已经过去", "it is planned for \(brief.period.text), which is over"),
            mend: ("是不是写错了年份，或已经办了？改正 period 或 state", "is the year mistyped, or is it done? Mend period or state"),
            column: .period)
    }

    /// A source of a later year.
    static func finding(_ source: Source, was old: Source?, _ catalogue: Catalogue) -> Finding? {
        guard let today = catalogue.observations.today, source.date != old?.date,
            years(source.date).contains(where: { $0 > today.year })
        else { return nil }
        return finding(source.date, today, .date)
    }

    /// A set that is said to be about a later year. The title of next year's set may be ready in December.
    static func finding(_ package: PackageDescription, was old: PackageDescription?, _ catalogue: Catalogue) -> Finding?
    {
        guard let today = catalogue.observations.today, package.period != old?.period,
            years(package.period.zh + " " + package.period.en).contains(where: { $0 > today.year + 1 })
        else { return nil }
        return finding(package.period.zh, today, nil)
    }

    /// The numbers of four digits in a text.
    private static func years(_ text: String) -> [Int] {
        text.split { !($0.isASCII && $0.isNumber) }.filter { $0.count == 4 }.compactMap { Int($0) }
    }
}
