import Cells
import Indicators
import Synchronization

/// What frames have in common, kept from one to the next: the rows of lists and the tables written out of them. It changes nothing
/// that is shown; whatever an entry depends on is its key, so that nothing has to be cleared when the state changes. It holds
/// on to its data: new data have a memory of their own.
final class FrameMemory: Sendable {
    /// What the rows of a list depend on.
    struct RowsKey: Equatable {
        let catalogue: Catalogue
        let screen: Screen
        let area: String?
        let filter: [Int: Int]

        static func == (one: RowsKey, other: RowsKey) -> Bool {
            one.catalogue === other.catalogue && one.screen == other.screen && one.area == other.area && one.filter == other.filter
        }
    }

    /// What a table depends on besides its rows.
    struct TableKey: Equatable {
        let rows: any AnyObject & Sendable
        let settings: Settings
        let area: String?
        let filter: [Int: Int]
        let namesAreas: Bool
        let hasHeader: Bool
        let columns: Int
        /// The rows that are written out, where that is not all.
        let seen: Range<Int>

        init(_ rows: any AnyObject & Sendable, _ state: DashboardState, namesAreas: Bool = false, hasHeader: Bool = false, columns: Int, seen: Range<Int>) {
            self.rows = rows
            settings = state.settings
            area = state.session.area
            filter = state.session.filter
            self.namesAreas = namesAreas
            self.hasHeader = hasHeader
            self.columns = columns
            self.seen = seen
        }

        static func == (one: TableKey, other: TableKey) -> Bool {
            one.rows === other.rows && one.area == other.area && one.filter == other.filter && one.columns == other.columns && one.seen == other.seen && one.namesAreas == other.namesAreas
                && one.hasHeader == other.hasHeader && one.settings == other.settings
        }
    }

    /// A person goes back and forth between a few lists; an overview asks for all of them.
    private static let mostLists = 32, mostTables = 8, mostFacts = 4

    private let lists = Recent<RowsKey, FigureRows>(mostLists)
    private let tables = Recent<TableKey, FigureTable.Content>(mostTables)
    private let facts = Recent<TableKey, Kept<FigureFacts>>(mostFacts)
    private let siblings = Recent<TableKey, Kept<Sibling>>(mostFacts)
    private let found = Mutex<(settings: Settings, area: String?, rows: Kept<[[TextRun]]>)?>(nil)
    private let index = Mutex<(catalogue: Catalogue, index: SearchIndex)?>(nil)
    private let tallies = Mutex<[(catalogue: Catalogue, topic: String, tally: Catalogue.Tally)]>([])

    func rows(_ key: RowsKey, _ make: () -> FigureRows) -> FigureRows { lists.value(key, make) }

    func table(_ key: TableKey, _ make: () -> FigureTable.Content) -> FigureTable.Content { tables.value(key, make) }

    /// What is known of single rows of a very long list: a step further shows one that was not shown before.
    func facts(_ key: TableKey) -> Kept<FigureFacts> { facts.value(key, Kept.init) }

    /// The figures that stand beside a figure in its details, by their places in its topic: the next figure has the same beside it.
    func siblings(_ key: TableKey) -> Kept<Sibling> { siblings.value(key, Kept.init) }

    /// The rows of what a search has found, by the numbers of the items; for other settings or another area other rows.
    func searchRows(_ state: DashboardState) -> Kept<[[TextRun]]> {
        found.withLock { found in
            if let found, found.settings == state.settings, found.area == state.session.area { return found.rows }
            let rows = Kept<[[TextRun]]>()
            found = (state.settings, state.session.area, rows)
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

    /// Makes the index and finds what most searches begin with; who types meanwhile waits for the first only.
    func prepareSearch(_ catalogue: Catalogue) {
        let opened = searchIndex(catalogue).opened
        index.withLock { kept in
            if kept?.catalogue === catalogue { kept?.index = opened }
        }
    }

    /// How the indicators of a topic stand, counted once for a catalogue.
    func tally(_ catalogue: Catalogue, topic: String) -> Catalogue.Tally {
        tallies.withLock { tallies in
            if let known = tallies.first(where: { $0.catalogue === catalogue && $0.topic == topic }) { return known.tally }
            let tally = catalogue.tally(ofTopic: topic)
            if tallies.count == Self.mostLists { tallies.removeFirst() }
            tallies.append((catalogue, topic, tally))
            return tally
        }
    }
}

/// The last few of something, each by all that it depends on.
private final class Recent<Key: Equatable & Sendable, Value: Sendable>: Sendable {
    private let most: Int
    private let kept = Mutex<[(key: Key, value: Value)]>([])

    init(_ most: Int) { self.most = most }

    func value(_ key: Key, _ make: () -> Value) -> Value {
        kept.withLock { kept in
            if let place = kept.firstIndex(where: { $0.key == key }) { return kept[place].value }
            let value = make()
            if kept.count == most { kept.removeFirst() }
            kept.append((key, value))
            return value
        }
    }
}

/// What was made of the rows of a very long list that were shown last, by their numbers.
final class Kept<Value: Sendable>: Sendable {
    /// Some screens' worth.
    private let most = 512

    private let kept = Mutex<[Int: Value]>([:])

    func value(_ number: Int, _ make: () -> Value) -> Value {
        kept.withLock { kept in
            if let value = kept[number] { return value }
            let value = make()
            if kept.count == most { kept.removeAll(keepingCapacity: true) }
            kept[number] = value
            return value
        }
    }
}
