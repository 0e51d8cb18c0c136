import Cells
import Indicators
import Tables
import TestSupport
import Testing
import Wording

@testable import Console

/// The list of what needs attention, and what of it stands on the overview, against an independent reading.
@Suite struct AttentionScreenTests {
    private func state(
        _ columns: Int = 120, _ rows: Int = 36, _ language: Language = .zh, _ catalogue: Catalogue = Sample.example
    ) -> DashboardState {
        DashboardState(
            catalogue: catalogue, settings: Settings(language: language), size: Size(columns: columns, rows: rows))
    }

    /// The screen as one text, without the blanks and frames at which lines break.
    private func text(_ state: DashboardState) -> String {
        state.draw().lines().joined().filter { !" │".contains($0) }
    }

    @Test(
        arguments: [(40, 12), (60, 20), (80, 24), (100, 30), (120, 36), (160, 45), (200, 60), (300, 80)],
        Language.allCases)
    func whatIsBehindIsNamedOnTheOverviewAtEverySize(_ size: (Int, Int), _ language: Language) throws {
        let expected = try ExpectedAttention(), shown = text(state(size.0, size.1, language))
        for item in expected.bad {
            let row = try #require(expected.indicators[item.indicator])
            let name = try #require(row["short_\(language.rawValue)"]).filter { $0 != " " }
            #expect(shown.contains(name), "\(name) at \(size) in \(shown)")
        }
    }

    @Test func theTileOfATopicNamesWhatIsBehindInIt() throws {
        let lines = state(200, 60).draw().lines()
        #expect(lines.contains { $0.contains("○ 新增学位 −16.7点") })
        #expect(lines.contains { $0.contains("○ 卫生死角 3 处") } && lines.contains { $0.contains("○ 欠薪案件 2 件") })
    }

    @Test func theTabHasTheCountOfTheList() throws {
        let bad = Sample.example.attention.items.count(where: \.isBad)
        let tab = try #require(state().tabs.last)
        #expect(tab.key == "w" && tab.count == bad && bad > Sample.example.tally.bad)
        #expect(state(80, 24).draw().lines()[1].contains("w 关注 \(bad)"))
        #expect(state(80, 24, .zh, Sample.catalogue).tabs.last?.count == 0)
    }

    @Test func theKeyOpensTheListAndLeadsBack() {
        var state = state()
        state.press(.character("w"))
        #expect(state.screen == .attention(.kind))
        state.press(.escape)
        #expect(state.screen == .overview)
    }

    @Test func everyItemIsARowThatOpensItsFigure() throws {
        let expected = try ExpectedAttention()
        var state = state(120, 60)
        state.press(.character("w"))
        let lines = state.draw().lines()
        #expect(state.content.count == expected.items.count)
        for item in expected.items {
            let name = try #require(expected.indicators[item.indicator]?["short_zh"])
            let digits = item.value.isEmpty ? "未报" : item.value
            #expect(lines.contains { $0.contains(name) && $0.filter { $0 != "," }.contains(digits) }, "\(item.line)")
        }
        state.press(.down, .down, .down, .enter)
        #expect(state.screen == .indicator("new-urban-jobs", area: "990111"))
    }

    @Test func unitsAndAreas() {
        var state = state(120, 60)
        state.press(.character("w"), .character("u"))
        #expect(state.screen == .attention(.unit) && state.draw().lines().contains { $0.contains("示例市人社局 7") })
        state.press(.character("a"))
        #expect(state.screen == .attention(.area) && state.draw().lines().contains { $0.contains("戊县 1") })
        state.press(.character("a"))
        #expect(state.screen == .attention(.kind))
    }

    @Test func aChosenAreaHasItsOwnListAndCount() throws {
        var state = state()
        state.session.area = "990111"
        #expect(state.tabs.last?.count == 1)
        state.press(.character("w"))
        #expect(state.content.count == 1)
    }

    @Test func theSentenceCanBePressed() throws {
        var state = state()
        let row = try #require(state.draw().lines().firstIndex { $0.contains("3 项不好") && $0.contains("可评") })
        state.update(.point(.press(Point(column: 10, row: row))))
        #expect(state.screen == .attention(.kind))
    }

    @Test func followUpAndNoteStandWithTheFigure() {
        var state = state(120, 60)
        state.press(.character("w"), .down, .down)
        for word in ["两所新校何时交付？", "尚未答复", "推迟到明年春季", "到年底还需每月1,050个"] {
            #expect(text(state).contains(word), "\(word)")
        }
        state.press(.enter)
        #expect(text(state).contains("两所新校何时交付？"))
    }

    /// Both values with their sources come before everything else, also where the newest figure is of another period.
    @Test func thatSourcesDisagreeIsSaidFirst() throws {
        var state = state()
        state.press(.character("w"), .character("G"))
        #expect(state.draw().lines().contains { $0.contains("失业再就业 1—9月") }, "the period stands beside the name")
        func isSaid() { #expect(text(state).contains("10,851人") && text(state).contains("10,977人")) }
        isSaid()
        state.press(.enter)
        isSaid()
        let lines = try #require(state.content as? IndicatorScreen).lines(
            columns: 120, IndicatorLayout(body: Rect(column: 0, row: 0, columns: 80, rows: 20), .init()))
        #expect(lines[0].map(\.text).joined() == "来源不一致")
        #expect(
            lines[1].map(\.text).joined()
                == "2026年1—9月：示例统计月报（虚构示例数据）记为 10,851人，示例第二来源（虚构示例数据）记为 10,977人，相差 126人。")
    }

    @Test func theSelectionAndItsHeadingStayVisible() {
        var state = state(80, 16)
        state.press(.character("w"))
        for _ in 0..<state.content.count {
            let lines = state.draw().lines()
            #expect(lines.dropFirst().contains { $0.contains("▌") })
            state.press(.down)
        }
        state.press(.character("G"))
        #expect(state.draw().lines().contains { $0.contains("来源不一致") })
    }

    @Test func aTableOfAnotherPublisherHasNoList() throws {
        let table = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nA,x,2022,1\nA,x,2023,2\n"
        let reading = DataReader.read(.file(FileBytes(copying: table.utf8), ForeignFile(path: "table.csv")))
        let catalogue = try #require(reading.catalogue)
        var state = state(80, 24, .zh, catalogue)
        #expect(state.tabs.last?.letter == nil)
        state.press(.character("w"))
        #expect(state.screen == .overview && state.notice != nil)
    }

    /// Panjin has nothing to list; the screen is no empty box and says how little could be judged.
    @Test(arguments: [(40, 12), (80, 24), (120, 40)], Language.allCases)
    func anEmptyListSaysHowMuchIsJudged(_ size: (Int, Int), _ language: Language) {
        var state = state(size.0, size.1, language, Sample.catalogue)
        state.press(.character("w"))
        let lines = state.draw().lines(), tally = Sample.catalogue.tally
        #expect(!lines.contains { $0.contains("╭") })
        #expect(lines.joined().contains("\(tally.all)") && lines.joined().contains("\(tally.judged)"))
    }
}
