import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// What a careless clerk gets wrong in one cell, and what publishing then asks: every doubt by name.
@Suite struct ClerkMistakeTests {
    /// 2026-11-28
    static let now = Instant(rfc3339: "2026-11-28T08:00:00+08:00") ?? .distantPast
    static let today = CalendarDay(year: 2026, month: 11, day: 28)

    /// The fictional city, read once.
    static let city = (try? recentExampleCity()).map { ($0, CatalogueReader.read($0, now: now).catalogue) }
        .map { (folder: $0.0, catalogue: $0.1) }

    /// The doubts about a set that replaces another; nil for none before.
    static func doubts(_ new: MemoryFolder, after old: MemoryFolder?) throws -> [Doubt] {
        let former = old.map { old in
            if old.files == city?.folder.files { return city?.catalogue }
            return CatalogueReader.read(old, now: now).catalogue
        }.flatMap(\.self)
        let publication = try Publication.prepare(
            new, after: former, kind: nil, reason: LocalizedText(zh: "因", en: ""), date: today.text, now: now
        ).get()
        return publication.doubts(today: today, last: nil)
    }

    /// The doubts about the fictional city with one text replaced.
    private func asked(_ old: String, _ new: String, in file: String, isFirst: Bool = false) throws -> [String] {
        let folder = try recentExampleCity(), changed = folder.replacing(old, new, in: file)
        #expect(folder.files != changed.files, "\(old)")
        return try Self.doubts(changed, after: isFirst ? nil : folder).map(\.name)
    }

    /// The row of one figure of the fictional city.
    static let beds = "990100,care-beds,2026-10,"

    @Test(arguments: ["2026-12", "2027-03", "2036-10"]) func aPeriodAfterTodayIsAsked(_ period: String) throws {
        let names = try asked(Self.beds, "990100,care-beds,\(period),", in: "observations.csv")
        #expect(names.contains("care-beds/990100/\(period)") && !names.contains("clock"), "\(names)")
    }

    @Test func aWholeMonthAheadDoubtsTheClock() throws {
        var folder = try recentExampleCity()
        let old = folder, text = String(decoding: folder.files["observations.csv"] ?? [], as: UTF8.self)
        folder.files["observations.csv"] = Array(
            text.replacing(",2026-11,", with: ",2026-12,").replacing("2026-01-01/P11M", with: "2026-01-01/P12M").utf8)
        folder.files["links.csv"] = Array(
            String(decoding: folder.files["links.csv"] ?? [], as: UTF8.self).replacing(",2026-11,", with: ",2026-12,")
                .replacing("2026-01-01/P11M", with: "2026-01-01/P12M").utf8)
        folder.files["notes.csv"] = Array(
            String(decoding: folder.files["notes.csv"] ?? [], as: UTF8.self).replacing(",2026-11,", with: ",2026-12,")
                .replacing("2026-01-01/P11M", with: "2026-01-01/P12M").utf8)
        let names = try Self.doubts(folder, after: old).map(\.name)
        #expect(names.first == "clock" && names.contains("new-urban-jobs/990100/2026-01-01/P12M"), "\(names.prefix(3))")
    }

    // MARK: Targets and other tables

    static let target = "990100,new-urban-jobs,2026,19000,0,exact,"

    @Test func aTargetOfAnotherYearOrNoneIsAsked() throws {
        let far = try asked(Self.target, Self.target.replacing(",2026,", with: ",2036,"), in: "targets.csv")
        #expect(far == ["targets/990100/new-urban-jobs/2036", "targets/990100/new-urban-jobs/2026"])
        let first = try asked(
            Self.target, Self.target.replacing(",2026,", with: ",2036,"), in: "targets.csv", isFirst: true)
        #expect(first == ["targets/990100/new-urban-jobs/2036"])
        let old = try asked(Self.target, Self.target.replacing(",2026,", with: ",2016,"), in: "targets.csv")
        #expect(old.contains("targets/990100/new-urban-jobs/2016"))
    }

    /// Every row that is gone is asked, whatever its table: an observation, a target, a link, a contact.
    @Test(arguments: ["targets", "links", "derived", "followups", "notes", "contacts", "sources", "briefs"])
    func aRowThatIsGoneIsAsked(_ table: String) throws {
        var folder = try recentExampleCity()
        let old = folder
        let lines = String(decoding: folder.files["\(table).csv"] ?? [], as: UTF8.self).split(separator: "\n")
        let code = lines[lines.count - 1].prefix { $0 != "," }
        // A link is several rows.
        let kept = table == "links" ? lines.filter { !$0.hasPrefix(code + ",") } : Array(lines.dropLast())
        folder.files["\(table).csv"] = Array((kept.joined(separator: "\n") + "\n").utf8)
        guard CatalogueReader.read(folder, now: Self.now).catalogue != nil else {
            return #expect(table == "sources" || table == "briefs", "\(table): what is referred to cannot be deleted")
        }
        let doubts = try Self.doubts(folder, after: old)
        #expect(doubts.count == 1 && doubts[0].kind == "\(table) removed", "\(doubts.map(\.name))")
    }

    @Test func aFirstVersionIsAskedWhatItsFiguresSayByThemselves() throws {
        #expect(
            try Self.doubts(try recentExampleCity(), after: nil) == [] && Self.doubts(try panjin(), after: nil) == [])
        for period in ["2026-12", "2036-10"] {
            let names = try asked(Self.beds, "990100,care-beds,\(period),", in: "observations.csv", isFirst: true)
            #expect(names == ["care-beds/990100/\(period)"])
        }
        let share = try asked(
            "urban-unemployment-rate,2026-Q3,printed,5.0,0,,exact,A,,,monthly,2026年9月月报 · 第3段,城镇调查失业率5.0%",
            "urban-unemployment-rate,2026-Q3,printed,150.0,0,,exact,A,,,monthly,2026年9月月报 · 第3段,城镇调查失业率150.0%",
            in: "observations.csv", isFirst: true)
        // Nothing is held against what is odd itself, so the target is not accused too.
        #expect(share == ["urban-unemployment-rate/990100/2026-Q3"], "\(share)")
    }

    // MARK: Release times

    @Test func aPublicFigureThatIsHiddenIsAsked() throws {
        func hidden(_ until: String) -> MemoryFolder {
            (try? recentExampleCity())?.replacing(
                ",exact,A,,,monthly,2026年10月月报", ",exact,A,,\(until),monthly,2026年10月月报", in: "observations.csv"
            ).replacing("2099-01-01T09", "2027-01-01T09", in: "observations.csv")
                .replacing("\"fictional\": true", "\"fictional\": false", in: "datapackage.json") ?? MemoryFolder([:])
        }
        let far = "2036-12-20T09:00:00+08:00", near = "2026-12-20T09:00:00+08:00"
        let doubts = try Self.doubts(hidden(far), after: hidden(""))
        guard case .figure(let figure)? = doubts.first, doubts.count == 1 else {
            Issue.record("\(doubts.map(\.name))")
            return
        }
        #expect(figure.suspicions == [.hidden])
        let value = figure.old?.writtenValue ?? ""
        #expect(!value.isEmpty && figure.findings[0].message.zh.contains(value) && figure.new?.value == nil)
        #expect(figure.findings[0].message.en.contains(far))
        #expect(try Self.doubts(hidden(near), after: hidden("")).count == 1, "any time")
        // What was under embargo already may be put off, but not for years.
        #expect(try Self.doubts(hidden("2026-12-21T09:00:00+08:00"), after: hidden(near)) == [])
        #expect(try Self.doubts(hidden(far), after: hidden(near)).map(\.kind) == ["observations far-release"])
        #expect(try Self.doubts(hidden(far), after: nil).map(\.kind).contains("observations far-release"))
    }

    /// A figure that is under embargo and would be public at once is asked; that its release is put forward is shown.
    @Test func anEmbargoThatIsLiftedEarlyIsAsked() throws {
        func until(_ text: String) throws -> MemoryFolder {
            try recentExampleCity().replacing("2099-01-01T09:00:00+08:00", text, in: "observations.csv")
        }
        let old = try recentExampleCity()
        for text in ["", "2019-01-01T09:00:00+08:00"] {
            let doubts = try Self.doubts(try until(text), after: old)
            #expect(doubts.map(\.kind) == ["observations released"], "\(doubts.map(\.name))")
        }
        #expect(try Self.doubts(try until("2026-12-24T09:00:00+08:00"), after: old) == [])
    }

    @Test func theSameNumberMeantOtherwiseIsAsked() throws {
        let folder = try recentExampleCity(), row = "990100,care-beds,2026-10,printed,12138,0,,"
        let changed = folder.replacing(row + "exact", row + "approx", in: "observations.csv")
            .replacing("养老机构床位12138张", "养老机构床位约12138张", in: "observations.csv")
        #expect(try Self.doubts(changed, after: folder).map(\.kind) == ["observations qualifier"])
    }

    @Test func figuresThatHaveChangedPlacesAreAsked() throws {
        let folder = try recentExampleCity()
        let changed = folder.replacing("printed,12082,", "printed,X,", in: "observations.csv")
            .replacing("printed,12138,", "printed,12082,", in: "observations.csv")
            .replacing("printed,X,", "printed,12138,", in: "observations.csv")
            .replacing("床位12082张", "床位X张", in: "observations.csv")
            .replacing("床位12138张", "床位12082张", in: "observations.csv")
            .replacing("床位X张", "床位12138张", in: "observations.csv")
        let doubts = try Self.doubts(changed, after: folder)
        #expect(doubts.map(\.name) == ["care-beds/990100/2026-10", "care-beds/990100/2026-09"])
        #expect(Set(doubts.map(\.kind)) == ["observations swapped"])
    }

    @Test func aRowWithAnotherKeyIsAskedByTheCellThatChanged() throws {
        let folder = try recentExampleCity()
        let changed = folder.replacing(
            "12138,0,,exact,A,,,monthly,", "12138,0,,exact,A,,,second-source,", in: "observations.csv")
        guard case .figure(let figure)? = try Self.doubts(changed, after: folder).first else {
            Issue.record("nothing is asked")
            return
        }
        #expect(figure.findings[0].message.zh == "原来有这一行 12138，现在的 SOURCE 由 monthly 成了 second-source")
    }

    @Test(arguments: [
        ("briefs.csv", "990100,done,2026-09", "990100,done,2036-09", "briefs future-day"),
        ("briefs.csv", "990104,planned,2027", "990104,planned,2017", "briefs far-period"),
        ("sources.csv", "2022—2026", "2022—2062", "sources future-day"),
        ("targets.csv", ",2025,18500,0,exact,,", ",2025,18500,0,exact,2036-01-10,", "targets future-day"),
        ("datapackage.json", "\"period_zh\": \"2026年\"", "\"period_zh\": \"2062年\"", "datapackage future-day"),
    ])
    func aYearThatCannotBeIsAsked(_ file: String, _ old: String, _ new: String, _ kind: String) throws {
        let folder = try recentExampleCity(), changed = folder.replacing(old, new, in: file)
        #expect(try Self.doubts(changed, after: folder).map(\.kind) == [kind])
    }

    // MARK: What figures mean

    @Test(arguments: [
        ("indicators", "care-beds", ",张,", ",个,", "unit", "张", "个"),
        ("indicators", "urban-unemployment-rate", ",down,share,A,", ",up,share,A,", "direction", "down", "up"),
        (
            "derived", "reemployed-share", ",reemployed,new-urban-jobs,", ",new-urban-jobs,reemployed,", "numerator",
            "reemployed", "new-urban-jobs"
        ),
        ("derived", "education-spending-before", ",8,2,亿元,", ",4,2,亿元,", "scale", "8", "4"),
    ])
    func anotherMeaningIsAskedWithOldAndNew(
        _ table: String, _ code: String, _ old: String, _ new: String, _ column: String, _ was: String, _ now: String
    ) throws {
        let folder = try recentExampleCity()
        let doubts = try Self.doubts(folder.replacing(old, new, in: "\(table).csv"), after: folder)
        guard case .row(let changed)? = doubts.first else {
            Issue.record("nothing is asked")
            return
        }
        #expect(changed.table == table && changed.code == code)
        #expect(changed.cells.contains { $0.column == column && $0.old == was && $0.new == now }, "\(changed.cells)")
        #expect(changed.findings.contains { $0.message.zh.contains("\(column) 由 \(was) 改为 \(now)") })
    }

    /// Every cell of every table that may be changed is shown with what it was and is.
    @Test func everyChangedCellIsShownWithBothTexts() throws {
        let town = try Town.folder(), old = try #require(CatalogueReader.read(town, now: Self.now).catalogue)
        let values = ["x", "另写", "1", "9", "2025", "2026-11-01", "up", "B", "990101", "other"]
        /// The first change of a cell that leaves a data set, with its new text.
        func changed(_ text: CSVText, _ file: String, _ cell: CSVText.Cell) -> (Catalogue, String)? {
            for value in [text.text(cell) + "x"] + values where value != text.text(cell) {
                var folder = town
                let bytes = Array(CSVText.quoted(value).utf8)
                folder.files[file] = text.bytes[..<cell.lowerBound] + bytes + text.bytes[cell.upperBound...]
                if let new = CatalogueReader.read(folder, now: Self.now).catalogue { return (new, value) }
            }
            return nil
        }
        var shown = 0
        for form in TableForm.all where form.resource != "observations" {
            let file = "\(form.resource).csv", text = CSVText(town.files[file] ?? [])
            let key = Set((KeyedTable.keys[form.resource] ?? form.columns).map(\.rawValue))
            for (name, place) in text.columns where !key.contains(name) && text.records.count > 1 {
                guard let (new, value) = changed(text, file, text.records[1][place]) else { continue }
                let rows = CatalogueDifference(from: old, to: new).rows
                let isShown = rows.contains { row in
                    row.kind == .removed || row.cells.contains { $0.column == name && !$0.new.isEmpty }
                }
                #expect(isShown, "\(form.resource) \(name): \(value): \(rows)")
                shown += 1
            }
        }
        #expect(shown > 60, "\(shown)")
    }

    // MARK: Follow-ups

    @Test func aDayAfterTodayIsBlamedAndNotWhatFollowsIt() throws {
        let row = "arrears-2026-10,wage-arrears-cases,990100,2026-10-09,"
        let folder = try recentExampleCity().replacing(
            row, row.replacing("2026-10-09", with: "2036-10-09"), in: "followups.csv")
        let problems = CatalogueReader.read(folder, now: Self.now).problems
        #expect(problems.map(\.field) == ["asked_on"] && problems[0].message.zh.contains("今天"), "\(problems)")
    }

    @Test func anAnswerThatIsGoneIsAsked() throws {
        let folder = try recentExampleCity()
        let changed = folder.replacing(
            "closed,九月底前全部清完。,All cleared by the end of September.,2026-09-18", "open,,,", in: "followups.csv")
        #expect(try Self.doubts(changed, after: folder).map(\.kind) == ["followups gone"])
    }

    @Test func whatIsClosedWithoutADayIsAsked() throws {
        let names = try asked(",2026-12-05,open,,,", ",2026-12-05,closed,,,", in: "followups.csv")
        #expect(names == ["followups/places-2026-10"])
        let first = try asked("September.,2026-09-18", "September.,", in: "followups.csv", isFirst: true)
        #expect(first == ["followups/blackspots-2026-08"])
    }

    // MARK: Former values

    private func revised(_ row: String) throws -> [Doubt] {
        var folder = try recentExampleCity()
        let old = folder
        folder = folder.replacing(
            "990100,care-beds,2026-10,printed,12138,", "990100,care-beds,2026-10,printed,12140,",
            in: "observations.csv"
        ).replacing("12138张", "12140张", in: "observations.csv")
        folder.files["revisions.csv", default: []] += Array((row + ",corrected,误,\n").utf8)
        return try Self.doubts(folder, after: old)
    }

    @Test func aFormerValueMustBeThatOfTheVersionBefore() throws {
        let good = "990100,care-beds,2026-10,printed,12138,0,exact,2026-11-28"
        #expect(try revised(good) == [])
        let other = try revised(good.replacing("12138", with: "12100"))
        #expect(other.map(\.kind) == ["revisions revision-untrue"], "\(other.map(\.name))")
        guard case .row(let row)? = other.first else { return }
        #expect(row.findings[0].message.en == "says that it was 12100, but the version before shows 12138")
        let unchanged = try revised("990100,care-beds,2026-09,printed,12000,0,exact,2026-11-28")
        #expect(unchanged.map(\.kind) == ["revisions revision-untrue"], "the figure is as it was")
        let ahead = try revised(good.replacing("2026-11-28", with: "2036-11-28"))
        #expect(ahead.map(\.kind) == ["revisions future-period"])
    }

    // MARK: Links, marks and kinds

    @Test func aMistypedPeriodIsBlamedAndNotTheLinkThatNamesIt() throws {
        let city = try recentExampleCity()
        for area in ["990100", "990101"] {
            let folder = city.replacing(
                "\(area),care-beds,2026-11,", "\(area),care-beds,2036-11,", in: "observations.csv")
            let reading = CatalogueReader.read(folder, now: Self.now)
            let found = try #require(reading.problems.first { $0.severity == .error })
            let lines = String(decoding: folder.files["observations.csv"] ?? [], as: UTF8.self).split(separator: "\n")
            let line = try #require(lines.firstIndex { $0.contains("care-beds,2036-11") })
            #expect(found.location == "observations.csv:\(line + 1):\("\(area),care-beds,".count + 1)")
            #expect(found.field == "TIME_PERIOD" && found.found == "2036-11" && found.message.en.contains("2026-11"))
            #expect(reading.problems.count { $0.severity == .error } == 1, "one cause, one message")
        }
        // The link itself is mistyped: its other rows say so.
        let link = city.replacing("990101,care-beds,2026-11,", "990101,care-beds,2036-11,", in: "links.csv")
        #expect(CatalogueReader.read(link, now: Self.now).problems.map(\.file) == ["links.csv"])
    }

    private func published(_ rows: [String], after old: [String], _ kind: PublicationKind?) throws -> Publication {
        func folder(_ rows: [String]) throws -> MemoryFolder {
            var city = SmallCity()
            city.observations = rows
            return try city.folder()
        }
        let former = try #require(CatalogueReader.read(try folder(old)).catalogue)
        return try Publication.prepare(
            try folder(rows), after: former, kind: kind, reason: LocalizedText(zh: "因", en: ""), date: "2026-11-28",
            now: .distantPast
        ).get()
    }

    private func row(_ value: String, _ mark: String = "", _ period: String = "2022-11") -> String {
        "1,jobs,\(period),printed,\(value),0,,exact,A,\(mark),"
    }

    /// What was revised once and is corrected now is corrected; a mark that the clerk has set stays.
    @Test(arguments: [
        ("revised", "revised", PublicationKind.corrected, Revision.corrected),
        ("corrected", "corrected", .revised, .revised), ("", "", .corrected, .corrected),
        ("revised", "", .corrected, .corrected), ("revised", "corrected", .revised, .corrected),
    ])
    func aChangeHasTheMarkOfItsKind(_ old: String, _ new: String, _ kind: PublicationKind, _ mark: Revision) throws {
        let publication = try published([row("120", new)], after: [row("110", old)], kind)
        #expect(publication.catalogue.observations[0].revision == mark)
        #expect(publication.catalogue.formerValues.last?.kind == (kind == .corrected ? .corrected : .revised))
    }

    @Test func aDeletionIsNoNewVersion() throws {
        let old = [row("110"), row("120", "", "2022-10")]
        #expect(try published([row("110")], after: old, nil).ownKind == .revised)
        #expect(try published(old + [row("130", "", "2022-09")], after: old, nil).ownKind == .new)
        #expect(throws: PublicationFault.self) { try published([row("110")], after: old, .new) }
    }
}
