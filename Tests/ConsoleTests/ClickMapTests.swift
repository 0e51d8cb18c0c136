import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

/// What answers a press is what is drawn there, cell by cell.
@Suite struct ClickMapTests {
    private func state(
        _ size: Size, _ keys: [Key], _ catalogue: Catalogue = Sample.catalogue, _ language: Language = .zh
    ) -> DashboardState {
        var state = DashboardState(catalogue: catalogue, settings: Settings(language: language), size: size)
        for key in keys { state.press(key) }
        return state
    }

    private func text(_ grid: CellGrid, _ rect: Rect) -> String {
        (rect.column..<rect.right).map { grid.text(at: Point(column: $0, row: rect.row)) }.joined()
    }

    private static let sizes = [
        Size(columns: 20, rows: 5), Size(columns: 40, rows: 12), Size(columns: 80, rows: 24),
        Size(columns: 120, rows: 36), Size(columns: 240, rows: 70),
    ]

    @Test(arguments: sizes, [Language.zh, .en])
    func tabsAndFooterWords(_ size: Size, _ language: Language) {
        for (_, keys) in ScreenSnapshotTests.ways {
            let state = state(size, keys, Sample.catalogue, language), grid = state.draw(),
                view = FrameView(state.content), frame = Frame(size: size)
            let clicks = ClickMap(state)
            for (tab, rect) in view.tabSlots(frame.tabs) {
                #expect(text(grid, rect).contains(tab.key), "\(tab.key)")
                let middle = Point(column: rect.column + 1, row: rect.row)
                #expect(clicks.action(at: middle) == .openTab(tab.number))
            }
            for (binding, rect) in view.footerSlots(frame.footer) {
                #expect(text(grid, rect).hasSuffix(binding.label(state.words)), "\(binding.shown)")
                if let action = view.action(of: binding) {
                    for column in rect.column..<rect.right {
                        #expect(clicks.action(at: Point(column: column, row: rect.row)) == action)
                    }
                }
            }
        }
    }

    /// Pressing a row selects what is written in it.
    @Test(arguments: sizes)
    func rowsOfEveryList(_ size: Size) {
        for catalogue in [Sample.catalogue, Sample.example] {
            for (name, keys) in ScreenSnapshotTests.ways where name != "overview" {
                let state = state(size, keys, catalogue), grid = state.draw(), map = ClickMap(state)
                let items = state.content(of: state.screen).items
                for target in map.targets {
                    guard case .choose(let index, _) = target.action, target.rect.rows == 1, target.rect.columns >= 12
                    else { continue }
                    // The map beside the list has a test of its own.
                    if name == "districts",
                        target.rect.column > DistrictsLayout(body: Frame(size: size).body).areas.right
                    {
                        continue
                    }
                    if let palette = state.content as? PaletteScreen {
                        let name = palette.commands[index].name[state.settings.language]
                        #expect(text(grid, target.rect).contains(name.prefix(2)), "\(name)")
                        continue
                    }
                    guard items.indices.contains(index) else {
                        Issue.record("\(name) \(index)")
                        continue
                    }
                    let row = text(grid, target.rect), ink = Ink(state)
                    let names =
                        switch items[index] {
                        case .figure(let indicator, _): [indicator.name.zh, indicator.shortName.zh]
                        case .derived(let derived): [derived.name.zh]
                        case .brief(let brief): [brief.title.zh]
                        case .area(let area): [area.name.zh, area.shortName.zh, ink.words.pictures.wholeArea]
                        case .topic(let topic): [topic.title.zh]
                        case .choice(let choice): [choice.name]
                        }
                    #expect(
                        names.contains { row.contains($0.prefix(2)) || row.contains($0.prefix(1) + "…") },
                        "\(name) \(index): \(row)")
                }
            }
        }
    }

    @Test func tilesOpenTheirTopic() {
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
            var state = state(size, [])
            for (index, topic) in Sample.catalogue.topics.enumerated() {
                let rect = ClickMap(state).targets.first { $0.action == .choose(index, opens: true) }?.rect
                guard let rect else { return #expect(Bool(false)) }
                state.update(.point(.press(Point(column: rect.column + 2, row: rect.row))))
                #expect(state.screen == .topic(topic.code))
                state.press(.escape)
                #expect(state.screen == .overview && state.session.current.selection == index)
            }
        }
    }

    @Test func beforeADetailTheFirstPressSelectsAndTheSecondOpens() {
        var state = state(Size(columns: 120, rows: 36), [.character("1")])
        let point = Point(column: 10, row: 7)
        guard case .choose(let index, false)? = ClickMap(state).action(at: point) else { return #expect(Bool(false)) }
        state.update(.point(.press(point)))
        #expect(state.screen == .topic("employment") && state.session.current.selection == index)
        state.update(.point(.press(point)))
        guard case .indicator = state.screen else { return #expect(Bool(false)) }
    }

    @Test func theMapIsWhatIsDrawn() throws {
        for catalogue in [Sample.catalogue, Sample.example] {
            let state = state(Size(columns: 120, rows: 40), [.character("8")], catalogue), grid = state.draw()
            let map = try #require(catalogue.map), view = MapView(ink: Ink(state), map: map, selected: nil)
            var layout = DistrictsLayout(body: Frame(size: state.size).body)
            let columns = layout.preview?.columns ?? 0
            let classes = MapClasses(state), legend = classes?.legend(Ink(state), columns: columns).count ?? 0
            let place = layout.takeMap(view, legend: legend), clicks = ClickMap(state)
            let rect = try #require(place)
            for row in rect.row..<rect.bottom {
                for column in rect.column..<rect.right {
                    let point = Point(column: column, row: row)
                    let area = view.area(at: point, in: rect)
                    let expected = area.flatMap { code in state.districts.firstIndex { $0.code == code } }.map {
                        Action.choose($0, opens: false)
                    }
                    #expect(clicks.action(at: point) == expected)
                    let isOutside = grid[point].style.background == state.theme[.background].background
                    // An area without a class has no tint.
                    let isTinted = area.map { classes == nil || classes?.classes.index(of: $0) != nil }
                    #expect(isOutside == !(isTinted ?? false), "\(point)")
                }
            }
        }
    }

    @Test func theWheelMovesListsAndTexts() {
        var state = state(Size(columns: 80, rows: 24), [.character("1")])
        state.update(.point(.wheelDown(Point(column: 5, row: 5))), times: 3)
        #expect(state.session.current.selection == 3)
        state.press(.character("?"))
        state.update(.point(.wheelDown(Point(column: 5, row: 5))))
        #expect(state.session.current.top == 3)
        state.update(.point(.wheelUp(Point(column: 5, row: 5))), times: 9)
        #expect(state.session.current.top == 0)
    }

    /// Anywhere on any screen at any size: nothing traps, and the next frame is whole.
    @Test func pressesAnywhereDoNoHarm() {
        var random = SeededGenerator(seed: 223)
        var state = DashboardState(catalogue: Sample.example, size: Size(columns: 80, rows: 24))
        for step in 0..<300 {
            if step % 15 == 0 {
                state.update(
                    .resize(
                        Size(columns: .random(in: 1...300, using: &random), rows: .random(in: 1...80, using: &random))))
            }
            let point = Point(column: .random(in: -2...310, using: &random), row: .random(in: -2...90, using: &random))
            let event: PointerEvent =
                [.press(point), .press(point), .wheelUp(point), .wheelDown(point)].randomElement(using: &random)
                ?? .press(point)
            if state.update(.point(event)) == .quit { state.session = Session() }
            if step % 10 == 0 { #expect(state.draw().size == state.size) }
        }
    }

    @Test func aThemeThatNobodyChoseFollowsTheTerminal() {
        var state = DashboardState(
            catalogue: Sample.catalogue, settings: Settings(followsTerminal: true), size: Size(columns: 80, rows: 24))
        state.update(.adoptBackground(isLight: true))
        #expect(state.settings.theme == .light)
        state.press(.character("t"))
        state.update(.adoptBackground(isLight: false))
        #expect(state.settings.theme == .contrast, "chosen by hand")
        var chosen = DashboardState(
            catalogue: Sample.catalogue, settings: Settings(theme: .dark), size: Size(columns: 80, rows: 24))
        chosen.update(.adoptBackground(isLight: true))
        #expect(chosen.settings.theme == .dark)
    }
}
