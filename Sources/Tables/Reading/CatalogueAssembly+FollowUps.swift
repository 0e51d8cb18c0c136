import Indicators

/// Reads follow-ups and notes.
extension CatalogueAssembly {
    mutating func readFollowUps() {
        var lines: [String: Int] = [:]
        each(.followUps) { assembly, row in
            let code = row[.code]
            if !row.isBlank(.code), !References.isWellFormed(code) {
                row.add(.codeForm(References.wellFormed(code)), .code)
            } else if let first = lines[code] {
                row.add(.repeatedFollowUp(code, first), .code)
            }
            lines[code] = lines[code] ?? row.line
            assembly.checkSubject(.area, .indicator, &row)
            let state = row.coded(.state, FollowUp.State.open)
            let askedOn = row.day(.asked_on, mayBeEmpty: false), due = row.day(.due), answeredOn = row.day(.answered_on)
            guard row.isSound, let askedOn else { return }
            row.checkFollowUp(
                state, askedOn: askedOn, due: due, answeredOn: answeredOn, today: assembly.observations.clock.day)
            guard row.isSound else { return }
            assembly.tables.followUps.append(
                FollowUp(
                    code: code, indicator: row[.indicator], area: row[.area], askedOn: askedOn,
                    askedBy: row.localized(.asked_by_zh, .asked_by_en),
                    question: row.localized(.question_zh, .question_en),
                    department: row.localized(.department_zh, .department_en), due: due, state: state,
                    answer: row.localized(.answer_zh, .answer_en), answeredOn: answeredOn,
                    line: SourceLine(number: row.line)))
        }
    }

    mutating func readNotes() {
        /// The line of each note by its key: area, indicator, period, day and who signs.
        var lines: [[String]: Int] = [:], missing: Set<[String]> = []
        each(.notes) { assembly, row in
            assembly.checkSubject(.area, .indicator, &row)
            let date = row.day(.date, mayBeEmpty: false)
            if !row.isBlank(.period), row.isSound {
                _ = row.period(.period, .printed)
                let figure = [row[.indicator], row[.area], row[.period]]
                if row.isSound, !assembly.hasFigure(figure[0], figure[1], figure[2]) {
                    // A mistyped period of the figure would be told by each of its notes.
                    if missing.insert(figure).inserted { row.add(.noteWithoutFigure, .period) } else { row.refuse() }
                }
            }
            guard row.isSound, let date else { return }
            let key = [row[.area], row[.indicator], row[.period], date.text, row[.signed_zh]]
            if let first = lines[key] { return row.add(.repeatedNote(signed: row[.signed_zh], first), .indicator) }
            lines[key] = row.line
            assembly.tables.notes.append(
                FigureNote(
                    indicator: row[.indicator], area: row[.area], period: row[.period], date: date,
                    signed: row.localized(.signed_zh, .signed_en), text: row.localized(.note_zh, .note_en),
                    line: SourceLine(number: row.line)))
        }
    }

    /// Whether a figure of this period is in the table of observations. Where rows of it were refused, that is not
    /// known.
    private func hasFigure(_ indicator: String, _ area: String, _ period: String) -> Bool {
        lacksObservations || observations.count == 0
            || observations.rows(indicator: indicator, area: area).contains {
                observations.period(Int($0)).text == period
            }
    }
}

extension TableRow {
    /// The days and the state of a follow-up against each other. What one mistyped day causes is said once.
    fileprivate mutating func checkFollowUp(
        _ state: FollowUp.State, askedOn: CalendarDay, due: CalendarDay?, answeredOn: CalendarDay?, today: CalendarDay?
    ) {
        let isDueBefore = due.map { $0 < askedOn } ?? false, isAnsweredBefore = answeredOn.map { $0 < askedOn } ?? false
        if isDueBefore, isAnsweredBefore {
            add(.askedAfterAll, .asked_on)
        } else if isDueBefore || isAnsweredBefore, let today, today.adding(days: 1) < askedOn {
            add(.askedAfterToday(today.text), .asked_on)
        } else if isDueBefore {
            add(.dueBeforeAsked, .due)
        } else if isAnsweredBefore {
            add(.answeredBeforeAsked, .answered_on)
        } else if state == .open, answeredOn != nil {
            add(.openYetAnswered, .state)
        } else if state == .answered, answeredOn == nil {
            add(.answeredWithoutDay, .answered_on)
        }
    }

    /// The criterion of an indicator: percentage points for a share, a percentage for anything else; nil for an empty
    /// cell.
    mutating func criterion(of unit: Unit) -> ChangeCriterion? {
        guard !isEmpty(.criterion) else { return nil }
        guard let criterion = ChangeCriterion(self[.criterion]), criterion.isInPoints == unit.isPercent else {
            add(.criterion(isShare: unit.isPercent), .criterion)
            return nil
        }
        return criterion
    }
}
