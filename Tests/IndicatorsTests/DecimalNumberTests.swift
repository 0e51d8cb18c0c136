import Testing

@testable import Indicators

@Suite struct DecimalNumberTests {
    @Test(arguments: ["0", "24002", "3.85", "1.10", "-0.5", "0.050", "999999999999999999"])
    func staysAsWritten(_ text: String) { #expect(DecimalNumber(text)?.description == text) }

    @Test(arguments: [
        "", "-", ".", "1.", "1..2", "3,85", "NaN", "inf", "1e999", "1234567890123456789", "１２", "12人", " 1",
    ])
    func refuses(_ text: String) { #expect(DecimalNumber(text) == nil) }

    @Test func multipliesExactly() {
        #expect(DecimalNumber("3.85")?.multiplied(byPowerOfTen: 8)?.description == "385000000")
        #expect(DecimalNumber("1.5E+3")?.description == "1500")
        #expect(DecimalNumber("999999999999999999")?.multiplied(byPowerOfTen: 2) == nil)
    }

    @Test func addsExactly() throws {
        let fifth = try #require(DecimalNumber("0.20"))
        let sum = try #require(DecimalNumber("0.1")?.adding(fifth))
        #expect(sum.description == "0.30")
        #expect(sum.isEqualInValue(to: DecimalNumber(significand: 3, scale: 1)))
    }
}

@Suite struct PeriodTests {
    @Test(arguments: [
        ("2022", 2022, 1, 12), ("2022-11", 2022, 11, 1), ("2022-Q3", 2022, 7, 3), ("2022-S2", 2022, 7, 6),
        ("2022-01-01/P11M", 2022, 1, 11), ("2022-01/2022-09", 2022, 1, 9), ("2022-M11", 2022, 11, 1),
    ])
    func reads(_ text: String, _ year: Int, _ month: Int, _ months: Int) throws {
        let period = try #require(Period(sdmx: text))
        #expect(
            period.text == text && period.startYear == year && period.startMonth == month && period.months == months)
    }

    @Test(arguments: [
        "", "22", "2022-13", "2022-02-30", "2022-Q5", "Nov-22", "2022/11/1", "2022年", "2022-01-01/P0M", "2022-01-01/11",
    ])
    func refuses(_ text: String) { #expect(Period(sdmx: text) == nil) }

    @Test func sameSpanNeedsTheSameMonths() throws {
        let november = try #require(Period(sdmx: "2022-01-01/P11M")),
            september = try #require(Period(sdmx: "2022-01-01/P9M"))
        let before = try #require(Period(sdmx: "2021-01-01/P11M"))
        #expect(november.sameSpan(as: before))
        #expect(!november.sameSpan(as: september))
        #expect(september < november)
    }

    @Test func weeksBeginOnMonday() throws {
        let week = try #require(Period(sdmx: "2020-W53"))
        #expect((week.start.year, week.start.month, week.start.day) == (2020, 12, 28))
        #expect((week.end.year, week.end.month, week.end.day) == (2021, 1, 3))
    }

    @Test func zerosWithoutEndAreRefused() {
        #expect(DecimalNumber("0." + String(repeating: "0", count: 36))?.scale == 36)
        #expect(DecimalNumber("0." + String(repeating: "0", count: 47)) == nil)
    }
}
