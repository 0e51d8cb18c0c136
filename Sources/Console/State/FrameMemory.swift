import Indicators
import Search
import Synchronization
import Wording

/// A cache of values that frames share. It changes nothing that is shown. Everything that an entry depends on is its
/// key, so nothing has to be cleared when the state changes. It retains its data; new data have a cache of their own.
final class FrameMemory: Sendable {
    /// What the rows of a list depend on.
    struct RowsKey: Equatable {
        let catalogue: Catalogue
        let screen: Screen
        let area: String?
        let filter: [Int: Int]
        var order = ListOrder.table
        var span = ListSpan.all

        static func == (one: RowsKey, other: RowsKey) -> Bool {
            one.catalogue === other.catalogue && one.screen == other.screen && one.area == other.area
                && one.filter == other.filter && one.order == other.order && one.span == other.span
        }
    }

    /// Everything besides its data that a wording depends on.
    struct WordingKey: Equatable {
        let options: WordingOptions
        let area: String?
    }

    /// The wording that was made last. A key makes six `Ink`s; a new wording for each would copy every word three
    /// times, a tenth of the 0.7 ms of a move, which is the floor.
    let wording = KeptValue<WordingKey, Wording>()

    /// A person goes back and forth between a few lists; an overview uses all of them.
    private static let mostLists = 32

    private let lists = Mutex<[(key: RowsKey, rows: FigureRows)]>([])
    private let classed = Mutex<(catalogue: Catalogue, figures: [(indicator: Indicator, period: Period)])?>(nil)
    /// What needs attention, as it was listed last.
    let attention = KeptValue<AttentionRows.Key, AttentionRows>()
    /// What changed, as it was listed last.
    let changes = KeptValue<ChangeRows.Key, ChangeRows>()
    /// What differs from the version before, in short.
    let sinceVersion = KeptValue<ChangeRows.Key, CitySentence.VersionChange>()
    private let index = Mutex<(catalogue: Catalogue, index: SearchIndex)?>(nil)

    /// Rows with the bars that compare them. Without the cache a line of scrolling in 5,000 rows takes 24 ms instead of
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

    /// The figures that a map can be coloured by. Every area and indicator is looked at for it, so it is kept.
    func classedIndicators(_ catalogue: Catalogue) -> [(indicator: Indicator, period: Period)] {
        classed.withLock { kept in
            if let kept, kept.catalogue === catalogue { return kept.figures }
            let figures = catalogue.classedIndicators
            kept = (catalogue, figures)
            return figures
        }
    }

    /// Whether there is an index for the search.
    var hasIndex: Bool { index.withLock { $0 != nil } }

    /// Takes over the index for the search of the same data set with fewer figures, since names are the same.
    func keepIndex(of former: FrameMemory, for catalogue: Catalogue) {
        guard let known = former.index.withLock({ $0 }) else { return }
        index.withLock { $0 = (catalogue, known.index.index(of: catalogue)) }
    }

    /// The index for the search; made when first asked for, for a large data set in advance.
    func searchIndex(_ catalogue: Catalogue) -> SearchIndex {
        index.withLock { kept in
            if let kept, kept.catalogue === catalogue { return kept.index }
            let index = SearchIndex(catalogue)
            kept = (catalogue, index)
            return index
        }
    }
}
