import Indicators

/// Waits until changes have stopped, so that a folder is not read while it is being written.
///
/// It has no clock of its own. The caller passes moments in milliseconds.
public struct QuietPeriod: Hashable, Sendable {
    /// The time without changes after which the folder is read, in milliseconds.
    public static let quiet = 300
    /// The longest wait in milliseconds; the folder is then read even if changes continue.
    public static let longest = 5_000

    private var first: Int?
    private var last = 0

    /// A period in which nothing has changed yet.
    public init() {}

    /// Records a change.
    public mutating func note(at now: Int) {
        if first == nil { first = now }
        last = now
    }

    /// The milliseconds until the folder may be read; nil where nothing has changed.
    public func remaining(at now: Int) -> Int? {
        first.map { max(0, min(last + Self.quiet, $0 + Self.longest) - now) }
    }

    /// Whether the folder may be read. It returns true once and then waits for the next change.
    public mutating func isOver(at now: Int) -> Bool {
        guard remaining(at: now) == 0 else { return false }
        first = nil
        return true
    }
}
