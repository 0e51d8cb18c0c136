import Cells
import Indicators

/// Every fact of a kiosk that can change. `update` alone changes it; drawing and touching read it.
public struct KioskState: Sendable {
    /// The data that are shown; a data set without topics while none could be read.
    public internal(set) var catalogue: Catalogue
    /// The settings of the operator.
    public let settings: KioskSettings
    /// The size of the terminal.
    public internal(set) var size: Size
    /// Everything that visitors have changed; equal to a cold start after a reset.
    public internal(set) var visit: KioskVisit
    /// The state of the operator's number: the digits typed so far, the wait after wrong numbers.
    public internal(set) var gate = OperatorGate()
    var bound = InputBound()
    var contact = TouchContact()
    /// The survey that can be answered; nil for none.
    var survey: Survey?
    /// When the next sheet can be begun.
    var surveyRestsUntil: KioskInstant?
    /// The code that is shown.
    var code: PhoneCode?
    /// The local time that is shown; nil where the wall clock cannot be right.
    public internal(set) var clock: ClockFace?
    /// Whether the newest data were refused, so that older ones are shown.
    public internal(set) var isRefusing = false
    /// Whether the source of the data does not answer, so that the data may be old.
    public internal(set) var isCutOff = false
    /// The moment of the last action.
    public internal(set) var now: KioskInstant
    /// How many data sets have been shown. A new number causes a new picture.
    var generation = 0
    /// For each topic the figures that can be opened, its headline first.
    var figureKeysByTopic: [[FigureKey]]

    /// A cold start.
    ///
    /// - Parameter catalogue: nil where no good data are there yet.
    public init(catalogue: Catalogue?, settings: KioskSettings, size: Size, at now: KioskInstant) {
        self.catalogue = catalogue ?? .nothing
        self.settings = settings
        self.size = size
        self.now = now
        visit = .coldStart(settings, at: now)
        figureKeysByTopic = FigureKey.all(of: self.catalogue)
    }

    /// Whether there is nothing to show.
    public var isOutOfService: Bool { catalogue.topics.isEmpty }

    /// The topic that is shown; nil only where there are no data.
    var topic: Topic? {
        catalogue.topics.indices.contains(visit.topic) ? catalogue.topics[visit.topic] : catalogue.topics.first
    }

    /// The figures of the topic that is shown.
    var figureKeys: [FigureKey] {
        figureKeysByTopic.indices.contains(visit.topic) ? figureKeysByTopic[visit.topic] : figureKeysByTopic.first ?? []
    }

    /// The figure that is shown.
    var figure: KioskFigure? {
        guard let topic else { return nil }
        guard let index = visit.figure else { return headline(of: topic) }
        let all = figureKeys
        return (all.indices.contains(index) ? all[index] : all.first).flatMap(figure)
    }

    func figure(_ key: FigureKey) -> KioskFigure? {
        catalogue.indicator(key.indicator).map {
            KioskFigure(
                indicator: $0, observation: catalogue.headlineObservation(of: key.indicator, area: key.area))
        }
    }

    func headline(of topic: Topic) -> KioskFigure? { figure(FigureKey(indicator: topic.headline, area: nil)) }

    /// Whole seconds until the next topic or the reset, counted as they are shown; nil where nothing is counted down.
    var countdown: Int? {
        dueAt.map { max(0, ($0 - now + 999) / 1_000) }
    }

    /// When the countdown ends. A single topic has no next one.
    private var dueAt: KioskInstant? {
        switch visit.phase {
        case .attract(let since, let turn): catalogue.topics.count > 1 ? since + settings.rotation * (turn + 1) : nil
        case .asking(let since): since + KioskSettings.question
        case .browsing: nil
        }
    }

    /// When the picture or the phase changes next without input: once a second while a countdown shows, otherwise when
    /// the patience ends.
    public var nextChange: KioskInstant {
        let own: KioskInstant
        switch visit.phase {
        case .browsing(let lastInput): own = lastInput + settings.patience
        case .attract, .asking:
            if let dueAt, let countdown {
                own = dueAt + -1_000 * max(0, countdown - 1)
            } else {
                own = now + Self.longestWait
            }
        }
        return gate.nextChange(after: now).map { min($0, own) } ?? own
    }

    private static let longestWait = 3_600_000

    /// Everything that the picture depends on. Equal appearances draw the same picture.
    struct Appearance: Hashable {
        var visit: KioskVisit
        var countdown: Int?
        var clock: ClockFace?
        var size: Size
        var isRefusing: Bool
        var isCutOff: Bool
        var generation: Int
        var notice: OperatorGate.Notice?
        var touched: TouchTarget?
        var code: PhoneCode?
        var offersSurvey: Bool
    }

    var appearance: Appearance {
        var visit = visit
        // The moment of the last input is not visible.
        if case .browsing = visit.phase { visit.phase = .browsing(lastInput: KioskInstant(milliseconds: 0)) }
        return Appearance(
            visit: visit, countdown: countdown, clock: clock, size: size, isRefusing: isRefusing, isCutOff: isCutOff,
            generation: generation, notice: gate.notice(at: now), touched: contact.target, code: code,
            offersSurvey: offersSurvey)
    }
}
