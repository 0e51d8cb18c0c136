import Cells
import Indicators

extension DashboardState {
    /// Carries an action out: the only place that changes the state.
    ///
    /// - Parameter times: how often, as a held key asks for it; more than once only for what `isRepeatable`.
    /// - Returns: what remains to be done outside the state.
    @discardableResult
    public mutating func update(_ action: Action, times: Int = 1) -> Effect? {
        switch action {
        case .resize, .adoptBackground, .dataChanged, .clock: break
        default: notice = nil
        }
        switch action {
        case .quit: return .quit
        case .suspend: return .suspend
        case .redraw: return .redraw
        case .print: return .writePage
        case .reload: return .readData(byHand: true)
        case .dataChanged: return .readData(byHand: false)
        case .clock(let now): setClock(now)
        case .problems:
            guard !problems.isEmpty else { return nil }
            screen == .problems ? back() : visit(.problems)
        case .resize(let size): self.size = size
        case .point(.wheelUp): step(-wheelStep * times)
        case .point(.wheelDown): step(wheelStep * times)
        case .point(.press(let point)):
            guard let pressed = ClickMap(self).action(at: point) else { return nil }
            return update(pressed)
        case .choose(let place, let opens):
            let isSelected = session.current.selection == place
            session.current.selection = place
            if opens || isSelected { open() }
        case .adoptBackground(let isLight): if settings.followsTerminal { settings.theme = isLight ? .light : .dark }
        case .copyFigure: return copy(copiedFigure())
        case .copyTable: return copy(copiedTable())
        case .move(let way): move(way, times)
        case .page(let way): step((way == .up ? -pageLength : pageLength) * times)
        case .edge(let way): step(way == .up ? -edgeStep : edgeStep)
        case .open: open()
        case .back: back()
        case .openTab(let number): openTab(number)
        case .nextTab: turnTab(by: 1)
        case .previousTab: turnTab(by: -1)
        case .previousIndicator: turnIndicator(by: -1)
        case .nextIndicator: turnIndicator(by: 1)
        case .search: visit(.search)
        case .type where session.query.count >= Self.longestQuery: return nil
        case .type(let character): for _ in 0..<times { type(character) }
        case .eraseCharacter: if !session.query.isEmpty { setQuery(String(session.query.dropLast(times))) }
        case .eraseAll: setQuery("")
        case .paste(let text): paste(text)
        case .source: if let subject = sourceSubject { visit(.source(subject)) }
        case .help: screen == .help ? back() : visit(.help)
        case .chooseArea: screen == .areas ? back() : chooseArea()
        case .filter: if case .filter = screen { back() } else { chooseFilter() }
        case .compare: if let code = comparable { visit(.compare(code)) }
        case .nextTheme:
            guard !settings.isColourless else { return nil }
            settings.theme = settings.theme.next
            settings.followsTerminal = false
        case .toggleRaw: settings.raw.toggle()
        case .toggleLanguage: settings.language = settings.language == .zh ? .en : .zh
        }
        settle()
        return nil
    }

    /// Says something in the title until the next key.
    mutating func notify(_ notice: LocalizedText) { self.notice = notice }

    private mutating func copy(_ text: String?) -> Effect? {
        if text == nil { notify(LocalizedText(zh: "没有可复制的数据", en: "nothing to copy")) }
        return text.map(Effect.copy)
    }

    // MARK: Moving

    private mutating func move(_ way: Way, _ times: Int) {
        switch (screen, way) {
        case (.overview, _):
            for _ in 0..<times {
                session.current.selection = OverviewLayout(self).neighbour(of: session.current.selection, way)
            }
        case (_, .up): step(-times)
        case (_, .down): step(times)
        case (.indicator, .left): turnIndicator(by: -1)
        case (.indicator, .right): turnIndicator(by: 1)
        case (.topic, .left), (.districts, .left), (.area, .left): turnTab(by: -1)
        case (.topic, .right), (.districts, .right), (.area, .right): turnTab(by: 1)
        case (.source, _), (.search, _), (.help, _), (.areas, _), (.filter, _), (.compare, _), (.problems, _): break
        }
    }

    /// Moves the selection, or the text where there is nothing to select.
    private mutating func step(_ count: Int) {
        if isText {
            session.current.top += count
        } else {
            session.current.selection += count
        }
    }

    private var isText: Bool {
        switch screen {
        case .indicator, .source, .help, .problems: true
        case .overview, .topic, .districts, .area, .search, .areas, .filter, .compare: false
        }
    }

    private var pageLength: Int { max(1, Frame(size: size).body.rows - 2) }
    private var edgeStep: Int { 1_000_000 }
    /// A notch of the wheel: three lines of text, a row of a list, nothing among tiles.
    private var wheelStep: Int { isText ? 3 : 1 }

    /// Brings selection and scroll back inside what there is; called after every action, so a view never has to.
    mutating func settle() {
        if isText {
            let geometry = TextGeometry(self)
            session.current.top = min(max(0, session.current.top), max(0, geometry.lines.count - geometry.visible))
        } else {
            let count = selectableCount(of: screen)
            session.current.selection = min(max(0, session.current.selection), max(0, count - 1))
            session.current.top = ListGeometry(self)?.top(of: session.current) ?? 0
        }
    }

    // MARK: Going

    /// Goes to a screen, or back to it where it is the one before.
    mutating func visit(_ screen: Screen, selection: Int = 0) {
        guard screen != self.screen else { return }
        session.visits.append(Visit(screen, selection: selection))
        if session.visits.count > Self.deepestHistory { session.visits.remove(at: 1) }
    }

    /// How many steps back are remembered. A person who walks in circles must not make the program grow.
    static let deepestHistory = 64

    private mutating func back() {
        if session.visits.count > 1 {
            session.visits.removeLast()
        } else {
            session.area = nil
            session.filter = [:]
        }
        if !session.visits.contains(where: { $0.screen == .search }) { clearQuery() }
    }

    private mutating func open() {
        if screen == .overview {
            openTab(session.current.selection + 1)
            return
        }
        guard let item = selectedItem else { return }
        switch item {
        case .figure(let indicator, let observation):
            let isHeadline = observation?.area == shownObservation(of: indicator.code)?.area
            visit(.indicator(indicator.code, area: isHeadline ? nil : observation?.area))
        case .derived(let derived): visit(.source(.derived(derived.code)))
        case .brief(let brief): visit(.source(.brief(brief.code)))
        case .area(let area):
            switch screen {
            case .areas:
                session.area = area.code == catalogue.rootArea.code ? nil : area.code
                session.visits.removeLast()
            case .compare(let code):
                visit(.indicator(code, area: area.code == catalogue.rootArea.code ? nil : area.code))
            default: visit(.area(area.code))
            }
        case .topic(let topic): visit(.topic(topic.code))
        case .choice(let choice): take(choice)
        }
    }

    /// A tab is one step from the overview, so that Esc leads there.
    private mutating func openTab(_ number: Int) {
        guard let tab = tabs.first(where: { $0.number == number }) else { return }
        clearQuery()
        let overview = session.visits.first { $0.screen == .overview } ?? Visit(.overview)
        session.visits = [overview]
        if tab.screen != .overview {
            session.visits[0].selection = number - 1
            session.visits.append(Visit(tab.screen))
        }
    }

    private mutating func turnTab(by count: Int) {
        let tabs = tabs
        let place = openTab?.number ?? 0
        openTab(((place + count) % tabs.count + tabs.count) % tabs.count)
    }

    /// The indicator before or after in its topic; where the way here led through that topic, its row follows.
    private mutating func turnIndicator(by count: Int) {
        guard case .indicator(let code, _) = screen, let indicator = catalogue.indicator(code) else { return }
        let siblings =
            session.filter.isEmpty
            ? catalogue.indicators(ofTopic: indicator.topic) : shownIndicators(ofTopic: indicator.topic)
        guard let place = siblings.firstIndex(where: { $0.code == code }) else { return }
        guard siblings.count > 1 else { return }
        let next = (place + count + siblings.count) % siblings.count
        session.current = Visit(.indicator(siblings[next].code, area: nil))
        let before = session.visits.count - 2
        if before >= 0, session.visits[before].screen == .topic(indicator.topic) {
            session.visits[before].selection = next
            session.visits[before].top = 0
        }
    }

    // MARK: Searching

    private mutating func type(_ character: Character) {
        guard screen == .search, session.query.count < Self.longestQuery else { return }
        setQuery(session.query + String(character))
    }

    /// Text from a clipboard belongs into the search; of several lines the first.
    private mutating func paste(_ text: String) {
        guard screen == .search else { return }
        let line = text.unicodeScalars.prefix { !["\n", "\r"].contains($0) }.filter { !DisplayWidth.isUnsafe($0) }
        setQuery(String((session.query + String(String.UnicodeScalarView(line))).prefix(Self.longestQuery)))
    }

    /// A longer query finds nothing in any name.
    static let longestQuery = 64

    private mutating func clearQuery() {
        session.query = ""
        found = .none
    }

    private mutating func setQuery(_ query: String) {
        session.query = query
        found = query.isEmpty ? .none : memory.searchIndex(catalogue).results(of: query, after: found)
        session.current.selection = 0
        session.current.top = 0
    }

    // MARK: Sources

    /// What `s` shows the source of on this screen.
    var sourceSubject: SourceSubject? {
        switch screen {
        case .overview:
            guard case .topic(let topic)? = selectedItem, let observation = headline(of: topic)?.observation else {
                return nil
            }
            return .figure(observation.key)
        case .topic, .area:
            switch selectedItem {
            case .figure(_, let observation?): return .figure(observation.key)
            case .derived(let derived): return .derived(derived.code)
            case .brief(let brief): return .brief(brief.code)
            case .figure(_, nil), .area, .topic, .choice, nil: return nil
            }
        case .indicator(let code, let area):
            return shownObservation(of: code, area: area).map { .figure($0.key) }
        case .districts, .source, .search, .help, .areas, .filter, .compare, .problems:
            return nil
        }
    }

    // MARK: Areas

    /// The indicator that `c` sets side by side on this screen.
    var comparable: String? {
        switch screen {
        case .indicator(let code, _): return code
        case .overview:
            if case .topic(let topic)? = selectedItem { return headline(of: topic)?.indicator.code }
            return nil
        case .topic, .area, .search:
            if case .figure(let indicator, _)? = selectedItem { return indicator.code }
            return nil
        case .districts, .source, .help, .areas, .filter, .compare, .problems: return nil
        }
    }

    private mutating func chooseArea() {
        guard hasDistricts else { return }
        let place = items(of: .areas).firstIndex {
            if case .area(let area) = $0 { area.code == session.area } else { false }
        }
        visit(.areas, selection: place ?? 0)
    }
}
