import Indicators
import TestSupport
import Testing

@testable import Tables

@Suite struct ClockTests {
    private static let instant = "2023-01-10T09:00:00+08:00"
    private static let seconds = Instant(rfc3339: instant)?.seconds ?? 0

    private func city(now: Int) throws -> CatalogueReading {
        var city = SmallCity()
        city.observations = [
            "1,jobs,2022-01-01/P12M,printed,111,0,,exact,A,,\(Self.instant)",
            "1,jobs,2022-01-01/P11M,printed,222,0,,exact,A,,", "11,jobs,2030,printed,9,0,,exact,F,,",
        ]
        city.revisions = ["1,jobs,2022-01-01/P12M,printed,110,0,exact,2023-01-02,corrected"]
        city.now = Instant(seconds: now)
        return try city.reading()
    }

    @Test func isHiddenASecondBeforeAndShownAtItsInstant() throws {
        for (offset, isShown) in [(-1, false), (0, true), (1, true), (80 * 365 * 86_400, true)] {
            let catalogue = try #require(try city(now: Self.seconds + offset).catalogue)
            #expect(
                catalogue.headlineObservation(of: "jobs")?.value?.description == (isShown ? "111" : "222"), "\(offset)")
            #expect(
                catalogue.nextRelease?.seconds == (isShown ? nil : Self.seconds) && !catalogue.doubtsClock
                    && catalogue.hasEmbargo)
            let observation = try #require(
                catalogue.observations(of: "jobs").first { $0.period.text == "2022-01-01/P12M" })
            #expect(catalogue.formerValues(of: observation).isEmpty != isShown, "what it was would tell what it is")
        }
    }

    @Test func atAnotherMomentAllOtherTablesAreTheSame() {
        for catalogue in [Sample.catalogue, Sample.example] {
            let other = catalogue.asOf(Instant(seconds: Self.seconds))
            #expect(other.contacts == catalogue.contacts && !catalogue.contacts.isEmpty, "whom to ask")
            #expect(other.followUps == catalogue.followUps && other.notes == catalogue.notes)
            #expect(other.briefs == catalogue.briefs && other.links == catalogue.links)
        }
    }

    /// What is open while its instant comes: the next release is asked for anew at every moment, or the console would
    /// look for it for ever.
    @Test func atAnotherMomentTheNextReleaseIsAnother() throws {
        let catalogue = try #require(try city(now: Self.seconds - 1).catalogue)
        #expect(catalogue.asOf(Instant(seconds: Self.seconds)).nextRelease == nil)
        #expect(
            catalogue.asOf(Instant(seconds: Self.seconds)).asOf(Instant(seconds: Self.seconds - 1)).nextRelease?.seconds
                == Self.seconds)
        #expect(catalogue.asOf(nil).nextRelease?.seconds == Self.seconds)
    }

    @Test func aClockBeforeTheNewestReportedPeriodIsNotBelieved() throws {
        let begin = Instant.seconds(of: CalendarDay(year: 2022, month: 11, day: 1))
        for (now, isDoubted) in [(0, true), (begin - 2 * 86_400, true), (begin, false), (Self.seconds, false)] {
            let reading = try city(now: now)
            let catalogue = try #require(reading.catalogue)
            #expect(catalogue.doubtsClock == isDoubted)
            #expect(reading.problems.contains { $0.code == "wrong-clock" && $0.severity == .warning } == isDoubted)
            if isDoubted { #expect(catalogue.headlineObservation(of: "jobs")?.value?.description == "222") }
        }
    }

    @Test func aClockMattersToNobodyWithoutAnEmbargo() throws {
        var city = SmallCity()
        city.observations = ["1,jobs,2022-01-01/P12M,printed,111,0,,exact,A,,"]
        city.now = Instant(seconds: 0)
        let reading = try city.reading()
        #expect(reading.problems.isEmpty && reading.catalogue?.doubtsClock == false)
    }

    @Test func anotherMomentIsTheSameAsReadingThen() throws {
        let before = try #require(try city(now: Self.seconds - 1).catalogue),
            after = before.asOf(Instant(seconds: Self.seconds))
        #expect(after.headlineObservation(of: "jobs")?.value?.description == "111")
        #expect(
            after.asOf(nil).headlineObservation(of: "jobs")?.value?.description == "222" && after.asOf(nil).doubtsClock)
        #expect(after.asOf(nil).asOf(Instant(seconds: Self.seconds)).doubtsClock == false)
    }

    @Test func aClockPutBackIsNotTrustedUntilItHasCaughtUp() {
        var trust = ClockTrust(wall: 1_000_000, steady: 500)
        func says(_ wall: Int, _ steady: Int) -> Bool { trust.isTrusted(wall: wall, steady: steady) }
        #expect(says(1_010_000, 10_500) && says(960_000, 15_500), "set right by less than a minute")
        #expect(!says(900_000, 20_500), "two minutes back")
        #expect(!says(0, 30_500) && says(1_040_000, 40_500), "and right again")
        #expect(says(9_000_000_000, 50_500), "a machine that has asked for the time")
        #expect(!says(1_060_000, 60_500), "and then the other way")
    }
}
