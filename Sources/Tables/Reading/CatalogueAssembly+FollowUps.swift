import Indicators

/// Reads follow-ups and notes.
extension CatalogueAssembly {
    mutating func readFollowUps() {
        var lines: [String: Int] = [:]
        each(.followUps) { assembly, row in
            if let first = lines[row[.code]] {
                row.add(.repeatedCode(row[.code], first), .code)
            } else {
                lines[row[.code]] = row.line
            }
            assembly.checkSubject(.area, .indicator, &row)
            let state = row.coded(.state, FollowUp.State.open)
            let askedOn = row.day(.asked_on), due = row.day(.due), answeredOn = row.day(.answered_on)
            if let askedOn, let due, due < askedOn { row.add(.dueBeforeAsked, .due) }
            if let askedOn, let answeredOn, answeredOn < askedOn { row.add(.answeredBeforeAsked, .answered_on) }
            if state == .open, answeredOn != nil { row.add(.openYetAnswered, .state) }
            if state == .answered, answeredOn == nil { row.add(.answeredWithoutDay, .answered_on) }
            guard row.isSound, let askedOn else { return }
            assembly.tables.followUps.append(
                FollowUp(
                    code: row[.code], indicator: row[.indicator], area: row[.area], askedOn: askedOn,
                    askedBy: row.localized(.asked_by_zh, .asked_by_en),
                    question: row.localized(.question_zh, .question_en),
                    department: row.localized(.department_zh, .department_en), due: due, state: state,
                    answer: row.localized(.answer_zh, .answer_en), answeredOn: answeredOn))
        }
    }

    mutating func readNotes() {
        /// The line of each note by its key: area, indicator, period, day and who signs.
        var lines: [[String]: Int] = [:]
        each(.notes) { assembly, row in
            assembly.checkSubject(.area, .indicator, &row)
            let period = row[.period], date = row.day(.date)
            if !period.isEmpty, row.isSound {
                _ = row.period(.period, .printed)
                if row.isSound, !assembly.hasFigure(row[.indicator], row[.area], period) {
                    row.add(.noteWithoutFigure, .period)
                }
            }
            let key = [row[.area], row[.indicator], period, row[.date], row[.signed_zh]]
            if let first = lines[key] {
                row.add(.repeatedCode(key.joined(separator: "·"), first), .indicator)
            } else {
                lines[key] = row.line
            }
            guard row.isSound, let date else { return }
            assembly.tables.notes.append(
                FigureNote(
                    indicator: row[.indicator], area: row[.area], period: period, date: date,
                    signed: row.localized(.signed_zh, .signed_en), text: row.localized(.note_zh, .note_en)))
        }
    }

    /// Whether a figure of this period is in the table of observations. Where rows of it were refused, that is not
    /// known.
    private func hasFigure(_ indicator: String, _ area: String, _ period: String) -> Bool {
        lacksObservations
            || observations.rows(indicator: indicator, area: area).contains {
                observations.period(Int($0)).text == period
            }
    }
}

extension TableRow {
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
