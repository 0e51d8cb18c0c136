import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

/// A measure in detail: its state and the figures that belong to it.
@Suite struct BriefDetailTests {
    private func lines(_ code: String, columns: Int = 60, _ language: Language = .zh) throws -> [String] {
        let brief = try #require(Sample.catalogue.brief(code))
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 120, rows: 40))
        state.settings.language = language
        return DetailLines(ink: Ink(state), columns: columns).brief(brief).map { $0.map(\.text).joined() }
    }

    @Test func aMeasureShowsTheFiguresThatBelongToIt() throws {
        let lines = try lines("reduction-jobs")
        #expect(lines.contains { $0.contains("校外培训再就业岗位") && $0.contains("3,840 个") && $0.contains("截至见报") })
        #expect(try self.lines("reduction-jobs", .en).contains { $0.contains("3,840") })
    }

    @Test func aNarrowPanelPutsTheFigureOnALineOfItsOwn() throws {
        let lines = try lines("reduction-jobs", columns: 24)
        #expect(lines.contains { $0.hasPrefix("  3,840 个") })
    }

    @Test func whatASourceOnlyClaimsIsNotCalledDone() throws {
        for code in ["elderly-tier", "elderly-coverage", "elderly-rollout", "northernmost-coast", "wetland-city"] {
            let lines = try lines(code)
            #expect(lines.contains { $0.hasPrefix("” 来源自述") }, "\(code)")
            #expect(!lines.contains { $0.contains("已完成") })
        }
    }

    @Test func everyFigureOfAMeasureIsAnIndicator() {
        for catalogue in [Sample.catalogue, Sample.example] {
            for code in catalogue.briefs.flatMap(\.figures) { #expect(catalogue.indicator(code) != nil) }
        }
    }
}
