import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

/// A key that has a meaning on another screen says why it has none on this one.
@Suite struct SilentKeysTests {
    private func state(_ keys: String, _ catalogue: Catalogue = Sample.example) -> DashboardState {
        var state = DashboardState(catalogue: catalogue, size: Size(columns: 120, rows: 36))
        for key in keys { state.press(.character(key)) }
        return state
    }

    @Test(arguments: [("", "obu"), ("8", "scom"), ("w", "ob"), ("d", "obu"), ("?", "scom")])
    func aKeyWithoutAMeaningSaysWhy(_ screen: String, _ keys: String) {
        for key in keys {
            let before = state(screen)
            var after = before
            after.press(.character(key))
            #expect(after.screen == before.screen && after.notice?.zh.isEmpty == false, "\(key) on \(screen)")
            #expect(after.notice?.en.isEmpty == false)
        }
    }

    @Test func aKeyOfNoScreenIsSilent() {
        #expect(state("x").notice == nil && state(" ").notice == nil)
    }

    /// Commands and what needs attention are not left out where there is room for them.
    @Test func aNarrowFooterShowsTheKeysThatMatter() {
        var state = DashboardState(catalogue: Sample.example, size: Size(columns: 80, rows: 24))
        state.press(.character("1"), .enter)
        let footer = state.draw().lines().last ?? ""
        for key in [": 命令", "w 关注", "? 帮助", "q 退出", "L English"] { #expect(footer.contains(key), "\(footer)") }
    }

    @Test func sortingIsForListsOfFigures() {
        #expect(state("o").notice?.zh == "排序用在专题和地区的指标列表里")
        #expect(state("1o").notice?.zh == ListOrder.gap.notice.zh)
    }
}
