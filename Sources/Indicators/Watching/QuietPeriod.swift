/// Waits until changes have stopped coming, so that a folder that is being written is not read at every byte.
///
/// A value without a clock of its own: moments are milliseconds of whoever asks.
public struct QuietPeriod: Hashable, Sendable {
    /// So long nothing must have come.
    public static let quiet = 300
    /// Whoever never stops writing is read anyway after so long.
    public static let longest = 5_000

    private var first: Int?
    private var last = 0

    /// A period in which nothing has changed yet.
    public init() {}

    /// Something has changed.
    public mutating func note(at now: Int) {
        if first == nil { first = now }
        last = now
    }

    /// So long until it may be read; nil where nothing has changed.
    public func remaining(at now: Int) -> Int? {
        first.map { max(0, min(last + Self.quiet, $0 + Self.longest) - now) }
    }

    /// Whether it may be read; true once, then it waits for the next change.
    public mutating func isOver(at now: Int) -> Bool {
        guard remaining(at: now) == 0 else { return false }
        first = nil
        return true
    }
}
