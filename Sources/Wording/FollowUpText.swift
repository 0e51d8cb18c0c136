import Indicators

/// 督办 and notes in words.
package enum FollowUpText {
    /// What was asked, by when an answer is due, the answer, and the figure then and now, in one sentence.
    ///
    /// - Parameter item: the item that the follow-up is about.
    package static func sentence(_ followUp: FollowUp, _ item: AttentionItem?, on day: CalendarDay?, _ wording: Wording)
        -> String
    {
        let words = wording.words.attention
        let asked = words.asked(
            PeriodText.day(followUp.askedOn, wording), followUp.askedBy[wording.language],
            followUp.question[wording.language])
        let parts = [words.followUp + wording.words.colon + asked] + state(followUp, item, on: day, wording)
        let figures = thenAndNow(followUp, wording)
        guard wording.language == .en, !figures.isEmpty else { return wording.sentence(parts + [figures]) }
        // "closed, then 6 places" would read as if the one came after the other.
        return wording.sentence(parts).dropLast() + "; " + wording.sentence([figures])
    }

    /// How far the matter has come.
    package static func state(_ followUp: FollowUp, _ item: AttentionItem?, on day: CalendarDay?, _ wording: Wording)
        -> [String]
    {
        let words = wording.words.attention
        let due = followUp.due.map { words.due(PeriodText.day($0, wording)) } ?? ""
        if followUp.state == .open {
            let isOverdue = day.map { followUp.isOverdue(on: $0) } ?? false
            return [due, words.notAnswered, isOverdue ? words.overdue : ""].filter { !$0.isEmpty }
        }
        let answer = followUp.answeredOn.map {
            words.answered(PeriodText.day($0, wording), followUp.answer[wording.language])
        }
        var parts = [answer ?? ""]
        if followUp.state == .closed {
            parts.append(item?.isBad ?? false ? words.closedWhileBad : words.closed)
        }
        return parts.filter { !$0.isEmpty }
    }

    /// How far the follow-up of an item has come, in a word or two; empty where there is none.
    package static func short(_ item: AttentionItem, _ wording: Wording) -> String {
        guard let followUp = item.followUp else { return "" }
        let words = wording.words.attention
        switch followUp.state {
        case .open:
            let isOverdue = wording.catalogue.attention.day.map { followUp.isOverdue(on: $0) } ?? false
            return isOverdue ? words.overdue : words.notAnswered
        case .answered: return words.answeredShort
        case .closed: return words.closed
        }
    }

    /// The figure when it was asked for and the newest; empty where either is not known.
    package static func thenAndNow(_ followUp: FollowUp, _ wording: Wording) -> String {
        let catalogue = wording.catalogue
        guard let before = catalogue.observation(before: followUp),
            let indicator = catalogue.indicator(followUp.indicator),
            let now = catalogue.headlineObservation(of: indicator.code, area: followUp.area), now.key != before.key
        else { return "" }
        func text(_ observation: Observation) -> String {
            let judgement = catalogue.judgement(of: indicator, observation)
            guard judgement != .noTarget else { return wording.figure(observation) }
            return wording.inBrackets(
                wording.figure(observation), wording.inSentence(JudgementText.word(judgement, wording)))
        }
        return wording.words.attention.thenAndNow(text(before), text(now))
    }

    /// A note with who signs it and the day.
    package static func note(_ note: FigureNote, _ wording: Wording) -> String {
        let words = wording.words.attention
        return words.note + wording.words.colon
            + wording.inBrackets(
                note.text[wording.language],
                words.signed(note.signed[wording.language], PeriodText.day(note.date, wording)))
    }
}
