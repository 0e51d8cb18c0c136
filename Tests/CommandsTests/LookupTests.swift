import Indicators
import Tables
import Testing

@testable import Commands

@Suite struct LookupTests {
    private let catalogue: Catalogue

    init() throws {
        let folder = try #require(BundledFolder(nil))
        catalogue = try #require(CatalogueReader.read(folder).catalogue)
    }

    /// A code, a number of a tab, or a name in either language.
    @Test func aTopicIsFoundByEverythingThatItIsCalled() throws {
        let topic = try #require(catalogue.topics.first)
        for name in [topic.code, "1", topic.title.zh, topic.title.en, topic.shortTitle.zh] {
            #expect(Lookup.topic(name, catalogue)?.code == topic.code, "\(name)")
        }
        for name in ["", "0", "\(catalogue.topics.count + 1)", "-1", "nothing"] {
            #expect(Lookup.topic(name, catalogue) == nil, "\(name)")
        }
    }

    @Test func everyIndicatorIsFoundByItsCode() {
        for indicator in catalogue.indicators {
            #expect(Lookup.indicator(indicator.code, catalogue)?.code == indicator.code)
        }
    }

    @Test func anAreaIsFoundByItsFormerName() throws {
        let area = try #require(catalogue.areas.first { !$0.formerNames.isEmpty })
        let former = try #require(area.formerNames.first?.split(separator: " ").first)
        #expect(Lookup.area(String(former), catalogue)?.code == area.code)
    }

    @Test func whatIsUnknownIsRefusedByName() {
        guard case .failure(let refusal) = Lookup.selection("nothing", area: nil, latest: false, catalogue) else {
            Issue.record("found")
            return
        }
        #expect(refusal.message.zh.contains("nothing") && refusal.message.en.contains("nothing"))
    }
}
