import Indicators
import TestSupport
import Testing

@testable import Wording

/// What a page without columns names of a long list.
@Suite struct AttentionDigestTests {
    /// `count` indicators, each far behind its target in every district, the first in the whole too.
    private func city(_ count: Int) throws -> Catalogue {
        var city = SmallCity()
        let codes = (1...count).map { "i\($0)" }
        city.indicators = codes.map { ($0, "人", "up", "S") }
        let figures = ["1,i1"] + codes.flatMap { code in ["11", "12", "13"].map { "\($0),\(code)" } }
        city.observations = figures.map { "\($0),2022,printed,1,0,,exact,A,," }
        city.targets = figures.map { "\($0),2022,100,0,exact," }
        return try city.catalogue()
    }

    private func lines(_ count: Int, _ language: Language, topic: String? = nil) throws -> [String] {
        AttentionDigest(Wording(try city(count), WordingOptions(language: language)), topic: topic).lines
    }

    @Test func badFiguresOfAreasAreNamedUpToALimit() throws {
        let chinese = try lines(8, .zh), english = try lines(8, .en)
        #expect(chinese.count == 21 && english.count == 21)
        #expect(chinese[0].hasPrefix("i1：") && chinese[1].contains("（甲区）"))
        #expect(chinese.last == "各地另有 5 项，其中 5 项不好，这里没有列出。")
        #expect(english.last == "5 more of areas, of which 5 bad, are not named here.")
    }

    @Test func ofAShortListAndOfATopicAllIsNamed() throws {
        #expect(try lines(6, .zh).count == 19)
        #expect(try lines(8, .zh, topic: "work").count == 25)
    }

    /// The whole comes first, however much of it is bad; what is not bad in areas is only counted.
    @Test func theExampleNamesWhatIsBadInAreas() throws {
        let items = Sample.example.attention.items, root = Sample.example.rootArea.code
        let lines = AttentionDigest(Wording(Sample.example, WordingOptions(language: .en))).lines
        for item in items where item.isBad && item.area != root {
            let area = try #require(Sample.example.area(item.area)?.shortName.en)
            #expect(lines.contains { $0.contains("(\(area))") }, "\(area)")
        }
    }
}
