import Tables
import TestSupport
import Testing

@testable import Indicators

@Suite struct JudgementTests {
    private func city(
        _ value: String, _ target: String = "19000", through months: Int = 11, direction: String = "up",
        collection: String = "S"
    ) -> SmallCity {
        var city = SmallCity()
        city.indicators = [("jobs", "人", direction, collection)]
        city.observations = ["1,jobs,2026-01-01/P\(months)M,printed,\(value),0,,exact,A,,"]
        city.targets = ["1,jobs,2026,\(target),0,exact,"]
        return city
    }

    private func pace(_ city: SmallCity) throws -> Pace {
        guard case .paced(let pace) = try city.catalogue().judgementOfFirst() else { throw NotPaced() }
        return pace
    }
    private struct NotPaced: Error {}

    @Test func theCaseOfTheExampleCity() throws {
        let pace = try pace(city("24002"))
        #expect(pace.completion.low.multiplied(byPowerOfTen: 2)?.rounded(to: 1)?.description == "126.3")
        #expect(pace.elapsed.multiplied(byPowerOfTen: 2)?.rounded(to: 1)?.description == "91.7")
        #expect(pace.gap.multiplied(byPowerOfTen: 2)?.rounded(to: 1)?.description == "34.7")
        #expect(pace.standing == .ahead && pace.standing.light == .good)
    }

    @Test func aSeptemberFigureIsAtThreeQuarters() throws {
        #expect(try pace(city("14250", through: 9)).elapsed == ExactRatio(3, 4))
        #expect(try pace(city("14250", through: 9)).standing == .onPace)
    }

    @Test(arguments: ["panjin-2022", "example-city"]) func whatNeedNotBeJudgedHasNoTarget(_ set: String) throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let catalogue = try #require(CatalogueReader.read(DirectoryFolder(path: "\(root)/Data/\(set)")).catalogue)
        let skipped = catalogue.indicators.filter { !catalogue.mayBeJudged($0) }
        #expect(!skipped.isEmpty && skipped.count < catalogue.indicators.count)
        for indicator in skipped {
            #expect(catalogue.judgement(of: indicator, nil) == .noTarget)
            for observation in catalogue.observations(of: indicator.code) {
                #expect(catalogue.judgement(of: indicator, observation) == .noTarget)
            }
        }
    }

    /// Half a year is 50%; of the target 20, 9 are 45% and 11 are 55%: both on the edge of the band and still on pace.
    @Test(
        arguments: [("8", .behind), ("9", .onPace), ("10", .onPace), ("11", .onPace), ("12", .ahead)]
            as [(String, Standing)])
    func theBandIsFivePointsOnBothSides(_ value: String, _ standing: Standing) throws {
        #expect(try pace(city(value, "20", through: 6)).standing == standing)
    }

    @Test func theBandIsSetInThePackage() throws {
        var city = city("8", "20", through: 6)
        #expect(try pace(city).standing == .behind)
        city.judging = "{\"band\": 10}"
        #expect(try pace(city).standing == .onPace)
        city.judging = "{\"band\": \"9.9\", \"elapsed\": \"days\"}"
        #expect(try pace(city).elapsed == ExactRatio(181, 365))
        city.judging = "{\"rule\": \"traffic\"}"
        #expect(try city.reading().problems.map(\.code) == ["unknown-code"])
        city.judging = "{\"band\": -1}"
        #expect(try city.reading().problems.map(\.code) == ["judging-band"])
    }

    @Test func threeColoursRememberAMissedMonth() throws {
        var city = city("24002")
        city.judging = "{\"rule\": \"three-colours\"}"
        #expect(try pace(city).standing == .neverMissed)
        city.observations.append("1,jobs,2026-01-01/P6M,printed,9000,0,,exact,A,,")
        #expect(try pace(city).standing == .caughtUp && pace(city).standing.light == .middling)
        city.observations[0] = "1,jobs,2026-01-01/P11M,printed,17000,0,,exact,A,,"
        #expect(try pace(city).standing == .behind)
        city.observations[1] = "1,jobs,2025-01-01/P6M,printed,1,0,,exact,A,,"
        city.observations[0] = "1,jobs,2026-01-01/P11M,printed,18000,0,,exact,A,,"
        #expect(try pace(city).standing == .neverMissed, "last year's months do not count")
    }

    @Test func redUnderThirtyAndBlueWhenAccepted() throws {
        var city = city("5699")
        city.judging = "{\"rule\": \"thirty\"}"
        #expect(try pace(city).standing == .underThirty && pace(city).standing.light == .bad)
        city.observations = ["1,jobs,2026-01-01/P11M,printed,5700,0,,exact,A,,"]
        #expect(try pace(city).standing == .belowPace)
        city.observations = ["1,jobs,2026-01-01/P11M,printed,18000,0,,exact,A,,"]
        #expect(try pace(city).standing == .onPace)
        city.targets = ["1,jobs,2026,19000,0,exact,2026-10-08"]
        #expect(try pace(city).standing == .accepted && pace(city).standing.light == .accepted)
    }

    @Test(
        arguments: [
            ("21", "22", "up", .unfulfilled), ("22", "22", "up", .fulfilled), ("23", "22", "up", .fulfilled),
            ("23", "22", "down", .unfulfilled), ("22", "22", "down", .fulfilled),
        ] as [(String, String, String, Standing)])
    func aYearThatIsOverIsNotPaced(_ value: String, _ target: String, _ direction: String, _ standing: Standing) throws
    {
        for rule in ["band", "three-colours", "thirty"] {
            var city = city(value, target, through: 12, direction: direction)
            city.judging = "{\"rule\": \"\(rule)\"}"
            #expect(try pace(city).standing == standing && standing.isFinal)
        }
    }

    @Test func whatWasAcceptedBeforeTheYearEndsIsFulfilled() throws {
        var city = city("24", "24")
        #expect(try pace(city).standing == .ahead)
        city.targets = ["1,jobs,2026,24,0,exact,2026-10-28"]
        #expect(try pace(city).standing == .fulfilled)
        city.observations = ["1,jobs,2026-01-01/P9M,printed,21,0,,exact,A,,"]
        #expect(try pace(city).standing == .ahead, "not yet reached in September")
    }

    @Test func isNeverClipped() throws {
        #expect(try pace(city("190000")).completion.low == ExactRatio(whole: 10))
    }

    @Test func lessIsBetter() throws {
        #expect(try pace(city("10000", direction: "down")).standing == .ahead)
        #expect(try pace(city("19000", direction: "down")).standing == .behind)
        #expect(try pace(city("17500", direction: "down")).standing == .onPace)
    }

    @Test func whatStandsAtADateIsHeldAgainstTheTargetItself() throws {
        func state(_ value: String, _ months: Int, _ direction: String = "up") throws -> Level.State? {
            if case .level(let level) = try city(value, "90", through: months, direction: direction, collection: "E")
                .catalogue().judgementOfFirst()
            {
                return level.state
            }
            return nil
        }
        #expect(try state("90", 6) == .reached && state("89", 6) == .pending && state("89", 12) == .missed)
        #expect(try state("90", 6, "down") == .reached && state("91", 6, "down") == .pending)
    }

    @Test func aTargetOfZero() throws {
        #expect(try city("0", "0", direction: "down").catalogue().judgementOfFirst() == .zeroKept)
        #expect(try city("1", "0", direction: "down").catalogue().judgementOfFirst() == .zeroBroken)
        guard case .unjudged(_, .targetIsZero?) = try city("1", "0").catalogue().judgementOfFirst() else {
            return #expect(Bool(false))
        }
    }

    @Test(arguments: [("0", Judgement.zeroKept), ("1", .zeroBroken)])
    func aZeroGoal(_ value: String, _ judgement: Judgement) throws {
        var city = city(value, direction: "zero")
        city.targets = []
        #expect(try city.catalogue().judgementOfFirst() == judgement)
        #expect(try city.catalogue().tally.judged == 1)
    }

    @Test func aZeroGoalThatIsNotReportedIsUnknownAndStillCounts() throws {
        var city = city("0", direction: "zero")
        city.targets = []
        city.observations = ["1,jobs,2026-01-01/P11M,printed,,0,,exact,O,,"]
        #expect(try city.catalogue().judgementOfFirst() == .zeroUnknown)
        #expect(try city.catalogue().tally == Catalogue.Tally(judged: 1, all: 1, good: 0, between: 0, bad: 0))
    }

    @Test func nothingIsJudgedWithoutATarget() throws {
        var city = city("24002")
        city.targets = ["1,jobs,2025,19000,0,exact,", "11,jobs,2026,19000,0,exact,"]
        #expect(try city.catalogue().judgementOfFirst() == .noTarget)
        #expect(try city.catalogue().tally.judged == 0)
    }

    @Test(arguments: [
        ("1,jobs,2026,to_date,24002,0,,exact,A,,", Incomparability.basis(.toDate)),
        ("1,jobs,2026,since_unknown,24002,0,,exact,A,,", .basis(.sinceUnknown)),
        ("1,jobs,2026-01-01/P11M,printed,,0,,exact,Q,,", .absent(.suppressed)),
        ("1,jobs,2026,printed,24002,0,,exact,F,,", .forecast),
        ("1,jobs,2026-01-01/P11M,printed,24002,0,,exact,A,,2099-01-01T00:00:00Z", .withheld),
    ])
    func whatMustNotBeJudgedSaysWhy(_ row: String, _ reason: Incomparability) throws {
        var city = city("24002")
        city.observations = [row]
        guard case .unjudged(_, let found) = try city.catalogue().judgementOfFirst() else {
            return #expect(Bool(false))
        }
        #expect(found == reason)
        #expect(try city.catalogue().tally.judged == 0)
    }

    @Test func aMonthIsNotHeldAgainstAYear() throws {
        var city = city("24002")
        city.observations = ["1,jobs,2026-11,printed,2000,0,,exact,A,,"]
        guard case .unjudged(_, .spansDiffer?) = try city.catalogue().judgementOfFirst() else {
            return #expect(Bool(false))
        }
    }

    @Test func completionIsAsQualifiedAsItsFigures() throws {
        var city = city("24002")
        city.observations = ["1,jobs,2026-01-01/P11M,printed,500,0,,approx_below,A,,"]
        city.targets = ["1,jobs,2026,480,0,exact,"]
        #expect(try pace(city).completion.qualifier == .approxBelow)
        city.targets = ["1,jobs,2026,480,0,approx_above,"]
        #expect(try pace(city).completion.qualifier == .approxBelow)
        city.targets = ["1,jobs,2026,480,0,approx_below,"]
        #expect(try pace(city).completion.qualifier == .approx)
    }

    @Test func paceRisesWithTheValue() throws {
        var random = SeededGenerator(seed: 11)
        var last: (value: Int, gap: ExactRatio)?
        for value in (0..<60).map({ _ in Int.random(in: 0...40_000, using: &random) }).sorted() {
            let gap = try pace(city(String(value))).gap
            if let last { #expect(value == last.value ? gap == last.gap : last.gap < gap) }
            last = (value, gap)
        }
    }
}
