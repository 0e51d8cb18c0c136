import Cells

/// Filters input that no visitor intends: a held key, a touch that trembles, a flood of events.
struct InputBound: Hashable, Sendable {
    /// A touch within this many milliseconds of the last one counts as the same touch.
    static let sameTouchWithin = 300
    /// The same key within this many milliseconds counts as a repeat of a held key; a hand is slower.
    static let sameKeyWithin = 100
    /// More events than this in one second are dropped.
    static let mostInASecond = 10

    private var lastKey: Key?
    private var lastKeyAt: KioskInstant?
    private var lastTouchAt: KioskInstant?
    private var secondBegan: KioskInstant?
    private var inThisSecond = 0

    /// Whether a key counts. A held key does not count again until it is released, since each repeat extends the time
    /// in which repeats are ignored.
    mutating func admits(_ key: Key, at now: KioskInstant) -> Bool {
        let isRepeat = key == lastKey && lastKeyAt.map { now - $0 < Self.sameKeyWithin } ?? false
        lastKey = key
        lastKeyAt = now
        return !isRepeat && isWithinBound(now)
    }

    /// Whether a touch counts.
    mutating func admitsTouch(at now: KioskInstant) -> Bool {
        let isRepeat = lastTouchAt.map { now - $0 < Self.sameTouchWithin } ?? false
        lastTouchAt = now
        return !isRepeat && isWithinBound(now)
    }

    private mutating func isWithinBound(_ now: KioskInstant) -> Bool {
        if let began = secondBegan, now - began < 1_000 {
            inThisSecond += 1
        } else {
            secondBegan = now
            inThisSecond = 1
        }
        return inThisSecond <= Self.mostInASecond
    }
}
