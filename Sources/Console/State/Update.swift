import Cells
import Indicators
import Search
import Wording

extension DashboardState {
    /// What writes a file, stops the program or reads the data again, however it is asked for.
    private static let notForGuests: Set<Action> = [.suspend, .print, .briefing, .reload]

    /// Carries an action out.
    ///
    /// - Parameter times: how often, for a held key; more than once only for actions that are `isRepeatable`.
    /// - Returns: an effect for the caller to carry out outside the state; nil for none.
    @discardableResult
    public mutating func update(_ action: Action, times: Int = 1) -> Effect? {
        switch action {
        case .resize, .adoptBackground, .dataChanged, .clock: break
        default: forgetMessages(action)
        }
        switch action {
        case _ where settings.isGuest && Self.notForGuests.contains(action): notice = GuestNotices.notHere
        case .quit: return .quit
        case .suspend: return .suspend
        case .redraw: return .redraw
        case .explain(let reason): notice = reason
        case .print: return .writePage
        case .briefing: return .writeBriefing
        case .reload, .dataChanged: return .readData(byHand: action == .reload)
        case .clock(let now): setClock(now)
        case .show(.problems) where problems.isEmpty: return nil
        case .show(let other): screen == other ? back() : visit(other)
        case .attention, .group: showAttention(action)
        case .changes: if let effect = showChanges() { return effect }
        case .resize(let size): self.size = size
        case .point(.wheelUp): step(-wheelStep * times)
        case .point(.wheelDown): step(wheelStep * times)
        case .point(.release): return nil
        case .point(.press(let point)):
            guard let pressed = ClickMap(self).action(at: point) else { return nil }
            return update(pressed)
        case .choose(let index, let opens):
            let isSelected = session.current.selection == index
            session.current.selection = index
            if opens || isSelected, let effect = open() { return effect }
        case .adoptBackground(let isLight): if settings.followsTerminal { settings.theme = isLight ? .light : .dark }
        case .copyFigure: return copy(copiedFigure())
        case .copyTable: return copy(copiedTable())
        case .move(let way): move(way, times)
        case .page(let way): step((way == .up ? -pageLength : pageLength) * times)
        case .edge(let way): step(way == .up ? -edgeStep : edgeStep)
        case .open: if let effect = open() { return effect }
        case .back: back()
        case .openTab(let number): openTab(number)
        case .nextTab, .previousTab: turnTab(by: action == .nextTab ? 1 : -1)
        case .previousIndicator, .nextIndicator: turnIndicator(by: action == .nextIndicator ? 1 : -1)
        case .type where typed.count >= SearchQuery.longest: return nil
        case .type(let character): for _ in 0..<times { type(character) }
        case .eraseCharacter: if !typed.isEmpty { setQuery(String(typed.dropLast(times))) }
        case .eraseAll: setQuery("")
        case .paste(let text): paste(text)
        case .source: if let subject = content.sourceSubject { visit(.source(subject)) }
        case .chooseArea: screen == .areas ? back() : chooseArea()
        case .filter: if case .filter = screen { back() } else { chooseFilter() }
        case .compare: if let code = content.comparable { visit(.compare(code)) }
        case .meeting, .nextOrder, .nextSpan, .nextMapFigure, .previousMapFigure: changeList(action)
        case .nextTheme: nextTheme()
        case .toggleRaw: settings.raw.toggle()
        case .toggleLanguage: settings.language = settings.language == .zh ? .en : .zh
        }
        settle()
        return nil
    }

    /// Ends what stands until the next key. After a redraw, a suspension or pasted text the same screen is to be seen.
    private mutating func forgetMessages(_ action: Action) {
        notice = nil
        if ![.redraw, .suspend].contains(action), !action.isPaste { showsLegend = false }
    }

    /// Shows a message in the title until the next key.
    mutating func notify(_ notice: LocalizedText) { self.notice = notice }

    /// Where no colour was asked for the theme stays.
    private mutating func nextTheme() {
        guard !settings.isColourless else { return }
        settings.theme = settings.theme.next
        notify(settings.theme.word)
        settings.followsTerminal = false
    }

    private mutating func copy(_ text: String?) -> Effect? {
        if text == nil { notify(LocalizedText(zh: "没有可复制的数据", en: "nothing to copy")) }
        return text.map(Effect.copy)
    }

    // MARK: Moving

    private mutating func move(_ way: Way, _ times: Int) {
        let content = content
        if content.neighbour(of: session.current.selection, way) != nil {
            for _ in 0..<times {
                let selection = session.current.selection
                session.current.selection = content.neighbour(of: selection, way) ?? selection
            }
            return
        }
        switch (way, content.sideways) {
        case (.up, _): step(-times)
        case (.down, _): step(times)
        case (.left, .tabs): turnTab(by: -1)
        case (.right, .tabs): turnTab(by: 1)
        case (.left, .indicators): turnIndicator(by: -1)
        case (.right, .indicators): turnIndicator(by: 1)
        case (.left, .nothing), (.right, .nothing): break
        }
    }

    /// Moves the selection, or the text where there is nothing to select.
    private mutating func step(_ count: Int) {
        if content.isText {
            session.current.top += count
        } else {
            session.current.selection += count
        }
    }

    private var pageLength: Int { max(1, Frame(size: size).body.rows - 2) }
    private var edgeStep: Int { 1_000_000 }
    /// What one notch of the wheel scrolls: three lines of text, one row of a list, nothing among tiles.
    private var wheelStep: Int { content.isText ? 3 : 1 }

    /// Limits selection and scroll position to the existing rows. It runs after every action, so views need not check
    /// them.
    mutating func settle() {
        let content = content
        if let text = content.text {
            session.current.top = min(max(0, session.current.top), max(0, text.lines.count - text.visible))
        } else {
            let selection = min(max(0, session.current.selection), max(0, content.count - 1))
            let isOther = selection != session.current.selection
            session.current.selection = selection
            // The room for a list may depend on what is selected.
            session.current.top = (isOther ? self.content : content).list?.top(of: session.current) ?? 0
        }
    }

    // MARK: Going

    /// Goes to a screen, or back to it where it is the one before.
    mutating func visit(_ screen: Screen, selection: Int = 0) {
        guard screen != self.screen else { return }
        session.visits.append(Visit(screen, selection: selection))
        if session.visits.count > Self.deepestHistory { session.visits.remove(at: 1) }
    }

    /// The number of steps back that are remembered. Walking in circles must not use more and more memory.
    static let deepestHistory = 64

    private mutating func back() {
        if session.visits.count > 1 {
            session.visits.removeLast()
        } else {
            session.area = nil
            session.filter = [:]
        }
        session.commandQuery = ""
        if !session.visits.contains(where: { $0.screen == .search }) { clearQuery() }
    }

    private mutating func open() -> Effect? {
        switch content.opening {
        case .visit(let screen): visit(screen)
        case .tab(let number): openTab(number)
        case .area(let code):
            session.area = code
            session.visits.removeLast()
        case .choice(let choice): take(choice)
        case .command(let command):
            back()
            return update(command.refusal.map(Action.explain) ?? command.action)
        case nil: break
        }
        return nil
    }

    /// A tab is one step from the overview, so that Esc leads there.
    private mutating func openTab(_ number: Int) {
        guard let tab = tabs.first(where: { $0.number == number }) else { return }
        clearQuery()
        let overview = session.visits.first { $0.screen == .overview } ?? Visit(.overview)
        session.visits = [overview]
        if tab.screen != .overview {
            if number < tabCount { session.visits[0].selection = number - 1 }
            session.visits.append(Visit(tab.screen))
        }
    }

    /// Opens the list of what needs attention, leads back from it, or puts it together in another way.
    private mutating func showAttention(_ action: Action) {
        if case .attention(let present) = screen {
            guard case .group(let grouping) = action else { return back() }
            session.current = Visit(.attention(present == grouping ? .kind : grouping))
            return
        }
        guard action == .attention, let tab = tabs.first(where: { $0.screen == .attention(.kind) }) else { return }
        openTab(tab.number)
    }

    private mutating func turnTab(by count: Int) {
        let tabs = tabs
        let index = openTab?.number ?? 0
        openTab(((index + count) % tabs.count + tabs.count) % tabs.count)
    }

    /// Moves to another indicator of the same topic. Where the topic's list is among the steps back, its selection
    /// follows.
    private mutating func turnIndicator(by count: Int) {
        guard case .indicator(let code, _) = screen, let indicator = catalogue.indicator(code) else { return }
        let rows = figureRows(of: .topic(indicator.topic))
        let listed = (0..<rows.indicatorCount).map(rows.indicator)
        let isListed = listed.contains { $0.code == code }
        let siblings = isListed ? listed : catalogue.indicators(ofTopic: indicator.topic)
        guard let index = siblings.firstIndex(where: { $0.code == code }) else { return }
        guard siblings.count > 1 else { return }
        let next = (index + count + siblings.count) % siblings.count
        session.current = Visit(.indicator(siblings[next].code, area: nil))
        let before = session.visits.count - 2
        if isListed, before >= 0, session.visits[before].screen == .topic(indicator.topic) {
            session.visits[before].selection = next
            session.visits[before].top = 0
        }
    }

    // MARK: Searching

    /// What is typed on the screen that is shown.
    private var typed: String { screen == .palette ? session.commandQuery : session.query }

    private mutating func type(_ character: Character) {
        guard content.context == .search, typed.count < SearchQuery.longest else { return }
        setQuery(typed + String(character))
    }

    /// Pasted text goes where a person types; of several lines the first.
    private mutating func paste(_ text: String) {
        guard content.context == .search else { return }
        let line = text.unicodeScalars.prefix { !["\n", "\r"].contains($0) }.filter { !DisplayWidth.isUnsafe($0) }
        setQuery(String((typed + String(String.UnicodeScalarView(line))).prefix(SearchQuery.longest)))
    }

    private mutating func clearQuery() {
        session.query = ""
        found = .none
    }

    private mutating func setQuery(_ query: String) {
        if screen == .palette {
            session.commandQuery = query
        } else {
            session.query = query
            found = query.isEmpty ? .none : memory.searchIndex(catalogue).results(of: query, after: found)
        }
        session.current.selection = 0
        session.current.top = 0
    }

    // MARK: Lists

    /// How the figures of a screen are shown: their order, which of them, and one after another.
    private mutating func changeList(_ action: Action) {
        switch action {
        case .meeting: startMeeting()
        case .nextOrder:
            session.order = session.order.next
            showFirstRows()
            notify(session.order.notice)
        case .nextSpan:
            session.span = session.span.next
            showFirstRows()
        case .nextMapFigure: turnMapFigure(by: 1)
        case .previousMapFigure: turnMapFigure(by: -1)
        default: break
        }
    }

    /// Begins a meeting with the figures of the screen, or ends it.
    private mutating func startMeeting() {
        if case .meeting = screen { return back() }
        visit(.meeting(screen), selection: 0)
    }

    private mutating func turnMapFigure(by count: Int) {
        let figures = memory.classedIndicators(catalogue)
        guard screen == .districts, !figures.isEmpty else { return }
        let index = figures.firstIndex { $0.indicator.code == session.mapFigure } ?? 0
        session.mapFigure = figures[(index + count + figures.count) % figures.count].indicator.code
    }

    /// After a change of order or choice the list begins at its first row.
    private mutating func showFirstRows() {
        session.current.selection = 0
        session.current.top = 0
    }

    // MARK: Areas

    private mutating func chooseArea() {
        guard hasDistricts else { return }
        let index = content(of: .areas).items.firstIndex {
            if case .area(let area) = $0 { area.code == session.area } else { false }
        }
        visit(.areas, selection: index ?? 0)
    }
}
