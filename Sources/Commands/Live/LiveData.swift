import Console
import Glibc
import Indicators
import Publishing
import Tables
import Wording

/// A data set that may be read again and again, and is watched where it can change.
struct LiveData {
    private let choice: DataChoice
    /// Nil for what is part of the program.
    let watch: (any DataWatch)?

    /// Begins to watch.
    ///
    /// - Parameter mayBePartial: whether of a very large set the newest figures will do, and others are asked for.
    init(_ choice: DataChoice, mayBePartial: Bool = false) {
        self.choice = choice
        watch = choice.watch(mayBePartial: mayBePartial)
    }

    /// Asks for figures that are wanted and not at hand. They come as a change of the data.
    func ask(_ wishes: Set<SeriesWish>, isFirst: Bool) { database?.ask(wishes, isFirst: isFirst) }

    private var feed: (any DataFeed)? { watch as? any DataFeed }
    /// The data base, where the data come from one.
    var database: DatabaseWatch? { watch as? DatabaseWatch }

    /// The data set for the first reading.
    func location() -> Result<DataLocation, Refusal> {
        guard let feed else { return choice.location() }
        return feed.first()
    }

    /// The number of the publication that the path of the data leads to now; nil where it leads to none.
    var generation: String? {
        guard let directory = choice.directory, let path = realpath(directory, nil) else { return nil }
        defer { free(path) }
        return FolderBase.generation(at: String(cString: path))
    }

    /// Whether no message may name a path.
    var isGuest: Bool { choice.isGuest }

    /// Reads the data set anew. A data base or a named source is read beside the loop, so it gives what has been read
    /// meanwhile.
    ///
    /// - Parameter byHand: whether a person asked for it; a guest may not.
    func read(byHand: Bool = false) -> Outcome {
        if byHand, choice.isGuest { return .notice(GuestNotices.notHere) }
        guard watch != nil else { return .notice(LiveNotices.nothingToReload) }
        if let feed {
            guard let reading = feed.take() else { return byHand ? .notice(feed.asking) : .nothing }
            return .reading(reading)
        }
        switch choice.location() {
        case .failure(let refusal): return .notice(refusal.message)
        case .success(let location): return .reading(DataReader.read(location, now: WallClock.now))
        }
    }
}
