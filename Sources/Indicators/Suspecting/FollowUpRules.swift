import Indicators

/// Days of follow-ups and notes that are allowed but probably mistyped.
enum FollowUpRules {
    /// Further ahead no answer is asked for.
    private static let longestMonths = 60

    static func followUpProblems(in catalogue: Catalogue) -> [TargetRules.Found] {
        catalogue.followUps.compactMap { followUp in
            let days: [(ColumnName, CalendarDay?)] = [
                (.asked_on, followUp.askedOn), (.answered_on, followUp.answeredOn),
            ]
            for (column, day) in days {
                if let rule = future(column, day, catalogue) { return (followUp.line.number, column, rule) }
            }
            guard let due = followUp.due, followUp.askedOn.adding(months: longestMonths) < due else { return nil }
            return (followUp.line.number, .due, .farDue(due.text, followUp.askedOn.text))
        }
    }

    static func noteProblems(in catalogue: Catalogue) -> [TargetRules.Found] {
        catalogue.notes.compactMap { note in
            if let rule = future(.date, note.date, catalogue) { return (note.line.number, .date, rule) }
            guard let period = Period(sdmx: note.period), note.date < period.start else { return nil }
            return (note.line.number, .date, .earlyNote(note.date.text, period.text))
        }
    }

    private static func future(_ column: ColumnName, _ day: CalendarDay?, _ catalogue: Catalogue) -> Rule? {
        guard let day, let today = catalogue.observations.today else { return nil }
        // A day of tolerance for time zones. Invented data stand still, so the clock may be behind them.
        let newest = catalogue.package.isFictional ? catalogue.observations.newestValued?.adding(months: 1) : nil
        guard max(today.adding(days: 1), newest ?? today) < day else { return nil }
        return .futureDay(column.rawValue, day.text, today.text)
    }
}
