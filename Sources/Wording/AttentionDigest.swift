import Indicators

/// What needs attention as sentences for a page without columns: what was asked first, then what has been behind for
/// longer, then what is new, then what was not reported, what sources contradict and what was revised.
package struct AttentionDigest {
    /// The sentences for the whole, with which a page begins.
    package let opening: [String]
    /// A sentence for each item.
    package let lines: [String]

    /// - Parameters:
    ///   - topic: the code of the topic that the page is about; nil for all, which then begin with the sentence for the
    ///     whole.
    package init(_ wording: Wording, topic: String? = nil) {
        let catalogue = wording.catalogue, isForeign = catalogue.package.isForeign
        let sentence = isForeign || topic != nil ? nil : CitySentence(wording)
        opening = [sentence?.first.text, sentence?.second.text].compactMap { $0 }.filter { !$0.isEmpty }
        let all = catalogue.attention.of(area: wording.area)
        let own = all.items.filter { topic == nil || catalogue.indicator($0.indicator)?.topic == topic }
        let isShort = own.count <= Self.most || wording.area != nil || topic != nil
        let told = isShort ? own : Self.limited(own, catalogue)
        // What is behind is told once, with its follow-up, even where the answer is overdue too.
        let bad = told.filter(\.isBad), rest = told.filter { !$0.isBad && $0.kind != .overdue }
        let overdue = told.filter { item in
            item.kind == .overdue && !bad.contains { $0.indicator == item.indicator && $0.area == item.area }
        }
        let asked = bad.filter { $0.followUp != nil } + overdue
        let standing = bad.filter { $0.followUp == nil && !$0.isNew }
        let new = bad.filter { $0.followUp == nil && $0.isNew }
        var lines = (asked + standing + new + rest).map { Self.line($0, on: all.day, wording) }
        if own.count > told.count {
            let bad = own.count(where: \.isBad) - told.count(where: \.isBad)
            lines.append(wording.words.attention.further(own.count - told.count, bad))
        }
        self.lines = lines
    }

    private static let most = 20

    /// Of a list with more than `most` items those of the whole, and the bad figures of areas up to `most` bad ones in
    /// all. The rest is counted.
    private static func limited(_ items: [AttentionItem], _ catalogue: Catalogue) -> [AttentionItem] {
        let root = catalogue.rootArea.code
        var left = most - items.count { $0.isBad && $0.area == root }
        return items.filter { item in
            if item.area == root { return true }
            guard item.isBad, left > 0 else { return false }
            left -= 1
            return true
        }
    }

    /// The item with its newest follow-up and the notes on its figure.
    private static func line(_ item: AttentionItem, on day: CalendarDay?, _ wording: Wording) -> String {
        var parts = [AttentionText.sentence(item, wording)]
        guard item.isBad || item.kind == .overdue else { return parts[0] }
        if let followUp = item.followUp {
            parts.append(FollowUpText.sentence(followUp, item, on: day, wording))
        }
        let notes = item.observation.map { wording.catalogue.notes(on: $0) } ?? []
        parts += notes.map { FollowUpText.note($0, wording) }
        return parts.joined(separator: wording.language == .zh ? "" : " ")
    }
}
