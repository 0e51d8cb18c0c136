import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// The tables of follow-ups and notes: what is read, what is refused and where.
@Suite struct FollowUpTests {
    private func city(followUps: [String] = [], notes: [String] = []) -> SmallCity {
        var city = SmallCity()
        city.observations = [
            "1,jobs,2026-01-01/P9M,printed,100,0,,exact,A,,", "1,jobs,2026-01-01/P10M,printed,110,0,,exact,A,,",
        ]
        city.followUps = followUps
        city.notes = notes
        return city
    }

    @Test func isReadWithAllThatItSays() throws {
        let catalogue = try city(followUps: [
            "a,jobs,1,2026-10-15,2026-12-05,answered,2026-11-01", "b,jobs,1,2026-11-20,,open,",
            "c,jobs,1,2026-11-21,,closed,",
        ]).catalogue()
        let first = try #require(catalogue.followUps.first)
        #expect(first.askedOn.text == "2026-10-15" && first.due?.text == "2026-12-05" && first.state == .answered)
        #expect(first.askedBy.zh == "办公室" && first.question.zh == "何时完成？" && first.answeredOn?.text == "2026-11-01")
        #expect(catalogue.followUps(of: "jobs", in: "1").map(\.code) == ["c", "b", "a"])
        #expect(catalogue.followUp(of: "jobs", in: "1")?.code == "b", "one that is not closed comes first")
        #expect(catalogue.observation(before: first)?.period.text == "2026-01-01/P9M", "October had not ended")
    }

    @Test(
        arguments: [
            ("a,jobs,1,2026-10-15,2026-10-01,open,", "follow-up-dates", 5),
            ("a,jobs,1,2026-10-15,,answered,2026-10-01", "follow-up-dates", 7),
            ("a,jobs,1,2026-10-15,,open,2026-10-20", "follow-up-state", 6),
            ("a,jobs,1,2026-10-15,,answered,", "follow-up-state", 7),
            ("a,job,1,2026-10-15,,open,", "unknown-reference", 2),
            ("a,jobs,9,2026-10-15,,open,", "unknown-reference", 3),
            ("a,jobs,1,15.10.2026,,open,", "not-a-day", 4), ("a,jobs,1,2026-10-15,,done,", "unknown-code", 6),
            ("a,jobs,1,,,open,", "required-cell", 4),
        ] as [(String, String, Int)])
    func whatIsWrongIsSaidWithItsPlace(_ row: String, _ code: String, _ cell: Int) throws {
        let problems = try city(followUps: [row]).reading().problems
        #expect(problems.map(\.code) == [code] && problems.first?.line == 2)
        #expect(problems.first?.file == "followups.csv")
        let before = row.split(separator: ",", omittingEmptySubsequences: false).prefix(cell - 1)
        #expect(problems.first?.column == before.reduce(1) { $0 + $1.count + 1 })
        #expect(problems.first?.message.zh.isEmpty == false && problems.first?.message.en.isEmpty == false)
    }

    @Test func aCodeOccursOnce() throws {
        let row = "a,jobs,1,2026-10-15,,open,"
        #expect(try city(followUps: [row, row]).reading().problems.map(\.code) == ["repeated-key"])
    }

    @Test func notesBelongToAFigureOrToTheIndicator() throws {
        let catalogue = try city(notes: [
            "jobs,1,2026-01-01/P10M,2026-11-03,教育局,推迟", "jobs,1,,2026-01-03,教育局,只计城镇",
            "jobs,1,2026-01-01/P9M,2026-10-03,教育局,早些",
        ]).catalogue()
        let newest = try #require(catalogue.headlineObservation(of: "jobs"))
        #expect(catalogue.notes(on: newest).map(\.text.zh) == ["推迟", "只计城镇"])
    }

    @Test(
        arguments: [
            ("jobs,1,2026-01-01/P8M,2026-11-03,局,因", "unknown-reference"),
            ("jobs,1,昨天,2026-11-03,局,因", "period-unreadable"),
            ("jobs,1,,3. 11.,局,因", "not-a-day"), ("jobs,1,,2026-11-03,,因", "required-cell"),
        ])
    func aNoteThatFitsNothing(_ row: String, _ code: String) throws {
        #expect(try city(notes: [row]).reading().problems.map(\.code) == [code])
    }

    /// Invented data stand still: days shortly after their newest figure are none of the clock's business.
    @Test(arguments: [(true, "2026-11-20", 0), (true, "2027-11-20", 1), (false, "2026-11-20", 1)])
    func aDayAfterTodayIsAskedAbout(_ isFictional: Bool, _ day: String, _ count: Int) throws {
        var city = city(notes: ["jobs,1,2026-01-01/P10M,\(day),局,因"])
        city.isFictional = isFictional
        city.now = Instant(rfc3339: "2026-11-03T08:00:00+08:00") ?? .distantPast
        let folder = try city.folder(), reading = CatalogueReader.read(folder, now: city.now)
        let codes = reading.withSuspicions(in: .folder(folder)).problems.map(\.code)
        #expect(codes.count { $0 == "future-day" } == count)
    }

    /// Which of the two is mistyped is asked, once, however many notes there are.
    @Test func aFigureWhosePeriodWasMistypedUnderItsNotesIsToldOnce() throws {
        var city = city(notes: ["jobs,1,2026-01-01/P10M,2026-11-03,甲局,因", "jobs,1,2026-01-01/P10M,2026-11-03,乙局,因"])
        city.observations[1] = "1,jobs,2036-01-01/P10M,printed,110,0,,exact,A,,"
        let problems = try city.reading().problems
        #expect(problems.map(\.code) == ["unknown-reference"] && problems.first?.line == 2)
        #expect(problems.first?.mend.en.contains("the row in observations.csv") == true)
    }

    @Test func aNoteOnAFigureUnderEmbargoStaysHidden() throws {
        var city = city(notes: ["jobs,1,2026-01-01/P11M,2026-12-03,局,因", "jobs,1,2026-01-01/P10M,2026-11-03,局,旧"])
        city.observations.append("1,jobs,2026-01-01/P11M,printed,99,0,,exact,A,,2099-01-01T00:00:00Z")
        let catalogue = try city.catalogue()
        #expect(catalogue.shownNotes.map(\.text.zh) == ["旧"])
        #expect(!CatalogueJSON.write(catalogue, FigureSelection()).contains("\"因\""))
        let hidden = try #require(catalogue.newestObservation(of: "jobs", in: "1"))
        #expect(hidden.isWithheld && catalogue.notes(on: hidden).isEmpty)
    }

    @Test func bothAreExportedComparedAndPublished() throws {
        let before = city(followUps: ["a,jobs,1,2026-10-15,,open,"])
        let after = city(
            followUps: ["a,jobs,1,2026-10-15,,answered,2026-11-01"], notes: ["jobs,1,,2026-11-03,局,因"])
        let new = try after.catalogue()
        let rows = CatalogueDifference(from: try before.catalogue(), to: new).rows
        #expect(rows.map { "\($0.kind) \($0.table)" } == ["changed followups", "added notes"])
        let json = CatalogueJSON.write(new, FigureSelection())
        #expect(json.contains("\"askedOn\": \"2026-10-15\"") && json.contains("\"text\": {\"zh\": \"因\""))
        #expect(FigureSelection(indicator: "none").followUps(in: new).isEmpty)
        let published = try Publication.prepare(
            after.folder(), after: before.catalogue(), kind: nil, reason: LocalizedText(zh: "", en: ""),
            date: "2026-11-10", now: .distantPast
        ).get()
        #expect(try published.files["followups.csv"] == after.folder().files["followups.csv"])
        #expect(published.catalogue.followUps.count == 1)
    }
}
