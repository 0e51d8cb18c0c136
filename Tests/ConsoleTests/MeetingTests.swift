import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

@Suite struct MeetingTests {
    private func state(_ keys: [Key], _ size: Size = Size(columns: 120, rows: 36)) -> DashboardState {
        var state = DashboardState(catalogue: Sample.example, size: size)
        for key in keys { state.press(key) }
        return state
    }

    @Test func itGoesThroughTheFiguresOfATopicInTheirOrder() throws {
        var state = state([.character("1")])
        let figures = MeetingScreen.figures(of: state.content)
        state.press(.character("m"))
        for (place, figure) in figures.enumerated() {
            #expect(state.content.selected == .figure(figure.indicator, figure.observation))
            #expect(state.draw().lines().joined().contains("\(place + 1) / \(figures.count)"))
            state.press(.character(" "))
        }
        #expect(state.session.current.selection == figures.count - 1, "it stays on the last")
        state.press(.left)
        #expect(state.session.current.selection == figures.count - 2)
        state.press(.escape)
        #expect(state.screen == .topic("employment"))
    }

    @Test func theOverviewGivesHeadlinesAndWhatSupportsThem() {
        let codes = MeetingScreen.figures(of: state([]).content).map(\.indicator.code)
        for topic in Sample.example.topics { #expect(codes.contains(topic.headline)) }
    }

    @Test func everyFigureIsWholeAtEverySize() {
        for size in [Size(columns: 20, rows: 5), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
            var state = state([.character("m")], size)
            for _ in 0..<state.content.count {
                #expect(state.draw().size == size)
                state.press(.right)
            }
        }
    }

    @Test func theMarkOfFictionalDataStays() {
        for size in [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
            #expect(state([.character("m")], size).draw().lines()[0].contains("虚构"))
        }
    }

    @Test func aScreenWithoutFiguresSaysWhy() {
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 80, rows: 24))
        state.press(.character("?"), .character("m"))
        #expect(state.screen == .help)
    }

    @Test func theTargetIsNamedAndCompletionIsSaidOnce() throws {
        var state = state([.character("1")])
        let place = try #require(
            MeetingScreen.figures(of: state.content).firstIndex { indicator, observation in
                if case .paced = Sample.example.judgement(of: indicator, observation) { true } else { false }
            })
        state.press(.character("m"))
        for _ in 0..<place { state.press(.character(" ")) }
        let lines = state.draw().lines()
        #expect(lines.contains { $0.contains("目标 2026年") })
        #expect(lines.filter { $0.contains("时间进度") }.count == 1)
    }
}
