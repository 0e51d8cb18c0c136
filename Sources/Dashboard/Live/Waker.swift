import Cells

/// What wakes a loop besides its terminal: files that changed, the end of an embargo.
///
/// A loop lets the terminal watch the descriptor, waits no longer than the milliseconds, and asks what is to be done
/// once the descriptor is ready or they are over. Whoever has neither costs nothing.
@MainActor
public protocol Waker: AnyObject {
    /// Becomes readable when there is something to take, the same one for as long as it lives; nil where there is none.
    var descriptor: Int32? { get }
    /// So many milliseconds from now it wants to be asked; nil where only its descriptor can bring news.
    func milliseconds(_ state: DashboardState) -> Int?
    /// Takes what has come, and gives what it asks for.
    func take(_ state: DashboardState) -> Action?
}

/// Several wakers as a loop needs them.
@MainActor
public struct Wakers {
    private let all: [any Waker]

    /// Combines wakers. None is asked before the loop begins.
    public init(_ all: [any Waker]) { self.all = all }

    /// Lets a terminal wait for them too.
    public func begin(on terminal: any Terminal) {
        for one in all { if let descriptor = one.descriptor { terminal.watch(descriptor) } }
    }
    /// Stops a terminal from waiting for them. Call it when the loop ends.
    public func end(on terminal: any Terminal) {
        for one in all { if let descriptor = one.descriptor { terminal.stopWatching(descriptor) } }
    }

    /// How long a terminal may wait at most; nil for ever.
    public func milliseconds(_ state: DashboardState) -> Int? { all.compactMap { $0.milliseconds(state) }.min() }

    /// What those ask for whose descriptor is ready or whose time has come.
    public func take(_ state: DashboardState, ready: Set<Int32>) -> [Action] {
        all.compactMap { one in
            let isReady = one.descriptor.map(ready.contains) ?? false
            guard isReady || one.milliseconds(state).map({ $0 <= 0 }) ?? false else { return nil }
            return one.take(state)
        }
    }
}
