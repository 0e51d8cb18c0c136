import Databases
import Glibc
import Synchronization
import Tables
import Threads

/// A data base that is opened and read for the first time on a thread of its own.
final class DatabaseOpening: Sendable {
    /// What is opened, as messages name it.
    let name: String
    /// Can be read from once it has ended.
    let descriptor: Int32
    private let writing: Int32
    private let result = Mutex<Result<DataPlace, DatabaseFault>?>(nil)

    /// Begins; nil where the system gives neither a thread nor a descriptor.
    init?(_ feed: DatabaseFeed, name: String) {
        self.name = name
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (descriptor, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let isStarted = Background.run { [self] in
            let place = feed.first()
            result.withLock { $0 = place }
            var byte: UInt8 = 1
            _ = write(writing, &byte, 1)
        }
        if !isStarted { return nil }
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    /// Whether it ends within some milliseconds.
    func ends(within milliseconds: Int32) -> Bool {
        var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wish, 1, milliseconds) > 0
    }

    /// What it gave; nil until it has ended.
    var place: Result<DataPlace, DatabaseFault>? { result.withLock { $0 } }
}
