import Glibc
import Indicators
import Synchronization
import Tables
import Threads

/// A large table that is read beside the screen.
final class BackgroundReading: Sendable {
    /// From this size on a reading is long enough to be looked at.
    static let smallest = 8 << 20

    let progress = LoadProgress()
    /// Can be read from once the reading has ended.
    let descriptor: Int32
    private let writing: Int32
    private let result = Mutex<CatalogueReading?>(nil)

    /// Begins to read; nil where the system gives neither a thread nor a descriptor.
    init?(_ place: DataPlace, now: Instant) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (descriptor, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let isStarted = Background.run { [self] in
            let reading = DataReader.read(place, now: now, progress: progress)
            result.withLock { $0 = reading }
            var byte: UInt8 = 1
            _ = write(writing, &byte, 1)
        }
        if !isStarted { return nil }
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    /// What it gave; nil until it has ended.
    var reading: CatalogueReading? { result.withLock { $0 } }
}
