/// Days and states of follow-ups and notes that are allowed but probably mistyped.
enum FollowUpRules {
    /// Further ahead no answer is asked for.
    private static let longestMonths = 60

    /// What is odd about a follow-up; nil for nothing.
    ///
    /// - Parameter old: what it was in the version before; nil where there is none or it was not there.
    static func finding(_ followUp: FollowUp, _ catalogue: Catalogue, was old: FollowUp? = nil) -> Finding? {
        let days: [(ColumnName, CalendarDay?)] = [(.asked_on, followUp.askedOn), (.answered_on, followUp.answeredOn)]
        for (column, day) in days {
            if let finding = future(column, day, catalogue) { return finding }
        }
        if let old,
            old.answeredOn != nil && followUp.answeredOn == nil || !old.answer.isEmpty && followUp.answer.isEmpty
        {
            let day = old.answeredOn?.text ?? "—"
            return Finding(
                .gone, ("原来有答复(\(day))，现在没有", "there was an answer (\(day)), now there is none"),
                mend: (
                    "误删的改回去；重新督办就不必改", "put it back where it was deleted by mistake; leave it where it is asked anew"
                ),
                column: old.answeredOn == nil ? .answer_zh : .answered_on)
        }
        // A row that is new, or was closed before, may have neither answer nor day. One that is closed in this version
        // is asked about.
        let isClosing = old.map { $0.state != .closed } ?? false
        if followUp.state == .closed, followUp.answeredOn == nil, isClosing || !followUp.answer.isEmpty {
            return Finding(
                .closedWithoutDay, ("已经 closed，却没有 answered_on", "it is closed, yet has no answered_on"),
                mend: (
                    "填上答复日期；没有答复就结案的不必改", "fill in the day of the answer; leave it where it was closed without one"
                ), column: .answered_on)
        }
        guard let due = followUp.due, followUp.askedOn.adding(months: longestMonths) < due else { return nil }
        let asked = followUp.askedOn.text
        return Finding(
            .farDay,
            (
                "期限 \(due.text) 离询问的日期 \(asked) 超过五年", "due on \(due.text), more than five years after \(asked)"
            ), mend: ("是不是写错了年份？改正 due", "is the year mistyped? Mend due"), column: .due)
    }

    /// What is odd about a note; nil for nothing.
    static func finding(_ note: FigureNote, _ catalogue: Catalogue) -> Finding? {
        if let finding = future(.date, note.date, catalogue) { return finding }
        guard let period = Period(sdmx: note.period), note.date < period.start else { return nil }
        let day = note.date.text
        return Finding(
            .earlyNote,
            (
                "说明的日期 \(day) 早于它说的时期 \(period.text)",
                "dated \(day), before the period \(period.text) that it is about"
            ), mend: ("是不是写错了年份？改正 date 或 period", "is the year mistyped? Mend date or period"), column: .date)
    }

    /// A day after today, on which nothing can have happened yet.
    private static func future(_ column: ColumnName, _ day: CalendarDay?, _ catalogue: Catalogue) -> Finding? {
        guard let day, let today = catalogue.observations.today else { return nil }
        // A day of tolerance for time zones. Invented data stand still, so the clock may be behind them.
        let newest = catalogue.package.isFictional ? catalogue.observations.newestValued?.adding(months: 1) : nil
        guard max(today.adding(days: 1), newest ?? today) < day else { return nil }
        let name = column.rawValue
        return Finding(
            .futureDay, ("\(day.text) 在今天 \(today.text) 之后", "\(day.text) is after today, \(today.text)"),
            mend: ("是不是写错了年份？改正 \(name)", "is the year mistyped? Mend \(name)"), column: column)
    }
}
