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

    private func renamed(_ code: String, _ values: [String] = ["7", "7", "9"]) throws -> Catalogue {
        var city = SmallCity()
        city.indicators = [(code, "人", "up", "S"), ("beds", "张", "up", "E")]
        city.observations = values.enumerated().map { "1,\(code),2022-0\($0 + 1),printed,\($1),0,,exact,A,," }
        city.observations.append("1,beds,2022-01,printed,3,0,,exact,A,,")
        city.targets = ["1,\(code),2022,20,0,exact,"]
        city.derived = ["ratio,work,1,比,ratio,ratio,\(code),beds,,,0,1,人,people"]
        return try city.catalogue()
    }

    @Test func aCodeThatIsAnotherEverywhereIsOneQuestion() throws {
        let old = try renamed("jobs"), new = try renamed("posts")
        let difference = CatalogueDifference(from: old, to: new)
        #expect(difference.count(.added) == 3 && difference.count(.removed) == 3 && difference.suspicious.isEmpty)
        #expect(difference.suspiciousRows.map { "\($0.table) \($0.code)" } == ["indicators jobs"])
        let message = try #require(difference.suspiciousRows.first?.findings.first?.message.zh)
        #expect(message.contains("jobs") && message.contains("posts") && message.contains("3 个数"))
        #expect(Loss(difference, from: old, to: new) == nil, "nothing is lost")
        // A row that is gone besides, and a code that has other figures, are asked about as ever.
        let shorter = CatalogueDifference(from: old, to: try renamed("posts", ["7", "7"]))
        #expect(shorter.suspicious.count { $0.kind == .removed } == 3)
    }

    @Test func aMapThatIsGoneIsAsked() throws {
        var folder = try SmallCity().folder()
        folder.files["map.txt"] = Array("A 11\n\nA\n".utf8)
        let old = try #require(CatalogueReader.read(folder).catalogue)
        folder.files["map.txt"] = nil
        let new = try #require(CatalogueReader.read(folder).catalogue)
        try #require(old.map != nil && new.map == nil)
        let gone = CatalogueDifference(from: old, to: new)
        #expect(gone.suspiciousRows.map { "\($0.table) \($0.code)" } == ["map map.txt"])
        #expect(Loss(gone, from: old, to: new)?.tables == ["map.txt"])
        #expect(CatalogueDifference(from: new, to: old).rows.map(\.kind) == [.added])
        #expect(CatalogueDifference(from: new, to: old).suspiciousRows.isEmpty)
    }

    @Test func aTelephoneThatLostItsZerosIsAsked() throws {
        func city(_ telephone: String) throws -> Catalogue {
            let folder = try SmallCity().folder()
            let text = String(decoding: folder.files["contacts.csv"] ?? [], as: UTF8.self)
            var changed = folder
            changed.files["contacts.csv"] = Array((text + "work,1,局,Bureau,\(telephone),,,,,,,paper,文\n").utf8)
            return try #require(CatalogueReader.read(changed).catalogue)
        }
        func kinds(_ old: String, _ new: String) throws -> [Suspicion] {
            CatalogueDifference(from: try city(old), to: try city(new)).suspiciousRows.flatMap(\.findings).map(\.kind)
        }
        #expect(try kinds("0000-555 0101", "5550101") == [.digits] && kinds("0427-2345678", "4272345678") == [.digits])
        #expect(try kinds("0427-2345678", "0427-2345679") == [] && kinds("2345678", "0427-2345678") == [])
    }
}
