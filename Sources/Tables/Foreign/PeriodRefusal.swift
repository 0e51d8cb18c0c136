/// Why a table has no periods, in words that are true: a period may be written and not understood.
enum PeriodRefusal {
    static func rule(_ table: TableDecision) -> Rule {
        if let doubt = table.context.periodDoubt { return doubt }
        if !table.context.unclearPeriod.isEmpty { return .unclearTitle(short(table.context.unclearPeriod)) }
        if let heading = table.frame.headings.first(where: holdsYear) { return .unclearPeriod(short(heading)) }
        for (index, column) in table.profile.columns.enumerated()
        where column.numbers < column.filled && NameHint(table.roles.names[index]).family != .remark {
            let texts = column.texts.map(TableHead.trimmed).filter { !$0.isEmpty }
            guard let first = texts.first(where: { holdsYear($0) }), texts.count(where: holdsYear) * 2 > texts.count
            else {
                continue
            }
            return isSmall(first) ? .smallPeriod(short(first)) : .unclearPeriod(short(first))
        }
        let parts = table.frame.headings + table.profile.columns.flatMap { $0.texts.prefix(3).map(TableHead.trimmed) }
        if let part = parts.first(where: { HeadingPart($0) != nil || YearPart($0)?.isShort == true }) {
            return .yearMissing(short(part))
        }
        return .noPeriods
    }

    /// A week, or ten days of a month.
    static func isSmall(_ text: String) -> Bool { text.contains("旬") || Heading.numbersWeek(text) }

    /// Whether four digits stand there that can be a year.
    static func holdsYear(_ text: String) -> Bool {
        let narrow = NarrowText.of(text, dashes: true)
        let runs = narrow.split { !($0.isASCII && $0.isNumber) }
        if holdsShortYear(narrow, runs.map(\.count)) { return true }
        return narrow.contains { !($0.isASCII && $0.isNumber) && !"./-".contains($0) }
            && runs.contains { run in run.utf8.count == 4 && Int(run).map { (1900...2100).contains($0) } == true }
    }

    /// FY21, 21年, Jan-22: the century is not written.
    private static func holdsShortYear(_ text: String, _ digits: [Int]) -> Bool {
        let words = text.split { !$0.isLetter }
        guard digits.first == 2, digits.count <= 2 else { return false }
        return text.lowercased().hasPrefix("fy") || text.dropFirst(2).first == "年"
            || words.count == 1 && words.contains { MonthName.number($0) != nil }
    }

    private static func short(_ text: String) -> String { text.count > 40 ? String(text.prefix(40)) + "…" : text }
}
