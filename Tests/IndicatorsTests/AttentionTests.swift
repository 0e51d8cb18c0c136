import Tables
import TestSupport
import Testing

@testable import Indicators

/// What is listed as behind or broken, and what is computed of it.
@Suite struct AttentionTests {
    private func city(_ observations: [String], _ target: String = "") -> SmallCity {
        var city = SmallCity()
        city.observations = observations
        city.targets = target.isEmpty ? [] : ["1,jobs,2026,\(target),0,exact,"]
        return city
    }

    /// A figure of the year up to a month.
    private func row(_ value: String, _ month: Int = 11, area: String = "1", status: String = "A") -> String {
        "\(area),jobs,2026-01-01/P\(month)M,printed,\(value),0,,exact,\(status),,"
    }

    private func items(_ city: SmallCity) throws -> [AttentionItem] { try city.catalogue().attention.items }

    private func summary(_ items: [AttentionItem]) -> [String] {
        items.map { "\($0.kind.code) \($0.indicator) \($0.area)" }
    }

    /// The target is 1,200 and eleven months have gone by: 91.7%. 1,040 are 86.7%, on the edge of the band; of the
    /// limit 1,160 are 96.7%.
    @Test(
        arguments: [
            ("up", "1039", true), ("up", "1040", false), ("up", "1300", false), ("down", "1161", true),
            ("down", "1160", false), ("down", "10", false),
        ] as [(String, String, Bool)])
    func whatIsBehindOnEitherSide(_ direction: String, _ value: String, _ isListed: Bool) throws {
        var city = city([row(value)], "1200")
        city.indicators[0].direction = direction
        #expect(summary(try items(city)) == (isListed ? ["behind jobs 1"] : []))
    }

    @Test(
        arguments: [
            ("2026-01-01/P11M,to_date", "900,0,,exact,A"), ("2026,to_date", "900,0,,exact,A"),
            ("2026,printed", "900,0,,exact,F"), ("2026-11,printed", "90,0,,exact,A"),
            ("2026-01-01/P11M,printed", ",0,,exact,Q"), ("2025,printed", "900,0,,exact,A"),
        ])
    func onlyPrintedPeriodsOfTheTargetAreJudged(_ period: String, _ value: String) throws {
        #expect(try items(city(["1,jobs,\(period),\(value),,"], "1200")).isEmpty)
    }

    @Test func aYearThatIsOverIsUnfulfilledAndHasNothingNeeded() throws {
        func year(_ value: String) -> [String] { ["1,jobs,2026,printed,\(value),0,,exact,A,,"] }
        let item = try #require(try items(city(year("21"), "22")).first)
        let gap = try #require(ExactRatio(-1, 22))
        #expect(item.kind == .behind && item.needed == nil && item.gap == .points(gap))
        #expect(try items(city(year("22"), "22")).isEmpty)
        var limit = city(year("23"), "22")
        limit.indicators[0].direction = "down"
        #expect(summary(try items(limit)) == ["behind jobs 1"])
    }

    @Test func whatIsNeededIsExact() throws {
        let needed = try #require(try items(city([row("3150")], "4200")).first?.needed)
        #expect(needed.perMonth.low == ExactRatio(whole: 1050) && needed.months == ExactRatio(whole: 1))
        #expect(needed.soFar.low == ExactRatio(3150, 11) && !needed.isAllowance)
        let early = try #require(try items(city([row("100", 5)], "1200")).first?.needed)
        #expect(early.perMonth.low == ExactRatio(1100, 7) && early.months == ExactRatio(whole: 7))
        var limit = city([row("1300")], "1200")
        limit.indicators[0].direction = "down"
        let allowed = try #require(try items(limit).first?.needed)
        #expect(allowed.isAllowance && allowed.perMonth.low == ExactRatio(whole: -100))
    }

    @Test func sinceWhenWithoutAGap() throws {
        func since(_ rows: [String]) throws -> String {
            let item = try #require(try items(city(rows, "1200")).first)
            return "\(item.since?.text ?? "") \(item.periods)"
        }
        #expect(try since([row("900"), row("800", 10), row("700", 9), row("800", 8)]) == "2026-01-01/P9M 3")
        #expect(try since([row("900"), row("", 10, status: "O"), row("700", 9)]) == "2026-01-01/P11M 1")
        let lastYear = "1,jobs,2025-01-01/P10M,printed,1,0,,exact,A,,"
        #expect(try since([row("900"), lastYear]) == "2026-01-01/P11M 1", "the year before has its own target")
    }

    @Test func aZeroGoalIsBrokenSinceItLastHeld() throws {
        var city = SmallCity()
        city.indicators = [("cases", "件", "zero", "E")]
        city.observations = ["2026-11,printed,2", "2026-10,printed,1", "2026-09,printed,0", "2026-08,printed,3"].map {
            "1,cases,\($0),0,,exact,A,,"
        }
        let item = try #require(try items(city).first)
        #expect(item.kind == .broken && item.since?.text == "2026-10" && item.periods == 2 && !item.isNew)
        #expect(item.gap == .amount(QualifiedValue(low: ExactRatio(whole: 2), qualifier: .exact)))
    }

    @Test func notToReportDoesNotMendWhatWasBehind() throws {
        let other = row("9", area: "11")
        let catalogue = try city([row("", status: "O"), row("500", 10), other], "1200").catalogue()
        #expect(summary(catalogue.attention.items) == ["behind jobs 1", "unreported jobs 1"])
        #expect(catalogue.attention.items[0].period.text == "2026-01-01/P10M" && catalogue.tally.bad == 1)
        let good = city([row("", status: "O"), row("1100", 10), other], "1200")
        #expect(summary(try items(good)) == ["unreported jobs 1"])
    }
}

/// 未报, sources that disagree, revisions, follow-ups, other versions.
@Suite struct FurtherAttentionTests {
    private func items(_ city: SmallCity, on day: CalendarDay? = nil) throws -> [AttentionItem] {
        try city.catalogue().attention(on: day).items
    }

    private func difference(_ whole: Int) -> AttentionItem.Gap {
        .amount(QualifiedValue(low: ExactRatio(whole: whole), qualifier: .exact))
    }

    @Test func onlyWhatAnAreaOwesIsUnreported() throws {
        var city = SmallCity()
        city.indicators = [("jobs", "人", "up", "S"), ("beds", "张", "up", "E")]
        city.observations = [
            "1,jobs,2026-01-01/P11M,printed,5,0,,exact,A,,", "11,jobs,2026-01-01/P11M,printed,,0,,exact,O,,",
            "11,jobs,2026-01-01/P10M,printed,,0,,exact,O,,", "11,jobs,2026-01-01/P9M,printed,3,0,,exact,A,,",
            "12,jobs,2026-01-01/P11M,printed,,0,,exact,M,,", "13,beds,2024-03,printed,,0,,exact,O,,",
        ]
        let items = try items(city)
        #expect(items.map { "\($0.kind.code) \($0.indicator) \($0.area)" } == ["unreported jobs 11"])
        #expect(items[0].periods == 2 && items[0].since?.text == "2026-01-01/P10M" && items[0].gap == nil)
        let catalogue = try city.catalogue()
        #expect(catalogue.owes("11", "jobs") && !catalogue.owes("13", "jobs") && catalogue.owes("13", "beds"))
    }

    @Test func whatWasPromisedForAYearThatIsOverAndNeverReported() throws {
        var city = SmallCity()
        city.indicators = [("jobs", "人", "up", "S"), ("beds", "张", "up", "S")]
        city.observations = ["1,jobs,2026-01-01/P11M,printed,5,0,,exact,A,,"]
        city.targets = ["1,beds,2025,100,0,exact,", "1,beds,2026,100,0,exact,", "1,beds,2024,100,0,exact,"]
        let items = try items(city)
        #expect(items.map { "\($0.kind.code) \($0.period.text)" } == ["unreported 2025"])
        #expect(items[0].observation == nil && items[0].target?.value.description == "100")
    }

    @Test func aMonthThatIsEmptyForEveryoneIsNotYetOwed() throws {
        var city = SmallCity()
        city.observations = [
            "1,jobs,2026-01-01/P11M,printed,,0,,exact,O,,", "1,jobs,2026-01-01/P10M,printed,7,0,,exact,A,,",
            "11,jobs,2026-01-01/P11M,printed,,0,,exact,O,,", "11,jobs,2026-01-01/P10M,printed,,0,,exact,O,,",
        ]
        let catalogue = try city.catalogue()
        #expect(catalogue.headlineObservation(of: "jobs")?.period.text == "2026-01-01/P10M")
        #expect(catalogue.emptyPeriod?.text == "2026-01-01/P11M" && catalogue.facts().emptyPeriod != nil)
        #expect(catalogue.attention.items.map { "\($0.area) \($0.period.text)" } == ["11 2026-01-01/P10M"])
    }

    @Test func sourcesThatDisagree() throws {
        var city = SmallCity()
        city.observations = [
            "1,jobs,2026-01-01/P9M,printed,100,0,,exact,A,,", "1,jobs,2026-01-01/P9M,printed,126,0,,exact,A,,,other",
            "1,jobs,2026-01-01/P10M,printed,150,0,,exact,A,,",
        ]
        city.links = ["paper", "other"].map { "a,disagree,member,1,jobs,2026-01-01/P9M,printed,\($0),0" }
        let item = try #require(try items(city).first)
        #expect(item.kind == .contradicted && item.other?.value?.description == "126" && item.gap == difference(26))
    }

    @Test(arguments: [("2026-11-01", true), ("2026-12-10T09:00:00+08:00", true), ("2026-10-31", false)])
    func whatWasRevisedSinceTheNewestMonthBegan(_ date: String, _ isListed: Bool) throws {
        var city = SmallCity()
        city.observations = [
            "1,jobs,2026-01-01/P11M,printed,150,0,,exact,A,,", "1,jobs,2026-01-01/P9M,printed,100,0,,exact,A,revised,",
        ]
        city.revisions = ["1,jobs,2026-01-01/P9M,printed,90,0,exact,\(date),revised"]
        let items = try items(city)
        #expect(items.map(\.kind) == (isListed ? [.revised] : []))
        #expect(items.allSatisfy { $0.gap == difference(10) && $0.former?.value?.description == "90" })
    }

    @Test func followUpsAreOverdueAfterTheirDay() throws {
        var city = SmallCity()
        city.isFictional = false
        city.observations = ["1,jobs,2026-01-01/P11M,printed,150,0,,exact,A,,"]
        city.followUps = [
            "a,jobs,1,2026-10-01,2026-12-05,open,", "b,jobs,1,2026-09-01,2026-10-31,answered,2026-10-30",
            "c,jobs,1,2026-09-01,,open,",
        ]
        func overdue(_ day: CalendarDay?) throws -> [String] { try items(city, on: day).compactMap(\.followUp?.code) }
        #expect(try overdue(nil) == [] && overdue(CalendarDay(year: 2026, month: 12, day: 5)) == [])
        #expect(try overdue(CalendarDay(year: 2026, month: 12, day: 6)) == ["a"])
        #expect(try overdue(CalendarDay(year: 2020, month: 1, day: 1)) == [], "a clock that is slow")
        city.isFictional = true
        #expect(try overdue(CalendarDay(year: 2030, month: 1, day: 1)) == [], "invented data stand still")
    }

    @Test func changesFromAnotherVersion() throws {
        var before = SmallCity(), after = SmallCity()
        before.observations = [
            "1,jobs,2026-01-01/P9M,printed,100,0,,exact,A,,", "1,jobs,2026-01-01/P8M,printed,80,0,,exact,A,,",
            "11,jobs,2026-01-01/P9M,printed,7,0,,exact,A,,",
        ]
        after.observations = [
            "1,jobs,2026-01-01/P10M,printed,120,0,,exact,A,,", "1,jobs,2026-01-01/P9M,printed,101,0,,exact,A,,",
            "1,jobs,2026-01-01/P8M,printed,81,0,,exact,A,revised,",
        ]
        after.revisions = ["1,jobs,2026-01-01/P8M,printed,80,0,exact,2026-11-10,revised"]
        let old = try before.catalogue(), new = try after.catalogue()
        let list = new.attention(since: old, CatalogueDifference(from: old, to: new))
        let found = list.items.map {
            "\($0.kind.code) \($0.area) \($0.period.text) \($0.former?.value?.description ?? "")"
        }
        #expect(
            found == ["revised 1 2026-01-01/P8M 80", "changed 1 2026-01-01/P9M 100", "changed 11 2026-01-01/P9M 7"])
        #expect(list.items[0].since?.text == "2026-11-10" && list.items[2].observation == nil)
    }
}

/// The order and the groups.
@Suite struct AttentionOrderTests {
    private func city() -> SmallCity {
        var city = SmallCity()
        city.indicators = [
            ("jobs", "人", "up", "S"), ("cases", "件", "zero", "E"), ("beds", "张", "up", "S"), ("late", "个", "up", "S"),
        ]
        city.departments = ["jobs": "人社局", "cases": "公安局", "beds": "民政局"]
        func cumulated(_ area: String, _ code: String, _ value: String, _ month: Int = 11) -> String {
            "\(area),\(code),2026-01-01/P\(month)M,printed,\(value),0,,exact,\(value.isEmpty ? "O" : "A"),,"
        }
        city.observations = [
            cumulated("1", "jobs", "900"), cumulated("11", "jobs", "100"), cumulated("12", "jobs", "500"),
            cumulated("1", "beds", "300"), "1,cases,2026-11,printed,3,0,,exact,A,,",
            "13,cases,2026-11,printed,1,0,,exact,A,,",
            cumulated("1", "late", ""), cumulated("1", "late", "4", 10), cumulated("11", "late", ""),
            cumulated("11", "late", "", 10), cumulated("11", "late", "2", 9), cumulated("12", "late", ""),
        ]
        city.targets = [
            "1,jobs,2026,1200,0,exact,", "11,jobs,2026,1000,0,exact,", "12,jobs,2026,1000,0,exact,",
            "1,beds,2026,1200,0,exact,",
        ]
        city.followUps = ["a,jobs,1,2026-08-01,2026-10-20,open,", "b,beds,1,2026-08-01,2026-09-30,open,"]
        return city
    }

    @Test func theWorstFirst() throws {
        let list = try city().catalogue().attention
        let found = list.items.map { "\($0.kind.code) \($0.indicator) \($0.area)" }
        #expect(
            found == [
                // The whole first: broken, then the largest gap; then the areas in the same way.
                "broken cases 1", "behind beds 1", "behind jobs 1", "broken cases 13", "behind jobs 11",
                "behind jobs 12",
                // The earliest due first.
                "overdue beds 1", "overdue jobs 1",
                // The whole first, then the longest missing.
                "unreported late 1", "unreported late 11", "unreported late 12",
            ])
        #expect(list.bad.count == 6 && list.items[0].isNew)
    }

    @Test func headlinesAreAsManyAsTheTallyCounts() throws {
        let catalogue = try city().catalogue()
        #expect(catalogue.attention.badHeadlines(catalogue).count == catalogue.tally.bad && catalogue.tally.bad == 3)
        #expect(catalogue.facts().bad.map(\.indicator) == ["cases", "beds", "jobs"])
        #expect(catalogue.facts(in: "13").bad.map(\.indicator) == ["cases"] && catalogue.facts(in: "13").tally.bad == 1)
    }

    @Test func groups() throws {
        let catalogue = try city().catalogue(), list = catalogue.attention
        #expect(
            list.groups(by: .kind, catalogue).map(\.key) == [
                .section(.behind), .section(.overdue), .section(.unreported),
            ])
        let units = list.groups(by: .unit, catalogue).map { group -> String in
            if case .unit(let unit) = group.key { return "\(unit.zh) \(list.items(of: group).count)" }
            return ""
        }
        #expect(units == ["公安局 2", "民政局 2", "人社局 4", " 3"], "by the worst item; without a department last")
        #expect(
            list.groups(by: .area, catalogue).map(\.key) == [.area("1"), .area("11"), .area("12"), .area("13")])
        #expect(list.of(area: "12").items.count == 2 && list.of(unit: "人社").items.count == 4)
    }
}
