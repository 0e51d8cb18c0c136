import Cells
import Indicators
import Wording

/// What is needed to reach a target, what was asked about a figure, and why it moved, as sections of its details.
struct AttentionLines {
    let detail: DetailLines
    private var ink: Ink { detail.ink }
    private var words: AttentionWords { ink.words.attention }

    /// - Parameter about: the item that the details are about; nil for all items of this figure.
    func lines(_ indicator: Indicator, _ observation: Observation?, about: AttentionItem? = nil) -> [StyledLine] {
        let area = about?.area ?? observation?.area ?? ink.state.session.area ?? ink.catalogue.rootArea.code
        let list = ink.catalogue.attention
        let own = list.items.filter { $0.indicator == indicator.code && $0.area == area }
        let bad = own.first(where: \.isBad)
        // That two sources differ is said before anything else, even beside a figure of another period.
        let disagreements = (about.map { [$0] } ?? own).map { AttentionText.disagreement($0, ink.wording) }
            .filter { !$0.isEmpty }
        return detail.section(
            words.section(.contradicted), disagreements.flatMap { detail.wrapped($0, .text) })
            + detail.section(
                words.title, (bad ?? about ?? own.first { $0.kind == .unreported }).map(standing) ?? [])
            + detail.section(words.followUp, followUps(indicator, area, bad, on: list.day))
            + detail.section(words.note, notes(observation))
    }

    /// Since when it is behind or not reported, and what is needed to the end.
    private func standing(_ item: AttentionItem) -> [StyledLine] {
        let department = item.department.isEmpty ? "" : AttentionText.department(item, ink.wording)
        let gap = item.kind == .unreported || item.section == .changed ? AttentionText.gap(item, ink.wording) : ""
        let parts =
            [AttentionText.since(item, ink.wording), gap] + AttentionText.needed(item, ink.wording) + [department]
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
