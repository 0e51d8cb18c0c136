import Tables
import TestSupport
import Testing

@testable import Indicators

/// Which figure stands for an indicator, and what is said to be missing since.
@Suite struct HeadlineTests {
    /// One case: the rows of the figure, the newest first, as period, value and status; the period of the headline, and
    /// the status and period of what is missing since.
    struct Case: Sendable {
        let rows: [(period: String, value: String, status: String)]
        var embargo = ""
        let headline: String
        var absence = ""
    }

    static let cases = [
        Case(rows: [("2026-11", "", "O"), ("2026-10", "5", "A")], headline: "2026-10", absence: "O 2026-11"),
        Case(
            rows: [("2026-11", "", "O"), ("2026-10", "", "O"), ("2026-09", "5", "A")], headline: "2026-09",
            absence: "O 2026-11"),
        Case(rows: [("2026-11", "5", "A"), ("2026-10", "", "O")], headline: "2026-11"),
        Case(rows: [("2026-12", "", "O"), ("2026-10", "5", "A")], headline: "2026-10"),
        Case(
            rows: [("2026-12", "9", "F"), ("2026-11", "", "O"), ("2026-10", "5", "A")], headline: "2026-10",
            absence: "O 2026-11"),
        Case(rows: [("2026-11", "", "O")], headline: "2026-11"),
        Case(rows: [("2026-12", "9", "F"), ("2026-11", "", "O")], headline: "2026-11"),
        Case(rows: [("2026-12", "9", "F")], headline: "2026-12"),
        Case(rows: [("2026-11", "", "Q"), ("2026-10", "5", "A")], headline: "2026-10", absence: "Q 2026-11"),
        Case(
            rows: [("2026-11", "7", "A"), ("2026-10", "5", "A")], embargo: "2099-01-01T00:00:00Z", headline: "2026-10"),
        Case(rows: [("2026-11", "7", "A")], embargo: "2099-01-01T00:00:00Z", headline: "2026-11"),
    ]

    @Test(arguments: 0..<cases.count) func theNewestValueStandsAndWhatIsNewerIsSaid(_ number: Int) throws {
        let one = Self.cases[number]
        var city = SmallCity()
        // November holds a value of another area, December none.
        city.observations = ["11,jobs,2026-11,printed,3,0,,exact,A,,"]
        for (place, row) in one.rows.enumerated() {
            let embargo = place == 0 ? one.embargo : ""
            city.observations.append("1,jobs,\(row.period),printed,\(row.value),0,,exact,\(row.status),,\(embargo)")
        }
        let catalogue = try city.catalogue(), headline = try #require(catalogue.headlineObservation(of: "jobs"))
        #expect(headline.period.text == one.headline)
        #expect(catalogue.headlineObservation(of: "jobs", area: "1")?.index == headline.index)
        let absence = catalogue.absence(since: headline)
        #expect(absence.map { "\($0.status.code) \($0.period.text)" } ?? "" == one.absence)
        // Nothing is missing since a figure that has a newer value.
        for older in catalogue.observations(of: "jobs", in: "1") where older.index != headline.index {
            #expect(catalogue.absence(since: older) == nil)
        }
    }
}
