import Indicators

/// What needs attention, in the order and with the headings in which the screen lists it.
final class AttentionRows: Sendable {
    /// A line of the list.
    enum Line: Hashable, Sendable {
        /// A blank line before a heading.
        case gap
        /// The heading of the group with this index.
        case heading(Int)
        /// The item with this index.
        case item(Int)
    }

    let groups: [AttentionList.Group]
    let items: [AttentionItem]
    let lines: [Line]
    /// The line of each item.
    let places: [Int]

    init(_ catalogue: Catalogue, area: String?, _ grouping: AttentionList.Grouping) {
        groups = catalogue.attention.of(area: area).groups(by: grouping, catalogue)
        items = groups.flatMap(\.items)
        var lines: [Line] = [], places: [Int] = []
        for (number, group) in groups.enumerated() {
            if number > 0 { lines.append(.gap) }
            lines.append(.heading(number))
            for _ in group.items {
                places.append(lines.count)
                lines.append(.item(places.count - 1))
            }
        }
        self.lines = lines
        self.places = places
    }

    /// What the rows depend on, besides the data, which have a memory of their own.
    struct Key: Equatable {
        let area: String?
        let grouping: AttentionList.Grouping
    }
}

extension DashboardState {
    /// The rows of the list; made when they are first asked for, then kept.
    func attentionRows(_ grouping: AttentionList.Grouping) -> AttentionRows {
        memory.attention.value(AttentionRows.Key(area: session.area, grouping: grouping)) {
            AttentionRows(catalogue, area: session.area, grouping)
        }
    }
}
