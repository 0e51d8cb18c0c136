import Glibc
import Synchronization

/// A value that a thread of its own computes, with a descriptor that tells when it is there.
public final class BackgroundResult<Value: Sendable>: Sendable {
    /// Can be read from once the value is there.
    public let descriptor: Int32
    private let writing: Int32
    private let result = Mutex<Value?>(nil)

    /// Begins to compute; nil where the system gives neither a thread nor a descriptor.
    public init?(_ compute: @escaping @Sendable () -> Value) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (descriptor, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let isStarted = Background.run { [self] in
            let value = compute()
            result.withLock { $0 = value }
            var byte: UInt8 = 1
            _ = write(writing, &byte, 1)
        }
        if !isStarted { return nil }
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    /// The value; nil until it is there.
    public var value: Value? { result.withLock { $0 } }

    /// Waits for the value; false where it is not there after some milliseconds.
    public func isThere(within milliseconds: Int32) -> Bool {
        var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wish, 1, milliseconds) > 0
    }
}
