import Cells
import Indicators

extension KioskState {
    /// Carries out an action. No other function changes a kiosk.
    ///
    /// - Parameter now: the moment of the action; one that lies before the last is taken as the last.
    @discardableResult
    public mutating func update(_ action: KioskAction, at now: KioskInstant) -> KioskEffect? {
        self.now = max(now, self.now)
        let before = meaning
        defer { if meaning != before { bound.rest(from: self.now) } }
        passTime()
        switch action {
        case .tick: break
        case .resize(let size): self.size = size
        case .clock(let face): clock = face
        case .data(let catalogue): adopt(catalogue)
        case .dataRefused: (isRefusing, isCutOff) = (true, false)
        case .sourceSilent: isCutOff = true
        case .survey(let survey): adoptSurvey(survey)
        case .surveyLost: loseSurvey()
        case .voiceLost: visit.isVoiceLost = spokenText != nil
        case .numberWrong: gate.fail(at: self.now)
        case .code(let code):
            self.code = code
            if code == nil { goBack() }
        case .press(let point): return press(point)
        case .release(let point): return release(point)
        case .key(let key): return press(key)
        }
        return nil
    }

    /// What the buttons mean. While topics are shown in turn, the bands stay the same.
    private struct Meaning: Hashable {
        let choices: [KioskChoice]
        let page: KioskVisit.Page
        let topic: Int?
        let language: Language
    }

    private var meaning: Meaning {
        Meaning(
            choices: choices, page: visit.page, topic: visit.page == .topics ? nil : visit.topic,
            language: visit.language)
    }

    // MARK: Time

    private mutating func passTime() {
        gate.shutIfLeft(at: now)
        switch visit.phase {
        case .attract(let since, let turn):
            // Turns are counted from the beginning, so that none is lost or late after a long wait.
            let turns = (now - since) / settings.rotation
            guard turns != turn, !catalogue.topics.isEmpty else { return }
            visit.phase = .attract(since: since, turn: turns)
            visit.topic = turns % catalogue.topics.count
        case .browsing(let lastInput):
            let left = lastInput + settings.patience
            guard now >= left else { return }
            visit.phase = .asking(since: left)
            passTime()
        case .asking(let since):
            guard now >= since + KioskSettings.question else { return }
            visit = .coldStart(settings, at: now)
            bound = InputBound()
            gate.shut()
        }
    }

    // MARK: Data

    private mutating func adopt(_ new: Catalogue) {
        let wasOutOfService = isOutOfService
        let code = topic?.code, indicator = figure?.indicator.code, keys = figureKeys
        catalogue = new
        figureKeysByTopic = FigureKey.all(of: new)
        generation += 1
        (isRefusing, isCutOff) = (false, false)
        if wasOutOfService {
            visit = .coldStart(settings, at: now)
            return
        }
        let index = new.topics.firstIndex { $0.code == code }
        if case .attract(_, let turn) = visit.phase {
            visit.topic = new.topics.isEmpty ? 0 : turn % new.topics.count
        } else if let index {
            visit.topic = index
            visit.firstBand = firstOfPage(holding: index)
            keepPlace(figureKeysByTopic[index], before: keys, indicator)
        } else {
            // The new data do not have what the visitor was looking at.
            visit.topic = 0
            visit.page = .topics
            visit.firstBand = 0
        }
    }

    /// The open figure stays open where the new data have it; a list stays where it has the same rows.
    private mutating func keepPlace(_ keys: [FigureKey], before: [FigureKey], _ indicator: String?) {
        switch visit.page {
        case .topics, .survey: break
        case .code: visit.page = .topics
        case .index: if keys != before { visit.page = .topics }
        case .text(let kind, _, let position):
            visit.page = .text(kind, page: 0, figure: keys == before ? position : nil)
        case .figure(let position):
            let open = before.indices.contains(position) ? before[position] : nil
            let now = keys.firstIndex { $0 == open } ?? keys.firstIndex { $0.indicator == indicator }
            visit.page = now.map(KioskVisit.Page.figure) ?? .topics
        }
    }

    // MARK: Input

    private mutating func press(_ key: Key) -> KioskEffect? {
        // The operator may type at any speed.
        if settings.hasOperator {
            switch gate.take(key, at: now) {
            case .notMine: break
            case .taken: return nil
            case .tries(let number): return .tryNumber(number)
            }
        }
        let verdict = bound.verdict(on: key, at: now)
        guard verdict != .repeats, !isOutOfService else { return nil }
        if visit.isAsking {
            stay()
            if key == .character(Self.languageKey), verdict == .counts { turnLanguage() }
            return nil
        }
        guard verdict == .counts else { return nil }
        if case .character(let character) = key, let button = buttons.first(where: { $0.key == character }) {
            return choose(button.choice)
        }
        let wasAttracting = visit.isAttracting
        arrive()
        switch key {
        case .character(Self.backKey), .escape, .backspace: if !wasAttracting { goBack() }
        case .right, .down, .pageDown, .tab: step(1)
        case .left, .up, .pageUp, .backTab: step(-1)
        case .enter: enter()
        default: break
        }
        return nil
    }

    private mutating func press(_ point: Point) -> KioskEffect? {
        gate.shut()
        let verdict = bound.verdictOnTouch(at: now)
        let counts = verdict == .counts || (verdict == .early && visit.isAsking)
        contact.press(counts && !isOutOfService ? target(at: point) : nil)
        return contact.tellsOfRelease ? nil : touch(at: point)
    }

    private mutating func release(_ point: Point) -> KioskEffect? {
        bound.endTouch(at: now)
        defer { contact.noteRelease() }
        return touch(at: point)
    }

    private func target(at point: Point) -> TouchTarget {
        buttons.first { $0.rect.contains(point) }.map { .button($0.choice) } ?? .page
    }

    private mutating func touch(at point: Point) -> KioskEffect? {
        guard let target = contact.end(), target == self.target(at: point) else { return nil }
        switch target {
        case _ where visit.isAsking:
            stay()
            if target == .button(.language) { turnLanguage() }
        case .button(let choice): return choose(choice)
        case .page: arrive()
        }
        return nil
    }

    private mutating func turnLanguage() {
        // A code holds a text of one language.
        if case .code = visit.page { goBack() }
        visit.language = visit.language == .zh ? .en : .zh
    }

    /// The question is answered; what was open is shown again.
    private mutating func stay() { visit.phase = .browsing(lastInput: now) }

    /// A visitor has arrived. Where topics were shown in turn, the current one stays, on its page of bands.
    private mutating func arrive() {
        if visit.isAttracting { visit.firstBand = firstOfPage(holding: visit.topic) }
        visit.phase = .browsing(lastInput: now)
    }

    /// Does what a button stands for. The buttons are those on the screen, also while topics are shown in turn.
    @discardableResult
    private mutating func choose(_ choice: KioskChoice) -> KioskEffect? {
        if choice == .language {
            arrive()
            turnLanguage()
            return nil
        }
        visit.phase = .browsing(lastInput: now)
        switch choice {
        case .topic(let index): open(index)
        case .more:
            let room = KioskLayout.topicCapacity(size)
            let next = firstOfPage(holding: visit.firstBand) + room - 1
            visit.firstBand = next < catalogue.topics.count ? next : 0
            visit.topic = visit.firstBand
        case .index(let range): visit.page = .index(range)
        case .figure(let index): visit.page = .figure(index)
        case .next: step(1)
        case .back: goBack()
        case .ask: visit.page = .text(.ask, page: 0, figure: visit.figure)
        case .measures:
            if case .text(_, _, let figure) = visit.page { visit.page = .text(.measures, page: 0, figure: figure) }
        case .code:
            guard case .text(_, _, let index?) = visit.page, figureKeys.indices.contains(index) else { break }
            return openCode(index)
        case .hear:
            visit.isVoiceLost = false
            return spokenText.map(KioskEffect.speak)
        case .survey, .begin, .answer, .confirm: return chooseInSurvey(choice)
        case .leave: visit.page = .topics
        case .stay, .language: break
        }
        return nil
    }

    private mutating func openCode(_ index: Int) -> KioskEffect? {
        guard let text = figure(figureKeys[index]).flatMap({ takeHomeText($0) }) else { return nil }
        visit.page = .code(index)
        code = nil
        return .makeCode(text)
    }

    /// A topic opens with the list of its figures; where there is only one, with that.
    private mutating func open(_ position: Int) {
        visit.topic = position
        visit.firstBand = firstOfPage(holding: position)
        let count = figureKeys.count
        visit.page = count > 1 ? .index(.all(count)) : .figure(0)
    }

    private mutating func enter() {
        switch visit.page {
        case .topics: open(visit.topic)
        case .index: if let first = choices.first { choose(first) }
        case .figure, .text: step(1)
        case .code: goBack()
        case .survey: break
        }
    }

    /// The next or previous figure of a topic, page of an index, or topic. The last is followed by the first.
    private mutating func step(_ by: Int) {
        switch visit.page {
        case .topics:
            let count = max(1, catalogue.topics.count)
            visit.topic = (visit.topic + by + count) % count
            visit.firstBand = firstOfPage(holding: visit.topic)
        case .index(let range):
            guard let parent = FigureRange.all(figureKeys.count).page(with: range),
                let position = parent.rows.firstIndex(of: range)
            else { return }
            visit.page = .index(parent.rows[(position + by + parent.rows.count) % parent.rows.count])
        case .figure(let position):
            let count = max(1, figureKeys.count)
            visit.page = .figure((position + by + count) % count)
        case .code, .survey: break
        case .text(let kind, let number, let figure):
            let count = max(1, textPages.count)
            visit.page = .text(kind, page: (number + by + count) % count, figure: figure)
        }
    }

    /// From a figure to the list that it is in, from there up to the topics, from the topics to the beginning.
    private mutating func goBack() {
        let all = FigureRange.all(figureKeys.count)
        switch visit.page {
        case .topics: visit = .coldStart(settings, at: now)
        case .index(let range): visit.page = all.page(with: range).map(KioskVisit.Page.index) ?? .topics
        case .figure(let index):
            visit.page = all.page(with: .figure(index)).map(KioskVisit.Page.index) ?? .topics
        case .survey(var sheet): visit.page = sheet.goBack() ? .topics : .survey(sheet)
        case .code(let index): visit.page = .text(.ask, page: 0, figure: index)
        case .text(.measures, _, let figure): visit.page = .text(.ask, page: 0, figure: figure)
        case .text(.ask, _, let figure?): visit.page = .figure(figure)
        case .text(.ask, _, nil): visit.page = figureKeys.count > 1 ? .index(all) : .topics
        }
    }
}
