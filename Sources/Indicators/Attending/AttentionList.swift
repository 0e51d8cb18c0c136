/// 关注清单: all that needs attention in a data set, the worst first.
///
/// The order: first broken zero-goals and what is behind, then unanswered follow-ups, what was not reported, what
/// sources contradict, and what was revised or changed. In each part the whole comes before its areas. Then broken
/// zero-goals come before figures behind, and of these the largest gap first; of what was not reported the longest
/// missing first; of follow-ups the earliest due first; of changes the latest first. Otherwise the order of indicators
/// and areas decides.
public struct AttentionList: Hashable, Sendable {
    /// The worst first.
    public let items: [AttentionItem]
    /// The day that the list is about: due answers are held against it.
    public let day: CalendarDay?

    /// How many figures of each area are behind or broken, by the code of the area. Found anew each time: `CityFacts`
    /// keeps it.
    var badCounts: [String: Int] {
        items.reduce(into: [:]) { if $1.isBad { $0[$1.area, default: 0] += 1 } }
    }

    /// How the items of a list may be put together.
    public enum Grouping: Hashable, Sendable, CaseIterable { case kind, unit, area }

    /// Items that belong together.
    public struct Group: Hashable, Sendable {
        /// What they have in common.
        public enum Key: Hashable, Sendable {
            /// The part of the list.
            case section(AttentionItem.Section)
            /// The responsible department; empty where none is stated.
            case unit(LocalizedText)
            /// The code of the area.
            case area(String)
        }

        /// What the items have in common.
        public let key: Key
        /// The indices of the items in the list, the worst first.
        public let indices: [Int]
    }

    /// The items of a group, the worst first.
    public func items(of group: Group) -> [AttentionItem] { group.indices.map { items[$0] } }

    /// The items in groups: parts in their order; departments by their worst item, those without one last; areas in the
    /// order of the table.
    public func groups(by grouping: Grouping, _ catalogue: Catalogue) -> [Group] {
        var groups: [(key: Group.Key, indices: [Int])] = [], numbers: [Group.Key: Int] = [:]
        for index in items.indices {
            let key = key(index, grouping), number = numbers[key] ?? groups.count
            if number == groups.count {
                groups.append((key, []))
                numbers[key] = number
            }
            groups[number].indices.append(index)
        }
        func order(_ key: Group.Key) -> Int {
            switch key {
            case .section(let section): section.rawValue
            case .unit(let unit): unit.isEmpty ? 1 : 0
            case .area(let code): catalogue.index(ofArea: code)
            }
        }
        let sorted = groups.enumerated().sorted {
            (order($0.element.key), $0.offset) < (order($1.element.key), $1.offset)
        }
        return sorted.map { Group(key: $0.element.key, indices: $0.element.indices) }
    }

    private func key(_ index: Int, _ grouping: Grouping) -> Group.Key {
        switch grouping {
        case .kind: .section(items[index].section)
        case .unit: .unit(items[index].department)
        case .area: .area(items[index].area)
        }
    }

    /// The items of one area; all of them for nil.
    public func of(area: String?) -> AttentionList {
        area.map { code in AttentionList(items: items.filter { $0.area == code }, day: day) } ?? self
    }

    /// The items of a department, by a part of its name in either language.
    public func of(unit name: String) -> AttentionList {
        let name = name.lowercased()
        return AttentionList(
            items: items.filter {
                $0.department.zh.lowercased().contains(name) || $0.department.en.lowercased().contains(name)
            }, day: day)
    }

    /// What is behind or broken of the figures that stand for the whole, one for each indicator: as many as the tally
    /// of the data set counts as bad.
    public func badHeadlines(_ catalogue: Catalogue) -> [AttentionItem] {
        bad.filter { item in
            let headline = catalogue.headlineObservation(of: item.indicator)
            return item.area == headline?.area ?? catalogue.package.rootArea
        }
    }

    /// What is behind or broken.
    public var bad: [AttentionItem] { items.filter(\.isBad) }

    /// Whether nothing needs attention.
    public var isEmpty: Bool { items.isEmpty }
}

extension AttentionList {
    /// Puts items in order.
    init(unsorted: [AttentionItem], day: CalendarDay?, _ catalogue: Catalogue) {
        let kinds = AttentionItem.Kind.allCases
        let keyed = unsorted.map { item in
            Keyed(
                item: item,
                key: [
                    item.section.rawValue, item.area == catalogue.package.rootArea ? 0 : 1,
                    kinds.firstIndex(of: item.kind) ?? 0,
                ], tableOrder: [catalogue.index(ofIndicator: item.indicator), catalogue.index(ofArea: item.area)])
        }
        items = keyed.sorted().map(\.item)
        self.day = day
    }

    private struct Keyed: Comparable {
        let item: AttentionItem
        let key: [Int], tableOrder: [Int]

        static func < (left: Keyed, right: Keyed) -> Bool {
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            let (a, b) = (left.item, right.item)
            switch a.kind {
            case .behind where a.shortfall != b.shortfall: return b.shortfall < a.shortfall
            case .overdue where a.since != b.since:
                return (a.since?.start.ordinal ?? .max) < (b.since?.start.ordinal ?? .max)
            case .unreported where a.periods != b.periods: return b.periods < a.periods
            case .revised where a.since != b.since:
                return (b.since?.start.ordinal ?? .min) < (a.since?.start.ordinal ?? .min)
            default: break
            }
            if left.tableOrder != right.tableOrder {
                return left.tableOrder.lexicographicallyPrecedes(right.tableOrder)
            }
            return b.period < a.period
        }

        static func == (left: Keyed, right: Keyed) -> Bool { left.item == right.item }
    }
}

extension AttentionItem {
    /// How far it is on the wrong side, as a fraction of the target; zero for all but what is behind.
    var shortfall: ExactRatio {
        guard kind == .behind, case .points(let gap)? = gap else { return .zero }
        return isLimit ? gap : gap.negated
    }
}
