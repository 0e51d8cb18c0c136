import Tables
import TestSupport
import Testing

@testable import Indicators

@Suite struct DifferenceTests {
    private func city(_ rows: String..., now: Instant = .distantPast, _ change: (inout SmallCity) -> Void = { _ in })
        throws -> Catalogue
    {
        var city = SmallCity()
        city.observations = rows
        city.now = now
        change(&city)
        return try city.catalogue()
    }

    private func row(
        _ value: String, _ period: String = "2022-01-01/P11M", qualifier: String = "exact", status: String = "A",
        embargo: String = ""
    ) -> String {
        "1,jobs,\(period),printed,\(value),0,,\(qualifier),\(status),,\(embargo)"
    }

    private func suspicions(_ old: String, _ new: String) throws -> [Suspicion] {
        CatalogueDifference(from: try city(row(old)), to: try city(row(new))).figures.flatMap(\.suspicions)
    }

    @Test func nothingDiffersFromItself() throws {
        let one = try city(row("120"))
        #expect(CatalogueDifference(from: one, to: one).isEmpty)
    }

    @Test func tellsAddedRemovedAndChangedInTheOrderOfTheDashboard() throws {
        let old = try city(row("1", "2022-01"), row("2", "2022-02"), row("3", "2022-03"))
        let new = try city(row("2", "2022-02"), row("33", "2022-03"), row("4", "2022-04"))
        let figures = CatalogueDifference(from: old, to: new).figures
        #expect(figures.map(\.kind) == [.added, .changed, .removed])
        #expect(figures.map(\.key.period) == ["2022-04", "2022-03", "2022-01"])
        #expect(figures[1].cells == ["OBS_VALUE", "PRINTED"] && figures[1].changesValue)
    }

    @Test func theSameNumberWrittenOtherwiseIsNoOtherValue() throws {
        let figures = CatalogueDifference(from: try city(row("1.1")), to: try city(row("1.10"))).figures
        #expect(figures.count == 1 && figures[0].cells.contains("OBS_VALUE") && !figures[0].changesValue)
    }

    @Test func aQualifierOrAnAbsenceIsAnotherValue() throws {
        #expect(
            CatalogueDifference(from: try city(row("500")), to: try city(row("500", qualifier: "approx_below")))
                .figures[0].changesValue)
        let gone = CatalogueDifference(from: try city(row("500")), to: try city(row("", status: "O"))).figures[0]
        #expect(gone.changesValue && gone.suspicions == [.gone])
        #expect(
            !CatalogueDifference(from: try city(row("5")), to: try city(row("5", status: "P"))).figures[0].changesValue)
    }

    @Test func whatHandsGetWrongIsSuspicious() throws {
        #expect(try suspicions("100", "110") == [])
        #expect(try suspicions("100", "1000") == [.tenfold])
        #expect(try suspicions("1000", "100") == [.tenfold])
        #expect(try suspicions("100", "151") == [.half])
        #expect(try suspicions("100", "150") == [])
        #expect(try suspicions("5", "-5") == [.sign])
        #expect(try suspicions("0", "7") == [])
        let less = CatalogueDifference(from: try city(row("5")), to: try city(row("5", status: "P")))
        #expect(less.figures[0].suspicions == [.less])
        let removed = CatalogueDifference(from: try city(row("5"), row("6", "2022")), to: try city(row("6", "2022")))
        #expect(removed.suspicious.map(\.suspicions) == [[.removed]])
    }

    @Test func aNewMonthIsHeldAgainstTheMonthAndTheYearBefore() throws {
        let old = try city(row("100", "2021-01-01/P3M"), row("90", "2022-01-01/P2M"))
        func added(_ value: String) throws -> [Suspicion] {
            let new = try city(row("100", "2021-01-01/P3M"), row("90", "2022-01-01/P2M"), row(value, "2022-01-01/P3M"))
            return CatalogueDifference(from: old, to: new).figures.flatMap(\.suspicions)
        }
        #expect(try added("120") == [])
        #expect(try added("89") == [.falls])
        #expect(try added("90") == [.same])
        #expect(try added("1200") == [.tenfoldOnYear])
    }

    @Test func aShareAboveAHundredAndABrokenZeroGoal() throws {
        func change(_ direction: String, _ unit: String, _ new: String) throws -> [Suspicion] {
            let kind: (inout SmallCity) -> Void = { $0.indicators = [("jobs", unit, direction, "E")] }
            return CatalogueDifference(from: try city(row("0")) { kind(&$0) }, to: try city(row(new)) { kind(&$0) })
                .figures.flatMap(\.suspicions)
        }
        #expect(try change("zero", "户", "1") == [.brokenZero])
        #expect(try change("up", "户", "1") == [])
    }

    @Test func theValueOfWhatIsUnderEmbargoIsNotTold() throws {
        let instant = "2023-01-01T00:00:00Z"
        let old = try city(row("100", embargo: instant)), new = try city(row("1000", embargo: instant))
        let figure = CatalogueDifference(from: old, to: new).figures[0]
        #expect(figure.changesValue && figure.old?.value == nil && figure.new?.value == nil && figure.suspicions == [])
        #expect(!DifferenceJSON.write(CatalogueDifference(from: old, to: new)).contains("1000"))
        let later = Instant(rfc3339: instant)!
        let shown = CatalogueDifference(
            from: try city(row("100", embargo: instant), now: later),
            to: try city(row("1000", embargo: instant), now: later))
        #expect(shown.figures[0].suspicions == [.tenfold])
    }

    @Test func rowsOfOtherTablesAreNamed() throws {
        let old = try city(row("1")), new = try city(row("1")) { $0.targets = ["1,jobs,2022,200,0,exact,"] }
        let rows = CatalogueDifference(from: old, to: new).rows
        #expect(rows.map(\.table) == ["targets"] && rows[0].kind == .added && rows[0].code == "1 jobs 2022")
    }
}
