import Console
import Indicators
import Tables

/// Says when what is under embargo is to be shown or hidden, by the clock on the wall for as long as that can be
/// believed.
struct EmbargoClock {
    private var trust: ClockTrust

    init() {
        let now = WallClock.both
        trust = ClockTrust(wall: now.wall, steady: now.steady)
    }

    /// The moment that a catalogue is to be shown at instead; nil inside where the clock is not believed, nil where
    /// nothing changes.
    mutating func change(_ catalogue: Catalogue) -> Instant?? {
        guard catalogue.hasEmbargo else { return nil }
        let now = WallClock.both, moment = Instant(seconds: now.wall / 1_000)
        let isTrusted = trust.isTrusted(wall: now.wall, steady: now.steady) && !catalogue.isTooEarly(moment)
        if !isTrusted { return catalogue.doubtsClock ? nil : .some(nil) }
        let isDue = catalogue.nextRelease.map { $0 <= moment } ?? false
        return isDue || catalogue.doubtsClock ? .some(moment) : nil
    }

    /// So many milliseconds until the next figure may be shown; nil where none waits, or the clock is not believed.
    func milliseconds(_ catalogue: Catalogue) -> Int? {
        guard !catalogue.doubtsClock, let next = catalogue.nextRelease else { return nil }
        // poll(2) knows no more than 24 days.
        return min(max(0, next.seconds * 1_000 - WallClock.both.wall), 1 << 30)
    }
}

/// Wakes the loop at the very instant that something may be shown, and at no other.
@MainActor
final class EmbargoWaker: Waker {
    private var clock = EmbargoClock()

    let descriptor: Int32? = nil

    func milliseconds(_ state: DashboardState) -> Int? {
        if clock.change(state.catalogue) != nil { return 0 }
        return clock.milliseconds(state.catalogue)
    }

    func take(_ state: DashboardState) -> Action? { clock.change(state.catalogue).map { .clock($0) } }
}
