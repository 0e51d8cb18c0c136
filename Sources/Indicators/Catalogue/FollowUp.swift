/// 督办: what a responsible unit was asked about a figure, by when, and its answer (`followups.csv`).
public struct FollowUp: Hashable, Sendable {
    /// How far the matter has come.
    public enum State: String, Coded {
        /// Not answered yet.
        case open
        /// Answered, and still watched.
        case answered
        /// Settled: no answer is expected any more.
        case closed
    }

    /// The code of the follow-up, unique in its table.
    public let code: String
    /// The code of the indicator that was asked about.
    public let indicator: String
    /// The code of the area.
    public let area: String
    /// The day on which the unit was asked.
    public let askedOn: CalendarDay
    /// Who asked.
    public let askedBy: LocalizedText
    /// What was asked.
    public let question: LocalizedText
    /// 责任单位: who is to answer; empty where that is the department of the indicator.
    public let department: LocalizedText
    /// The day by which an answer is due; nil where none was set.
    public let due: CalendarDay?
    /// How far the matter has come.
    public let state: State
    /// The answer; empty where there is none.
    public let answer: LocalizedText
    /// The day of the answer; nil where there is none.
    public let answeredOn: CalendarDay?
    /// The line of the table; unknown for a row that was not read from one.
    package let line: SourceLine

    package init(
        code: String, indicator: String, area: String, askedOn: CalendarDay, askedBy: LocalizedText,
        question: LocalizedText, department: LocalizedText, due: CalendarDay?, state: State, answer: LocalizedText,
        answeredOn: CalendarDay?, line: SourceLine = SourceLine()
    ) {
        self.code = code
        self.indicator = indicator
        self.area = area
        self.askedOn = askedOn
        self.askedBy = askedBy
        self.question = question
        self.department = department
        self.due = due
        self.state = state
        self.answer = answer
        self.answeredOn = answeredOn
        self.line = line
    }

    /// Whether it is still open after the day on which the answer was due.
    public func isOverdue(on day: CalendarDay) -> Bool { state == .open && due.map { $0 < day } ?? false }
}

extension Catalogue {
    /// The follow-ups of an indicator in an area, the newest first.
    public func followUps(of indicator: String, in area: String) -> [FollowUp] {
        (followUpsByIndicator[indicator] ?? []).filter { $0.area == area }
            .sorted { ($0.askedOn, $0.code) > ($1.askedOn, $1.code) }
    }

    /// The newest follow-up of an indicator in an area; one that is not closed comes before those that are.
    public func followUp(of indicator: String, in area: String) -> FollowUp? {
        let all = followUps(of: indicator, in: area)
        return all.first { $0.state != .closed } ?? all.first
    }

    /// The department that answers for an indicator: the one that was asked last, otherwise that of the indicator.
    public func department(of indicator: Indicator, _ followUp: FollowUp?) -> LocalizedText {
        guard let asked = followUp?.department, !asked.isEmpty else { return indicator.department }
        return asked
    }

    /// The newest printed figure that was on record when a follow-up was asked: of the periods that had ended by then.
    public func observation(before followUp: FollowUp) -> Observation? {
        observations(of: followUp.indicator, in: followUp.area).first {
            $0.basis == .printed && !$0.isWithheld && $0.value != nil && $0.status != .forecast
                && $0.period.end < followUp.askedOn
        }
    }
}
