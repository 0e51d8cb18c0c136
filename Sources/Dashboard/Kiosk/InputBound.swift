import Cells

/// Keeps from the kiosk what no visitor means: a key that is held, a touch that trembles, a flood.
struct InputBound: Hashable, Sendable {
    /// A touch anywhere within so many milliseconds of the last one is the same one.
    static let sameTouchWithin = 300
    /// The same key again within so many milliseconds repeats because it is held; a hand is slower.
    static let sameKeyWithin = 100
    /// More than so many in a second are dropped.
    static let mostInASecond = 10

    private var lastKey: Key?
    private var lastKeyAt: KioskInstant?
    private var lastTouchAt: KioskInstant?
    private var secondBegan: KioskInstant?
    private var inThisSecond = 0

    /// Whether a key is to count. One that is held never counts again until it is let go: each repeat pushes the moment
    /// on.
    mutating func admits(_ key: Key, at now: KioskInstant) -> Bool {
        let isRepeat = key == lastKey && lastKeyAt.map { now - $0 < Self.sameKeyWithin } ?? false
        lastKey = key
        lastKeyAt = now
        return !isRepeat && isWithinBound(now)
    }

    /// Whether a touch is to count.
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
