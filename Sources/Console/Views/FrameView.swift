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
        if content.context != .meeting { drawTabs(in: &grid, frame.tabs) }
        drawFooter(in: &grid, frame.footer)
        if state.showsLegend { drawLegend(in: &grid, frame) }
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
        // A notice replaces the path until the next key, and the name where there is not room for both.
        let way = state.notice == nil ? breadcrumb : ""
        let full = DisplayWidth.of(name) + (way.isEmpty ? 0 : 2 + DisplayWidth.of(way)), room = rest.columns
        func leavesRoom(_ aside: [TextRun]) -> Bool {
            full <= room - (aside.isEmpty ? 0 : aside.width + margin + 2)
        }
        let tally = state.tally(of: content)
        let aside: [TextRun], showsName: Bool
        if let notice = state.notice {
            aside = notified(notice, tally, room: room - 1)
            showsName = leavesRoom(aside)
        } else {
            // Where there is not room for both, the path matters more than the name of the data set.
            let isNamed = leavesRoom(warnings(tally, .short))
            showsName = isNamed || way.isEmpty
            aside = statement(tally, isNamed, room: room - 1 - (isNamed ? full : DisplayWidth.of(way)) - 3)
        }
        if !aside.isEmpty {
            var slot = rest.takeRight(min(rest.columns, aside.width + margin))
            _ = slot.takeRight(margin)
            ink.draw(aside, in: &grid, at: Point(column: slot.column, row: slot.row), within: slot)
            _ = rest.takeRight(2)
        }
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

    /// A message and the warnings, which never give way.
    private func notified(_ notice: LocalizedText, _ tally: Catalogue.Tally, room: Int) -> [TextRun] {
        let warnings = warnings(tally, .short), left = room - warnings.width - (warnings.isEmpty ? 0 : 3)
        let text = TextLayout.truncate(notice[ink.language], to: max(0, left), sign: ink.glyphs.ellipsis)
        return joined([[ink.run(text, .notice)], warnings])
    }

    /// The warnings, and beside the name of the data set the line for the city, in the fullest form that fits.
    private func statement(_ tally: Catalogue.Tally, _ isNamed: Bool, room: Int) -> [TextRun] {
        let whole = warnings(tally, .whole), brief = warnings(tally, .brief)
        let forms = (isNamed ? statements(tally).map { joined([whole, $0]) } : [whole]) + [brief]
        return forms.first { $0.width <= room } ?? warnings(tally, .short)
    }

    private func joined(_ parts: [[TextRun]]) -> [TextRun] {
        Array(parts.filter { !$0.isEmpty }.joined(separator: [ink.run("   ", .quiet)]))
    }

    /// whole: all words; brief: short words; short: the mark of fictional data and the count without a word.
    private enum WarningForm { case whole, brief, short }

    /// That the data are fictional, old, faulty or of an uncertain time, and how many figures are on the bad side.
    private func warnings(_ tally: Catalogue.Tally, _ form: WarningForm) -> [TextRun] {
        let words = ink.words
        var parts: [[TextRun]] = []
        if state.catalogue.doubtsClock || !state.problems.isEmpty {
            let live = words.live
            parts.append([
                ink.run(
                    state.problems.isEmpty
                        ? live.clockShort
                        : live.mark(of: state.problems, areOfShownData: state.problemsAreOfShownData), .notice)
            ])
        }
        if ink.catalogue.package.isFictional {
            parts.append([ink.run(form == .whole ? words.fictional : words.fictionalShort, .notice)])
        }
        if tally.bad > 0 {
            let word = form == .short ? "" : " " + words.legendBad
            parts.append([ink.run(ink.signs.bad, .bad), ink.run(" \(tally.bad)" + word, .quiet)])
        }
        return form == .short ? Array(parts.joined(separator: [ink.run(" ", .quiet)])) : joined(parts)
    }

    /// How many indicators are judged and, on the overview, which periods the data cover, the fullest form first.
    /// Nothing is said of judging where nothing is judged.
    private func statements(_ tally: Catalogue.Tally) -> [[TextRun]] {
        let words = ink.words
        let isHome = state.screen == .overview
        let facts = ink.catalogue.facts(in: state.session.area)
        let span = isHome ? PeriodText.span(facts.oldestPeriod, facts.newestPeriod, ink.signs) : ""
        let period = span.isEmpty ? [] : [ink.run("\(words.dataSpan) \(span)", .quiet)]
        guard tally.judged > 0 else { return [period, []] }
        let counts = [
            (ink.signs.middling, tally.between, Role.middling, words.legendBetween),
            (ink.signs.good, tally.good, .good, words.legendGood),
        ]
        let lights = counts.filter { $0.1 > 0 }.map { sign, count, role, word in
            [ink.run(sign, role), ink.run(" \(count) \(word)", .quiet)]
        }
        return [joined(lights + [period]), joined(lights), []]
    }

    // MARK: Tabs

    /// The rectangle of each tab. That of the open tab includes the blanks that it shares with its neighbours.
    func tabSlots(_ rect: Rect) -> [(tab: Tab, rect: Rect)] {
        // A meeting shows its figure and nothing to wander off to.
        guard !rect.isEmpty, content.context != .meeting else { return [] }
        return tabSlots(rect, tabForm(rect))
    }

    private func tabSlots(_ rect: Rect, _ form: TabForm) -> [(tab: Tab, rect: Rect)] {
        let room = tabRoom(rect)
        var column = room.column
        return tabs.compactMap { tab in
            let isOpen = tab.number == open, advance = form.advance(tab, ink.language, isOpen: isOpen)
            let slot = Rect(column: column, row: room.row, columns: advance, rows: 1).intersection(room)
            column += advance
            return slot.isEmpty ? nil : (tab, slot)
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
        let form = tabForm(rect), room = tabRoom(rect), places = tabSlots(rect, form)
        for (tab, slot) in places {
            let title = form.title(tab, ink.language, isOpen: tab.number == open)
            let key = ink.run(" \(tab.key)", .accent), name = ink.run(title.isEmpty ? "" : " \(title)", .text)
            ink.draw(
                [key, name, ink.run(form.count(tab), .bad), ink.run(" ", .text)], in: &grid,
                at: Point(column: slot.column, row: slot.row), within: room)
        }
        // Drawn last, so that its background covers the blanks that it shares with its neighbours.
        if let (tab, slot) = places.first(where: { $0.tab.number == open }) {
            let title = form.title(tab, ink.language, isOpen: true)
            ink.draw(
                [ink.run(" \(tab.key) \(title)\(form.count(tab)) ", .openTab)], in: &grid,
                at: Point(column: slot.column, row: slot.row), within: room)
        }
    }

    // MARK: Footer

    /// The keys that the footer shows, and their rectangles.
    ///
    /// Quit and help are reserved at the end before other keys get room, because a person who is lost needs them.
    func footerSlots(_ rect: Rect) -> [(binding: KeyBinding, rect: Rect)] {
        guard !rect.isEmpty else { return [] }
        let room = rect.columns >= 60 ? rect.inset(columns: 1, rows: 0) : rect
        let bindings = KeyTable.footer(in: content.context).filter { $0.isOffered(on: content) == .offered }
        let widths = bindings.map { DisplayWidth.of(shown($0)) + 1 + DisplayWidth.of($0.label(ink.words)) }
        let priorities = bindings.map { $0.priority ?? 2 * ($0.footer ?? 0) + 1 }
        /// The bindings that there is room for.
        func chosen(_ gap: Int) -> [Int] {
            var chosen: [Int] = [], used = 0
            for index in bindings.indices.sorted(by: { priorities[$0] < priorities[$1] })
            where used + widths[index] <= room.columns {
                chosen.append(index)
                used += widths[index] + gap
            }
            return chosen
        }
        let roomy = room.columns >= 60 ? chosen(3) : [], isRoomy = roomy.count == bindings.count || room.columns >= 100
        // On a narrow screen a key matters more than the blanks between keys.
        let gap = isRoomy ? 3 : 2, shownKeys = isRoomy ? roomy : chosen(2)
        var column = room.column
        return shownKeys.sorted().map { index in
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
        for (binding, slot) in footerSlots(rect) {
            ink.draw(
                [ink.run(shown(binding), .accent), ink.run(" " + binding.label(ink.words), .quiet)],
                in: &grid, at: Point(column: slot.column, row: slot.row), within: slot)
        }
    }

    /// What the signs mean and which keys come first, in the blank line above the footer.
    private func drawLegend(in grid: inout CellGrid, _ frame: Frame) {
        guard frame.footer.row > frame.body.bottom else { return }
        let line = Rect(column: frame.footer.column, row: frame.body.bottom, columns: frame.footer.columns, rows: 1)
        let room = line.columns >= 60 ? line.inset(columns: 1, rows: 0) : line
        let words = ink.words
        var runs: [TextRun] = []
        for (sign, role, word) in !ink.catalogue.judgesAnything
            ? []
            : [
                (ink.signs.good, Role.good, words.legendGood), (ink.signs.middling, .middling, words.legendBetween),
                (ink.signs.bad, .bad, words.legendBad), (ink.signs.notJudged, .quiet, words.legendNotJudged),
            ]
        {
            runs += [ink.run(sign, role), ink.run(" \(word)  ", .quiet)]
        }
        for text in [(runs.isEmpty ? "" : "  ") + words.legend, ""]
        where runs.width + DisplayWidth.of(text) <= room.columns {
            runs.append(ink.run(text, .quiet))
            break
        }
        ink.draw(
            ink.fitting(runs, room.columns), in: &grid, at: Point(column: room.column, row: room.row), within: room)
    }

    /// The keys of a binding as they are shown: of the digits only those that open something.
    private func shown(_ binding: KeyBinding) -> String {
        binding.strokes.first?.action == .openTab(0) ? "0–\(min(9, state.tabCount - 1))" : binding.shown
    }
}
