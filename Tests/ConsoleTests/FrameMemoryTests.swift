import Cells
import Indicators
import Tables
import TestSupport
import Testing

@testable import Console
@testable import Search

/// What frames keep from one to the next changes nothing that is shown.
@Suite struct FrameMemoryTests {
    /// The frame of a state, as another state draws it that has drawn nothing before.
    private func freshly(_ state: DashboardState) -> CellGrid {
        var fresh = DashboardState(
            catalogue: state.catalogue, settings: state.settings, size: state.size, notice: state.notice)
        fresh.session = state.session
        fresh.found = state.found
        fresh.problems = state.problems
        return fresh.draw()
    }

    @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
    func everyFrameIsTheOneThatNothingWasKeptFor(_ size: Size) {
        for catalogue in [Sample.catalogue, Sample.example] {
            var state = DashboardState(catalogue: catalogue, size: size)
            let choices: [[Action]] = [
                [.openTab(1)], [.move(.down)], [.move(.down)], [.openTab(2)], [.edge(.down)], [.toggleLanguage],
                [.openTab(1)], [.toggleRaw], [.nextTheme],
                [.chooseArea, .edge(.down), .open], [.openTab(1)], [.openTab(2)],
                [.show(.search), .type("j"), .type("y")],
                [.move(.down), .open], [.chooseArea, .edge(.up), .open],
                [.back], [.toggleLanguage], [.openTab(3)], [.page(.down)], [.back], [.back],
            ]
            for actions in choices + choices {
                for action in actions { state.update(action) }
                #expect(state.draw() == freshly(state), "\(actions) at \(size)")
            }
        }
    }

    @Test func newDataAreNotDrawnFromOldRows() {
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 120, rows: 40))
        state.update(.openTab(1))
        _ = state.draw()
        state.replace(Sample.example)
        state.update(.openTab(1))
        #expect(state.draw() == freshly(state))
    }

    /// A screen that stands for months reads its data anew every month, or every minute.
    @Test func oldDataAreLetGo() {
        weak var old: Catalogue?
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 120, rows: 40))
        do {
            let catalogue = Sample.catalogue.asOf(.distantPast)
            old = catalogue
            state.replace(catalogue)
        }
        for action in [Action.openTab(1), .move(.down), .openTab(0), .show(.search), .type("就")] {
            state.update(action)
            _ = state.draw()
        }
        #expect(old != nil)
        state.replace(Sample.example)
        _ = state.draw()
        #expect(old == nil)
    }

    @Test func whatIsFoundIsLookedUpWhereItIsShown() {
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 120, rows: 40))
        for action in [Action.show(.search), .type("就"), .type("业")] { state.update(action) }
        let items = SearchIndex(Sample.catalogue).matches("就业").map { Item($0, Sample.catalogue) }
        #expect(state.found.count == items.count && state.content(of: .search).items == items)
        #expect(items.contains { if case .figure(_, .some) = $0 { true } else { false } })
    }

    /// Of a list so long only the rows that are seen are made.
    @Test func aVeryLongListIsDrawnAsIfNothingWereKept() throws {
        var table = "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,COMMENT_OBS\n"
        for number in 0..<1_500 {
            table += "养老床位\(number),R1,2024,\(number * 7),\"甲\(number),乙\"\n"
            if number % 3 == 0 { table += "养老床位\(number),R1,2023,\(number * 5),\n" }
        }
        let catalogue = try #require(
            DataReader.read(.file(FileBytes(copying: table.utf8), ForeignFile(path: "long.csv"))).catalogue)
        try #require(catalogue.indicators.count == 1_500)
        var state = DashboardState(catalogue: catalogue, size: Size(columns: 120, rows: 40))
        var steps: [[Action]] =
            [[.openTab(1)]] + Array(repeating: [.move(.down)], count: 45) + Array(repeating: [.page(.down)], count: 50)
        steps += [
            [.edge(.up)], [.page(.down)], [.toggleLanguage], [.move(.up)], [.toggleRaw], [.edge(.down)], [.back],
            [.show(.search)],
        ]
        steps += "yl1".map { [.type($0)] } + [[.move(.down)], [.toggleLanguage], [.page(.down)], [.edge(.down)]]
        for (place, actions) in steps.enumerated() {
            for action in actions { state.update(action) }
            #expect(state.draw() == freshly(state), "\(place): \(actions)")
        }
    }
}
