import Indicators

/// What needs attention, in the order and with the headings in which the screen lists it.
final class AttentionRows: Sendable {
    private let list: AttentionList
    let groups: [AttentionList.Group]
    /// For each row the index of its item in the list.
    private let itemIndices: [Int]
    let headed: HeadedLines

    init(_ list: AttentionList, _ catalogue: Catalogue, area: String?, _ grouping: AttentionList.Grouping) {
        self.list = list.of(area: area)
        groups = self.list.groups(by: grouping, catalogue)
        itemIndices = groups.flatMap(\.indices)
        headed = HeadedLines(groups.map(\.indices.count))
    }

    var indices: Range<Int> { itemIndices.indices }
    var count: Int { itemIndices.count }
    subscript(row: Int) -> AttentionItem { list.items[itemIndices[row]] }

    /// What the rows depend on, besides the data, which have a memory of their own.
    struct Key: Equatable {
        let area: String?
        let grouping: AttentionList.Grouping
        let hasFormer: Bool
    }
}

extension DashboardState {
    /// The rows of the list; made when they are first asked for, then kept. What changed since the version before is
    /// among them where that version is known.
    func attentionRows(_ grouping: AttentionList.Grouping) -> AttentionRows {
        let former = formers?.versions[.version]
        let key = AttentionRows.Key(area: session.area, grouping: grouping, hasFormer: former != nil)
        return memory.attention.value(key) {
            let list = former.map { catalogue.attention(since: $0.catalogue, $0.difference) } ?? catalogue.attention
            return AttentionRows(list, catalogue, area: session.area, grouping)
        }
    }
}
