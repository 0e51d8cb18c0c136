import TestSupport
import Testing

@testable import Indicators
@testable import Tables

@Suite struct PlausibilityTests {
    /// 2026-11-28
    private static let now = Instant(rfc3339: "2026-11-28T08:00:00+08:00") ?? .distantPast

    private func city(_ rows: [String], collection: String = "S", unit: String = "人", targets: [String] = []) throws
        -> Catalogue
    {
        var city = SmallCity()
        city.indicators = [("jobs", unit, "up", collection)]
        city.observations = rows
        city.targets = targets
        city.now = Self.now
        return try city.catalogue()
    }

    private func total(_ value: String, _ months: Int, year: Int = 2026, area: String = "1", multiplier: Int = 0)
        -> String
    {
        "\(area),jobs,\(year)-01-01/P\(months)M,printed,\(value),\(multiplier),,exact,A,,"
    }

    private func state(_ value: String, _ period: String, area: String = "1") -> String {
        "\(area),jobs,\(period),printed,\(value),0,,exact,A,,"
    }

    /// What `check` asks about, as kind and period.
    private func found(_ catalogue: Catalogue, area: String = "1") -> [String] {
        var plausibility = Plausibility(catalogue)
        return plausibility.findings(of: "jobs", in: area).map { row, finding in
            "\(finding.kind.rawValue) \(catalogue.observations[row].period.text)"
        }.sorted()
    }

    private func year(_ last: String, _ next: String? = nil) -> [String] {
        let values = ["1200", "2500", "3900", "5200", "6500", "7900", "9000", "10100", "11800"]
        var rows = values.enumerated().map { total($1, $0 + 1) } + [total(last, 10)]
        if let next { rows.append(total(next, 11)) }
        return rows
    }

    @Test func aTotalThatGrowsAsUsualIsNoQuestion() throws {
        #expect(found(try city(year("12900", "14000"))) == [])
        #expect(found(try city(year("16000"))) == [], "a strong month")
    }

    @Test(arguments: ["129000", "1290000", "129000000"]) func aTotalThatJumpsIsAsked(_ value: String) throws {
        #expect(found(try city(year(value))) == ["jump 2026-01-01/P10M"])
        #expect(found(try city(year(value, "14000"))) == ["jump 2026-01-01/P10M"], "not the right one after it")
    }

    @Test func aTotalThatFallsIsAskedWithBothFigures() throws {
        let catalogue = try city(year("1290"))
        #expect(found(catalogue) == ["falls 2026-01-01/P10M"])
        var plausibility = Plausibility(catalogue)
        let finding = try #require(plausibility.findings(of: "jobs", in: "1").values.first)
        for language in [finding.message.zh, finding.message.en] {
            #expect(language.contains("11800") && language.contains("1290") && language.contains("2026-01-01/P9M"))
        }
        #expect(found(try city(year("1290", "14000"))) == ["falls 2026-01-01/P10M"])
    }

    @Test func theRowThatIsWrongIsNamedAndNotItsNeighbours() {
        func places(_ values: Double...) -> [Int] { Tenfold.culprits(values).map(\.index) }
        #expect(places(10, 11, 120, 12, 13) == [2], "one among many")
        #expect(places(100, 11, 12, 13) == [] && places(1000, 11, 12, 13) == [0], "the first")
        #expect(places(10, 11, 12, 130) == [3], "the last")
        #expect(places(10, 11, 120, 130, 140) == [2], "a step that stays")
        #expect(places(10, 100) == [1] && places(10) == [] && places() == [])
        #expect(places(10, 0, 10) == [], "zero is no tenth")
    }

    @Test func tenThousandTimesIsTheUnit() throws {
        let rows = [state("1171", "2026-08"), state("1172", "2026-09"), state("11730000", "2026-10")]
        #expect(found(try city(rows, collection: "E")) == ["ten-thousandfold 2026-10"])
        // The reverse: the unit is missing in one month, and that month is meant.
        let missing = [
            state("1171", "2026-07"), state("1172", "2026-08"), state("2", "2026-09"), state("1174", "2026-10"),
        ]
        #expect(found(try city(missing, collection: "E")) == ["tenfold 2026-09"])
    }

    @Test(arguments: [
        ("2036-10", "future-period"), ("2206-10", "future-period"), ("2016-10", "far-period"),
        ("2026-10-01", "odd-period"),
    ])
    func aPeriodThatCannotBeIsAsked(_ period: String, _ kind: String) throws {
        let rows = (4...9).map { state("\(1_000 + $0)", "2026-0\($0)") } + [state("1010", period)]
        #expect(found(try city(rows, collection: "E")) == ["\(kind) \(period)"])
    }

    @Test func aTotalOfMoreThanAYearIsAsked() throws {
        #expect(
            found(try city(year("12900") + ["1,jobs,2025-01-01/P13M,printed,13000,0,,exact,A,,"])) == [
                "long-period 2025-01-01/P13M"
            ])
    }

    /// A wrong first digit, too small to be ten times anything.
    @Test func aFigureThatLeapsAsNoOtherDoesIsAsked() throws {
        func rows(_ changed: [Int: String]) -> [String] {
            (1...9).map { state(changed[$0] ?? "\(12_000 + $0 * 35)", "2026-0\($0)") }
        }
        #expect(found(try city(rows([:]), collection: "E")) == [])
        #expect(found(try city(rows([5: "18175"]), collection: "E")) == ["stray 2026-05"], "not its neighbours")
        #expect(found(try city(rows([9: "17315"]), collection: "E")) == ["stray 2026-09"], "the last")
        #expect(found(try city(rows([8: "17300", 9: "17310"]), collection: "E")) == [], "a new level that stays")
        #expect(found(try city(rows([3: "17300", 5: "18175"]), collection: "E")) == [], "a series that leaps")
    }

    @Test func aTotalIsHeldAgainstTheGrowthOfOtherYears() throws {
        func rows(_ last: String) -> [String] {
            (2024...2025).flatMap { year in (1...11).map { total("\($0 * 2_200 + year)", $0, year: year) } }
                + (1...10).map { total("\($0 * 2_224)", $0) } + [total(last, 11)]
        }
        #expect(found(try city(rows("24002"))) == [])
        #expect(found(try city(rows("34502"))) == ["jump 2026-01-01/P11M"])
    }

    @Test func aForecastMayBeAhead() throws {
        let rows = (4...9).map { state("\(1_000 + $0)", "2026-0\($0)") } + ["1,jobs,2027-10,printed,1100,0,,exact,F,,"]
        #expect(found(try city(rows, collection: "E")) == [])
    }

    @Test func aPartIsNotMoreThanTheWhole() throws {
        let whole = (1...4).map { state("\(6_000 + $0)", "2026-0\($0)") }
        func part(_ last: String) -> [String] {
            (1...3).map { state("\(3_000 + $0)", "2026-0\($0)", area: "11") } + [state(last, "2026-04", area: "11")]
        }
        #expect(found(try city(whole + part("3004"), collection: "E"), area: "11") == [])
        #expect(found(try city(whole + part("6500"), collection: "E"), area: "11") == ["above-whole 2026-04"])
    }

    @Test func aCountBelowZeroIsAsked() throws {
        let rows = (4...9).map { state("\(1_000 + $0)", "2026-0\($0)") } + [state("-1010", "2026-10")]
        #expect(found(try city(rows, collection: "E")) == ["negative 2026-10"])
    }

    @Test func aTargetIsHeldAgainstItsFigures() throws {
        func problems(_ target: String) throws -> [String] {
            Suspicions.ownProblems(in: try city(year("12900"), targets: [target])) { $0 }
                .map { "\($0.field) \($0.code)" }
        }
        #expect(try problems("1,jobs,2026,14000,0,exact,") == [])
        #expect(try problems("1,jobs,2026,14000,4,exact,") == ["UNIT_MULT unit-jump"])
        #expect(try problems("1,jobs,2026,140000,0,exact,") == [], "nine times what the year comes to is not yet ten")
        #expect(try problems("1,jobs,2026,1400,0,exact,") == ["TARGET_VALUE growth"])
        #expect(try problems("1,jobs,2062,14000,0,exact,") == ["TIME_PERIOD far-period"])
    }

    @Test func aTargetThatMovesIsSuspicious() throws {
        let old = try city(year("12900"), targets: ["1,jobs,2026,14000,0,exact,"])
        let new = try city(year("12900"), targets: ["1,jobs,2026,14000,4,exact,"])
        let rows = CatalogueDifference(from: old, to: new).suspiciousRows
        #expect(rows.map(\.table) == ["targets"] && rows[0].findings.map(\.kind) == [.targetMoved])
        #expect(rows[0].findings[0].message.zh.contains("14000 改为 14000万"))
        #expect(CatalogueDifference(from: old, to: old).suspiciousRows.isEmpty)
    }

    /// The same rule finds the same in `check` and in `diff`.
    @Test func aDifferenceIsAskedAboutByTheSameRules() throws {
        let difference = CatalogueDifference(from: try city(year("12900")), to: try city(year("129000")))
        #expect(difference.figures.flatMap(\.suspicions) == [.tenfold], "one slip, one reason")
        let added = CatalogueDifference(from: try city(Array(year("").dropLast())), to: try city(year("129000")))
        #expect(added.figures.flatMap(\.suspicions) == [.jump])
        let digits = CatalogueDifference(from: try city([total("1.10", 9)]), to: try city([total("1.1", 9)]))
        #expect(digits.figures.flatMap(\.suspicions) == [.digits])
    }

    /// It appears by itself once it is time, so it is asked about before.
    @Test func whatIsUnderEmbargoIsAskedAboutAndNothingIsHeldAgainstIt() throws {
        func hidden(_ value: String, until release: String = "2026-12-05T09:00:00+08:00") -> String {
            "1,jobs,2026-01-01/P10M,printed,\(value),0,,exact,A,,\(release)"
        }
        let known = Array(year("").dropLast())
        #expect(found(try city(known + [hidden("12900")])) == [])
        #expect(found(try city(known + [hidden("129000")])) == ["jump 2026-01-01/P10M"])
        #expect(found(try city(known + [hidden("1290")])) == ["falls 2026-01-01/P10M"])
        // The next month is odd beside the hidden one only, which it must not tell of.
        #expect(found(try city(known + [hidden("12900"), total("12000", 11)])) == [])
        // What is released after its period may be ready before; then its value is asked about, and no mistyped year.
        let months = (4...11).map { state("6\($0).5", $0 < 10 ? "2026-0\($0)" : "2026-\($0)") }
        for (period, value, kind) in [("2026-12", "6350", "tenfold"), ("2036-12", "64.5", "future-period")] {
            let ahead = "1,jobs,\(period),printed,\(value),0,,exact,A,,2027-01-05T09:00:00+08:00"
            #expect(found(try city(months + [ahead], collection: "A")) == ["\(kind) \(period)"])
        }
        let added = CatalogueDifference(from: try city(known), to: try city(known + [hidden("129000")]))
        #expect(added.figures.flatMap(\.suspicions) == [.jump])
        #expect(CatalogueDifference.questions(of: try city(known + [hidden("129000")])).figures.count == 1)
        let changed = CatalogueDifference(
            from: try city(known + [hidden("12900")]), to: try city(known + [hidden("129000")]))
        #expect(changed.figures.flatMap(\.suspicions) == [.jump])
        let message = try #require(changed.figures[0].findings.first?.message.zh)
        #expect(message.contains("129000") && !message.contains("12900，"), "nothing of the hidden former value")
        let postponed = CatalogueDifference(
            from: try city(known + [hidden("129000")]),
            to: try city(known + [hidden("129000", until: "2026-12-06T09:00:00+08:00")]))
        #expect(postponed.figures.flatMap(\.suspicions) == [], "it was asked about when it was new")
    }
}

@Suite struct NewestMonthTests {
    private func month(_ year: Int, _ month: Int) -> CalendarDay { CalendarDay(year: year, month: month, day: 1) }

    @Test func oneMistypedYearSaysNothingOfTheClock() {
        var figures = Dictionary(uniqueKeysWithValues: (1...10).map { (month(2026, $0), 90) })
        #expect(NewestMonth.of(figures) == month(2026, 10))
        figures[month(2036, 11)] = 1
        #expect(NewestMonth.of(figures) == month(2026, 10))
        figures[month(2036, 11)] = 40
        #expect(NewestMonth.of(figures) == month(2026, 10), "less than a twentieth")
        figures[month(2027, 10)] = 1
        #expect(NewestMonth.of(figures) == month(2026, 10), "two slips")
        #expect(NewestMonth.of([:]) == nil)
        #expect(NewestMonth.of([month(2022, 1): 1]) == month(2022, 1))
        #expect(NewestMonth.of([month(1984, 1): 1, month(2024, 5): 30]) == month(2024, 5))
    }

    @Test(arguments: [(12, 1), (12, 3)]) func aFewMistypedMonthsSayNothingOfTheClock(_ place: Int, _ count: Int) {
        var figures = Dictionary(uniqueKeysWithValues: (1...11).map { (month(2026, $0), 90) })
        figures[month(2026, place)] = count
        #expect(NewestMonth.of(figures) == month(2026, 11), "right after all others")
        figures[month(2027, 3)] = 1
        #expect(NewestMonth.of(figures) == month(2026, 11))
        figures[month(2026, place)] = 5
        #expect(NewestMonth.of(figures) == month(2026, 12), "more than a twentieth of what other months have")
        // With one figure a month the newest may always be a slip.
        #expect(NewestMonth.of([month(2026, 9): 1, month(2026, 10): 1]) == month(2026, 9))
    }
}
