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

    /// One page for each row of the list, with what the details beside the list say.
    @Test func theListOfWhatNeedsAttentionLosesNoRow() throws {
        var state = state([.character("w")])
        let rows = state.attentionRows(.kind)
        state.press(.character("m"))
        #expect(state.content.count == rows.count && rows.count == 10)
        var pages: [String] = []
        for _ in 0..<rows.count {
            pages.append(state.draw().lines().joined(separator: "\n").filter { $0 != " " })
            state.press(.right)
        }
        func page(_ index: Int, has words: String...) {
            for word in words { #expect(pages[index].contains(word), "\(word) in \(pages[index])") }
        }
        page(0, has: "落后与打破", "剩下的卫生死角何时清完", "已办结，而数字仍不好")
        page(2, has: "到年底还需每月1,050个", "两所新校何时交付", "城东校区原定九月投用")
        page(3, has: "城镇新增就业·子区")
        page(6, has: "督办逾期", "欠薪案件")
        page(7, has: "未报", "生活垃圾填埋")
        page(8, has: "未报", "城镇新增就业·戊县")
        page(9, has: "来源不一致", "2026年1—9月", "10,851人", "10,977人", "示例第二来源")
    }

    /// At 80x24 too the question, its answer and the note are whole.
    @Test(arguments: Language.allCases)
    func nothingThatWasAskedIsCutOnASmallScreen(_ language: Language) {
        var state = state([.character("w"), .character("m"), .right, .right], Size(columns: 80, rows: 24))
        state.settings.language = language
        let text = state.draw().lines().joined().filter { $0 != " " }
        for word in language == .zh
            ? ["到年底还需每月1,050个", "两所新校何时交付", "尚未答复", "推迟到明年春季", "示例市教育局"]
            : ["needs1,050placesamonth", "notansweredyet", "wasputofftonextspring"]
        { #expect(text.contains(word), "\(word) in \(text)") }
        #expect(!text.contains("▾"))
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
