import Testing

@testable import Indicators

@Suite struct PeriodYearTests {
    private func period(_ text: String) throws -> Period { try #require(Period(sdmx: text)) }

    @Test(arguments: [
        ("2022", "2022-01-01/P11M", 11, 12), ("2022", "2022-01-01/P9M", 3, 4), ("2022", "2022-Q1", 1, 4),
        ("2022", "2022", 1, 1),
        ("2022", "2022-06-15", 11, 24), ("2020", "2020-02-29", 2, 12), ("2022-Q3", "2022-08", 2, 3),
    ])
    func shareOfTimeGoneByMonths(_ whole: String, _ part: String, _ top: Int, _ bottom: Int) throws {
        #expect(
            try period(whole).share(goneAt: period(part).end, by: .months) == ExactRatio(Int128(top), Int128(bottom)))
    }

    @Test(arguments: [
        ("2022", "2022-01-01/P11M", 334, 365), ("2020", "2020-02-29", 60, 366), ("2022", "2022", 365, 365),
    ])
    func shareOfTimeGoneByDays(_ whole: String, _ part: String, _ top: Int, _ bottom: Int) throws {
        #expect(try period(whole).share(goneAt: period(part).end, by: .days) == ExactRatio(Int128(top), Int128(bottom)))
    }

    @Test func nothingIsGoneOutside() throws {
        #expect(try period("2022").share(goneAt: period("2023-01-01").start, by: .months) == nil)
        #expect(Period.none.share(goneAt: CalendarDay(year: 2022, month: 1, day: 1), by: .days) == nil)
        #expect(try period("2022-W05").share(goneAt: period("2022-W05").end, by: .months) == nil)
    }

    @Test(arguments: [
        ("2021-01-01/P11M", "2022-01-01/P11M", true), ("2021", "2022", true), ("2021-Q3", "2022-Q3", true),
        ("2021-02", "2020-02", false),
        ("2019-02", "2020-02", true), ("2021-01-01/P9M", "2022-01-01/P11M", false), ("2020", "2022", false),
        ("2022", "2022", false),
    ])
    func theSameSpanAYearBefore(_ earlier: String, _ later: String, _ isSo: Bool) throws {
        #expect(try period(earlier).isYearBefore(period(later)) == isSo)
    }

    @Test func lengthsAreExact() throws {
        #expect(
            try period("2020").days == 366 && period("2022").days == 365 && period("2022-02").days == 28
                && Period.none.days == 0)
        #expect(try period("2022").contains(period("2022-Q3")) && !period("2022-Q3").contains(period("2022")))
        #expect(try period("2022").coversSameDays(as: period("2022-01-01/P12M")))
    }
}

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2022-12-05T09:00:00+08:00", 1_670_202_000),
        ("2022-12-05t01:00:00.25z", 1_670_202_000),
        ("2016-12-31T23:59:60Z", 1_483_228_799), ("1969-12-31T23:59:59Z", -1),
        ("2024-02-29T00:00:00-05:30", 1_709_184_600),
    ])
    func readsRFC3339(_ text: String, _ seconds: Int) { #expect(Instant(rfc3339: text)?.seconds == seconds) }

    @Test(arguments: [
        "", "2022-12-05", "2022-12-05T09:00:00", "2022-13-05T09:00:00Z", "2022-02-29T00:00:00Z", "2022-12-05T24:00:00Z",
        "2022-12-05T09:60:00Z", "2022-12-05T09:00:00+8:00", "2022-12-05T09:00:00.Z", "2022-12-05T09:00:00Zx",
        "tomorrow", "２022-12-05T09:00:00Z",
    ])
    func refusesTheRest(_ text: String) { #expect(Instant(rfc3339: text) == nil) }
}
