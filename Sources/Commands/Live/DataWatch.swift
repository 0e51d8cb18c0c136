import Databases
import Indicators
import Tables
import Threads
import Wording

/// Says when a data set that is shown is to be read again.
protocol DataWatch: AnyObject, SendableMetatype {
    /// Becomes readable when something has happened; nil where nothing tells. It stays the same.
    var descriptor: Int32? { get }
    /// The milliseconds until `hasChanged` should be called; nil where only the descriptor announces events.
    func milliseconds(now: Int) -> Int?
    /// Whether there is something new to read.
    func hasChanged(now: Int) -> Bool
    /// The same, even where it is still being written.
    func differs() -> Bool
}

extension DataWatch {
    func milliseconds() -> Int? { milliseconds(now: MonotonicClock.milliseconds) }
    func hasChanged() -> Bool { hasChanged(now: MonotonicClock.milliseconds) }
}

extension FolderWatch: DataWatch {}

/// A data set that is read on a thread of its own, and not when the loop asks for it.
protocol DataFeed: DataWatch {
    /// Reads for the first time; the caller waits.
    func first() -> Result<DataLocation, Refusal>
    /// What was read last, once; nil where nothing is new, and then it is read again.
    func take() -> CatalogueReading?
    /// What a person is told who asks for it to be read again.
    var asking: LocalizedText { get }
}

/// Hears of new versions in a data base.
final class DatabaseWatch: DataFeed {
    private let feed: DatabaseFeed
    /// The data base as messages name it.
    let name: String
    private let refusal: (DatabaseFault) -> Refusal

    /// - Parameters:
    ///   - name: the data base as messages name it.
    ///   - refusal: what is said where it does not open.
    init(_ feed: DatabaseFeed, name: String, refusal: @escaping (DatabaseFault) -> Refusal) {
        self.feed = feed
        self.name = name
        self.refusal = refusal
    }

    var descriptor: Int32? { feed.descriptor }
    func milliseconds(now: Int) -> Int? { feed.milliseconds() }
    func hasChanged(now: Int) -> Bool { feed.hasChanged() }
    func differs() -> Bool { feed.hasChanged() }
    func first() -> Result<DataLocation, Refusal> { feed.first().mapError(refusal) }
    /// A data base that is being opened and read for the first time.
    typealias Opening = BackgroundResult<Result<DataLocation, DatabaseFault>>
    /// The same as `first` beside the screen; nil where the system has no thread for it.
    func opening() -> Opening? { Opening { [feed] in feed.first() } }
    /// What that gave, once it has ended.
    func location(of opening: Opening) -> Result<DataLocation, Refusal> {
        (opening.value ?? .failure(.slow(seconds: 0))).mapError(refusal)
    }
    func take() -> CatalogueReading? { feed.take() }
    func ask(_ wishes: Set<SeriesWish>, isFirst: Bool) { feed.ask(wishes, isFirst: isFirst) }
    var asking: LocalizedText { LiveNotices.asking }
}
