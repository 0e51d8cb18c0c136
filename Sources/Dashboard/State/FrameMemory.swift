import Indicators
import Synchronization

/// What frames have in common, kept from one to the next. It changes nothing that is shown; whatever an entry depends
/// on is its key, so that nothing has to be cleared when the state changes. It holds on to its data: new data have a
/// memory of their own.
final class FrameMemory: Sendable {
    /// What the rows of a list depend on.
    struct RowsKey: Equatable {
        let catalogue: Catalogue
        let screen: Screen
        let area: String?
        let filter: [Int: Int]

        static func == (one: RowsKey, other: RowsKey) -> Bool {
            one.catalogue === other.catalogue && one.screen == other.screen && one.area == other.area
                && one.filter == other.filter
        }
    }

    /// A person goes back and forth between a few lists; an overview asks for all of them.
    private static let mostLists = 32

    private let lists = Mutex<[(key: RowsKey, rows: FigureRows)]>([])
    private let index = Mutex<(catalogue: Catalogue, index: SearchIndex)?>(nil)

    /// Rows, with how they stand to each other: without them a line of scrolling in 5,000 rows takes 24 ms instead of
    /// 0.7.
    func rows(_ key: RowsKey, _ make: () -> FigureRows) -> FigureRows {
        lists.withLock { lists in
            if let known = lists.first(where: { $0.key == key }) { return known.rows }
            let rows = make()
            if lists.count == Self.mostLists { lists.removeFirst() }
            lists.append((key, rows))
            return rows
        }
    }

    /// The index for the search: made when it is first asked for, of a large set before.
    func searchIndex(_ catalogue: Catalogue) -> SearchIndex {
        index.withLock { kept in
            if let kept, kept.catalogue === catalogue { return kept.index }
            let index = SearchIndex(catalogue)
            kept = (catalogue, index)
            return index
        }
    }
}
