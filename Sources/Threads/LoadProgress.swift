import Synchronization

/// The progress of a reading, visible to other threads, with a way to stop it.
public final class LoadProgress: Sendable {
    private let done = Atomic<Int>(0)
    private let all = Atomic<Int>(0)
    private let isUnwanted = Atomic<Bool>(false)

    /// Progress of a reading that has not begun: nothing done, and nothing known of its size.
    public init() {}

    /// The fraction that is read, from 0 to 1; 0 where the size is not known.
    public var share: Double {
        let all = all.load(ordering: .relaxed)
        return all > 0 ? min(1, Double(done.load(ordering: .relaxed)) / Double(all)) : 0
    }

    /// The number of bytes read and of all bytes.
    public var bytes: (done: Int, all: Int) { (done.load(ordering: .relaxed), all.load(ordering: .relaxed)) }

    /// Asks the reading to stop. It stops when it checks the next time.
    public func giveUp() { isUnwanted.store(true, ordering: .relaxed) }
    /// Whether the reading was asked to stop.
    public var isGivenUp: Bool { isUnwanted.load(ordering: .relaxed) }

    package func begin(_ bytes: Int) {
        done.store(0, ordering: .relaxed)
        all.store(bytes, ordering: .relaxed)
    }

    package func advance(_ bytes: Int) { done.add(bytes, ordering: .relaxed) }
}
