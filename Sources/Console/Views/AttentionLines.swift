import Cells
import Indicators
import Wording

/// What is needed to reach a target, what was asked about a figure, and why it moved, as sections of its details.
struct AttentionLines {
    let detail: DetailLines
    private var ink: Ink { detail.ink }
    private var words: AttentionWords { ink.words.attention }

    func lines(_ indicator: Indicator, _ observation: Observation?) -> [StyledLine] {
        let area = observation?.area ?? ink.state.session.area ?? ink.catalogue.rootArea.code
        let list = ink.catalogue.attention
        let item = list.items.first { $0.indicator == indicator.code && $0.area == area && $0.isBad }
        return detail.section(words.title, item.map(standing) ?? [])
            + detail.section(words.followUp, followUps(indicator, area, item, on: list.day))
            + detail.section(words.note, notes(observation))
    }

    /// Since when it is behind, and what is needed to the end.
    private func standing(_ item: AttentionItem) -> [StyledLine] {
        let department = item.department.isEmpty ? "" : AttentionText.department(item, ink.wording)
        let parts =
            [AttentionText.since(item, ink.wording)] + AttentionText.needed(item, ink.wording) + [department]
        return parts.filter { !$0.isEmpty }.flatMap { detail.wrapped($0, .text) }
    }

    private func followUps(
        _ indicator: Indicator, _ area: String, _ item: AttentionItem?, on day: CalendarDay?
    ) -> [StyledLine] {
        ink.catalogue.followUps(of: indicator.code, in: area).flatMap { followUp -> [StyledLine] in
            let asked = words.asked(
                PeriodText.day(followUp.askedOn, ink.wording), followUp.askedBy[ink.language],
                followUp.question[ink.language])
            let state = FollowUpText.state(followUp, item, on: day, ink.wording)
            let role: Role = followUp.state == .open ? .middling : item?.isBad ?? false ? .bad : .text
            return detail.wrapped(asked, .text)
                + detail.wrapped(FollowUpText.thenAndNow(followUp, ink.wording), .quiet)
                + state.flatMap { detail.wrapped($0, role) }
        }
    }

    private func notes(_ observation: Observation?) -> [StyledLine] {
        observation.map { ink.catalogue.notes(on: $0) }?.flatMap { note in
            detail.wrapped(note.text[ink.language], .text)
                + detail.wrapped(
                    words.signed(note.signed[ink.language], PeriodText.day(note.date, ink.wording)), .quiet)
        } ?? []
    }
}
