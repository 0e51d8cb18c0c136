import TestSupport
import Testing

@testable import Indicators
@testable import Tables

@Suite struct DoubtTests {
    private func city(_ rows: [String], _ indicators: [String] = ["jobs"]) throws -> (MemoryFolder, Catalogue) {
        var city = SmallCity()
        city.indicators = indicators.map { ($0, "人", "up", "S") }
        city.observations = rows
        return (try city.folder(), try city.catalogue())
    }

    private func row(_ value: String, _ period: String, _ indicator: String = "jobs") -> String {
        "1,\(indicator),\(period),printed,\(value),0,,exact,\(value.isEmpty ? "O" : "A"),,"
    }

    private func publication(_ new: [String], after old: [String], now: Instant = .distantPast) throws -> Publication {
        try Publication.prepare(
            try city(new).0, after: try city(old).1, kind: nil, reason: LocalizedText(zh: "因", en: ""),
            date: "2026-11-28", now: now
        ).get()
    }

    private let today = CalendarDay(year: 2026, month: 11, day: 28)

    @Test func aSuspiciousFigureIsAcceptedByItsNameOnly() throws {
        let doubts = try publication([row("1000", "2022-01")], after: [row("100", "2022-01")])
            .doubts(today: today, last: nil)
        #expect(doubts.map(\.name) == ["jobs/1/2022-01"])
        #expect(Acceptance().open(doubts) == doubts)
        #expect(Acceptance(names: ["jobs/1/2022-02"]).open(doubts) == doubts)
        #expect(Acceptance(names: ["jobs/1/2022-02"]).unused(doubts) == ["jobs/1/2022-02"])
        #expect(Acceptance(names: ["jobs/1/2022-01"]).open(doubts).isEmpty)
        #expect(Acceptance(all: true).open(doubts).isEmpty)
        #expect(Acceptance(loss: true).open(doubts) == doubts)
    }

    @Test(arguments: [
        (CalendarDay(year: 1970, month: 1, day: 2), nil as CalendarDay?, true),
        (CalendarDay(year: 2026, month: 11, day: 28), nil, false),
        (CalendarDay(year: 2026, month: 11, day: 26), CalendarDay(year: 2026, month: 11, day: 28), true),
        (CalendarDay(year: 2026, month: 11, day: 27), CalendarDay(year: 2026, month: 11, day: 28), false),
    ])
    func aClockThatIsBehindAsks(_ day: CalendarDay, _ last: CalendarDay?, _ asks: Bool) throws {
        // A mistyped year is not the clock's fault.
        let rows = [row("1", "2022-01"), row("2", "2036-11")]
        let doubts = try publication(rows, after: rows).doubts(today: day, last: last)
        #expect(doubts.map(\.name) == (asks ? ["clock"] : []))
    }

    @Test func moreThanATenthIsALoss() throws {
        let old =
            (1...12).map { row("\($0)", "2022-\($0 < 10 ? "0" : "")\($0)") }
            + (1...8).map { row("\($0)", "20\(10 + $0)") }
        #expect(try publication(Array(old.dropFirst(2)), after: old).loss == nil, "2 of 20")
        let loss = try publication(Array(old.dropFirst(3)), after: old).loss
        #expect(loss?.figures == 3 && loss?.all == 20 && loss?.topics == [])
        // Rows that stay without their values are a loss too, and an empty table is the whole topic.
        let emptied = old.enumerated().map { $0 < 3 ? row("", "2022-0\($0 + 1)") : $1 }
        #expect(try publication(emptied, after: old).loss?.figures == 3)
        #expect(try publication([], after: old).loss?.topics == ["work"])
    }

    @Test func theLastValueOfATopicIsALossHoweverSmall() throws {
        let old = try city([row("1", "2022-01")]).1
        let new = try city([row("", "2022-01")]).1
        #expect(Loss(CatalogueDifference(from: old, to: new), from: old, to: new)?.topics == ["work"])
        // What had no value cannot be lost.
        #expect(Loss(CatalogueDifference(from: new, to: try city([]).1), from: new, to: try city([]).1) == nil)
    }

    /// A table that was saved empty takes checks and judgements with it, though every figure is still there. Without
    /// briefs.csv the topics that name them are refused by the check.
    @Test(arguments: ["targets", "links", "derived", "contacts", "followups", "notes"])
    func aTableThatIsEmptyNowIsALoss(_ table: String) throws {
        let folder = try exampleCity(), old = try #require(CatalogueReader.read(folder).catalogue)
        let text = String(decoding: try #require(folder.files["\(table).csv"]), as: UTF8.self)
        let header = text.prefix { $0 != "\n" && $0 != "\r\n" } + "\n"
        let emptied = MemoryFolder(folder.files.merging(["\(table).csv": Array(header.utf8)]) { $1 })
        let new = try #require(CatalogueReader.read(emptied).catalogue)
        let loss = Loss(CatalogueDifference(from: old, to: new), from: old, to: new)
        #expect(loss?.tables == ["\(table).csv"] && loss?.figures == 0)
    }
}
