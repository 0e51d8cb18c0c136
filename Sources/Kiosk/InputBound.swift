import Cells

/// Filters unintended input: the repeats of a held key, a trembling finger, a touch on a button that has just changed.
struct InputBound: Hashable, Sendable {
    /// After the screen has changed its meaning nothing is done for this many milliseconds: a band that is touched
    /// twice would be another one by then. It is longer than the time after which terminals begin to repeat a held key
    /// (600 ms in Wayland, 660 ms in X).
    static let deadTime = 700
    /// The same key within this many milliseconds of its last event is the repeat of a held key: terminals repeat it
    /// every 30 to 100 ms. A repeat prolongs itself, so that a held key counts once however long it is held.
    static let repeatsWithin = 150
    /// A touch within this many milliseconds of the last contact is the same touch of a trembling finger, which
    /// prolongs itself too.
    static let tremblesWithin = 300

    private var deadUntil: KioskInstant?
    private var lastKey: Key?
    private var lastKeyAt: KioskInstant?
    private var lastContactAt: KioskInstant?

    /// How an event counts.
    enum Verdict: Hashable {
        /// It takes effect.
        case counts
        /// It came within the dead time: it has no effect, but shows that somebody is there.
        case early
        /// It is a repeat of the event before and has no effect.
        case repeats
    }

    mutating func verdict(on key: Key, at now: KioskInstant) -> Verdict {
        let isRepeat = key == lastKey && lastKeyAt.map { now - $0 < Self.repeatsWithin } ?? false
        lastKey = key
        lastKeyAt = now
        return isRepeat ? .repeats : isDead(now) ? .early : .counts
    }

    /// - Parameter now: when the finger came down.
    mutating func verdictOnTouch(at now: KioskInstant) -> Verdict {
        let isRepeat = lastContactAt.map { now - $0 < Self.tremblesWithin } ?? false
        lastContactAt = now
        return isRepeat ? .repeats : isDead(now) ? .early : .counts
    }

    /// The finger was lifted.
    mutating func endTouch(at now: KioskInstant) { lastContactAt = now }

    /// The screen has changed its meaning.
    mutating func rest(from now: KioskInstant) { deadUntil = now + Self.deadTime }

    private func isDead(_ now: KioskInstant) -> Bool { deadUntil.map { now < $0 } ?? false }
}
