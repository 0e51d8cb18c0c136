import Console
import Tables
import Wording

/// A data set that may be read again and again, and is watched where it is a folder.
struct LiveData {
    private let choice: DataChoice
    /// Nil for what is part of the program.
    let watch: FolderWatch?

    /// Begins to watch.
    init(_ choice: DataChoice) {
        self.choice = choice
        watch = choice.watch
    }

    /// Reads the data set anew.
    ///
    /// - Parameter byHand: whether a person asked for it; a guest may not.
    func read(byHand: Bool = false) -> Outcome {
        if byHand, choice.isGuest { return .notice(GuestNotices.notHere) }
        guard watch != nil else { return .notice(LiveNotices.nothingToReload) }
        switch choice.place() {
        case .failure(let refusal): return .notice(refusal.message)
        case .success(let place): return .reading(DataReader.read(place, now: WallClock.now))
        }
    }
}
