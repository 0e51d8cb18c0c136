import Tables
import TestSupport
import Testing

@testable import Indicators

@Suite struct DerivationTests {
    private func derive(_ formula: String, _ first: String, _ second: String, scale: Int = 0) throws -> Result<
        Derivation, DerivationRefusal
    > {
        var city = SmallCity()
        city.indicators = [("a", "人", "up", "S"), ("b", "人", "up", "S")]
        city.observations = ["1,a," + first, "1,b," + second]
        city.derived = ["d,work,1,推算,Derived,\(formula),a,b,,,\(scale),2,,"]
        let catalogue = try city.catalogue()
        return catalogue.derivation(of: catalogue.derived[0])
    }

    @Test(arguments: [
        ("ratio", "20352,0", "11331,0", 0, 2, "1.80"), ("ratio", "52.05,4", "5847,0", 0, 1, "89.0"),
        ("share", "628,0", "658,0", 0, 1, "95.4"),
        ("prior_level", "4.58,8", "40.79,0", 8, 2, "3.25"), ("base_of_share", "4.58,8", "27,0", 8, 1, "17.0"),
        ("difference", "5,0", "7,0", 0, 0, "-2"), ("sum", "1.1,0", "2.2,0", 0, 1, "3.3"),
    ])
    func formulas(_ formula: String, _ first: String, _ second: String, _ scale: Int, _ decimals: Int, _ shown: String)
        throws
    {
        let result = try derive(
            formula, "2022,printed,\(first),,exact,A,,", "2022,printed,\(second),,exact,A,,", scale: scale
        ).get()
        #expect(result.value.low.rounded(to: decimals)?.description == shown)
        #expect(result.value.qualifier == .exact)
    }

    @Test func anApproximateTermMakesAnApproximateResult() throws {
        let cost = try derive(
            "ratio", "2022,as_reported,770,4,,approx_above,A,,", "2022,as_reported,15.7,0,,exact,A,,", scale: 4
        ).get()
        #expect(cost.value.qualifier == .approxAbove && cost.value.low.rounded(to: 1)?.description == "49.0")
    }

    @Test func aProvisionalTermMakesAProvisionalResult() throws {
        #expect(
            try derive("ratio", "2022,printed,1,0,,exact,P,,", "2022,printed,2,0,,exact,A,,").get().status
                == .provisional)
        #expect(
            try derive("ratio", "2022,printed,1,0,,exact,P,,", "2022,printed,2,0,,exact,F,,").get().status == .forecast)
    }

    @Test(arguments: [
        ("2022-01-01/P9M,printed,4600,4,,exact,A,,", "2022-01-01/P11M,printed,115.9,0,,exact,A,,", "spans"),
        ("2022-01-01/P9M,printed,4600,4,,exact,A,,", "2022,to_date,115.9,0,,exact,A,,", "spans"),
        ("2022,printed,1,0,,exact,A,,", "2022,to_date,2,0,,exact,A,,", "basis"),
        ("2022,printed,1,0,,exact,A,,", "2022,printed,0,0,,exact,A,,", "zero"),
        ("2022,printed,1,0,,exact,A,,", "2022,printed,,0,,exact,L,,", "absent"),
    ])
    func otherwiseTheReason(_ first: String, _ second: String, _ kind: String) throws {
        guard case .failure(let refusal) = try derive("ratio", first, second) else { return #expect(Bool(false)) }
        let found =
            switch refusal.reason {
            case .spansDiffer: "spans"
            case .basis: "basis"
            case .divisionByZero: "zero"
            case .absent(.notCollected): "absent"
            default: "other"
            }
        #expect(found == kind)
    }

    @Test func oneBasisAtOnePlaceIsOneTime() throws {
        #expect(
            try derive("ratio", "2022,to_date,10,0,,exact,A,,", "2022,to_date,4,0,,exact,A,,").get().value.low
                == ExactRatio(5, 2))
        guard
            case .failure(let refusal) = try derive(
                "ratio", "2022,to_date,10,0,,exact,A,,,paper", "2022,to_date,4,0,,exact,A,,,other")
        else { return #expect(Bool(false)) }
        #expect(refusal.reason == .basis(.toDate))
    }
}

@Suite struct LinkTests {
    private func problems(_ observations: [String], _ links: [String]) throws -> [DataProblem] {
        var city = SmallCity()
        city.indicators = [("a", "人", "up", "S"), ("b", "%", "up", "S")]
        city.observations = observations
        city.links = links
        return try city.reading().problems
    }

    private let parts = [
        "p,parts,total,1,a,2022,printed,,1", "p,parts,part,11,a,2022,printed,,", "p,parts,part,12,a,2022,printed,,",
    ]
    private func rows(_ total: String, _ first: String, _ second: String) -> [String] {
        [
            "1,a,2022,printed,\(total),0,,exact,A,,", "11,a,2022,printed,\(first),0,,exact,A,,",
            "12,a,2022,printed,\(second),0,,exact,A,,",
        ]
    }

    @Test func partsAddUpWithinTolerance() throws {
        #expect(try problems(rows("10", "4", "6"), parts).isEmpty)
        #expect(try problems(rows("10", "4", "7"), parts).isEmpty)
        let problem = try #require(try problems(rows("10", "4", "8"), parts).first)
        #expect(
            problem.code == "contradiction" && problem.location == "observations.csv:2:1" && problem.found == "12 ≠ 10")
        #expect(problem.message.zh.contains("observations.csv:3"))
    }

    @Test func whatCannotBeKnownIsNoContradiction() throws {
        var some = rows("10", "4", "9")
        some[1] = "11,a,2022,printed,4,0,,approx,A,,"
        #expect(try problems(some, parts).isEmpty)
        some[1] = "11,a,2022,printed,,0,,exact,O,,"
        #expect(try problems(some, parts).isEmpty)
    }

    private let share = [
        "s,share,share,1,b,2022,printed,,", "s,share,part,11,a,2022,printed,,", "s,share,base,12,a,2022,printed,,",
    ]
    private func shareRows(_ share: String, _ part: String, _ base: String) -> [String] {
        [
            "1,b,2022,printed,\(share),,exact,A,,", "11,a,2022,printed,\(part),,exact,A,,",
            "12,a,2022,printed,\(base),,exact,A,,",
        ]
    }

    @Test(arguments: [
        ("95.4,0", "628,0", "658,0", true), ("95.5,0", "628,0", "658,0", false), ("23.9,0", "30.9,4", "129.3,4", true),
        ("13.09,0", "182304,0", "1392493,0", true), ("24.1,0", "30.9,4", "129.3,4", false),
    ])
    func aShareFollowsFromPartAndBaseWithinRounding(_ share: String, _ part: String, _ base: String, _ agrees: Bool)
        throws
    {
        #expect(try problems(shareRows(share, part, base), self.share).map(\.code) == (agrees ? [] : ["contradiction"]))
    }

    @Test func sourcesThatDisagreeAreBothKept() throws {
        var city = SmallCity()
        city.observations = ["1,jobs,2022,printed,10,0,,exact,A,,,paper", "1,jobs,2022,printed,12,0,,exact,A,,,other"]
        city.links = ["d,disagree,member,1,jobs,2022,printed,paper,", "d,disagree,member,1,jobs,2022,printed,other,"]
        let catalogue = try city.catalogue()
        #expect(catalogue.observations.count == 2)
        let first = try #require(catalogue.headlineObservation(of: "jobs"))
        #expect(catalogue.links(of: first).map(\.kind) == [.disagree])
        #expect(
            catalogue.links(of: first)[0].members.compactMap { catalogue.observation(of: $0)?.source } == [
                "paper", "other",
            ])
        city.links = []
        #expect(try city.catalogue().observations.count == 2)
    }

    @Test func aMemberMustBeOnRecord() throws {
        #expect(
            try problems(rows("10", "4", "6"), parts + ["p,parts,part,13,a,2022,printed,,"]).map(\.code) == [
                "link-without-figure"
            ])
    }

    @Test(arguments: [1, 2])
    func oneOfTheTwoNinesChanged(_ which: Int) throws {
        var folder = try panjin()
        let text = String(decoding: folder.files["observations.csv"] ?? [], as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let nines = lines.indices.filter { lines[$0].contains(",pocket-parks,") }
        #expect(nines.count == 2)
        let place = nines[which - 1]
        lines[place] = lines[place].split(separator: ",9,", maxSplits: 1).joined(separator: ",8,")
            .replacing("9个", with: "8个")
        folder.files["observations.csv"] = Array(lines.joined(separator: "\n").utf8)
        let problems = CatalogueReader.read(folder).problems
        #expect(problems.map(\.code) == ["contradiction"])
        for language in Language.allCases {
            for nine in nines {
                #expect(
                    problems[0].text(language).contains("observations.csv:\(nine + 1)"), "\(problems[0].text(language))"
                )
            }
        }
    }
}

@Suite struct EmbargoTests {
    private func city(now: Instant) -> SmallCity {
        var city = SmallCity()
        city.observations = [
            "1,jobs,2022-01-01/P11M,printed,24,0,,exact,A,,2022-12-05T09:00:00+08:00",
            "1,jobs,2022-01-01/P10M,printed,22,0,,exact,A,,",
        ]
        city.now = now
        return city
    }
    private let release = 1_670_202_000

    @Test func nothingOfItIsSeenBeforeItsInstant() throws {
        let catalogue = try city(now: Instant(seconds: release - 1)).catalogue()
        let all = catalogue.observations(of: "jobs")
        #expect(all[0].isWithheld && all[0].value == nil && all[0].printed.isEmpty)
        #expect(catalogue.headlineObservation(of: "jobs")?.value?.description == "22")
        #expect(!CatalogueCSV.write(catalogue, FigureSelection()).contains("24,"))
        #expect(!CatalogueJSON.write(catalogue, FigureSelection()).contains("\"24\""))
    }

    @Test func atItsInstantItIsSeen() throws {
        let catalogue = try city(now: Instant(seconds: release)).catalogue()
        #expect(catalogue.headlineObservation(of: "jobs")?.value?.description == "24")
        #expect(CatalogueCSV.write(catalogue, FigureSelection()).contains("24,"))
    }

    @Test func withoutAClockItStaysHidden() throws {
        #expect(try city(now: .distantPast).catalogue().observations(of: "jobs")[0].isWithheld)
    }

    @Test func formerValuesAreFoundByTheirKey() throws {
        var city = city(now: .distantPast)
        city.revisions = [
            "1,jobs,2022-01-01/P10M,printed,23,0,exact,2022-11-20,corrected",
            "1,jobs,2022-01-01/P10M,printed,21,0,exact,2022-12-01,revised",
        ]
        let catalogue = try city.catalogue()
        let observation = try #require(catalogue.headlineObservation(of: "jobs"))
        #expect(catalogue.formerValues(of: observation).map { $0.value?.description } == ["21", "23"])
    }
}
