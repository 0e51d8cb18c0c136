import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// Where doubts and problems point, and the words of the office that are read.
@Suite struct ClerkMessageTests {
    @Test func aDoubtNamesItsCell() throws {
        let old = try recentExampleCity()
        var folder = old.replacing(ClerkMistakeTests.beds, "990100,care-beds,2026-12,", in: "observations.csv")
        folder = folder.replacing(
            ClerkMistakeTests.target, ClerkMistakeTests.target.replacing("19000", with: "190000"), in: "targets.csv"
        )
        .replacing("城镇新增就业19000人", "城镇新增就业190000人", in: "targets.csv")
        .replacing(",reemployed,new-urban-jobs,", ",new-urban-jobs,reemployed,", in: "derived.csv")
        let publication = try Publication.prepare(
            folder, after: ClerkMistakeTests.city?.catalogue, kind: nil, reason: LocalizedText(zh: "因", en: ""),
            date: ClerkMistakeTests.today.text, now: ClerkMistakeTests.now
        ).get()
        var places = DoubtPlaces(own: folder, published: publication.files)
        let found = publication.doubts(today: ClerkMistakeTests.today, last: nil).map {
            "\($0.name) \(places.place(of: $0) ?? "")"
        }
        func line(_ text: String, _ file: String) -> Int {
            let lines = String(decoding: folder.files[file] ?? [], as: UTF8.self).split(separator: "\n")
            return 1 + (lines.firstIndex { $0.contains(text) } ?? -1)
        }
        let beds = line("care-beds,2026-12", "observations.csv"), target = line(",190000,", "targets.csv")
        #expect(
            found == [
                "care-beds/990100/2026-12 observations.csv:\(beds):18 TIME_PERIOD",
                "care-beds/990100/2026-10 observations.csv",
                "targets/990100/new-urban-jobs/2026 targets.csv:\(target):28 TARGET_VALUE",
                "derived/reemployed-share derived.csv:2:78 numerator",
            ], "\(found)")
    }

    @Test func bothPlacesOfATopicAreNamed() throws {
        let city = try exampleCity()
        let moved = city.replacing("new-urban-jobs,employment,1,", "new-urban-jobs,elderly,1,", in: "indicators.csv")
        let problem = try #require(CatalogueReader.read(moved, now: ClerkMistakeTests.now).problems.first)
        #expect(
            problem.code == "headline-elsewhere" && problem.message.zh.contains("indicators.csv:2 的 topic 是 elderly"))
        let brief = city.replacing("night-care,elderly", "nigth-care,elderly", in: "briefs.csv")
        let unknown = CatalogueReader.read(brief, now: ClerkMistakeTests.now).problems
        #expect(unknown.count == 1 && unknown[0].mend.en.contains("nigth-care (briefs.csv:5)"), "\(unknown)")
    }

    @Test(arguments: [
        ("REF_AREA,INDICATOR,TIME_PERIOD,PERIOD_BASIS,OBS_VALUE,UNIT_MULT", "地区,指标,时期,时期口径,数值,倍数"),
        ("QUALIFIER,OBS_STATUS,REVISION,EMBARGO_UNTIL", "限定,状态,修订,解禁"), ("NOTE,NOTE_EN", "备注,英文说明"),
        ("990101,new-urban-jobs,2026-01-01/P8M,printed", "990101,new-urban-jobs,2026-01-01/P8M,累计"),
    ])
    func wordsOfTheOfficeAreRead(_ old: String, _ new: String) throws {
        let town = try Town.folder(), changed = town.replacing(old, new, in: "observations.csv")
        #expect(changed.files != town.files)
        let problems = Town.check(changed).problems
        #expect(problems.allSatisfy { ["read-as", "header-read"].contains($0.code) }, "\(problems)")
    }
}
