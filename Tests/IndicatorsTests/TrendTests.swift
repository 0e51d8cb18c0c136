import TestSupport
import Testing

@testable import Indicators

@Suite struct TrendTests {
    private func city(_ rows: [String], collection: String = "S", unit: String = "人") -> SmallCity {
        var city = SmallCity()
        city.indicators = [("jobs", unit, "up", collection)]
        city.observations = rows
        return city
    }

    private func trend(_ city: SmallCity) throws -> Trend? {
        let catalogue = try city.catalogue()
        return catalogue.headlineObservation(of: "jobs").flatMap { catalogue.trend(through: $0) }
    }

    private func row(_ period: String, _ value: String, _ status: String = "A", basis: String = "printed") -> String {
        "1,jobs,\(period),\(basis),\(value),0,,exact,\(status),,"
    }

    @Test func sameSpanOfEachYearAndAGapForTheMissingOne() throws {
        let trend = try #require(
            try trend(
                city([
                    row("2022-01-01/P11M", "10"), row("2023-01-01/P11M", "12"), row("2025-01-01/P11M", "", "O"),
                    row("2026-01-01/P11M", "20"), row("2026-01-01/P10M", "18"), row("2023", "13"),
                ])))
        #expect(trend.kind == .sameSpan)
        #expect(
            trend.points.map(\.period.text) == [
                "2022-01-01/P11M", "2023-01-01/P11M", "2024-01-01/P11M", "2025-01-01/P11M", "2026-01-01/P11M",
            ])
        #expect(trend.points.map { $0.value?.low } == [10, 12, nil, nil, 20].map { $0.map { ExactRatio(whole: $0) } })
        #expect(trend.points[3].observation?.status == .missing && trend.points[2].observation == nil)
    }

    @Test func theSawtoothIsNeverOneLine() throws {
        let trend = try #require(
            try trend(
                city([row("2021-01-01/P2M", "4"), row("2021-01", "2"), row("2022-01", "3"), row("2022-01-01/P2M", "5")])
            ))
        #expect(trend.points.map(\.period.text) == ["2021-01-01/P2M", "2022-01-01/P2M"])
    }

    @Test func whatStandsAtADateGoesMonthByMonth() throws {
        let months = try #require(
            try trend(city([row("2022-01", "5"), row("2022-02", "6"), row("2022-04", "7", "B")], collection: "E")))
        #expect(
            months.kind == .series
                && months.points.map(\.value?.low) == [5, 6, nil, 7].map { $0.map { ExactRatio(whole: $0) } })
        #expect(months.points[3].isBreak)
    }

    @Test func quartersFollowEachOther() throws {
        let trend = try #require(
            try trend(city([row("2022-Q1", "5.1"), row("2022-Q3", "5.0")], collection: "A", unit: "%")))
        #expect(trend.points.map(\.period.text) == ["2022-Q1", "2022-Q2", "2022-Q3"])
    }

    @Test func onePeriodIsNoTrend() throws {
        #expect(try trend(city([row("2022-01-01/P11M", "10")])) == nil)
        #expect(try trend(city([row("2022", "10", basis: "to_date"), row("2021", "9", basis: "to_date")])) == nil)
        #expect(try trend(city([row("2022", "10"), row("2021", "", "O")])) == nil)
    }

    @Test func aForecastIsMarked() throws {
        let trend = try #require(try trend(city([row("2022", "10"), row("2023", "11"), row("2024", "12", "F")])))
        #expect(trend.points.map(\.isForecast) == [false, false, true])
    }

    @Test func whatEachMonthAdded() throws {
        let city = city([
            row("2022-01", "3"), row("2022-01-01/P2M", "5"), row("2022-Q1", "9"), row("2022-01-01/P5M", "20"),
            row("2021", "30"), row("2021-01-01/P11M", "28"),
        ])
        let catalogue = try city.catalogue()
        let newest = try #require(catalogue.headlineObservation(of: "jobs"))
        let trend = try #require(catalogue.increments(through: newest, most: 6))
        #expect(trend.points.map(\.period.text) == ["2021-12", "2022-01", "2022-02", "2022-03", "2022-04", "2022-05"])
        #expect(trend.points.map(\.value?.low) == [2, 3, 2, 4, nil, nil].map { $0.map { ExactRatio(whole: $0) } })
    }

    @Test func areasSideBySide() throws {
        var city = city([
            row("2022", "30"), row("2021", "28"), "11,jobs,2022,printed,10,0,,exact,A,,",
            "11,jobs,2021,printed,9,0,,exact,A,,", "12,jobs,2022,printed,12,0,,exact,A,,",
        ])
        var catalogue = try city.catalogue()
        var comparison = try #require(
            catalogue.headlineObservation(of: "jobs").flatMap { catalogue.comparison(around: $0, most: 5) })
        #expect(comparison.periods.map(\.text) == ["2021", "2022"] && comparison.refusal == .notAllReport)
        #expect(comparison.rows.map(\.area.code) == ["1", "11", "12"] && comparison.rows.allSatisfy { $0.rank == nil })
        #expect(comparison.rows[2].values[0] == nil && comparison.rows[2].values[1]?.value?.description == "12")
        city.observations.append("13,jobs,2022,printed,12,0,,exact,A,,")
        catalogue = try city.catalogue()
        comparison = try #require(
            catalogue.headlineObservation(of: "jobs").flatMap { catalogue.comparison(around: $0, most: 1) })
        #expect(
            comparison.refusal == nil && comparison.rows.map(\.rank) == [nil, 1, 1, 3]
                && comparison.rows.map(\.area.code) == ["1", "12", "13", "11"]
                && comparison.periods.map(\.text) == ["2022"])
        city.observations[5] = "13,jobs,2022-01-01/P9M,printed,12,0,,exact,A,,"
        catalogue = try city.catalogue()
        comparison = try #require(
            catalogue.headlineObservation(of: "jobs").flatMap { catalogue.comparison(around: $0, most: 1) })
        #expect(comparison.rows[3].unlike?.period.text == "2022-01-01/P9M")
        guard case .spansDiffer? = comparison.refusal else { return #expect(Bool(false)) }
    }

    @Test func oneAreaAloneIsNotCompared() throws {
        let catalogue = try city([row("2022", "30")]).catalogue()
        let comparison = try #require(
            catalogue.headlineObservation(of: "jobs").flatMap { catalogue.comparison(around: $0, most: 5) })
        #expect(comparison.rows.count == 1 && comparison.refusal == .onlyOneArea)
    }
}
