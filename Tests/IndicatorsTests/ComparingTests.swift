import TestSupport
import Testing

@testable import Indicators

@Suite struct ComparingTests {
    private func change(_ rows: [String], unit: String = "人") throws -> Result<ChangeOnYear, Incomparability> {
        var city = SmallCity()
        city.indicators = [("jobs", unit, "up", "S")]
        city.observations = rows
        let catalogue = try city.catalogue()
        let newest = try #require(catalogue.observations(of: "jobs").first)
        return catalogue.changeOnYear(of: newest)
    }

    @Test func sameSpanAYearEarlier() throws {
        let change = try change([
            "1,jobs,2022-01-01/P11M,printed,110,0,,exact,A,,", "1,jobs,2021-01-01/P11M,printed,100,0,,exact,A,,",
            "1,jobs,2021,printed,500,0,,exact,A,,",
        ]).get()
        #expect(change.difference == QualifiedValue(low: ExactRatio(whole: 10), qualifier: .exact))
        #expect(change.relative?.low == ExactRatio(1, 10))
        #expect(
            change.sign == 1 && change.isGood(.up) == true && change.isGood(.down) == false
                && change.isGood(.none) == nil)
    }

    @Test func aShareChangesByPoints() throws {
        let change = try change(
            ["1,jobs,2022,printed,85,0,,exact,A,,", "1,jobs,2021,printed,82.5,0,,exact,A,,"], unit: "%"
        ).get()
        #expect(change.isInPoints && change.relative == nil && change.difference.low == ExactRatio(5, 2))
    }

    @Test func anApproximateFigureChangesApproximately() throws {
        let change = try change(["1,jobs,2022,printed,500,0,,approx_below,A,,", "1,jobs,2021,printed,400,0,,exact,A,,"])
            .get()
        #expect(change.difference.qualifier == .approxBelow && change.relative?.qualifier == .approxBelow)
    }

    @Test(arguments: [
        (
            ["1,jobs,2022,to_date,110,0,,exact,A,,", "1,jobs,2021,printed,100,0,,exact,A,,"],
            Incomparability.basis(.toDate)
        ),
        (["1,jobs,2022,printed,110,0,,exact,A,,", "1,jobs,2021,to_date,100,0,,exact,A,,"], .nothingEarlier),
        (["1,jobs,2022,printed,110,0,,exact,A,,", "1,jobs,2021,printed,,0,,exact,O,,"], .absent(.missing)),
        (["1,jobs,2022,printed,110,0,,exact,B,,", "1,jobs,2021,printed,100,0,,exact,A,,"], .breakInSeries),
        (["1,jobs,2022,printed,110,0,,exact,A,,", "1,jobs,2020,printed,100,0,,exact,A,,"], .nothingEarlier),
        (
            ["1,jobs,2022-01-01/P9M,printed,110,0,,exact,A,,", "1,jobs,2021-01-01/P11M,printed,100,0,,exact,A,,"],
            .nothingEarlier
        ),
    ])
    func otherwiseTheReason(_ rows: [String], _ reason: Incomparability) throws {
        #expect(try change(rows) == .failure(reason))
    }

    private func ranking(_ rows: [String], direction: String = "up") throws -> Result<Ranking, Incomparability> {
        var city = SmallCity()
        city.indicators = [("jobs", "人", direction, "S")]
        city.observations = rows
        let catalogue = try city.catalogue(), period = try #require(Period(sdmx: "2022"))
        return catalogue.ranking(of: catalogue.indicators[0], below: "1", in: period)
    }

    @Test func tiesShareAPlace() throws {
        let rows = [
            "11,jobs,2022,printed,6,0,,exact,A,,", "12,jobs,2022,printed,8,0,,exact,A,,",
            "13,jobs,2022,printed,6,0,,exact,A,,",
        ]
        let places = try ranking(rows).get().places
        #expect(places.map(\.rank) == [1, 2, 2] && places.map(\.observation.area) == ["12", "11", "13"])
        #expect(try ranking(rows, direction: "down").get().places.map(\.rank) == [1, 1, 3])
    }

    @Test func nobodyHasARankWhereOneDoesNotReport() throws {
        let two = ["11,jobs,2022,printed,6,0,,exact,A,,", "12,jobs,2022,printed,40,4,50,range,A,,"]
        let silent = try ranking(two + ["13,jobs,2022,printed,,0,,exact,O,,"]).get()
        #expect(
            !silent.isRanked && silent.places.map(\.rank) == [nil, nil, nil]
                && silent.places.map(\.observation.area) == ["11", "12", "13"])
        let all = try ranking(two + ["13,jobs,2022,printed,5,0,,exact,A,,"]).get()
        #expect(all.places.map(\.rank) == [1, 2, 3] && all.hasQualified)
    }

    @Test func unlikePeriodsAreRefused() throws {
        let two = ["11,jobs,2022,printed,6,0,,exact,A,,", "12,jobs,2022,printed,8,0,,exact,A,,"]
        #expect(try ranking(two) == .failure(.notAllReport))
        #expect(try ranking(two + ["13,jobs,2022,to_date,8,0,,exact,A,,"]) == .failure(.basis(.toDate)))
        guard case .failure(.spansDiffer) = try ranking(two + ["13,jobs,2022-01-01/P9M,printed,8,0,,exact,A,,"]) else {
            return #expect(Bool(false))
        }
    }
}
