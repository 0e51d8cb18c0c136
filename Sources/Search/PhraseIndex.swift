/// Finds short texts by their Chinese and English words, by pinyin and by its initials: the names of commands.
package struct PhraseIndex: Sendable {
    private var names = SearchNames()
    /// For each name the index of its entry.
    private var owners: [Int] = []
    private let count: Int

    /// - Parameter entries: for each entry the texts that it can be found by.
    package init(_ entries: [[String]]) {
        count = entries.count
        for (index, texts) in entries.enumerated() {
            for text in texts where !text.isEmpty {
                names.append(FoldedText(text))
                owners.append(index)
            }
        }
    }

    /// The indices of the entries that match a query, the best first; all in order for an empty one.
    package func indices(matching text: String) -> [Int] {
        let query = SearchQuery(text)
        guard !query.isEmpty else { return Array(0..<count) }
        let scan = NameScan(names, query)
        var ranks = [SearchRank?](repeating: nil, count: count)
        for (name, owner) in owners.enumerated() {
            guard let rank = scan.rank(of: name) else { continue }
            ranks[owner] = min(ranks[owner] ?? rank, rank)
        }
        return (0..<count).filter { ranks[$0] != nil }
            .sorted { (ranks[$0] ?? .related, $0) < (ranks[$1] ?? .related, $1) }
    }
}
