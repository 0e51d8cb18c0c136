import Cells
import Indicators
import Wording

/// Title, tabs and footer: the current position, the available screens, the keys.
struct FrameView {
    let ink: Ink
    private let content: any ScreenContent
    private let tabs: [Tab]
    private let open: Int?
    private var state: DashboardState { ink.state }

    init(_ content: any ScreenContent) {
        self.content = content
        ink = content.ink
        tabs = ink.state.tabs
        open = ink.state.openTab(among: tabs)?.number
    }

    func draw(in grid: inout CellGrid) {
        let frame = Frame(size: state.size)
        drawTitle(in: &grid, frame.title)
        drawTabs(in: &grid, frame.tabs)
        drawFooter(in: &grid, frame.footer)
    }

    // MARK: Title

    private func drawTitle(in grid: inout CellGrid, _ rect: Rect) {
        guard !rect.isEmpty else { return }
        var rest = rect
        let margin = rect.columns >= 60 ? 1 : 0
        _ = rest.takeLeft(margin)
        grid.put(ink.glyphs.selectionBar, at: Point(column: rest.column, row: rest.row), style: ink.theme[.cityMark])
        _ = rest.takeLeft(1)
        let name = ink.catalogue.package.title[ink.language]
        // A notice replaces the path until the next key.
        let way = state.notice == nil ? breadcrumb : ""
        let full = DisplayWidth.of(name) + (way.isEmpty ? 0 : 2 + DisplayWidth.of(way))
        let aside = aside(longest: rest.columns - full - 3)
        if !aside.isEmpty {
            var place = rest.takeRight(aside.width + margin)
            _ = place.takeRight(margin)
            ink.draw(aside, in: &grid, at: Point(column: place.column, row: place.row), within: place)
            _ = rest.takeRight(2)
        }
        // Where there is not room for both, the path matters more than the name of the data set.
        let showsName = way.isEmpty || full <= rest.columns
        if showsName {
            let used = grid.put(
                TextLayout.truncate(name, to: rest.columns, sign: ink.glyphs.ellipsis),
                at: Point(column: rest.column, row: rest.row), style: ink.theme[.title], within: rest)
            _ = rest.takeLeft(used + 2)
        }
        ink.put(
            TextLayout.truncate(way, to: rest.columns, sign: ink.glyphs.ellipsis), showsName ? .quiet : .title,
            in: &grid, rest)
    }

    /// The city and the period, then the path to this screen.
    private var breadcrumb: String {
        var steps = state.way(ink)
        let joint = " \(ink.signs.crumb) "
        var text = steps.inOne(with: joint)
        // The last steps matter most; the first are dropped.
        while steps.count > 1, DisplayWidth.of(text) > max(12, state.size.columns - 20) {
            steps.removeFirst()
            text = steps.inOne(with: joint)
        }
        return text
    }

    /// The notice, or the line for the city: how many indicators are judged and with what result, and which periods the
    /// data cover. The fullest form that fits.
    private func aside(longest: Int) -> [TextRun] {
        if let notice = state.notice {
            return [
                ink.run(
                    TextLayout.truncate(notice[ink.language], to: max(0, longest), sign: ink.glyphs.ellipsis), .notice)
            ]
        }
        let words = ink.words, tally = content.topic.map { state.rowsOfWhole(topic: $0).tally } ?? ink.catalogue.tally
        let span = PeriodText.span(ink.catalogue.oldestPeriod, ink.catalogue.newestPeriod, ink.signs)
        // Notices that must not be overlooked. They stand before all other texts and are dropped last.
        var notices: [TextRun] = []
        if state.catalogue.doubtsClock || !state.problems.isEmpty {
            let live = words.live
            notices.append(
                ink.run(
                    state.problems.isEmpty
                        ? live.clockShort
                        : live.mark(of: state.problems, areOfShownData: state.problemsAreOfShownData), .notice))
        }
        if ink.catalogue.package.isFictional { notices.append(ink.run(words.fictional, .notice)) }
        let prefix = notices.flatMap { [$0, ink.run("   ", .quiet)] }
        func judged() -> [TextRun] { [ink.run(words.judgedOf(tally.judged, tally.all), .quiet)] }
        func period() -> [TextRun] { span.isEmpty ? [] : [ink.run("   \(words.dataSpan) \(span)", .quiet)] }
        func short() -> String { "\(words.judged) \(tally.judged)/\(tally.all)" }
        let forms: [() -> [TextRun]] = [
            { judged() + lights(tally) + period() }, { judged() + period() },
            { [ink.run(short() + (span.isEmpty ? "" : " \(ink.signs.separator) \(span)"), .quiet)] },
            { [ink.run(short(), .quiet)] },
            { [ink.run("\(tally.judged)/\(tally.all)", .quiet)] },
        ]
        for form in forms {
            let runs = prefix + form()
            if runs.width <= longest { return runs }
        }
        while !notices.isEmpty {
            let runs = Array(prefix.prefix(2 * notices.count - 1))
            if runs.width <= longest { return runs }
            notices.removeLast()
        }
        return []
    }

    /// How many are on the good side, between, and on the bad side; empty where nothing is judged.
    private func lights(_ tally: Catalogue.Tally) -> [TextRun] {
        guard tally.judged > 0 else { return [] }
        let counts: [(String, Int, Role)] = [
            (ink.signs.good, tally.good, .good), (ink.signs.middling, tally.between, .middling),
            (ink.signs.bad, tally.bad, .bad),
        ]
        return [ink.run(" ", .quiet)]
            + counts.flatMap { sign, count, role in
                [ink.run("  \(sign)", count > 0 ? role : .quiet), ink.run(" \(count)", .quiet)]
            }
    }

    // MARK: Tabs

    /// The rectangle of each tab. That of the open tab includes the blanks that it shares with its neighbours.
    func tabPlaces(_ rect: Rect) -> [(tab: Tab, rect: Rect)] {
        guard !rect.isEmpty else { return [] }
        return tabPlaces(rect, tabForm(rect))
    }

    private func tabPlaces(_ rect: Rect, _ form: TabForm) -> [(tab: Tab, rect: Rect)] {
        let room = tabRoom(rect)
        var column = room.column
        return tabs.compactMap { tab in
            let isOpen = tab.number == open, advance = form.advance(tab, ink.language, isOpen: isOpen)
            let place = Rect(column: column, row: room.row, columns: advance, rows: 1).intersection(room)
            column += advance
            return place.isEmpty ? nil : (tab, place)
        }
    }

    private func tabRoom(_ rect: Rect) -> Rect { rect.columns >= 60 ? rect.inset(columns: 1, rows: 0) : rect }

    private func tabForm(_ rect: Rect) -> TabForm {
        TabForm.all.first { form in
            rect.column + tabs.reduce(1) { $0 + form.advance($1, ink.language, isOpen: $1.number == open) }
                <= rect.right
        } ?? .numbers
    }

    private func drawTabs(in grid: inout CellGrid, _ rect: Rect) {
        guard !rect.isEmpty else { return }
        let form = tabForm(rect), room = tabRoom(rect), places = tabPlaces(rect, form)
        for (tab, place) in places {
            let title = form.title(tab, ink.language, isOpen: tab.number == open)
            let number = ink.run(" \(tab.number)", .accent), name = ink.run(title.isEmpty ? " " : " \(title) ", .text)
            ink.draw([number, name], in: &grid, at: Point(column: place.column, row: place.row), within: room)
        }
        // Drawn last, so that its background covers the blanks that it shares with its neighbours.
        if let (tab, place) = places.first(where: { $0.tab.number == open }) {
            let title = form.title(tab, ink.language, isOpen: true)
            ink.draw(
                [ink.run(" \(tab.number) \(title) ", .openTab)], in: &grid,
                at: Point(column: place.column, row: place.row), within: room)
        }
    }

    // MARK: Footer

    /// The keys that the footer shows, and their rectangles.
    ///
    /// Quit and help are reserved at the end before other keys get room, because a person who is lost needs them.
    func footerPlaces(_ rect: Rect) -> [(binding: KeyBinding, rect: Rect)] {
        guard !rect.isEmpty else { return [] }
        let room = rect.columns >= 60 ? rect.inset(columns: 1, rows: 0) : rect
        let bindings = KeyTable.footer(in: content.context).filter { $0.isOffered(on: content) == .offered }
        let gap = room.columns >= 60 ? 3 : 2
        let widths = bindings.map { DisplayWidth.of(shown($0)) + 1 + DisplayWidth.of($0.label(ink.words)) }
        let priorities = bindings.map { $0.priority ?? 2 * ($0.footer ?? 0) + 1 }
        var chosen: [Int] = [], used = 0
        for index in bindings.indices.sorted(by: { priorities[$0] < priorities[$1] })
        where used + widths[index] <= room.columns {
            chosen.append(index)
            used += widths[index] + gap
        }
        var column = room.column
        return chosen.sorted().map { index in
            defer { column += widths[index] + gap }
            return (bindings[index], Rect(column: column, row: room.row, columns: widths[index], rows: 1))
        }
    }

    /// The action of a press on a word of the footer: that of its only key; none where it has several keys.
    func action(of binding: KeyBinding) -> Action? {
        let actions = Set(binding.strokes.map(\.action))
        return actions.count == 1 ? actions.first : nil
    }

    private func drawFooter(in grid: inout CellGrid, _ rect: Rect) {
        for (binding, place) in footerPlaces(rect) {
            ink.draw(
                [ink.run(shown(binding), .accent), ink.run(" " + binding.label(ink.words), .quiet)],
                in: &grid, at: Point(column: place.column, row: place.row), within: place)
        }
    }

    /// The keys of a binding as they are shown: of the digits only those that open something.
    private func shown(_ binding: KeyBinding) -> String {
        binding.strokes.first?.action == .openTab(0) ? "0–\(min(9, tabs.count - 1))" : binding.shown
    }
}
