import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Console

/// What is said of an area is of that area.
@Suite struct AreaHeaderTests {
    @Test func theSpanIsThatOfItsFigures() {
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 160, rows: 45))
        #expect(state.draw().lines()[0].contains("数据期 1984 — 2024"))
        state.session.area = "211103"
        let periods = Sample.catalogue.indicators(reportedBy: "211103").compactMap {
            Sample.catalogue.headlineObservation(of: $0.code, area: "211103")?.period
        }
        let own = PeriodText.span(
            periods.min { $0.start < $1.start }, periods.max(), Ink(state).signs)
        #expect(own != "1984 — 2024" && state.draw().lines()[0].contains("数据期 \(own)"))
    }

    /// 子区 is behind with 城镇新增就业: its pages say so, though the city is not.
    @Test func thePagesOfAnAreaCountItsOwn() {
        var state = DashboardState(catalogue: Sample.example, size: Size(columns: 120, rows: 36))
        state.open(.area("990111"))
        #expect(state.draw().lines()[0].contains("○ 1 不好"))
        state.open(.indicator("new-urban-jobs", area: "990111"))
        #expect(state.draw().lines()[0].contains("○ 1 不好"))
        state.open(.indicator("new-urban-jobs", area: "990101"))
        #expect(!state.draw().lines()[0].contains("不好"))
    }

    /// Wherever areas stand side by side, those that are behind have the sign.
    @Test func areasThatAreBehindAreMarked() {
        var state = DashboardState(catalogue: Sample.example, size: Size(columns: 120, rows: 60))
        func line(_ text: String, _ name: String) -> Bool {
            state.draw().lines().contains { $0.contains(text) && $0.contains(name) }
        }
        state.open(.topic("employment"))
        #expect(line("县区○1", "城镇新增就业") && line("县区○2", "失业再就业") && line("○ 子区", ""))
        state.open(.compare("reemployed"))
        #expect(line("○ 壬区", "564") && line("○ 丑县", "181") && !line("○ 甲区", ""))
        state.open(.areas)
        #expect(line("○ 6", "全部地区") && line("○ 1", "壬区") && !line("○", "甲区"))
        state.open(.search)
        for key in "欠薪" { state.press(.character(key)) }
        #expect(line("○", "农民工欠薪案件"))
    }

    /// The counts of the tile of districts add up to all indicators.
    @Test func theTileOfDistrictsCountsEachIndicatorOnce() throws {
        let state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 160, rows: 45))
        let line = try #require(state.draw().lines().first { $0.contains("全市指标") })
        let numbers = line.drop { $0 != "全" }.split { !$0.isNumber }.compactMap { Int($0) }
        #expect(numbers.reduce(0, +) == Sample.catalogue.indicators.count, "\(line)")
    }

    /// Letters of the map are no keys.
    @Test func lettersHaveNotTheColourOfKeys() {
        var state = DashboardState(catalogue: Sample.example, size: Size(columns: 120, rows: 36))
        state.open(.districts)
        let grid = state.draw(), ink = Ink(state)
        for row in 4..<16 { #expect(grid[Point(column: 3, row: row)].style != ink.theme[.accent]) }
    }
}
