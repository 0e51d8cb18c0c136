import Cells
import Indicators

/// What a button does.
enum KioskChoice: Hashable, Sendable {
    /// Opens a topic, by its index.
    case topic(Int)
    /// Shows further topics.
    case more
    /// Opens a part of the index.
    case index(FigureRange)
    /// Opens a figure, by its index in the topic.
    case figure(Int)
    case next, back
    /// Whom to ask about the topic, and where the open figure comes from.
    case ask
    /// Opens the measures of the topic.
    case measures
    /// Reads the open figure or page of text aloud.
    case hear
    /// Shows a code with the figure to take home.
    case code
    /// Opens the survey, begins it, leaves it.
    case survey, begin, leave
    /// Takes a choice of the open question, by its index.
    case answer(Int)
    /// Goes on after a question of which several choices can be taken.
    case confirm
    /// Yes, still reading.
    case stay
    /// Turns to the other language.
    case language
}

/// Something to be touched, or chosen by its key.
struct KioskButton: Hashable {
    let key: Character
    let choice: KioskChoice
    let rect: Rect
}

extension KioskState {
    /// The key that turns the language, on every page.
    static let languageKey: Character = "8"
    static let backKey: Character = "0"
    /// The key of `ask` on a list, where the digits up to 6 are the rows.
    static let askKey: Character = "7"
    /// The key that opens the survey from the topics, which can have the digits up to 7.
    static let surveyKey: Character = "9"
    /// The key that leaves a question.
    static let leaveKey: Character = "7"
    /// The key that reads a page of text aloud.
    static let hearKey: Character = "7"

    /// The numbered choices of the page, the first for the key 1: bands, at most four, or seven on the page of topics;
    /// or the rows of an index, at most six.
    var choices: [KioskChoice] {
        if isOutOfService { return [] }
        if visit.isAsking { return [.stay] }
        switch visit.page {
        case .topics: return topicChoices
        case .index(let range):
            return range.rows.map { $0.count == 1 ? .figure($0.start) : .index($0) }
        case .figure:
            return (figureKeys.count > 1 ? [.next] : []) + [.ask] + (settings.canSpeak ? [.hear] : []) + [.back]
        case .text(let kind, _, _):
            let hasMeasures = kind == .ask && topic.map { !catalogue.briefs(ofTopic: $0.code).isEmpty } ?? false
            return (textPages.count > 1 ? [.next] : []) + (hasMeasures ? [.measures] : [])
                + (canTakeHome ? [.code] : []) + [.back]
        case .code: return [.back]
        case .survey(let sheet): return surveyChoices(sheet)
        }
    }

    /// Whether the page is about a figure that a code has room for.
    private var canTakeHome: Bool {
        guard case .text(.ask, _, let index?) = visit.page, figureKeys.indices.contains(index) else { return false }
        return figure(figureKeys[index]).flatMap { takeHomeText($0) } != nil
    }

    private var topicChoices: [KioskChoice] {
        let room = KioskLayout.topicCapacity(size), topics = catalogue.topics.count
        if topics <= room { return (0..<topics).map(KioskChoice.topic) }
        let first = firstOfPage(holding: visit.firstBand)
        return (first..<min(topics, first + room - 1)).map(KioskChoice.topic) + [.more]
    }

    /// The index of the first topic on the page of bands that contains a topic.
    func firstOfPage(holding topic: Int) -> Int {
        let room = KioskLayout.topicCapacity(size)
        guard catalogue.topics.count > room, room > 1 else { return 0 }
        return topic / (room - 1) * (room - 1)
    }

    /// Whether the page is a list of rows.
    var isList: Bool {
        guard !visit.isAsking else { return false }
        if case .index = visit.page { return true }
        return surveyQuestion != nil
    }

    /// Whether the page is text that can be read aloud.
    var readsPages: Bool {
        guard settings.canSpeak, !visit.isAsking, case .text = visit.page else { return false }
        return true
    }

    /// Everything that can be chosen, shared by drawing, keys and touches.
    var buttons: [KioskButton] {
        let choices = choices
        guard !isOutOfService else { return [] }
        if isList {
            let layout = listLayout
            return numbered(choices, layout.rows) + [
                surveyQuestion == nil
                    ? KioskButton(key: Self.askKey, choice: .ask, rect: layout.ask)
                    : KioskButton(key: Self.leaveKey, choice: .leave, rect: layout.ask),
                KioskButton(key: Self.backKey, choice: .back, rect: layout.back),
                KioskButton(key: Self.languageKey, choice: .language, rect: layout.language),
            ]
        }
        if case .code = visit.page, !visit.isAsking {
            let rects = KioskCodeView.buttons(size)
            return [
                KioskButton(key: "1", choice: .back, rect: rects.back),
                KioskButton(key: Self.languageKey, choice: .language, rect: rects.language),
            ]
        }
        let layout = layout
        var buttons = numbered(choices, layout.bands)
        if offersSurvey { buttons.append(KioskButton(key: Self.surveyKey, choice: .survey, rect: layout.aside)) }
        if readsPages { buttons.append(KioskButton(key: Self.hearKey, choice: .hear, rect: layout.aside)) }
        return buttons + [KioskButton(key: Self.languageKey, choice: .language, rect: layout.language)]
    }

    private func numbered(_ choices: [KioskChoice], _ rects: [Rect]) -> [KioskButton] {
        zip(choices, rects).enumerated().map {
            KioskButton(key: Character("\($0.offset + 1)"), choice: $0.element.0, rect: $0.element.1)
        }
    }

    /// The position of every part of a page with bands.
    var layout: KioskLayout {
        KioskLayout(size: size, bands: choices.count, language: visit.language, hasAside: offersSurvey || readsPages)
    }
}
