import Cells
import TestSupport
import Testing

@testable import Console

/// The search as a person types it.
@Suite struct SearchScreenTests {
    @Test func threeKeysAndEnterAreEnough() {
        var state = Sample.state(80, 24)
        state.press(.character("/"), .character("k"), .character("d"), .character("g"), .enter)
        #expect(state.screen == .indicator("pocket-parks", area: nil))
        state.press(.escape)
        #expect(state.screen == .search && state.session.query == "kdg")
    }

    @Test func everyRowSaysWhatItIsAndWhen() throws {
        var state = Sample.state(100, 30)
        state.press(.character("/"))
        for letter in "每名新增" { state.press(.character(letter)) }
        let row = try #require(state.draw().lines().first { $0.contains("每名新增创业者") })
        for part in ["推算", "1.80", "人", "1—11月"] { #expect(row.contains(part), "\(row)") }
        state.press(.escape, .character("/"))
        for letter in "村道每公里" { state.press(.character(letter)) }
        #expect(state.draw().lines().contains { $0.contains("每公里改造投资 · 得胜村") })
    }
}
