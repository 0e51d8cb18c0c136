import Synchronization

/// How far a reading has come, seen from other threads, and a way to ask it to stop.
public final class LoadProgress: Sendable {
    private let done = Atomic<Int>(0)
    private let all = Atomic<Int>(0)
    private let isUnwanted = Atomic<Bool>(false)

    /// Progress of a reading that has not begun: nothing done, and nothing known of its size.
    public init() {}

    /// From 0 to 1.
    public var share: Double {
        let all = all.load(ordering: .relaxed)
        return all > 0 ? min(1, Double(done.load(ordering: .relaxed)) / Double(all)) : 0
    }

    /// Bytes read, and bytes in all.
    public var bytes: (done: Int, all: Int) { (done.load(ordering: .relaxed), all.load(ordering: .relaxed)) }

    /// The reading gives up at its next look.
    public func giveUp() { isUnwanted.store(true, ordering: .relaxed) }
    /// Whether the reading was asked to stop.
    public var isGivenUp: Bool { isUnwanted.load(ordering: .relaxed) }

    func begin(_ bytes: Int) {
        done.store(0, ordering: .relaxed)
        all.store(bytes, ordering: .relaxed)
    }

    func advance(_ bytes: Int) { done.add(bytes, ordering: .relaxed) }
}
