import Cells
import Indicators

/// Every fact of a kiosk that can change. `update` alone changes it; drawing and touching read it.
public struct KioskState: Sendable {
    /// The data that are shown.
    public internal(set) var catalogue: Catalogue
    /// What the operator chose when the kiosk was started.
    public let settings: KioskSettings
    /// The size of the terminal.
    public internal(set) var size: Size
    /// Everything that visitors have changed; equal to a cold start after a reset.
    public internal(set) var visit: KioskVisit
    /// What the operator has typed so far to end the kiosk.
    public internal(set) var gate = OperatorGate()
    var bound = InputBound()
    /// The local time that is shown; nil where the wall clock cannot be right.
    public internal(set) var clock: ClockFace?
    /// Whether the newest data were refused, so that older ones are shown.
    public internal(set) var isRefusing = false
    /// Whether nothing newer comes because where the data come from does not answer.
    public internal(set) var isCutOff = false
    /// The moment of the last action.
    public internal(set) var now: KioskInstant
    /// How many data sets have been shown. A new number causes a new picture.
    var generation = 0

    /// A cold start.
    public init(catalogue: Catalogue, settings: KioskSettings, size: Size, at now: KioskInstant) {
        self.catalogue = catalogue
        self.settings = settings
        self.size = size
        self.now = now
        visit = .coldStart(settings, at: now)
    }

    /// The topic that is shown; nil only where a data set has none.
    var topic: Topic? {
        catalogue.topics.indices.contains(visit.topic) ? catalogue.topics[visit.topic] : catalogue.topics.first
    }

    /// The figures of a topic, its headline first. Figures without a value are left out, except the headline.
    func figures(of topic: Topic) -> [KioskFigure] {
        var figures: [KioskFigure] = []
        if let headline = catalogue.indicator(topic.headline) {
            figures.append(
                KioskFigure(indicator: headline, observation: catalogue.headlineObservation(of: headline.code)))
        }
        for indicator in catalogue.indicators(ofTopic: topic.code) where indicator.code != topic.headline {
            guard let observation = catalogue.headlineObservation(of: indicator.code), observation.value != nil,
                !observation.isWithheld
            else { continue }
            figures.append(KioskFigure(indicator: indicator, observation: observation))
        }
        return figures
    }

    /// The figure that is shown.
    var figure: KioskFigure? {
        guard let topic else { return nil }
        guard let place = visit.figure else { return headline(of: topic) }
        let all = figures(of: topic)
        return all.indices.contains(place) ? all[place] : all.first
    }

    func headline(of topic: Topic) -> KioskFigure? {
        catalogue.indicator(topic.headline).map {
            KioskFigure(indicator: $0, observation: catalogue.headlineObservation(of: $0.code))
        }
    }

    /// Whole seconds until the next topic or the reset, counted as they are shown; nil where nothing is counted down.
    var countdown: Int? {
        dueAt.map { max(0, ($0 - now + 999) / 1_000) }
    }

    /// When the countdown ends.
    private var dueAt: KioskInstant? {
        switch visit.phase {
        case .attract(let since, let turn): since + settings.rotation * (turn + 1)
        case .asking(let since): since + KioskSettings.question
        case .browsing: nil
        }
    }

    /// When the picture or the phase changes next without input: once a second while a countdown shows, otherwise when
    /// the patience ends.
    public var nextChange: KioskInstant {
        switch visit.phase {
        case .browsing(let lastInput): return lastInput + settings.patience
        case .attract, .asking:
            guard let dueAt, let countdown else { return now + 1_000 }
            return dueAt + -1_000 * max(0, countdown - 1)
        }
    }

    /// Everything that the picture depends on. Equal appearances draw the same picture.
    struct Appearance: Hashable {
        var visit: KioskVisit
        var countdown: Int?
        var clock: ClockFace?
        var size: Size
        var isRefusing: Bool
        var isCutOff: Bool
        var generation: Int
    }

    var appearance: Appearance {
        var visit = visit
        // The moment of the last input is not visible.
        if case .browsing = visit.phase { visit.phase = .browsing(lastInput: KioskInstant(milliseconds: 0)) }
        return Appearance(
            visit: visit, countdown: countdown, clock: clock, size: size, isRefusing: isRefusing, isCutOff: isCutOff,
            generation: generation)
    }
}

/// One figure as the kiosk shows it.
struct KioskFigure: Hashable {
    let indicator: Indicator
    let observation: Observation?
}
