import Cells
import Indicators

extension KioskState {
    /// Carries out an action. No other function changes a kiosk.
    ///
    /// - Parameter now: the moment of the action; one that lies before the last is taken as the last.
    @discardableResult
    public mutating func update(_ action: KioskAction, at now: KioskInstant) -> KioskEffect? {
        self.now = max(now, self.now)
        passTime()
        switch action {
        case .tick: break
        case .resize(let size): self.size = size
        case .clock(let face): clock = face
        case .data(let catalogue): adopt(catalogue)
        case .dataRefused: (isRefusing, isCutOff) = (true, false)
        case .sourceSilent: isCutOff = true
        case .numberWrong: gate.fail(at: self.now)
        case .press(let point):
            guard bound.admitsTouch(at: self.now) else { return nil }
            gate.shut()
            touch(point)
        case .key(let key):
            guard bound.admits(key, at: self.now) else { return nil }
            return press(key)
        }
        return nil
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
        let code = topic?.code, indicator = figure?.indicator.code
        catalogue = new
        generation += 1
        (isRefusing, isCutOff) = (false, false)
        let place = new.topics.firstIndex { $0.code == code }
        if case .attract(_, let turn) = visit.phase {
            visit.topic = new.topics.isEmpty ? 0 : turn % new.topics.count
        } else if let place {
            visit.topic = place
            if visit.figure != nil {
                visit.figure = figures(of: new.topics[place]).firstIndex { $0.indicator.code == indicator }
            }
            visit.firstBand = firstOfPage(holding: place)
        } else {
            // The new data do not have what the visitor was looking at.
            visit.topic = 0
            visit.figure = nil
            visit.firstBand = 0
        }
    }

    // MARK: Input

    private mutating func press(_ key: Key) -> KioskEffect? {
        if settings.hasOperator {
            switch gate.take(key, at: now) {
            case .notMine: break
            case .taken: return nil
            case .tries(let number): return .tryNumber(number)
            }
        }
        guard !wasOnlyToStay() else { return nil }
        if case .character(let character) = key, character.isASCII, let number = character.wholeNumberValue,
            choices.indices.contains(number - 1)
        {
            choose(choices[number - 1])
            return nil
        }
        let wasAttracting = visit.isAttracting
        arrive()
        switch key {
        case .character("0"), .escape, .backspace: if !wasAttracting { goBack() }
        case .character("5"): turnLanguage()
        case .right, .down, .pageDown, .tab: step(1)
        case .left, .up, .pageUp, .backTab: step(-1)
        case .enter: visit.figure == nil ? choose(.topic(visit.topic)) : step(1)
        default: break
        }
        return nil
    }

    private mutating func touch(_ point: Point) {
        guard !wasOnlyToStay() else { return }
        let layout = layout
        if let band = layout.bands.firstIndex(where: { $0.contains(point) }), choices.indices.contains(band) {
            choose(choices[band])
        } else {
            arrive()
            if layout.language.contains(point) { turnLanguage() }
        }
    }

    private mutating func turnLanguage() { visit.language = visit.language == .zh ? .en : .zh }

    /// Whether the question was shown. Any key or touch answers it and does nothing else.
    private mutating func wasOnlyToStay() -> Bool {
        guard case .asking = visit.phase else { return false }
        visit.phase = .browsing(lastInput: now)
        return true
    }

    /// A visitor has arrived. Where topics were shown in turn, the current one stays, on its page of bands.
    private mutating func arrive() {
        if visit.isAttracting { visit.firstBand = firstOfPage(holding: visit.topic) }
        visit.phase = .browsing(lastInput: now)
    }

    /// Does what a band stands for. The bands are those on the screen, also while topics are shown in turn.
    private mutating func choose(_ choice: KioskChoice) {
        visit.phase = .browsing(lastInput: now)
        switch choice {
        case .topic(let place):
            visit.topic = place
            visit.firstBand = firstOfPage(holding: place)
            visit.figure = 0
        case .more:
            let room = KioskLayout.capacity(size)
            let next = firstOfPage(holding: visit.firstBand) + room - 1
            visit.firstBand = next < catalogue.topics.count ? next : 0
            visit.topic = visit.firstBand
        case .previous: step(-1)
        case .next: step(1)
        case .back: goBack()
        case .stay: break
        }
    }

    /// The next or previous figure of a topic; where none is open, the next or previous topic. The last is followed by
    /// the first.
    private mutating func step(_ by: Int) {
        guard let topic else { return }
        if let place = visit.figure {
            let count = max(1, figures(of: topic).count)
            visit.figure = (place + by + count) % count
        } else {
            let count = catalogue.topics.count
            visit.topic = (visit.topic + by + count) % count
            visit.firstBand = firstOfPage(holding: visit.topic)
        }
    }

    /// From a figure to the topics, from the topics to the beginning.
    private mutating func goBack() {
        guard visit.figure == nil else {
            visit.figure = nil
            return
        }
        visit = .coldStart(settings, at: now)
    }
}
