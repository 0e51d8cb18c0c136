import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// What a careless clerk gets wrong in one cell, and what publishing then asks: every doubt by name.
@Suite struct ClerkMistakeTests {
    /// 2026-11-28
    static let now = Instant(rfc3339: "2026-11-28T08:00:00+08:00") ?? .distantPast
    static let today = CalendarDay(year: 2026, month: 11, day: 28)

    /// The doubts about a set that replaces another; nil for none before.
    static func doubts(_ new: MemoryFolder, after old: MemoryFolder?) throws -> [Doubt] {
        let former = try old.map { try #require(CatalogueReader.read($0, now: now).catalogue) }
        let publication = try Publication.prepare(
            new, after: former, kind: nil, reason: LocalizedText(zh: "因", en: ""), date: today.text, now: now
        ).get()
        return publication.doubts(today: today, last: nil)
    }

    /// The doubts about the fictional city with one text replaced.
    private func asked(_ old: String, _ new: String, in file: String, isFirst: Bool = false) throws -> [String] {
        let folder = try exampleCity(), changed = folder.replacing(old, new, in: file)
        #expect(folder.files != changed.files, "\(old)")
        return try Self.doubts(changed, after: isFirst ? nil : folder).map(\.name)
    }

    /// The row of one figure of the fictional city.
    private static let beds = "990100,care-beds,2026-10,"

    @Test(arguments: ["2026-12", "2027-03", "2036-10"]) func aPeriodAfterTodayIsAsked(_ period: String) throws {
        let names = try asked(Self.beds, "990100,care-beds,\(period),", in: "observations.csv")
        #expect(names.contains("care-beds/990100/\(period)") && !names.contains("clock"), "\(names)")
    }

    @Test func aWholeMonthAheadDoubtsTheClock() throws {
        var folder = try exampleCity()
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
}
