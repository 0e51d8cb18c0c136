import Indicators
import Testing
import Wording

@testable import Console
@testable import Reports

@Suite struct DifferenceTextTests {
    @Test func saysOldAndNewWithUnitAndWhatIsOdd() throws {
        var city = ChangedCity()
        let now = Instant(seconds: 2_000_000_000)
        let old = try #require(city.reading(now: now).catalogue)
        city.edit("observations.csv") { lines in
            lines.map {
                $0.hasPrefix("990100,reemployed,2026-01-01/P11M")
                    ? $0.replacing($0.split(separator: ",")[4], with: "99") : $0
            }
        }
        city.edit("links.csv") { [$0[0]] }
        let links = old.links.count
        let reading = city.reading(now: now)
        let new = try #require(reading.catalogue, "\(reading.problems.prefix(3).map { $0.text(.en) })")
        let difference = CatalogueDifference(from: old, to: new)
        try #require(difference.count(.changed) == 1)
        let zh = DifferenceText.write(difference, from: old, to: new, WordingOptions())
        let lines = zh.split(separator: "\n").map(String.init)
        #expect(lines[0] == "就业")
        #expect(lines[1].hasPrefix("  改动  失业人员再就业  2026年1—11月  ") && lines[1].contains(" → 99人"), "\(lines[1])")
        #expect(lines[2].hasPrefix("      可疑：99 与 ") && lines[2].hasSuffix("倍；核对位数、万与单位；确实如此就不必改"), "\(lines[2])")
        #expect(lines.last == "数据：新增 0，删去 0，改动 1；可疑 \(1 + links)", "a link that is gone checks nothing")
        #expect(
            DifferenceText.write(difference, from: old, to: new, WordingOptions(language: .en)).contains(
                "Figures: 0 added, 0 removed, 1 changed; \(1 + links) suspicious"))
        #expect(
            DifferenceText.write(CatalogueDifference(from: old, to: old), from: old, to: old, WordingOptions())
                == "两套数据没有不同\n")
    }
}
