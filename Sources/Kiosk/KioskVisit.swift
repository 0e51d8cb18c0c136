import Indicators

/// All that a visitor can change. After the idle time it is equal, as a value, to that of a kiosk started at that
/// moment.
public struct KioskVisit: Hashable, Sendable {
    /// Whether somebody uses the kiosk, and since when.
    public enum Phase: Hashable, Sendable {
        /// Nobody is there. `since` is when topics began to be shown in turn, `turn` the number of turns so far.
        case attract(since: KioskInstant, turn: Int)
        /// Somebody is there; the moment is that of the last input.
        case browsing(lastInput: KioskInstant)
        /// The question "Still reading?" is shown since a moment.
        case asking(since: KioskInstant)
    }

    /// The language that the visitor chose; that of the settings at a cold start.
    public internal(set) var language: Language
    /// Whether somebody uses the kiosk.
    public internal(set) var phase: Phase
    /// The index of the topic that is shown.
    public internal(set) var topic = 0
    /// The index of the topic on the first band.
    public internal(set) var firstBand = 0
    /// The index of the open figure among the topic's figures; nil while topics are to be chosen.
    public internal(set) var figure: Int?

    /// As it is when the kiosk starts.
    public static func coldStart(_ settings: KioskSettings, at now: KioskInstant) -> KioskVisit {
        KioskVisit(language: settings.language, phase: .attract(since: now, turn: 0))
    }

    /// Whether topics are shown in turn because nobody is there.
    public var isAttracting: Bool {
        if case .attract = phase { true } else { false }
    }
}
