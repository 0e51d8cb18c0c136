import Indicators
import TestSupport
import Testing

@testable import Tables

@Suite struct PublicationTests {
    private let date = "2023-02-01"
    private let reason = LocalizedText(zh: "补录,含引号\"", en: "")

    private func folder(_ rows: String..., revisions: [String] = []) throws -> MemoryFolder {
        var city = SmallCity()
        city.observations = rows
        city.revisions = revisions
        return try city.folder()
    }

    private func row(_ value: String, _ period: String = "2022-01", revision: String = "", embargo: String = "")
        -> String
    {
        "1,jobs,\(period),printed,\(value),0,,exact,A,\(revision),\(embargo)"
    }

    private func read(_ folder: MemoryFolder, now: Instant = .distantPast) throws -> Catalogue {
        try #require(CatalogueReader.read(folder, now: now).catalogue)
    }

    private func prepare(
        _ new: MemoryFolder, after old: MemoryFolder?, _ kind: PublicationKind? = nil, now: Instant = .distantPast
    ) throws -> Publication {
        try Publication.prepare(
            new, after: try old.map { try read($0, now: now) }, kind: kind, reason: reason, date: date, now: now
        ).get()
    }

    @Test func theFirstVersionIsWhatTheClerkWroteByteForByte() throws {
        let folder = try folder(row("100"))
        let publication = try prepare(folder, after: nil)
        #expect(publication.files == folder.files && publication.newFormerValues == 0)
    }

    @Test func aChangedFigureKeepsWhatItWasAndIsMarked() throws {
        let publication = try prepare(
            try folder(row("120"), row("7", "2022-02")), after: try folder(row("100"), row("7", "2022-02")), .corrected)
        #expect(publication.newFormerValues == 1)
        let catalogue = publication.catalogue
        let changed = try #require(catalogue.observations(of: "jobs").first { $0.period.text == "2022-01" })
        #expect(changed.revision == .corrected)
        let former = try #require(catalogue.formerValues(of: changed).first)
        #expect(
            former.value?.description == "100" && former.kind == .corrected && former.date == date
                && former.reason.zh == reason.zh)
        #expect(catalogue.observations(of: "jobs").first { $0.period.text == "2022-02" }?.revision == Revision.none)
    }

    @Test func changesAreRevisionsUnlessSaidOtherwiseAndNeverNew() throws {
        let old = try folder(row("100")), new = try folder(row("120"))
        #expect(try prepare(new, after: old).catalogue.formerValues.map(\.kind) == [.revised])
        #expect(throws: PublicationFault.self) { try prepare(new, after: old, .new) }
        #expect(try prepare(try folder(row("100"), row("5", "2022-02")), after: old, .new).newFormerValues == 0)
    }

    @Test func aFirstValueIsNoRevision() throws {
        func empty(_ period: String = "2022-01", _ status: String = "O") -> String {
            "1,jobs,\(period),printed,,0,,exact,\(status),,"
        }
        let old = try folder(empty(), empty("2022-02")), new = try folder(row("90"), empty("2022-02", "M"))
        let publication = try prepare(new, after: old, .new)
        #expect(publication.newFormerValues == 0 && publication.files == new.files)
        #expect(publication.difference?.figures.count == 2)
        #expect(publication.catalogue.observations(of: "jobs").allSatisfy { $0.revision == .none })
        // What was taken back and stated again had a value once: that mark stays.
        let back = try prepare(old, after: new)
        #expect(back.newFormerValues == 1)
        let again = try prepare(new, after: MemoryFolder(back.files))
        #expect(again.newFormerValues == 0 && again.catalogue.formerValues.count == 1)
    }

    @Test func whatIsRetiredLeavesItsHistory() throws {
        var before = SmallCity(), after = SmallCity()
        before.indicators.append(("beds", "张", "up", "E"))
        before.observations = [row("100"), "11,beds,2022-01,printed,5,0,,exact,A,,"]
        before.revisions = ["11,beds,2022-01,printed,4,0,exact,2022-02-01,corrected"]
        after.observations = [row("100")]
        let publication = try prepare(try after.folder(), after: try before.folder())
        #expect(publication.catalogue.formerValues.map(\.indicator) == ["beds"], "the clerk's own table lacks it")
        // It can be opened and published from again, with an advice for each row and no error.
        let reading = CatalogueReader.read(MemoryFolder(publication.files))
        #expect(reading.problems.map(\.code) == ["retired"] && reading.problems[0].severity == .warning)
        #expect(reading.problems[0].line == 2 && reading.problems[0].field == "INDICATOR")
        #expect(try prepare(try after.folder(), after: MemoryFolder(publication.files)).difference?.isEmpty == true)
    }

    @Test func whatWasOncePublishedOfFormerValuesIsNeverLost() throws {
        let first = try folder(row("100")), second = try folder(row("120")), third = try folder(row("130"))
        let published = MemoryFolder(try prepare(second, after: first).files)
        let again = try prepare(third, after: published)
        #expect(
            Set(again.catalogue.formerValues.map { $0.value?.description }) == ["100", "120"],
            "the clerk's own table has neither")
        // Back and forth within a day: what it was is written down once, so that the rows keep a key.
        let back = try prepare(second, after: MemoryFolder(again.files)),
            forth = try prepare(third, after: MemoryFolder(back.files))
        #expect(forth.catalogue.formerValues.compactMap { $0.value?.description }.sorted() == ["100", "120", "130"])
        // Nothing changes any more: the mark and the rows stay.
        let unchanged = try prepare(third, after: MemoryFolder(again.files))
        #expect(unchanged.files == again.files && unchanged.difference?.isEmpty == true)
    }

    @Test func everyChangeOfADayIsRecorded() throws {
        let one = try folder(row("100")), two = try folder(row("120"))
        var shown = one
        for (hour, next) in [two, one, two, one].enumerated() {
            let publication = try Publication.prepare(
                next, after: try read(shown), kind: nil, reason: reason, date: date,
                moment: "2023-02-01T1\(hour):00:00+08:00",
                now: .distantPast
            ).get()
            #expect(publication.newFormerValues == 1)
            shown = MemoryFolder(publication.files)
        }
        let catalogue = try read(shown), figure = try #require(catalogue.observations(of: "jobs").first)
        let former = catalogue.formerValues(of: figure)
        #expect(former.map { $0.value?.description } == ["120", "100", "120", "100"], "the latest first")
        #expect(
            former.map(\.date) == [
                "2023-02-01T13:00:00+08:00", "2023-02-01T12:00:00+08:00", "2023-02-01T11:00:00+08:00", date,
            ])
        #expect(former.map(\.day) == [date, date, date, date])
    }

    @Test func aRowThatTheClerkHasWrittenIsNotWrittenTwice() throws {
        let new = try folder(
            row("120", revision: "corrected"), revisions: ["1,jobs,2022-01,printed,100,0,exact,2023-02-01,corrected"])
        let publication = try prepare(new, after: try folder(row("100")))
        #expect(publication.newFormerValues == 0 && publication.files == new.files)
    }

    @Test func whatWasNeverShownHasNoFormerValue() throws {
        let embargo = "2023-06-01T00:00:00Z", before = Instant(rfc3339: "2023-05-31T23:59:59Z")!,
            at = Instant(rfc3339: embargo)!
        let old = try folder(row("100", embargo: embargo)), new = try folder(row("120", embargo: embargo))
        #expect(try prepare(new, after: old, .new, now: before).catalogue.formerValues.isEmpty)
        #expect(try prepare(new, after: old, now: at).newFormerValues == 1)
    }

    @Test func aSetWithProblemsIsRefusedWithAllOfThem() throws {
        let bad = try folder(row("1o0"), row("2", "2022-99"))
        guard
            case .failure(.problems(let problems)) = Publication.prepare(
                bad, after: nil, kind: nil, reason: reason, date: date, now: .distantPast)
        else { return #expect(Bool(false)) }
        #expect(problems.count == 2)
    }

    @Test func changedFiguresNeedATableForWhatTheyWere() throws {
        let old = try folder(row("100")),
            new = try folder(row("120")).replacing(
                "\"name\": \"revisions\"", "\"name\": \"something-else\"", in: "datapackage.json")
        guard
            case .failure(.noRevisions) = Publication.prepare(
                new, after: try read(old), kind: nil, reason: reason, date: date, now: .distantPast)
        else { return #expect(Bool(false)) }
    }

    @Test func readsEveryFileOfTheSetAndNothingElse() throws {
        var folder = try folder(row("100"))
        folder.files["map.txt"] = Array("A 11\n\nA\n".utf8)
        let names = Set(folder.files.keys)
        folder.files["notes.txt"] = [1]
        #expect(Set(PackageFiles.read(folder).files.keys) == names)
        #expect(names.contains("map.txt") && names.contains("datapackage.json"))
    }

    @Test func cellsAreChangedWhileEveryOtherByteStays() {
        let text = "\u{FEFF}A,B,C\r\n1,\"x, \"\"y\"\"\r\nz\",3\r\n\r\n4,5,6"
        let table = CSVText(Array(text.utf8))
        #expect(table.lines == [1, 2, 4, 5])
        #expect(table.text(table.records[1][1]) == "x, \"y\"\r\nz")
        #expect(
            String(decoding: table.setting("C", [2: "a,b", 5: ""]), as: UTF8.self)
                == text.replacing("3\r\n\r\n4,5,6", with: "\"a,b\"\r\n\r\n4,5,"))
        #expect(
            String(decoding: table.appending([["C": "9", "A": "7", "X": "?"]]), as: UTF8.self) == text + "\r\n7,,9\r\n")
        #expect(table.setting("none", [2: "x"]) == table.bytes)
    }
}
