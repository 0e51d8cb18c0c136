import Indicators
import Wording

/// The list of what needs attention as text, to be read or read aloud, and as Markdown.
public struct AttentionReport {
    private let wording: Wording
    private let list: AttentionList
    private let unit: String?
    private let since: CitySentence.VersionChange?

    /// - Parameters:
    ///   - list: the items to write, the worst first.
    ///   - area: the code of the area that the list is limited to; nil for all.
    ///   - unit: the department that the list is limited to; nil for all.
    ///   - since: what differs from the version that the list is compared with; nil for none.
    package init(
        _ catalogue: Catalogue, _ list: AttentionList, area: String?, unit: String?,
        since: CitySentence.VersionChange?, _ options: WordingOptions
    ) {
        wording = Wording(catalogue, options, area: area)
        self.list = list
        self.unit = unit
        self.since = since
    }

    private var words: AttentionWords { wording.words.attention }

    /// A line for each item, with its follow-ups and notes below it, part by part.
    public var text: String {
        var lines = head
        for group in list.groups(by: .kind, wording.catalogue) {
            lines += ["", title(group)]
            for item in list.items(of: group) {
                lines.append(AttentionText.sentence(item, wording))
                lines += remarks(item).map { "    " + $0 }
            }
        }
        lines += [""] + (list.isEmpty ? [words.nothing + (wording.language == .zh ? "。" : ".")] : [words.order])
        return TextReport.page(lines)
    }

    /// A table for each part, with follow-ups and notes as lists below it.
    public var markdown: String {
        var lines = ["# " + MarkdownText.escaped(head[0]), ""] + head.dropFirst().map(MarkdownText.escaped) + [""]
        let language = wording.words
        for group in list.groups(by: .kind, wording.catalogue) {
            let columns = [
                language.indicator, language.area, language.period, language.value, wording.judging.target,
                wording.judging.gap, language.department,
            ]
            lines += ["## " + MarkdownText.escaped(title(group)), "", MarkdownText.row(columns)]
            lines.append("|" + String(repeating: " --- |", count: columns.count))
            lines += list.items(of: group).map { MarkdownText.row(cells($0)) } + [""]
            let remarks = list.items(of: group).flatMap { item in
                self.remarks(item).map { "- " + MarkdownText.escaped(AttentionText.name(item, wording) + " · " + $0) }
            }
            lines += remarks.isEmpty ? [] : remarks + [""]
        }
        lines.append(MarkdownText.escaped(list.isEmpty ? words.nothing : words.order))
        return TextReport.page(lines)
    }

    private var head: [String] {
        let catalogue = wording.catalogue, language = wording.language
        let place = wording.area.flatMap { catalogue.area($0)?.name[language] } ?? wording.words.wholeCity
        let title = [
            catalogue.package.title[language], place, catalogue.package.period[language], words.title, unit ?? "",
        ]
        var lines = [title.filter { !$0.isEmpty }.joined(separator: " \(wording.signs.separator) ")]
        if catalogue.package.isFictional { lines.append(wording.words.fictional) }
        // The sentence is about all departments; of one it would count what is not its own.
        if unit != nil { return list.isEmpty ? lines : lines + [words.all(list.items.count, list.bad.count)] }
        let sentence = CitySentence(wording, since: since)
        return lines + [sentence.first.text, sentence.second.text].filter { !$0.isEmpty }
    }

    private func title(_ group: AttentionList.Group) -> String {
        guard case .section(let section) = group.key else { return "" }
        return wording.inBrackets(words.section(section), String(group.indices.count))
    }

    /// Follow-ups and notes, once for each figure: what is behind and overdue has them where it is behind.
    private func remarks(_ item: AttentionItem) -> [String] {
        let isSaidBefore = list.bad.contains { $0.indicator == item.indicator && $0.area == item.area }
        guard item.isBad || (item.kind == .overdue && !isSaidBefore) else { return [] }
        let followUp = item.followUp.map { FollowUpText.sentence($0, item, on: list.day, wording) }
        let notes = item.observation.map { wording.catalogue.notes(on: $0) } ?? []
        return [followUp].compactMap { $0 } + notes.map { FollowUpText.note($0, wording) }
    }

    private func cells(_ item: AttentionItem) -> [String] {
        let basis = item.observation?.basis ?? .printed
        return [
            wording.catalogue.indicator(item.indicator)?.name[wording.language] ?? item.indicator,
            AttentionText.area(item, wording), PeriodText.full(item.period, basis, wording),
            AttentionText.value(item, wording), AttentionText.target(item, wording), AttentionText.gap(item, wording),
            item.department[wording.language],
        ]
    }
}
