import Indicators

/// Everything that a visitor can change. After the idle time it is equal to that of a kiosk started at that moment.
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

    /// What is open.
    enum Page: Hashable, Sendable {
        /// The topics, one of them with its headline.
        case topics
        /// The list of a topic's figures, or a part of it.
        case index(FigureRange)
        /// One figure, by its index among the topic's figures.
        case figure(Int)
        /// A page of text about the topic, by its number; with the index of the figure from which it was opened.
        case text(KioskText.Kind, page: Int, figure: Int?)
        /// A code with a figure to take home, by the index of the figure.
        case code(Int)
        /// A sheet of the survey.
        case survey(SurveySheet)
    }

    /// The language that the visitor chose; that of the settings at a cold start.
    public internal(set) var language: Language
    /// Whether somebody uses the kiosk.
    public internal(set) var phase: Phase
    /// The index of the topic that is shown.
    public internal(set) var topic = 0
    /// The index of the topic on the first band.
    public internal(set) var firstBand = 0
    /// What is open.
    var page = Page.topics { didSet { if page != oldValue { isVoiceLost = false } } }
    /// Whether what is open could not be read aloud.
    var isVoiceLost = false

    /// The state at a start of the kiosk.
    public static func coldStart(_ settings: KioskSettings, at now: KioskInstant) -> KioskVisit {
        KioskVisit(language: settings.language, phase: .attract(since: now, turn: 0))
    }

    /// Whether topics are shown in turn because nobody is there.
    public var isAttracting: Bool {
        if case .attract = phase { true } else { false }
    }

    /// Whether it is as at a start: topics are shown in turn, in the language of the settings.
    public func isAtStart(_ settings: KioskSettings) -> Bool {
        isAttracting && language == settings.language && page == .topics && firstBand == 0
    }

    /// Whether the question "Still reading?" is shown.
    var isAsking: Bool {
        if case .asking = phase { true } else { false }
    }

    /// The index of the open figure; nil where none is open.
    var figure: Int? {
        switch page {
        case .figure(let index), .code(let index): index
        case .topics, .index, .text, .survey: nil
        }
    }
}
