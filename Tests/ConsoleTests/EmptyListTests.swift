import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

/// The page of a topic in which a chosen area reports nothing.
@Suite struct EmptyListTests {
    private func lines(_ columns: Int, _ rows: Int, _ language: Language = .zh) -> [String] {
        var state = DashboardState(
            catalogue: Sample.catalogue, settings: Settings(language: language),
            size: Size(columns: columns, rows: rows))
        state.session.area = "211102"
        state.press(.character("1"))
        return state.draw().lines()
    }

    @Test func theFrameIsWholeAndTheSentenceStandsInside() throws {
        let lines = lines(120, 36)
        let top = try #require(lines.first { $0.contains("╭") })
        #expect(top.contains("╭─ 指标") && top.filter { $0 == "╭" }.count == 1, "one box, \(top)")
        #expect(lines.contains { $0.contains("│ 双台子区没有上报“就业”的数") })
    }

    @Test(arguments: [(40, 12), (80, 24), (120, 36), (200, 60)])
    func itIsSaidAtEverySize(_ size: (Int, Int)) {
        #expect(lines(size.0, size.1).joined().filter { $0 != " " }.contains("双台子区没有上报“就业”的数"))
        #expect(
            lines(size.0, size.1, .en).joined().filter { $0 != " " && $0 != "│" }
                .contains("ShuangtaiziDistrictreportsnothingonEmployment"))
    }
}
