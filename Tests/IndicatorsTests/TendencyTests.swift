import TestSupport
import Testing

@testable import Indicators

/// 改善, 持平, 变差 and 环比.
@Suite struct TendencyTests {
    private func tendency(
        _ now: String, _ before: String, _ criterion: String, direction: String = "up", unit: String = "人",
        period: String = "2026-11,printed"
    ) throws -> Result<Tendency, Incomparability> {
        var city = SmallCity()
        city.indicators = [("jobs", unit, direction, "E")]
        city.criteria = ["jobs": criterion]
        city.observations = [
            "1,jobs,\(period),\(now),0,,exact,A,,", "1,jobs,2025-11,printed,\(before),0,,exact,A,,",
        ]
        let catalogue = try city.catalogue()
        return catalogue.tendency(of: try #require(catalogue.headlineObservation(of: "jobs")))
    }

    @Test(
        arguments: [
            ("102", "100", "2%", "up", "人", .better), ("101.9", "100", "2%", "up", "人", .same),
            ("98", "100", "2%", "up", "人", .worse), ("98.1", "100", "2%", "up", "人", .same),
            ("98", "100", "2%", "down", "人", .better), ("102", "100", "2%", "zero", "人", .worse),
            ("90.5", "90.0", "0.5pp", "up", "%", .better), ("90.4", "90.0", "0.5pp", "up", "%", .same),
            ("89.5", "90.0", "0.5pp", "up", "%", .worse), ("100", "100", "0%", "up", "人", .same),
            ("1", "0", "5%", "up", "人", .better), ("0", "0", "5%", "up", "人", .same),
        ] as [(String, String, String, String, String, Tendency.Direction)])
    func aChangeCountsFromTheCriterionOn(
        _ now: String, _ before: String, _ criterion: String, _ direction: String, _ unit: String,
        _ expected: Tendency.Direction
    ) throws {
        #expect(try tendency(now, before, criterion, direction: direction, unit: unit).get().direction == expected)
    }

    @Test func whatIsRefusedSaysWhy() throws {
        func reason(_ result: Result<Tendency, Incomparability>) -> Incomparability? {
            if case .failure(let reason) = result { reason } else { nil }
        }
        #expect(reason(try tendency("102", "100", "2%", direction: "none")) == .noDirection)
        #expect(reason(try tendency("102", "100", "")) == .noCriterion)
        #expect(reason(try tendency("102", "100", "2%", period: "2026-10,printed")) == .nothingEarlier)
        #expect(reason(try tendency("102", "100", "2%", period: "2026-11,as_reported")) == .basis(.asReported))
    }

    @Test(arguments: [("2", "人"), ("2pp", "人"), ("2%", "%"), ("-2%", "人"), ("many", "%"), ("%", "人")])
    func aCriterionThatCannotBeRead(_ text: String, _ unit: String) throws {
        var city = SmallCity()
        city.indicators = [("jobs", unit, "up", "E")]
        city.criteria = ["jobs": text]
        city.observations = ["1,jobs,2026-11,printed,5,0,,exact,A,,"]
        #expect(try city.reading().problems.map(\.code) == ["criterion"])
    }

    @Test(
        arguments: [
            ("2026-11", "2026-10", nil), ("2026-01", "2025-12", nil), ("2026-Q3", "2026-Q2", nil),
            ("2026", "2025", nil), ("2026-11", "2026-09", .nothingBefore), ("2026-11", "2026-Q3", .nothingBefore),
            ("2026-01-01/P11M", "2026-01-01/P10M", .addsUp),
        ] as [(String, String, Incomparability?)])
    func aPeriodOnTheOneBefore(_ period: String, _ before: String, _ reason: Incomparability?) throws {
        var city = SmallCity()
        city.observations = [
            "1,jobs,\(period),printed,12,0,,exact,A,,", "1,jobs,\(before),printed,10,0,,exact,A,,",
        ]
        let catalogue = try city.catalogue()
        switch catalogue.changeOnPeriod(of: try #require(catalogue.headlineObservation(of: "jobs"))) {
        case .success(let change):
            #expect(reason == nil && change.earlier.period.text == before && change.change.sign == 1)
            #expect(change.change.relative?.low == ExactRatio(1, 5))
        case .failure(let found): #expect(found == reason)
        }
    }

    @Test(arguments: [(",0,,exact,O", Incomparability.absent(.missing)), ("5,0,,exact,B", .breakInSeries)])
    func whatHasNoChange(_ cells: String, _ reason: Incomparability) throws {
        var city = SmallCity()
        city.observations = [
            "1,jobs,2026-11,printed,\(cells),,", "1,jobs,2026-10,printed,10,0,,exact,A,,",
            "11,jobs,2026-11,printed,1,0,,exact,A,,",
        ]
        let catalogue = try city.catalogue()
        let observation = try #require(catalogue.observations(of: "jobs", in: "1").first)
        #expect(catalogue.changeOnPeriod(of: observation) == .failure(reason))
    }
}
