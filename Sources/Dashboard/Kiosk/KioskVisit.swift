import Indicators

/// All that a visitor can change. After the idle time it is equal, as a value, to that of a kiosk started at that
/// moment.
public struct KioskVisit: Hashable, Sendable {
    /// Whether somebody uses the kiosk, and since when.
    public enum Phase: Hashable, Sendable {
        /// Nobody is there: topics in turn since a moment, so many turns made.
        case attract(since: KioskInstant, turn: Int)
        /// Somebody is there, and did something last at a moment.
        case browsing(lastInput: KioskInstant)
        /// "Still reading?" stands since a moment.
        case asking(since: KioskInstant)
    }

    /// The language that the visitor chose; that of the settings at a cold start.
    public internal(set) var language: Language
    /// Whether somebody uses the kiosk.
    public internal(set) var phase: Phase
    /// The topic that is shown, by its place.
    public internal(set) var topic = 0
    /// The topic on the first of the bands, by its place.
    public internal(set) var firstBand = 0
    /// Which of the topic's figures is open; nil where the topic itself is to be chosen.
    public internal(set) var figure: Int?

    /// As it is when the kiosk starts.
    public static func coldStart(_ settings: KioskSettings, at now: KioskInstant) -> KioskVisit {
        KioskVisit(language: settings.language, phase: .attract(since: now, turn: 0))
    }

    /// Whether nobody is there.
    public var isAttracting: Bool {
        if case .attract = phase { true } else { false }
    }
}
