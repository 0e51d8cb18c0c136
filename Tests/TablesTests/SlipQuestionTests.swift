import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// What is asked about before a publication, and what is not: questions that are often wrong are not read.
@Suite struct SlipQuestionTests {
    private func city(_ rows: [String]) throws -> Catalogue {
        var city = SmallCity()
        city.indicators[0].collection = "E"
        city.observations = rows
        city.now = ClerkMistakeTests.now
        return try city.catalogue()
    }

    private func row(_ value: String, _ period: String, _ form: String = "0,,exact") -> String {
        "1,jobs,\(period),printed,\(value),\(form),\(value.isEmpty ? "O" : "A"),,"
    }

    private func asked(_ old: String, _ new: String, in file: String, isFirst: Bool = false) throws -> [Doubt] {
        let folder = try recentExampleCity(), changed = folder.replacing(old, new, in: file)
        #expect(folder.files != changed.files, "\(old)")
        return try ClerkMistakeTests.doubts(changed, after: isFirst ? nil : folder)
    }

    // MARK: Figures

    /// Figures that are rounded, or were equal before, are equal again without a slip.
    @Test(arguments: [
        ("0,,exact", ["700", "710"], "710", true), ("0,,approx", ["700", "710"], "710", false),
        ("4,,exact", ["700", "710"], "710", false), ("0,,exact", ["710", "710"], "710", false),
        ("0,,exact", ["700", "700", "710"], "710", false), ("0,,exact", ["700", "710"], "711", false),
    ])
    func theValueOfThePeriodBeforeIsAskedWhereItIsOdd(
        _ form: String, _ before: [String], _ new: String, _ isAsked: Bool
    ) throws {
        let old = before.enumerated().map { row($1, "2022-0\($0 + 1)", form) }
        let added = row(new, "2022-0\(before.count + 1)", form)
        let figures = CatalogueDifference(from: try city(old), to: try city(old + [added])).figures
        #expect(figures.count == 1 && figures[0].suspicions == (isAsked ? [.same] : []))
    }

    @Test func rowsWithoutAValueAreNotTheSameRow() throws {
        let stays = row("100", "2022-11"), gone = row("", "2022-10"), other = row("", "2022-12")
        let figures = CatalogueDifference(from: try city([stays, gone]), to: try city([stays, other])).suspicious
        #expect(figures.map(\.suspicions) == [[.removed]])
        #expect(figures.first?.findings[0].message.zh == "原来有这一行，现在没有")
        let mended = CatalogueDifference(
            from: try city([stays, row("90", "2022-10")]), to: try city([stays, row("90", "2022-12")])
        ).suspicious
        #expect(mended.first?.findings[0].message.zh == "原来有这一行 90，现在的 TIME_PERIOD 由 2022-10 成了 2022-12")
    }

    // MARK: Targets

    @Test func aYearAheadIsAskedWhereItIsNewAndNotTheEndOfAPlan() throws {
        func target(_ year: String) -> String { ClerkMistakeTests.target.replacing(",2026,", with: ",\(year),") }
        func isAsked(_ year: String, isFirst: Bool = false) throws -> Bool {
            try asked(ClerkMistakeTests.target, target(year), in: "targets.csv", isFirst: isFirst)
                .contains { $0.kind == "targets far-period" }
        }
        #expect(try isAsked("2036") && isAsked("2033") && isAsked("2036", isFirst: true))
        #expect(try !isAsked("2030") && !isAsked("2035") && !isAsked("2030", isFirst: true), "plans of five years")
        #expect(try isAsked("2062") && isAsked("2060"), "too far for any plan")
        // A check asks about what cannot be meant, every time. What was asked once is not asked again.
        for (year, isChecked) in [("2030", false), ("2036", false), ("2046", true)] {
            let folder = try recentExampleCity().replacing(ClerkMistakeTests.target, target(year), in: "targets.csv")
            let codes = CatalogueReader.read(folder, now: ClerkMistakeTests.now).withSuspicions(in: .folder(folder))
                .problems.map(\.code)
            #expect(codes.contains("far-period") == isChecked, "\(year): \(codes)")
            let later = folder.replacing("何时交付？", "几时交付？", in: "followups.csv")
            #expect(try ClerkMistakeTests.doubts(later, after: folder) == [])
        }
    }

    // MARK: Former values

    @Test func anotherQualifierOfAFormerValueIsNamed() throws {
        var folder = try recentExampleCity()
        let old = folder, figure = "990100,care-beds,2026-10,printed,"
        folder = folder.replacing(figure + "12138,", figure + "12140,", in: "observations.csv")
            .replacing("12138张", "12140张", in: "observations.csv")
        folder.files["revisions.csv", default: []] += Array(
            (figure + "12138,0,approx,2026-11-28,corrected,误,\n").utf8)
        let doubts = try ClerkMistakeTests.doubts(folder, after: old)
        guard case .row(let row)? = doubts.first, doubts.count == 1, let finding = row.findings.first else {
            Issue.record("\(doubts.map(\.name))")
            return
        }
        #expect(finding.kind == .revisionUntrue && finding.column == .QUALIFIER)
        #expect(finding.message.zh == "说原值 12138 的 QUALIFIER 是 approx，而上一版是 exact")
    }

    /// A published row is put back, and never deleted.
    @Test func aFormerValueThatWasPublishedStays() throws {
        let doubts = try asked("补报两家新开的养老院", "补报三家新开的养老院", in: "revisions.csv")
        guard case .row(let row)? = doubts.first, doubts.count == 1, let finding = row.findings.first else {
            Issue.record("\(doubts.map(\.name))")
            return
        }
        #expect(row.findings.map(\.kind) == [.revisionChanged] && finding.column == .REASON)
        #expect(finding.mend.en.contains("put it back") && !finding.mend.en.contains("delete"))
    }

    // MARK: Years

    @Test func aMeasureThatIsDoneBeforeItsTimeIsAsked() throws {
        let done = try asked("990104,planned,2027", "990104,done,2027", in: "briefs.csv")
        #expect(done.map(\.kind) == ["briefs future-day"])
        #expect(try asked("990104,planned,2027", "990104,ongoing,2027", in: "briefs.csv") == [])
    }

    /// A first version and a check ask about years that cannot be. That a plan is over says nothing of a slip there.
    @Test(arguments: [
        ("briefs.csv", "990100,done,2026-09", "990100,done,2036-09", true),
        ("briefs.csv", "990104,planned,2027", "990104,planned,2017", false),
        ("sources.csv", "2022—2026", "2022—2062", true),
        ("datapackage.json", "\"period_zh\": \"2026年\"", "\"period_zh\": \"2062年\"", true),
    ])
    func aYearThatCannotBeIsAskedInACheckToo(_ file: String, _ old: String, _ new: String, _ isAsked: Bool) throws {
        let doubts = try asked(old, new, in: file, isFirst: true), table = String(file.prefix { $0 != "." })
        #expect(doubts.map(\.kind) == (isAsked ? ["\(table) future-day"] : []))
        let folder = try recentExampleCity().replacing(old, new, in: file)
        let problems = CatalogueReader.read(folder, now: ClerkMistakeTests.now).withSuspicions(in: .folder(folder))
            .problems
        #expect(problems.map(\.file) == (isAsked ? [file] : []), "\(problems)")
        guard let problem = problems.first else { return }
        #expect(problem.code == "future-day" && (problem.column ?? 0 > 1) == (file != "datapackage.json"))
    }

    /// A year that has begun may be reported, and a figure whose release time is over is no evidence: what contradicts
    /// the clock is named with its line.
    @Test func theFigureThatContradictsTheClockIsNamed() throws {
        var city = SmallCity()
        city.observations =
            ["1,jobs,2027,printed,8,0,,exact,A,,2026-01-01T00:00:00+08:00"]
            + ["2025", "2026", "2027"].flatMap { year in
                ["11", "12"].map { "\($0),jobs,\(year),printed,9\(year),0,,exact,A,," }
            }
        city.now = ClerkMistakeTests.now
        let reading = try city.reading()
        let problem = try #require(reading.problems.first { $0.code == "wrong-clock" })
        #expect(problem.message.en.hasPrefix("reported up to 2027, but the system clock says 2026-11-28"))
        #expect(problem.line == 7 || problem.line == 8, "\(problem)")
    }
}
