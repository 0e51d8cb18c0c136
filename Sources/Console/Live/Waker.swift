import Cells

/// A source of events for a loop besides its terminal: changed files, the end of an embargo.
///
/// A loop lets the terminal watch the descriptor, waits at most the given milliseconds, and calls `take` once the
/// descriptor is ready or they have passed. A waker with neither causes no wake-ups.
@MainActor
public protocol Waker: AnyObject {
    /// Becomes readable when there is something to take. It stays the same for the life of the waker; nil where there
    /// is none.
    var descriptor: Int32? { get }
    /// The milliseconds until `take` should be called; nil where only the descriptor announces events.
    func milliseconds(_ state: DashboardState) -> Int?
    /// Takes pending events and returns the action that they require; nil for none.
    func take(_ state: DashboardState) -> Action?
}

/// The wakers of a loop.
@MainActor
public struct Wakers {
    private let all: [any Waker]

    /// Combines wakers. None is asked before the loop begins.
    public init(_ all: [any Waker]) { self.all = all }

    /// Lets a terminal wait for their descriptors.
    public func begin(on terminal: any Terminal) {
        for one in all { if let descriptor = one.descriptor { terminal.watch(descriptor) } }
    }
    /// Stops a terminal from waiting for them. Call it when the loop ends.
    public func end(on terminal: any Terminal) {
        for one in all { if let descriptor = one.descriptor { terminal.stopWatching(descriptor) } }
    }

    /// The longest that a terminal may wait; nil for any time.
    public func milliseconds(_ state: DashboardState) -> Int? { all.compactMap { $0.milliseconds(state) }.min() }

    /// The actions of those wakers whose descriptor is ready or whose time has come.
    public func take(_ state: DashboardState, ready: Set<Int32>) -> [Action] {
        all.compactMap { one in
            let isReady = one.descriptor.map(ready.contains) ?? false
            guard isReady || one.milliseconds(state).map({ $0 <= 0 }) ?? false else { return nil }
            return one.take(state)
        }
    }
}
