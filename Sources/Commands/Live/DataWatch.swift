import Databases
import Tables

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

/// Hears of new versions in a data base.
final class DatabaseWatch: DataWatch {
    let feed: DatabaseFeed

    init(_ feed: DatabaseFeed) { self.feed = feed }

    var descriptor: Int32? { feed.descriptor }
    func milliseconds(now: Int) -> Int? { feed.milliseconds() }
    func hasChanged(now: Int) -> Bool { feed.hasChanged() }
    func differs() -> Bool { feed.hasChanged() }
}
